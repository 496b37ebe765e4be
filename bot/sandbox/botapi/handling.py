"""What is done with messages that are there: delete, copy, forward, pin, react."""

from __future__ import annotations

from bot.sandbox.botapi.media import caption_content
from bot.sandbox.botapi.outgoing import send
from bot.sandbox.botapi.params import Call
from bot.sandbox.errors import bad_request
from bot.sandbox.store import Json
from bot.sandbox.world import Draft

_DELETABLE_SECONDS = 48 * 3600
_CONTENT = (
    *("text", "entities", "caption", "caption_entities", "photo", "document", "sticker", "voice", "location"),
    *("contact", "link_preview_options"),
)
_REACTIONS = (
    "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳💯🤣⚡🍌🏆💔🤨😐"
    "🍓🍾💋😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾😡"
)


def delete_message(call: Call) -> bool:
    """deleteMessage: a message younger than 48 hours by the sandbox's clock."""
    chat, record = call.message("message to delete not found")
    if call.world.unix_now() - record["message"]["date"] > _DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    call.world.remove(chat, record["message"]["message_id"])
    return True


def delete_messages(call: Call) -> bool:
    """deleteMessages: up to 100; those that are not there are passed over."""
    chat = call.chat()
    wanted = call.structure("message_ids")
    if not isinstance(wanted, list) or not wanted:
        raise bad_request("message identifiers are not specified")
    if len(wanted) > 100:
        raise bad_request("too many message identifiers specified")
    oldest = call.world.unix_now() - _DELETABLE_SECONDS
    for message_id in wanted:
        record = call.world.history.get(chat["id"], int(message_id))
        if record is not None and record["message"]["date"] >= oldest:
            call.world.remove(chat, int(message_id))
    return True


def copy_message(call: Call) -> Json:
    """copyMessage: the same content as a message of the bot's own."""
    message = _source(call, "copied", "copy")
    content = {name: message[name] for name in _CONTENT if name in message}
    if call.text("caption") is not None and "text" not in content:
        content = {k: v for k, v in content.items() if not k.startswith("caption")} | caption_content(call)
    return {"message_id": send(call, content)["message_id"]}


def forward_message(call: Call) -> Json:
    """forwardMessage."""
    message = _source(call, "forwarded", "forward")
    origin = {"type": "user", "sender_user": message["from"], "date": message["date"]}
    content = {name: message[name] for name in _CONTENT if name in message}
    return send(call, {"forward_origin": message.get("forward_origin", origin), **content})


def _source(call: Call, done: str, verb: str) -> Json:
    call.chat()
    chat = call.chat("from_chat_id")
    record = call.world.history.get(chat["id"], call.number("message_id"))
    if record is None:
        raise bad_request(f"message to {verb} not found")
    message: Json = record["message"]
    if message.get("has_protected_content") or not any(name in message for name in _CONTENT):
        raise bad_request(f"message can't be {done}")
    return message


def pin_chat_message(call: Call) -> bool:
    """pinChatMessage."""
    chat = call.chat()
    record = call.world.history.get(chat["id"], call.number("message_id"))
    if record is None:
        raise bad_request("message to pin not found")
    message = record["message"]
    if message["message_id"] not in chat["pinned"]:
        chat["pinned"].append(message["message_id"])
        call.world.chats.save(chat)
        shown = {name: value for name, value in message.items() if name != "reply_to_message"}
        call.world.post(chat, None, Draft({"pinned_message": shown}, topic_id=message.get("message_thread_id")))
    return True


def unpin_chat_message(call: Call) -> bool:
    """unpinChatMessage: that one, or the last pinned."""
    chat = call.chat()
    message_id = call.number("message_id") or (chat["pinned"][-1] if chat["pinned"] else 0)
    if message_id not in chat["pinned"]:
        raise bad_request("message to unpin not found")
    chat["pinned"].remove(message_id)
    call.world.chats.save(chat)
    return True


def unpin_all_chat_messages(call: Call) -> bool:
    """unpinAllChatMessages."""
    chat = call.chat()
    chat["pinned"].clear()
    call.world.chats.save(chat)
    return True


def set_message_reaction(call: Call) -> bool:
    """setMessageReaction: at most one emoji from Telegram's list."""
    chat = call.chat()
    record = call.world.history.get(chat["id"], call.number("message_id"))
    if record is None:
        raise bad_request("message to react not found")
    reactions = call.structure("reaction") or []
    emojis = [each.get("emoji") if isinstance(each, dict) else None for each in reactions]
    if len(emojis) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(not emoji or emoji.rstrip("\ufe0f") not in _REACTIONS for emoji in emojis):
        raise bad_request("REACTION_INVALID")
    record["reactions"] = reactions
    call.world.changed(record)
    return True


METHODS = {
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "copyMessage": copy_message,
    "forwardMessage": forward_message,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_all_chat_messages,
    "setMessageReaction": set_message_reaction,
}
