"""What people do in the chats: write, share, tap, edit, block."""

from __future__ import annotations

from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.files import Upload, as_document, as_photo
from bot.sandbox.formatting import CAPTION_LIMIT, TEXT_LIMIT
from bot.sandbox.markup import has_callback
from bot.sandbox.people import as_user
from bot.sandbox.places import location
from bot.sandbox.store import Json
from bot.sandbox.textspan import Text, cleaned, trimmed, units, with_automatic
from bot.sandbox.views import page_message
from bot.sandbox.world import Draft, World


def speaking(world: World, chat_id: int, user_id: object) -> tuple[Json, Json]:
    """The chat and the person who is about to do something in it. Raises ApiError."""
    chat = world.chats.named(chat_id)
    person = world.people.known(user_id)
    if person["id"] != chat.get("user_id") and person["id"] not in chat.get("staff", []):
        raise bad_request("not a member of this chat")
    if chat["blocked"]:
        raise bad_request("the bot is blocked: unblock it to write")
    return chat, person


def say(world: World, chat_id: int, body: Json) -> Json:
    """Post what the page sends (`forwarded` marks it as somebody else's); the message as shown. Raises ApiError."""
    chat, person = speaking(world, chat_id, body.get("user_id"))
    topic_id = _topic(world, chat, body)
    contents = _contents(world, body)
    if body.get("forwarded"):
        origin = {"type": "hidden_user", "sender_user_name": "Somebody", "date": world.unix_now()}
        contents = [{"forward_origin": origin, **content} for content in contents]
    begin(world, chat)
    record: Json = {}
    for content in contents:
        record = world.post(chat, person, Draft(content, topic_id=topic_id, reply_to=body.get("reply_to")))
    return page_message(record)


def _topic(world: World, chat: Json, body: Json) -> int | None:
    """Topics 0 and 1 mean the general one, whose messages carry no thread id."""
    topic_id = int(body.get("topic_id") or 0)
    if topic_id <= 1:
        return None
    world.writable_topic(chat, topic_id)
    return topic_id


def begin(world: World, chat: Json) -> None:
    """From now on the bot may write to this person."""
    if not chat["started"]:
        chat["started"] = True
        world.chats.save(chat)


def _contents(world: World, body: Json) -> list[Json]:
    if "text" in body:
        return [text_content(part, "text") for part in _parts(str(body["text"]))]
    if "contact" in body:
        return [{"contact": _chosen(body["contact"], "phone_number", "first_name", "last_name", "user_id")}]
    if "location" in body:
        return [{"location": location(body["location"])}]
    if "sticker" in body:
        return [{"sticker": _sticker(world, str(body["sticker"].get("emoji", "🙂")))}]
    if "voice" in body:
        return [{"voice": _voice(world, int(body["voice"].get("duration", 1)))}]
    raise bad_request("nothing to send")


def upload(world: World, chat_id: int, fields: Json, sent: Upload) -> Json:
    """Post a photo or a document of a person; the message as the page shows it. Raises ApiError."""
    chat, person = speaking(world, chat_id, fields.get("user_id"))
    topic_id = _topic(world, chat, fields)
    if fields.get("kind") == "photo":
        content: Json = {"photo": as_photo(world.files.add_photo(sent))}
    else:
        content = {"document": as_document(world.files.add_document(sent))}
    caption = str(fields.get("caption") or "")
    if units(caption) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    begin(world, chat)
    content |= text_content(caption, "caption") if caption.strip() else {}
    return page_message(world.post(chat, person, Draft(content, topic_id=topic_id)))


def edit(world: World, chat_id: int, body: Json) -> Json:
    """A person changes the text of a message of their own. Raises ApiError."""
    chat, person = speaking(world, chat_id, body.get("user_id"))
    record = world.history.get(chat["id"], int(body.get("message_id", 0)))
    if record is None or record["message"]["from"]["id"] != person["id"] or "text" not in record["message"]:
        raise bad_request("message can't be edited")
    message: Json = {**record["message"], **text_content(_parts(str(body.get("text", "")))[0], "text")}
    message["edit_date"] = world.unix_now()
    record["message"] = message
    with world.store.together():
        world.changed(record)
        world.updates.add("edited_message", message)
    return page_message(record)


