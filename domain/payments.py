"""Payments: one row per attempt to pay, its state machine, and what a gateway tells about links."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import AwareDatetime, Field

from domain.errors import InvalidChange
from domain.ids import BookingId, PaymentId, UserId
from domain.model import Entity, Rupees, Value

NOTHING = Decimal(0)
UNTOLD = "link"  # the method of a payment until a gateway says by which it came
LEAST = Decimal(1)  # rupees that a gateway takes by a link, or sends back: Razorpay's 100 paise


class PaymentStatus(StrEnum):
    """pending -> success | failed; failed -> success (late authorisation); success -> refunded."""

    PENDING = "pending"
    SUCCESS = "success"
    FAILED = "failed"
    REFUNDED = "refunded"


class PaymentPurpose(StrEnum):
    """What the money is for."""

    BOOKING = "booking"
    TOPUP = "topup"


PAYMENT_MOVES: dict[PaymentStatus, frozenset[PaymentStatus]] = {
    PaymentStatus.PENDING: frozenset({PaymentStatus.SUCCESS, PaymentStatus.FAILED}),
    PaymentStatus.FAILED: frozenset({PaymentStatus.SUCCESS}),
    PaymentStatus.SUCCESS: frozenset({PaymentStatus.REFUNDED}),
    PaymentStatus.REFUNDED: frozenset(),
}


class RefundStatus(StrEnum):
    """Of money on its way back to where it was paid from: pending -> processed | failed; processed -> failed, for a
    bank may send back what it was told to have."""

    PENDING = "pending"
    PROCESSED = "processed"
    FAILED = "failed"  # it is in the wallet then


REFUND_MOVES: dict[RefundStatus, frozenset[RefundStatus]] = {
    RefundStatus.PENDING: frozenset({RefundStatus.PROCESSED, RefundStatus.FAILED}),
    RefundStatus.PROCESSED: frozenset({RefundStatus.FAILED}),  # Stripe, for 30 days: docs.stripe.com/refunds
    RefundStatus.FAILED: frozenset(),
}


class SourceRefund(Value):
    """Money that goes back to where it was paid from. `refund_id` is our own, and the idempotency key at the gateway;
    `gateway_id` the gateway's; `due_at` when the gateway is asked (again), None once that is over."""

    refund_id: str
    booking_id: BookingId
    amount: Rupees
    status: RefundStatus = RefundStatus.PENDING
    gateway_id: str | None = None
    tries: int = 0
    asked_at: AwareDatetime
    due_at: AwareDatetime | None = None
    ended_at: AwareDatetime | None = None

    def moved(self, status: RefundStatus, **changes: object) -> "SourceRefund":
        """The refund in another state; InvalidChange if there is no such move."""
        if status not in REFUND_MOVES[self.status]:
            raise InvalidChange(f"refund {self.status} -> {status}")
        return self.but(status=status, **changes)


class Payment(Entity):
    """Money asked for. `link_id` and `link_url` are the gateway's; `transaction_reference` its id of what was paid.

    `wallet_part` of the amount is from the wallet: debited while the payment is pending, paid or refunded, and given
    back while it is failed."""

    payment_id: PaymentId
    user_id: UserId
    booking_id: BookingId | None = None  # None for a top-up
    purpose: PaymentPurpose = PaymentPurpose.BOOKING
    amount: Rupees
    payment_method: str
    payment_status: PaymentStatus = PaymentStatus.PENDING
    transaction_reference: str | None = None
    link_id: str | None = None
    link_url: str | None = None
    expires_at: AwareDatetime
    initiated_at: AwareDatetime
    completed_at: AwareDatetime | None = None
    gateway_response: dict[str, Any] | None = None
    extra_references: tuple[str, ...] = ()  # money that came beside the one that paid, each sent on to the wallet
    extra_amounts: dict[str, Rupees] = Field(default_factory=dict)  # of these, in rupees
    failed_references: tuple[str, ...] = ()  # attempts at the gateway that failed, each told once
    wallet_part: Rupees = NOTHING
    refunds: tuple[SourceRefund, ...] = ()
    check_at: AwareDatetime | None = None  # when the gateway is asked about it; of an open top-up its end at the latest

    @property
    def link_amount(self) -> Decimal:
        """What is asked by the link, and all that the gateway ever takes for this payment."""
        return self.amount - self.wallet_part

    @property
    def refundable(self) -> Decimal:
        """What the gateway took and has not been asked to send back; nothing if that is less than it would send."""
        if self.payment_status not in (PaymentStatus.SUCCESS, PaymentStatus.REFUNDED):
            return NOTHING
        gone = (refund.amount for refund in self.refunds if refund.status is not RefundStatus.FAILED)
        left = self.link_amount - sum(gone, NOTHING)
        return left if left >= LEAST else NOTHING

    @property
    def refund_due_at(self) -> datetime | None:
        """When the gateway is next to be asked about a refund; None if there is none on its way."""
        return min((refund.due_at for refund in self.refunds if refund.due_at), default=None)

    @property
    def open_until(self) -> datetime | None:
        """When the gateway is asked about the payment itself, if nobody tells before; None if nothing is open. A held
        booking's own hold sees to its payment."""
        topping_up = self.purpose is PaymentPurpose.TOPUP and self.payment_status is PaymentStatus.PENDING
        return self.check_at or (self.expires_at if topping_up else None)

    @property
    def is_untold(self) -> bool:
        """Whether it was paid, and nobody said by what."""
        return self.transaction_reference is not None and self.payment_method == UNTOLD

    def knows(self, gateway_payment_id: str) -> bool:
        """Whether this money of the gateway has been taken in."""
        return gateway_payment_id in (self.transaction_reference, *self.extra_references)

    @property
    def taken(self) -> dict[str, Decimal]:
        """All that the gateway took for it and we took in: rupees by the gateway's ids. What came beside the money that
        paid is left out where its amount was not kept; what the wallet paid alone is no money of the gateway's."""
        paid = {self.transaction_reference: self.link_amount} if self.transaction_reference and self.link_amount else {}
        return paid | dict(self.extra_amounts)

    @property
    def refunded_at(self) -> datetime | None:
        """When the gateway was last asked to send any of it back."""
        return max((refund.asked_at for refund in self.refunds), default=None)

    def of_booking(self, booking_id: BookingId) -> tuple[SourceRefund, ...]:
        """The refunds for this one of two tickets that were paid together."""
        return tuple(refund for refund in self.refunds if refund.booking_id == booking_id)

    def sent_back(self, booking_id: BookingId, amount: Decimal, now: datetime) -> "Payment":
        """With so many rupees more to go back to their source. InvalidChange if the gateway did not take as much."""
        if not LEAST <= amount <= self.refundable:
            raise InvalidChange(f"payment {self.payment_id} cannot send {amount} back")
        refund = SourceRefund(
            refund_id=f"{self.payment_id}-r{len(self.refunds) + 1}",
            booking_id=booking_id,
            amount=amount,
            asked_at=now,
            due_at=now,
        )
        return self.but(refunds=(*self.refunds, refund), updated_at=now)

    def with_refund(self, changed: SourceRefund) -> "Payment":
        """With one of its refunds as it is now."""
        refunds = (changed if each.refund_id == changed.refund_id else each for each in self.refunds)
        return self.but(refunds=tuple(refunds))

    def moved(self, status: PaymentStatus, **changes: object) -> "Payment":
        """The payment in another state; InvalidChange if there is no such move."""
        if status not in PAYMENT_MOVES[self.payment_status]:
            raise InvalidChange(f"payment {self.payment_status} -> {status}")
        return self.but(payment_status=status, **changes)


