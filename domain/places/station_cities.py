"""Station cities: the city that a station serves, told by its feed or, where that is silent, by names and distance."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import cos, hypot, radians
from typing import Protocol

from domain.ids import StationCode
from domain.places.city_names import STATIONS_ELSEWHERE
from domain.words import plain

REACH_KM = 25.0  # from a city's busiest station of its name: farther away the name is that of another place
BUSY_CITIES = 1800  # stations, the busiest: after these others may be called
FLAT_KM = 111.2  # a degree of latitude
# What a name has beside that of its city: Agra Cantt, New Delhi, Mathura Jn, Chennai Egmore has none of them.
_BESIDE = frozenset(
    {"jn", "junction", "halt", "central", "cntl", "ctl", "city", "cantt", "cantonment", "town", "terminus", "terminal"}
    | {"road", "new", "old", "main", "north", "south", "east", "west", "fort", "sadar", "capital", "deccan"}
    | {"bg", "ksr", "mgr", "smvt", "nr", "ner"}
)


class Placed(Protocol):
    """What is read of a station here."""

    @property
    def code(self) -> StationCode: ...
    @property
    def name(self) -> str: ...
    @property
    def city(self) -> str: ...
    @property
    def latitude(self) -> float | None: ...
    @property
    def longitude(self) -> float | None: ...


def kilometres(one: Placed, other: Placed) -> float:
    """Between two stations as the crow flies; 0 where a place is unknown. On a plane that touches the Earth at the
    first: exact enough for what is near enough to matter."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return 0.0
    east = (other.longitude - one.longitude) * cos(radians(one.latitude))
    return FLAT_KM * hypot(other.latitude - one.latitude, east)


def cities(stations: Mapping[StationCode, Placed], calls: Mapping[StationCode, int]) -> dict[StationCode, str]:
    """The city of each station that has one. What the feed tells stands; of the others, one that is called after a
    city within reach of its busiest namesake lies in it: Bokaro Steel City in Bokaro, Agra Fort in Agra.

    Where the feed tells no city at all, the cities themselves are the names of busy stations without what they have
    beside (Jn, Cantt, New), and those of `STATIONS_ELSEWHERE`.
    """
    told = {code: station.city for code, station in stations.items() if station.city}
    untold = [station for station in stations.values() if not station.city]
    if not untold:
        return told
    found = dict(told)
    centres = _centres_told(stations, calls, told) if told else _centres_by_name(stations.values(), calls)
    for station in untold:
        if city := _called_after(station, centres):
            found[station.code] = city
    if not told:
        found |= _elsewhere(stations)
    return found


def _elsewhere(stations: Mapping[StationCode, Placed]) -> Iterator[tuple[StationCode, str]]:
    for entry in " ".join(STATIONS_ELSEWHERE.split()).split(";"):
        city, _, codes = entry.strip().partition(": ")
        for code in map(StationCode, codes.split()):
            if code in stations:
                yield code, city.title()


def _centres_told(
    stations: Mapping[StationCode, Placed], calls: Mapping[StationCode, int], told: Mapping[StationCode, str]
) -> dict[str, list[Placed]]:
    centres: dict[str, list[Placed]] = defaultdict(list)
    for code in sorted(told, key=lambda code: -calls.get(code, 0)):
        if not centres[plain(told[code])]:
            centres[plain(told[code])].append(stations[code])
    return centres


def _centres_by_name(stations: Iterable[Placed], calls: Mapping[StationCode, int]) -> dict[str, list[Placed]]:
    centres: dict[str, list[Placed]] = defaultdict(list)
    busiest = sorted(stations, key=lambda station: -calls.get(station.code, 0))[:BUSY_CITIES]
    for station in busiest:
        if name := " ".join(word for word in plain(station.name).split() if word not in _BESIDE):
            centres[name].append(station)
    return centres


def _called_after(station: Placed, centres: Mapping[str, list[Placed]]) -> str:
    """The longest name of a city that stands in the station's name, and whose centre is within reach."""
    words = plain(station.name).split()
    for length in range(min(len(words), 3), 0, -1):
        for at in range(len(words) - length + 1):
            name = " ".join(words[at : at + length])
            if any(kilometres(centre, station) <= REACH_KM for centre in centres.get(name, ())):
                return name.title()
    return ""
