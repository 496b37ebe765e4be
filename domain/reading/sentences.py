"""Sentences: typed words side by side with their plain English meaning, taken out one by one as they are understood."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from domain.reading.daywords import DAY_WORDS, MONTHS, WEEKDAYS
from domain.reading.regional import MARKERS, without_ending
from domain.reading.travelwords import TRAVEL_WORDS
from domain.words import lowered, plain

BARRIER = ","  # what stands where words were taken out without naming them, and for punctuation
ARROW = "-"
_PART = re.compile(
    r"\d+(?:[-/.:]\d+)+|\d+(?:st|nd|rd|th)(?![a-z])|\d+|[-–—→>=~]+|/|[+&]|[,;.!?:()\"|*]+|[^\s\d,;.!?:()\"|*+&/–—→>=~-]+"
)
# "3-tier", "25-dec-2026": no arrows. "a/c" is one word. "24 - 12" is a date's numbers.
_HYPHEN_BY_NUMBER = re.compile(r"(?<=\d)-(?=[^\W\d])|(?<=[^\W\d])-(?=\d)")
_AC = re.compile(r"(?<![^\W\d])a\s?[/.]\s?c(?![^\W\d])\.?")
_BETWEEN_NUMBERS = re.compile(r"(?<=\d)(?: ?([/-]) | ([/-]) ?)(?=\d)")
_TO_BY_NUMBER = re.compile(r"(?<!\S)2(?=(?:day|night|nite|morrow|morow|moro|mrw)(?!\S))")
_FUZZY_FROM = 6  # letters of a word that may be recognized by a likeness
# Long English words: Hindi ones, such as shanivar, are too much like names of places.
_UNLIKE_PLACES = frozenset((*WEEKDAYS, *MONTHS, "tomorrow", "passenger", "afternoon", "children", "executive")) - {
    "monday", "sunday", "friday", "march", "april", "august",
}  # fmt: skip
_SHORTEST_TYPED, _SHORTEST_SOUND = 5, 5  # letters
_NASALS = re.compile("[ङञणनम]्(?=[क-ह])")
_INDIC_LENGTHS = str.maketrans({"ी": "ि", "ू": "ु", "ॉ": "ा", "ऑ": "आ", "ई": "इ", "ऊ": "उ", "ः": None})
_LATIN_SOUNDS = tuple(
    (re.compile(spelling), sound)
    for spelling, sound in (("w", "v"), ("z", "j"), ("ph", "f"), ("(?<=[bdgkjtcs])h", ""), ("ee", "i"), ("oo", "u"))
)
_TWICE = re.compile(r"(.)\1+")


@cache
def pattern(text: str) -> re.Pattern[str]:
    """A regular expression over whole plain words, parted by single spaces."""
    return re.compile(rf"(?<!\S)(?:{text})(?!\S)")


@dataclass(frozen=True, slots=True)
class Word:
    """`typed`: in lower case, empty once taken; `meant`: the plain English word, or the same; `at`: its place in the
    text, by words."""

    typed: str
    meant: str
    at: int = 0


class Sentence:
    """The words of a text. What is understood is taken, so that it is read only once."""

    def __init__(self, text: str, is_place: Callable[[str], bool] = lambda word: False) -> None:
        """`is_place` keeps a place's name from being taken for a slip of a word."""
        words = (word for part in _parts(lowered(text)) for word in _words(part, is_place))
        self.words = [replace(word, at=at) for at, word in enumerate(words)]
        self.takes_back = False  # something was told not to be meant
        self._write()

    def _write(self) -> None:
        self._starts: list[int] = []
        at = 0
        for word in self.words:
            self._starts.append(at)
            at += len(word.meant) + 1
        self.text = " ".join(word.meant for word in self.words)

    def first(self, what: re.Pattern[str]) -> re.Match[str] | None:
        """Where the plain words that are left first fit."""
        return what.search(self.text)

    def all(self, what: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where they fit, the last first, so that each may be taken."""
        return reversed(list(what.finditer(self.text)))

    def place_of(self, found: re.Match[str], group: str | int = 0) -> tuple[int, int]:
        """The first and the last word of what fits."""
        return bisect_right(self._starts, found.start(group)) - 1, bisect_right(self._starts, found.end(group) - 1) - 1

    def phrases(self, longest: int) -> Iterator[tuple[int, int, str]]:
        """First and last word, and the letters as typed, of every few neighbours, the longer first."""
        for length in range(longest, 0, -1):
            for first in range(len(self.words) - length + 1):
                typed = [word.typed for word in self.words[first : first + length]]
                if all(typed):
                    yield first, first + length - 1, "".join(typed)

    def typed(self, found: re.Match[str], group: str | int = 0) -> str:
        """The words as they were typed."""
        first, last = self.place_of(found, group)
        return " ".join(word.typed for word in self.words[first : last + 1])

    def denies(self, found: re.Match[str]) -> bool:
        """Whether these words are told not to be meant: "not friday", "friday nahi saturday"."""
        first, last = self.place_of(found)
        before, after = self.words[max(first - 1, 0) : first], self.words[last + 1 : last + 2]
        denied = any(word.typed == "not" for word in before) or any(
            word.meant == "not" and word.typed != "not" for word in after
        )
        self.takes_back |= denied
        return denied

    def take(self, found: re.Match[str], kind: str) -> None:
        """Takes these words out; `<kind>` stands in their place, or a barrier."""
        self.take_words(*self.place_of(found), kind)

    def take_words(self, first: int, last: int, kind: str) -> None:
        """As `take`, by the first and the last word."""
        self.words[first : last + 1] = [Word("", f"<{kind}>" if kind else BARRIER, self.words[first].at)]
        self._write()


def _parts(text: str) -> list[str]:
    text = _TO_BY_NUMBER.sub("to", _AC.sub("ac", _HYPHEN_BY_NUMBER.sub(" ", text)))
    return _PART.findall(_BETWEEN_NUMBERS.sub(r"\1\2", text))


def _words(part: str, is_place: Callable[[str], bool]) -> Iterator[Word]:
    if part[0].isdigit() or part in "+&/":
        yield Word(part, "and" if part == "&" else part)
    elif set(part) <= set("-–—→>=~"):
        yield Word(ARROW, ARROW)
    elif word := plain(part).replace(" ", ""):
        name, marker = ("", MARKERS[word]) if word in MARKERS else without_ending(word)
        if name and marker and word in _meanings():
            name, marker = word, ""
        if name:
            first, *rest = meaning(name, is_place).split()
            yield Word(name, first)
            yield from (Word("", more) for more in rest)
        if marker:
            yield Word(marker, marker)
    else:
        yield Word("", BARRIER)


def meaning(word: str, is_place: Callable[[str], bool]) -> str:
    """The plain English word that is meant; the word itself if it is none that tells something of a journey."""
    if exact := _meanings().get(word):
        return exact
    near = _near(word) if len(word) >= _SHORTEST_TYPED else None
    return near if near and not is_place(word) else word


@lru_cache(maxsize=4096)
def _near(word: str) -> str | None:
    """The meaning of a word that sounds so, or is spelled nearly so."""
    return _by_sound().get(_sound(word)) or _alike(word)


@cache
def _meanings() -> dict[str, str]:
    return {plain(word).replace(" ", ""): meant for word, meant in (TRAVEL_WORDS | DAY_WORDS).items()}


@cache
def _by_sound() -> dict[str, str]:
    return {_sound(word): meant for word, meant in _meanings().items() if len(word) >= _SHORTEST_SOUND}


@cache
def _long_words() -> list[str]:
    return [word for word in _meanings() if word.isascii() and word.isalpha() and len(word) >= _FUZZY_FROM]


def _alike(word: str) -> str | None:
    """A word of the vocabulary that differs by one slip, or by two where no name of a place is like it; none if two of
    different meaning are as near ("siater", a seater or a sister)."""
    if not word.isascii() or not word.isalpha():
        return None
    near = {
        (slips, _meanings()[other])
        for other, slips, _ in process.extract(word, _long_words(), scorer=OSA.distance, score_cutoff=2, limit=8)
        if other[0] == word[0] and (slips < 2 or (other in _UNLIKE_PLACES and len(word) >= _FUZZY_FROM))
    }
    fewest = min((slips for slips, _ in near), default=0)
    nearest = [meant for slips, meant in near if slips == fewest]
    return nearest[0] if len(nearest) == 1 else None


def _sound(word: str) -> str:
    """One spelling for many of the same sound: shukrawaar and shukravar; सितम्बर and सितंबर."""
    if not word.isascii():
        word = _NASALS.sub("ं", unicodedata.normalize("NFC", word)).translate(_INDIC_LENGTHS)
        return _TWICE.sub(r"\1", word)
    for spelling, sound in _LATIN_SOUNDS:
        word = spelling.sub(sound, word)
    return _TWICE.sub(r"\1", word)
