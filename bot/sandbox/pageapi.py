"""What the chat page in the browser talks to, as JSON."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.sandbox import passengers
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.pagefiles import file_response, read_upload
from bot.sandbox.profile import scopes_for
from bot.sandbox.store import Json, from_json
from bot.sandbox.views import page_message, page_person
from bot.sandbox.world import World

Answer = Callable[[World, Request], Awaitable[Any]]


def page_routes(worlds: Mapping[int, World]) -> list[Route]:
    """The routes under /page, for the worlds by bot id; `?bot=ID` chooses one, else it is the first."""

    def route(path: str, answer: Answer, method: str = "GET") -> Route:
        async def endpoint(request: Request) -> Response:
            try:
                result = await answer(_chosen(worlds, request), request)
            except ApiError as refusal:
                return _refused(refusal.code, refusal.description)
            except (ValueError, TypeError, KeyError, AttributeError) as problem:
                return _refused(400, f"Bad Request: {problem}")
            return result if isinstance(result, Response) else JSONResponse(result)

        return Route(f"/page{path}", endpoint, methods=[method])

    return [
        route("/state", _state),
        route("/users", _add_user, "POST"),
        route("/users/{user_id}/block", _block, "POST"),
        route("/chats/{chat_id}/messages", _messages),
        route("/chats/{chat_id}/send", _send, "POST"),
        route("/chats/{chat_id}/edit", _edit, "POST"),
        route("/chats/{chat_id}/open", _open, "POST"),
        route("/callback", _tap, "POST"),
        route("/commands", _commands),
        route("/file/{file_id}", _file),
        route("/events", _events),
    ]


def _chosen(worlds: Mapping[int, World], request: Request) -> World:
    bot_id = request.query_params.get("bot")
    if bot_id is None:
        return next(iter(worlds.values()))
    if int(bot_id) not in worlds:
        raise bad_request("no such bot")
    return worlds[int(bot_id)]


def _refused(code: int, why: str) -> Response:
    return JSONResponse({"error": why}, status_code=code)


async def _body(request: Request) -> Json:
    body = from_json(await request.body())
    if not isinstance(body, dict):
        raise bad_request("expected an object")
    return body


def _chat_id(request: Request) -> int:
    return int(request.path_params["chat_id"])


async def _state(world: World, _: Request) -> Json:
    words = {which: world.profile.word(which, "") for which in ("name", "description", "short_description")}
    bot = {"id": world.bot_id, "username": world.profile.me["username"], **words}
    bot["descriptions"] = world.profile.translations("description")
    return {
        "me": {"bot": bot},
        "users": [page_person(person) for person in world.people],
        "chats": [world.chat_summary(chat) for chat in world.chats],
        "clock": world.clock.as_json(),
        "seq": world.events.last,
    }


async def _add_user(world: World, request: Request) -> Json:
    body = await _body(request)
    names = ("first_name", "last_name", "language_code", "phone", "username")
    person = {name: str(body[name])[:64] for name in names if body.get(name)}
    if not person.get("first_name"):
        raise bad_request("first_name is empty")
    with world.store.together():
        kept = world.people.add({"language_code": "en", **person})
        chat = world.chats.add_private(kept)
    world.events.publish("user", user=page_person(kept))
    world.tell_chat(chat)
    return page_person(kept)


async def _block(world: World, request: Request) -> Json:
    return passengers.block(world, int(request.path_params["user_id"]), bool((await _body(request)).get("blocked")))


async def _messages(world: World, request: Request) -> Json:
    chat = world.chats.named(_chat_id(request))
    query = request.query_params
    before = int(query.get("before", "0")) or None
    limit = min(max(int(query.get("limit", "50")), 1), 200)
    found: list[Json] = []
    for record in world.history.newest_first(chat["id"]):
        message = record["message"]
        if (before is None or message["message_id"] < before) and _in_topic(message, query.get("topic")):
            found.append(page_message(record))
        if len(found) > limit:
            break
    return {"messages": found[:limit][::-1], "more": len(found) > limit}


def _in_topic(message: Json, topic: str | None) -> bool:
    """Topics 0 and 1 mean the general one, whose messages carry no thread id."""
    if topic is None or topic == "":
        return True
    wanted = int(topic)
    return bool(message.get("message_thread_id", 1) == (wanted or 1))


async def _send(world: World, request: Request) -> Json:
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        fields, sent = await read_upload(request)
        return passengers.upload(world, _chat_id(request), fields, sent)
    return passengers.say(world, _chat_id(request), await _body(request))


async def _edit(world: World, request: Request) -> Json:
    return passengers.edit(world, _chat_id(request), await _body(request))


async def _open(world: World, request: Request) -> Json:
    return passengers.read(world, _chat_id(request))


async def _tap(world: World, request: Request) -> Json:
    return passengers.tap(world, await _body(request))


async def _commands(world: World, request: Request) -> Json:
    chat = world.chats.named(int(request.query_params["chat_id"]))
    person = world.people.known(int(request.query_params["user_id"]))
    commands = world.profile.resolved(scopes_for(chat, person["id"]), person["language_code"])
    private = chat["id"] if chat["type"] == "private" else None
    return {"commands": commands, "menu_button": world.profile.menu_button(private)}


async def _file(world: World, request: Request) -> Response:
    record = world.files.get(request.path_params["file_id"])
    if record is None:
        raise ApiError(404, "Not Found")
    return file_response(record, world.files.content(record))


async def _events(world: World, request: Request) -> Response:
    after = request.headers.get("last-event-id") or request.query_params.get("after")
    stream = world.events.stream(int(after) if after else None)
    return StreamingResponse(stream, media_type="text/event-stream", headers={"Cache-Control": "no-store"})
