"""How chats and messages look to the chat page."""

from __future__ import annotations

from collections.abc import Iterable

from bot.sandbox.store import Json

_LABELS = {
    "photo": "Photo",
    "document": "File",
    "contact": "Contact",
    "location": "Location",
    "sticker": "Sticker",
    "voice": "Voice message",
    "pinned_message": "Pinned a message",
    "forum_topic_created": "Topic created",
    "forum_topic_edited": "Topic changed",
    "forum_topic_closed": "Topic closed",
    "forum_topic_reopened": "Topic reopened",
}


def page_message(record: Json) -> Json:
    """A record as the Bot API's Message, plus `from_bot`, any keyboard as `reply_markup`, and `reactions`."""
    shown: Json = {**record["message"], "from_bot": record["from_bot"]}
    if "forum_topic_created" in shown.get("reply_to_message", {}):
        del shown["reply_to_message"]
    if record["keyboard"]:
        shown["reply_markup"] = record["keyboard"]
    if record["reactions"]:
        shown["reactions"] = record["reactions"]
    return shown


def page_chat(chat: Json, newest_first: Iterable[Json]) -> Json:
    """A chat as the page lists it, with what is unread and what was said last."""
    shown: Json = {
        name: chat[name] for name in ("id", "type", "title", "is_forum", "user_id", "blocked") if name in chat
    }
    unread, last = _unread_and_last(chat, newest_first)
    shown |= {"unread": unread, "last": last}
    shown["topics"] = [page_topic(topic) for topic in chat["topics"].values()]
    return shown


def page_topic(topic: Json) -> Json:
    """A topic as the page shows it."""
    return {name: topic[name] for name in ("id", "name", "closed", "icon_color")}


def page_person(person: Json) -> Json:
    """A person as the page shows them."""
    names = ("id", "first_name", "last_name", "username", "language_code", "phone", "staff")
    return {name: person[name] for name in names}


def _unread_and_last(chat: Json, newest_first: Iterable[Json]) -> tuple[int, Json | None]:
    unread, last = 0, None
    for record in newest_first:
        last = last or _last(record["message"])
        if record["message"]["message_id"] <= chat["read"]:
            break
        unread += record["from_bot"]
    return unread, last


def _last(message: Json) -> Json:
    text = message.get("text") or message.get("caption")
    label = next((label for name, label in _LABELS.items() if name in message), "")
    return {"text": str(text or label)[:120], "date": message["date"]}
