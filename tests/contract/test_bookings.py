"""Bookings: one for each request, their PNR unique, and holds listed until they are holds no more."""

from datetime import timedelta

import pytest

from domain.bookings import BookingStatus
from domain.errors import Conflict, NotFound
from domain.ids import BookingId, UserId, new_id
from tests.contract.samples import NOW, a_booking, sooner_or_later
from tests.engines import Storage

LATER = NOW + timedelta(hours=1)


def test_a_booking_comes_back_by_id_key_and_pnr(storage: Storage) -> None:
    booking = a_booking()
    with storage.units() as unit:
        unit.bookings.add(booking, key=f"{booking.booking_id}:1")
        unit.commit()
    with storage.units() as unit:
        kept = unit.bookings.get(booking.booking_id)
        assert kept == booking.but(rev=1)
        assert unit.bookings.by_key(f"{booking.booking_id}:1") == kept
        assert unit.bookings.by_pnr(booking.pnr) == kept
        assert unit.bookings.by_key("another") is None
        assert unit.bookings.by_pnr(a_booking().pnr) is None
        with pytest.raises(NotFound):
            unit.bookings.get(BookingId("none"))


def test_one_request_books_once(storage: Storage) -> None:
    key = new_id(NOW)
    first, again = a_booking(), a_booking()
    with storage.units() as unit:
        unit.bookings.add(first, key)
        unit.commit()
    with storage.units() as unit:
        unit.bookings.add(again, key)
        with pytest.raises(Conflict):
            unit.commit()
    with storage.units() as unit:
        kept = unit.bookings.by_key(key)
        assert kept is not None
        assert kept.booking_id == first.booking_id
        assert unit.bookings.by_pnr(again.pnr) is None


def test_no_two_bookings_share_a_pnr(storage: Storage) -> None:
    first = a_booking()
    for booking in (first, a_booking(pnr=first.pnr)):
        with storage.units() as unit:
            unit.bookings.add(booking)
            if booking is first:
                unit.commit()
            else:
                with pytest.raises(Conflict):
                    unit.commit()


def test_a_users_bookings_come_newest_first_page_by_page(storage: Storage) -> None:
    user_id = UserId(new_id(NOW))
    bookings = [a_booking(user_id, NOW + timedelta(minutes=minute)) for minute in range(5)]
    for booking in bookings:
        with storage.units() as unit:
            unit.bookings.add(booking)
            unit.commit()
    newest = [booking.booking_id for booking in reversed(bookings)]

    def listed(limit: int) -> list[BookingId]:
        with storage.units() as unit:
            return [booking.booking_id for booking in unit.bookings.of_user(user_id, limit)]

    assert sooner_or_later(lambda: listed(20) == newest)
    assert sooner_or_later(lambda: listed(3) == newest[:3])


def test_a_hold_is_due_when_its_time_has_passed_and_not_before(storage: Storage) -> None:
    booking = a_booking()
    with storage.units() as unit:
        unit.bookings.add(booking)
        unit.commit()
    with storage.units() as unit:
        assert booking.booking_id not in unit.bookings.due(booking.hold_until - timedelta(microseconds=1), 1000)
        assert booking.booking_id in unit.bookings.due(booking.hold_until, 1000)


def test_a_booking_that_is_no_longer_held_is_no_longer_due(storage: Storage) -> None:
    booking = a_booking()
    with storage.units() as unit:
        unit.bookings.add(booking)
        unit.commit()
    with storage.units() as unit:
        held = unit.bookings.get(booking.booking_id)
        unit.bookings.save(held.moved(BookingStatus.CONFIRMED))
        unit.commit()
    with storage.units() as unit:
        assert booking.booking_id not in unit.bookings.due(LATER, 1000)


def test_a_longer_hold_is_due_later(storage: Storage) -> None:
    booking = a_booking()
    with storage.units() as unit:
        unit.bookings.add(booking)
        unit.commit()
    with storage.units() as unit:
        unit.bookings.save(booking.but(rev=1, hold_until=LATER))
        unit.commit()
    with storage.units() as unit:
        assert booking.booking_id not in unit.bookings.due(LATER - timedelta(seconds=1), 1000)
        assert booking.booking_id in unit.bookings.due(LATER, 1000)


def test_the_oldest_holds_are_due_first(steady: Storage) -> None:
    long_ago = NOW - timedelta(days=400)
    bookings = [a_booking(at=long_ago + timedelta(seconds=second)) for second in range(6)]
    for booking in bookings:
        with steady.units() as unit:
            unit.bookings.add(booking)
            unit.commit()
    with steady.units() as unit:
        assert unit.bookings.due(LATER, 6) == [booking.booking_id for booking in bookings]
