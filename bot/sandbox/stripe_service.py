"""Stripe's account in the sandbox: Checkout Sessions over the same money, time and pay page as the payment links."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

from bot.sandbox.payment_events import note_for_delivery
from bot.sandbox.payment_links import DAY, MINUTE, LinkRecord, RazorpayError, new_record
from bot.sandbox.payments import Attempt, PaymentService
from bot.sandbox.store import Json
from bot.sandbox.stripe_forms import inner, listed, metadata, text, whole
from bot.sandbox.stripe_objects import (
    StripeRefusal,
    awaits_bank,
    event_of,
    intent_of,
    long_id,
    no_such,
    refund_of,
    session_of,
)

_SOONEST, _LATEST = 30 * MINUTE, DAY
_LEAST = 50  # paise
_SESSION_ID = "{CHECKOUT_SESSION_ID}"


class StripeService(PaymentService):
    """What Razorpay's account does, with Stripe's rules where these differ. Call it from the event loop only."""

    kind = "stripe_session"

    # Sessions

    def create_session(self, form: Json) -> LinkRecord:
        """A session as asked for. Raises StripeRefusal."""
        now = self._settled()
        amount, words = _what_is_sold(form)
        success_url = _url(form, "success_url")
        if not success_url:
            raise StripeRefusal("Missing required param: success_url.", param="success_url", code="parameter_missing")
        wish = {"amount": max(100, amount), "description": words, "expire_by": _expiry(form, now)}
        record = new_record(wish, now, self.settings.public_url)
        its_id = long_id("cs_test", 58)
        record.entity |= {
            "id": its_id,
            "amount": amount,
            "short_url": f"{self.settings.public_url}/pay/{its_id}",
            "client_reference_id": text(form, "client_reference_id", 200) or None,
            "reference_id": text(form, "client_reference_id", 200),
            "metadata": metadata(form),
            "success_url": success_url,
            "cancel_url": _url(form, "cancel_url") or None,
        }
        paid_with = {"id": long_id("pi", 24), "metadata": metadata(inner(form, "payment_intent_data"))}
        record.order |= {**paid_with, "amount": amount, "amount_due": amount}
        self._records.save(record)
        return record

    def session(self, session_id: str) -> LinkRecord:
        """Raises StripeRefusal."""
        try:
            return self.link(session_id)
        except RazorpayError:
            raise no_such("checkout.session", session_id) from None

    def sessions(self) -> list[LinkRecord]:
        """Newest first."""
        self._settled()
        return sorted(self._records, key=lambda record: int(record.entity["created_at"]))[::-1]

    def expire_session(self, session_id: str) -> LinkRecord:
        """Only an open one can be. Raises StripeRefusal."""
        record = self.session(session_id)
        if not record.is_open or awaits_bank(record):
            status = session_of(record)["status"]
            raise StripeRefusal(
                'Only Checkout Sessions with a status in ["open"] can be expired. '
                f"This Checkout Session has a status of {status}."
            )
        self._close(record, "expired", self.now())
        self._records.save(record)
        return record

    def pay(self, link_id: str, attempt: Attempt) -> Json:
        """As a link is paid; money that comes late completes the session at once, which then can neither be paid again
        nor expire."""
        record = self.link(link_id)
        if awaits_bank(record):
            raise RazorpayError("The session is complete")
        payment = super().pay(link_id, attempt)
        if awaits_bank(record):
            record.agenda = [item for item in record.agenda if item["do"] not in ("fail", "expire")]
            self._say(record, "checkout.session.completed", session_of(record), self.now())
            self._records.save(record)
        return payment

    # Payment intents and refunds

    def intents(self) -> list[LinkRecord]:
        """The sessions that somebody tried to pay, newest payment intent first."""
        self._settled()
        tried = (record for record in self._records if record.payments)
        return sorted(tried, key=lambda record: int(record.payments[0]["created_at"]))[::-1]

    def of_intent(self, intent_id: str) -> LinkRecord:
        """The session of a payment intent. Raises StripeRefusal."""
        found = next((record for record in self.intents() if record.order["id"] == intent_id), None)
        if found is None:
            raise no_such("payment_intent", intent_id)
        return found

    def send_back(self, form: Json) -> tuple[LinkRecord, Json]:
        """A refund of a payment intent, with its session. Raises StripeRefusal."""
        record = self.of_intent(text(form, "payment_intent"))
        paid = next((payment for payment in record.payments if payment["captured"]), None)
        if paid is None:
            raise StripeRefusal(f"This PaymentIntent ({record.order['id']}) has no successful charge to refund.")
        left = int(paid["amount"]) - int(paid["amount_refunded"])
        amount = whole(form, "amount", left)
        if not left:
            raise StripeRefusal("Charge has already been refunded.", code="charge_already_refunded")
        if not 0 < amount <= left:
            raise StripeRefusal(
                f"Refund amount ({amount / 100:.2f}) is greater than unrefunded amount on charge ({left / 100:.2f})",
                param="amount",
            )
        if amount < 100:
            raise StripeRefusal("Amount must convert to at least 100 paise.", param="amount")
        refund = self._send_back(record, paid, {"amount": amount, "notes": metadata(form)}, self.now())
        self._records.save(record)
        return record, refund

    def all_refunds(self) -> Iterator[tuple[LinkRecord, Json]]:
        """Each with its session, newest first."""
        self._settled()
        found = [(record, refund) for record in self._records for refund in record.refunds]
        return iter(sorted(found, key=lambda pair: int(pair[1]["created_at"]))[::-1])

    # Webhooks

    def sealed(self, body: bytes, event_id: str) -> tuple[str, dict[str, str]]:
        """Each try is signed anew, with the time at which it is made."""
        at, secret = self.now(), self.settings.stripe_webhook_secret.encode()
        signature = hmac.new(secret, f"{at}.".encode() + body, hashlib.sha256).hexdigest()
        headers = {"User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)"}
        return self.settings.stripe_webhook_url or "", {**headers, "Stripe-Signature": f"t={at},v1={signature}"}

    def _tell(self, record: LinkRecord, event: str, parts: dict[str, Json], at: int) -> None:
        """What Razorpay would tell, in Stripe's words."""
        if event == "payment_link.paid":
            delayed = parts["payment"]["created_at"] < at
            kind = "checkout.session.async_payment_succeeded" if delayed else "checkout.session.completed"
            self._say(record, kind, session_of(record), at)
        elif event == "payment_link.expired":
            self._say(record, "checkout.session.expired", session_of(record), at)
        elif event == "payment.failed":
            self._say(record, "payment_intent.payment_failed", intent_of(record) or {}, at)
        elif event.startswith("refund."):
            kind = {"refund.processed": "refund.updated"}.get(event, event)
            self._say(record, kind, refund_of(record, parts["refund"]), at)

    def _say(self, record: LinkRecord, kind: str, about: Json, at: int) -> None:
        if self.settings.stripe_webhook_url:
            event = event_of(long_id("evt", 24), kind, about, at)
            text = json.dumps(event, ensure_ascii=False, separators=(",", ":"))
            note_for_delivery(
                record, event["id"], text, time.time(), self.temper.webhooks(f"{kind} {record.payer}", self.now())
            )

    def _other_amount(self, about: str, amount: int) -> int:
        """A session takes its whole amount or nothing."""
        return amount


