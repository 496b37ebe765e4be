"""Razorpay payment links through its official client: the one place where rupees become paise and back.

Shapes and limits: razorpay.com/docs/api/payments/payment-links, /api/refunds, /webhooks (November 2026).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import threading
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar
from urllib.parse import quote, urlsplit

import razorpay
from razorpay.errors import BadRequestError, ServerError, SignatureVerificationError
from razorpay.errors import GatewayError as BankError

from bot.gateways.razorpay_session import TIMEOUT, RazorpaySession
from domain.errors import BadPayload, BadSignature, GatewayRefused, GatewayUnavailable, LinkUnknown
from domain.payments import GatewayEvent, GatewayPayment, GatewayRefund, LinkState, LinkStatus, PaymentLink

_T = TypeVar("_T")
_Json = dict[str, Any]
_IDEMPOTENCY_KEY = re.compile(r"[A-Za-z0-9_-]{10,64}")
_LINK_ID = re.compile(r"plink_\w+", re.ASCII)
_UNREADABLE = (KeyError, TypeError, ValueError, AttributeError, ArithmeticError)
_CALLBACK = {
    "razorpay_payment_id": "razorpay_payment_id",
    "payment_link_id": "razorpay_payment_link_id",
    "payment_link_reference_id": "razorpay_payment_link_reference_id",
    "payment_link_status": "razorpay_payment_link_status",
    "razorpay_signature": "razorpay_signature",
}


class RazorpayGateway:
    """The PaymentGateway port. Calls block; threads may share it, each gets a connection of its own."""

    def __init__(self, *, key_id: str, key_secret: str, webhook_secret: str, base_url: str) -> None:
        """`base_url` without /v1: https://api.razorpay.com, or the sandbox. Raises ValueError for an empty secret."""
        if not (key_id and key_secret and webhook_secret):
            raise ValueError("with an empty secret anybody could sign")
        self._auth = (key_id, key_secret)
        self._webhook_secret = webhook_secret
        self._base_url = base_url.rstrip("/")
        self._local = threading.local()

    def create_link(
        self,
        *,
        reference_id: str,
        amount: Decimal,
        description: str,
        expires_at: datetime,
        customer_name: str,
        customer_phone: str | None,
        callback_url: str | None,
        notes: Mapping[str, str],
    ) -> PaymentLink:
        """Idempotent by `reference_id`: the link that has it already is returned, if it asks for the same amount."""
        body: _Json = {
            "amount": to_paise(amount),
            "currency": "INR",
            "reference_id": reference_id,
            "description": description[:2048],
            "expire_by": int(expires_at.timestamp()),
            "customer": {"name": customer_name} | ({"contact": customer_phone} if customer_phone else {}),
            "notify": {"sms": False, "email": False},
            "reminder_enable": False,
            # A payment that fails tells its notes but not its link, so the reference travels there as well.
            "notes": {**notes, "reference_id": reference_id},
        }
        if callback_url:
            body |= {"callback_url": callback_url, "callback_method": "get"}
        try:
            made = self._create(body)
        except GatewayRefused:
            found = self._by_reference(reference_id)
            if found is not None and found.get("amount") != body["amount"]:
                raise
            # A name or number that Razorpay does not like must not keep anybody from paying.
            made = found or self._create({name: value for name, value in body.items() if name != "customer"})
        return _understood(lambda: PaymentLink(made["id"], made["short_url"], LinkStatus(made["status"])))

    def fetch_link(self, link_id: str) -> LinkState:
        """What the gateway says of the link now. Raises LinkUnknown."""
        _checked_id(link_id)
        try:
            return _state(self._call(lambda client: client.payment_link.fetch(link_id, {}, timeout=TIMEOUT)))
        except GatewayRefused as refusal:
            if "does not exist" in str(refusal):
                raise LinkUnknown(link_id) from refusal
            raise

    def cancel_link(self, link_id: str) -> LinkState:
        """A link that cannot be cancelled any more, or was already, is returned as it stands."""
        _checked_id(link_id)
        try:
            return _state(self._call(lambda client: client.payment_link.cancel(link_id, timeout=TIMEOUT)))
        except GatewayRefused:
            state = self.fetch_link(link_id)
            if state.status is LinkStatus.CREATED:
                raise
            return state

    def refund(self, payment_id: str, amount: Decimal, idempotency_key: str) -> GatewayRefund:
        """Send `amount` rupees back; the same key again is the same refund."""
        headers = {"X-Refund-Idempotency": _as_header(idempotency_key)}
        body = {"amount": to_paise(amount), "speed": "normal"}
        path = quote(payment_id, safe="")
        made = self._call(lambda client: client.payment.refund(path, body, headers=headers, timeout=TIMEOUT))
        return _understood(lambda: GatewayRefund(str(made["id"]), str(made["status"])))

    def parse_webhook(self, body: bytes, signature: str, event_id: str) -> GatewayEvent:
        """The signature is checked on the raw body before anything is read. Raises BadSignature or BadPayload."""
        expected = hmac.new(self._webhook_secret.encode(), body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(expected.encode(), signature.encode(errors="replace")):
            raise BadSignature("webhook")
        try:
            event = json.loads(body, parse_float=Decimal)
            return _event(event, event_id)
        except (*_UNREADABLE, RecursionError) as problem:
            raise BadPayload(type(problem).__name__) from problem

    def verify_callback(self, params: Mapping[str, str]) -> bool:
        """Whether the browser's query was signed by Razorpay with our key secret."""
        if any(not isinstance(params.get(name), str) for name in _CALLBACK.values()):
            return False
        if "|" in "".join(params[name] for name in _CALLBACK.values()):
            return False
        try:
            signed = {theirs: params[ours] for theirs, ours in _CALLBACK.items()}
            return bool(self._client().utility.verify_payment_link_signature(signed))
        except (SignatureVerificationError, TypeError, ValueError):
            return False

    def _create(self, body: _Json) -> _Json:
        return self._call(lambda client: client.payment_link.create(body, timeout=TIMEOUT))

    def _by_reference(self, reference_id: str) -> _Json | None:
        query = {"reference_id": reference_id}
        found = self._call(lambda client: client.payment_link.all(query, timeout=TIMEOUT)).get("payment_links") or []
        return next((link for link in found if link.get("reference_id") == reference_id), None)

    def _client(self) -> Any:
        client = getattr(self._local, "client", None)
        if client is None:
            session = RazorpaySession(trust_env=not _is_loopback(self._base_url))
            client = razorpay.Client(session=session, auth=self._auth, base_url=self._base_url)
            client.enable_retry(False)
            self._local.client = client
        return client

    def _call(self, call: Callable[[Any], Any]) -> _Json:
        try:
            answer = call(self._client())
        except BadRequestError as refusal:
            raise GatewayRefused(str(refusal)) from refusal
        except (ServerError, BankError) as failure:
            raise GatewayUnavailable(str(failure)) from failure
        if not isinstance(answer, dict):
            raise GatewayUnavailable("the answer is not an object")
        return answer


def to_paise(amount: Decimal) -> int:
    """Rupees to integer paise; ValueError if there is a fraction of a paisa, or nothing to pay."""
    paise = amount * 100
    if not paise.is_finite() or paise != paise.to_integral_value() or paise <= 0:
        raise ValueError(f"{amount} is not an amount of rupees and whole paise")
    return int(paise)


def to_rupees(paise: object) -> Decimal:
    """Integer paise (the API writes some as text) to rupees; ValueError if it is neither."""
    if isinstance(paise, bool) or not isinstance(paise, int | str):
        raise ValueError("paise are whole numbers")
    return (Decimal(int(paise)) / 100).quantize(Decimal("0.01"))


def _state(link: _Json) -> LinkState:
    def read() -> LinkState:
        _check_currency(link)
        taken = [line for line in link.get("payments") or [] if line.get("status") == "captured"]
        return LinkState(
            link_id=link["id"],
            reference_id=link.get("reference_id") or "",
            status=LinkStatus(link["status"]),
            amount_paid=to_rupees(link["amount_paid"]),
            payment=_payment(taken[-1], "payment_id") if taken else None,
        )

    return _understood(read)


def _check_currency(entity: _Json) -> None:
    """Whatever names its currency must name rupees; a payment in a link's list leaves it to the link."""
    if entity.get("currency", "INR") != "INR":
        raise ValueError("an amount that is not in rupees")


def _payment(entity: _Json, id_name: str) -> GatewayPayment:
    _check_currency(entity)
    method, status = entity.get("method") or "", entity.get("status") or ""
    return GatewayPayment(str(entity[id_name]), to_rupees(entity["amount"]), str(method), str(status))


def _event(event: _Json, event_id: str) -> GatewayEvent:
    payload = event["payload"]
    link = payload["payment_link"]["entity"] if "payment_link" in payload else {}
    payment = payload["payment"]["entity"] if "payment" in payload else None
    notes = (payment or {}).get("notes")
    reference = link.get("reference_id") or (notes.get("reference_id") if isinstance(notes, dict) else None)
    return GatewayEvent(
        event_id=event_id,
        kind=_text(event["event"]),
        link_id=_text(link["id"]) if link else None,
        reference_id=_text(reference) if reference else None,
        payment=_payment(payment, "id") if payment else None,
        amount_paid=to_rupees(link.get("amount_paid", 0)),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def _understood(read: Callable[[], _T]) -> _T:
    try:
        return read()
    except _UNREADABLE as problem:
        raise GatewayUnavailable(f"an answer that cannot be read: {type(problem).__name__}") from problem


def _checked_id(link_id: str) -> None:
    if not _LINK_ID.fullmatch(link_id):
        raise ValueError("not the id of a payment link")


def _as_header(key: str) -> str:
    """Razorpay takes 10 or more letters, digits, hyphens and underscores: any other key goes as its hash."""
    return key if _IDEMPOTENCY_KEY.fullmatch(key) else hashlib.sha256(key.encode()).hexdigest()


def _is_loopback(url: str) -> bool:
    return urlsplit(url).hostname in ("127.0.0.1", "localhost", "::1")
