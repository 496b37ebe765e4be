"""Forum topics: create, rename, close, open again, delete."""

from __future__ import annotations

from bot.sandbox.botapi.params import Call
from bot.sandbox.chats import ICON_COLORS
from bot.sandbox.errors import bad_request
from bot.sandbox.store import Json
from bot.sandbox.views import page_topic
from bot.sandbox.world import Draft

_NAME_LIMIT = 128


def create_forum_topic(call: Call) -> Json:
    """createForumTopic: the topic's id is that of the message that tells of it."""
    chat = _forum(call)
    name = _name(call)
    color = call.number("icon_color", ICON_COLORS[0])
    if color not in ICON_COLORS:
        raise bad_request("invalid icon color specified")
    call.world.flood.check(chat["id"])
    with call.world.store.together():
        created = {"name": name, "icon_color": color}
        posted = call.world.post(chat, None, Draft({"forum_topic_created": created}))
        message = posted["message"]
        topic_id = message["message_id"]
        message |= {"message_thread_id": topic_id, "is_topic_message": True}
        chat["topics"][str(topic_id)] = {"id": topic_id, "closed": False, **created}
        call.world.chats.save(chat)
        call.world.changed(posted)
    _tell(call, chat, topic_id)
    return {"message_thread_id": topic_id, **created}


def edit_forum_topic(call: Call) -> bool:
    """editForumTopic: its name."""
    chat, topic = _topic(call)
    name = _name(call) if call.text("name") is not None else topic["name"]
    if name == topic["name"]:
        raise bad_request("TOPIC_NOT_MODIFIED")
    return _change(call, chat, topic, {"name": name}, {"forum_topic_edited": {"name": name}})


def close_forum_topic(call: Call) -> bool:
    """closeForumTopic."""
    chat, topic = _topic(call)
    if topic["closed"]:
        raise bad_request("TOPIC_NOT_MODIFIED")
    return _change(call, chat, topic, {"closed": True}, {"forum_topic_closed": {}})


def reopen_forum_topic(call: Call) -> bool:
    """reopenForumTopic."""
    chat, topic = _topic(call)
    if not topic["closed"]:
        raise bad_request("TOPIC_NOT_MODIFIED")
    return _change(call, chat, topic, {"closed": False}, {"forum_topic_reopened": {}})


def delete_forum_topic(call: Call) -> bool:
    """deleteForumTopic, with all its messages."""
    chat, topic = _topic(call)
    in_it = [
        record["message"]["message_id"]
        for record in call.world.history.newest_first(chat["id"])
        if record["message"].get("message_thread_id") == topic["id"]
    ]
    with call.world.store.together():
        del chat["topics"][str(topic["id"])]
        call.world.chats.save(chat)
        for message_id in in_it:
            call.world.remove(chat, message_id)
    call.world.events.publish("topic", chat_id=chat["id"], topic={**page_topic(topic), "deleted": True})
    call.world.tell_chat(chat)
    return True


def _forum(call: Call) -> Json:
    chat = call.chat()
    if not chat["is_forum"]:
        raise bad_request("the chat is not a forum")
    return chat


def _topic(call: Call) -> tuple[Json, Json]:
    chat = _forum(call)
    topic = chat["topics"].get(str(call.number("message_thread_id")))
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return chat, topic


def _name(call: Call) -> str:
    name = (call.text("name") or "").strip()
    if not name:
        raise bad_request("topic name must be non-empty")
    if len(name) > _NAME_LIMIT:
        raise bad_request("TOPIC_TITLE_INVALID")
    return name


def _change(call: Call, chat: Json, topic: Json, change: Json, told: Json) -> bool:
    topic |= change
    with call.world.store.together():
        call.world.chats.save(chat)
        call.world.post(chat, None, Draft(told, topic_id=topic["id"]))
    _tell(call, chat, topic["id"])
    return True


def _tell(call: Call, chat: Json, topic_id: int) -> None:
    call.world.events.publish("topic", chat_id=chat["id"], topic=page_topic(chat["topics"][str(topic_id)]))
    call.world.tell_chat(chat)


METHODS = {
    "createForumTopic": create_forum_topic,
    "editForumTopic": edit_forum_topic,
    "closeForumTopic": close_forum_topic,
    "reopenForumTopic": reopen_forum_topic,
    "deleteForumTopic": delete_forum_topic,
}
