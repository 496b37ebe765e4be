"""Changing: what can be altered on a ticket that is paid: where one boards, a small child added, the upgrade wish."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from domain.bookings import CAN, NOSB, PAID, WL, Booking, Gender, Passenger, check_party
from domain.catalogue import Catalogue
from domain.errors import Problem
from domain.ids import BookingId, StationCode, UserId
from domain.inventory import Run, RunState
from domain.journeys import Journey
from domain.ports import UnitOfWork, Units
from domain.rules.charts import first_chart_at, second_chart_at
from domain.rules.children import FREE_BELOW
from domain.rules.partyrules import check_children
from domain.rules.upgrades import may_ask
from domain.services.charting import FINAL
from domain.services.retrying import until_settled
from domain.users import clean_name


@dataclass(frozen=True, slots=True)
class BoardingPoint:
    """A stop at which one may get in, and when the train leaves it, in Asia/Kolkata."""

    station: StationCode
    at: datetime


@dataclass(frozen=True, slots=True)
class Changeable:
    """What of a ticket may still be changed."""

    boarding: bool
    child: bool
    upgrade: bool


class ChangingService:
    """Every call may be repeated: what is done already stays as it is."""

    def __init__(self, catalogue: Callable[[], Catalogue], units: Units) -> None:
        self._catalogue = catalogue
        self._units = units

    def changeable(self, booking: Booking, now: datetime) -> Changeable:
        """What may be changed now, for who looks at the ticket."""
        with self._units() as work:
            boarding = _is_allowed(lambda: self._points(work, booking, now))
            child = _is_allowed(lambda: _check_child(work, booking, now))
            return Changeable(boarding, child, _is_allowed(lambda: _check_upgrade(work, booking, now)))

    def boarding_points(self, booking: Booking, now: datetime) -> list[BoardingPoint]:
        """The stops after the booked origin and before the destination, in their order.

        Once a PNR, CNF and RAC only, until the second chart: railway rules, "Boarding point change" (S). Problem
        `boarding-changed-already`, `boarding-waiting`, `train-cancelled`, `boarding-too-late`, or `boarding-nowhere`
        if there is no such stop; `no-such-booking` for one that is not paid.
        """
        with self._units() as work:
            return self._points(work, booking, now)

    def board_at(self, booking_id: BookingId, user_id: UserId, station: StationCode, now: datetime) -> Booking:
        """The booking, boarded at this later stop; berths, legs and fare stay as they were booked. Problem
        `boarding-not-on-route` for any other station, those of `boarding_points`, and `no-such-booking`."""
        return until_settled(partial(self._board_once, booking_id, user_id, station, now))

    def check_child(self, booking: Booking, now: datetime) -> None:
        """May a small child be added now? Problem `child-too-late` from the first chart on (K), `train-cancelled`, or
        `no-such-booking` for a ticket that is not paid."""
        with self._units() as work:
            _check_child(work, booking, now)

    def add_child(
        self, booking_id: BookingId, user_id: UserId, name: str, age: int, gender: Gender, now: datetime
    ) -> Booking:
        """The booking with a child under 5 (age in years), free and without a berth: railway rules, "Children" (S/K).
        Problem `child-too-old`, `bad-name`, those of `check_child`, of `check_party` and of `check_children`."""
        if age >= FREE_BELOW:
            raise Problem("child-too-old", name=name, age=FREE_BELOW)
        child = Passenger(
            name=clean_name(name),
            age=age,
            gender=gender,
            berth_wanted=False,
            status=NOSB,
            booked_as=NOSB,
            fare=Decimal(0),
        )
        return until_settled(partial(self._add_once, booking_id, user_id, child, now))

    def wish_upgrade(self, booking_id: BookingId, user_id: UserId, now: datetime, *, wanted: bool) -> Booking:
        """The booking, asking for a free upgrade at charting, or not any more. Problem `upgrade-too-late` from the
        first chart on, `upgrade-none` if a ticket like this is never moved, `train-cancelled`, or `no-such-booking`."""

        def once(_: int) -> Booking:
            with self._units() as work:
                booking = _own(work, booking_id, user_id)
                _check_upgrade(work, booking, now)
                if booking.upgrade_wanted is wanted:
                    return booking
                work.bookings.save(booking.but(upgrade_wanted=wanted, updated_at=now))
                work.commit()
                return work.bookings.get(booking_id)

        return until_settled(once)

    def _board_once(
        self, booking_id: BookingId, user_id: UserId, station: StationCode, now: datetime, _: int
    ) -> Booking:
        with self._units() as work:
            booking = _own(work, booking_id, user_id)
            if booking.boarding_station_code == station:
                return booking
            point = next((point for point in self._points(work, booking, now) if point.station == station), None)
            if point is None:
                raise Problem("boarding-not-on-route", station=station)
            at = point.at + timedelta(minutes=booking.late)
            changed = booking.but(boarding_station_code=point.station, boarding_at=at, updated_at=now)
            work.bookings.save(changed)
            work.commit()
            return work.bookings.get(booking_id)

    def _add_once(self, booking_id: BookingId, user_id: UserId, child: Passenger, now: datetime, _: int) -> Booking:
        with self._units() as work:
            booking = _own(work, booking_id, user_id)
            if any(_is_same(child, person) for person in booking.passengers):
                return booking
            _check_child(work, booking, now)
            everybody = (*(person for person in booking.passengers if person.status != CAN), child)
            check_party(everybody)
            check_children(everybody, booking.travel_class)
            place = _place_for_child(booking.passengers)
            people = (*booking.passengers[:place], child, *booking.passengers[place + 1 :])
            details = _without_line(booking.cancellation_details, place)
            work.bookings.save(booking.but(passengers=people, cancellation_details=details, updated_at=now))
            work.commit()
            return work.bookings.get(booking_id)

    def _points(self, work: UnitOfWork, booking: Booking, now: datetime) -> list[BoardingPoint]:
        if booking.boarding_station_code:
            raise Problem("boarding-changed-already")
        waiting = next((person for person in booking.passengers if person.status == WL), None)
        if waiting:
            raise Problem("boarding-waiting", name=waiting.name)
        leaves, charts = _run(work, booking)
        if charts >= FINAL or now >= second_chart_at(leaves):
            raise Problem("boarding-too-late")
        points = self._later_stops(booking)
        if not points:
            raise Problem("boarding-nowhere")
        return points

    def _later_stops(self, booking: Booking) -> list[BoardingPoint]:
        """By the timetable as it is now, which may number the stops otherwise than the run does; none if it has lost
        the train or one of the two ends."""
        train = self._catalogue().train(booking.train_id)
        if train is None:
            return []
        calls = Run(booking.run_key, tuple(stop.station for stop in train.stops), ())
        ends = booking.origin_station_code, booking.destination_station_code
        span = calls.span(booking.from_stop, booking.to_stop, *ends)
        if span is None:
            return []
        journeys = (Journey(train, stop, span[1], booking.run_date) for stop in range(span[0] + 1, span[1]))
        return [BoardingPoint(journey.origin, journey.departure_at) for journey in journeys]


def _own(work: UnitOfWork, booking_id: BookingId, user_id: UserId) -> Booking:
    booking = work.bookings.get(booking_id)
    if booking.user_id != user_id:
        raise Problem("no-such-booking")
    return booking


def _run(work: UnitOfWork, booking: Booking) -> tuple[datetime, int]:
    """When its run leaves its first station, and how many charts are made of it. Problem `no-such-booking` if it is not
    paid, `train-cancelled`."""
    state = _state(work, booking)
    return state.run.departs_at or booking.departure_at, state.chart


def _state(work: UnitOfWork, booking: Booking) -> RunState:
    """Its run as it is now. Problem as of `_run`."""
    state = work.runs.load(booking.run_key)
    if booking.booking_status not in PAID or state is None:
        raise Problem("no-such-booking")
    if state.cancelled:
        raise Problem("train-cancelled", train=booking.train_name)
    return state


def _check_child(work: UnitOfWork, booking: Booking, now: datetime) -> None:
    leaves, charts = _run(work, booking)
    if charts or now >= first_chart_at(leaves):
        raise Problem("child-too-late")


def _check_upgrade(work: UnitOfWork, booking: Booking, now: datetime) -> None:
    state = _state(work, booking)
    if state.chart or now >= first_chart_at(state.run.departs_at or booking.departure_at):
        raise Problem("upgrade-too-late")
    party = [person for person in booking.passengers if person.status != CAN]
    classes = {coach.travel_class for coach in state.run.coaches}
    if not may_ask(party, booking.travel_class, booking.quota, classes, booking.run_date):
        raise Problem("upgrade-none")


def _is_same(child: Passenger, person: Passenger) -> bool:
    """Is it this child who was added before?"""
    return (child.name.casefold(), child.age, NOSB) == (person.name.casefold(), person.age, person.status)


def _place_for_child(people: tuple[Passenger, ...]) -> int:
    """At the end, or that of a small child who has left: the rows of a ticket are few. Nobody else changes places, for
    the queue knows them by these."""
    left = (place for place, person in enumerate(people) if person.status == CAN and person.is_free)
    return next(left, len(people))


def _without_line(details: dict[str, Any] | None, place: int) -> dict[str, Any] | None:
    """What was refunded, without the line of who had this place: a small child, who had paid nothing."""
    if details is None:
        return None
    return details | {"lines": [line for line in details["lines"] if line["passenger"] != place]}


def _is_allowed(ask: Callable[[], object]) -> bool:
    try:
        ask()
    except Problem:
        return False
    return True
