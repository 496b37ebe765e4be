"""Stations: what one is, and finding one from what a person typed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from domain.ids import StationCode
from domain.places.foreign_places import is_abroad
from domain.places.place_names import WORDS_TODAY
from domain.places.place_words import ANY, JUNCTION, is_everyday, is_no_place, sounds_everyday
from domain.places.scripts import is_indian
from domain.places.station_cities import kilometres
from domain.places.station_guesses import PREFIX, SHORTEST_TYPO, SOUNDS_LESS, StationGuesses
from domain.places.station_names import CITY, CODE, KNOWN_BY_CODE, NAME, Scores, StationNames, telling
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


TOWERING = 10  # times as busy: then the halt of the same name far away is not meant
KNOWN_PLACE = 1100  # among so many busiest: then it is meant among other words, and by a word like गया (gone: Gaya)
SAYS_JUNCTION = 0.4  # how far a Jn comes first of what is called alike, if the text says junction
SURELY_ALIKE, FAR_BETTER, FAR_WORSE = 88.0, 6.0, 14.0  # of 100


class StationFinder:
    """Finds stations by code, name and city, old or new, in any Indian script, however spelled. Immutable, so threads
    may share it."""

    def __init__(self, stations: Iterable[Station], calls: Mapping[StationCode, int]) -> None:
        """`calls` tells how busy a station is: the busier comes first where texts fit equally well."""
        self._stations = {station.code: station for station in stations}
        self._names = StationNames(self._stations, calls)
        self._guesses = StationGuesses(self._names, self._stations)
        self._busyness = self._names.busyness

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
        said = plain(text).split() if len(text) <= LONGEST else []
        if any(letter.isalpha() for word in said for letter in word):
            if not ANY.isdisjoint(said) and (city := self._any_of_city(said)):
                return self._ranked(dict.fromkeys(city, CITY), set(city), limit)
            return self._ranked(*self._scored(said, text, exactly=exactly), limit)
        return []

    def _any_of_city(self, said: list[str]) -> list[StationCode]:
        """The stations of a city of which any will do: "any delhi station", "मुंबई का कोई भी स्टेशन"."""
        query = "".join(telling(" ".join(word for word in said if word not in ANY)))
        keys = (query, *self._names.spellings.alike(query)) if query else ()
        return next((city for key in keys if (city := self._names.of_city(key))), [])

    def _scored(self, said: list[str], text: str, *, exactly: bool) -> tuple[Scores, set[StationCode]]:
        words = telling(" ".join(said))
        query = "".join(words)
        scores, whole_city = self._exactly(said, query)
        if sounds_everyday(said) or is_abroad(said):
            scores = self._meant(scores, said, query, text)
        if scores and not exactly and text.strip() not in scores and not is_everyday(said):
            scores = self._guesses.outshone(words, query, scores)
        elif not (scores or is_everyday(said) or is_abroad(said)):
            today = [WORDS_TODAY.get(word, word) for word in words]
            scores, whole_city = self._exactly(said, "".join(today))
            if not scores and not exactly:
                scores, whole_city = self._guessed(said, words, text)
                if today != words and max(scores.values(), default=0) < SURELY_ALIKE:
                    scores, whole_city = self._guessed(said, today, text)
        return scores, whole_city & scores.keys()

    def _meant(self, scores: Scores, said: list[str], query: str, text: str) -> Scores:
        """Of the stations that an everyday word or a place abroad is the name or code of, those that are meant."""
        code = self._names.by_code.get(query)
        as_code = code and (text.strip() == code or self._names.is_among(code, KNOWN_BY_CODE))
        if is_no_place(said) and not (is_indian(text) and any(self._names.is_among(c, KNOWN_PLACE) for c in scores)):
            return {code: scores[code]} if code and code in scores and as_code else {}
        if as_code or not code or code in self._names.named.get(query, ()):
            return scores
        return {other: score for other, score in scores.items() if other != code or score < CODE}

    def _exactly(self, said: list[str], query: str) -> tuple[Scores, set[StationCode]]:
        """Scores by code, name and city; where the text says junction, the one called so comes first."""
        if len(query) < SHORTEST_TYPO and is_indian(" ".join(said)) and not self._names.is_name(query):
            return {}, set()  # no code or abbreviation of Latin letters is meant
        if JUNCTION.isdisjoint(said):
            return self._names.exactly(query)
        known = self._names.otherwise(f"{query}jn")
        scores, whole_city = self._names.exactly(query)
        for code in self._names.junctions.get(query, ()):
            if code in scores and scores[code] < CODE:
                scores[code] += SAYS_JUNCTION
        return known or scores, set() if known else whole_city

    def _guessed(self, said: list[str], words: list[str], text: str) -> tuple[Scores, set[StationCode]]:
        uncommon = [word for word in said if not is_everyday([word])]
        if is_abroad(uncommon):
            return {}, set()
        place = telling(" ".join(word for word in said if not (is_no_place([word]) or word.isdigit())))
        scores, whole_city = self._guesses.loosely(words, text, common=sounds_everyday(said))
        if 0 < len(place) < len(words) and max(scores.values(), default=0) < SURELY_ALIKE:
            among_talk = self._among_talk(place)
            scores, whole_city = among_talk if among_talk[0] else (scores, whole_city)
        if not scores and 1 < len(place) < len(words):
            scores = self._guesses.beside_others(place)
        if not scores and 0 < len(uncommon) < len(said):
            scores, whole_city = self._among_talk(telling(" ".join(uncommon)))
            scores = {code: score for code, score in scores.items() if self._names.is_among(code, KNOWN_PLACE)}
        return scores, whole_city

    def _among_talk(self, words: list[str]) -> tuple[Scores, set[StationCode]]:
        """What is left of a sentence without its talk and numbers is taken only as it is or as it sounds."""
        query = "".join(words)
        scores, whole_city = self._names.placed(query)
        if not scores and not is_everyday(words):
            scores, whole_city = self._guesses.by_sound(query)
        return scores, whole_city

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
        return self._names.city_in_hindi(self._names.city_of.get(code, ""))

    def stations_of_city(self, code: StationCode) -> list[Station]:
        """This station and those of its city that matter beside it, the busiest first."""
        if code not in self._stations:
            return []
        mates = self._names.city_mates(code)
        return [self._stations[other] for other in (mates if code in mates else [code, *mates])]

    def nearest(self, latitude: float, longitude: float, limit: int = 6) -> list[tuple[Station, float]]:
        """Stations where trains call, with their distance in km as the crow flies, the nearest first."""
        here = Station(StationCode(""), "", latitude=latitude, longitude=longitude)
        found = [
            (station, kilometres(here, station))
            for station in self._stations.values()
            if station.latitude is not None and station.longitude is not None and self._busyness(station.code)
        ]
        return sorted(found, key=lambda pair: pair[1])[:limit]
