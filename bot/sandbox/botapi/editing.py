"""editMessageText, editMessageCaption, editMessageMedia, editMessageReplyMarkup."""

from __future__ import annotations

from typing import Any

from bot.sandbox.botapi.media import caption_content, media_content
from bot.sandbox.botapi.params import Call
from bot.sandbox.botapi.sending import text_content, text_of
from bot.sandbox.errors import bad_request
from bot.sandbox.markup import checked_markup
from bot.sandbox.store import Json

_TEXT = ("text", "entities", "link_preview_options")
_CAPTION = ("caption", "caption_entities")
_MEDIA = ("photo", "document")
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(call: Call) -> Json:
    """editMessageText."""
    span = text_of(call)
    record = _own(call)
    if "text" not in record["message"]:
        raise bad_request("there is no text in the message to edit")
    return _replace(call, record, _TEXT, text_content(span, call.structure("link_preview_options")))


def edit_message_caption(call: Call) -> Json:
    """editMessageCaption."""
    caption = caption_content(call)
    record = _own(call)
    if not any(name in record["message"] for name in (*_MEDIA, "voice")):
        raise bad_request("there is no caption in the message to edit")
    return _replace(call, record, _CAPTION, caption)


def edit_message_media(call: Call) -> Json:
    """editMessageMedia: another photo or document, also in place of a text."""
    record = _own(call)
    if not any(name in record["message"] for name in (*_MEDIA, "text")):
        raise bad_request("there is no media in the message to edit")
    content = media_content(call, call.structure("media"))
    return _replace(call, record, (*_TEXT, *_CAPTION, *_MEDIA), content)


def edit_message_reply_markup(call: Call) -> Json:
    """editMessageReplyMarkup."""
    return _replace(call, _own(call), (), {})


def _own(call: Call) -> Json:
    if call.text("inline_message_id"):
        raise bad_request("message to edit not found")
    _, record = call.message("message to edit not found")
    if not record["from_bot"] or record["message"].get("forward_origin") or record["keyboard"]:
        raise bad_request("message can't be edited")
    return record


def _replace(call: Call, record: Json, names: tuple[str, ...], content: Json) -> Json:
    world = call.world
    markup = checked_markup(call.structure("reply_markup"), inline_only=True)
    old: Json = record["message"]
    chat = world.chats.named(old["chat"]["id"])
    world.reachable(chat)
    if old.get("reply_markup") == markup and _content(old, names) == _content(content, names):
        raise bad_request(_SAME)
    world.flood.check(chat["id"])
    new = {name: value for name, value in old.items() if name not in (*names, "reply_markup")} | content
    new["edit_date"] = world.unix_now()
    if markup:
        new["reply_markup"] = markup
    record["message"] = new
    world.changed(record)
    return new


def _content(message: Json, names: tuple[str, ...]) -> list[Any]:
    return [message.get(name) for name in names if name != "link_preview_options"]


METHODS = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "editMessageReplyMarkup": edit_message_reply_markup,
}
