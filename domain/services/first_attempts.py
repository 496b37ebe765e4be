"""First attempts: a hold names its payment, which is stored only once somebody is about to pay, or the hold is over."""

from collections.abc import Sequence
from decimal import Decimal

from domain.bookings import Booking, BookingStatus
from domain.errors import NotFound
from domain.ids import BookingId, PaymentId, twin_id
from domain.payments import UNTOLD, Payment
from domain.ports import UnitOfWork


def first_payment(booking_id: BookingId) -> PaymentId:
    """The payment that a hold names."""
    return PaymentId(twin_id(booking_id))


def paid_by(payment_id: PaymentId) -> BookingId | None:
    """The booking that named this payment when it was held, if any did: who reads the payment can read both at once.
    None for what is no id of ours: a gateway may name anything."""
    try:
        return BookingId(twin_id(payment_id))
    except ValueError:
        return None


def unbegun(booking: Booking) -> Payment | None:
    """The first attempt of a ticket of its own that nobody has touched since it was held, as far as is known; to be
    stored as new: if anybody began to pay or ended the hold meanwhile, it is there, and that is a Conflict."""
    alone = not booking.lead and not booking.onward
    untouched = booking.rev == 1 and booking.payment_id == first_payment(booking.booking_id)
    return _first([booking]) if alone and untouched and booking.booking_status is BookingStatus.HELD else None


def attempt_of(work: UnitOfWork, bookings: Sequence[Booking]) -> Payment:
    """The attempt to pay for bookings that are held together: as stored, or as it would be (`rev` 0) if it never was.
    So a hold does not write what many holds never need; whoever begins to pay or ends the hold stores it, and of two
    who do so at once one gets a Conflict."""
    lead = bookings[0]
    assert lead.payment_id is not None
    try:
        return work.payments.get(lead.payment_id)
    except NotFound:
        return _first(bookings)


def _first(bookings: Sequence[Booking]) -> Payment:
    lead = bookings[0]
    assert lead.payment_id is not None
    return Payment(
        payment_id=lead.payment_id,
        user_id=lead.user_id,
        booking_id=lead.booking_id,
        amount=sum((booking.fare for booking in bookings), Decimal(0)),
        payment_method=UNTOLD,
        expires_at=lead.hold_until,
        initiated_at=lead.created_at,
        created_at=lead.created_at,
        updated_at=lead.updated_at,
    )
