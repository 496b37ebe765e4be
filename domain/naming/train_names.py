"""Train names: which trains have a word in their name, are of a kind, or end in a place; and which matter most."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Literal

from domain.ids import StationCode
from domain.naming.train_kinds import KINDS, WRITTEN, TrainKind, kind_at
from domain.places.place_names import RENAMED_CODES, TODAY
from domain.places.scripts import to_latin
from domain.places.spelling import SpellingIndex
from domain.stations import Station, StationFinder
from domain.trains import Train
from domain.words import plain

SHORTEST_TYPO = 4  # letters of a word that may be misspelled
SHORTEST_CLIPPED = 7  # letters of a word that may be printed without its middle
SLIPS_OF_KINDS = 1.4  # what the printed name of a kind may be off: timetables abbreviate and slip, too
_KINDS_OF_TYPE = {sort: {kind.name for kind in KINDS if sort in kind.types} for kind in KINDS for sort in kind.types}
STRONG = frozenset(kind.name for kind in KINDS if kind.strong)
_BRACKETS = re.compile("[()]")
UNTELLING = frozenset({"jn", "junction", "the", "of", "and", "via", "s"})

Region = tuple[str, str]  # a city and its state, or nothing and a state
End = Literal["origin", "terminus"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a train may go: stations, and cities and states of which any station will do."""

    codes: frozenset[StationCode]
    regions: frozenset[Region]


