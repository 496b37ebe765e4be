"""Razorpay payment links through its official client: the calls, and the signatures.

Shapes and limits: razorpay.com/docs/api/payments/payment-links, /api/refunds, /webhooks (November 2026).
"""

from __future__ import annotations

import hashlib
import hmac
import re
import threading
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from urllib.parse import quote, urlsplit

import razorpay
from razorpay.errors import BadRequestError, ServerError, SignatureVerificationError
from razorpay.errors import GatewayError as BankError

from bot.gateways.paise import to_paise
from bot.gateways.razorpay_reading import (
    OUR_PAYMENT,
    OUR_REFUND,
    event_of,
    payment_of,
    refund_of,
    state_of,
)
from bot.gateways.razorpay_session import TIMEOUT, RazorpaySession
from bot.gateways.reading import UNREADABLE, Json, parsed, understood
from domain.errors import BadPayload, BadSignature, GatewayRefused, GatewayUnavailable, LinkUnknown
from domain.payments import GatewayEvent, GatewayPayment, GatewayRefund, LinkState, LinkStatus, LinkWish, PaymentLink

_IDEMPOTENCY_KEY = re.compile(r"[A-Za-z0-9_-]{10,64}")
_LONGEST_RECEIPT = 40
_PAGE = 100  # as many as Razorpay lists at once
_LINK_ID = re.compile(r"plink_\w+", re.ASCII)
_PAYMENT_ID = re.compile(r"pay_\w+", re.ASCII)
_CALLBACK = {
    "razorpay_payment_id": "razorpay_payment_id",
    "payment_link_id": "razorpay_payment_link_id",
    "payment_link_reference_id": "razorpay_payment_link_reference_id",
    "payment_link_status": "razorpay_payment_link_status",
    "razorpay_signature": "razorpay_signature",
}


