"""Stripe's shapes of what the payment service keeps: a session, its payment intent, charges and refunds.

Names and states follow docs.stripe.com/api as of version 2026-10-28; a field that nobody here reads is left out.
"""

from __future__ import annotations

import secrets
import string

from bot.sandbox.payment_links import LinkRecord
from bot.sandbox.store import Json

_ALPHABET = string.ascii_letters + string.digits
_CHARGE_STATES = {"captured": "succeeded", "refunded": "succeeded", "authorized": "succeeded", "failed": "failed"}
_REFUND_STATES = {"pending": "pending", "processed": "succeeded", "failed": "failed"}


class StripeRefusal(Exception):
    """A refusal, with the HTTP status and the body that Stripe would answer."""

    def __init__(
        self,
        message: str,
        *,
        status: int = 400,
        param: str | None = None,
        code: str | None = None,
        kind: str = "invalid_request_error",
    ) -> None:
        super().__init__(message)
        self.status = status
        told = {"type": kind, "message": message, "param": param, "code": code}
        self.body: Json = {"error": {name: value for name, value in told.items() if value}}


def no_such(what: str, its_id: str) -> StripeRefusal:
    """For an id that is nobody's."""
    return StripeRefusal(f"No such {what}: '{its_id[:100]}'", status=404, param="id", code="resource_missing")


def long_id(kind: str, length: int) -> str:
    """An id as Stripe makes them, not to be guessed."""
    return f"{kind}_{''.join(secrets.choice(_ALPHABET) for _ in range(length))}"


def awaits_bank(record: LinkRecord) -> bool:
    """True once a payment is begun whose money comes later: the session is complete, but unpaid."""
    return record.is_open and any(item["do"] == "capture" for item in record.agenda)


def session_of(record: LinkRecord, expanded: frozenset[str] = frozenset()) -> Json:
    """A Checkout Session; `expanded` names the ids that are shown as objects, as "payment_intent"."""
    link, waits = record.entity, awaits_bank(record)
    paid = link["status"] == "paid"
    status = "complete" if paid or waits else "open" if record.is_open else "expired"
    return {
        "id": record.link_id,
        "object": "checkout.session",
        "amount_subtotal": link["amount"],
        "amount_total": link["amount"],
        "cancel_url": link["cancel_url"],
        "client_reference_id": link["client_reference_id"],
        "created": link["created_at"],
        "currency": "inr",
        "customer": None,
        "expires_at": link["expire_by"],
        "livemode": False,
        "metadata": link["metadata"],
        "mode": "payment",
        "payment_intent": _intent_or_id(record, expanded),
        "payment_method_types": ["card", "upi", "netbanking"],
        "payment_status": "paid" if paid else "unpaid",
        "status": status,
        "success_url": link["success_url"],
        "ui_mode": "hosted_page",
        "url": link["short_url"] if status == "open" else None,
    }


def intent_of(record: LinkRecord, expanded: frozenset[str] = frozenset()) -> Json | None:
    """The session's payment intent, which there is once somebody has tried to pay."""
    if not record.payments:
        return None
    last = next((payment for payment in record.payments if payment["captured"]), record.payments[-1])
    states = {"created": "processing", "failed": "requires_payment_method"}
    failure = {"code": "card_declined", "message": "Your card was declined.", "type": "card_error"}
    return {
        "id": record.order["id"],
        "object": "payment_intent",
        "amount": record.entity["amount"],
        "amount_received": last["amount"] if last["captured"] else 0,
        "created": record.payments[0]["created_at"],
        "currency": "inr",
        "description": record.entity["description"],
        "last_payment_error": failure if last["status"] == "failed" else None,
        "latest_charge": charge_of(record, last) if "latest_charge" in expanded else _charge_id(last),
        "livemode": False,
        "metadata": record.order["metadata"],
        "payment_method_types": ["card", "upi", "netbanking"],
        "status": states.get(last["status"], "succeeded"),
    }


def charge_of(record: LinkRecord, payment: Json) -> Json:
    """One attempt to pay."""
    return {
        "id": _charge_id(payment),
        "object": "charge",
        "amount": payment["amount"],
        "amount_captured": payment["amount"] if payment["captured"] else 0,
        "amount_refunded": payment["amount_refunded"],
        "captured": payment["captured"],
        "created": payment["created_at"],
        "currency": "inr",
        "livemode": False,
        "metadata": record.order["metadata"],
        "paid": payment["captured"],
        "payment_intent": record.order["id"],
        "payment_method_details": {"type": payment["method"], payment["method"]: _method_of(payment)},
        "refunded": payment["status"] == "refunded",
        "status": _CHARGE_STATES.get(payment["status"], "pending"),
    }


def refund_of(record: LinkRecord, refund: Json) -> Json:
    """Money on its way back."""
    failed = {"failure_reason": "expired_or_canceled_card"} if refund["status"] == "failed" else {}
    return {
        "id": str(refund["id"]).replace("rfnd_", "re_"),
        "object": "refund",
        "amount": refund["amount"],
        "charge": _charge_id(record.payment(refund["payment_id"])),
        "created": refund["created_at"],
        "currency": "inr",
        "metadata": refund["notes"] or {},
        "payment_intent": record.order["id"],
        "reason": None,
        "status": _REFUND_STATES[refund["status"]],
        **failed,
    }


def event_of(event_id: str, kind: str, about: Json, at: int) -> Json:
    """A webhook's body."""
    return {
        "id": event_id,
        "object": "event",
        "api_version": "2026-10-28.endive",
        "created": at,
        "data": {"object": about},
        "livemode": False,
        "pending_webhooks": 1,
        "request": {"id": None, "idempotency_key": None},
        "type": kind,
    }


def _intent_or_id(record: LinkRecord, expanded: frozenset[str]) -> Json | str | None:
    if not record.payments or "payment_intent" not in {name.partition(".")[0] for name in expanded}:
        return str(record.order["id"]) if record.payments else None
    return intent_of(record, frozenset(name.removeprefix("payment_intent.") for name in expanded))


def _method_of(payment: Json) -> Json:
    ways: Json = {
        "card": {"brand": "visa", "network": "visa", "last4": "1111"},
        "upi": {"vpa": payment["vpa"]},
        "netbanking": {"bank": payment["bank"]},
    }
    return dict(ways[payment["method"]])


def _charge_id(payment: Json) -> str:
    return str(payment["id"]).replace("pay_", "ch_")
