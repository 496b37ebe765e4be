"""Journeys: part of one train's run, and the index in memory that finds the direct ones between two places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.ids import StationCode
from domain.railtime import INDIA
from domain.timetable.calls import WEEK, Calls, days_later
from domain.trains import DAY, Train


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
        return self.run_date + timedelta(days=self.train.stops[self.from_stop].leaves // DAY)

    @property
    def departure_at(self) -> datetime:
        """In Asia/Kolkata, as every railway time."""
        return self._at(self.train.stops[self.from_stop].leaves)

    @property
    def arrival_at(self) -> datetime:
        """In Asia/Kolkata."""
        return self._at(self.train.stops[self.to_stop].comes)

    @property
    def duration(self) -> int:
        """Minutes from departure to arrival."""
        return self.train.stops[self.to_stop].comes - self.train.stops[self.from_stop].leaves

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


class Timetable:
    """All trains, indexed by the stations at which they call. Immutable, so threads may share it."""

    def __init__(self, trains: Iterable[Train]) -> None:
        self.index = Calls(trains)
        self._trains = self.index.trains
        self._numbers = {train.number: index for index, train in enumerate(self._trains)}

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
        return ((self._trains[index], position) for index, position in self.index.at(station).items())

    def direct(
        self,
        origins: Iterable[StationCode],
        destinations: Iterable[StationCode],
        on: date,
        *,
        bookable_only: bool = False,
    ) -> list[Journey]:
        """Journeys without a change, by departure; `on` is the date at the passenger's station.

        A run is listed once. Of several origins at which it calls, that at which it starts, else the one named first;
        of several destinations, that at which it ends, else the one named first: passengers know a train by its
        terminals. `bookable_only` leaves out trains that have no reserved class.
        """
        trains, weekdays, weekday = self._trains, self.index.weekdays, on.weekday()
        found = []
        for index, start, end in self.index.between(origins, destinations, bookable_only=bookable_only):
            train = trains[index]
            days, minute = divmod(train.stops[start].leaves, DAY)
            runs = weekdays[index] >> (weekday - days) % WEEK & 1
            if runs and (not train.dates or train.runs_on(on - timedelta(days))):
                found.append((minute, train.number, days, start, end, train))
        found.sort()
        return [Journey(train, start, end, on - timedelta(days)) for _, _, days, start, end, train in found]

    def journey(self, train_number: str, origin: StationCode, destination: StationCode, on: date) -> Journey | None:
        """The journey by this train if it goes from here to there on this date (at the passenger's station)."""
        index = self._numbers.get(train_number)
        ends = None if index is None else self.index.ends(index, origin, destination)
        if index is None or ends is None:
            return None
        train = self._trains[index]
        run_date = on - timedelta(days=train.stops[ends[0]].leaves // DAY)
        return Journey(train, *ends, run_date) if train.runs_on(run_date) else None

    def days_between(
        self, origins: Iterable[StationCode], destinations: Iterable[StationCode], *, bookable_only: bool = False
    ) -> str:
        """The weekdays on which a direct train leaves the passenger's station, were it on a single date, as
        Monday..Sunday: 1 if there is one."""
        bits, dates = self._running(origins, destinations, bookable_only=bookable_only)
        for day in dates:
            bits |= 1 << day.weekday()
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
        bits, dates = self._running(origins, destinations, bookable_only=bookable_only)
        later = (after + timedelta(days=ahead) for ahead in range(1, limit * WEEK + 1))
        weekly = {day for day in later if bits >> day.weekday() & 1}
        return sorted(weekly.union(day for day in dates if day > after))[:limit]

    def _running(
        self, origins: Iterable[StationCode], destinations: Iterable[StationCode], *, bookable_only: bool
    ) -> tuple[int, set[date]]:
        """When direct trains leave the passenger's station: a bitmap of the weekdays of those that run every week, and
        the dates of specials."""
        bits, dates = 0, set[date]()
        for index, start, _ in self.index.between(origins, destinations, bookable_only=bookable_only):
            train, days = self._trains[index], self._trains[index].stops[start].leaves // DAY
            if train.dates:
                dates.update(day + timedelta(days) for day in train.dates)
            else:
                bits |= days_later(self.index.weekdays[index], days)
        return bits, dates
