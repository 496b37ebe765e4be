"""Refunds in words: what came back for a ticket, and where each part of it is."""

from decimal import Decimal

from domain.bookings import Booking
from domain.payments import RefundStatus, SourceRefund
from domain.railtime import today
from handlers.talk import Talk
from handlers.texts import Html, Say

_ACCOUNTS = {"upi", "card", "netbanking", "wallet"}
_WORDS = {
    RefundStatus.PENDING: "refund-on-way",
    RefundStatus.PROCESSED: "refund-there",
    RefundStatus.FAILED: "refund-came-to-wallet",
}


def account_words(say: Say, method: str) -> str:
    """your UPI account: where money goes that was paid in this way."""
    return say.label(f"refund-account-{method if method in _ACCOUNTS else 'other'}")


def refund_words(talk: Talk, booking: Booking) -> Html:
    """A line for each part: what is in the wallet, on its way to where it was paid from, or there."""
    back = Decimal((booking.cancellation_details or {}).get("refund", 0))
    payment = talk.services.paying.payment(booking) if booking.payment_id else None
    refunds = payment.of_booking(booking.booking_id) if payment else ()
    account = account_words(talk.say, payment.payment_method if payment else "")
    in_wallet = back - sum((refund.amount for refund in refunds), Decimal(0))
    alone = [talk.say.text("refund-in-wallet", amount=talk.say.money(in_wallet))]
    return Html("\n".join([*(alone if in_wallet or not refunds else ()), *way_words(talk.say, refunds, account)]))


def way_words(say: Say, refunds: tuple[SourceRefund, ...], account: str) -> list[str]:
    """A line for each refund to its source."""
    return [_line(say, refund, account) for refund in refunds]


def _line(say: Say, refund: SourceRefund, account: str) -> str:
    day = say.day(today(refund.ended_at or refund.asked_at))
    return say.text(_WORDS[refund.status], amount=say.money(refund.amount), account=account, day=day)
