"""What all sending methods share: where a message goes, what it answers, what stands under it."""

from __future__ import annotations

from typing import Any

from bot.sandbox.botapi.params import Call
from bot.sandbox.errors import bad_request
from bot.sandbox.links import link_problem
from bot.sandbox.markup import checked_markup
from bot.sandbox.store import Json
from bot.sandbox.world import Draft


def send(call: Call, content: Json) -> Json:
    """Post a message of the bot with the call's common parameters; the Message. Raises ApiError."""
    return send_all(call, [content])[0]


def send_all(call: Call, contents: list[Json]) -> list[Json]:
    """Post several messages as one call; the Messages. Raises ApiError."""
    world = call.world
    markup = checked_markup(call.structure("reply_markup"))
    chat = call.chat()
    world.reachable(chat)
    reply_to = _reply_to(call, chat)
    topic_id = call.optional_number("message_thread_id") or _topic_of(call, chat, reply_to)
    world.writable_topic(chat, topic_id)
    world.flood.check(chat["id"], len(contents))
    drafts = [Draft(each, topic_id, reply_to, markup, call.flag("protect_content")) for each in contents]
    with world.store.together():
        return [world.post(chat, None, draft)["message"] for draft in drafts]


def _topic_of(call: Call, chat: Json, message_id: int | None) -> int | None:
    record = call.world.history.get(chat["id"], message_id) if message_id else None
    return record["message"].get("message_thread_id") if record else None


def _reply_to(call: Call, chat: Json) -> int | None:
    parameters = call.structure("reply_parameters")
    if parameters is None:
        message_id = call.number("reply_to_message_id")
        parameters = {"message_id": message_id} if message_id else None
    if not parameters:
        return None
    if not isinstance(parameters, dict) or "message_id" not in parameters:
        raise bad_request('can\'t find field "message_id"')
    wanted = int(parameters["message_id"])
    if call.world.history.get(chat["id"], wanted) is None:
        if parameters.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")
    return wanted


def check_link_preview(options: Any) -> None:
    """Refuses link_preview_options that Telegram refuses. Raises ApiError."""
    if options is None:
        return
    if not isinstance(options, dict):
        raise bad_request("object expected as link preview options")
    for flag in ("is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text"):
        if not isinstance(options.get(flag, False), bool):
            raise bad_request(f'field "{flag}" must be of type Boolean')
    if options.get("url") and link_problem(str(options["url"])):
        raise bad_request("WEBPAGE_URL_INVALID")
