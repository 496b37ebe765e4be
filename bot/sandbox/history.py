"""What was said: the messages of every chat, as the Bot API shows them."""

from __future__ import annotations

from collections.abc import Iterator

from bot.sandbox.store import Json, Store

_SHARED = "private"
_AFTER_CREATION = 2  # message 1 of a group tells of its creation, and 1 also names a forum's general topic


class History:
    """Records {"message": Bot API Message, "from_bot": bool, "keyboard": reply keyboard or None, "reactions": [...]}.

    Message ids count up within a supergroup, and over all private chats together, as at Telegram.
    """

    def __init__(self, store: Store, bot_id: int) -> None:
        self._store = store
        self._kind = f"message:{bot_id}"
        self._counters = f"message-ids:{bot_id}"
        self._next = {name: int(value["next"]) for name, value in store.all(self._counters).items()}
        self._records: dict[int, dict[int, Json]] = {}
        for key, record in store.all(self._kind).items():
            chat_id, message_id = key.split("/")
            self._records.setdefault(int(chat_id), {})[int(message_id)] = record

    def take_id(self, chat: Json) -> int:
        """A message id never used before."""
        name = _SHARED if chat["type"] == "private" else str(chat["id"])
        taken = self._next.get(name, 1 if name == _SHARED else _AFTER_CREATION)
        self._next[name] = taken + 1
        self._store.put(self._counters, name, {"next": taken + 1})
        return taken

    def save(self, record: Json) -> None:
        """Keep a new or changed record."""
        message = record["message"]
        chat_id, message_id = message["chat"]["id"], message["message_id"]
        self._store.put(self._kind, _key(chat_id, message_id), record)
        self._records.setdefault(chat_id, {})[message_id] = record

    def get(self, chat_id: int, message_id: int) -> Json | None:
        """The record, or None."""
        return self._records.get(chat_id, {}).get(message_id)

    def remove(self, chat_id: int, message_id: int) -> None:
        """Forget a message."""
        self._records.get(chat_id, {}).pop(message_id, None)
        self._store.delete(self._kind, _key(chat_id, message_id))

    def newest_first(self, chat_id: int) -> Iterator[Json]:
        """The records of a chat, from the newest to the oldest."""
        return reversed(self._records.get(chat_id, {}).values())

    def last(self, chat_id: int) -> Json | None:
        """The newest record of a chat."""
        return next(self.newest_first(chat_id), None)


def _key(chat_id: int, message_id: int) -> str:
    return f"{chat_id}/{message_id:012d}"
