"""sendPhoto, sendDocument, sendSticker, sendVoice, sendMediaGroup."""

from __future__ import annotations

import secrets
from typing import Any

from bot.sandbox.botapi.outgoing import send, send_all
from bot.sandbox.botapi.params import Call
from bot.sandbox.errors import bad_request
from bot.sandbox.files import as_document, as_photo
from bot.sandbox.formatting import caption_text
from bot.sandbox.store import Json


def photo_content(call: Call, reference: Any = None) -> Json:
    """{"photo": [PhotoSize...]} of the upload or file_id a call carries. Raises ApiError."""
    given = call.attached("photo", reference)
    if given is None:
        raise bad_request("there is no photo in the request")
    if not isinstance(given, str):
        return {"photo": as_photo(call.world.files.add_photo(given))}
    record = _known(call, given, "photos", "Photo")
    return {"photo": as_photo([record])}


def document_content(call: Call, reference: Any = None) -> Json:
    """{"document": Document} of the upload or file_id a call carries. Raises ApiError."""
    given = call.attached("document", reference)
    if given is None:
        raise bad_request("there is no document in the request")
    if not isinstance(given, str):
        return {"document": as_document(call.world.files.add_document(given))}
    return {"document": as_document(_known(call, given, "documents", "Document"))}


def _known(call: Call, file_id: str, folder: str, wanted: str) -> Json:
    record = call.world.files.get(file_id)
    if record is None:
        if file_id.lower().startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    if record["kind"] != folder:
        found = record["kind"].removesuffix("s").capitalize()
        raise bad_request(f"can't use file of type {found} as {wanted}")
    return record


def caption_content(call: Call, given: Json | None = None) -> Json:
    """The caption part of a Message, from the call or from an InputMedia. Raises ApiError."""
    if given is None:
        given = {name: call.text(name) for name in ("caption", "parse_mode")}
        given["caption_entities"] = call.structure("caption_entities")
    span = caption_text(given.get("caption"), given.get("parse_mode"), given.get("caption_entities"))
    content: Json = {"caption": span.text} if span.text else {}
    if span.entities:
        content["caption_entities"] = span.entities
    return content


def send_photo(call: Call) -> Json:
    """sendPhoto."""
    caption = caption_content(call)
    call.world.reachable(call.chat())
    return send(call, {**photo_content(call), **caption})


def send_document(call: Call) -> Json:
    """sendDocument."""
    caption = caption_content(call)
    call.world.reachable(call.chat())
    return send(call, {**document_content(call), **caption})


def send_sticker(call: Call) -> Json:
    """sendSticker; any file counts as one."""
    record = _any_file(call, "sticker", "stickers")
    shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return send(call, {"sticker": {**_named(record), **shape}})


def send_voice(call: Call) -> Json:
    """sendVoice; the duration is in seconds."""
    caption = caption_content(call)
    record = _any_file(call, "voice", "voice")
    voice = {**_named(record), "mime_type": record["mime_type"], "duration": call.number("duration")}
    return send(call, {"voice": voice, **caption})


def _any_file(call: Call, name: str, folder: str) -> Json:
    call.world.reachable(call.chat())
    given = call.attached(name)
    if given is None:
        raise bad_request(f"there is no {name} in the request")
    if isinstance(given, str):
        return _known(call, given, folder, name.capitalize())
    return call.world.files.add_document(given, folder)


def _named(record: Json) -> Json:
    return {name: record[name] for name in ("file_id", "file_unique_id", "file_size")}


def media_content(call: Call, media: Any) -> Json:
    """What an InputMediaPhoto or InputMediaDocument shows. Raises ApiError."""
    if not isinstance(media, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    if "media" not in media:
        raise bad_request("can't parse InputMedia: Can't find field \"media\"")
    makers = {"photo": photo_content, "document": document_content}
    if media.get("type") not in makers:
        raise bad_request("can't parse InputMedia: invalid media type specified")
    return {**makers[media["type"]](call, media["media"]), **caption_content(call, media)}


def send_media_group(call: Call) -> list[Json]:
    """sendMediaGroup: 2 to 10 photos, or 2 to 10 documents."""
    album = call.structure("media")
    if not isinstance(album, list):
        raise bad_request("expected an Array of InputMedia")
    if not 1 <= len(album) <= 10:
        raise bad_request("group send failed: from 2 to 10 media must be included in an album")
    call.world.reachable(call.chat())
    contents = [media_content(call, media) for media in album]
    if len({next(iter(content)) for content in contents}) > 1:
        raise bad_request("Can't use the media of the specified type in the album")
    group = str(secrets.randbits(53))
    return send_all(call, [{"media_group_id": group, **content} for content in contents])


METHODS = {
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendSticker": send_sticker,
    "sendVoice": send_voice,
    "sendMediaGroup": send_media_group,
}
