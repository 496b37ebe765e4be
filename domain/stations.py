"""Stations: what one is, and finding one from what a person typed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import cos, hypot, radians

from domain.ids import StationCode
from domain.place_names import STATES, WORDS_TODAY
from domain.place_words import SELDOM_TELLING, is_no_place
from domain.scripts import is_indian, is_urdu
from domain.station_names import CITY, CODE, NAME, Scores, StationNames, telling
from domain.words import LONGEST, plain

__all__ = ["CITY", "CODE", "NAME", "PREFIX", "Match", "Station", "StationFinder"]


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


WORDS, PREFIX = 92.0, 88.0
SOUNDS_LESS = 3.5  # than exactly so
TOWERING = 10  # times as busy: then the halt of the same name far away is not meant
BUSY = 300  # then it may be meant though the text is far from its name, and what sounds like it means it
SHORTEST_TYPO, SHORTEST_PREFIX, SHORT, LONG = 4, 3, 6, 12  # letters
ONE_SLIP = 1.4  # the cost of one slip of the finger and another spelling of the same sound
LIKENESS, SLIP = 92.0, 76.0  # a name that is alike, and what a slip costs it, shared out over its letters
BUSY_FIRST_OF_ALIKE = 2  # times the bonus
LEAST = 70.0  # below that it is too unlike to be meant
BUSY_FIRST, WHOLE_WORD = 0.6, 0.5  # how far the busier of two beginnings comes first, even of a whole word
OUTSHONE = 5.0  # what it costs a halt to sound like a busy place
FAMOUS = 30  # times as busy: then it may be meant rather than a halt of exactly this name
MOST_LETTERS = 11  # over which the cost of a slip is shared out
SURELY_ALIKE, FAR_BETTER, FAR_WORSE = 88.0, 6.0, 14.0  # of 100
MOST_WORDS = 5  # that are taken apart
FLAT_KM = 111.2  # a degree of latitude


class StationFinder:
    """Finds stations by code, name and city, old or new, in any Indian script, however spelled. Immutable, so threads
    may share it."""

    def __init__(self, stations: Iterable[Station], calls: Mapping[StationCode, int]) -> None:
        """`calls` tells how busy a station is: the busier comes first where texts fit equally well."""
        self._stations = {station.code: station for station in stations}
        self._names = StationNames(self._stations, calls)
        self._busyness = self._names.busyness
        self._neighbours: dict[tuple[str, str], list[StationCode]] = defaultdict(list)
        for code in sorted(self._stations, key=self._busyness, reverse=True):
            station = self._stations[code]
            if station.city:
                self._neighbours[station.city, station.state].append(code)
        self._states = {"".join(plain(s.state).split()): s.state for s in self._stations.values() if s.state} | STATES

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
        words = telling(text)
        query = "".join(words)
        if not any(letter.isalpha() for letter in query) or self._is_talk(text, query):
            return []
        scores, whole_city = self._names.exactly(query)
        if not scores:
            words = [WORDS_TODAY.get(word, word) for word in words]
            query = "".join(words)
            scores, whole_city = self._names.exactly(query)
        if not scores and not exactly:
            scores, whole_city = self._loosely(words, query, text)
        elif not exactly:
            scores = self._outshone(words, query, scores)
        return self._ranked(scores, whole_city, limit)

    def _is_talk(self, text: str, query: str) -> bool:
        """Words that people say without meaning a place, unless they make the code of one, in capitals or busy."""
        if not is_no_place(plain(text).split()):
            return False
        code = self._names.by_code.get(query)
        return code is None or (text.strip() != code and self._busyness(code) < BUSY)

    def _ranked(self, scores: Scores, whole_city: set[StationCode], limit: int) -> list[Match]:
        codes = sorted(scores, key=lambda code: (-scores[code], -self._busyness(code)))
        if codes:
            codes = [code for code in codes if scores[code] >= scores[codes[0]] - FAR_WORSE]
        sure = bool(codes) and self._is_sure(codes, scores)
        return [
            Match(
                self._stations[code], min(round(scores[code], 1), 100.0), sure and code == codes[0], code in whole_city
            )
            for code in codes[:limit]
        ]

    def _loosely(self, words: list[str], query: str, text: str) -> tuple[Scores, set[StationCode]]:
        """Scores by sound, by words left out or put in beside the name, by beginnings, and by likeness."""
        if len(query) >= SHORTEST_TYPO:
            scores, whole_city = self._by_sound(query)
            if any(self._busyness(code) >= BUSY for code in scores):
                return scores, whole_city
        found = self._beside_others(words) if 1 < len(words) <= MOST_WORDS else {}
        if found:
            return found, set()
        scores = self._beginning(words, query) if len(query) >= SHORTEST_PREFIX else {}
        if len(query) >= SHORTEST_TYPO and _can_be_said(query, text):
            for code, score in self._alike(query, text):
                _raise(scores, code, score)
        return scores, set()

    def _beginning(self, words: list[str], query: str) -> Scores:
        scores: Scores = {}
        for code, worth in self._names.beginning(query):
            _raise(scores, code, PREFIX + BUSY_FIRST * worth)
        for code in self._names.with_words(words):
            _raise(scores, code, PREFIX + WHOLE_WORD + BUSY_FIRST * self._names.bonus(code))
        return scores

    def _by_sound(self, query: str) -> tuple[Scores, set[StationCode]]:
        scores: Scores = {}
        whole_city: set[StationCode] = set()
        for key in self._names.spellings.alike(query):
            exact, city = self._names.exactly(key)
            whole_city |= city
            for code, score in exact.items():
                if score < CODE:
                    _raise(scores, code, score - SOUNDS_LESS)
        most = max(map(self._busyness, scores), default=0)
        for code in scores:
            if FAMOUS * self._busyness(code) < most:
                scores[code] -= OUTSHONE
        return scores, whole_city

    def _beside_others(self, words: list[str]) -> Scores:
        """A name with its state or city beside it, or with a word that tells little: "patna bihar", "mumbai city"."""
        for cut in range(len(words) - 1, 0, -1):
            if state := self._states.get("".join(words[cut:])):
                found = [
                    code for code in self._names.all_of("".join(words[:cut])) if self._stations[code].state == state
                ]
                if found:
                    return self._worth(found, WORDS)
        fewer = "".join(word for word in words if word not in SELDOM_TELLING)
        if fewer and (scores := self._names.exactly(fewer)[0] or self._by_sound(fewer)[0]) and fewer != "".join(words):
            return scores
        if all_words := self._names.with_words(words):
            return self._worth(all_words, WORDS)
        for cut in range(1, len(words)):
            both = self._names.all_of("".join(words[:cut])) & self._names.all_of("".join(words[cut:]))
            if both:
                return self._worth(both, WORDS)
        return {}

    def _outshone(self, words: list[str], query: str, scores: Scores) -> Scores:
        """Where an exact name is only that of a halt: the busy places that it is the beginning or the sound of, too."""
        best = max(scores, key=self._busyness)
        if CODE in scores.values() or self._busyness(best) >= BUSY or len(query) < SHORTEST_TYPO:
            return scores
        found = self._by_sound(query)[0] or (self._beside_others(words) if len(words) > 1 else {})
        found = self._beginning(words, query) | found
        rivals = {code: score for code, score in found.items() if self._busyness(code) > FAMOUS * self._busyness(best)}
        if not rivals:
            return scores
        return {code: score - NAME + PREFIX for code, score in scores.items()} | {
            code: score + 1 for code, score in rivals.items() if code not in scores
        }

    def _worth(self, codes: Iterable[StationCode], base: float) -> Scores:
        return {code: base + self._names.bonus(code) / 2 for code in codes}

    def _alike(self, query: str, text: str) -> Iterator[tuple[StationCode, float]]:
        """Stations with a name that differs by few slips, the fewer the shorter it is."""
        most = 1 if len(query) <= SHORTEST_TYPO else 2 if len(query) < LONG else 3
        if is_indian(text):
            near = self._names.spellings.near_roughly(query, most, consonants=is_urdu(text))
        else:
            near = self._names.spellings.near(query, most)
        slip = SLIP / min(len(query), MOST_LETTERS)
        for key, cost in near.items():
            for code, worth in self._names.of_key(key):
                score = LIKENESS - slip * cost + BUSY_FIRST_OF_ALIKE * worth
                if score >= LEAST and (len(query) > SHORT or cost <= ONE_SLIP or self._busyness(code) >= BUSY):
                    yield code, score

    def _is_sure(self, codes: list[StationCode], scores: Scores) -> bool:
        """The exact code; the only place of that name; or alike and nothing else nearly so."""
        first, rest = codes[0], codes[1:]
        best, second = scores[first], scores[rest[0]] if rest else 0.0
        if best in (NAME, NAME - SOUNDS_LESS):
            namesakes = (code for code in rest if scores[code] == best)
            return all(self._busyness(first) > TOWERING * self._busyness(code) for code in namesakes)
        return best == CODE or (best >= SURELY_ALIKE and best < CITY - SOUNDS_LESS and best - second >= FAR_BETTER)

    def city_in_hindi(self, code: StationCode) -> str:
        """The name of the station's city in Hindi; empty where no station tells it."""
        station = self._stations.get(code)
        return self._names.city_in_hindi(station.city) if station else ""

    def stations_of_city(self, code: StationCode) -> list[Station]:
        """This station and those of its city that matter beside it, the busiest first."""
        station = self._stations.get(code)
        if station is None:
            return []
        city = self._neighbours.get((station.city, station.state), [])
        main = self._names.main(city)
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


def _can_be_said(query: str, text: str) -> bool:
    """Whether it is in Latin letters, with vowels among them unless Urdu left them out."""
    return query.isascii() and len(set(query)) > 1 and (is_urdu(text) or any(letter in "aeiouy" for letter in query))


def _raise(scores: Scores, code: StationCode, score: float) -> None:
    if score > scores.get(code, 0.0):
        scores[code] = score
