"""A payment link in Razorpay's shape: what may be asked for, what is kept of it, how it is shown.

Limits and wording follow razorpay.com/docs/api/payments/payment-links as of November 2026.
"""

from __future__ import annotations

import secrets
import string
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.store import Json

MINUTE = 60
DAY = 86_400
EARLIEST_EXPIRY = 15 * MINUTE
LATEST_EXPIRY = 183 * DAY
OPEN = ("created", "partially_paid")
_EDITABLE = {"reference_id", "expire_by", "notes", "accept_partial", "reminder_enable"}
_ALPHABET = string.ascii_letters + string.digits


class RazorpayError(Exception):
    """A refusal, with the HTTP status and the body that Razorpay would answer."""

    def __init__(self, description: str, field: str | None = None, status: int = 400) -> None:
        super().__init__(description)
        self.status = status
        self.body: Json = {
            "error": {
                "code": "BAD_REQUEST_ERROR",
                "description": description,
                "source": "business" if field else "NA",
                "step": "payment_initiation" if field else "NA",
                "reason": "input_validation_failed" if field else "NA",
                "metadata": {},
                **({"field": field} if field else {}),
            }
        }


@dataclass
class LinkRecord:
    """All that is kept of one link, stored as one value, so that no crash parts money from what tells of it.

    `agenda` is what time will bring: {"at": unix seconds, "do": expire|fail|capture|refund|return, "id": its object}.
    `outbox` holds webhooks that nobody has taken yet.
    """

    entity: Json
    order: Json
    payments: list[Json] = field(default_factory=list)
    refunds: list[Json] = field(default_factory=list)
    refund_keys: dict[str, Json] = field(default_factory=dict)
    agenda: list[Json] = field(default_factory=list)
    outbox: list[Json] = field(default_factory=list)
    webhook: str = "once"
    refunds_fail: bool = False

    @property
    def link_id(self) -> str:
        """As `plink_...`."""
        return str(self.entity["id"])

    @property
    def payer(self) -> str:
        """Who pays: the customer's number, else the merchant's own reference, else the link's id."""
        return payer_of(self.entity) or self.link_id

    @property
    def due(self) -> int:
        """Paise still to be paid."""
        return max(0, int(self.entity["amount"]) - int(self.entity["amount_paid"]))

    @property
    def is_open(self) -> bool:
        """Whether it takes money now."""
        return self.entity["status"] in OPEN

    def payment(self, payment_id: str) -> Json:
        """One of its payments by id."""
        return next(payment for payment in self.payments if payment["id"] == payment_id)

    def refund(self, refund_id: str) -> Json:
        """One of its refunds by id."""
        return next(refund for refund in self.refunds if refund["id"] == refund_id)

    def stored(self) -> Json:
        """As the store takes it; `LinkRecord(**value)` is the way back."""
        return asdict(self)

    def shown(self) -> Json:
        """As the API answers it: the entity and the payments that brought money."""
        taken = [payment for payment in self.payments if payment["captured"]]
        return {**self.entity, "payments": [_payment_line(self.link_id, payment) for payment in taken] or None}


def payer_of(link: Json) -> str:
    """Whom a link, or the wish for one, is for: the customer's number or the merchant's reference; may be empty."""
    customer = link.get("customer")
    number = customer.get("contact") if isinstance(customer, dict) else None
    return str(number or link.get("reference_id") or "")


def new_id(kind: str) -> str:
    """An id as Razorpay makes them: `plink_` and 14 letters or digits, not to be guessed."""
    return f"{kind}_{''.join(secrets.choice(_ALPHABET) for _ in range(14))}"


def new_record(body: Json, now: int, public_url: str) -> LinkRecord:
    """A link as asked for at `now` (unix seconds). Raises RazorpayError; a reference in use is the caller's to see."""
    link_id, amount = new_id("plink"), _amount(body)
    partial = _flag(body, "accept_partial")
    entity: Json = {
        "accept_partial": partial,
        "amount": amount,
        "amount_paid": 0,
        "callback_method": "get" if _callback(body) else "",
        "callback_url": _callback(body),
        "cancelled_at": 0,
        "created_at": now,
        "currency": _currency(body),
        "customer": _customer(body),
        "description": _text(body, "description", 2048),
        "expire_by": _expiry(body, now),
        "expired_at": 0,
        "first_min_partial_amount": _whole(body, "first_min_partial_amount", 0) if partial else 0,
        "id": link_id,
        "notes": _notes(body),
        "notify": {"email": False, "sms": False, "whatsapp": False},
        "payments": None,
        "reference_id": _text(body, "reference_id", 40),
        "reminder_enable": _flag(body, "reminder_enable"),
        "reminders": [],
        "short_url": f"{public_url}/pay/{link_id}",
        "status": "created",
        "updated_at": now,
        "upi_link": _flag(body, "upi_link"),
        "user_id": "",
        "whatsapp_link": False,
    }
    record = LinkRecord(entity, _new_order(entity))
    record.agenda.append({"at": entity["expire_by"] or now + LATEST_EXPIRY, "do": "expire", "id": ""})
    return record


