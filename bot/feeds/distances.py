"""Kilometres of GTFS trips: the feed's own where they can be trusted, else from the coordinates of the stations."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import Protocol

from domain.ids import StationCode
from domain.stations import Station

EARTH_KM = 6371.0
DETOUR = 1.15  # rails against the great circle, as Indian lines go on the whole
_KM, _METRES = (0.9, 5.0), (900.0, 5000.0)  # the feed's length of all trips against the great circle: which unit it is


class Place(Protocol):
    """A call with the distance that the feed gives it, in a unit that the feed does not tell."""

    @property
    def station(self) -> StationCode: ...
    @property
    def distance(self) -> float | None: ...


class Distances:
    """Finds the feed's unit from all its trips, then gives each trip its kilometres."""

    def __init__(self, stations: Mapping[StationCode, Station], trips: Iterable[Sequence[Place]]) -> None:
        self._stations = stations
        self._legs: dict[tuple[StationCode, StationCode], float | None] = {}
        self._unit = self._find_unit(trips)
        self._computed: list[str] = []

    def of(self, number: str, calls: Sequence[Place]) -> list[int]:
        """Kilometres from the origin at each call, never falling; a leg between unknown coordinates counts 0 km."""
        given = self._given(calls)
        if given is None:
            self._computed.append(number)
            return self._from_coordinates(calls)
        return given

    def notes(self) -> list[str]:
        """What had to be computed, for whoever imports the feed."""
        if not self._computed:
            return []
        few, rest = self._computed[:10], len(self._computed) - 10
        reason = "the feed has none to be used" if self._unit is None else "the feed's are missing or fall"
        some = ", ".join(few) + (f" and {rest} more" if rest > 0 else "")
        return [f"Kilometres are computed from coordinates x {DETOUR}, since {reason}: {some}"]

    def _find_unit(self, trips: Iterable[Sequence[Place]]) -> float | None:
        """Kilometres in one unit of the feed; None where it has no distances or in a unit that we do not know."""
        told = measured = 0.0
        for calls in trips:
            for before, call in pairwise(calls):
                leg = self._leg(before.station, call.station)
                if leg and before.distance is not None and call.distance is not None:
                    measured += leg
                    told += call.distance - before.distance
        ratio = told / measured if measured else 0.0
        if _KM[0] <= ratio <= _KM[1]:
            return 1.0
        return 0.001 if _METRES[0] <= ratio <= _METRES[1] else None

    def _given(self, calls: Sequence[Place]) -> list[int] | None:
        distances = [call.distance for call in calls]
        if self._unit is None or not calls:
            return None
        first = distances[0]
        km: list[int] = []
        for distance in distances:
            if distance is None or first is None:
                return None
            km.append(round((distance - first) * self._unit))
        return km if all(before <= after for before, after in pairwise(km)) else None

    def _from_coordinates(self, calls: Sequence[Place]) -> list[int]:
        km = [0.0] if calls else []
        for before, call in pairwise(calls):
            km.append(km[-1] + DETOUR * (self._leg(before.station, call.station) or 0.0))
        return [round(distance) for distance in km]

    def _leg(self, start: StationCode, end: StationCode) -> float | None:
        """Great circle in km, None where a coordinate is unknown."""
        if (start, end) not in self._legs:
            here, there = self._stations.get(start), self._stations.get(end)
            self._legs[start, end] = great_circle(here, there) if here and there else None
        return self._legs[start, end]


def great_circle(here: Station, there: Station) -> float | None:
    """Kilometres between two stations as the crow flies (haversine); None where a coordinate is unknown."""
    if None in (here.latitude, here.longitude, there.latitude, there.longitude):
        return None
    lat1, lon1, lat2, lon2 = (
        radians(degrees or 0.0) for degrees in (here.latitude, here.longitude, there.latitude, there.longitude)
    )
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
