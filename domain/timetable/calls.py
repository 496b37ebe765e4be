"""Calls: at which stations each train stops, indexed so that what joins two places is found at once."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from domain.ids import StationCode
from domain.trains import DAY, Train

WEEK = 7
DAILY = "1" * WEEK
PLACES_KEPT = (
    256  # stations of a city, merged: about 16 MB for the busiest cities of the country, 50 MB at the very worst
)
_NEVER = 1 << 30  # a position behind every stop
_NOWHERE: dict[int, int] = {}

Positions = dict[int, int]  # train -> position in its stops
Place = tuple[StationCode, ...]


class _Ends(NamedTuple):
    """What trains do at one place. `trains`: bit i is train i; `at`: the call that counts; `near` and `far`: the calls
    nearest to the other place and farthest from it. Where the near ones are in order all is simple, where the far ones
    are not there is nothing."""

    trains: int
    at: Positions
    near: Positions
    far: Positions


class Calls:
    """Trains by the stations at which they call. Immutable, so threads may share it."""

    def __init__(self, trains: Iterable[Train]) -> None:
        self.trains = tuple(trains)
        self.weekdays = [bits(train.days or DAILY) for train in self.trains]  # at the first station; bit 0 is Monday
        self.dated = frozenset(index for index, train in enumerate(self.trains) if train.dates)  # not every week
        self._bookable = _bitmap((i for i, train in enumerate(self.trains) if train.classes), len(self.trains))
        # Station -> train -> position of its first call there: plain dicts of shared small ints.
        self._at: dict[StationCode, Positions] = {}
        self._again: dict[tuple[int, StationCode], list[int]] = {}
        for index, train in enumerate(self.trains):
            self._post(index, train)
        self._loops = frozenset(index for index, _ in self._again)
        # A bit a train: a thousand bytes at most, and what two places share costs a fraction of a microsecond.
        self._trains_at = {station: _bitmap(calls, len(self.trains)) for station, calls in self._at.items()}
        # Merging the stations of a big city takes longer than a search does, and the same cities are asked for again.
        self._starting = lru_cache(PLACES_KEPT)(self._merge_starts)
        self._ending = lru_cache(PLACES_KEPT)(self._merge_ends)

    def _post(self, index: int, train: Train) -> None:
        for position, stop in enumerate(train.stops):
            calls = self._at.setdefault(stop.station, {})
            if calls.setdefault(index, position) != position:
                self._again.setdefault((index, stop.station), []).append(position)

    def at(self, station: StationCode) -> Positions:
        """The trains that call at this station, each with the position of its first call. Not to be changed."""
        return self._at.get(station, _NOWHERE)

    def ends(self, index: int, origin: StationCode, destination: StationCode) -> tuple[int, int] | None:
        """The first call at the origin that is followed by the destination, and the first call there after it."""
        start, first = self.at(origin).get(index), self.at(destination).get(index)
        if start is None or first is None or origin == destination:
            return None
        later = (end for end in (first, *self._again.get((index, destination), ())) if end > start)
        end = next(later, None)
        return None if end is None else (start, end)

    def between(
        self, origins: Iterable[StationCode], destinations: Iterable[StationCode], *, bookable_only: bool = False
    ) -> Iterator[tuple[int, int, int]]:
        """(train, from, to) of every train that goes from one place to the other: positions in its stops.

        Each once for every day of its run on which it can be boarded. Of several stations of the place where one
        boards, the train's first station, else the one named first; of those where one alights, its last, else the
        one named first.
        """
        origins, destinations = tuple(origins), tuple(destinations)
        starts, ends = self._starts(origins), self._stops(destinations)
        shared = starts.trains & ends.trains & (self._bookable if bookable_only else -1)
        while shared:
            index = shared.bit_length() - 1
            shared ^= 1 << index
            if starts.near[index] < ends.near[index]:
                yield index, starts.at[index], ends.at[index]
            elif starts.far[index] < ends.far[index] or index in self._loops:
                for start, end in self._choose(index, origins, destinations):
                    yield index, start, end

    def boardings(self, origins: Place) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Every train that calls at one of the stations, with the positions of these calls, the preferred one first."""
        starts = self._starts(origins)
        for index, start in starts.at.items():
            if starts.near[index] == starts.far[index]:
                yield index, (start,)
            else:
                calls = {self.at(origin)[index]: None for origin in origins if index in self.at(origin)}
                yield index, tuple(sorted(calls, key=bool))

    def rides(self, index: int, starts: Iterable[int]) -> Iterator[tuple[int, Sequence[int]]]:
        """For each boarding of `boardings`, the stops to which `between` would list it, in their order."""
        stops, starts = self.trains[index].stops, tuple(starts)
        if len(starts) == 1 and index not in self._loops:
            yield starts[0], range(starts[0] + 1, len(stops))
            return
        taken: set[tuple[int, StationCode]] = set()
        for start in starts:
            day = stops[start].leaves // DAY
            getting_off = []
            for position in range(start + 1, len(stops)):
                if (reached := (day, stops[position].station)) not in taken:
                    taken.add(reached)
                    getting_off.append(position)
            yield start, getting_off

    def approaches(
        self, index: int, origins: Collection[StationCode], destinations: Place
    ) -> Iterator[tuple[int, int]]:
        """From where to where `between` would list this train, from each of the origins by itself. The train calls at a
        destination; no station is both."""
        stops, ends = self.trains[index].stops, self._stops(destinations)
        simple = ends.near[index] == ends.far[index] and index not in self._loops
        last = ends.far[index] if simple else len(stops) - 1
        for start in range(last):
            station = stops[start].station
            if station in origins:
                if simple:
                    yield start, last
                elif self._at[station][index] == start:
                    yield from self._choose(index, (station,), destinations)

    def calling_at(self, place: Place) -> Iterator[int]:
        """Every train that calls at one of the stations, once."""
        return iter(self._stops(place).at)

    def _choose(self, index: int, origins: Place, destinations: Place) -> Iterator[tuple[int, int]]:
        """The rule of `between` word for word, for trains that call at several stations of a place or twice at one."""
        stops = self.trains[index].stops
        best: dict[int, tuple[tuple[bool, int, bool, int], int, int]] = {}
        for (rank, origin), (place, destination) in product(enumerate(origins), enumerate(destinations)):
            if pair := self.ends(index, origin, destination):
                start, end = pair
                wish = (start != 0, rank, end != len(stops) - 1, place)
                day = stops[start].leaves // DAY
                best[day] = min(best.get(day, (wish, *pair)), (wish, *pair))
        for _, start, end in best.values():
            yield start, end

    def _starts(self, origins: Place) -> _Ends:
        if len(origins) == 1:
            calls = self.at(origins[0])
            return _Ends(self._trains_at.get(origins[0], 0), calls, calls, calls)
        return self._starting(origins)

    def _stops(self, destinations: Place) -> _Ends:
        if len(destinations) == 1:
            calls = self.at(destinations[0])
            return _Ends(self._trains_at.get(destinations[0], 0), calls, calls, calls)
        return self._ending(destinations)

    def _merge_starts(self, origins: Place) -> _Ends:
        at, several = self._merge(origins)
        near, far = dict(at), dict(at)
        for index, positions in several.items():
            stops = self.trains[index].stops
            if 0 in positions:
                at[index] = 0
            far[index] = min(positions)
            # Who passes midnight inside the city is seen on two dates: never simple.
            one_day = len({stops[position].leaves // DAY for position in positions}) == 1
            near[index] = max(positions) if one_day else _NEVER
        return _Ends(_bitmap(at, len(self.trains)), at, near, far)

    def _merge_ends(self, destinations: Place) -> _Ends:
        at, several = self._merge(destinations)
        near, far = dict(at), dict(at)
        for index, positions in several.items():
            last = len(self.trains[index].stops) - 1
            if last in positions:
                at[index] = last
            near[index], far[index] = min(positions), max(positions)
        return _Ends(_bitmap(at, len(self.trains)), at, near, far)

    def _merge(self, place: Place) -> tuple[Positions, dict[int, list[int]]]:
        """The calls at the station named first, and all those of the trains with several."""
        at: Positions = {}
        repeated: set[int] = set()
        for station in reversed(place):
            calls = self.at(station)
            repeated |= at.keys() & calls.keys()
            at.update(calls)
        return at, {index: [calls[index] for s in place if index in (calls := self.at(s))] for index in repeated}


def _bitmap(numbers: Iterable[int], size: int) -> int:
    """Bit i is set for each number i below `size`."""
    octets = bytearray(size // 8 + 1)
    for number in numbers:
        octets[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(octets, "little")


def bits(days: str) -> int:
    """Monday..Sunday as seven characters to a bitmap: bit 0 is Monday."""
    return int(days[::-1], 2)


def days_later(weekdays: int, days: int) -> int:
    """The weekdays on which a train is seen `days` after those on which it started, as bitmaps."""
    days %= WEEK
    return (weekdays << days | weekdays >> (WEEK - days)) & ((1 << WEEK) - 1)
