"""A timetable as bytes: small to keep, quick to read back whole. The same in DynamoDB and in the snapshot on disk.

Zlib over lines of JSON: a heading, then a line for each station and train. A train's calls are columns (stations,
arrivals, departures, kilometres), which read back several times faster than rows.
"""

import gc
import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from domain.ids import StationCode
from domain.stations import Station
from domain.trains import Stop, Train, TravelClass
from storage.faults import StorageFault

FORMAT = 1

# One object for equal values: a country has 188,000 calls, but 8,000 codes and a few thousand numbers.
_Shared = tuple[dict[StationCode, StationCode], dict[Any, Any]]


def encode(stations: Iterable[Station], trains: Iterable[Train]) -> bytes:
    """The same timetable gives the same bytes."""
    station_lines = [_line(_station_row(station)) for station in stations]
    train_lines = [_line(_train_row(train)) for train in trains]
    heading = _line([FORMAT, len(station_lines), len(train_lines)])
    return zlib.compress("\n".join([heading, *station_lines, *train_lines]).encode(), 6)


def decode(edition: bytes) -> tuple[tuple[Station, ...], tuple[Train, ...]]:
    """Raises StorageFault for bytes of another format, or that are not an edition."""
    try:
        lines = zlib.decompress(edition).decode().split("\n")
        form, stations, trains = json.loads(lines[0])
        if form != FORMAT or len(lines) != 1 + stations + trains:
            raise StorageFault(f"a timetable edition of format {form}, this program reads {FORMAT}")
        with _without_collector():
            shared: _Shared = {}, {}
            return (
                tuple(_station(json.loads(line)) for line in lines[1 : 1 + stations]),
                tuple(_train(json.loads(line), shared) for line in lines[1 + stations :]),
            )
    except (zlib.error, ValueError, TypeError, LookupError) as error:
        raise StorageFault("a timetable edition that cannot be read") from error


def _line(row: list[Any]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _station_row(station: Station) -> list[Any]:
    where = [station.latitude, station.longitude]
    return [station.code, station.name, station.name_hi, station.city, station.state, station.zone, *where]


def _station(row: list[Any]) -> Station:
    code, *rest = row
    return Station(StationCode(code), *rest)


def _train_row(train: Train) -> list[Any]:
    return [
        *(train.number, train.name, train.name_hi, train.type, train.zone, train.days, " ".join(train.classes)),
        " ".join(stop.station for stop in train.stops),
        [stop.arrival for stop in train.stops],
        [stop.departure for stop in train.stops],
        [stop.km for stop in train.stops],
    ]


def _train(row: list[Any], shared: _Shared) -> Train:
    number, name, name_hi, kind, zone, days, classes, stations, *columns = row
    codes, numbers = shared
    called = [StationCode(code) for code in stations.split(" ")]
    stops = map(
        Stop,
        map(codes.setdefault, called, called),
        *(map(numbers.setdefault, column, column) for column in columns),
    )
    travel = tuple(TravelClass(code) for code in classes.split())
    return Train(number, name, kind, zone, days, travel, tuple(stops), name_hi)


@contextmanager
def _without_collector() -> Iterator[None]:
    """So many objects at once would have the garbage collector walk all of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
