"""Our web server: webhooks, the page a payer comes back to, health and metrics."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.guarding import PAGE_POLICY, SecurityHeaders, failed
from bot.logs import logger
from bot.measures import Measures
from bot.payreturn import returned_page
from bot.webhook import TelegramHook
from domain.errors import BadPayload, BadSignature, Busy, NotFound, YatriError

BODY_LIMIT = 1_000_000  # bytes
BODY_SECONDS = 20.0  # for all of it: whoever sends drop by drop is not waited for
_HEADERS = {
    "razorpay": ("X-Razorpay-Signature", "X-Razorpay-Event-Id"),
    "stripe": ("Stripe-Signature", ""),  # Stripe writes the event's id into the signed body
}
_log = logger(__name__)


@dataclass(frozen=True)
class Doors:
    """What the web server calls; the payment doors are blocking and run in a thread.

    `gateway_event(body, signature, event_id)` raises BadSignature or BadPayload; `came_back(params)` returns True if
    the money is there. `ready()` raises if a turn could not run now.
    """

    gateway_event: Callable[[bytes, str, str], None]
    came_back: Callable[[Mapping[str, str]], bool]
    ready: Callable[[], None]
    chat_url: Callable[[], str]
    measures: Measures
    gateway: Literal["razorpay", "stripe"] = "razorpay"
    telegram: TelegramHook | None = None


class TooLarge(Exception):
    """A body over the limit."""


class TooSlow(Exception):
    """A body that does not come to its end."""


def build_web(doors: Doors) -> Starlette:
    """The whole web server."""
    routes = [
        Route("/healthz", _healthz),
        Route("/readyz", _readyz),
        Route("/metrics", _metrics),
        Route(f"/webhooks/{doors.gateway}", _gateway, methods=["POST"]),
        Route("/pay/return", _pay_return),
    ]
    if doors.telegram:
        routes.append(Route(doors.telegram.path, _telegram, methods=["POST"]))
    app = Starlette(routes=routes, middleware=[Middleware(SecurityHeaders)], exception_handlers={Exception: failed})
    app.state.doors = doors
    return app


def _doors(request: Request) -> Doors:
    doors: Doors = request.app.state.doors
    return doors


async def _healthz(_: Request) -> Response:
    return JSONResponse({"ok": True})


async def _readyz(request: Request) -> Response:
    try:
        await asyncio.to_thread(_doors(request).ready)
    except YatriError as error:
        return JSONResponse({"ok": False, "why": type(error).__name__}, status_code=503)
    return JSONResponse({"ok": True})


async def _metrics(request: Request) -> Response:
    return PlainTextResponse(_doors(request).measures.text(), media_type="text/plain; version=0.0.4; charset=utf-8")


async def _gateway(request: Request) -> Response:
    """200 once the news is stored; 4xx for what must not be sent again; 503 asks the gateway to come again."""
    doors = _doors(request)
    status, error = 200, ""
    try:
        body = await _body(request)
        signature_header, id_header = _HEADERS[doors.gateway]
        signature = request.headers.get(signature_header, "")
        event_id = request.headers.get(id_header, "")[:100]
        await asyncio.to_thread(doors.gateway_event, body, signature, event_id)
    except TooLarge as refused:
        status, error = 413, type(refused).__name__
    except TooSlow as refused:
        status, error = 408, type(refused).__name__
    except (BadSignature, BadPayload) as refused:
        status, error = 400, type(refused).__name__
    except NotFound as unknown:
        # Not one of ours, as when a gateway account serves several programs: coming again would not help.
        _log.info("a payment of somebody else", error=str(unknown))
    except Busy as later:
        status, error = 503, type(later).__name__
    if error:
        _log.warning("a gateway's webhook was not taken", status=status, error=error)
    doors.measures.webhooks.labels(doors.gateway, status).inc()
    return Response(status_code=status)


async def _telegram(request: Request) -> Response:
    """200 once the turn is committed and its replies are out; otherwise Telegram sends the update again."""
    doors = _doors(request)
    assert doors.telegram is not None
    try:
        shown = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        status = await doors.telegram.answer(await _body(request)) if doors.telegram.allows(shown) else 403
    except TooLarge:
        status = 413
    except TooSlow:
        status = 408
    if status != 200:
        _log.warning("a telegram webhook was not taken", status=status)
    doors.measures.webhooks.labels("telegram", status).inc()
    return Response(status_code=status)


async def _body(request: Request, seconds: float = BODY_SECONDS) -> bytes:
    """The raw body; reading ends at the limit. Raises TooLarge or TooSlow."""
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for chunk in request.stream():
                body += chunk
                if len(body) > BODY_LIMIT:
                    raise TooLarge
    except ClientDisconnect:
        return b""
    except TimeoutError:
        raise TooSlow from None
    return bytes(body)


async def _pay_return(request: Request) -> Response:
    """Where the pay page sends the payer: a few words and the way back to the chat."""
    doors = _doors(request)
    paid = False
    try:
        paid = await asyncio.to_thread(doors.came_back, dict(request.query_params))
    except YatriError as error:
        # The webhook or the sweeper will settle it; the person only needs the way back.
        _log.info("a payer came back unsettled", error=type(error).__name__)
    page = returned_page(paid=paid, chat_url=doors.chat_url())
    return HTMLResponse(page, headers={"Content-Security-Policy": PAGE_POLICY})
