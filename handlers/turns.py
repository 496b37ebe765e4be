"""One turn: load the session, let the router answer, commit, hand the replies to whoever sends them."""

from dataclasses import dataclass
from typing import Protocol

from domain.sessions import Session
from handlers.incoming import Incoming
from handlers.reply import Reply


@dataclass(frozen=True, slots=True)
class Turn:
    """What a turn decided: to be sent in order, then reported by `Turns.sent`."""

    session: Session
    replies: tuple[Reply, ...]


class TurnRunner(Protocol):
    """What bot/telegram.py needs; blocking, called in a thread."""

    def run(self, incoming: Incoming) -> Turn:
        """Never raises for what a person did; Busy only if the store stays away."""
        ...

    def sent(self, turn: Turn, panel: int | None) -> None:
        """All replies are out; `panel` is the message id of the one with `panel=True`, or None."""
        ...
