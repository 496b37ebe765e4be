"""Parties to seat in coaches: who sits where is said as `S1-25 Asha Sharma`; without a berth as `WL Asha Sharma`."""

from domain.bookings import Booking, Gender, Passenger
from domain.trains import Stop, Train, TravelClass
from tests.unit.network import code
from tests.unit.pictures.samples import booking

SL, A3 = TravelClass.SLEEPER, TravelClass.THIRD_AC
FIRST, SECOND = Stop(code("MMCT"), None, 1020, 0), Stop(code("NDLS"), 1952, None, 1384)
NAMES = ("Asha Sharma", "राजकुमार शर्मा", "Mrs. Kamala Devi", "M. S. Subrahmanyam Iyer", "Zoë D'Souza", "Ravi Rao")


def party(travel_class: TravelClass, *places: str) -> Booking:
    """A booking of these people."""
    return booking().but(travel_class=travel_class, passengers=tuple(map(_passenger, places)))


def seated(travel_class: TravelClass, *seats: str) -> Booking:
    """A booking of as many people as berths are given."""
    return party(travel_class, *(f"{seat} {name}" for seat, name in zip(seats, NAMES, strict=False)))


def train(kind: str, *classes: TravelClass) -> Train:
    """The train of those bookings, of this type."""
    return Train("12951", "Mumbai Rajdhani", kind, "WR", "1111111", classes, (FIRST, SECOND))


def _passenger(place: str) -> Passenger:
    seat, _, name = place.partition(" ")
    if "-" not in seat:
        return Passenger(name=name, age=30, gender=Gender.FEMALE, status=seat)
    return Passenger(name=name, age=30, gender=Gender.FEMALE, seat=seat, status="RAC" if "/" in seat else "CNF")
