"""Payments: how money comes in by a link, comes late, and goes back; in Razorpay's order of events."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import ClassVar, Literal, NamedTuple

from bot.sandbox.clock import SandboxClock
from bot.sandbox.payment_entities import failed, new_payment, new_refund, took, wait_for_bank
from bot.sandbox.payment_events import add_webhooks
from bot.sandbox.payment_links import LinkRecord, RazorpayError, edit, new_record
from bot.sandbox.settings import SandboxSettings
from bot.sandbox.store import Json, Store

REFUND_SECONDS = 3
_NO_SUCH_ID = "The id provided does not exist"


class Attempt(NamedTuple):
    """One press of Pay: how, what the bank shall do, how often the webhook comes; `amount` in paise, None for all."""

    method: Literal["upi", "card", "netbanking"] = "upi"
    outcome: Literal["success", "fail", "late"] = "success"
    webhook: Literal["once", "twice", "never"] = "once"
    amount: int | None = None
    bank: str = "HDFC"
    refunds_fail: bool = False


class PaymentService:
    """The merchant's account: every link with its payments and refunds. Call it from the sandbox's event loop only."""

    def __init__(self, store: Store, clock: SandboxClock, settings: SandboxSettings) -> None:
        self.settings = settings
        self._store = store
        self._clock = clock
        self._records = {key: LinkRecord(**value) for key, value in store.all("payment_link").items()}
        self._next = 0

    # Links

    def create_link(self, body: Json) -> Json:
        """A new link as the API shows it. Raises RazorpayError."""
        record = new_record(body, self._settled(), self.settings.public_url)
        self._refuse_reference_in_use(record.entity["reference_id"])
        self._save(record)
        return record.shown()

    def link(self, link_id: str) -> LinkRecord:
        """The link as it stands now. Raises RazorpayError."""
        self._settled()
        if link_id not in self._records:
            raise RazorpayError(_NO_SUCH_ID)
        return self._records[link_id]

    def links(self, reference_id: str | None, payment_id: str | None) -> list[Json]:
        """Newest first; all, or those of a reference or of a payment."""
        self._settled()
        found = [
            record
            for record in self._records.values()
            if reference_id in (None, record.entity["reference_id"])
            and (payment_id is None or any(payment["id"] == payment_id for payment in record.payments))
        ]
        return _newest_first([record.shown() for record in found])

    def edit_link(self, link_id: str, body: Json) -> Json:
        """PATCH: reference, expiry, notes. Raises RazorpayError."""
        record = self.link(link_id)
        if body.get("reference_id") not in (None, record.entity["reference_id"]):
            self._refuse_reference_in_use(body["reference_id"])
        edit(record, body, self.now())
        self._save(record)
        return record.shown()

    def cancel_link(self, link_id: str) -> Json:
        """Only a link that nobody has paid anything on can be cancelled. Raises RazorpayError."""
        record = self.link(link_id)
        if record.entity["status"] != "created":
            raise RazorpayError(f"Payment Link cannot be cancelled in {record.entity['status']} state")
        self._close(record, "cancelled", self.now())
        self._save(record)
        return record.shown()

    # Payments

    def pay(self, link_id: str, attempt: Attempt) -> Json:
        """What happens when a person presses Pay. Returns the payment. Raises RazorpayError when no money is wanted."""
        record, now = self.link(link_id), self.now()
        if not record.is_open:
            raise RazorpayError(f"Payment Link is {record.entity['status']}")
        payment = new_payment(record, attempt.method, attempt.bank, self._amount(record, attempt.amount), now)
        record.payments.append(payment)
        record.order["attempts"] += 1
        record.webhook, record.refunds_fail = attempt.webhook, attempt.refunds_fail
        if attempt.outcome == "success":
            self._capture(record, payment["id"], now)
        elif attempt.outcome == "fail":
            self._fail(record, payment["id"], now)
        else:
            wait_for_bank(record, payment, now)
        self._save(record)
        return payment

    def payments(self) -> list[Json]:
        """Every attempt, newest first."""
        self._settled()
        found = [payment for record in self._records.values() for payment in record.payments]
        return _newest_first(found)

    def record_of(self, payment_id: str) -> LinkRecord:
        """The link that a payment belongs to. Raises RazorpayError."""
        self._settled()
        for record in self._records.values():
            if any(payment["id"] == payment_id for payment in record.payments):
                return record
        raise RazorpayError(_NO_SUCH_ID)

    # Refunds

    def refund(self, payment_id: str, body: Json, key: str) -> Json:
        """Send money back; the same key (may be empty) and body again give the same refund. Raises RazorpayError."""
        request = json.dumps([payment_id, body], sort_keys=True)
        for record in self._records.values():
            if key and key in record.refund_keys:
                known = record.refund_keys[key]
                if known["request"] != request:
                    raise RazorpayError("Different request with the same idempotency key has already been processed.")
                return record.refund(known["refund_id"])
        record = self.record_of(payment_id)
        refund = self._send_back(record, record.payment(payment_id), body, self.now())
        if key:
            record.refund_keys[key] = {"request": request, "refund_id": refund["id"]}
        self._save(record)
        return refund

    def refunds(self, payment_id: str | None = None) -> list[Json]:
        """Newest first; all, or those of a payment. Raises RazorpayError for a payment that is not there."""
        self._settled()
        records = list(self._records.values()) if payment_id is None else [self.record_of(payment_id)]
        found = [r for record in records for r in record.refunds if payment_id in (None, r["payment_id"])]
        return _newest_first(found)

    # Time

    def now(self) -> int:
        """The sandbox's time in unix seconds."""
        return int(self._clock.now().timestamp())

    def settle(self) -> None:
        """Let everything happen that is due by now: expiries, failures, late money, refunds."""
        now = self.now()
        if now < self._next:
            return
        for record in self._records.values():
            if any(item["at"] <= now for item in record.agenda):
                while due := [item for item in record.agenda if item["at"] <= now]:
                    item = min(due, key=lambda one: int(one["at"]))
                    record.agenda.remove(item)
                    self._happenings[item["do"]](self, record, item["id"], int(item["at"]))
                self._save(record)
        self._next = min((item["at"] for record in self._records.values() for item in record.agenda), default=now + 60)

    # Webhooks

    def undelivered(self) -> Iterator[tuple[LinkRecord, Json]]:
        """Webhooks that nobody has taken yet, with the link that each belongs to."""
        return ((record, item) for record in self._records.values() for item in record.outbox)

    def delivered(self, record: LinkRecord, item: Json) -> None:
        """Forget a webhook: it was taken, or given up."""
        record.outbox.remove(item)
        self._save(record)

    def _settled(self) -> int:
        self.settle()
        return self.now()

    def _save(self, record: LinkRecord) -> None:
        self._store.put("payment_link", record.link_id, record.stored())
        self._records[record.link_id] = record
        self._next = min([self._next, *(item["at"] for item in record.agenda)])

    def _refuse_reference_in_use(self, reference_id: str) -> None:
        if reference_id and any(record.entity["reference_id"] == reference_id for record in self._records.values()):
            raise RazorpayError(f"payment link with given reference_id ({reference_id}) already exists", "reference_id")

    def _amount(self, record: LinkRecord, wished: int | None) -> int:
        if wished is None or not record.entity["accept_partial"]:
            return record.due
        least = record.entity["first_min_partial_amount"] if not record.entity["amount_paid"] else 0
        if not max(100, least) <= wished <= record.due:
            raise RazorpayError("Pay at least the smallest part and at most what is due", "amount")
        return wished

    def _tell(self, record: LinkRecord, event: str, parts: dict[str, Json], at: int) -> None:
        if self.settings.razorpay_webhook_url:
            add_webhooks(record, event, parts, at, time.time())

    def _capture(self, record: LinkRecord, payment_id: str, at: int) -> None:
        payment = record.payment(payment_id)
        if record.entity["status"] == "paid":
            # Paid by another attempt meanwhile: Razorpay takes the late money and sends it back by itself, uncaptured.
            payment.update(status="authorized")
            self._send_back(record, payment, {}, at)
            return
        was_open, before = record.is_open, record.entity["status"]
        took(record, payment, at)
        parts = {"payment_link": record.entity, "order": record.order, "payment": payment}
        self._tell(record, f"payment_link.{record.entity['status']}", parts, at)
        if record.is_open and not was_open:
            record.entity["status"] = before

    def _fail(self, record: LinkRecord, payment_id: str, at: int) -> None:
        payment = record.payment(payment_id)
        failed(payment)
        self._tell(record, "payment.failed", {"payment": payment}, at)

    def _close(self, record: LinkRecord, status: Literal["cancelled", "expired"], at: int) -> None:
        record.entity.update({"status": status, f"{status}_at": at, "updated_at": at})
        self._tell(record, f"payment_link.{status}", {"payment_link": record.entity}, at)

    def _expire(self, record: LinkRecord, _: str, at: int) -> None:
        if record.is_open:
            self._close(record, "expired", at)

    def _send_back(self, record: LinkRecord, payment: Json, body: Json, at: int) -> Json:
        refund = new_refund(payment, body, at)
        record.refunds.append(refund)
        record.agenda.append({"at": at + REFUND_SECONDS, "do": "refund", "id": refund["id"]})
        return refund

    def _refund_ends(self, record: LinkRecord, refund_id: str, at: int) -> None:
        refund = record.refund(refund_id)
        payment = record.payment(refund["payment_id"])
        refund["status"] = "failed" if record.refunds_fail else "processed"
        if record.refunds_fail:
            payment["amount_refunded"] -= refund["amount"]
            payment["refund_status"] = "partial" if payment["amount_refunded"] else None
            payment["status"] = "captured" if payment["captured"] else "authorized"
        self._tell(record, f"refund.{refund['status']}", {"refund": refund, "payment": payment}, at)

    _happenings: ClassVar[dict[str, Callable[[PaymentService, LinkRecord, str, int], None]]] = {
        "expire": _expire,
        "fail": _fail,
        "capture": _capture,
        "refund": _refund_ends,
    }


def _newest_first(entities: list[Json]) -> list[Json]:
    return sorted(entities, key=lambda entity: int(entity["created_at"]))[::-1]
