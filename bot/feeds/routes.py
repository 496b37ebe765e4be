"""GTFS routes and trips: which of them are trains for passengers, and what they are called."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bot.feeds.draft import Draft
from bot.feeds.services import Service
from bot.feeds.source import Source
from bot.feeds.table import rows

_FREIGHT = re.compile(r"\b(TEST|CARGO|PARCEL|PCE?T|GOODS|FREIGHT|LUGGAGE|MILK)\b", re.IGNORECASE)
_RAIL = frozenset({"2", *map(str, range(100, 118))})


@dataclass(frozen=True, slots=True)
class Trip:
    """A trip of a passenger train: its number, name, the seven characters of its days, and its line in trips.txt."""

    number: str
    name: str
    days: str
    line: int


def read_trips(
    source: Source, draft: Draft, services: Mapping[str, Service], kept: Mapping[str, Service]
) -> dict[str, Trip | None]:
    """Trip id -> trip; None for a trip that is left out (noted once a train)."""
    routes, label = _read_routes(source, draft), source.label("trips.txt")
    trips: dict[str, Trip | None] = {}
    ended: set[str] = set()
    for line, (route_id, service_id, trip_id, short_name) in rows(
        source, "trips.txt", draft, ("route_id", "service_id", "trip_id"), ("trip_short_name",)
    ):
        if trip_id in trips:
            draft.fault(label, line, f"trip {trip_id} is there twice")
        elif route_id not in routes:
            draft.fault(label, line, f"route {route_id} of trip {trip_id} is not in routes.txt")
        elif service_id not in services:
            draft.fault(label, line, f"service {service_id} of trip {trip_id} is not in the calendars")
        trips[trip_id] = None
        if (route := routes.get(route_id)) and (service := kept.get(service_id)):
            number = short_name or route[0]
            trips[trip_id] = Trip(number, route[1] or number, service.days, line)
        elif route:
            ended.add(" ".join(route))
    for train in sorted(ended):
        draft.note(f"{train}: left out, its calendar has ended")
    return trips


def _read_routes(source: Source, draft: Draft) -> dict[str, tuple[str, str] | None]:
    """Route id -> (number, name), or None where it is no passenger train."""
    routes: dict[str, tuple[str, str] | None] = {}
    other: Counter[str] = Counter()
    for _, (route_id, kind, short, long) in rows(
        source, "routes.txt", draft, ("route_id", "route_type"), ("route_short_name", "route_long_name")
    ):
        number, name = short or route_id, " ".join(long.split())
        routes[route_id] = None
        if kind not in _RAIL:
            other[kind] += 1
        elif not_for_passengers(number, name):
            draft.note(f"{number} {name}: left out, not for the public (a test, parcel, goods or hired train)")
        else:
            routes[route_id] = (number, name)
    for route_type, count in sorted(other.items()):
        draft.note(f"{count} routes of type {route_type or 'unknown'} are left out: they are not trains")
    return routes


def not_for_passengers(number: str, name: str) -> bool:
    """Is it a test, cargo or parcel run? The railways number these 00xxx, and trains hired by tourists too."""
    return (len(number) == 5 and number.startswith("00")) or bool(_FREIGHT.search(name))


def readable(name: str, codes: frozenset[str]) -> str:
    """A name printed in capitals, as one writes it; `codes` are the station codes that stay as they are."""
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0] if word[0] in codes else word[0].capitalize(), name)
