"""Stripe Checkout as a gateway: a payment link is a session of its hosted page.

Shapes and limits: docs.stripe.com/api/checkout/sessions, /api/refunds, /webhooks/signature (version 2026-10-28).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import stripe

from bot.gateways.paise import to_paise
from bot.gateways.reading import UNREADABLE, Json, parsed, understood
from bot.gateways.stripe_calls import StripeCalls
from bot.gateways.stripe_reading import (
    OUR_PAYMENT,
    OUR_REFUND,
    event_of,
    link_of,
    money_of,
    payment_of,
    refund_of,
    state_of,
)
from domain.errors import BadPayload, BadSignature, GatewayRefused, LinkUnknown
from domain.payments import GatewayEvent, GatewayPayment, GatewayRefund, LinkState, LinkWish, PaymentLink

TOLERANCE = timedelta(seconds=300)
"""How old a webhook's signature may be, as Stripe advises."""
_BEYOND_OUR_END = timedelta(minutes=15)
_SHORTEST, _LONGEST = timedelta(minutes=30, seconds=15), timedelta(hours=23, minutes=59)
_REMEMBERED = timedelta(hours=25)  # Stripe forgets idempotency keys after 24 hours
_SESSION_ID = re.compile(r"cs_\w{1,250}", re.ASCII)
_PAYMENT_ID = re.compile(r"pi_\w{1,250}", re.ASCII)
_INDIA = ZoneInfo("Asia/Kolkata")


