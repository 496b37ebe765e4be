"""The parameters of a call, however they came: query, form, JSON or multipart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.files import Upload
from bot.sandbox.store import Json, from_json
from bot.sandbox.world import World

_TRUE = ("true", "yes", "1")


@dataclass
class Call:
    """One call of a method by the bot."""

    world: World
    values: Json
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        """A string as written; None when it is missing."""
        value = self.values.get(name)
        return None if value is None else str(value)

    def number(self, name: str, default: int = 0) -> int:
        """A whole number; what is not one counts as missing, as at Telegram."""
        try:
            return int(self.values.get(name, default))
        except (TypeError, ValueError):
            return default

    def optional_number(self, name: str) -> int | None:
        """A whole number, or None when it is missing or 0."""
        return self.number(name) or None

    def flag(self, name: str) -> bool:
        """A boolean."""
        return str(self.values.get(name, "")).lower() in _TRUE

    def structure(self, name: str, kind: str = "JSON object") -> Any:
        """A list or object, as JSON text or already read. Raises ApiError."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return from_json(value)
        except ValueError as problem:
            raise bad_request(f"can't parse {name.replace('_', ' ')} {kind}") from problem

    def chat_id(self, name: str = "chat_id") -> int | str | None:
        """A chat's id, or @name."""
        value = self.text(name)
        if value is None:
            return None
        return int(value) if value.lstrip("-").isdecimal() else value

    def chat(self, name: str = "chat_id") -> Json:
        """The chat that is meant. Raises ApiError."""
        return self.world.chats.named(self.chat_id(name))

    def message(self, absent: str) -> tuple[Json, Json]:
        """The chat and the record of the message that `message_id` names; `absent` is the error if there is none."""
        chat, message_id = self.chat(), self.number("message_id")
        if message_id <= 0:
            raise bad_request("message identifier is not specified")
        record = self.world.history.get(chat["id"], message_id)
        if record is None:
            raise bad_request(absent)
        return chat, record

    def language(self) -> str:
        """`language_code`: two small letters, or empty. Raises ApiError."""
        code = self.text("language_code") or ""
        if code and not (len(code) == 2 and code.isascii() and code.islower()):
            raise bad_request("invalid language code specified")
        return code

    def attached(self, name: str, reference: Any = None) -> Upload | str | None:
        """An uploaded file, or the file_id or URL given instead. `attach://x` means the upload named x."""
        if reference is None:
            if name in self.files:
                return self.files[name]
            reference = self.values.get(name)
        written = str(reference or "")
        if written.startswith("attach://"):
            return self.files.get(written.removeprefix("attach://"))
        return written or None
