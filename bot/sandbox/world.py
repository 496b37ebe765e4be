"""One bot's world: its people, chats, messages, files and updates, kept on disk as they change."""

from __future__ import annotations

from dataclasses import dataclass

from bot.sandbox.callbacks import Callbacks
from bot.sandbox.chats import Chats, as_chat
from bot.sandbox.clock import SandboxClock
from bot.sandbox.errors import bad_request, forbidden
from bot.sandbox.events import EventLog
from bot.sandbox.files import Files
from bot.sandbox.flood import FloodGate
from bot.sandbox.history import History
from bot.sandbox.people import People, as_user
from bot.sandbox.profile import Profile
from bot.sandbox.store import Json, Store
from bot.sandbox.updates import Updates
from bot.sandbox.views import page_chat, page_message


@dataclass(frozen=True)
class Draft:
    """A message about to be posted. `content` holds its text, photo ...; `keyboard` whatever markup was sent along."""

    content: Json
    topic_id: int | None = None
    reply_to: int | None = None
    keyboard: Json | None = None
    protected: bool = False


class World:
    """Everything around one bot token. All calls come from the server's event loop."""

    def __init__(self, store: Store, clock: SandboxClock, token: str, *, flood: bool) -> None:
        self.token = token
        self.bot_id = int(token.split(":", 1)[0])
        self.store = store
        self.clock = clock
        self.people = People(store, f"person:{self.bot_id}")
        self.chats = Chats(store, f"chat:{self.bot_id}")
        self.history = History(store, self.bot_id)
        self.files = Files(store, self.bot_id)
        self.updates = Updates(store, self.bot_id)
        self.profile = Profile(store, self.bot_id)
        self.callbacks = Callbacks(store, self.bot_id)
        self.events = EventLog()
        self.flood = FloodGate(flood)
        self._first_chats()

    def _first_chats(self) -> None:
        for person in self.people:
            if self.chats.get(person["id"]) is None:
                self.chats.add_private(person)
        staff = next((person for person in self.people if person["staff"]), None)
        if staff and not any(chat["type"] == "supergroup" for chat in self.chats):
            self.chats.add_support(staff["id"])

    def unix_now(self) -> int:
        """The sandbox's time in whole seconds since 1970."""
        return int(self.clock.now().timestamp())

    def chat_json(self, chat: Json) -> Json:
        """The chat as it stands inside messages."""
        return as_chat(chat, self.people.get(chat.get("user_id")))

    def reachable(self, chat: Json) -> None:
        """Raises ApiError 403 where the bot may not write."""
        if chat["blocked"]:
            raise forbidden("bot was blocked by the user")
        if not chat["started"]:
            raise forbidden("bot can't initiate conversation with a user")

    def writable_topic(self, chat: Json, topic_id: int | None) -> None:
        """Raises ApiError for a topic that is not there or is closed."""
        if topic_id is None:
            return
        if not chat["is_forum"]:
            raise bad_request("message thread not found")
        if self.chats.topic(chat, topic_id)["closed"]:
            raise bad_request("TOPIC_CLOSED")

    def post(self, chat: Json, sender: Json | None, draft: Draft) -> Json:
        """Add a message of a person or (None) of the bot; its record. A person's message becomes an update."""
        with self.store.together():
            message: Json = {
                "message_id": self.history.take_id(chat),
                "from": as_user(sender) if sender else self.profile.as_user(),
                "chat": self.chat_json(chat),
                "date": self.unix_now(),
                **self._place(chat, draft),
                **draft.content,
            }
            if draft.protected:
                message["has_protected_content"] = True
            inline = draft.keyboard is not None and "inline_keyboard" in draft.keyboard
            if inline:
                message["reply_markup"] = draft.keyboard
            record: Json = {"message": message, "from_bot": sender is None, "reactions": []}
            record["keyboard"] = None if inline else draft.keyboard
            self.history.save(record)
            if sender is not None:
                self.updates.add("message", message)
        self.events.publish("message", message=page_message(record))
        self.tell_chat(chat)
        return record

    def _place(self, chat: Json, draft: Draft) -> Json:
        place: Json = {}
        reply_to = draft.reply_to
        if draft.topic_id is not None:
            place |= {"message_thread_id": draft.topic_id, "is_topic_message": True}
            reply_to = reply_to or draft.topic_id
        original = self.history.get(chat["id"], reply_to) if reply_to else None
        if original is not None:
            place["reply_to_message"] = {k: v for k, v in original["message"].items() if k != "reply_to_message"}
        return place

    def changed(self, record: Json) -> None:
        """Keep a message that was edited, and show it."""
        self.history.save(record)
        self.events.publish("edit", message=page_message(record))
        chat = self.chats.get(record["message"]["chat"]["id"])
        if chat is not None and self.history.last(chat["id"]) is record:
            self.tell_chat(chat)

    def remove(self, chat: Json, message_id: int) -> None:
        """Delete a message, and show that it is gone."""
        self.history.remove(chat["id"], message_id)
        if message_id in chat["pinned"]:
            chat["pinned"].remove(message_id)
            self.chats.save(chat)
        self.events.publish("delete", chat_id=chat["id"], message_id=message_id)
        self.tell_chat(chat)

    def chat_summary(self, chat: Json) -> Json:
        """The chat as the page lists it."""
        return page_chat(chat, self.history.newest_first(chat["id"]))

    def tell_chat(self, chat: Json) -> None:
        """Show the chat anew in the list of chats."""
        self.events.publish("chat", chat=self.chat_summary(chat))

    def close(self) -> None:
        """Let go of everybody who waits."""
        self.events.close()
        self.updates.close()
