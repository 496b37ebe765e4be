"""Spelling: names that sound alike written alike, and an index that finds names by a wrong spelling."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

# How Hindi and its sisters are put into English letters varies in these; the first of each pair is made the second.
_ALIKE = (
    ("poore", "pur"), ("poor", "pur"), ("pore", "pur"), ("garh", "gad"), ("ghar", "gad"), ("chh", "c"), ("tch", "c"),
    ("sch", "sk"), ("ph", "f"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("ow", "o"), ("w", "v"), ("z", "j"), ("ee", "i"),
    ("oo", "u"), ("ou", "u"), ("au", "o"), ("ai", "e"), ("ay", "e"), ("ei", "e"), ("iy", "i"), ("y", "i"), ("np", "mp"),
    ("nb", "mb"),
)  # fmt: skip
_SOFT_C = re.compile("c(?=[eiy])")
_HARD_C = re.compile("c(?![heiy])")
_BREATH = re.compile("(?<=[bcdfgjklprstv])h")
_DOUBLE = re.compile(r"(.)\1+")
_ONE_SOUND = str.maketrans("bdgjvfczq", "ptksppssk")
_VOWELS = re.compile("[aeiouyh]+")
_SHORT_A = re.compile("(?<=.)a")
_ROUND = str.maketrans("eo", "iu")
_PLAUSIBLE = 0.35  # the cost of another spelling of the same sound
_MOST_NAMES = 40
_END = 2  # letters


def by_sound(word: str) -> str:
    """One spelling for all usual spellings of a sound: lucknau and lucknow, kolkatta and kolkata."""
    word = _HARD_C.sub("k", word.replace("ck", "k"))
    for written, said in _ALIKE:
        if written in word:
            word = word.replace(written, said)
    word = _DOUBLE.sub(r"\1", _BREATH.sub("", _SOFT_C.sub("s", word)))
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def roughly(word: str) -> str:
    """As `by_sound`, but b, p and v alike, d and t and so on: what one script cannot tell from another."""
    return _rough(by_sound(word))


def _rough(sound: str) -> str:
    return _DOUBLE.sub(r"\1", _SHORT_A.sub("", sound.translate(_ONE_SOUND).translate(_ROUND)))


def _bones(sound: str) -> str:
    """The consonants of a sound, m as n: np is said mp. Vowels are what people miss most."""
    return _VOWELS.sub("", sound.translate(_ONE_SOUND)).replace("m", "n")


def _one_less(bones: str) -> Iterable[str]:
    yield bones
    yield from {bones[:at] + bones[at + 1 :] for at in range(len(bones))}


class SpellingIndex:
    """Names, to be found by a misspelled one. Immutable."""

    def __init__(self, names: Iterable[str]) -> None:
        """`names` are in Latin letters without spaces."""
        self._sounds: dict[str, str] = {}
        self._alike: dict[str, list[str]] = defaultdict(list)
        self._roughly: dict[str, str] = {}
        self._by_bones: dict[str, list[str]] = defaultdict(list)
        self._by_end: dict[tuple[str, str, int], list[str]] = defaultdict(list)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for name in names:
            sound = self._sounds[name] = by_sound(name)
            self._alike[sound].append(name)
            self._roughly[name] = _rough(sound)
            self._by_length[len(name)].append(name)
            self._by_end[name[:_END], "", len(name)].append(name)
            self._by_end["", name[-_END:], len(name)].append(name)
            for bones in _one_less(_bones(sound)):
                self._by_bones[bones].append(name)

    def alike(self, query: str) -> list[str]:
        """Names that sound the same."""
        return self._alike.get(by_sound(query), [])

    def near(self, query: str, most: int) -> dict[str, float]:
        """Names within `most` slips of the finger or other spellings, with what these cost: about 1 a slip."""
        sound = by_sound(query)
        names = self._candidates(sound)
        costs = {name: float(cost) for name, cost, _ in _closest(query, names, most)}
        for _, cost, at in _closest(sound, [self._sounds[name] for name in names], most - 1):
            costs[names[at]] = min(costs.get(names[at], 9.0), cost + _PLAUSIBLE)
        if min(costs.values(), default=9.0) > _PLAUSIBLE:
            for name, cost, _ in _closest(query, self._with_an_end(query), 1):
                costs[name] = min(costs.get(name, 9.0), float(cost))
        if most > 1 and min(costs.values(), default=9.0) > 1 + _PLAUSIBLE:
            for length in range(len(query) - most, len(query) + most + 1):
                for name, cost, _ in _closest(query, self._by_length.get(length, []), most):
                    costs[name] = min(costs.get(name, 9.0), float(cost))
        return costs

    def near_roughly(self, query: str, most: int, *, consonants: bool = False) -> dict[str, float]:
        """As `near`, for a query that came out of another script; `consonants`: it has few of its vowels."""
        sound = by_sound(query)
        names = self._candidates(sound)
        if consonants:
            theirs = [_bones(self._sounds[name]) for name in names]
            return {names[at]: cost + _PLAUSIBLE for _, cost, at in _closest(_bones(sound), theirs, min(most, 1))}
        rough = [self._roughly[name] for name in names]
        found = _closest(_rough(sound), rough, most)
        return {names[at]: cost + 0.2 * OSA.distance(query, names[at]) for _, cost, at in found}

    def _with_an_end(self, query: str) -> list[str]:
        """Names that begin or end as the query does: one slip leaves one of the two whole."""
        ends = ((query[:_END], ""), ("", query[-_END:]))
        sizes = range(len(query) - 1, len(query) + 2)
        return list(
            dict.fromkeys(name for end in ends for size in sizes for name in self._by_end.get((*end, size), ()))
        )

    def _candidates(self, sound: str) -> list[str]:
        return list(dict.fromkeys(chain.from_iterable(self._by_bones.get(b, ()) for b in _one_less(_bones(sound)))))


def _closest(query: str, names: list[str], most: int) -> list[tuple[str, int, int]]:
    return process.extract(query, names, scorer=OSA.distance, score_cutoff=max(most, 0), limit=_MOST_NAMES)
