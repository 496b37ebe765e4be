"""The pay page: what a person sees at a payment link, and what the buttons there do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, get_args, get_type_hints
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.sandbox.payment_events import sign
from bot.sandbox.payment_links import LinkRecord, RazorpayError
from bot.sandbox.payments import Attempt, PaymentService
from bot.sandbox.payview import missing_page, page, revision, seconds_left
from bot.sandbox.settings import SandboxSettings
from bot.sandbox.store import Json

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
_BANK = re.compile(r"[A-Z]{4}")
_CHOICES: Mapping[str, Any] = get_type_hints(Attempt)


def page_routes(
    service: PaymentService,
    path: str = "/pay/{id}",
    way_back: Callable[[LinkRecord, SandboxSettings], str] | None = None,
) -> list[Route]:
    """GET and POST `path`, and GET `path`/state, which the open page watches; `way_back` is by default Razorpay's."""
    back_from = way_back or callback_url

    async def show(request: Request) -> Response:
        try:
            record = service.link(request.path_params["id"])
        except RazorpayError:
            return _html(missing_page(), 404)
        back = back_from(record, service.settings)
        return _html(page(record, service.now(), back, request.query_params.get("then", "")), 200)

    async def press(request: Request) -> Response:
        link_id = request.path_params["id"]
        async with request.form() as form:
            then = "closed" if form.get("callback") == "closed" else "return"
            try:
                payment = service.pay(link_id, _attempt(form))
            except RazorpayError as refusal:
                then = "amount" if "field" in refusal.body["error"] else ""
            else:
                then = then if payment["captured"] else ""
        return RedirectResponse(f"/pay/{link_id}" + (f"?then={then}" if then else ""), 303)

    async def state(request: Request) -> Response:
        try:
            record = service.link(request.path_params["id"])
        except RazorpayError:
            return JSONResponse({"error": "no such payment link"}, status_code=404)
        left = seconds_left(record, service.now())
        return JSONResponse({"rev": revision(record), "left": left}, headers={"Cache-Control": "no-store"})

    return [
        Route(path, show, methods=["GET"]),
        Route(path, press, methods=["POST"]),
        Route(f"{path}/state", state, methods=["GET"]),
    ]


def callback_url(record: LinkRecord, settings: SandboxSettings) -> str:
    """Where the browser goes after money came, with Razorpay's signed parameters; empty if nowhere or nothing came."""
    link, paid = record.entity, [payment for payment in record.payments if payment["captured"]]
    if not link["callback_url"] or not paid:
        return ""
    payment_id = paid[-1]["id"]
    signed = f"{link['id']}|{link['reference_id']}|{link['status']}|{payment_id}"
    parameters = {
        "razorpay_payment_id": payment_id,
        "razorpay_payment_link_id": link["id"],
        "razorpay_payment_link_reference_id": link["reference_id"],
        "razorpay_payment_link_status": link["status"],
        "razorpay_signature": sign(settings.razorpay_key_secret, signed.encode()),
    }
    target = urlsplit(link["callback_url"])
    query = parse_qsl(target.query, keep_blank_values=True) + list(parameters.items())
    return urlunsplit(target._replace(query=urlencode(query)))


def _attempt(form: FormData) -> Attempt:
    chosen: Json = {}
    for name in ("method", "outcome", "webhook"):
        if form.get(name) in get_args(_CHOICES[name]):
            chosen[name] = form[name]
    bank = str(form.get("bank", ""))
    if _BANK.fullmatch(bank):
        chosen["bank"] = bank
    return Attempt(**chosen, amount=_paise(form.get("amount")), refunds_fail=form.get("refund") == "fail")


def _paise(rupees: object) -> int | None:
    if not isinstance(rupees, str) or not rupees.strip():
        return None
    try:
        paise = Decimal(rupees.replace(",", "").strip()) * 100
        return int(paise) if paise == int(paise) else 0
    except (InvalidOperation, ValueError, OverflowError):
        return 0


def _html(text: str, status: int) -> Response:
    return HTMLResponse(
        text, status_code=status, headers={"Content-Security-Policy": _POLICY, "Cache-Control": "no-store"}
    )
