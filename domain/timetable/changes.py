"""Changes: where a passenger can step from one train into another on the way, and into which."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from domain.filters import Filters
from domain.ids import StationCode
from domain.journeys import Journey
from domain.timetable.calls import WEEK, Calls, days_later
from domain.trains import DAY

MIN_WAIT, MAX_WAIT = 45, 8 * 60  # minutes at the station of the change
MIN_CROSSING = 150  # minutes, where the second train leaves from another station of the same city
_FOREVER = 1 << 30  # minutes

Cities = Mapping[StationCode, Collection[StationCode]]
NO_CITIES: Cities = {}

# A second train as seen from the station of the change: minute of the day at which it leaves (DAY or more: a day
# later), minutes to the destination, weekdays of that day as a bitmap, train, from, to. A bare tuple: there are
# thousands in one search, and most are looked at once.
_Onward = tuple[int, int, int, int, int, int]


class _Boarding(NamedTuple):
    """A first train: the minute of the day of travel at which it leaves the origin, and where one may get off."""

    minute: int
    train: int
    start: int
    getting_off: Sequence[int]


class Changes:
    """One question: the trains away from the origins and those to the destinations, and where they meet."""

    def __init__(
        self,
        calls: Calls,
        origins: Iterable[StationCode],
        destinations: Iterable[StationCode],
        on: date,
        filters: Filters,
        cities: Cities,
        *,
        bookable_only: bool,
    ) -> None:
        """`cities`: station -> the stations of its city to which one can cross (itself among them or not)."""
        self._calls, self._on, self._filters, self._cities = calls, on, filters, cities
        self._origins, self._destinations = tuple(origins), tuple(destinations)
        self._ends = frozenset((*self._origins, *self._destinations))
        self._bookable_only = bookable_only
        self._boardings = sorted(self._all_boardings(), key=lambda boarding: -boarding.minute)
        self._onward = self._all_onward(self._reached())
        self._timed: dict[StationCode, tuple[int, list[_Onward]]] = {}

    def found(self, *, only_best: bool) -> Iterator[tuple[Journey, Journey]]:
        """Both legs of every connection. `only_best` leaves out most of those that leave earlier than another and
        arrive later, unseen, and so is much quicker."""
        arrives = _FOREVER  # the earliest until now, and whatever was found until now does not leave earlier
        for boarding in self._boardings:
            for comes, position, station, wait in self._stations(boarding):
                if comes + MIN_WAIT > arrives:
                    break
                for arrival, day, onward in self._trains_on(station, comes + wait, comes + MAX_WAIT, arrives):
                    if arrival <= arrives and not self._is_back(boarding, onward):
                        arrives = arrival if only_best else _FOREVER
                        yield self._legs(boarding, position, day, onward)

    def _fits(self, index: int) -> bool:
        train = self._calls.trains[index]
        return bool(train.classes or not self._bookable_only) and self._filters.suits(train)

    def _all_boardings(self) -> Iterator[_Boarding]:
        """The first trains that leave on the day and do not go on to a destination."""
        calls, weekday = self._calls, self._on.weekday()
        going_on = {index for index, _, _ in calls.between(self._origins, self._destinations)}
        for index, starts in calls.boardings(self._origins):
            if index not in going_on and self._fits(index):
                stops, weekdays = calls.trains[index].stops, calls.weekdays[index]
                for start, getting_off in calls.rides(index, starts):
                    days, minute = divmod(stops[start].leaves, DAY)
                    runs = weekdays >> (weekday - days) % WEEK & 1
                    if runs and self._goes(index, -days) and self._filters.suits_minute(minute):
                        yield _Boarding(minute, index, start, getting_off)

    def _reached(self) -> set[StationCode]:
        """Where one may board a second train."""
        trains = self._calls.trains
        reached = {trains[b.train].stops[position].station for b in self._boardings for position in b.getting_off}
        across = {other for station in reached for other in self._cities.get(station, ())}
        return (reached | across) - self._ends

    def _all_onward(self, reached: set[StationCode]) -> dict[StationCode, list[_Onward]]:
        """The second trains by the stations at which one may board them, in no order."""
        calls = self._calls
        found: dict[StationCode, list[_Onward]] = defaultdict(list)
        for index in calls.calling_at(self._destinations):
            if self._fits(index):
                stops, weekdays = calls.trains[index].stops, calls.weekdays[index]
                for start, end in calls.approaches(index, reached, self._destinations):
                    stop = stops[start]
                    days, minute = divmod(stop.leaves, DAY)
                    travel = stops[end].comes - stop.leaves
                    found[stop.station].append((minute, travel, days_later(weekdays, days), index, start, end))
        return found

    def _stations(self, boarding: _Boarding) -> Iterator[tuple[int, int, StationCode, int]]:
        """(arrival in minutes of the day of travel, position, station of the second train, least wait) in the order of
        the arrivals."""
        stops = self._calls.trains[boarding.train].stops
        shift = boarding.minute - stops[boarding.start].leaves
        for position in boarding.getting_off:
            stop = stops[position]
            if stop.station in self._ends:
                continue
            if stop.station in self._onward:
                yield stop.comes + shift, position, stop.station, MIN_WAIT
            for other in self._cities.get(stop.station, ()):
                if other != stop.station and other in self._onward:
                    yield stop.comes + shift, position, other, MIN_CROSSING

    def _trains_on(
        self, station: StationCode, since: int, until: int, arrives: int
    ) -> Iterator[tuple[int, int, _Onward]]:
        """(arrival, day on which `minute` counts, train) of those that leave within these minutes; none if all would
        arrive too late."""
        quickest, trains = self._timed.get(station) or self._in_order(station)
        if since + quickest > arrives:
            return
        day, minute = divmod(since, DAY)
        weekday, dated = 1 << (self._on.weekday() + day) % WEEK, self._calls.dated
        first, last = bisect_left(trains, (minute,)), bisect_left(trains, (minute + until - since + 1,))
        for onward in trains[first:last]:
            if onward[2] & weekday and (onward[3] not in dated or self._goes(onward[3], self._started(day, onward))):
                yield day * DAY + onward[0] + onward[1], day, onward

    def _goes(self, index: int, day: int) -> bool:
        """Of a train that starts on the weekday of this day (counted from the day of travel): on the date, too?"""
        if index not in self._calls.dated:
            return True
        return self._calls.trains[index].runs_on(self._on + timedelta(day))

    def _started(self, day: int, onward: _Onward) -> int:
        """The day on which a second train left its first station."""
        minute, _, _, index, start, _ = onward
        return day + (minute - self._calls.trains[index].stops[start].leaves) // DAY

    def _in_order(self, station: StationCode) -> tuple[int, list[_Onward]]:
        """The quickest, and all by departure; each again a day later, so that no wait is cut in two by midnight."""
        today = self._onward[station]
        tomorrow = [(minute + DAY, travel, days_later(days, -1), i, s, e) for minute, travel, days, i, s, e in today]
        self._timed[station] = min(onward[1] for onward in today), sorted([*today, *tomorrow])
        return self._timed[station]

    def _is_back(self, boarding: _Boarding, onward: _Onward) -> bool:
        """Would one end where one began? That happens only if a place is both an origin and a destination."""
        trains, (*_, index, _, end) = self._calls.trains, onward
        return trains[boarding.train].stops[boarding.start].station == trains[index].stops[end].station

    def _legs(self, boarding: _Boarding, position: int, day: int, onward: _Onward) -> tuple[Journey, Journey]:
        calls, (*_, index, start, end) = self._calls, onward
        train, second = calls.trains[boarding.train], calls.trains[index]
        days = train.stops[boarding.start].leaves // DAY
        first = Journey(train, boarding.start, position, self._on - timedelta(days))
        return first, Journey(second, start, end, self._on + timedelta(self._started(day, onward)))
