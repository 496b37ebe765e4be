"""What a route picture shows of a train: its calls in order with the days between them, and its way over the land."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from math import cos, hypot, radians

from domain.ids import StationCode
from domain.stations import Station
from domain.trains import DAY, Train, TravelClass

LONG_HALT = 5  # minutes at a station that make it a major one
FLAT_KM = 111.2  # a degree of latitude
STRAIGHTER, NEARER = 1.2, 25  # a line is not this many times longer as the crow flies, nor by so many km more
WEEK = 7


@dataclass(frozen=True, slots=True)
class Call:
    """A line of the timetable: clock times as `17:05`, empty at the ends; `stop` is its place in the train's stops.
    `travelled`: within the passenger's part of the way; `passenger`: where that begins or ends."""

    stop: int
    station: Station
    arrival: str
    departure: str
    km: int
    major: bool
    travelled: bool = True
    passenger: bool = False


@dataclass(frozen=True, slots=True)
class NewDay:
    """Between two calls, or while the train stands at one, its next day begins; the first day is 1. `travelled`: the
    passenger is on the train then."""

    day: int
    travelled: bool = True


@dataclass(frozen=True, slots=True)
class Point:
    """A call on the map: east and north in km of any origin."""

    stop: int
    x: float
    y: float
    travelled: bool


@dataclass(frozen=True, slots=True)
class RouteView:
    """A train's route as drawn. `days`: Monday to Sunday at the origin; `part`: the passenger's first and last stop,
    of which `duration`, `km` and `stops` (those between) tell then; `points` has at least two, or none."""

    language: str
    number: str
    name: str
    name_hi: str
    origin: Station
    terminus: Station
    days: tuple[bool, ...]
    classes: tuple[TravelClass, ...]
    duration: timedelta
    km: int
    stops: int
    lines: tuple[Call | NewDay, ...]
    points: tuple[Point, ...]
    part: tuple[int, int] | None = None

    @property
    def calls(self) -> tuple[Call, ...]:
        """The lines that are calls."""
        return tuple(line for line in self.lines if isinstance(line, Call))


def route_view(
    train: Train,
    station: Callable[[StationCode], Station],
    *,
    language: str = "en",
    part: tuple[int, int] | None = None,
) -> RouteView:
    """`part`: places in the train's stops where a passenger gets on and off, to be highlighted; it is ignored if the
    train has no such stops, as after a change of timetable."""
    if part and not 0 <= part[0] < part[1] < len(train.stops):
        part = None
    origin, terminus = train.origin, train.terminus
    first, last = (train.stops[part[0]], train.stops[part[1]]) if part else (origin, terminus)
    return RouteView(
        language=language,
        number=train.number,
        name=train.name,
        name_hi=train.name_hi,
        origin=station(origin.station),
        terminus=station(terminus.station),
        days=tuple(day == "1" for day in train.days or "1" * WEEK),
        classes=train.classes,
        duration=timedelta(minutes=last.comes - first.leaves),
        km=last.km - first.km,
        stops=part[1] - part[0] - 1 if part else len(train.stops),
        lines=_lines(train, station, part),
        points=_points(train, station, part),
        part=part,
    )


def _lines(
    train: Train, station: Callable[[StationCode], Station], part: tuple[int, int] | None
) -> tuple[Call | NewDay, ...]:
    lines: list[Call | NewDay] = []
    first, last = part or (0, len(train.stops))
    day = 0
    for index, stop in enumerate(train.stops):
        if stop.comes // DAY > day:
            day = stop.comes // DAY
            lines.append(NewDay(day + 1, first < index <= last))
        lines.append(_call(train, index, station(stop.station), part))
        if stop.leaves // DAY > day:
            day = stop.leaves // DAY
            lines.append(NewDay(day + 1, first <= index < last))
    return tuple(lines)


def _call(train: Train, index: int, station: Station, part: tuple[int, int] | None) -> Call:
    stop = train.stops[index]
    major = index in (0, len(train.stops) - 1) or stop.leaves - stop.comes >= LONG_HALT
    first, last = part or (0, len(train.stops) - 1)
    times = _clock(stop.arrival), _clock(stop.departure)
    km = stop.km - train.origin.km
    return Call(index, station, *times, km, major, first <= index <= last, part is not None and index in part)


def _clock(minutes: int | None) -> str:
    return "" if minutes is None else f"{minutes % DAY // 60:02}:{minutes % 60:02}"


def _points(train: Train, station: Callable[[StationCode], Station], part: tuple[int, int] | None) -> tuple[Point, ...]:
    """On a plane that touches the Earth at the middle of the way; stations whose place cannot be right left out."""
    found = []
    for index, stop in enumerate(train.stops):
        place = station(stop.station)
        if place.latitude is not None and place.longitude is not None:
            found.append((index, stop.km, place.latitude, place.longitude))
    if len(found) < 2:
        return ()
    shrink = cos(radians(sum(latitude for _, _, latitude, _ in found) / len(found)))
    placed = [(index, km, FLAT_KM * east * shrink, FLAT_KM * north) for index, km, north, east in found]
    first, last = part or (0, len(train.stops) - 1)
    likely = [Point(index, x, y, first <= index <= last) for index, _, x, y in _likely(placed)]
    return tuple(likely) if len(likely) > 1 else ()


_Placed = tuple[int, int, float, float]


def _likely(placed: list[_Placed]) -> list[_Placed]:
    """Those that are near enough to a neighbour for the kilometres of track between the two."""
    fits = [_can_follow(one, other) for one, other in pairwise(placed)]
    return [
        point for point, before, after in zip(placed, [False, *fits], [*fits, False], strict=True) if before or after
    ]


def _can_follow(one: _Placed, other: _Placed) -> bool:
    return hypot(one[2] - other[2], one[3] - other[3]) <= STRAIGHTER * abs(other[1] - one[1]) + NEARER
