"""GTFS feeds (gtfs.org/schedule): a train is a number with the weekdays and calls of its trips.

The number is trip_short_name, else route_short_name. Trips of a number with the same calls become one train on the days
of all; of trips with differing calls the one of the most days is kept and the others are noted. Platforms count as
their parent station. Calls without a time, and calls where nobody may board or alight, are left out. GTFS knows neither
classes nor Hindi names.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from bot.feeds.clock import minutes
from bot.feeds.distances import Distances
from bot.feeds.draft import Draft
from bot.feeds.routes import Trip, read_trips, readable
from bot.feeds.services import read_services, still_run
from bot.feeds.source import Source
from bot.feeds.table import rows
from bot.feeds.trio import degrees
from domain.ids import StationCode
from domain.stations import Station
from domain.trains import DAY, Stop, Train

ZONE = "Asia/Kolkata"
MAX_DISTANCE = 1e8  # in whatever unit the feed has; metres round the Earth twice
STOP_TIMES = (
    ("trip_id", "stop_id", "stop_sequence", "arrival_time", "departure_time"),
    ("shape_dist_traveled", "pickup_type", "drop_off_type"),
)


class Call(NamedTuple):
    """A row of stop_times: minutes from the midnight of the service day, and its distance as the feed has it."""

    seq: int
    line: int
    station: StationCode
    arrival: int
    departure: int
    distance: float | None


class Version(NamedTuple):
    """One timetable of a train: its calls, the days of the trips that keep it, and where its first trip stands."""

    calls: list[Call]
    days: str
    trip: Trip


def read_gtfs(source: Source, draft: Draft, *, days_go_on: bool, today: date | None) -> None:
    """Reads the feed into the draft; `days_go_on` and `today` as in `read_feed`."""
    _check_zone(source, draft)
    codes = _read_stops(source, draft)
    services = read_services(source, draft)
    draft.settle()
    trips = read_trips(source, draft, services, still_run(services, draft, days_go_on=days_go_on, today=today))
    calls = _read_calls(source, draft, trips, codes)
    draft.settle()
    if "frequencies.txt" in source:
        draft.note("frequencies.txt is not read: its trips run at the times of stop_times.txt only")
    distances = Distances(draft.stations, calls.values())
    for versions in _by_number(trips, calls).values():
        _add_train(source, draft, _best(draft, versions), distances)
    for note in distances.notes():
        draft.note(note)


def _check_zone(source: Source, draft: Draft) -> None:
    label = source.label("agency.txt")
    for line, (zone,) in rows(source, "agency.txt", draft, ("agency_timezone",)):
        if zone != ZONE:
            draft.fault(label, line, f"its clocks are of {zone}, but timetables here are of {ZONE}")


def _read_stops(source: Source, draft: Draft) -> dict[str, StationCode]:
    """Stop id -> code of its station; stations go to the draft, their platforms do not."""
    found: dict[str, tuple[int, str, str, str, str, str]] = {}
    label = source.label("stops.txt")
    for line, (stop_id, code, name, lat, lon, parent) in rows(
        source, "stops.txt", draft, ("stop_id",), ("stop_code", "stop_name", "stop_lat", "stop_lon", "parent_station")
    ):
        if stop_id in found:
            draft.fault(label, line, f"stop {stop_id} is there twice")
        found[stop_id] = line, code, name, lat, lon, parent
    uses = Counter(code for _, code, *_, parent in found.values() if not parent)
    codes: dict[str, StationCode] = {}
    for stop_id, (line, code, name, lat, lon, parent) in found.items():
        home = found.get(parent, (line, code)) if parent else (line, code)
        codes[stop_id] = StationCode(home[1] if home[1] and uses[home[1]] == 1 else parent or stop_id)
        if parent and parent not in found:
            draft.fault(label, line, f"parent station {parent} of stop {stop_id} is not there")
        elif not parent:
            _add_station(draft, label, line, codes[stop_id], name, lat, lon)
    return codes


def _add_station(draft: Draft, label: str, line: int, code: StationCode, name: str, lat: str, lon: str) -> None:
    place: tuple[float | None, float | None] = None, None
    try:
        place = degrees(lat), degrees(lon)
    except ValueError as error:
        draft.fault(label, line, str(error))
    draft.add_station(
        label, line, Station(code, readable(" ".join(name.split()), frozenset()), latitude=place[0], longitude=place[1])
    )


def _read_calls(
    source: Source, draft: Draft, trips: Mapping[str, Trip | None], codes: Mapping[str, StationCode]
) -> dict[str, list[Call]]:
    """Trip id -> calls in their order; calls of trips that are left out are not kept."""
    calls: dict[str, list[Call]] = defaultdict(list)
    label = source.label("stop_times.txt")
    left_out = 0
    for line, (trip_id, stop_id, *values, pickup, drop_off) in rows(source, "stop_times.txt", draft, *STOP_TIMES):
        if trip_id not in trips:
            draft.fault(label, line, f"trip {trip_id} is not in trips.txt")
        elif stop_id not in codes:
            draft.fault(label, line, f"stop {stop_id} of trip {trip_id} is not in stops.txt")
        elif trips[trip_id]:
            try:
                call = None if pickup == drop_off == "1" else _call(line, codes[stop_id], *values)
            except ValueError as error:
                draft.fault(label, line, f"trip {trip_id}: {error}")
                continue
            if call:
                calls[trip_id].append(call)
            left_out += call is None
    if left_out:
        draft.note(f"{left_out} calls are left out: they have no time, or nobody may board or alight there")
    return {trip_id: sorted(its_calls) for trip_id, its_calls in calls.items()}


def _call(line: int, station: StationCode, seq: str, arrival: str, departure: str, distance: str) -> Call | None:
    if not (arrival or departure):
        return None
    if not (seq.isascii() and seq.isdigit()):
        raise ValueError(f"stop_sequence {seq!r} is not a whole number")
    came, left = minutes(arrival or departure), minutes(departure or arrival)
    far = float(distance) if distance else None
    if far is not None and not 0 <= far < MAX_DISTANCE:
        raise ValueError(f"shape_dist_traveled {distance!r} is not a distance")
    return Call(int(seq), line, station, came, left, far)


def _by_number(trips: Mapping[str, Trip | None], calls: Mapping[str, list[Call]]) -> dict[str, list[Version]]:
    """The timetables of each number; trips with equal calls are one, on the days of all."""
    versions: dict[str, dict[tuple[tuple[object, ...], ...], Version]] = defaultdict(dict)
    for trip_id, trip in trips.items():
        if not trip:
            continue
        its_calls, days = _from_day_one(calls.get(trip_id, []), trip.days)
        pattern = tuple((call.station, call.arrival, call.departure) for call in its_calls)
        same = versions[trip.number].get(pattern)
        merged = "".join(map(max, days, same.days)) if same else days
        versions[trip.number][pattern] = Version(its_calls, merged, same.trip if same else trip)
    return {number: list(patterns.values()) for number, patterns in versions.items()}


def _from_day_one(calls: list[Call], days: str) -> tuple[list[Call], str]:
    """A trip that starts at 24:00 or later leaves its origin on a later day than its service's: that day is told."""
    late = calls[0].departure // DAY if calls else 0
    if not late:
        return calls, days
    shift, turn = late * DAY, late % 7
    moved = [call._replace(arrival=call.arrival - shift, departure=call.departure - shift) for call in calls]
    return moved, days[-turn:] + days[:-turn] if turn else days


def _best(draft: Draft, versions: list[Version]) -> Version:
    best = max(versions, key=lambda version: version.days.count("1"))
    others = [version.days for version in versions if version is not best]
    if others:
        kept, trip = best.days, best.trip
        draft.note(
            f"{trip.number} {trip.name}: kept as on days {kept}, left out as on {', '.join(others)} (Monday first)"
        )
    return best


def _add_train(source: Source, draft: Draft, version: Version, distances: Distances) -> None:
    calls, days, trip = version
    km = distances.of(trip.number, calls)
    last = len(calls) - 1
    stops = tuple(
        Stop(call.station, call.arrival if index else None, call.departure if index < last else None, km[index])
        for index, call in enumerate(calls)
    )
    name = readable(trip.name, frozenset(call.station for call in calls))
    train = Train(trip.number, name, "", "", days, (), stops)
    lines = [call.line for call in calls]
    draft.add_train(source.label("trips.txt"), trip.line, train, source.label("stop_times.txt"), lines)
