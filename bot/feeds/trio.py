"""The CSV trio: stations, trains and stops, each `.csv` or `.csv.gz`; the project's own form of import.

`day` of a stop is the day of its ARRIVAL (at the origin, of its departure), 1 being the day the train leaves its
origin: where it arrives at 23:55 of day 1 and leaves at 00:05, the row says 1, and the next station's row says 2.
Classes that Yatri does not sell (FC, EA) are left out and noted; a class that nobody knows is a fault.
"""

from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

from bot.feeds.clock import clock, stay
from bot.feeds.draft import Draft
from bot.feeds.source import Source
from bot.feeds.table import rows
from domain.ids import StationCode
from domain.stations import Station
from domain.trains import DAY, Stop, Train, TravelClass

STATIONS = ("code", "name"), ("name_hi", "city", "state", "zone", "lat", "lon")
TRAINS = ("number", "name"), ("type", "zone", "from", "to", "days_of_run", "classes", "name_hi")
STOPS = ("train_number", "seq", "station_code", "arrival", "departure", "day", "distance_km")
NOT_SOLD = {"FC": "first class without air conditioning", "EA": "Anubhuti class"}
_CLASSES = {travel_class.value: travel_class for travel_class in TravelClass}


class Call(NamedTuple):
    """A row of stops, its times still of the day: minutes, or None where the row has none."""

    seq: int
    line: int
    station: StationCode
    arrival: int | None
    departure: int | None
    day: int
    km: int


def read_trio(source: Source, draft: Draft) -> None:
    """Reads the three files into the draft; what is wrong becomes its faults."""
    _read_stations(source, draft)
    calls = _read_stops(source, draft)
    not_sold: dict[str, list[str]] = defaultdict(list)
    label, stops_label = source.label("trains.csv"), source.label("stops.csv")
    for line, (number, name, kind, zone, origin, terminus, days, classes, name_hi) in rows(
        source, "trains.csv", draft, *TRAINS
    ):
        its_calls = sorted(calls.pop(number, []))
        taken = _classes(draft, label, line, classes)
        stops = _stops(draft, stops_label, its_calls)
        train = Train(number, name, kind, zone, days, taken, stops, name_hi)
        draft.add_train(label, line, train, stops_label, [call.line for call in its_calls])
        for code in NOT_SOLD.keys() & set(classes.split("|")):
            not_sold[code].append(number)
        ends = (stops[0].station, stops[-1].station) if stops else ("", "")
        if stops and ((origin or ends[0]), (terminus or ends[1])) != ends:
            draft.fault(label, line, f"goes {origin} to {terminus}, but its stops go {ends[0]} to {ends[1]}")
    for number, rest in calls.items():
        draft.fault(stops_label, rest[0].line, f"train {number} is not in {label}")
    for code, numbers in sorted(not_sold.items()):
        draft.note(f"Class {code} ({NOT_SOLD[code]}) is not sold here and is left out of {', '.join(numbers)}")


def _read_stations(source: Source, draft: Draft) -> None:
    label = source.label("stations.csv")
    for line, (code, name, name_hi, city, state, zone, lat, lon) in rows(source, "stations.csv", draft, *STATIONS):
        try:
            place = degrees(lat), degrees(lon)
        except ValueError as error:
            draft.fault(label, line, str(error))
            place = None, None
        draft.add_station(label, line, Station(StationCode(code), name, name_hi, city, state, zone, *place))


def degrees(text: str) -> float | None:
    """A coordinate, None where the field is empty. Raises ValueError in words."""
    try:
        return float(text) if text else None
    except ValueError as error:
        raise ValueError(f"{text!r} is not a number of degrees") from error


def _classes(draft: Draft, label: str, line: int, text: str) -> tuple[TravelClass, ...]:
    codes = [code for code in text.split("|") if code and code not in NOT_SOLD]
    for code in codes:
        if code not in _CLASSES:
            draft.fault(label, line, f"class {code!r} is not one of {' '.join([*_CLASSES, *NOT_SOLD])}")
    return tuple(_CLASSES[code] for code in codes if code in _CLASSES)


def _read_stops(source: Source, draft: Draft) -> dict[str, list[Call]]:
    label = source.label("stops.csv")
    calls: dict[str, list[Call]] = defaultdict(list)
    for line, (number, seq, code, arrival, departure, day, km) in rows(source, "stops.csv", draft, STOPS):
        try:
            call = Call(_whole(seq), line, StationCode(code), _time(arrival), _time(departure), _whole(day), _whole(km))
            if call.arrival is not None and call.departure is not None:
                stay(call.arrival, call.departure)
            elif call.arrival is None and call.departure is None:
                raise ValueError("neither arrival nor departure is given")
        except ValueError as error:
            draft.fault(label, line, str(error))
            continue
        calls[number].append(call)
    return dict(calls)


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 7):
        raise ValueError(f"{text!r} is not a whole number")
    return int(text)


def _time(text: str) -> int | None:
    return clock(text) if text else None


def _stops(draft: Draft, label: str, calls: list[Call]) -> tuple[Stop, ...]:
    for before, call in pairwise(calls):
        if before.seq == call.seq:
            draft.fault(label, call.line, f"seq {call.seq} is in line {before.line} too")
    last = len(calls) - 1
    return tuple(_stop(call, first=index == 0, last=index == last) for index, call in enumerate(calls))


def _stop(call: Call, *, first: bool, last: bool) -> Stop:
    midnight = (call.day - 1) * DAY
    came = call.arrival if call.arrival is not None else call.departure or 0
    left = came + stay(came, call.departure) if call.departure is not None else came
    arrival = None if first else midnight + came
    if first and call.departure is not None:
        left = call.departure
    return Stop(call.station, arrival, None if last else midnight + left, call.km)
