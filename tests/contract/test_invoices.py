"""Invoices: one a booking, numbered without gaps or doubles, and never written again."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from domain.bookings import Booking, BookingStatus
from domain.errors import NotFound, Problem
from domain.ids import UserId, new_id
from domain.invoices import SAMPLE_SUPPLIER, Invoice, InvoiceBook
from domain.services.invoicing import Invoicing
from tests.contract.samples import NOW, a_booking, a_user
from tests.engines import Storage


def stored(storage: Storage, status: BookingStatus = BookingStatus.CONFIRMED) -> Booking:
    """A booking of a user of its own, in this state."""
    user = a_user()
    booking = a_booking(user.user_id, booking_status=status)
    with storage.units() as unit:
        unit.users.add(user)
        unit.bookings.add(booking)
        unit.commit()
    return booking


def an_invoice(book: InvoiceBook) -> Invoice:
    booking = a_booking()
    return Invoice(
        booking_id=booking.booking_id,
        user_id=booking.user_id,
        pnr=booking.pnr,
        number=book.next_number(),
        issued_on=NOW.date(),
        supplier=SAMPLE_SUPPLIER,
        recipient="आशा Rao",
        supplied_to="27",
        fee=booking.fare_breakup.convenience,
        rate=Decimal("0.18"),
        created_at=NOW,
        updated_at=NOW,
    )


def test_an_invoice_is_the_same_whenever_it_is_asked_for(storage: Storage) -> None:
    booking, invoicing = stored(storage), Invoicing(storage.units)
    first = invoicing.issue(booking.booking_id, booking.user_id, NOW)
    again = invoicing.issue(booking.booking_id, booking.user_id, NOW + timedelta(days=200))
    assert again == first.but(rev=1)
    assert (first.recipient, first.fee, first.sample) == ("आशा Rao", booking.fare_breakup.convenience, True)
    assert first.number.startswith("S/26-27/")


def test_numbers_of_invoices_asked_for_at_once_follow_each_other_without_a_gap(storage: Storage) -> None:
    bookings = [stored(storage) for _ in range(6)]
    invoicing = Invoicing(storage.units)
    with storage.units() as unit:
        before = unit.invoices.book("S", 2026).last
    with ThreadPoolExecutor(6) as pool:
        issued = list(pool.map(lambda one: invoicing.issue(one.booking_id, one.user_id, NOW), bookings * 2))
    numbers = {invoice.booking_id: invoice.number for invoice in issued}
    assert sorted(numbers.values()) == [f"S/26-27/{before + place:06}" for place in range(1, 7)]
    with storage.units() as unit:
        assert unit.invoices.book("S", 2026).last == before + 6


def test_every_financial_year_begins_anew(storage: Storage) -> None:
    series = uuid4().hex[:2]
    with storage.units() as unit:
        book = unit.invoices.book(series, 2026)
        unit.invoices.issue(an_invoice(book), book.but(last=1))
        unit.commit()
    with storage.units() as unit:
        assert unit.invoices.book(series, 2026).next_number().endswith("/26-27/000002")
        assert unit.invoices.book(series, 2027).next_number().endswith("/27-28/000001")


@pytest.mark.parametrize("status", [BookingStatus.HELD, BookingStatus.EXPIRED, BookingStatus.CANCELLED])
def test_what_was_never_paid_has_no_invoice(storage: Storage, status: BookingStatus) -> None:
    booking = stored(storage, status)
    with pytest.raises(Problem, match="no-invoice"):
        Invoicing(storage.units).issue(booking.booking_id, booking.user_id, NOW)
    with storage.units() as unit:
        assert unit.invoices.of_booking(booking.booking_id) is None


def test_nobody_gets_the_invoice_of_another(storage: Storage) -> None:
    booking = stored(storage)
    with pytest.raises(NotFound):
        Invoicing(storage.units).issue(booking.booking_id, UserId(new_id(NOW)), NOW)
