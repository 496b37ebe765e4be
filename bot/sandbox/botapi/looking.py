"""getChat, its members, getUserProfilePhotos, getFile."""

from __future__ import annotations

from bot.sandbox.botapi.params import Call
from bot.sandbox.errors import bad_request
from bot.sandbox.people import as_user
from bot.sandbox.store import Json

_RIGHTS = (
    *("can_be_edited", "can_manage_chat", "can_change_info", "can_delete_messages", "can_invite_users"),
    *("can_restrict_members", "can_pin_messages", "can_manage_topics", "can_promote_members", "can_manage_video_chats"),
    *("can_post_stories", "can_edit_stories", "can_delete_stories", "is_anonymous"),
)
_NOT_GIVEN = ("can_be_edited", "can_promote_members", "is_anonymous")


def get_chat(call: Call) -> Json:
    """getChat: a ChatFullInfo."""
    chat = call.chat()
    types = {"unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"}
    full: Json = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(types, False)}
    full |= call.world.chat_json(chat)
    pinned = call.world.history.get(chat["id"], chat["pinned"][-1]) if chat["pinned"] else None
    return full | ({"pinned_message": pinned["message"]} if pinned else {})


def get_chat_member(call: Call) -> Json:
    """getChatMember."""
    chat, user_id = call.chat(), call.number("user_id")
    if user_id == call.world.bot_id:
        return _bot_member(call, chat)
    person = call.world.people.get(user_id)
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    if user_id in chat.get("staff", []):
        return {"status": "creator", "user": as_user(person), "is_anonymous": False}
    return {"status": "member" if user_id == chat.get("user_id") else "left", "user": as_user(person)}


def _bot_member(call: Call, chat: Json) -> Json:
    user = call.world.profile.as_user()
    if chat["type"] == "private":
        return {"status": "member", "user": user}
    rights = {name: name not in _NOT_GIVEN for name in _RIGHTS}
    return {"status": "administrator", "user": user, **rights}


def get_chat_administrators(call: Call) -> list[Json]:
    """getChatAdministrators: the staff and the bot."""
    chat = call.chat()
    if chat["type"] == "private":
        raise bad_request("there are no administrators in the private chat")
    staff = [as_user(call.world.people.known(user_id)) for user_id in chat["staff"]]
    creators = [{"status": "creator", "user": user, "is_anonymous": False} for user in staff]
    return [*creators, _bot_member(call, chat)]


def get_chat_member_count(call: Call) -> int:
    """getChatMemberCount."""
    return len(call.chat().get("staff", [0])) + 1


def get_user_profile_photos(call: Call) -> Json:
    """getUserProfilePhotos: nobody here has any."""
    if call.world.people.get(call.number("user_id")) is None:
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}


def get_file(call: Call) -> Json:
    """getFile: up to 20 MB."""
    return call.world.files.for_download(call.text("file_id"))


METHODS = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "getUserProfilePhotos": get_user_profile_photos,
    "getFile": get_file,
}