class TrainNames:
    """The names of all trains, for looking up by word; trains are known by their places in `trains`. Immutable."""

    def __init__(self, trains: Iterable[Train], stations: StationFinder, calls: Mapping[StationCode, int]) -> None:
        """`calls` tells how busy a station is."""
        self.trains = tuple(trains)
        self.numbers = {train.number: at for at, train in enumerate(self.trains)}
        self.sorted_numbers = sorted(self.numbers)
        self._stations = stations
        self._calls = calls
        hindi = any(train.name_hi for train in self.trains)
        place_words = _PlaceWords(stations, hindi=hindi)
        self._partners: dict[int, int | None] = {}  # as far as they were asked for
        self._region_of: dict[StationCode, tuple[Region, ...]] = {}
        self.printed: dict[str, set[int]] = defaultdict(set)
        self.printed_codes: dict[StationCode, set[int]] = defaultdict(set)
        self.ends: dict[StationCode, set[int]] = defaultdict(set)
        self.region_ends: dict[Region, set[int]] = defaultdict(set)
        self.kinds: dict[str, set[int]] = defaultdict(set)
        self._pairs: dict[tuple[str, str], None] = {}  # printed side by side
        # Of each of a train's names (English, Hindi, and one in brackets) the words that name no place it goes to.
        self.own: list[tuple[frozenset[str], ...]] = []
        self.named: list[tuple[frozenset[str], ...]] = []  # and all words but kinds
        self.named_kinds: list[bool] = []  # of each train, whether its name says that it is a Rajdhani or the like
        self._printed_kinds: dict[str, TrainKind | None] = {}
        self._kind_spellings = SpellingIndex(word for word in WRITTEN if word.isascii() and len(word) > SHORTEST_TYPO)
        for at, train in enumerate(self.trains):
            self._index(at, train, place_words.train(train))
        self.joined = {one + other: frozenset((one, other)) for one, other in self._pairs}  # written as one word
        clipped = ((first, rest) for first, rest in self._pairs if len(first) == 1 and len(rest) >= SHORTEST_TYPO)
        self._clipped = [(first, rest, first + rest) for first, rest in clipped]
        self.own_words = frozenset(word for own in self.own for words in own for word in words)
        latin = {
            word
            for word in chain(self.own_words, self.joined, WRITTEN)
            if word.isascii() and len(word) >= SHORTEST_TYPO
        }
        self.spellings = SpellingIndex(sorted(latin))

    def _index(self, at: int, train: Train, places: set[str]) -> None:
        named: list[frozenset[str]] = []
        printed: set[str] = set()
        for name in filter(str.strip, _BRACKETS.split(f"{train.name}({train.name_hi}")):
            kinds, words = self._parsed(name)
            printed |= kinds
            self._index_words(at, words, name, places)
            named.append(frozenset(words) - UNTELLING)
        self.named.append(tuple(named))
        self.own.append(tuple(words - places for words in named))
        self.named_kinds.append(any(kind in STRONG for kind in printed))
        for kind in printed | _KINDS_OF_TYPE.get(train.type, set()):
            self.kinds[kind].add(at)
        for stop in (train.origin, train.terminus):
            self.ends[stop.station].add(at)
            for region in self._regions(stop.station):
                self.region_ends[region].add(at)

    def _parsed(self, name: str) -> tuple[set[str], list[str]]:
        """The kinds that a printed name names, and its other words, in Latin letters."""
        words, kinds, others, at = plain(name).split(), set(), [], 0
        while at < len(words):
            found = kind_at(words, at)
            kind, count = found or (self._misprinted(words[at]), 1)
            if kind:
                kinds.add(kind.name)
            else:
                others.append(to_latin(words[at]))
            at += count
        return kinds, others

    def _misprinted(self, word: str) -> TrainKind | None:
        """The kind that a printed word stands for by its sound or but for a slip: Shtabdi, Humsafr."""
        if word not in self._printed_kinds:
            near = self._kind_spellings.near(word, 1) if word.isascii() and len(word) > SHORTEST_TYPO else {}
            best = min(near, key=lambda written: near[written], default="")
            fits = bool(best) and near[best] <= SLIPS_OF_KINDS and WRITTEN[best].strong
            self._printed_kinds[word] = WRITTEN[best] if fits else None
        return self._printed_kinds[word]

    def _index_words(self, at: int, words: list[str], name: str, places: set[str]) -> None:
        for word in words:
            self.printed[word].add(at)
            code = StationCode(word.upper())
            if word in places and code in name and self._stations.get(code):
                self.printed_codes[code].add(at)
        for one, other in pairwise(words):
            if one not in places or other not in places:
                self.printed[one + other].add(at)
                self._pairs[one, other] = None

    def importance(self, at: int) -> tuple[bool, int, int, str]:
        """Which of two trains comes first: one with berths, one that runs on more days, one between busier places.
        Sort keys: lower is more important."""
        train = self.trains[at]
        busy = sum(self._calls.get(stop.station, 0) for stop in (train.origin, train.terminus))
        return (not train.classes, -(train.days.count("1") or 7), -busy, train.number)

    def busyness(self, code: StationCode) -> int:
        """How much a station matters, by the calls of trains."""
        return self._calls.get(code, 0)

    def partner(self, at: int) -> int | None:
        """The train of the other direction: the neighbouring number, whose way is at one end this one's reversed."""
        if at not in self._partners:
            self._partners[at] = self._found_partner(at)
        return self._partners[at]

    def _found_partner(self, at: int) -> int | None:
        train = self.trains[at]
        if not train.number.isdecimal():
            return None
        number = int(train.number)
        for neighbour in (number + 1, number - 1) if number % 2 else (number - 1, number + 1):
            other = self.numbers.get(f"{neighbour:0{len(train.number)}}")
            if other is not None and self._is_reverse(train, self.trains[other]):
                return other
        return None

    def _is_reverse(self, one: Train, other: Train) -> bool:
        pairs = ((one.origin, other.terminus), (one.terminus, other.origin))
        return any(self._same_city(here.station, there.station) for here, there in pairs)

    def _same_city(self, one: StationCode, other: StationCode) -> bool:
        return one == other or bool(set(self._regions(one)[:1]) & set(self._regions(other)[:1]))

    def printed_at(self, codes: Iterable[StationCode]) -> Iterator[int]:
        """Trains that have the code of one of these stations in their name."""
        return chain.from_iterable(self.printed_codes.get(code, ()) for code in codes)

    def ending_at(self, codes: Iterable[StationCode], regions: Iterable[Region]) -> Iterator[int]:
        """Trains that start or end at one of these stations or in one of these regions."""
        stations = (self.ends.get(code, ()) for code in codes)
        return chain.from_iterable((*stations, *(self.region_ends.get(region, ()) for region in regions)))

    def clipped(self, word: str) -> Iterator[str]:
        """Printed words that are this one with its middle left out: "V Nath" for Vishwanath."""
        if len(word) >= SHORTEST_CLIPPED:
            yield from (joined for first, rest, joined in self._clipped if word[0] == first and word.endswith(rest))

    def calls_at(self, at: int, place: Place) -> bool:
        """Whether the train calls there on its way."""
        return any(self._is_in(stop.station, place) for stop in self.trains[at].stops)

    def end_of(self, at: int, place: Place) -> End | None:
        """Which end of the train's way this is, if only one is."""
        train = self.trains[at]
        starts, stops = (self._is_in(stop.station, place) for stop in (train.origin, train.terminus))
        if starts == stops:
            return None
        return "origin" if starts else "terminus"

    def _is_in(self, code: StationCode, place: Place) -> bool:
        return code in place.codes or (bool(place.regions) and not place.regions.isdisjoint(self._regions(code)))

    def _regions(self, code: StationCode) -> tuple[Region, ...]:
        """The city of a station, and its state."""
        if code not in self._region_of:
            station = self._stations.get(code)
            city = ((station.city, station.state),) if station and station.city else ()
            state = (("", station.state),) if station and station.state else ()
            self._region_of[code] = (*city, *state)
        return self._region_of[code]


class _PlaceWords:
    """The words that name the stations of a train."""

    def __init__(self, stations: StationFinder, *, hindi: bool) -> None:
        """`hindi`: Hindi names, too; to read them takes longer than all the rest."""
        self._words = {station.code: _names(station, hindi=hindi) for station in stations}
        self._today = {old: names for old, names in TODAY.items() if len(old) > 1}
        self._of_today: dict[str, set[str]] = defaultdict(set)
        for old, names in self._today.items():
            for name in names:
                self._of_today[name.lower()].add(old)
        for old, code in RENAMED_CODES.items():
            self._of_today[code.lower()].add(old)
        for words in self._words.values():
            for word in tuple(words):
                words |= self._of_today.get(word, set())

    def train(self, train: Train) -> set[str]:
        """Of all its stops: names, cities and codes, today's and older ones."""
        return set().union(*(self._words.get(stop.station, set()) for stop in train.stops))


def _names(station: Station, *, hindi: bool) -> set[str]:
    words = {*plain(f"{station.name} {station.city} {station.code}").split()}
    return words.union(to_latin(plain(station.name_hi)).split()) if hindi else words
