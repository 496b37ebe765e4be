"""Names: a person's name as the words by whose beginnings the desk finds it, in any script, case and usual spelling."""

import re
import unicodedata
from collections.abc import Sequence

from domain.errors import Problem
from domain.places.scripts import is_indian, to_latin
from domain.places.spelling import by_sound
from domain.users import clean_name
from domain.words import plain

SHORTEST = 2  # letters of the longest word that is looked for: fewer fit half of all people
_SOUND = "~"  # before what is no word but its sound, so that Latin names are found by their letters only
_LONG = re.compile(r"([aiu])\1")
_FLAP = "\u0921\u093c"  # ड़ is heard as r and as d: Chopra, Gaikwad
_SINGH = ("sinh", "singh")  # सिंह is so written by all
# How names are written beside what `by_sound` knows of places: Rao for राव, Gyan for ज्ञान, Sourav for सौरव; and in the
# sound that comes out, Verma for वर्मा.
_ALIKE = (("ao", "av"), ("jn", "gy"), ("ou", "au"))
_SHORT_A = ("er", "ar")
# The other way round, from `to_latin` of what was typed in an Indian script: Verma, Rao, Deepak, Pooja, Reddy, Dwivedi,
# Laxmi, Gyan, Fatima, Nair, Sourav. More than _WAYS would be too many readings for one search.
_WRITTEN = tuple(
    (re.compile(said), written)
    for said, written in (
        *(("ar(?=[^aeiou])", "er"), ("av$", "ao"), ("ii(?=.)", "ee"), ("ii$", "ee"), ("(ii|ee|i)$", "y"), ("uu", "oo")),
        *(("(?<=[^aeiou])v", "w"), ("v", "w"), ("ksh", "x"), ("jn", "gy"), ("ph", "f"), ("aaya", "ai"), ("au", "ou")),
    )
)
_WAYS = 16


def name_words(name: str) -> tuple[str, ...]:
    """Each word of a name once, sorted, without case, accents and nukta: "O'Brien, ASHA" is asha, brien and o. A word
    of an Indian script is there by its sound, too, so that it is found in Latin letters and in other scripts."""
    said = unicodedata.normalize("NFC", name)
    heard = {word for each in (said, said.replace(_FLAP, "र")) for word in plain(each).split() if is_indian(word)}
    return tuple(sorted({*plain(name).split(), *(_heard(word, whole=True) for word in heard)}))


def asked_words(text: str) -> tuple[tuple[str, ...], ...]:
    """The words with which a name is looked for, the longest first, each with all that may stand in its place, itself
    the first; none if this can be nobody's name. Problem `find-name-short`."""
    if len(text.strip()) < SHORTEST and text.strip().isalpha():
        raise Problem("find-name-short")
    try:
        words = sorted(sorted(set(plain(clean_name(text)).split())), key=len, reverse=True)
    except Problem:
        return ()
    if words and len(words[0]) < SHORTEST:
        raise Problem("find-name-short")
    return tuple(_spellings(word) for word in words)


def begins(words: Sequence[str], asked: Sequence[Sequence[str]]) -> bool:
    """Whether each word that was asked for is, in one of its spellings, how some word of the name begins."""
    return all(any(word.startswith(tuple(spellings)) for word in words) for spellings in asked)


def _spellings(word: str) -> tuple[str, ...]:
    """As it was typed; one of an Indian script as people write it in Latin letters; as it sounds, but for what is too
    short then."""
    latin = _in_latin(word) if is_indian(word) else ()
    heard = _heard(word)
    return (word, *latin, heard) if len(heard) > min(SHORTEST, len(word)) else (word, *latin)


def _in_latin(word: str) -> tuple[str, ...]:
    """The ways in which a name of an Indian script is written in Latin letters, the plainest first, of which any may be
    the beginning: each habit of _WRITTEN is kept or not."""
    ways = [to_latin(word)]
    for said, written in _WRITTEN:
        ways += [said.sub(written, way) for way in ways if said.search(way)]
    plainest = (_LONG.sub(r"\1", way).replace(*_SINGH) for way in ways)
    return tuple(dict.fromkeys(plainest))[:_WAYS]


def _heard(word: str, *, whole: bool = False) -> str:
    """The sound of a word, marked as such. `whole`: it is more than a beginning, so that the vowel which Hindi does not
    say at its end is there: both Krishn and Krishna begin कृष्ण."""
    latin = _LONG.sub(r"\1", to_latin(word))
    if whole and latin[-1:] not in "aeiou":
        latin += "a"
    for written, said in (_SINGH, *_ALIKE):
        latin = latin.replace(written, said)
    return _SOUND + by_sound(latin).replace(*_SHORT_A)
