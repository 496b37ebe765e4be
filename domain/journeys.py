"""Journeys: part of one train's run, and the index in memory that finds the direct ones between two places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import product
from operator import itemgetter

from domain.ids import StationCode
from domain.railtime import INDIA
from domain.trains import DAY, Stop, Train

WEEK = 7
DAILY = "1" * WEEK


@dataclass(frozen=True, slots=True)
class Journey:
    """From one stop of a train to a later one, on the run that left its first station on `run_date`."""

    train: Train
    from_stop: int
    to_stop: int
    run_date: date

    @property
    def origin(self) -> StationCode:
        return self.train.stops[self.from_stop].station

    @property
    def destination(self) -> StationCode:
        return self.train.stops[self.to_stop].station

    @property
    def date(self) -> date:
        """The day on which the passenger boards."""
        return self.run_date + timedelta(days=_leaves(self.train.stops[self.from_stop]) // DAY)

    @property
    def departure_at(self) -> datetime:
        """In Asia/Kolkata, as every railway time."""
        return self._at(_leaves(self.train.stops[self.from_stop]))

    @property
    def arrival_at(self) -> datetime:
        """In Asia/Kolkata."""
        return self._at(_comes(self.train.stops[self.to_stop]))

    @property
    def duration(self) -> int:
        """Minutes from departure to arrival."""
        return _comes(self.train.stops[self.to_stop]) - _leaves(self.train.stops[self.from_stop])

    @property
    def km(self) -> int:
        return self.train.stops[self.to_stop].km - self.train.stops[self.from_stop].km

    @property
    def legs(self) -> int:
        """Bitmap of the legs travelled: bit i is the leg from stop i to stop i+1."""
        return (1 << self.to_stop) - (1 << self.from_stop)

    def _at(self, minutes: int) -> datetime:
        # India has had no clock changes since 1945, so adding minutes to its midnight is exact.
        return datetime.combine(self.run_date, time(), INDIA) + timedelta(minutes=minutes)


def _leaves(stop: Stop) -> int:
    return stop.departure if stop.departure is not None else stop.arrival or 0


def _comes(stop: Stop) -> int:
    return stop.arrival if stop.arrival is not None else stop.departure or 0


class Timetable:
    """All trains, indexed by the stations at which they call. Immutable, so threads may share it."""

    def __init__(self, trains: Iterable[Train]) -> None:
        self._trains = tuple(trains)
        self._numbers = {train.number: index for index, train in enumerate(self._trains)}
        self._weekdays = [_bits(train.days or DAILY) for train in self._trains]
        # Station -> train -> position of its first call there. Plain dicts of shared small ints: intersecting two
        # of them runs in C, which makes a search fast, and the whole country takes about 10 MB.
        self._calls: dict[StationCode, dict[int, int]] = {}
        self._again: dict[tuple[int, StationCode], list[int]] = {}
        for index, train in enumerate(self._trains):
            self._post(index, train)

    def _post(self, index: int, train: Train) -> None:
        for position, stop in enumerate(train.stops):
            calls = self._calls.setdefault(stop.station, {})
            if calls.setdefault(index, position) != position:
                self._again.setdefault((index, stop.station), []).append(position)

    def __iter__(self) -> Iterator[Train]:
        return iter(self._trains)

    def __len__(self) -> int:
        return len(self._trains)

    def train(self, number: str) -> Train | None:
        """The train of this number."""
        index = self._numbers.get(number)
        return None if index is None else self._trains[index]

    def calls(self, station: StationCode) -> Iterator[tuple[Train, int]]:
        """Trains that call at this station, each with the position of its first call there."""
        return ((self._trains[index], position) for index, position in self._calls.get(station, {}).items())

    def direct(
        self,
        origins: Iterable[StationCode],
        destinations: Iterable[StationCode],
        on: date,
        *,
        bookable_only: bool = False,
    ) -> list[Journey]:
        """Journeys without a change, by departure; `on` is the date at the passenger's station.

        A run is listed once: of several origins (or destinations) at which it calls, the one named first.
        `bookable_only` leaves out trains that have no reserved class.
        """
        weekday = on.weekday()
        found: dict[tuple[int, int], tuple[int, str, Journey]] = {}
        for index, start, end in self._between(origins, destinations):
            train = self._trains[index]
            days, minute = divmod(_leaves(train.stops[start]), DAY)
            if not self._weekdays[index] >> (weekday - days) % WEEK & 1 or (bookable_only and not train.classes):
                continue
            if (index, days) not in found:
                journey = Journey(train, start, end, on - timedelta(days=days))
                found[index, days] = (minute, train.number, journey)
        return [journey for _, _, journey in sorted(found.values(), key=itemgetter(0, 1))]

    def journey(self, train_number: str, origin: StationCode, destination: StationCode, on: date) -> Journey | None:
        """The journey by this train if it goes from here to there on this date (at the passenger's station)."""
        index = self._numbers.get(train_number)
        ends = None if index is None else self._ends(index, origin, destination)
        if index is None or ends is None:
            return None
        days = _leaves(self._trains[index].stops[ends[0]]) // DAY
        if not self._weekdays[index] >> (on.weekday() - days) % WEEK & 1:
            return None
        return Journey(self._trains[index], *ends, on - timedelta(days=days))

    def days_between(
        self, origins: Iterable[StationCode], destinations: Iterable[StationCode], *, bookable_only: bool = False
    ) -> str:
        """The weekdays on which a direct train leaves the passenger's station: Monday..Sunday, 1 if there is one."""
        bits = 0
        for index, start, _ in self._between(origins, destinations):
            if self._trains[index].classes or not bookable_only:
                days = _leaves(self._trains[index].stops[start]) // DAY % WEEK
                # A train seen `days` after it started is seen on weekdays that much later.
                bits |= self._weekdays[index] << days | self._weekdays[index] >> (WEEK - days)
        return "".join("1" if bits >> weekday & 1 else "0" for weekday in range(WEEK))

    def next_dates(
        self,
        origins: Iterable[StationCode],
        destinations: Iterable[StationCode],
        after: date,
        limit: int = 3,
        *,
        bookable_only: bool = False,
    ) -> list[date]:
        """The first dates later than `after` with a direct train; empty if there is never one."""
        days = self.days_between(origins, destinations, bookable_only=bookable_only)
        if "1" not in days:
            return []
        later = (after + timedelta(days=ahead) for ahead in range(1, limit * WEEK + 1))
        return [day for day in later if days[day.weekday()] == "1"][:limit]

    def _between(
        self, origins: Iterable[StationCode], destinations: Iterable[StationCode]
    ) -> Iterator[tuple[int, int, int]]:
        """(train, from, to) for each pair in the order named: positions in the train's stops."""
        nowhere: dict[int, int] = {}
        for origin, destination in product(origins, destinations):
            starts, ends = self._calls.get(origin, nowhere), self._calls.get(destination, nowhere)
            for index in starts.keys() & ends.keys():
                start, end = starts[index], ends[index]
                if start < end:
                    yield index, start, end
                elif (index, destination) in self._again and (pair := self._ends(index, origin, destination)):
                    yield index, *pair

    def _ends(self, index: int, origin: StationCode, destination: StationCode) -> tuple[int, int] | None:
        """The first call at the origin that is followed by the destination, and the first call there after it."""
        start = self._calls.get(origin, {}).get(index)
        first = self._calls.get(destination, {}).get(index)
        if start is None or first is None or origin == destination:
            return None
        later = (end for end in (first, *self._again.get((index, destination), ())) if end > start)
        end = next(later, None)
        return None if end is None else (start, end)


def _bits(days: str) -> int:
    """Monday..Sunday as seven characters to a bitmap: bit 0 is Monday."""
    return int(days[::-1], 2)