def payment_of_refund(refund_id: str) -> PaymentId:
    """The payment that one of our refund ids belongs to."""
    return PaymentId(refund_id.rpartition("-r")[0])


def refund_status(refunds: tuple[SourceRefund, ...], back: Decimal) -> str:
    """What a booking says of where its refund is: pending, failed, processed, wallet, or none. `back`: all that comes
    back for it, in rupees."""
    kinds = {refund.status for refund in refunds}
    worst = (RefundStatus.PENDING, RefundStatus.FAILED, RefundStatus.PROCESSED)
    return next((status.value for status in worst if status in kinds), "wallet" if back else "none")


@dataclass(frozen=True, slots=True)
class LinkWish:
    """A link to be made: `amount` in rupees, until when it can be paid, whom it asks and where the page sends them
    afterwards. `reference_id` (our payment's, at most 40 characters) makes it happen once; `notes` come back."""

    reference_id: str
    amount: Decimal
    description: str
    expires_at: datetime
    customer_name: str = ""
    customer_phone: str | None = None
    callback_url: str | None = None
    notes: Mapping[str, str] = field(default_factory=dict)


class LinkStatus(StrEnum):
    """Of a payment link, in the gateways' common words."""

    CREATED = "created"
    PARTIALLY_PAID = "partially_paid"
    PAID = "paid"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class PaymentLink:
    """A link that the person opens to pay."""

    link_id: str
    url: str
    status: LinkStatus


@dataclass(frozen=True, slots=True)
class GatewayPayment:
    """Money that a gateway took: rupees, method (upi, card, netbanking, wallet) and its own status word; `reference_id`
    is our payment's id where the gateway tells it; `sent_back` the rupees of it that went back or are on their way.
    `details` is what else it says, as it says it (see masking)."""

    payment_id: str
    amount: Decimal
    method: str
    status: str
    reference_id: str = ""
    details: Mapping[str, Any] = field(default_factory=dict, compare=False)
    sent_back: Decimal = field(default=NOTHING, compare=False)


@dataclass(frozen=True, slots=True)
class LinkState:
    """What the gateway says of a link now; `amount_paid` in rupees."""

    link_id: str
    reference_id: str
    status: LinkStatus
    amount_paid: Decimal
    payment: GatewayPayment | None


@dataclass(frozen=True, slots=True)
class GatewayRefund:
    """Money on its way back to its source; status pending, processed or failed. `reference_id` is the idempotency key
    with which we asked for it, and `amount` rupees, where the gateway tells them."""

    refund_id: str
    status: str
    reference_id: str = ""
    amount: Decimal | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class GatewayEvent:
    """A webhook whose signature was right. `kind` is the gateway's event name, as `payment_link.paid`."""

    event_id: str
    kind: str
    link_id: str | None
    reference_id: str | None
    payment: GatewayPayment | None
    amount_paid: Decimal
    refund: GatewayRefund | None = None
