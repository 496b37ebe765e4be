"""Connections: journeys with one change of trains, found where no direct train serves or none has a berth."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.filters import ANY, Filters
from domain.ids import StationCode
from domain.journeys import Journey, Timetable
from domain.timetable.changes import MAX_WAIT, MIN_CROSSING, MIN_WAIT, NO_CITIES, Changes, Cities

__all__ = ["MAX_WAIT", "MIN_CROSSING", "MIN_WAIT", "Connection", "best", "connections", "every_connection"]

MOST = 8  # connections that are told
DETOUR = 20  # km that a change at a better known station may cost


@dataclass(frozen=True, slots=True)
class Connection:
    """Two journeys, one after the other, each a ticket of its own."""

    first: Journey
    second: Journey

    @property
    def change(self) -> StationCode:
        """Where the passenger leaves the first train."""
        return self.first.destination

    @property
    def crosses(self) -> bool:
        """Does the second train leave from another station of the city?"""
        return self.second.origin != self.first.destination

    @property
    def wait(self) -> int:
        """Minutes from the arrival of the first train to the departure of the second."""
        return _minutes(self.second.departure_at - self.first.arrival_at)

    @property
    def departure_at(self) -> datetime:
        """In Asia/Kolkata."""
        return self.first.departure_at

    @property
    def arrival_at(self) -> datetime:
        """In Asia/Kolkata."""
        return self.second.arrival_at

    @property
    def duration(self) -> int:
        """Minutes from departure to arrival, with the wait."""
        return _minutes(self.arrival_at - self.departure_at)

    @property
    def km(self) -> int:
        """In both trains together."""
        return self.first.km + self.second.km


def connections(
    timetable: Timetable,
    origins: Iterable[StationCode],
    destinations: Iterable[StationCode],
    on: date,
    *,
    bookable_only: bool = True,
    filters: Filters = ANY,
    cities: Cities = NO_CITIES,
    limit: int = MOST,
) -> list[Connection]:
    """The journeys with one change that are worth taking, by arrival, then the shorter; `on` is the date at the origin.

    The first train leaves on `on` and does not go on to a destination itself; each leg is as `Timetable.direct` lists
    it. The wait is MIN_WAIT to MAX_WAIT; nobody changes at an origin or a destination, or ends where one began.
    `cities` tells which other stations of a city can be reached from a station: the wait for a train there is at least
    MIN_CROSSING. Filters hold for both trains, the time of day for the first departure. `best` tells what is left out.
    """
    changes = Changes(timetable.index, origins, destinations, on, filters, cities, bookable_only=bookable_only)
    found = (Connection(*legs) for legs in changes.found(only_best=True))
    return best(found, lambda station: len(timetable.index.at(station)))[:limit]


def every_connection(
    timetable: Timetable,
    origins: Iterable[StationCode],
    destinations: Iterable[StationCode],
    on: date,
    *,
    bookable_only: bool = True,
    filters: Filters = ANY,
    cities: Cities = NO_CITIES,
) -> Iterator[Connection]:
    """All of them, also those that `best` leaves out: many thousands between big cities, in no order."""
    changes = Changes(timetable.index, origins, destinations, on, filters, cities, bookable_only=bookable_only)
    return (Connection(*legs) for legs in changes.found(only_best=False))


def best(found: Iterable[Connection], trains_at: Callable[[StationCode], int]) -> list[Connection]:
    """Those that no other beats by leaving later and arriving earlier (or one of the two at the same minute), sorted.

    Where the same two trains meet at several stations, the change is where it is least trouble: without crossing the
    city; without a detour of more than DETOUR km; then where most trains call, for there one waits in comfort and
    another train goes if the first is late; then where the wait is shortest.
    """
    by_runs: dict[tuple[str, date, str, date], list[Connection]] = defaultdict(list)
    for connection in _unbeaten(found):
        first, second = connection.first, connection.second
        by_runs[first.train.number, first.run_date, second.train.number, second.run_date].append(connection)
    chosen = (_least_trouble(same, trains_at) for same in by_runs.values())
    return sorted(chosen, key=lambda c: (c.arrival_at, c.duration, c.km, c.first.train.number, c.second.train.number))


def _unbeaten(found: Iterable[Connection]) -> Iterator[Connection]:
    """By departure, the latest first; of one departure the earliest arrivals; and only what arrives earlier than all
    that leave later."""
    timed = sorted(((c.departure_at, c.arrival_at, c) for c in found), key=lambda t: (-t[0].timestamp(), t[1]))
    leaves = arrives = None
    for departure, arrival, connection in timed:
        if arrives is None or arrival < arrives or (departure, arrival) == (leaves, arrives):
            leaves, arrives = departure, arrival
            yield connection


def _least_trouble(same: Sequence[Connection], trains_at: Callable[[StationCode], int]) -> Connection:
    shortest = min(connection.km for connection in same)
    return min(same, key=lambda c: (c.crosses, c.km > shortest + DETOUR, -trains_at(c.change), c.wait, c.change))


def _minutes(duration: timedelta) -> int:
    return duration // timedelta(minutes=1)
