"""Names: a person's name as the words by whose beginnings the desk finds it, in any script and case."""

from domain.errors import Problem
from domain.users import clean_name
from domain.words import plain

SHORTEST = 2  # letters of the longest word that is looked for: fewer fit half of all people


def name_words(name: str) -> tuple[str, ...]:
    """Each word of a name once, sorted, without case, accents and nukta: "O'Brien, ASHA" is asha, brien and o."""
    return tuple(sorted(set(plain(name).split())))


def asked_words(text: str) -> tuple[str, ...]:
    """The words with which a name is looked for, the longest first; none if this can be nobody's name. Problem
    `find-name-short`."""
    if len(text.strip()) < SHORTEST and text.strip().isalpha():
        raise Problem("find-name-short")
    try:
        words = name_words(clean_name(text))
    except Problem:
        return ()
    if words and max(map(len, words)) < SHORTEST:
        raise Problem("find-name-short")
    return tuple(sorted(words, key=len, reverse=True))


def begins(words: tuple[str, ...], asked: tuple[str, ...]) -> bool:
    """Whether each word that was asked for is how some word of the name begins."""
    return all(any(word.startswith(each) for word in words) for each in asked)