def tap(world: World, body: Json) -> Json:
    """A person taps an inline button that is there now; {"id"} of the callback query. Raises ApiError."""
    chat, person = speaking(world, int(body.get("chat_id", 0)), body.get("user_id"))
    record = world.history.get(chat["id"], int(body.get("message_id", 0)))
    data = str(body.get("data", ""))
    if record is None or not has_callback(record["message"].get("reply_markup"), data):
        raise bad_request("there is no such button on that message now")
    query: Json = {"from": as_user(person), "message": record["message"], "data": data}
    with world.store.together():
        query_id = world.callbacks.add(person["id"], chat["id"], world.clock.now())
        instance = str(abs(chat["id"]) * 7919 + world.bot_id)
        world.updates.add("callback_query", {"id": query_id, "chat_instance": instance, **query})
    return {"id": query_id}


def block(world: World, user_id: int, blocked: bool) -> Json:
    """A person stops the bot, or starts it again; their private chat. Raises ApiError."""
    person = world.people.known(user_id)
    chat = world.chats.named(user_id)
    if chat["blocked"] != blocked:
        chat["blocked"] = blocked
        with world.store.together():
            world.chats.save(chat)
            world.updates.add("my_chat_member", _membership(world, chat, person, blocked))
        world.tell_chat(chat)
    return world.chat_summary(chat)


def _membership(world: World, chat: Json, person: Json, blocked: bool) -> Json:
    bot = world.profile.as_user()
    member: Json = {"user": bot, "status": "member"}
    kicked: Json = {"user": bot, "status": "kicked", "until_date": 0}
    change: Json = {"chat": world.chat_json(chat), "from": as_user(person), "date": world.unix_now()}
    old, new = (member, kicked) if blocked else (kicked, member)
    return change | {"old_chat_member": old, "new_chat_member": new}


def read(world: World, chat_id: int) -> Json:
    """Somebody looked at the chat. Raises ApiError."""
    chat = world.chats.named(chat_id)
    last = world.history.last(chat_id)
    newest = last["message"]["message_id"] if last else 0
    if newest > chat["read"]:
        chat["read"] = newest
        world.chats.save(chat)
        world.tell_chat(chat)
    return world.chat_summary(chat)


def text_content(text: str, name: str) -> Json:
    """A text or caption with the entities Telegram finds by itself."""
    span = with_automatic(trimmed(Text(cleaned(text))))
    content: Json = {name: span.text}
    if span.entities:
        content["entities" if name == "text" else "caption_entities"] = span.entities
    return content


def _parts(text: str) -> list[str]:
    """Telegram's apps send what is longer than one message as several."""
    if not text.strip():
        raise bad_request("message text is empty")
    parts: list[str] = []
    part: list[str] = []
    length = 0
    for sign in text.strip():
        width = units(sign)
        if length + width > TEXT_LIMIT:
            parts.append("".join(part))
            part, length = [], 0
        part.append(sign)
        length += width
    parts.append("".join(part))
    return [each for each in parts if each.strip()]


def _chosen(value: Any, *names: str) -> Json:
    if not isinstance(value, dict) or not value.get("phone_number"):
        raise bad_request("a contact has a phone_number and a first_name")
    return {"first_name": ""} | {name: value[name] for name in names if value.get(name) is not None}


def _sticker(world: World, emoji: str) -> Json:
    record = world.files.add_document(Upload("sticker.webp", "image/webp", emoji.encode()), "stickers")
    shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False, "emoji": emoji}
    return {name: record[name] for name in ("file_id", "file_unique_id", "file_size")} | shape


def _voice(world: World, duration: int) -> Json:
    record = world.files.add_document(Upload("voice.ogg", "audio/ogg", b"OggS" + bytes(duration)), "voice")
    names = ("file_id", "file_unique_id", "file_size", "mime_type")
    return {name: record[name] for name in names} | {"duration": duration}