def edit(record: LinkRecord, body: Json, now: int) -> None:
    """Change what PATCH may change. Raises RazorpayError and then has changed nothing."""
    if not record.is_open:
        raise RazorpayError(f"Payment Link cannot be updated in {record.entity['status']} state")
    unknown = sorted(set(body) - _EDITABLE)
    if unknown:
        raise RazorpayError(f"{unknown[0]} is/are not required and should not be sent", unknown[0])
    changes: Json = {}
    readers: dict[str, Callable[[], Any]] = {
        "reference_id": lambda: _text(body, "reference_id", 40),
        "expire_by": lambda: _expiry(body, now),
        "notes": lambda: _notes(body),
        "accept_partial": lambda: _flag(body, "accept_partial"),
        "reminder_enable": lambda: _flag(body, "reminder_enable"),
    }
    for name in body:
        changes[name] = readers[name]()
    record.entity.update(changes, updated_at=now)
    if changes.get("expire_by"):
        for item in record.agenda:
            if item["do"] == "expire":
                item["at"] = changes["expire_by"]


def _new_order(entity: Json) -> Json:
    return {
        "id": new_id("order"),
        "entity": "order",
        "amount": entity["amount"],
        "amount_paid": 0,
        "amount_due": entity["amount"],
        "currency": entity["currency"],
        "receipt": entity["reference_id"] or None,
        "offer_id": None,
        "status": "created",
        "attempts": 0,
        "notes": entity["notes"] or [],
        "created_at": entity["created_at"],
    }


def _payment_line(link_id: str, payment: Json) -> Json:
    return {
        "amount": payment["amount"],
        "created_at": payment["created_at"],
        "method": payment["method"],
        "payment_id": payment["id"],
        "plink_id": link_id,
        "status": payment["status"],
        "updated_at": payment["created_at"],
    }


def _amount(body: Json) -> int:
    if "amount" not in body:
        raise RazorpayError("The amount field is required.", "amount")
    amount = _whole(body, "amount", 0)
    if amount < 100:
        raise RazorpayError("The amount must be at least INR 1.00", "amount")
    return amount


def _whole(body: Json, name: str, default: int) -> int:
    value = body.get(name, default)
    if type(value) is not int or not 0 <= value <= 10**12:
        raise RazorpayError(f"The {name} must be an integer.", name)
    return value


def _currency(body: Json) -> str:
    if body.get("currency", "INR") != "INR":
        raise RazorpayError("Currency is not supported", "currency")
    return "INR"


def _flag(body: Json, name: str) -> bool:
    value = body.get(name, False)
    if value not in (True, False, "true", "false"):
        raise RazorpayError(f"The {name} field must be true or false.", name)
    return value in (True, "true")


def _text(body: Json, name: str, limit: int) -> str:
    value = body.get(name) or ""
    if not isinstance(value, str):
        raise RazorpayError(f"The {name} must be a string.", name)
    if len(value) > limit:
        raise RazorpayError(f"The {name} may not be greater than {limit} characters.", name)
    return value


def _expiry(body: Json, now: int) -> int:
    at = _whole(body, "expire_by", 0)
    if at and at < now + EARLIEST_EXPIRY:
        raise RazorpayError("expire_by should be at least 15 minutes after current time", "expire_by")
    if at > now + LATEST_EXPIRY:
        raise RazorpayError("expire_by cannot be more than 6 months after current time", "expire_by")
    return at


def _callback(body: Json) -> str:
    url = _text(body, "callback_url", 2048)
    if not url and not body.get("callback_method"):
        return ""
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc:
        raise RazorpayError("The callback url format is invalid.", "callback_url")
    if body.get("callback_method") != "get":
        raise RazorpayError("callback_method should be get when callback_url is sent", "callback_method")
    return url


def _customer(body: Json) -> Json:
    customer = body.get("customer") or {}
    if not isinstance(customer, dict):
        raise RazorpayError("The customer must be an object.", "customer")
    return {name: _text(customer, name, 128) for name in ("name", "email", "contact") if customer.get(name)}


def _notes(body: Json) -> Json | None:
    notes = body.get("notes") or {}
    if not isinstance(notes, dict):
        raise RazorpayError("The notes must be an object.", "notes")
    if len(notes) > 15:
        raise RazorpayError("Number of fields in notes should be less than or equal to 15", "notes")
    if any(isinstance(value, dict | list) for value in notes.values()):
        raise RazorpayError("Notes values themselves should not be an array", "notes")
    if any(len(str(part)) > 256 for pair in notes.items() for part in pair):
        raise RazorpayError("A note's key or value may not be greater than 256 characters.", "notes")
    return {name: str(value) for name, value in notes.items()} or None
