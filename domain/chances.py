"""Chances: how likely a number on a waiting list gets a berth, told from what became of such numbers before.

The cases are the bot's own: every number that was given on a waiting list of the train's class and was still held when
the first chart was made. Who then had a berth, or a seat in RAC, counts for it; who still waited counts against it; who
had given the ticket up himself counts for neither, and so does a hold that was never paid.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.bookings import CNF, PAID, RAC, WL, Booking, Passenger
from domain.refunds import Rule
from domain.rules.waitlists import WaitingList
from domain.trains import TravelClass

BANDS = (1, 6, 11, 21, 51)  # of booked numbers, by the first of each: 1-5, 6-10, 11-20, 21-50, 51 and beyond
LEAST_CASES = 20  # below which nothing is claimed


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Of the numbers of a band: how many got a berth or a seat in RAC, and how many still waited at the chart."""

    berth: int = 0
    waited: int = 0

    @property
    def cases(self) -> int:
        return self.berth + self.waited

    def __add__(self, other: "Outcomes") -> "Outcomes":
        return Outcomes(self.berth + other.berth, self.waited + other.waited)


History = Mapping[int, Outcomes]  # of one waiting list, by the first number of each band


@dataclass(frozen=True, slots=True)
class Chance:
    """So many percent (0 to 100) of so many cases got a berth."""

    percent: int
    cases: int


def chance(history: History, number: int) -> Chance | None:
    """The chance of somebody who books this number (from 1) now; None while fewer than LEAST_CASES are known.

    It is the part of the cases of the number's own band that got a berth, rounded down to a whole percent. While these
    are too few, the next band behind is added, and so on to the last: who was farther back had it harder, so what is
    told is rather too little than too much. Bands before are never added, for the opposite reason.
    """
    found = Outcomes()
    for first in BANDS[BANDS.index(band_of(number)) :]:
        found += history.get(first, Outcomes())
        if found.cases >= LEAST_CASES:
            return Chance(100 * found.berth // found.cases, found.cases)
    return None


def band_of(number: int) -> int:
    """The first number of the band of a booked number (from 1)."""
    return max(first for first in BANDS if first <= number)


def outcomes(bookings: Iterable[Booking]) -> dict[TravelClass, dict[WaitingList, dict[int, Outcomes]]]:
    """What became of those who waited on one run, as its first chart leaves them; before or after those who still
    waited were paid back, it is the same."""
    found: dict[TravelClass, dict[WaitingList, dict[int, Outcomes]]] = defaultdict(lambda: defaultdict(dict))
    for booking in bookings:
        for place, person in enumerate(booking.passengers):
            number, outcome = waited_as(person), _outcome(booking, place)
            if number and outcome:
                bands, first = found[booking.travel_class][number[0]], band_of(number[1])
                bands[first] = bands.get(first, Outcomes()) + outcome
    return {travel_class: dict(lists) for travel_class, lists in found.items()}


def waited_as(person: Passenger) -> tuple[WaitingList, int] | None:
    """The list and number that were booked; None for a berth, a seat in RAC, or a child without a berth."""
    booked = person.booked_as or ""
    listed = next((name for name in WaitingList if booked.startswith(name)), None)
    return (listed, int(booked.removeprefix(listed))) if listed else None


def _outcome(booking: Booking, place: int) -> Outcomes | None:
    """None for who is no case: who left by himself, or never paid."""
    status = booking.passengers[place].status
    if booking.booking_status in PAID and status in (CNF, RAC):
        return Outcomes(berth=1)
    if (booking.booking_status in PAID and status == WL) or _dropped(booking, place):
        return Outcomes(waited=1)
    return None


def _dropped(booking: Booking, place: int) -> bool:
    """Whether the chart gave this passenger's place back, not the passenger."""
    lines = (booking.cancellation_details or {}).get("lines", ())
    return any(line["passenger"] == place and line["rule"] == Rule.CHART for line in lines)
