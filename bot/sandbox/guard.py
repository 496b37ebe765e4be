"""Keeps foreign web sites from driving the sandbox through somebody's browser (DNS rebinding, cross-site POSTs)."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.sandbox.settings import LOOPBACK_HOSTS

_BY_TOKEN = ("/bot", "/file/bot")


class LoopbackOnly:
    """Answers 403 unless the Host is loopback and, where no bot token guards a change, the Origin is the same site."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = _refusal(scope["method"], scope["path"], Headers(scope=scope))
        if refusal:
            await JSONResponse({"error": refusal}, status_code=403)(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *_ALWAYS]
            await send(message)

        await self._app(scope, receive, send_guarded)


_ALWAYS = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"SAMEORIGIN"),
]


def _refusal(method: str, path: str, headers: Headers) -> str | None:
    host = headers.get("host", "")
    if _hostname(f"http://{host}") not in LOOPBACK_HOSTS:
        return "this sandbox answers on localhost only"
    if method in ("GET", "HEAD") or path.startswith(_BY_TOKEN):
        return None
    origin = headers.get("origin")
    foreign = origin is not None and urlsplit(origin).netloc.lower() != host.lower()
    if foreign or headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return "requests from other sites are not taken"
    return None


def _hostname(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
