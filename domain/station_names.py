"""Station names: which stations a code, a name, a city or another name may mean, and words made ready to look up."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import reduce
from math import log
from typing import Protocol

from rapidfuzz import fuzz

from domain.ids import StationCode
from domain.place_names import FROM_HINDI, FROM_OTHERS, IN_HINDI, RENAMED_CODES, TODAY
from domain.place_words import SAME, SELDOM_TELLING, UNTELLING
from domain.scripts import to_latin
from domain.spelling import SpellingIndex
from domain.words import plain, sounds

CODE, NAME, CITY = 100.0, 99.0, 98.0
MUCH_BUSIER = 2  # times as busy: then a city's main station is meant, not the one that is called like the city
MINOR = 0.05  # of the city's busiest: below that it is no choice for somebody who named only the city
KNOWN_IN_PART = 100  # so busy that people call it by a part of its name
SHORTEST_PART = 5  # letters
SOUNDS_ALIKE = 75.0  # of 100: the Hindi words are the name of the city
_PART_COUNTS_LESS, _OTHER_COUNTS_LESS = 1.5, 1.0

Scores = dict[StationCode, float]


class Named(Protocol):
    """What is read of a station here."""

    @property
    def code(self) -> StationCode: ...
    @property
    def name(self) -> str: ...
    @property
    def name_hi(self) -> str: ...
    @property
    def city(self) -> str: ...


def telling(text: str) -> list[str]:
    """The words that tell which place it is, in Latin letters; all of them if none does."""
    words = [to_latin(SAME.get(word, word)) for word in plain(text).split() if word not in UNTELLING]
    words = [SAME.get(word, word) for word in words if word not in UNTELLING and word]
    return words or [word for word in to_latin(plain(text)).split() if word]


class StationNames:
    """Every name of every station, for looking up. Immutable."""

    def __init__(self, stations: Mapping[StationCode, Named], calls: Mapping[StationCode, int]) -> None:
        self._calls = calls
        self.by_code = {plain(code).replace(" ", ""): code for code in stations}
        self.named: dict[str, list[StationCode]] = defaultdict(list)
        self.cities: dict[str, list[StationCode]] = defaultdict(list)
        self._parts: dict[str, list[StationCode]] = defaultdict(list)
        self._words: dict[str, set[StationCode]] = defaultdict(set)
        for code in sorted(stations, key=self.busyness, reverse=True):
            self._index(stations[code])
        self.hindi: dict[str, str] = {}  # names of cities, by city
        self._others: dict[str, list[str]] = {
            "".join(telling(other)): [city] for other, city in (FROM_HINDI | FROM_OTHERS).items()
        }
        for code in sorted(stations, key=self.busyness, reverse=True):
            self._index_hindi(stations[code])
        self._others |= {other: names for other, today in TODAY.items() if (names := self._known(today))}
        self._keys = sorted(self.named.keys() | self.cities.keys() | self._parts.keys() | self._others.keys())
        self.spellings = SpellingIndex(key for key in self._keys if key.isascii())

    def _index(self, station: Named) -> None:
        for name in {station.name: 1, station.name_hi: 1}:
            if not name:
                continue
            words = telling(name)
            key = "".join(words)
            if station.code not in self.named[key]:
                self.named[key].append(station.code)
            self._index_words(words, station.code)
            if name == station.name and self.busyness(station.code) >= KNOWN_IN_PART:
                for part in _parts(words):
                    self._parts[part].append(station.code)
        self._words["".join(telling(station.code))].add(station.code)
        if station.city:
            words = telling(station.city)
            self.cities["".join(words)].append(station.code)
            self._index_words(words, station.code)

    def _index_hindi(self, station: Named) -> None:
        if hindi := _city_in_hindi(station):
            city = "".join(telling(station.city))
            self.hindi.setdefault(city, hindi)
            if (other := "".join(telling(hindi))) != city:
                self._others.setdefault(other, [city])

    def city_in_hindi(self, city: str) -> str:
        """The name of a city in Hindi; empty where no station tells it."""
        key = "".join(telling(city))
        return self.hindi.get(key) or IN_HINDI.get(key, "")

    def _index_words(self, words: list[str], code: StationCode) -> None:
        for word in words:
            self._words[word].add(code)

    def _known(self, today: tuple[str, ...]) -> list[str]:
        return [name for name in today if name.lower() in self.by_code or not name.isupper()]

    def busyness(self, code: StationCode) -> int:
        """How much the station matters, by the calls of trains."""
        return self._calls.get(code, 0)

    def bonus(self, code: StationCode) -> float:
        """0 to about 4: of two that look alike the busier is meant, unless the other looks clearly more alike."""
        return log(1 + self.busyness(code)) / 2

    def main(self, codes: list[StationCode]) -> list[StationCode]:
        """Those of a city that are a choice for somebody who names only the city."""
        least = MINOR * self.busyness(codes[0]) if codes else 0
        return [code for code in codes if self.busyness(code) >= least]

    def exactly(self, query: str) -> tuple[Scores, set[StationCode]]:
        """Scores of stations with this code, name or city, and which of them fit by their city."""
        named, city = list(self.named.get(query, ())), self.main(self.cities.get(query, []))
        known = [self.by_code[name.lower()] for name in self._others.get(query, ()) if name.isupper()]
        for name in self._others.get(query, ()):
            if name.islower():
                key = name.replace(" ", "")
                named += [code for code in self.named.get(key, ()) if code not in named]
                city = self.main(self.cities.get(key, [])) or city
        scores = dict.fromkeys(city, CITY) | dict.fromkeys(named, NAME) | dict.fromkeys(known, NAME)
        named.sort(key=self.busyness, reverse=True)
        if city and named and not known and self.busyness(city[0]) > MUCH_BUSIER * self.busyness(named[0]):
            scores[city[0]] = NAME + 0.5
        self._add_code(query, scores)
        return scores, set(city) - set(known)

    def _add_code(self, query: str, scores: Scores) -> None:
        if code := self.by_code.get(query):
            rival = max(map(self.busyness, scores.keys() - {code}), default=0)
            outdone = code not in scores and rival > MUCH_BUSIER * self.busyness(code)
            scores[code] = CITY - 1 if outdone else CODE
        elif code := self.by_code.get(RENAMED_CODES.get(query, "").lower()):
            scores[code] = NAME

    def of_key(self, key: str) -> Iterator[tuple[StationCode, float]]:
        """Stations of this name or city, with what they are worth: those that only lie in the city a little less."""
        for name in self._others.get(key, ()):
            if name.isupper():
                yield self.by_code[name.lower()], self.bonus(self.by_code[name.lower()])
            else:
                yield from self._of_today(name.replace(" ", ""))
        yield from self._of_today(key)
        yield from ((code, self.bonus(code) - _PART_COUNTS_LESS) for code in self._parts.get(key, ()))

    def _of_today(self, key: str) -> Iterator[tuple[StationCode, float]]:
        city = self.main(self.cities.get(key, []))
        yield from ((code, self.bonus(code) - (1 if code == city[0] else 2)) for code in city)
        yield from ((code, self.bonus(code)) for code in self.named.get(key, ()))

    def beginning(self, query: str) -> Iterator[tuple[StationCode, float]]:
        """Stations with a name that begins so."""
        for index in range(bisect_left(self._keys, query), len(self._keys)):
            if not self._keys[index].startswith(query):
                return
            key = self._keys[index]
            less = _OTHER_COUNTS_LESS if key in self._others else 0.0
            yield from ((code, worth - less) for code, worth in self.of_key(key))

    def with_words(self, words: list[str]) -> set[StationCode]:
        """Stations that have all these words in their name, city or code."""
        return reduce(set.__and__, (self._words.get(word, set()) for word in words))

    def all_of(self, query: str) -> set[StationCode]:
        """Stations of this name, city or other name, exactly so or as it sounds, also the minor ones of a city."""
        found: set[StationCode] = set(self.exactly(query)[0])
        for key in (query, *self.spellings.alike(query)):
            found.update(self.cities.get(key, ()), (code for code, _ in self.of_key(key)))
        return found


def _city_in_hindi(station: Named) -> str:
    """The city in the Hindi name, where it stands as in the English one (Kanpur Central, कानपुर सेंट्रल) and sounds
    alike: Mumbai Parel is only परेल."""
    city, name, hindi = plain(station.city).split(), plain(station.name).split(), station.name_hi.split()
    at = next((at for at in range(len(name)) if city and name[at : at + len(city)] == city), None)
    if at is None or (at and len(name) != len(hindi)):
        return ""
    found = " ".join(hindi[at : at + len(city)])
    return found if fuzz.ratio(sounds(station.city), sounds(found)) >= SOUNDS_ALIKE else ""


def _parts(words: list[str]) -> Iterator[str]:
    """The beginnings and ends of a name of several words that tell something: of "pt deen dayal" also "deen dayal"."""
    for cut in range(1, len(words)):
        for part in (words[:cut], words[cut:]):
            joined = "".join(part)
            if len(joined) >= SHORTEST_PART and not SELDOM_TELLING.issuperset(part):
                yield joined
