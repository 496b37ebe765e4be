"""A Bot API server between the bot and the sandbox, with the moods of the real one: chats that are flooded for longer
than the sandbox ever asks for, and updates of a shape that the library does not know."""

import json
import math
import socket
import time
from collections.abc import Awaitable, Callable
from threading import Thread
from types import TracebackType
from typing import Any, Self

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot

from bot.lifecycle import WebServer
from tests.unit.bot.chatters import Chatters, Someone, with_bot


class MoodyTelegram:
    """`with MoodyTelegram(chat) as telegram:` serves until the block ends."""

    def __init__(self, chat: Chatters) -> None:
        self._sandbox = chat.sandbox
        self._flooded: dict[int, float] = {}
        self._let_in: dict[int, int] = {}
        self._spoiled = ""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._server = WebServer(Starlette(routes=[Route("/{path:path}", self._pass_on, methods=["POST"])]))
        self._thread = Thread(target=self._server.run, args=([self._listener],), daemon=True)

    def floods(self, person: Someone, seconds: float, after: int = 0) -> None:
        """Refuse what is sent to this chat, so long; the first messages, so many, come through."""
        self._flooded[int(person.chat_id)] = time.monotonic() + seconds
        self._let_in[int(person.chat_id)] = after

    def spoils(self, text: str) -> None:
        """Make updates with this text unreadable: their message has neither date nor chat."""
        self._spoiled = text

    def with_bot(self, use: Callable[[Bot], Awaitable[Any]]) -> Any:
        """The result of `use` with a bot that talks to this server."""
        return with_bot(self._sandbox.token, self.url, use)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    async def _pass_on(self, request: Request) -> Response:
        body = await request.body()  # before the form, which would use it up
        form = await request.form()
        chat_id = int(str(form.get("chat_id", 0)))
        left = self._flooded.get(chat_id, 0) - time.monotonic()
        if left > 0 and "/send" in request.url.path.lower() and not request.url.path.endswith("ChatAction"):
            if not self._let_in[chat_id]:
                return _too_many(math.ceil(left))
            self._let_in[chat_id] -= 1
        headers = {"content-type": request.headers.get("content-type", "")}
        async with httpx.AsyncClient(trust_env=False, timeout=60) as client:
            answer = await client.post(self._sandbox.url + request.url.path, content=body, headers=headers)
        told = answer.json()
        if self._spoiled and request.url.path.endswith("getUpdates"):
            told["result"] = [self._as_spoiled(update) for update in told["result"]]
        return Response(json.dumps(told), answer.status_code, media_type="application/json")

    def _as_spoiled(self, update: dict[str, Any]) -> dict[str, Any]:
        if update.get("message", {}).get("text") != self._spoiled:
            return update
        return {"update_id": update["update_id"], "message": {"message_id": "?", "text": self._spoiled}}

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._listener.close()


def _too_many(seconds: int) -> Response:
    told = {
        "ok": False,
        "error_code": 429,
        "description": f"Too Many Requests: retry after {seconds}",
        "parameters": {"retry_after": seconds},
    }
    return Response(json.dumps(told), 429, media_type="application/json")
