"""Buttons to the papers of a booking that was paid: its place in the calendar, and the invoice."""

from datetime import datetime

from domain.bookings import Booking
from domain.services.invoicing import was_paid
from handlers.reply import Button
from handlers.texts import Say


def paper_rows(booking: Booking, say: Say, now: datetime) -> tuple[tuple[Button, ...], ...]:
    """A row of them; none before it was paid, nothing for the calendar once the train has left. A cancelled trip has
    both still: the calendar shall know of it, and the fee was paid."""
    if not was_paid(booking):
        return ()
    papers = (
        (booking.departure_at > now, "button-calendar", "calendar"),
        (bool(booking.fare_breakup.convenience), "button-invoice", "invoice"),
    )
    row = [Button(text=say.label(key), data=f"g.{what}={booking.booking_id}") for there, key, what in papers if there]
    return (tuple(row),) if row else ()
