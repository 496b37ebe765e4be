"""Changing a ticket in the store: once, whoever else writes, and rows from before it could be changed."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from domain.bookings import Booking, BookingStatus, Gender
from domain.catalogue import Catalogue
from domain.errors import Busy, Problem
from domain.ids import StationCode
from domain.inventory import Run
from domain.railtime import INDIA
from domain.services.changing import ChangingService
from domain.trains import Stop, Train, TravelClass
from tests.contract.samples import NOW, a_booking, a_run
from tests.engines import Storage

NOON, HOUR = 12 * 60, 60  # minutes


def a_ticket(storage: Storage) -> tuple[Booking, ChangingService]:
    """Paid, on a run that calls at S0 to S5, an hour apart, from noon; travelled from S1 to S4."""
    run = a_run()
    run = replace(run, departs_at=datetime.combine(run.key.run_date, time(12), INDIA))
    booking = a_booking(
        train_id=run.key.train_id,
        run_date=run.key.run_date,
        booking_status=BookingStatus.CONFIRMED,
        origin_station_code="S1",
        destination_station_code="S4",
    )
    with storage.units() as unit:
        unit.runs.open(run)
        unit.bookings.add(booking)
        unit.commit()
    catalogue = Catalogue("made up", [], [train_of(run)])
    return booking, ChangingService(lambda: catalogue, storage.units)


def train_of(run: Run) -> Train:
    stops = tuple(
        Stop(code, NOON + n * HOUR if n else None, NOON + n * HOUR if n < len(run.stops) - 1 else None, n * 50)
        for n, code in enumerate(run.stops)
    )
    return Train(run.key.train_id, "Made Up", "MEX", "", "1111111", (TravelClass.THIRD_AC,), stops)


def surely(change: Callable[[], Booking]) -> Booking:
    """Done, on a day when the store may not tell whether it was: every change may be repeated."""
    for _ in range(20):
        try:
            return change()
        except Busy:
            continue
    return change()


def stored(storage: Storage, booking: Booking) -> Booking:
    with storage.units() as unit:
        return unit.bookings.get(booking.booking_id)


def test_the_stops_on_the_way_with_their_times(storage: Storage) -> None:
    booking, changing = a_ticket(storage)
    points = changing.boarding_points(booking, NOW)
    assert [(point.station, f"{point.at:%H:%M}") for point in points] == [("S2", "14:00"), ("S3", "15:00")]


def test_a_changed_boarding_station_is_kept_and_one_never_changed_is_not_there(storage: Storage) -> None:
    booking, changing = a_ticket(storage)
    assert (stored(storage, booking).boarding_station_code, stored(storage, booking).boarding_at) == (None, None)
    surely(lambda: changing.board_at(booking.booking_id, booking.user_id, StationCode("S3"), NOW))
    kept = stored(storage, booking)
    assert kept.boarding_station_code == "S3"
    assert kept.boarding_at == datetime.combine(booking.run_date, time(15), INDIA).astimezone(UTC)


def test_of_many_who_change_it_at_once_one_is_first(storage: Storage) -> None:
    booking, changing = a_ticket(storage)

    def board(station: str) -> str | None:
        try:
            own = booking.booking_id, booking.user_id
            return surely(lambda: changing.board_at(*own, StationCode(station), NOW)).boarding_station_code
        except Problem as problem:
            return problem.key

    with ThreadPoolExecutor(4) as pool:
        answers = set(pool.map(board, ["S2", "S3"] * 4))
    winner = stored(storage, booking).boarding_station_code
    assert answers == {winner, "boarding-changed-already"}


def test_a_child_and_a_boarding_station_at_once_are_both_kept(storage: Storage) -> None:
    booking, changing = a_ticket(storage)
    own = booking.booking_id, booking.user_id
    with ThreadPoolExecutor(2) as pool:
        child = pool.submit(surely, lambda: changing.add_child(*own, "Anu", 3, Gender.FEMALE, NOW))
        boarding = pool.submit(surely, lambda: changing.board_at(*own, StationCode("S2"), NOW))
        child.result(), boarding.result()
    kept = stored(storage, booking)
    assert kept.boarding_station_code == "S2"
    assert [person.status for person in kept.passengers] == ["CNF", "CNF", "NOSB"]


def test_a_train_that_the_timetable_has_lost_has_no_stops_to_offer(storage: Storage) -> None:
    booking, _ = a_ticket(storage)
    changing = ChangingService(lambda: Catalogue("empty", [], []), storage.units)
    assert not changing.changeable(booking, NOW).boarding
    assert changing.changeable(booking, NOW).child


def test_nothing_is_changed_after_departure(storage: Storage) -> None:
    booking, changing = a_ticket(storage)
    possible = changing.changeable(booking, booking.departure_at + timedelta(days=1))
    assert not possible.boarding
    assert not possible.child
