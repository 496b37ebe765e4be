"""Bookings: one for each request, their PNR unique, and each on the agenda in one row."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from domain.bookings import Booking, BookingStatus
from domain.errors import Conflict, NotFound
from domain.ids import BookingId, UserId, new_id
from domain.reminders import Look, first_look
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
        assert unit.bookings.claimed(booking.pnr) == (booking.booking_id, f"{booking.booking_id}:1")
        assert unit.bookings.by_pnr(booking.pnr) == kept
        assert unit.bookings.claimed(a_booking().pnr) == (None, None)
        assert unit.bookings.by_pnr(a_booking().pnr) is None
        with pytest.raises(NotFound):
            unit.bookings.get(BookingId("none"))


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


def added(storage: Storage, booking: Booking) -> Look:
    """How it is on the agenda."""
    with storage.units() as unit:
        unit.bookings.add(booking)
        unit.commit()
    (look,) = looks(storage, booking)
    return look


def looks(storage: Storage, booking: Booking, now: datetime = LATER) -> list[Look]:
    with storage.units() as unit:
        return [look for look in unit.bookings.due(now, 1000) if look.booking_id == booking.booking_id]


def test_a_booking_is_looked_at_first_shortly_before_its_hold_ends(storage: Storage) -> None:
    booking = a_booking()
    look = added(storage, booking)
    assert look == Look(booking.booking_id, first_look(booking), booking.created_at)
    assert look.at == booking.hold_until - timedelta(minutes=4)
    assert looks(storage, booking, look.at) == [look]
    assert looks(storage, booking, look.at - timedelta(microseconds=1)) == []


def test_saving_a_booking_leaves_its_look_as_it_is(storage: Storage) -> None:
    booking = a_booking()
    look = added(storage, booking)
    with storage.units() as unit:
        unit.bookings.save(unit.bookings.get(booking.booking_id).moved(BookingStatus.CONFIRMED))
        unit.commit()
    assert looks(storage, booking) == [look]


def test_a_look_is_filed_anew_or_taken_off(storage: Storage) -> None:
    booking = a_booking()
    look = added(storage, booking)
    with storage.units() as unit:
        unit.bookings.look_again(look, booking.hold_until, look.at)
        unit.commit()
    (second,) = looks(storage, booking)
    assert second == Look(booking.booking_id, booking.hold_until, look.at)
    with storage.units() as unit:
        unit.bookings.look_again(second, second.at, NOW)  # the same time, but more has been seen to
        unit.commit()
    assert looks(storage, booking) == [replace(second, since=NOW)]
    for _ in range(2):
        with storage.units() as unit:
            unit.bookings.look_again(second, None, NOW)
            unit.commit()
    assert looks(storage, booking) == []


def test_of_two_who_look_at_once_one_files_it_anew(storage: Storage) -> None:
    look = added(storage, a_booking())
    with storage.units() as one, storage.units() as other:
        one.bookings.look_again(look, LATER, NOW)
        other.bookings.look_again(look, LATER + timedelta(minutes=1), NOW)
        one.commit()
        with pytest.raises(Conflict):
            other.commit()


def test_late_money_puts_a_booking_back_on_the_agenda(storage: Storage) -> None:
    booking = a_booking()
    look = added(storage, booking)
    for status, at in ((BookingStatus.EXPIRED, NOW), (BookingStatus.CONFIRMED, LATER)):
        with storage.units() as unit:
            unit.bookings.save(unit.bookings.get(booking.booking_id).moved(status, updated_at=at))
            if status is BookingStatus.EXPIRED:
                unit.bookings.look_again(look, None, NOW)
            unit.commit()
    assert looks(storage, booking) == [Look(booking.booking_id, LATER, LATER)]


def test_the_longest_due_are_looked_at_first(steady: Storage) -> None:
    long_ago = NOW - timedelta(days=400)
    bookings = [a_booking(at=long_ago + timedelta(seconds=second)) for second in range(6)]
    for booking in bookings:
        added(steady, booking)
    with steady.units() as unit:
        assert [look.booking_id for look in unit.bookings.due(LATER, 6)] == [one.booking_id for one in bookings]
