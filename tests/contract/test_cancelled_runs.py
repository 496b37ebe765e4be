"""A run that the railway cancels: marked once, nothing sold of it from then on, however old the reading."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.bookings import BookingStatus
from domain.errors import Conflict
from domain.ids import BookingId, new_id
from domain.inventory import Berth, Place, Run, RunCancelled
from domain.quotas import Quota
from domain.trains import TravelClass
from tests.contract.opening import opened, state
from tests.contract.samples import a_booking, a_run, sooner_or_later
from tests.engines import Storage

AT = datetime(2026, 11, 29, 4, 30, 15, 120034, tzinfo=UTC)
FOG = RunCancelled(AT, "dense fog")


def an_open_run(storage: Storage) -> Run:
    return opened(storage, a_run())


def cancel(storage: Storage, run: Run, cancelled: RunCancelled = FOG) -> None:
    with storage.units() as unit:
        unit.runs.cancel(run, cancelled)
        unit.commit()


def hold(storage: Storage, run: Run, changes: dict[Berth, tuple[int, int]]) -> None:
    """A booking with these berths."""
    with storage.units() as unit:
        unit.bookings.add(a_booking())
        unit.runs.change(run.key, changes)
        unit.commit()


def test_a_run_is_cancelled_once_and_the_first_word_stays(storage: Storage) -> None:
    run = an_open_run(storage)
    with storage.units() as unit:
        assert unit.runs.cancelled(run.key) is None
    cancel(storage, run)
    with pytest.raises(Conflict):
        cancel(storage, run, RunCancelled(AT + timedelta(hours=1), "no rake"))
    with storage.units() as unit:
        assert unit.runs.cancelled(run.key) == FOG
    kept = state(storage, run)
    assert (kept.cancelled, kept.run, kept.sold) == (FOG, run, {"B1": {}, "B2": {}})


def test_a_run_that_nobody_opened_cannot_be_marked(storage: Storage) -> None:
    with pytest.raises(Conflict):
        cancel(storage, a_run())


def test_it_is_listed_until_it_is_said_that_all_is_given_back(storage: Storage) -> None:
    run, other = an_open_run(storage), an_open_run(storage)
    cancel(storage, run)
    with storage.units() as unit:
        listed = unit.runs.to_give_back(limit=1000)
        assert run.key in listed
        assert other.key not in listed
        unit.runs.given_back(run.key)
        unit.commit()
        assert run.key not in unit.runs.to_give_back(limit=1000)


def test_no_berth_is_sold_after_the_mark(storage: Storage) -> None:
    run = an_open_run(storage)
    hold(storage, run, {Berth("B1", 1): (0, 0b11)})
    cancel(storage, run)
    for berth, before in ((Berth("B1", 1), 0b11), (Berth("B1", 2), 0), (Berth("B2", 7, 2), 0)):
        with pytest.raises(Conflict):
            hold(storage, run, {berth: (before, before | 0b100)})
    assert state(storage, run).sold == {"B1": {1: 0b11}, "B2": {}}


def test_a_hold_and_the_mark_at_once(storage: Storage) -> None:
    """The hold has read the run before the mark, and writes after it."""
    run = an_open_run(storage)
    booking = a_booking()
    with storage.units() as unit:
        assert state(storage, run).cancelled is None
        unit.bookings.add(booking)
        unit.runs.change(run.key, {Berth("B2", 5): (0, 1)})
        cancel(storage, run)
        with pytest.raises(Conflict):
            unit.commit()
    with storage.units() as unit:
        assert unit.bookings.by_pnr(booking.pnr) is None


def test_berths_of_a_cancelled_run_can_be_given_back(storage: Storage) -> None:
    run = an_open_run(storage)
    berth = Berth("B1", 3)
    hold(storage, run, {berth: (0, 0b110)})
    cancel(storage, run)
    hold(storage, run, {berth: (0b110, 0b010)})
    hold(storage, run, {berth: (0b010, 0)})
    assert state(storage, run).mask(berth) == 0


def test_nobody_joins_its_waiting_list(storage: Storage) -> None:
    run = an_open_run(storage)

    def join(slot: int) -> None:
        booking = BookingId(new_id(AT))
        place = Place(slot, "GNWL", slot, booking, 0, TravelClass.THIRD_AC, Quota.GENERAL, 1, slot=slot)
        with storage.units() as unit:
            unit.runs.queue(run.key, place)
            unit.runs.still_goes(run.key, "B2")
            unit.commit()

    join(1)
    cancel(storage, run)
    with pytest.raises(Conflict):
        join(2)
    assert [place.slot for place in state(storage, run).queue] == [1]


def test_the_bookings_of_a_run_and_of_no_other(storage: Storage) -> None:
    run = a_run()
    mine = [a_booking(train_id=run.key.train_id) for _ in range(3)]
    over = mine[0].but(booking_status=BookingStatus.EXPIRED)
    next_day = a_booking(train_id=run.key.train_id, run_date=run.key.run_date + timedelta(days=1))
    with storage.units() as unit:
        for booking in (*mine, next_day, a_booking()):
            unit.bookings.add(booking)
        unit.commit()
        unit.bookings.save(over.but(rev=1))
        unit.commit()

    def found() -> dict[BookingId, BookingStatus]:
        with storage.units() as unit:
            return {booking.booking_id: booking.booking_status for booking in unit.bookings.of_run(run.key)}

    held = dict.fromkeys((booking.booking_id for booking in mine[1:]), BookingStatus.HELD)
    assert sooner_or_later(lambda: found() == held | {over.booking_id: BookingStatus.EXPIRED})
    empty = replace(run.key, run_date=run.key.run_date - timedelta(days=1))
    with storage.units() as unit:
        assert unit.bookings.of_run(empty) == []
