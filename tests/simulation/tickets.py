"""Tickets: what one commit may change of a ticket that was there before."""

from collections.abc import Mapping
from typing import Protocol

from domain.bookings import CAN, NOSB, PAID, Booking, BookingStatus
from domain.inventory import RunKey
from tests.simulation.scenery import TRAINS

INFANT_BELOW = 5  # years: railway rules, "Children"


class Charted(Protocol):
    """What is asked of a train here."""

    @property
    def chart(self) -> int: ...
    @property
    def cancelled(self) -> bool: ...


def check_ticket(old: Booking, new: Booking, trains: Mapping[RunKey, Charted]) -> None:
    """Nobody's number changes and nobody is put in another's place; AssertionError otherwise."""
    if old.booking_status is BookingStatus.EXPIRED and new.booking_status is BookingStatus.CONFIRMED:
        return  # booked again after its hold had ended
    train = trains[new.run_key]
    for place, person in enumerate(old.passengers):
        now_is = new.passengers[place]
        if (person.name, person.booked_as) != (now_is.name, now_is.booked_as):
            assert person.is_free, f"{now_is} in the place of {person}"
            assert person.status == CAN, f"{now_is} in the place of {person}"
            _check_added(new, place, train)
    for place in range(len(old.passengers), len(new.passengers)):
        _check_added(new, place, train)
    if old.boarding_station_code != new.boarding_station_code:
        _check_boarding(old, new, train)


def _check_added(new: Booking, place: int, train: Charted) -> None:
    child = new.passengers[place]
    assert child.age < INFANT_BELOW, f"no small child: {child}"
    assert child.status == NOSB, f"a child who has {child}"
    assert child.berth is None, f"a child who has {child}"
    assert not child.fare, f"a child who has {child}"
    assert new.booking_status in PAID, f"a child on a ticket that is {new.booking_status}"
    assert not train.chart, "a child after the chart"
    assert not train.cancelled, "a child on a train that does not run"


def _check_boarding(old: Booking, new: Booking, train: Charted) -> None:
    """Once, at a later stop before the destination, by who has a berth or seat, before the second chart."""
    assert old.boarding_station_code is None, "the boarding point changed twice"
    stops = next(one.stops for one in TRAINS if one.train_id == new.train_id)
    between = [stop.station for stop in stops][new.from_stop + 1 : new.to_stop]
    assert new.boarding_station_code in between, f"{new.boarding_station_code} is none of {between}"
    assert (old.legs, old.fare) == (new.legs, new.fare), "the berths are theirs from where they booked"
    assert train.chart < 2, "a boarding point changed after the last chart"
    assert not train.cancelled, "a boarding point of a train that does not run"
