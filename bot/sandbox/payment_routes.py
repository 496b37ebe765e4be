"""The payment service over HTTP: Razorpay's REST routes, and the pay page."""

from __future__ import annotations

import asyncio
import base64
import binascii
import hmac
import json
import re
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.payment_links import RazorpayError, payer_of
from bot.sandbox.payment_misfortunes import answer_in, hostility_routes
from bot.sandbox.payments import LATEST, PaymentService
from bot.sandbox.paypage import page_routes
from bot.sandbox.store import Json

_IDEMPOTENCY_KEY = re.compile(r"[A-Za-z0-9_-]{10,256}")
_REFUND_TAKES = 0.02
_LARGEST_BODY = 100_000

Call = Callable[[Request, Json], Awaitable[Json]]


def payment_routes(service: PaymentService) -> list[Route]:
    """Everything under /v1 and /pay, and /hostility."""
    calls = [*_link_calls(service), *_payment_calls(service), *_refund_calls(service)]
    rest = [Route(path, _answering(service, call), methods=[method]) for method, path, call in calls]
    return [*rest, *page_routes(service), *hostility_routes(service)]


def _link_calls(service: PaymentService) -> list[tuple[str, str, Call]]:
    async def create(_: Request, body: Json) -> Json:
        return service.create_link(body)

    async def listed(request: Request, _: Json) -> Json:
        query = request.query_params
        found = service.links(query.get("reference_id"), query.get("payment_id"))
        return {"payment_links": found[_window(request)]}

    async def fetch(request: Request, _: Json) -> Json:
        return service.link(request.path_params["id"]).shown()

    async def edit(request: Request, body: Json) -> Json:
        return service.edit_link(request.path_params["id"], body)

    async def cancel(request: Request, _: Json) -> Json:
        return service.cancel_link(request.path_params["id"])

    async def notify(request: Request, _: Json) -> Json:
        record = service.link(request.path_params["id"])
        if request.path_params["medium"] not in ("sms", "email"):
            raise RazorpayError("The medium must be sms or email", "medium")
        if not record.is_open:
            raise RazorpayError(f"Notification cannot be sent in {record.entity['status']} state")
        return {"success": True}

    return [
        ("POST", "/v1/payment_links", create),
        ("GET", "/v1/payment_links", listed),
        ("GET", "/v1/payment_links/{id}", fetch),
        ("PATCH", "/v1/payment_links/{id}", edit),
        ("POST", "/v1/payment_links/{id}/cancel", cancel),
        ("POST", "/v1/payment_links/{id}/notify_by/{medium}", notify),
    ]


def _payment_calls(service: PaymentService) -> list[tuple[str, str, Call]]:
    async def payments(request: Request, _: Json) -> Json:
        since, until = _whole(request, "from", 0), _whole(request, "to", LATEST)
        return _collection(service.payments(since, until), request)

    async def payment(request: Request, _: Json) -> Json:
        payment_id = request.path_params["id"]
        return service.record_of(payment_id).payment(payment_id)

    return [("GET", "/v1/payments", payments), ("GET", "/v1/payments/{id}", payment)]


def _refund_calls(service: PaymentService) -> list[tuple[str, str, Call]]:
    in_flight: set[str] = set()

    async def refund(request: Request, body: Json) -> Json:
        key = request.headers.get("x-refund-idempotency", "")
        if key and not _IDEMPOTENCY_KEY.fullmatch(key):
            raise RazorpayError("The idempotency key must be at least 10 letters, digits, hyphens or underscores")
        if key in in_flight:
            raise RazorpayError("Request failed because another request with the same key is in progress", status=409)
        if key:
            in_flight.add(key)
        try:
            await asyncio.sleep(_REFUND_TAKES)
            return service.refund(request.path_params["id"], body, key)
        finally:
            in_flight.discard(key)

    async def refunds(request: Request, _: Json) -> Json:
        return _collection(service.refunds(request.path_params.get("id")), request)

    async def one_refund(request: Request, _: Json) -> Json:
        found = [refund for refund in service.refunds() if refund["id"] == request.path_params["refund_id"]]
        if not found or request.path_params.get("id", found[0]["payment_id"]) != found[0]["payment_id"]:
            raise RazorpayError("The id provided does not exist")
        return found[0]

    return [
        ("POST", "/v1/payments/{id}/refund", refund),
        ("GET", "/v1/payments/{id}/refunds", refunds),
        ("GET", "/v1/payments/{id}/refunds/{refund_id}", one_refund),
        ("GET", "/v1/refunds", refunds),
        ("GET", "/v1/refunds/{refund_id}", one_refund),
    ]


def _answering(service: PaymentService, call: Call) -> Callable[[Request], Awaitable[Response]]:
    settings = service.settings
    wanted = f"{settings.razorpay_key_id}:{settings.razorpay_key_secret}".encode()

    async def answer(request: Request) -> Response:
        try:
            if not hmac.compare_digest(_credentials(request), wanted):
                raise RazorpayError("Authentication failed", status=401)
            body = await _body(request)
            about = f"{request.method} {request.scope['route'].path} {_about(service, request, body)}"
            return await answer_in(service.temper, about, lambda: _answered(call, request, body))
        except RazorpayError as refusal:
            return _refused(refusal)

    return answer


async def _answered(call: Call, request: Request, body: Json) -> Response:
    try:
        return JSONResponse(await call(request, body))
    except RazorpayError as refusal:
        return _refused(refusal)


def _refused(refusal: RazorpayError) -> Response:
    challenge = {"WWW-Authenticate": 'Basic realm="Razorpay"'} if refusal.status == 401 else None
    return JSONResponse(refusal.body, status_code=refusal.status, headers=challenge)


def _about(service: PaymentService, request: Request, body: Json) -> str:
    """The payer that a call is about, if it is about one."""
    named = request.path_params.get("id") or request.query_params.get("reference_id", "")
    return payer_of(body) or service.payer_of(named)


def _credentials(request: Request) -> bytes:
    scheme, _, encoded = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return b""
    try:
        return base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        return b""


async def _body(request: Request) -> Json:
    if request.method == "GET":
        return {}
    raw = await request.body()
    if len(raw) > _LARGEST_BODY:
        raise RazorpayError("The request is too large", status=413)
    try:
        body = json.loads(raw or b"{}")
        json.dumps(body, ensure_ascii=False).encode()  # half a surrogate pair is JSON, but no text
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        raise RazorpayError("The request body is not a JSON object")
    return body


def _whole(request: Request, name: str, default: int) -> int:
    try:
        return int(request.query_params.get(name, default))
    except ValueError:
        raise RazorpayError(f"{name} must be an integer", name) from None


def _window(request: Request) -> slice:
    try:
        skip = max(0, int(request.query_params.get("skip", "0")))
        count = min(100, max(1, int(request.query_params.get("count", "10"))))
    except ValueError:
        raise RazorpayError("skip and count must be integers", "count") from None
    return slice(skip, skip + count)


def _collection(items: list[Json], request: Request) -> Json:
    page = items[_window(request)]
    return {"entity": "collection", "count": len(page), "items": page}