class StripeGateway:
    """The PaymentGateway port. Calls block; threads may share it, each gets a connection of its own."""

    def __init__(
        self,
        *,
        calls: StripeCalls,
        webhook_secret: str,
        now: Callable[[], datetime],
        home_url: str = "https://t.me/",
    ) -> None:
        """`home_url` is where the page sends a payer for whom nobody named a way back, for Stripe has to know one.
        Raises ValueError for an empty secret."""
        if not webhook_secret.strip():
            raise ValueError("with an empty secret anybody could sign")
        self._calls = calls
        self._webhook_secret = webhook_secret
        self._now = now
        self._home_url = home_url

    def create_link(self, wish: LinkWish) -> PaymentLink:
        """Idempotent by `reference_id`: the session that has it already is returned, if it asks for the same amount.

        A session lives 30 minutes at least, which is longer than berths are held. So it gets a quarter of an hour
        beyond `expires_at` (which is 15 minutes away at least), whoever ends the hold closes it, and its page tells
        until when to pay. Name and phone stay with us: the page asks for what the bank needs.
        """
        metadata = {**wish.notes, OUR_PAYMENT: wish.reference_id}
        body: Any = {
            "mode": "payment",
            "line_items": [{"quantity": 1, "price_data": _price(wish.amount, wish.description, wish.expires_at)}],
            "client_reference_id": wish.reference_id,
            "metadata": metadata,
            "payment_intent_data": {"description": wish.description[:1000], "metadata": metadata},
            "adaptive_pricing": {"enabled": False},
            **self._end(wish.expires_at),
            **self._ways_back(wish.callback_url),
        }
        options: Any = {"idempotency_key": wish.reference_id}
        try:
            made = self._calls.one(lambda client: client.v1.checkout.sessions.create(body, options))
        except GatewayRefused as refusal:
            if not isinstance(refusal.__cause__, stripe.IdempotencyError):
                raise
            # The reference was used with another end or another amount: a hold may have been prolonged since.
            found = self._by_reference(wish.reference_id)
            if found is None or found.get("amount_total") != to_paise(wish.amount):
                raise
            made = found
        return understood(lambda: link_of(made))

    def fetch_link(self, link_id: str) -> LinkState:
        """What the gateway says of the session now. Raises LinkUnknown, also for the id of another gateway's link."""
        found = self._session(link_id)
        return understood(lambda: state_of(found))

    def cancel_link(self, link_id: str) -> LinkState:
        """A session that cannot be closed any more, or was already, is returned as it stands."""
        _check_id(link_id)
        try:
            found = self._calls.one(lambda client: client.v1.checkout.sessions.expire(link_id))
        except LinkUnknown:
            raise
        except GatewayRefused:
            found = self._session(link_id)
            if found.get("status") == "open":
                raise
        return understood(lambda: state_of(found))

    def refund(self, payment_id: str, amount: Decimal, idempotency_key: str) -> GatewayRefund:
        """Send `amount` rupees back; the same key again is the same refund, even after Stripe has forgotten the key."""
        key = idempotency_key if len(idempotency_key) <= 255 else hashlib.sha256(idempotency_key.encode()).hexdigest()
        paise, asked_before = to_paise(amount), {"payment_intent": payment_id}
        for known in self._calls.every(lambda client, page: client.v1.refunds.list(page), asked_before):
            if (known.get("metadata") or {}).get(OUR_REFUND) == key:
                return _same_refund(known, paise)
        body: Any = {"payment_intent": payment_id, "amount": paise, "metadata": {OUR_REFUND: key}}
        options: Any = {"idempotency_key": key}
        made = self._calls.one(lambda client: client.v1.refunds.create(body, options))
        return understood(lambda: refund_of(made))

    def fetch_refund(self, refund_id: str, payment_id: str) -> GatewayRefund:
        """How a refund stands now. GatewayRefused if the payment has no such refund."""
        found = self._calls.one(lambda client: client.v1.refunds.retrieve(refund_id))
        if found.get("payment_intent") != payment_id:
            raise GatewayRefused("the payment has no such refund")
        return understood(lambda: refund_of(found))

    def payments_between(self, since: datetime, until: datetime) -> list[GatewayPayment]:
        """Money taken by payments that were begun from `since` to `until`, both included, to the second; refunded ones
        are there with what they were."""
        window = {"gte": int(since.timestamp()), "lte": int(until.timestamp())}
        asked = {"created": window, "expand": ["data.latest_charge"]}
        found = list(self._calls.every(lambda client, page: client.v1.payment_intents.list(page), asked))
        return understood(lambda: [money_of(intent) for intent in found if intent["amount_received"]])

    def fetch_payment(self, payment_id: str) -> GatewayPayment | None:
        """A payment intent in any state; None if there is none of this id."""
        if not self.issued(payment_id):
            return None
        params: Any = {"expand": ["latest_charge"]}
        try:
            found = self._calls.one(lambda client: client.v1.payment_intents.retrieve(payment_id, params))
        except LinkUnknown:
            return None
        return understood(lambda: payment_of(found))

    def issued(self, payment_id: str) -> bool:
        """By its beginning."""
        return _PAYMENT_ID.fullmatch(payment_id) is not None

    def parse_webhook(self, body: bytes, signature: str, event_id: str) -> GatewayEvent:
        """The signature is checked on the raw body before anything is read. Raises BadSignature or BadPayload.

        `event_id` may be empty: Stripe writes the id into the body."""
        try:
            stripe.WebhookSignature.verify_header(body, signature, self._webhook_secret)
        except (stripe.SignatureVerificationError, ValueError, TypeError) as problem:
            raise BadSignature("webhook") from problem
        if _signed_at(signature) < (self._now() - TOLERANCE).timestamp():
            raise BadSignature("a webhook that was signed too long ago")
        try:
            return event_of(parsed(body))
        except (*UNREADABLE, RecursionError) as problem:
            raise BadPayload(type(problem).__name__) from problem

    def came_back(self, params: Mapping[str, str]) -> str | None:
        """The session that the browser names. Nothing in the query is signed, so it is only to be asked about."""
        named = params.get("session_id")
        return named if isinstance(named, str) and _SESSION_ID.fullmatch(named) else None

    def _end(self, expires_at: datetime) -> Json:
        """The same each time that the same link is asked for, where Stripe's limits allow it; else Stripe's own day."""
        ends, now = expires_at + _BEYOND_OUR_END, self._now()
        return {"expires_at": int(max(ends, now + _SHORTEST).timestamp())} if ends - now <= _LONGEST else {}

    def _ways_back(self, callback_url: str | None) -> Json:
        if not callback_url:
            return {"success_url": self._home_url}
        mark = "&" if "?" in callback_url else "?"
        return {"success_url": f"{callback_url}{mark}session_id={{CHECKOUT_SESSION_ID}}", "cancel_url": callback_url}

    def _session(self, session_id: str) -> Json:
        _check_id(session_id)
        params: Any = {"expand": ["payment_intent.latest_charge"]}
        return self._calls.one(lambda client: client.v1.checkout.sessions.retrieve(session_id, params))

    def _by_reference(self, reference_id: str) -> Json | None:
        """Stripe cannot be asked by our reference: the newest are looked through, as far back as it knows keys."""
        asked = {"created": {"gte": int((self._now() - _REMEMBERED).timestamp())}}
        recent = self._calls.every(lambda client, page: client.v1.checkout.sessions.list(page), asked)
        return next((one for one in recent if one.get("client_reference_id") == reference_id), None)


def _price(amount: Decimal, description: str, pay_until: datetime) -> Json:
    """What is sold, and until when: the page's own clock runs for longer."""
    words = f"Please pay by {pay_until.astimezone(_INDIA):%H:%M} India time."
    product = {"name": description[:250] or "Yatri", "description": words}
    return {"currency": "inr", "unit_amount": to_paise(amount), "product_data": product}


def _same_refund(known: Json, paise: int) -> GatewayRefund:
    if known.get("amount") != paise:
        raise GatewayRefused("a refund of another amount was made with this key")
    return understood(lambda: refund_of(known))


def _signed_at(signature: str) -> int:
    """The time in a signature that has been verified."""
    parts = [part.partition("=") for part in signature.split(",")]
    return int(next(value for name, _, value in parts if name == "t"))


def _check_id(link_id: str) -> None:
    """What is no session's id is never sent: it would become a part of the address."""
    if not _SESSION_ID.fullmatch(link_id):
        raise LinkUnknown("not the id of a Checkout Session")
