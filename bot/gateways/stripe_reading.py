"""What Stripe answers and tells, read into our terms; whatever cannot be read is an error of ours, never a crash.

Shapes: docs.stripe.com/api/checkout/sessions, /api/payment_intents, /api/refunds and /api/events/types (2026-10-28).
"""

from __future__ import annotations

from decimal import Decimal

from bot.gateways.paise import money, to_rupees
from bot.gateways.reading import Json
from bot.gateways.reading import text as _text
from domain.payments import UNTOLD, GatewayEvent, GatewayPayment, GatewayRefund, LinkState, LinkStatus, PaymentLink

OUR_PAYMENT, OUR_REFUND = "reference_id", "refund_key"
"""The metadata in which our own ids travel."""
_LINK_STATES = {"open": LinkStatus.CREATED, "complete": LinkStatus.PAID, "expired": LinkStatus.EXPIRED}
_REFUND_STATES = {
    "pending": "pending",
    "requires_action": "pending",
    "succeeded": "processed",
    "failed": "failed",
    "canceled": "failed",
}
_PAID, _FAILED = "payment_link.paid", "payment.failed"
_KINDS = {
    "checkout.session.async_payment_succeeded": _PAID,
    "checkout.session.async_payment_failed": _FAILED,
    "checkout.session.expired": "payment_link.expired",
    "payment_intent.payment_failed": _FAILED,
}


def link_of(session: Json) -> PaymentLink:
    """A session as a link to open; one that is over has no address any more."""
    return PaymentLink(_text(session["id"]), _text(session["url"] or ""), _status(session))


def state_of(session: Json) -> LinkState:
    """A session as the API shows it, its payment intent unfolded where that was asked for. Raises one of UNREADABLE.

    One that is complete but not paid waits for a slow bank: its money may still come, as to a link that is open.
    """
    paid = _is_paid(session)
    return LinkState(
        link_id=_text(session["id"]),
        reference_id=_reference(session),
        status=_status(session),
        amount_paid=_amount(session, "amount_total") if paid else to_rupees(0),
        payment=_payment_of_session(session) if paid else None,
    )


def money_of(intent: Json) -> GatewayPayment:
    """A payment intent that has taken money, in Razorpay's words for what became of it."""
    charge = _charge(intent)
    return GatewayPayment(
        payment_id=_text(intent["id"]),
        amount=_amount(intent, "amount_received"),
        method=_method(charge),
        status="refunded" if charge.get("refunded") else "captured",
        reference_id=_reference(intent),
        details=_details(charge),
        sent_back=to_rupees(charge.get("amount_refunded") or 0),
    )


def payment_of(intent: Json) -> GatewayPayment:
    """A payment intent whatever became of it; where it has taken nothing, with what it asks for and Stripe's word."""
    if intent["amount_received"]:
        return money_of(intent)
    asked = _amount(intent, "amount")
    return GatewayPayment(_text(intent["id"]), asked, UNTOLD, _text(intent["status"]), _reference(intent))


def refund_of(refund: Json) -> GatewayRefund:
    """A refund; `reference_id` is the key with which we asked for it."""
    status, key = _REFUND_STATES[refund["status"]], _note(refund, OUR_REFUND)
    return GatewayRefund(_text(refund["id"]), status, key, _amount(refund, "amount"))


def event_of(event: Json) -> GatewayEvent:
    """A webhook's body, its kind in Razorpay's words where we act on it. Raises one of UNREADABLE."""
    kind, about = _text(event["type"]), event["data"]["object"]
    link_id = reference = payment = refund = None
    amount_paid = to_rupees(0)
    if kind.startswith("checkout.session."):
        if kind == "checkout.session.completed" and _is_paid(about):
            kind = _PAID
        state = state_of(about)
        link_id, reference = state.link_id, state.reference_id
        payment, amount_paid = state.payment, state.amount_paid
    elif kind == "payment_intent.payment_failed":
        reference = _reference(about)
        attempt = about.get("latest_charge") or about["id"]  # an intent may fail often, and succeed in the end
        payment = GatewayPayment(_text(attempt), _amount(about, "amount"), UNTOLD, "failed", reference)
    elif kind.startswith("refund."):
        refund = refund_of(about)
        kind = f"refund.{'created' if refund.status == 'pending' else refund.status}"
    return GatewayEvent(
        event_id=_text(event["id"]),
        kind=_KINDS.get(kind, kind),
        link_id=link_id,
        reference_id=reference or None,
        payment=payment,
        amount_paid=amount_paid,
        refund=refund,
    )


def _is_paid(session: Json) -> bool:
    return _text(session["payment_status"]) == "paid"


def _status(session: Json) -> LinkStatus:
    status = _LINK_STATES[session["status"]]
    return LinkStatus.CREATED if status is LinkStatus.PAID and not _is_paid(session) else status


def _payment_of_session(session: Json) -> GatewayPayment:
    intent = session["payment_intent"]
    if isinstance(intent, dict):
        return money_of(intent)
    amount = _amount(session, "amount_total")
    return GatewayPayment(_text(intent), amount, UNTOLD, "captured", _reference(session))  # as a webhook names it


def _charge(intent: Json) -> Json:
    """The attempt that succeeded; empty where it was not asked for."""
    charge = intent.get("latest_charge")
    return charge if isinstance(charge, dict) else {}


def _method(charge: Json) -> str:
    details = charge.get("payment_method_details")
    return _text(details["type"]) if details else UNTOLD


def _details(charge: Json) -> Json:
    """What else is told, by the names that Razorpay has for it."""
    details = charge.get("payment_method_details") or {}
    told = {"id": charge.get("id"), "created_at": charge.get("created"), "card": details.get("card")}
    told |= {"vpa": (details.get("upi") or {}).get("vpa"), "bank": (details.get("netbanking") or {}).get("bank")}
    return {name: value for name, value in told.items() if value}


def _amount(entity: Json, name: str) -> Decimal:
    if entity["currency"] != "inr":
        raise ValueError("an amount that is not in rupees")
    return money(entity[name])


def _reference(entity: Json) -> str:
    return _text(entity.get("client_reference_id") or _note(entity, OUR_PAYMENT))


def _note(entity: Json, name: str) -> str:
    return _text((entity.get("metadata") or {}).get(name) or "")
