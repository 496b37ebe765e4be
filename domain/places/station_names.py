"""Station names: which stations a code, a name, a city or another name may mean, and words made ready to look up."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import reduce
from itertools import islice, takewhile
from math import log
from typing import Protocol

from rapidfuzz import fuzz

from domain.ids import StationCode
from domain.places.native_names import FROM_HINDI, FROM_OTHERS, IN_HINDI
from domain.places.place_names import RENAMED_CODES, TODAY
from domain.places.place_words import JUNCTION, SAME, SELDOM_TELLING, UNTELLING
from domain.places.scripts import to_latin
from domain.places.spelling import SpellingIndex, by_sound
from domain.places.station_cities import Placed, cities, kilometres
from domain.words import plain, sounds

CODE, NAME, CITY = 100.0, 99.0, 98.0
MUCH_BUSIER = 2  # times as busy: then a city's main station is meant, not the one that is called like the city
MINOR = 0.05  # of the city's busiest: below that it is no choice for somebody who named only the city
DISTRICT_KM = 25.0  # from the city's busiest station of its name: farther away the feed means the district
KNOWN_IN_PART, KNOWN_BY_CODE = 1800, 480  # among so many busiest: people call it by a part of its name, by its code
SHORTEST_PART, SHORTEST_END = 5, 3  # letters
SOUNDS_ALIKE = 75.0  # of 100: the Hindi words are the name of the city
_PART_COUNTS_LESS, _OTHER_COUNTS_LESS = 1.5, 1.0

_LATIN = {plain(native): name for native, name in (FROM_HINDI | FROM_OTHERS).items() if " " not in name}
_LATIN |= {word: same for word, same in SAME.items() if not word.isascii()}

Scores = dict[StationCode, float]


class Named(Placed, Protocol):
    """What is read of a station here."""

    @property
    def name_hi(self) -> str: ...
    @property
    def state(self) -> str: ...


def telling(text: str) -> list[str]:
    """The words that tell which place it is, in Latin letters; all of them if none does."""
    words = [to_latin(_LATIN.get(word, word)) for word in plain(text).split() if word not in UNTELLING]
    words = [word for word in words if word not in UNTELLING and word]
    words = [SAME.get(word, word) for word in words] if len(words) > 1 else words
    return words or [word for word in to_latin(plain(text)).split() if word]


class StationNames:
    """Every name of every station, for looking up. Immutable."""

    def __init__(self, stations: Mapping[StationCode, Named], calls: Mapping[StationCode, int]) -> None:
        self._calls = calls
        self._stations = stations
        self.by_code = {plain(code).replace(" ", ""): code for code in stations}
        self.city_of = cities(stations, calls)
        self.named: dict[str, list[StationCode]] = defaultdict(list)
        self.junctions: dict[str, list[StationCode]] = defaultdict(list)
        self.cities: dict[str, list[StationCode]] = defaultdict(list)
        self._parts: dict[str, list[StationCode]] = defaultdict(list)
        self._words: dict[str, set[StationCode]] = defaultdict(set)
        self._in_hindi: set[str] = set()  # names that are no station's in Latin letters
        self._own_words: dict[StationCode, set[str]] = defaultdict(set)
        self._of_words: dict[str, list[tuple[list[str], StationCode]]] = defaultdict(list)
        busiest_first = sorted(stations, key=self.busyness, reverse=True)
        self._rank = {code: rank for rank, code in enumerate(busiest_first)}
        for code in busiest_first:
            self._index(stations[code])
        latin = {"".join(telling(station.name)) for station in stations.values()}
        self._in_hindi -= latin | self.cities.keys() | self._parts.keys()
        self._main = {key: self._in_city(codes) for key, codes in self.cities.items()}
        self.hindi: dict[str, str] = {}  # names of cities, by city
        natives = (("".join(telling(other)), city) for other, city in (FROM_HINDI | FROM_OTHERS).items())
        self._others: dict[str, list[str]] = {key: [city] for key, city in natives if key != city.replace(" ", "")}
        for code in busiest_first:
            self._index_hindi(stations[code])
        self._others |= {other: names for other, today in TODAY.items() if (names := self._known(today))}
        self._others |= self._stand_ins()
        self._keys = sorted(self.named.keys() | self.cities.keys() | self._parts.keys() | self._others.keys())
        by_heart = (
            {"".join(telling(other)) for other in FROM_OTHERS} - self.named.keys() - self.cities.keys() - TODAY.keys()
        )
        self.spellings = SpellingIndex(key for key in self._keys if key.isascii() and key not in by_heart)

    def _index(self, station: Named) -> None:
        for name in {station.name: 1, station.name_hi: 1}:
            if name:
                words = telling(name)
                if name != station.name:
                    self._in_hindi.add("".join(words))
                self._own_words[station.code].update(words)
                self._index_name(words, station.code)
                if not JUNCTION.isdisjoint(plain(name).split()):
                    self.junctions["".join(words)].append(station.code)
        if self.is_among(station.code, KNOWN_IN_PART):
            words = telling(station.name)
            for part in _parts(words):
                self._parts[part].append(station.code)
            if len(words) > 1:
                self._of_words[words[0][:1]].append((words, station.code))
        self._words["".join(telling(station.code))].add(station.code)
        if city := self.city_of.get(station.code):
            words = telling(city)
            self.cities["".join(words)].append(station.code)
            self._index_words(words, station.code)

    def _index_name(self, words: list[str], code: StationCode) -> None:
        if code not in self.named["".join(words)]:
            self.named["".join(words)].append(code)
        self._index_words(words, code)

    def _in_city(self, codes: list[StationCode]) -> list[StationCode]:
        """Those of a city, or of cities of one name, that are a choice for somebody who names only the city."""
        states: dict[str, list[StationCode]] = defaultdict(list)
        for code in codes:
            states[self._stations[code].state].append(code)
        return sorted((code for group in states.values() for code in self._main_of(group)), key=codes.index)

    def _main_of(self, codes: list[StationCode]) -> list[StationCode]:
        city = {by_sound(word) for word in telling(self.city_of[codes[0]])}
        centre = next((code for code in codes if city.issubset(map(by_sound, self._own_words[code]))), None)
        if centre:
            codes = [c for c in codes if kilometres(self._stations[centre], self._stations[c]) <= DISTRICT_KM]
        least = MINOR * self.busyness(codes[0])
        return [code for code in codes if self.busyness(code) >= least]

    def city_mates(self, code: StationCode) -> list[StationCode]:
        """The stations of the same city that matter beside this one, the busiest first."""
        station = self._stations[code]
        main = self._main.get("".join(telling(self.city_of.get(code, ""))), [])
        return [mate for mate in main if self._stations[mate].state == station.state]

    def _index_hindi(self, station: Named) -> None:
        if hindi := _city_in_hindi(station, self.city_of.get(station.code, "")):
            city = "".join(telling(self.city_of[station.code]))
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

    def _stand_ins(self) -> dict[str, list[str]]:
        """Where the timetable itself keeps an other name (Mysore Jn), the name of today and the rest lead to it."""
        kept: dict[str, str] = {}
        for other, today in TODAY.items():
            if self.is_name(other):
                kept |= {name: other for name in today if name.islower()}
        lost = {name: other for name, other in kept.items() if not self._leads(name)}
        leading = {other: lost[name] for other, today in TODAY.items() for name in today if name in lost}
        return {other: [key] for other, key in (lost | leading).items() if other != key and not self._leads(other)}

    def _leads(self, name: str) -> bool:
        return self.is_name(name.replace(" ", ""))

    def _known(self, today: tuple[str, ...]) -> list[str]:
        return [name for name in today if name.lower() in self.by_code or not name.isupper()]

    def busyness(self, code: StationCode) -> int:
        """How much the station matters, by the calls of trains."""
        return self._calls.get(code, 0)

    def is_among(self, code: StationCode, most: int) -> bool:
        """Whether it is one of so many busiest stations: of a small railway each one is."""
        return self._rank[code] < most

    def bonus(self, code: StationCode) -> float:
        """0 to about 4: of two that look alike the busier is meant, unless the other looks clearly more alike."""
        return log(1 + self.busyness(code)) / 2

    def is_name(self, query: str) -> bool:
        """Whether a station or a city is called so today."""
        return query in self.named or query in self.cities

    def otherwise(self, query: str) -> Scores:
        """Scores of the stations that go by this other name."""
        return {self.by_code[name.lower()]: NAME for name in self._others.get(query, ()) if name.isupper()}

    def of_city(self, query: str) -> list[StationCode]:
        """The stations of this city, now or formerly called so, that are a choice, the busiest first."""
        found = list(self._main.get(query, ()))
        for name in self._others.get(query, ()):
            if name.islower():
                found = self._main.get(name.replace(" ", ""), found)
        return found

    def exactly(self, query: str) -> tuple[Scores, set[StationCode]]:
        """Scores of stations with this code, name or city, and which of them fit by their city."""
        named, city = list(self.named.get(query, ())), self.of_city(query)
        known = [self.by_code[name.lower()] for name in self._others.get(query, ()) if name.isupper()]
        for name in self._others.get(query, ()):
            if name.islower():
                named += [code for code in self.named.get(name.replace(" ", ""), ()) if code not in named]
        scores = dict.fromkeys(city, CITY) | dict.fromkeys(named, NAME) | dict.fromkeys(known, NAME)
        named.sort(key=self.busyness, reverse=True)
        if city and named and not known and self.busyness(city[0]) > MUCH_BUSIER * self.busyness(named[0]):
            scores[city[0]] = NAME + 0.5
        self._add_code(query, scores)
        return scores, set(city) - set(known)

    def placed(self, query: str) -> tuple[Scores, set[StationCode]]:
        """As `exactly`, but the codes of halts count only in texts that are nothing else."""
        scores, whole_city = self.exactly(query)
        if (code := self.by_code.get(query)) and not self.is_among(code, KNOWN_BY_CODE):
            scores.pop(code, None)
        return scores, whole_city

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
        city = self._main.get(key, [])
        yield from ((code, self.bonus(code) - (1 if code == city[0] else 2)) for code in city)
        yield from ((code, self.bonus(code)) for code in self.named.get(key, ()))

    def beginning(self, query: str, *, today: bool, indian: bool) -> Iterator[tuple[StationCode, float]]:
        """Stations with a name that begins so; `today`: not an other name; `indian`: also one in Hindi."""
        for index in range(bisect_left(self._keys, query), len(self._keys)):
            if not self._keys[index].startswith(query):
                return
            key = self._keys[index]
            if (today and key in self._others) or (not indian and key in self._in_hindi):
                continue
            less = _OTHER_COUNTS_LESS if key in self._others else 0.0
            yield from ((code, worth - less) for code, worth in self.of_key(key))

    def with_words(self, words: list[str]) -> set[StationCode]:
        """Stations that have all these words in their name, city or code."""
        return reduce(set.__and__, (self._words.get(word, set()) for word in words))

    def shortened(self, words: list[str]) -> set[StationCode]:
        """Known stations whose words begin as these do, in order, or whose name begins and ends so: "mum centr",
        "n delhi", "sec bad"."""
        found = {
            code
            for own, code in self._of_words.get(words[0][:1], ())
            if len(own) >= len(words) and all(map(str.startswith, own, words))
        }
        if len(words) == 2 and len(words[1]) >= SHORTEST_END:
            start = bisect_left(self._keys, words[0])
            for key in takewhile(lambda key: key.startswith(words[0]), islice(self._keys, start, None)):
                if key.endswith(words[1]):
                    found.update(code for code, _ in self.of_key(key))
        return found

    def all_of(self, query: str) -> set[StationCode]:
        """Stations of this name, city or other name, exactly so or as it sounds, also the minor ones of a city."""
        found: set[StationCode] = set(self.exactly(query)[0])
        for key in (query, *self.spellings.alike(query)):
            found.update(self.cities.get(key, ()), (code for code, _ in self.of_key(key)))
        return found


def _city_in_hindi(station: Named, its_city: str) -> str:
    """The city in the Hindi name, where it stands as in the English one (Kanpur Central, कानपुर सेंट्रल) and sounds
    alike: Mumbai Parel is only परेल."""
    city, name, hindi = plain(its_city).split(), plain(station.name).split(), station.name_hi.split()
    at = next((at for at in range(len(name)) if city and name[at : at + len(city)] == city), None)
    if at is None or (at and len(name) != len(hindi)):
        return ""
    found = " ".join(hindi[at : at + len(city)])
    heard = fuzz.ratio(sounds(its_city), sounds(found))
    said = fuzz.ratio(by_sound("".join(telling(its_city))), by_sound("".join(telling(found))))
    return found if max(heard, said) >= SOUNDS_ALIKE else ""


def _parts(words: list[str]) -> Iterator[str]:
    """The beginnings and ends of a name of several words that tell something: of "pt deen dayal" also "deen dayal"."""
    for cut in range(1, len(words)):
        for part in (words[:cut], words[cut:]):
            joined = "".join(part)
            if len(joined) >= SHORTEST_PART and not SELDOM_TELLING.issuperset(part):
                yield joined
