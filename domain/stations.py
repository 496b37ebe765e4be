"""Stations: what one is, and finding one from what a person typed."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from math import cos, hypot, log, radians

from rapidfuzz import fuzz, process

from domain.ids import StationCode
from domain.words import LONGEST, plain, sounds


@dataclass(frozen=True, slots=True)
class Station:
    """A place where trains call. Latitude and longitude in degrees, None where unknown; `zone` as `WR`."""

    code: StationCode
    name: str
    name_hi: str = ""
    city: str = ""
    state: str = ""
    zone: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A station that may be meant. `score` 0 to 100; `sure`: take it without asking; `whole_city`: the text named
    the city, so any of its stations in the list will do."""

    station: Station
    score: float
    sure: bool = False
    whole_city: bool = False


CODE, NAME, CITY, WORDS, PREFIX = 100.0, 99.0, 98.0, 92.0, 88.0
MUCH_BUSIER = 2  # times as busy: then a city's main station is meant, not the one that is called like the city
TOWERING = 10  # times as busy: then the halt of the same name far away is not meant
MINOR = 0.05  # of the city's busiest: below that it is no choice for somebody who named only the city
SHORTEST_TYPO, SHORTEST_PREFIX = 4, 3  # letters
LIKE_ENOUGH, SURELY_ALIKE, FAR_BETTER = 76.0, 93.0, 6.0  # of 100
SOUNDS_ALIKE = 75.0  # of 100: the Hindi words are the name of the city
LIKENESS = 0.95  # what likeness counts, so that with the bonus of a busy station it stays below an exact name
FLAT_KM = 111.2  # a degree of latitude

# Words that say that a place is a station, or how one goes there, but not which.
_UNTELLING = frozenset(
    {"jn", "junction", "jct", "station", "stn", "stations", "rly", "railway", "जंक्शन", "जं", "स्टेशन", "रेलवे"}
    | {"from", "to", "at", "the", "please", "pls", "se", "ko", "tak", "से", "को", "तक"}
)
_SAME = {"rd": "road", "cantonment": "cantt", "ctrl": "central", "stn": "station"}
# Cities by the names that people went on using, and in Hindi where their stations' names do not begin with it. The
# first Hindi name is the one that is shown.
_NOW = {
    "bombay": "mumbai", "calcutta": "kolkata", "madras": "chennai", "bangalore": "bengaluru", "banglore": "bengaluru",
    "allahabad": "prayagraj", "mangalore": "mangaluru", "trivandrum": "thiruvananthapuram", "dilli": "delhi",
    "poona": "pune", "baroda": "vadodara", "gauhati": "guwahati", "mysore": "mysuru", "cochin": "ernakulam",
    "trichy": "tiruchirappalli", "vizag": "visakhapatnam", "hubli": "hubballi", "belgaum": "belagavi",
    "गोवा": "goa", "दिल्ली": "delhi", "मुंबई": "mumbai", "मुम्बई": "mumbai", "बंबई": "mumbai", "बम्बई": "mumbai",
    "कोलकाता": "kolkata", "कलकत्ता": "kolkata", "चेन्नई": "chennai", "मद्रास": "chennai", "बेंगलुरु": "bengaluru",
    "बैंगलोर": "bengaluru", "बंगलौर": "bengaluru", "हैदराबाद": "hyderabad", "इलाहाबाद": "prayagraj",
    "मैसूरु": "mysuru", "मैसूर": "mysuru", "मंगलौर": "mangaluru", "कोच्चि": "kochi", "कोचीन": "kochi",
    "विशाखापत्तनम": "visakhapatnam", "विशाखापट्टनम": "visakhapatnam", "नासिक": "nashik", "पूना": "pune",
    "तिरुचिरापल्ली": "tiruchirappalli", "त्रिची": "tiruchirappalli", "हुबली": "hubballi", "बेलगाम": "belagavi",
    "सिलीगुड़ी": "siliguri", "जमशेदपुर": "jamshedpur", "मुगलसराय": "mughalsarai", "नवी मुंबई": "navimumbai",
    "त्रिवेंद्रम": "thiruvananthapuram", "बड़ौदा": "vadodara", "सलेम": "salem", "कोझिकोड": "kozhikode",
}  # fmt: skip
_IN_HINDI = {city: name for name, city in reversed(_NOW.items()) if not name.isascii()}
_RENAMED = {plain(old).replace(" ", ""): new for old, new in _NOW.items()}


