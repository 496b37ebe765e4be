"""Payments: one row per attempt to pay, its state machine, and what a gateway tells about links."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import AwareDatetime

from domain.errors import InvalidChange
from domain.ids import BookingId, PaymentId, UserId
from domain.model import Entity, Rupees


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


class Payment(Entity):
    """Money asked for. `link_id` and `link_url` are the gateway's; `transaction_reference` its id of what was paid."""

    payment_id: PaymentId
    user_id: UserId
    booking_id: BookingId | None  # None for a top-up
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

    def moved(self, status: PaymentStatus, **changes: object) -> "Payment":
        """The payment in another state; InvalidChange if there is no such move."""
        if status not in PAYMENT_MOVES[self.payment_status]:
            raise InvalidChange(f"payment {self.payment_status} -> {status}")
        return self.but(payment_status=status, **changes)


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
    is our payment's id where the gateway tells it."""

    payment_id: str
    amount: Decimal
    method: str
    status: str
    reference_id: str = ""


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
    with which we asked for it, where the gateway tells it."""

    refund_id: str
    status: str
    reference_id: str = ""


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
