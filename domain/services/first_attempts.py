"""First attempts: a hold names its payment, which is stored only once somebody is about to pay, or the hold is over."""

from collections.abc import Sequence
from decimal import Decimal

from domain.bookings import Booking
from domain.errors import NotFound
from domain.payments import Payment
from domain.ports import UnitOfWork


def attempt_of(work: UnitOfWork, bookings: Sequence[Booking]) -> Payment:
    """The attempt to pay for bookings that are held together: as stored, or as it would be (`rev` 0) if it never was.
    So a hold does not write what many holds never need; whoever begins to pay or ends the hold stores it, and of two
    who do so at once one gets a Conflict."""
    lead = bookings[0]
    assert lead.payment_id is not None
    try:
        return work.payments.get(lead.payment_id)
    except NotFound:
        return Payment(
            payment_id=lead.payment_id,
            user_id=lead.user_id,
            booking_id=lead.booking_id,
            amount=sum((booking.fare for booking in bookings), Decimal(0)),
            payment_method="link",
            expires_at=lead.hold_until,
            initiated_at=lead.created_at,
            created_at=lead.created_at,
            updated_at=lead.updated_at,
        )
