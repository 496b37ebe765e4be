"""A chat's session: which dialogue is open, what has been answered, and what is still to be sent."""

from typing import Any

from pydantic import Field

from domain.ids import ChatId
from domain.model import Value

SEEN_KEPT = 32  # update ids remembered, so that a redelivered update is not run twice


class Session(Value):
    """State between two turns; no process keeps any other. `rev` counts commits and is on every button, as `serial`,
    which counts the dialogues opened in this chat. `draft` is JSON by slot name; `trail` the slots as answered.
    `turns` counts the updates since `minute` (seconds since 1970), and a chat that floods is `hushed`.
    """

    chat_id: ChatId
    rev: int = 0
    serial: int = 0
    flow: str | None = None
    draft: dict[str, Any] = Field(default_factory=dict)
    trail: tuple[str, ...] = ()
    language: str | None = None
    seen: tuple[int, ...] = ()
    unsent: tuple[dict[str, Any], ...] = ()
    panel: int | None = None
    minute: int = 0
    turns: int = 0
    hushed: bool = False

    def with_seen(self, update_id: int) -> "Session":
        """Remembering this update too."""
        return self.but(seen=(*self.seen, update_id)[-SEEN_KEPT:])
