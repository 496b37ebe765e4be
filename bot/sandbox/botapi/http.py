"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

from __future__ import annotations

import re
from collections.abc import Mapping

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.botapi.calling import perform
from bot.sandbox.botapi.params import Call
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.files import DOWNLOAD_LIMIT, UPLOAD_LIMIT, Upload
from bot.sandbox.store import Json, from_json
from bot.sandbox.world import World

_TOKEN = re.compile(r"\d{1,20}:[\w-]+", re.ASCII)
_ROOM_FOR_THE_REST = 1024 * 1024


def bot_routes(worlds: Mapping[str, World]) -> list[Route]:
    """The routes of the Bot API, for the worlds by their tokens."""

    def world_of(request: Request) -> World:
        token = request.path_params["token"]
        if token in worlds:
            return worlds[token]
        raise ApiError(401, "Unauthorized") if _TOKEN.fullmatch(token) else ApiError(404, "Not Found")

    async def method(request: Request) -> Response:
        try:
            world = world_of(request)
            values, files = await _parameters(request)
            result = await perform(request.path_params["method"], Call(world, values, files))
        except ApiError as refusal:
            return _refused(refusal)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
            return _refused(bad_request("can't parse request parameters"))
        return JSONResponse({"ok": True, "result": result})

    async def download(request: Request) -> Response:
        try:
            files = world_of(request).files
        except ApiError as refusal:
            return _refused(refusal)
        record = files.at(request.path_params["path"])
        if record is None or record["file_size"] > DOWNLOAD_LIMIT:
            return _refused(ApiError(404, "Not Found"))
        return Response(files.content(record), media_type="application/octet-stream")

    return [
        Route("/bot{token}/{method}", method, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", download),
    ]


def _refused(refusal: ApiError) -> Response:
    headers = {} if refusal.retry_after is None else {"Retry-After": str(refusal.retry_after)}
    return JSONResponse(refusal.as_json(), status_code=refusal.code, headers=headers)


async def _parameters(request: Request) -> tuple[Json, dict[str, Upload]]:
    values: Json = dict(request.query_params)
    if request.method == "GET":
        return values, {}
    if int(request.headers.get("content-length", "0")) > UPLOAD_LIMIT + _ROOM_FOR_THE_REST:
        raise ApiError(413, "Request Entity Too Large")
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind == "application/json":
        return values | await _json(request), {}
    return await _form(request, values)


async def _json(request: Request) -> Json:
    try:
        body = from_json(await request.body() or b"{}")
    except ValueError as problem:
        raise bad_request("can't parse JSON encoded request parameters") from problem
    if not isinstance(body, dict):
        raise bad_request("expected an Object as request parameters")
    return body


async def _form(request: Request, values: Json) -> tuple[Json, dict[str, Upload]]:
    files: dict[str, Upload] = {}
    try:
        async with request.form(max_files=20, max_part_size=_ROOM_FOR_THE_REST) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    files[name] = Upload(value.filename or name, value.content_type or "", await value.read())
                else:
                    values[name] = value
    except HTTPException as problem:
        raise bad_request("can't parse multipart request parameters") from problem
    return values, files
