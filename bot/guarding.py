"""What every answer of our web server carries so that browsers do no harm with it; a failure says nothing."""

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
PAGE_POLICY = f"{_NOTHING}; style-src 'unsafe-inline'"  # of a page with a style of its own
HEADERS = {
    "Content-Security-Policy": _NOTHING,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",  # the address a payer comes back to has the gateway's signature in it
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",  # browsers take it by https only
    "Cache-Control": "no-store",
}


class SecurityHeaders:
    """Adds them to each answer, where it does not say otherwise."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on."""

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_guarded)


async def failed(_: Request, __: Exception) -> Response:
    """The answer where we did not expect to fail: what happened stands in our log, and there alone."""
    return Response(status_code=500, headers=HEADERS)
