"""What Razorpay answers and tells, read into our terms; whatever cannot be read is an error of ours, never a crash.

Shapes: razorpay.com/docs/api/payments, /api/refunds and /webhooks/payloads (November 2026).
"""

from __future__ import annotations

from bot.gateways.paise import money, to_rupees
from bot.gateways.reading import Json, text, understood
from domain.payments import GatewayEvent, GatewayPayment, GatewayRefund, LinkState, LinkStatus

OUR_PAYMENT, OUR_REFUND = "reference_id", "refund_key"
"""The notes in which our own ids travel: a payment that fails does not name its link, a refund not its header."""
_REFUND_STATES = ("pending", "processed", "failed")


def state_of(link: Json) -> LinkState:
    """A payment link as the API shows it."""

    def read() -> LinkState:
        _check_currency(link)
        reference = text(link.get("reference_id") or "")
        taken = [line for line in link.get("payments") or [] if line.get("status") == "captured"]
        return LinkState(
            link_id=link["id"],
            reference_id=reference,
            status=LinkStatus(link["status"]),
            amount_paid=to_rupees(link["amount_paid"]),
            payment=_payment(taken[-1], "payment_id", reference) if taken else None,
        )

    return understood(read)


def payment_of(entity: Json) -> GatewayPayment:
    """A payment entity."""
    return _payment(entity, "id", _note(entity, OUR_PAYMENT))


def refund_of(entity: Json) -> GatewayRefund:
    """A refund entity; `reference_id` is the key with which we asked for it."""
    if entity["status"] not in _REFUND_STATES:
        raise ValueError("an unknown state of a refund")
    reference = _note(entity, OUR_REFUND) or text(entity.get("receipt") or "")
    return GatewayRefund(text(entity["id"]), entity["status"], reference, money(entity["amount"]))


def event_of(event: Json, event_id: str) -> GatewayEvent:
    """A webhook's body. Raises one of UNREADABLE."""
    payload = event["payload"]
    link = payload["payment_link"]["entity"] if "payment_link" in payload else {}
    payment = payment_of(payload["payment"]["entity"]) if "payment" in payload else None
    reference = link.get("reference_id") or (payment.reference_id if payment else "")
    return GatewayEvent(
        event_id=event_id,
        kind=text(event["event"]),
        link_id=text(link["id"]) if link else None,
        reference_id=text(reference) if reference else None,
        payment=payment,
        amount_paid=to_rupees(link.get("amount_paid", 0)),
        refund=refund_of(payload["refund"]["entity"]) if "refund" in payload else None,
    )


def _payment(entity: Json, id_name: str, reference: str) -> GatewayPayment:
    _check_currency(entity)
    method, status = entity.get("method") or "", entity.get("status") or ""
    return GatewayPayment(
        payment_id=str(entity[id_name]),
        amount=money(entity["amount"]),
        method=str(method),
        status=str(status),
        reference_id=reference,
        details=entity,
        sent_back=to_rupees(entity.get("amount_refunded") or 0),
    )


def _check_currency(entity: Json) -> None:
    """Whatever names its currency must name rupees; a payment in a link's list leaves it to the link."""
    if entity.get("currency", "INR") != "INR":
        raise ValueError("an amount that is not in rupees")


def _note(entity: Json, name: str) -> str:
    """One of the entity's notes; Razorpay writes no notes as an empty list."""
    notes = entity.get("notes")
    return text(notes.get(name) or "") if isinstance(notes, dict) else ""
