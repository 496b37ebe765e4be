"""Payments and refunds in Razorpay's shape, and what each moment writes into them."""

from __future__ import annotations

import secrets

from bot.sandbox.payment_links import MINUTE, LinkRecord, RazorpayError, new_id
from bot.sandbox.store import Json

BANK_SILENT = 10 * MINUTE
"""A bank that does not answer for this long makes a payment failed, though its money may still come."""


def new_payment(record: LinkRecord, method: str, bank: str, amount: int, now: int) -> Json:
    """A payment that was begun; `amount` in paise."""
    link = record.entity
    return {
        "id": new_id("pay"),
        "entity": "payment",
        "amount": amount,
        "currency": "INR",
        "base_amount": amount,
        "status": "created",
        "order_id": record.order["id"],
        "invoice_id": None,
        "international": False,
        "method": method,
        "amount_refunded": 0,
        "amount_transferred": 0,
        "refund_status": None,
        "captured": False,
        "description": f"#{record.link_id.removeprefix('plink_')}",
        "card_id": new_id("card") if method == "card" else None,
        "bank": bank if method == "netbanking" else None,
        "wallet": None,
        "vpa": "passenger@sandbox" if method == "upi" else None,
        "email": link["customer"].get("email"),
        "contact": link["customer"].get("contact"),
        "notes": link["notes"] or [],
        "fee": None,
        "tax": None,
        **_no_error(),
        "acquirer_data": {},
        "created_at": now,
    }


def wait_for_bank(record: LinkRecord, payment: Json, now: int) -> None:
    """Late authorisation: failed for want of an answer after ten minutes, yet paid a minute after the link is gone."""
    gone = max(record.entity["expire_by"], now + BANK_SILENT)
    record.agenda.append({"at": now + BANK_SILENT, "do": "fail", "id": payment["id"]})
    record.agenda.append({"at": gone + MINUTE, "do": "capture", "id": payment["id"]})


def took(record: LinkRecord, payment: Json, at: int) -> None:
    """The money is there: payment, order and link say so."""
    fee = round(payment["amount"] * 0.0236)
    payment.update(status="captured", captured=True, fee=fee, tax=round(fee * 18 / 118), **_no_error())
    payment["acquirer_data"] = {"rrn": str(secrets.randbelow(9 * 10**11) + 10**11)}
    link, order = record.entity, record.order
    link["amount_paid"] += payment["amount"]
    link["updated_at"] = at
    link["order_id"] = order["id"]
    link["status"] = "paid" if link["amount_paid"] >= link["amount"] else "partially_paid"
    order.update(amount_paid=link["amount_paid"], amount_due=record.due)
    order["status"] = "paid" if link["status"] == "paid" else "attempted"


def failed(payment: Json) -> None:
    """The bank said no, or nothing."""
    silent = payment["status"] == "created" and payment["method"] == "upi"
    payment.update(
        status="failed",
        error_code="BAD_REQUEST_ERROR",
        error_description="Payment was unsuccessful as the bank did not confirm it.",
        error_source="customer_psp" if silent else "issuer_bank",
        error_step="payment_authorization",
        error_reason="payment_failed",
    )


def new_refund(payment: Json, body: Json, at: int) -> Json:
    """A refund that was begun, counted on its payment at once. Raises RazorpayError."""
    if payment["status"] == "refunded":
        raise RazorpayError("The payment has been fully refunded already")
    if payment["status"] not in ("captured", "authorized"):
        raise RazorpayError("The payment status should be captured for action to be taken")
    left = payment["amount"] - payment["amount_refunded"]
    amount = body.get("amount", left)
    if type(amount) is not int:
        raise RazorpayError("The amount must be an integer.", "amount")
    if amount < 100:
        raise RazorpayError("The amount must be at least INR 1.00", "amount")
    if amount > left:
        raise RazorpayError("The total refund amount is greater than the refund payment amount", "amount")
    payment["amount_refunded"] += amount
    whole = payment["amount_refunded"] == payment["amount"]
    payment["refund_status"] = "full" if whole else "partial"
    if whole:
        payment["status"] = "refunded"
    return {
        "id": new_id("rfnd"),
        "entity": "refund",
        "amount": amount,
        "currency": "INR",
        "payment_id": payment["id"],
        "notes": body.get("notes") or [],
        "receipt": body.get("receipt"),
        "acquirer_data": {"arn": None},
        "created_at": at,
        "batch_id": None,
        "status": "pending",
        "speed_processed": "normal",
        "speed_requested": body.get("speed", "normal"),
    }


def _no_error() -> Json:
    return dict.fromkeys(("error_code", "error_description", "error_source", "error_step", "error_reason"))
