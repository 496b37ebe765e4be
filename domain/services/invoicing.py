"""Invoicing: the tax invoice of a booking's convenience fee, numbered when it is first asked for."""

from datetime import datetime

from domain.bookings import PAID, Booking, BookingStatus
from domain.errors import NotFound, Problem
from domain.ids import BookingId, UserId
from domain.invoices import SAMPLE_SERIES, SAMPLE_SUPPLIER, SERIES, Invoice, InvoiceBook, Supplier, financial_year
from domain.ports import UnitOfWork, Units
from domain.railtime import today
from domain.rules.tariffs import tariff_on
from domain.services.retrying import until_settled

_GIVEN_BACK = frozenset({BookingStatus.CANCELLED, BookingStatus.REFUNDED})


class Invoicing:
    """`supplier`: who runs the bot; None: nobody who is registered for GST, so all invoices are samples. `sample`: the
    payments are no real ones."""

    def __init__(self, units: Units, supplier: Supplier | None = None, *, sample: bool = True) -> None:
        self._units = units
        self._supplier = supplier or SAMPLE_SUPPLIER
        self._sample = sample or supplier is None

    def issue(self, booking_id: BookingId, user_id: UserId, now: datetime) -> Invoice:
        """The booking's invoice: issued now, or as it was when it was first asked for.

        Raises NotFound for a booking that is not this user's, Problem `no-invoice` while nothing was paid.
        """
        return until_settled(lambda _: self._issue_once(booking_id, user_id, now))

    def _issue_once(self, booking_id: BookingId, user_id: UserId, now: datetime) -> Invoice:
        with self._units() as work:
            booking = work.bookings.get(booking_id)
            if booking.user_id != user_id:
                raise NotFound(f"booking {booking_id} of {user_id}")
            if known := work.invoices.of_booking(booking_id):
                return known
            if not was_paid(booking) or not booking.fare_breakup.convenience:
                raise Problem("no-invoice")
            series = SAMPLE_SERIES if self._sample else SERIES
            book = work.invoices.book(series, financial_year(today(now)))
            invoice = self._invoice(work, booking, book, now)
            created = book.created_at if book.rev else now
            work.invoices.issue(invoice, book.but(last=book.last + 1, created_at=created, updated_at=now))
            work.commit()
            return invoice

    def _invoice(self, work: UnitOfWork, booking: Booking, book: InvoiceBook, now: datetime) -> Invoice:
        return Invoice(
            booking_id=booking.booking_id,
            user_id=booking.user_id,
            pnr=booking.pnr,
            number=book.next_number(),
            issued_on=today(now),
            supplier=self._supplier,
            recipient=work.users.get(booking.user_id).full_name,
            supplied_to=self._supplier.state_code,
            fee=booking.fare_breakup.convenience,
            rate=tariff_on(today(booking.created_at)).convenience_gst,
            sample=self._sample,
            created_at=now,
            updated_at=now,
        )


def was_paid(booking: Booking) -> bool:
    """Is there a fee for Yatri's service? It stays when a ticket is cancelled; a hold that came to nothing has none."""
    return booking.booking_status in PAID or (
        booking.booking_status in _GIVEN_BACK and booking.cancellation_details is not None
    )
