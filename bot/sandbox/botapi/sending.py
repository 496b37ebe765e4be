"""sendMessage, sendLocation, sendContact, sendChatAction: what is sent without a file."""

from __future__ import annotations

from bot.sandbox.botapi.outgoing import check_link_preview, send
from bot.sandbox.botapi.params import Call
from bot.sandbox.errors import bad_request
from bot.sandbox.formatting import message_text
from bot.sandbox.places import location
from bot.sandbox.store import Json
from bot.sandbox.textspan import Text

_ACTIONS = (
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document"),
    *("choose_sticker", "find_location", "record_video_note", "upload_video_note"),
)


def text_of(call: Call) -> Text:
    """The text the call carries. Raises ApiError."""
    check_link_preview(call.structure("link_preview_options"))
    return message_text(call.text("text"), call.text("parse_mode"), call.structure("entities"))


def text_content(span: Text, options: Json | None) -> Json:
    """The text part of a Message."""
    content: Json = {"text": span.text}
    if span.entities:
        content["entities"] = span.entities
    if options:
        content["link_preview_options"] = options
    return content


def send_message(call: Call) -> Json:
    """sendMessage."""
    return send(call, text_content(text_of(call), call.structure("link_preview_options")))


def send_location(call: Call) -> Json:
    """sendLocation; degrees."""
    return send(call, {"location": location(call.values)})


def send_contact(call: Call) -> Json:
    """sendContact."""
    phone, first_name = call.text("phone_number"), call.text("first_name")
    if not phone:
        raise bad_request("phone number is empty")
    if not first_name:
        raise bad_request("first name is empty")
    contact = {"phone_number": phone, "first_name": first_name}
    if last_name := call.text("last_name"):
        contact["last_name"] = last_name
    return send(call, {"contact": contact})


def send_chat_action(call: Call) -> bool:
    """sendChatAction."""
    chat = call.chat()
    action = (call.text("action") or "").lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.world.reachable(chat)
    topic_id = call.optional_number("message_thread_id")
    call.world.writable_topic(chat, topic_id)
    call.world.events.publish("chat_action", chat_id=chat["id"], action=action, topic_id=topic_id)
    return True


METHODS = {
    "sendMessage": send_message,
    "sendLocation": send_location,
    "sendContact": send_contact,
    "sendChatAction": send_chat_action,
}
