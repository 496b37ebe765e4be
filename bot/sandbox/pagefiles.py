"""Files between the chat page and the sandbox."""

from __future__ import annotations

from urllib.parse import quote

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.files import UPLOAD_LIMIT, Upload
from bot.sandbox.store import Json

_SHOWN_IN_PLACE = ("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf")
_WHOLE_NUMBERS = ("user_id", "topic_id")


async def read_upload(request: Request) -> tuple[Json, Upload]:
    """The fields and the `file` of a multipart form. Raises ApiError."""
    if int(request.headers.get("content-length", "0")) > UPLOAD_LIMIT + 65_536:
        raise ApiError(413, "Request Entity Too Large")
    async with request.form() as form:
        sent = form.get("file")
        if not isinstance(sent, UploadFile):
            raise bad_request("there is no file in the request")
        fields: Json = {name: value for name, value in form.items() if isinstance(value, str)}
        for name in _WHOLE_NUMBERS:
            fields[name] = int(fields[name]) if fields.get(name) else None
        return fields, Upload(sent.filename or "file", sent.content_type or "", await sent.read())


def file_response(record: Json, content: bytes) -> Response:
    """The bytes with their type. Only pictures and PDFs are shown in place: a page somebody sent must not run here."""
    kind = record["mime_type"] if record["mime_type"] in _SHOWN_IN_PLACE else "application/octet-stream"
    if record["kind"] == "photos" and kind not in _SHOWN_IN_PLACE:
        kind = "image/jpeg"
    place = "inline" if kind in _SHOWN_IN_PLACE else "attachment"
    headers = {
        "Content-Disposition": f"{place}; filename*=UTF-8''{quote(record['file_name'])}",
        "Cache-Control": "private, max-age=31536000, immutable",
    }
    return Response(content, media_type=kind, headers=headers)