def way_back(record: LinkRecord, _: object) -> str:
    """Where the browser goes once the session is paid; empty before."""
    if not any(payment["captured"] for payment in record.payments):
        return ""
    return str(record.entity["success_url"]).replace(_SESSION_ID, record.link_id)


def _what_is_sold(form: Json) -> tuple[int, str]:
    """Paise, and the words for it."""
    if text(form, "mode") != "payment":
        raise StripeRefusal("You must provide a supported mode: payment", param="mode")
    lines = listed(form, "line_items")
    if len(lines) != 1 or not isinstance(lines[0], dict):
        raise StripeRefusal("The sandbox sells exactly one line item", param="line_items")
    price = inner(lines[0], "price_data")
    if text(price, "currency").lower() != "inr":
        raise StripeRefusal("Invalid currency: the sandbox knows inr", param="line_items[0][price_data][currency]")
    amount = whole(price, "unit_amount", 0) * whole(lines[0], "quantity", 1)
    if amount < _LEAST:
        raise StripeRefusal("The Checkout Session's total amount must be at least ₹0.50 inr", code="amount_too_small")
    product = inner(price, "product_data")
    words = [text(product, "name", 250), text(product, "description", 500)]
    if not words[0]:
        raise StripeRefusal("Missing required param: name.", param="line_items[0][price_data][product_data][name]")
    return amount, ". ".join(filter(None, words))


def _expiry(form: Json, now: int) -> int:
    at = whole(form, "expires_at", now + _LATEST)
    if at < now + _SOONEST:
        raise StripeRefusal("The `expires_at` timestamp must be at least 30 minutes from now.", param="expires_at")
    if at > now + _LATEST:
        raise StripeRefusal("The `expires_at` timestamp must be less than 24 hours from now.", param="expires_at")
    return at


def _url(form: Json, name: str) -> str:
    url = text(form, name)
    if url and (urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc):
        raise StripeRefusal("Not a valid URL", param=name, code="url_invalid")
    return url
