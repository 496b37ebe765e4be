"""The chats: a private one for each person, the support group, and the topics of a forum."""

from __future__ import annotations

from collections.abc import Iterator

from bot.sandbox.errors import bad_request
from bot.sandbox.store import Json, Store

SUPPORT_CHAT_ID = -1_001_000_000_001
ICON_COLORS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)


class Chats:
    """Chats by id.

    A private chat is {id, type, user_id, started, blocked, read}; a group {id, type, title, is_forum, staff, read};
    `topics` is {id as text: {id, name, icon_color, closed}}; `read` is the newest message that was looked at.
    """

    def __init__(self, store: Store, kind: str) -> None:
        self._store = store
        self._kind = kind
        self._chats = {int(key): chat for key, chat in store.all(kind).items()}

    def __iter__(self) -> Iterator[Json]:
        return iter(self._chats.values())

    def get(self, chat_id: int) -> Json | None:
        """The chat, or None."""
        return self._chats.get(chat_id)

    def named(self, chat_id: int | str | None) -> Json:
        """The chat a bot means by its id or @name. Raises ApiError."""
        if chat_id is None or chat_id == "":
            raise bad_request("chat_id is empty")
        chat = self._chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def save(self, chat: Json) -> None:
        """Keep what was changed."""
        self._chats[chat["id"]] = chat
        self._store.put(self._kind, str(chat["id"]), chat)

    def add_private(self, person: Json) -> Json:
        """The private chat of a person with the bot, in which nobody has said anything yet."""
        chat: Json = {"id": person["id"], "type": "private", "user_id": person["id"], "title": _name(person)}
        chat |= {"is_forum": False, "started": False, "blocked": False, "read": 0, "topics": {}, "pinned": []}
        chat["username"] = person["username"]
        self.save(chat)
        return chat

    def add_support(self, staff_id: int) -> Json:
        """The forum in which support answers."""
        chat: Json = {"id": SUPPORT_CHAT_ID, "type": "supergroup", "title": "Yatri Support", "is_forum": True}
        chat |= {"staff": [staff_id], "read": 0, "topics": {}, "pinned": [], "started": True, "blocked": False}
        self.save(chat)
        return chat

    def topic(self, chat: Json, topic_id: int) -> Json:
        """A topic of a forum. Raises ApiError."""
        topic: Json | None = chat["topics"].get(str(topic_id))
        if topic is None:
            raise bad_request("message thread not found")
        return topic


def _name(person: Json) -> str:
    return f"{person['first_name']} {person['last_name']}".strip()


def as_chat(chat: Json, person: Json | None) -> Json:
    """The chat as the Bot API's Chat inside messages."""
    if person is None:
        shown: Json = {"id": chat["id"], "type": chat["type"], "title": chat["title"]}
        return shown | ({"is_forum": True} if chat["is_forum"] else {})
    shown = {"id": chat["id"], "type": "private", "first_name": person["first_name"]}
    return shown | {name: person[name] for name in ("last_name", "username") if person.get(name)}