def _telling(text: str) -> list[str]:
    words = [_SAME.get(word, word) for word in plain(text).split()]
    return [word for word in words if word not in _UNTELLING] or words


def _city_in_hindi(station: Station) -> str:
    """The city in the Hindi name, where it stands as in the English one (Kanpur Central, कानपुर सेंट्रल) and sounds
    alike: Mumbai Parel is only परेल."""
    city, name, hindi = plain(station.city).split(), plain(station.name).split(), station.name_hi.split()
    at = next((at for at in range(len(name)) if name[at : at + len(city)] == city), None)
    if at is None or (at and len(name) != len(hindi)):
        return ""
    found = " ".join(hindi[at : at + len(city)])
    return found if fuzz.ratio(sounds(station.city), sounds(found)) >= SOUNDS_ALIKE else ""


class StationFinder:
    """Finds stations by code, name, Hindi name and city. Immutable, so threads may share it."""

    def __init__(self, stations: Iterable[Station], calls: Mapping[StationCode, int]) -> None:
        """`calls` tells how busy a station is: the busier comes first where texts fit equally well."""
        self._calls = calls
        self._stations = {station.code: station for station in stations}
        self._by_code = {plain(code).replace(" ", ""): code for code in self._stations}
        self._named: dict[str, list[StationCode]] = defaultdict(list)
        self._cities: dict[str, list[StationCode]] = defaultdict(list)
        self._neighbours: dict[tuple[str, str], list[StationCode]] = defaultdict(list)
        self._words: dict[str, set[StationCode]] = defaultdict(set)
        self._hindi: dict[str, str] = {}  # names of cities, by city
        self._by_hindi: dict[str, str] = {}
        for code in sorted(self._stations, key=self._busyness, reverse=True):
            self._index(self._stations[code])
        self._keys = sorted(self._named.keys() | self._cities.keys())

    def _index(self, station: Station) -> None:
        for name in {station.name, station.name_hi} - {""}:
            words = _telling(name)
            self._named["".join(words)].append(station.code)
            for word in words:
                self._words[word].add(station.code)
        if station.city:
            city = "".join(_telling(station.city))
            self._cities[city].append(station.code)
            if hindi := _city_in_hindi(station):
                self._hindi.setdefault(city, hindi)
                self._by_hindi.setdefault(plain(hindi).replace(" ", ""), city)
            self._neighbours[station.city, station.state].append(station.code)

    def _busyness(self, code: StationCode) -> int:
        return self._calls.get(code, 0)

    def __iter__(self) -> Iterator[Station]:
        return iter(self._stations.values())

    def __len__(self) -> int:
        return len(self._stations)

    def get(self, code: StationCode) -> Station | None:
        """The station of exactly this code."""
        return self._stations.get(code)

    def find(self, text: str, limit: int = 6, *, exactly: bool = False) -> list[Match]:
        """Stations that may be meant, the likeliest first; nothing for what is no place. Takes any text.

        `exactly` takes only whole codes, names and cities.
        """
        if len(text) > LONGEST:
            return []
        words = _telling(text)
        query = "".join(words)
        if not any(letter.isalpha() for letter in query):
            return []
        scores, whole_city = self._exactly(query)
        if not scores and not exactly:
            scores = self._loosely(words, query)
        codes = sorted(scores, key=lambda code: (-scores[code], -self._busyness(code)))
        sure = bool(codes) and self._is_sure(codes, scores, self._likeness(codes[0], query))
        return [
            Match(self._stations[code], round(scores[code], 1), sure and code == codes[0], code in whole_city)
            for code in codes[:limit]
        ]

    def _exactly(self, query: str) -> tuple[dict[StationCode, float], set[StationCode]]:
        """Scores of stations with this code, name or city, and which of them fit by their city."""
        meant = _RENAMED.get(query) or self._by_hindi.get(query, query)
        named, city = self._called(query, meant), self._main(self._cities.get(meant, []))
        scores = dict.fromkeys(city, CITY) | dict.fromkeys(named, NAME)
        if city and named and self._busyness(city[0]) > MUCH_BUSIER * self._busyness(named[0]):
            scores[city[0]] = NAME + 0.5
        if code := self._by_code.get(query):
            rival = max(map(self._busyness, scores.keys() - {code}), default=0)
            outdone = code not in scores and rival > MUCH_BUSIER * self._busyness(code)
            scores[code] = CITY - 1 if outdone else CODE
        return scores, set(city)

    def _called(self, *names: str) -> list[StationCode]:
        codes = {code for name in names for code in self._named.get(name, [])}
        return sorted(codes, key=self._busyness, reverse=True)

    def _main(self, codes: list[StationCode]) -> list[StationCode]:
        least = MINOR * self._busyness(codes[0]) if codes else 0
        return [code for code in codes if self._busyness(code) >= least]

    def _loosely(self, words: list[str], query: str) -> dict[StationCode, float]:
        """Scores by words of names, beginnings of names, and likeness."""
        scores: dict[StationCode, float] = {}
        if len(query) >= SHORTEST_TYPO:
            for key, ratio, _ in process.extract(
                query, self._keys, scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH, limit=30
            ):
                for code, worth in self._of_key(key):
                    scores[code] = max(scores.get(code, 0.0), LIKENESS * ratio + worth)
        if len(query) >= SHORTEST_PREFIX:
            for code, worth in self._beginning(query):
                scores[code] = max(scores.get(code, 0.0), PREFIX + worth / 4)
            for code in reduce(set.__and__, (self._words.get(word, set()) for word in words)):
                scores[code] = max(scores.get(code, 0.0), WORDS + self._bonus(code) / 2)
        return scores

    def _likeness(self, code: StationCode, query: str) -> float:
        """0 to 100, with the whole of the station's own name, in English or Hindi."""
        station = self._stations[code]
        return max(fuzz.ratio(query, "".join(_telling(name))) for name in (station.name, station.name_hi))

    def _bonus(self, code: StationCode) -> float:
        """0 to about 4: of two that look alike the busier is meant, unless the other looks clearly more alike."""
        return log(1 + self._busyness(code)) / 2

    def _of_key(self, key: str) -> Iterator[tuple[StationCode, float]]:
        """Stations of this name or city, with what they are worth: those that only lie in the city a little less."""
        city = self._main(self._cities.get(key, []))
        yield from ((code, self._bonus(code) - (1 if code == city[0] else 2)) for code in city)
        yield from ((code, self._bonus(code)) for code in self._named.get(key, ()))

    def _beginning(self, query: str) -> Iterator[tuple[StationCode, float]]:
        for index in range(bisect_left(self._keys, query), len(self._keys)):
            if not self._keys[index].startswith(query):
                return
            yield from self._of_key(self._keys[index])

    def _is_sure(self, codes: list[StationCode], scores: Mapping[StationCode, float], likeness: float) -> bool:
        """The exact code; the exact name, if it is the only place called so; or alike and nothing else nearly so."""
        first, rest = codes[0], codes[1:]
        best, second = scores[first], scores[rest[0]] if rest else 0.0
        if best == NAME:
            namesakes = (code for code in rest if scores[code] == NAME)
            return all(self._busyness(first) > TOWERING * self._busyness(code) for code in namesakes)
        return best == CODE or (likeness >= SURELY_ALIKE and best - second >= FAR_BETTER)

    def city_in_hindi(self, code: StationCode) -> str:
        """The name of the station's city in Hindi; empty where no station tells it."""
        station = self._stations.get(code)
        city = "".join(_telling(station.city)) if station else ""
        return self._hindi.get(city) or _IN_HINDI.get(city, "")

    def stations_of_city(self, code: StationCode) -> list[Station]:
        """This station and those of its city that matter beside it, the busiest first."""
        station = self._stations.get(code)
        if station is None:
            return []
        city = self._neighbours.get((station.city, station.state), [])
        main = self._main(city)
        return [self._stations[other] for other in (main if code in main else [code, *main])]

    def nearest(self, latitude: float, longitude: float, limit: int = 6) -> list[tuple[Station, float]]:
        """Stations where trains call, with their distance in km as the crow flies, the nearest first."""
        # On a plane that touches the Earth here: exact enough where anything is near enough to matter.
        shrink = cos(radians(latitude))
        found = [
            (station, FLAT_KM * hypot(station.latitude - latitude, (station.longitude - longitude) * shrink))
            for station in self._stations.values()
            if station.latitude is not None and station.longitude is not None and self._busyness(station.code)
        ]
        return sorted(found, key=lambda pair: pair[1])[:limit]
