"""Finding a train by what a person calls it: its number, its name, its kind and where it goes."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from domain.ids import StationCode
from domain.naming.train_names import TrainNames
from domain.naming.train_questions import NOISE, Part, QuestionReader, TrainQuestion
from domain.stations import StationFinder
from domain.trains import Train
from domain.words import LONGEST, plain, western_digits


@dataclass(frozen=True, slots=True)
class TrainMatch:
    """A train that may be meant. `score` 0 to 100; `sure`: take it without asking."""

    train: Train
    score: float
    sure: bool = False


NUMBER, BEGINNING, OLD_NUMBER, NAME = 100.0, 90.0, 85.0, 99.0
CALLS_THERE = 0.7  # what it is worth that a train only calls at a place on its way
UNSAID, MOST_UNSAID = 2.0, 3  # for each word of the train's own name that is not said
NO_SUCH_KIND = 4.0
OTHER_WAY, EXPRESSLY_OTHER_WAY = 2.0, 8.0
PARTNER, BESIDE = 1.0, 3.5  # what the other direction of a train that was found counts less; then it stands beside it
OF_A_KIND = 2.0  # for a Rajdhani or the like, if no such kind is said
FAR_WORSE, FAR_BETTER, SURE = 14.0, 6.0, 88.0
MOST_WORDS = 12
MOST_LOOKED_THROUGH = 1500  # trains whose stops are read one by one
SHORTEST_BEGINNING, WHOLE = 3, 5  # digits of a number

# "12951", and both ways in one: "12951/52", "12951-12952". Longer numbers are phones and PNRs.
_NUMBERS = re.compile(r"(?<!\d)(\d{5})(?:\s*[/&-]\s*(\d{5}|\d{1,2}))?(?!\d)")


class TrainFinder:
    """Finds trains by number, name, kind and ends, however spelled. Immutable, so threads may share it."""

    def __init__(self, trains: Iterable[Train], stations: StationFinder, calls: Mapping[StationCode, int]) -> None:
        """`calls` tells how busy a station is; places are read by `stations`."""
        self._names = TrainNames(trains, stations, calls)
        self._reader = QuestionReader(self._names, stations)

    def find(self, text: str, limit: int = 6) -> list[TrainMatch]:
        """Trains that may be meant, the likeliest first; nothing for what names no train. Takes any text.

        A number is found whole or by its first three digits or more; a name needs a word that is said of trains only:
        "delhi to mumbai" finds nothing, "delhi mumbai rajdhani" those of both directions.
        """
        words = plain(text).split() if len(text) <= LONGEST else []
        if any(letter.isdigit() for letter in text):
            return self._by_number(western_digits(text), words, limit)
        if not 0 < len(words) <= MOST_WORDS:
            return []
        found = self._by_name(words, limit)
        if not found and (abbreviated := self._reader.abbreviated(words)):
            found = self._by_name(abbreviated, limit)
        return found

    def partner(self, number: str) -> Train | None:
        """The train of the other direction: the neighbouring number that goes where this one comes from."""
        at = self._names.numbers.get(number)
        other = None if at is None else self._names.partner(at)
        return None if other is None else self._names.trains[other]

    def _by_name(self, words: list[str], limit: int) -> list[TrainMatch]:
        question = self._reader.read(words)
        if question is None or not question.means_train:
            return []
        if not question.names_kind and len(words) == 1 and self._reader.is_famous_place(words[0]):
            return []
        return self._ranked(self._scores(question), limit)

    def _by_number(self, text: str, words: list[str], limit: int) -> list[TrainMatch]:
        others = [word for word in words if not word.isdecimal() and word not in NOISE]
        spoken = not others or (len(others) <= MOST_WORDS and self._reader.read(others) is not None)
        numbers = [number for match in _NUMBERS.finditer(text) for number in _both(match[1], match[2])]
        found = dict.fromkeys(at for number in numbers if (at := self._names.numbers.get(number)) is not None)
        if found:
            sure = spoken and len(found) == 1
            return [TrainMatch(self._names.trains[at], NUMBER, sure) for at in [*found][:limit]]
        digits = [word for word in words if word.isdecimal()]
        return self._by_beginning(digits[0], limit) if not others and len(digits) == 1 else []

    def _by_beginning(self, digits: str, limit: int) -> list[TrainMatch]:
        """Numbers that begin so; of four digits, else the one that they became in 2010 by a 1 put before them."""
        if not SHORTEST_BEGINNING <= len(digits) < WHOLE:
            return []
        found = sorted(
            self._beginning(digits), key=lambda at: (not self._names.trains[at].classes, self._names.trains[at].number)
        )
        if not found and (at := self._names.numbers.get(f"1{digits}")) is not None:
            return [TrainMatch(self._names.trains[at], OLD_NUMBER)]
        return [TrainMatch(self._names.trains[at], BEGINNING) for at in found[:limit]]

    def _beginning(self, digits: str) -> Iterator[int]:
        numbers = self._names.sorted_numbers
        for index in range(bisect_left(numbers, digits), len(numbers)):
            if not numbers[index].startswith(digits):
                return
            yield self._names.numbers[numbers[index]]

    def _scores(self, question: TrainQuestion) -> dict[int, float]:
        parts = sorted(question.parts, key=lambda part: len(part.fits))
        found = set(parts[0].fits).intersection(*(part.fits for part in parts[1:]))
        if not found:
            parts, found = self._calling(parts)
        less = 0.0
        for kind in question.weak:
            fewer = found & self._names.kinds.get(kind.name, set())
            found, less = (fewer, less) if fewer else (found, less + NO_SUCH_KIND)
        if not question.names_kind:  # then "queen" is not enough to mean the Deccan Queen
            said = question.words
            found = {at for at in found if any(2 * len(name & said) > len(name) for name in self._names.named[at])}
        scores = {at: self._score(at, parts, question) - less for at in found}
        return self._with_partners(scores, question.parts)

    def _score(self, at: int, parts: list[Part], question: TrainQuestion) -> float:
        """How well the train fits, whichever way it goes."""
        worth = sum(part.fits[at] for part in parts) / len(parts)
        unsaid = min(MOST_UNSAID, *(len(own - question.words) for own in self._names.own[at]))
        other_kind = self._names.named_kinds[at] and not question.strong
        return NAME * worth - UNSAID * unsaid - OF_A_KIND * other_kind

    def _with_partners(self, scores: dict[int, float], parts: list[Part]) -> dict[int, float]:
        """Trains of the other direction fit nearly as well, unless they go where they were not to."""
        both = dict(scores)
        for at, score in scores.items():
            other = self._names.partner(at)
            if other is not None:
                both[other] = max(both.get(other, 0.0), score - PARTNER)
        return {at: score - self._wrong_way(at, parts) for at, score in both.items()}

    def _calling(self, parts: list[Part]) -> tuple[list[Part], set[int]]:
        """As there is no train of these ends: trains that call at the places on their way."""
        others = [part for part in parts if not part.place]
        places = [part for part in parts if part.place]
        pool = set(others[0].fits).intersection(*(part.fits for part in others[1:])) if others else set()
        if not others and len(places) > 1:
            pool = set(places[0].fits)
        if not places or len(pool) > MOST_LOOKED_THROUGH:
            return parts, set()
        wider = [Part(self._fits_calling(part, pool), part.words, part.place, part.end) for part in places]
        return [*others, *wider], pool.intersection(*(part.fits for part in wider))

    def _fits_calling(self, part: Part, pool: set[int]) -> dict[int, float]:
        fits = {at: part.fits[at] for at in pool if at in part.fits}
        calling = (at for at in pool if part.place and self._names.calls_at(at, part.place))
        return dict.fromkeys(calling, CALLS_THERE) | fits

    def _wrong_way(self, at: int, parts: list[Part]) -> float:
        """What it costs a train to go the other way: said expressly, or by naming its terminus before its origin."""
        ends = [(part, self._names.end_of(at, part.place)) for part in parts if part.place]
        if any(part.end and end and end != part.end for part, end in ends):
            return EXPRESSLY_OTHER_WAY
        order = [end for _, end in ends if end]
        return OTHER_WAY if order == ["terminus", "origin"] else 0.0

    def _ranked(self, scores: dict[int, float], limit: int) -> list[TrainMatch]:
        best = max(scores.values(), default=0.0)
        keys = {at: self._place_in_list(at, scores) for at in scores if scores[at] >= best - FAR_WORSE}
        order = sorted(keys, key=lambda at: keys[at])
        second = max((scores[at] for at in order[1:]), default=0.0)
        sure = bool(order) and best >= SURE and best - second >= FAR_BETTER
        return [
            TrainMatch(self._names.trains[at], round(scores[at], 1), sure and at == order[0]) for at in order[:limit]
        ]

    def _place_in_list(self, at: int, scores: dict[int, float]) -> tuple[object, ...]:
        """The best first, of equals the most important; both directions of a train side by side."""
        score, other = round(scores[at], 1), self._names.partner(at)
        importance = self._names.importance(at)
        if other is None or abs(scores.get(other, 0.0) - score) > BESIDE:
            return (-score, importance, 0.0)
        return (min(-score, -round(scores[other], 1)), min(importance, self._names.importance(other)), -score)


def _both(number: str, other: str | None) -> tuple[str, ...]:
    """A number and the one of the other way, which may be only its last digits."""
    return (number, number[: -len(other)] + other) if other else (number,)
