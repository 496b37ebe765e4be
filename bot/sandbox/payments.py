"""Payments: how money comes in by a link, comes late, and goes back; in Razorpay's order of events."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import ClassVar, Literal, NamedTuple

from bot.sandbox.clock import SandboxClock
from bot.sandbox.payment_entities import failed, new_payment, new_refund, took, wait_for_bank
from bot.sandbox.payment_events import add_webhooks, sign
from bot.sandbox.payment_hostility import Temper
from bot.sandbox.payment_links import LinkRecord, RazorpayError, edit, new_record
from bot.sandbox.payment_records import Records
from bot.sandbox.settings import SandboxSettings
from bot.sandbox.store import Json, Store

REFUND_SECONDS = 3
LATEST = 2**40


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

    kind: ClassVar[str] = "payment_link"
    """The name under which the store keeps its records."""

    def __init__(self, store: Store, clock: SandboxClock, settings: SandboxSettings) -> None:
        self.settings = settings
        self.temper = Temper(store)
        self._clock = clock
        self._records = Records(store, self.kind)

    # Links

    def create_link(self, body: Json) -> Json:
        """A new link as the API shows it. Raises RazorpayError."""
        record = new_record(body, self._settled(), self.settings.public_url)
        self._refuse_reference_in_use(record.entity["reference_id"])
        self._records.save(record)
        return record.shown()

    def link(self, link_id: str) -> LinkRecord:
        """The link as it stands now. Raises RazorpayError."""
        self._settled()
        return self._records.link(link_id)

    def links(self, reference_id: str | None, payment_id: str | None) -> list[Json]:
        """Newest first; all, or those of a reference or of a payment."""
        self._settled()
        found = list(self._records)
        if reference_id is not None:
            known = self._records.of_reference(reference_id)
            found = [known] if known else []
        if payment_id is not None:
            found = [record for record in found if any(payment["id"] == payment_id for payment in record.payments)]
        return _newest_first([record.shown() for record in found])

    def edit_link(self, link_id: str, body: Json) -> Json:
        """PATCH: reference, expiry, notes. Raises RazorpayError."""
        record = self.link(link_id)
        if body.get("reference_id") not in (None, record.entity["reference_id"]):
            self._refuse_reference_in_use(body["reference_id"])
        edit(record, body, self.now())
        self._records.save(record)
        return record.shown()

    def cancel_link(self, link_id: str) -> Json:
        """Only a link that nobody has paid anything on can be cancelled. Raises RazorpayError."""
        record = self.link(link_id)
        if record.entity["status"] != "created":
            raise RazorpayError(f"Payment Link cannot be cancelled in {record.entity['status']} state")
        self._close(record, "cancelled", self.now())
        self._records.save(record)
        return record.shown()

    # Payments

    def pay(self, link_id: str, attempt: Attempt) -> Json:
        """What happens when a person presses Pay. Returns the payment. Raises RazorpayError when no money is wanted."""
        record, now = self.link(link_id), self.now()
        if not record.is_open:
            raise RazorpayError(f"Payment Link is {record.entity['status']}")
        about = record.payer
        amount = self._amount(record, attempt.amount)
        if attempt.outcome == "success":
            attempt = attempt._replace(outcome=self.temper.outcome(about))
            amount = self._other_amount(about, amount)
        payment = self._begin(record, attempt, amount, now)
        if attempt.outcome == "fail":
            self._fail(record, payment["id"], now)
        elif attempt.outcome == "late":
            wait_for_bank(record, payment, now)
        else:
            self._capture(record, payment["id"], now)
            if self.temper.strikes("payment_twice", about):
                self._take(record, self._begin(record, attempt, amount, now), now)
        self._records.save(record)
        return payment

    def payments(self, since: int = 0, until: int = LATEST) -> list[Json]:
        """Every attempt that was begun in that time (unix seconds, both included), newest first."""
        self._settled()
        every = (payment for record in self._records for payment in record.payments)
        return _newest_first([payment for payment in every if since <= payment["created_at"] <= until])

    def record_of(self, payment_id: str) -> LinkRecord:
        """The link that a payment belongs to. Raises RazorpayError."""
        self._settled()
        return self._records.of_payment(payment_id)

    def payer_of(self, some_id: str) -> str:
        """Whom the link is for that has this id, or this payment's, or this reference; empty for any other."""
        record = self._records.find(some_id)
        return record.payer if record else ""

    # Refunds

    def refund(self, payment_id: str, body: Json, key: str) -> Json:
        """Send money back; the same key (may be empty) and body again give the same refund. Raises RazorpayError."""
        request = json.dumps([payment_id, body], sort_keys=True)
        self._settled()
        if key and (asked := self._records.of_refund_key(key)):
            known = asked.refund_keys[key]
            if known["request"] != request:
                raise RazorpayError("Different request with the same idempotency key has already been processed.")
            return asked.refund(known["refund_id"])
        record = self._records.of_payment(payment_id)
        refund = self._send_back(record, record.payment(payment_id), body, self.now())
        if key:
            record.refund_keys[key] = {"request": request, "refund_id": refund["id"]}
        self._records.save(record)
        return refund

    def refunds(self, payment_id: str | None = None) -> list[Json]:
        """Newest first; all, or those of a payment. Raises RazorpayError for a payment that is not there."""
        self._settled()
        records = self._records if payment_id is None else [self.record_of(payment_id)]
        found = [r for record in records for r in record.refunds if payment_id in (None, r["payment_id"])]
        return _newest_first(found)

    # Time

    def now(self) -> int:
        """The sandbox's time in unix seconds."""
        return int(self._clock.now().timestamp())

    def settle(self) -> None:
        """Let everything happen that is due by now: expiries, failures, late money, refunds."""
        now = self.now()
        for record in self._records.due(now):
            while due := [item for item in record.agenda if item["at"] <= now]:
                item = min(due, key=lambda one: int(one["at"]))
                record.agenda.remove(item)
                self._happenings[item["do"]](self, record, item["id"], int(item["at"]))
            self._records.save(record)

    # Webhooks

    def undelivered(self) -> Iterator[tuple[LinkRecord, Json]]:
        """Webhooks that nobody has taken yet, with the link that each belongs to."""
        return self._records.undelivered()

    def delivered(self, record: LinkRecord, item: Json) -> None:
        """Forget a webhook: it was taken, or given up."""
        record.outbox.remove(item)
        self._records.save(record)

    def sealed(self, body: bytes, event_id: str) -> tuple[str, dict[str, str]]:
        """Where a webhook goes to, and its headers, which sign it."""
        headers = {
            "User-Agent": "Razorpay-Webhook/v1",
            "X-Razorpay-Signature": sign(self.settings.razorpay_webhook_secret, body),
            "x-razorpay-event-id": event_id,
        }
        return self.settings.razorpay_webhook_url or "", headers

    def _settled(self) -> int:
        self.settle()
        return self.now()

    def _refuse_reference_in_use(self, reference_id: str) -> None:
        if self._records.of_reference(reference_id):
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
            after = self.temper.webhooks(f"{event} {record.payer}", self.now())
            add_webhooks(record, event, parts, at, time.time(), after)

    def _other_amount(self, about: str, amount: int) -> int:
        """What is paid when so much is asked for, in paise."""
        return self.temper.amount(about, amount)

    def _begin(self, record: LinkRecord, attempt: Attempt, amount: int, now: int) -> Json:
        payment = new_payment(record, attempt.method, attempt.bank, amount, now)
        record.payments.append(payment)
        record.order["attempts"] += 1
        record.webhook, record.refunds_fail = attempt.webhook, attempt.refunds_fail
        return payment

    def _capture(self, record: LinkRecord, payment_id: str, at: int) -> None:
        payment = record.payment(payment_id)
        if record.entity["status"] == "paid":
            # Paid by another attempt meanwhile: Razorpay takes the late money and sends it back by itself, uncaptured.
            payment.update(status="authorized")
            self._send_back(record, payment, {}, at)
            return
        self._take(record, payment, at)

    def _take(self, record: LinkRecord, payment: Json, at: int) -> None:
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
        longer = self.temper.draw("refund takes", record.payer, self.temper.hostility.refund_takes)
        record.agenda.append({"at": at + REFUND_SECONDS + longer, "do": "refund", "id": refund["id"]})
        self._tell(record, "refund.created", {"refund": refund, "payment": payment}, at)
        return refund

    def _refund_ends(self, record: LinkRecord, refund_id: str, at: int) -> None:
        fails = record.refunds_fail or self.temper.strikes("refund_fails", record.payer)
        if not fails and self.temper.strikes("refund_returns", record.payer):
            longer = self.temper.draw("refund stays", record.payer, self.temper.hostility.refund_takes)
            record.agenda.append({"at": at + REFUND_SECONDS + longer, "do": "return", "id": refund_id})
        self._refund_stands(record, refund_id, "failed" if fails else "processed", at)

    def _refund_returns(self, record: LinkRecord, refund_id: str, at: int) -> None:
        self._refund_stands(record, refund_id, "failed", at)

    def _refund_stands(
        self, record: LinkRecord, refund_id: str, status: Literal["processed", "failed"], at: int
    ) -> None:
        refund = record.refund(refund_id)
        payment = record.payment(refund["payment_id"])
        refund["status"] = status
        if status == "failed":
            payment["amount_refunded"] -= refund["amount"]
            payment["refund_status"] = "partial" if payment["amount_refunded"] else None
            payment["status"] = "captured" if payment["captured"] else "authorized"
        self._tell(record, f"refund.{status}", {"refund": refund, "payment": payment}, at)

    _happenings: ClassVar[dict[str, Callable[[PaymentService, LinkRecord, str, int], None]]] = {
        "expire": _expire,
        "fail": _fail,
        "capture": _capture,
        "refund": _refund_ends,
        "return": _refund_returns,
    }


def _newest_first(entities: list[Json]) -> list[Json]:
    return sorted(entities, key=lambda entity: int(entity["created_at"]))[::-1]