class RazorpayGateway:
    """The PaymentGateway port. Calls block; threads may share it, each gets a connection of its own."""

    def __init__(
        self,
        *,
        key_id: str,
        key_secret: str,
        webhook_secret: str,
        base_url: str,
        timeout: tuple[float, float] = TIMEOUT,
    ) -> None:
        """`base_url` without /v1: https://api.razorpay.com, or the sandbox. Raises ValueError for an empty secret."""
        if not (key_id and key_secret and webhook_secret):
            raise ValueError("with an empty secret anybody could sign")
        self._auth = (key_id, key_secret)
        self._webhook_secret = webhook_secret
        self._base_url = base_url.rstrip("/")
        self._timeout = timeout
        self._local = threading.local()

    def create_link(self, wish: LinkWish) -> PaymentLink:
        """Idempotent by `reference_id`: the link that has it already is returned, if it asks for the same amount."""
        contact = {"contact": wish.customer_phone} if wish.customer_phone else {}
        body: Json = {
            "amount": to_paise(wish.amount),
            "currency": "INR",
            "reference_id": wish.reference_id,
            "description": wish.description[:2048],
            "expire_by": int(wish.expires_at.timestamp()),
            "customer": {"name": wish.customer_name} | contact,
            "notify": {"sms": False, "email": False},
            "reminder_enable": False,
            # A payment that fails tells its notes but not its link, so the reference travels there as well.
            "notes": {**wish.notes, OUR_PAYMENT: wish.reference_id},
        }
        if wish.callback_url:
            body |= {"callback_url": wish.callback_url, "callback_method": "get"}
        try:
            made = self._create(body)
        except GatewayRefused:
            found = self._by_reference(wish.reference_id)
            if found is not None and found.get("amount") != body["amount"]:
                raise
            # A name or number that Razorpay does not like must not keep anybody from paying.
            made = found or self._create({name: value for name, value in body.items() if name != "customer"})
        return understood(lambda: PaymentLink(made["id"], made["short_url"], LinkStatus(made["status"])))

    def fetch_link(self, link_id: str) -> LinkState:
        """What the gateway says of the link now. Raises LinkUnknown."""
        _checked_id(link_id)
        try:
            return state_of(self._call(lambda client: client.payment_link.fetch(link_id, {}, timeout=self._timeout)))
        except GatewayRefused as refusal:
            if "does not exist" in str(refusal):
                raise LinkUnknown(link_id) from refusal
            raise

    def cancel_link(self, link_id: str) -> LinkState:
        """A link that cannot be cancelled any more, or was already, is returned as it stands."""
        _checked_id(link_id)
        try:
            return state_of(self._call(lambda client: client.payment_link.cancel(link_id, timeout=self._timeout)))
        except GatewayRefused:
            state = self.fetch_link(link_id)
            if state.status is LinkStatus.CREATED:
                raise
            return state

    def refund(self, payment_id: str, amount: Decimal, idempotency_key: str) -> GatewayRefund:
        """Send `amount` rupees back; the same key again is the same refund."""
        key = _as_header(idempotency_key)
        body: Json = {"amount": to_paise(amount), "speed": "normal", "notes": {OUR_REFUND: idempotency_key[:256]}}
        if len(idempotency_key) <= _LONGEST_RECEIPT:
            body["receipt"] = idempotency_key
        path, headers = quote(payment_id, safe=""), {"X-Refund-Idempotency": key}
        made = self._call(lambda client: client.payment.refund(path, body, headers=headers, timeout=self._timeout))
        return understood(lambda: refund_of(made))

    def fetch_refund(self, refund_id: str, payment_id: str) -> GatewayRefund:
        """How a refund stands now. GatewayRefused if the payment has no such refund."""
        path = quote(payment_id, safe=""), quote(refund_id, safe="")
        found = self._call(lambda client: client.payment.fetch_refund_id(*path, timeout=self._timeout))
        return understood(lambda: refund_of(found))

    def payments_between(self, since: datetime, until: datetime) -> list[GatewayPayment]:
        """Money taken by payments that were begun from `since` to `until`, both included, to the second; one that was
        begun earlier and authorised late is found where it was begun. Refunded ones are there with what they were."""
        window = {"from": int(since.timestamp()), "to": int(until.timestamp()), "count": _PAGE}
        found: dict[str, Json] = {}
        while True:
            page = self._payments({**window, "skip": len(found)})
            news = {entity["id"]: entity for entity in page if entity["id"] not in found}
            found |= news
            if len(page) < _PAGE or not news:
                break
        taken = [one for one in found.values() if one.get("captured") and one.get("currency") == "INR"]
        return understood(lambda: [payment_of(entity) for entity in taken])

    def fetch_payment(self, payment_id: str) -> GatewayPayment | None:
        """A payment in any state; None if there is none of this id."""
        if not self.issued(payment_id):
            return None
        try:
            found = self._call(lambda client: client.payment.fetch(payment_id, {}, timeout=self._timeout))
        except GatewayRefused as refusal:
            if "does not exist" in str(refusal):
                return None
            raise
        return understood(lambda: payment_of(found))

    def issued(self, payment_id: str) -> bool:
        """By its beginning."""
        return _PAYMENT_ID.fullmatch(payment_id) is not None

    def parse_webhook(self, body: bytes, signature: str, event_id: str) -> GatewayEvent:
        """The signature is checked on the raw body before anything is read. Raises BadSignature or BadPayload."""
        expected = hmac.new(self._webhook_secret.encode(), body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(expected.encode(), signature.encode(errors="replace")):
            raise BadSignature("webhook")
        try:
            return event_of(parsed(body), event_id)
        except (*UNREADABLE, RecursionError) as problem:
            raise BadPayload(type(problem).__name__) from problem

    def came_back(self, params: Mapping[str, str]) -> str | None:
        """The link that the browser's query names, if Razorpay signed the query with our key secret."""
        if any(not isinstance(params.get(name), str) for name in _CALLBACK.values()):
            return None
        if "|" in "".join(params[name] for name in _CALLBACK.values()):
            return None
        try:
            signed = {theirs: params[ours] for theirs, ours in _CALLBACK.items()}
            holds = bool(self._client().utility.verify_payment_link_signature(signed))
        except (SignatureVerificationError, TypeError, ValueError):
            return None
        return params["razorpay_payment_link_id"] if holds else None

    def _create(self, body: Json) -> Json:
        return self._call(lambda client: client.payment_link.create(body, timeout=self._timeout))

    def _payments(self, query: Json) -> list[Json]:
        answer = self._call(lambda client: client.payment.all(query, timeout=self._timeout))
        return understood(lambda: [{**entity, "id": str(entity["id"])} for entity in answer["items"]])

    def _by_reference(self, reference_id: str) -> Json | None:
        query = {"reference_id": reference_id}
        found = (
            self._call(lambda client: client.payment_link.all(query, timeout=self._timeout)).get("payment_links") or []
        )
        return next((link for link in found if link.get("reference_id") == reference_id), None)

    def _client(self) -> Any:
        client = getattr(self._local, "client", None)
        if client is None:
            session = RazorpaySession(trust_env=not _is_loopback(self._base_url))
            client = razorpay.Client(session=session, auth=self._auth, base_url=self._base_url)
            client.enable_retry(False)
            self._local.client = client
        return client

    def _call(self, call: Callable[[Any], Any]) -> Json:
        try:
            answer = call(self._client())
        except BadRequestError as refusal:
            raise GatewayRefused(str(refusal)) from refusal
        except (ServerError, BankError) as failure:
            raise GatewayUnavailable(str(failure)) from failure
        if not isinstance(answer, dict):
            raise GatewayUnavailable("the answer is not an object")
        return answer


def _checked_id(link_id: str) -> None:
    if not _LINK_ID.fullmatch(link_id):
        raise LinkUnknown(link_id)


def _as_header(key: str) -> str:
    """Razorpay takes 10 or more letters, digits, hyphens and underscores: any other key goes as its hash."""
    return key if _IDEMPOTENCY_KEY.fullmatch(key) else hashlib.sha256(key.encode()).hexdigest()


def _is_loopback(url: str) -> bool:
    return urlsplit(url).hostname in ("127.0.0.1", "localhost", "::1")
