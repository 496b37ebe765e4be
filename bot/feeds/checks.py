"""What must be true of every station, train and call, whatever format it came in."""

import re
from collections.abc import Container, Iterator

from domain.ids import StationCode
from domain.stations import Station
from domain.trains import DAY, Stop, Train

# Codes and numbers become keys and button data, so they are plain and short.
_KEY = re.compile(r"[0-9A-Za-z_.-]{1,12}", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_DAYS = re.compile(r"([01]{7})?", re.ASCII)
MAX_NAME = 120
MAX_KM = 10_000
MAX_DAYS = 14  # hired round trips of tourists take nine; the longest timetabled run four

# The kinds of train as the railways sort them.
TRAIN_TYPES = frozenset(
    {"RAJ", "SHT", "JSH", "DRNT", "VNDB", "TEJ", "GBR", "AMTB", "VNDM"}
    | {"SUF", "MEX", "PAS", "MEMU", "DMU", "EMU", "SUB", "TOD"}
)


def station_faults(station: Station) -> Iterator[str]:
    """What is wrong with a station, in words."""
    if not _KEY.fullmatch(station.code):
        yield f"station code {station.code[:20]!r} is not 1 to 12 letters, digits or _ . -"
    yield from _name_faults("station", station.name)
    if not _between(station.latitude, 90) or not _between(station.longitude, 180):
        yield f"coordinates {station.latitude}, {station.longitude} are not on the Earth"
    if (station.latitude is None) != (station.longitude is None):
        yield "has a latitude or a longitude, but not both"


def _between(degrees: float | None, limit: int) -> bool:
    return degrees is None or -limit <= degrees <= limit


def _name_faults(what: str, name: str) -> Iterator[str]:
    if not name:
        yield f"the {what} has no name"
    if len(name) > MAX_NAME or _CONTROL.search(name):
        yield f"the {what}'s name is longer than {MAX_NAME} characters or has control characters"


def train_faults(train: Train) -> Iterator[str]:
    """What is wrong with a train apart from its calls, in words."""
    if not _KEY.fullmatch(train.number):
        yield f"train number {train.number[:20]!r} is not 1 to 12 letters, digits or _ . -"
    yield from _name_faults("train", train.name)
    if train.type and train.type not in TRAIN_TYPES:
        yield f"type {train.type!r} is not one of {' '.join(sorted(TRAIN_TYPES))}"
    if not _DAYS.fullmatch(train.days):
        yield f"days of run {train.days!r} are not seven of 0 and 1, Monday first"
    if len(set(train.classes)) < len(train.classes):
        yield "a class is named twice"
    if len(train.stops) < 2:
        yield f"train {train.number} has {len(train.stops)} calls; a train needs two at least"


def call_faults(train: Train, known: Container[StationCode]) -> Iterator[tuple[int, str]]:
    """What is wrong with a train's calls: (index of the call, reason). Times and km may stand still, never go back."""
    now, km = 0, 0
    for index, stop in enumerate(train.stops):
        if stop.station not in known:
            yield index, f"station {stop.station} of train {train.number} is not among the stations"
        if index == 0 and not 0 <= (stop.departure or 0) < DAY:
            yield index, f"train {train.number} must leave its first station on day 1"
        for reason in _order_faults(stop, now, km):
            yield index, f"train {train.number} at {stop.station}: {reason}"
        now = max(now, _last_time(stop, now))
        km = max(km, stop.km)


def _last_time(stop: Stop, otherwise: int) -> int:
    return next((time for time in (stop.departure, stop.arrival) if time is not None), otherwise)


def _order_faults(stop: Stop, now: int, km: int) -> Iterator[str]:
    times = [time for time in (stop.arrival, stop.departure) if time is not None]
    if not times:
        yield "no time of arrival or departure"
    elif times[0] < now:
        yield f"is there at {clock_text(times[0])}, before it left the station before ({clock_text(now)})"
    elif times[-1] < times[0]:
        yield f"leaves at {clock_text(times[-1])}, before it arrives ({clock_text(times[0])})"
    elif times[-1] >= MAX_DAYS * DAY:
        yield f"is still on its way after {MAX_DAYS} days"
    if not km <= stop.km <= MAX_KM:
        yield f"{stop.km} km from the origin, after {km} km at the station before"


def clock_text(minutes: int) -> str:
    """Minutes from the origin's midnight as people read them: `00:05 of day 2`."""
    return f"{minutes % DAY // 60:02}:{minutes % 60:02} of day {minutes // DAY + 1}"
