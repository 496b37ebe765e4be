"""Request segments: the words of a sentence that are left for places, parted by what tells the ends of a journey."""

from dataclasses import dataclass, field
from typing import Literal

from domain.reading.regional import TO_BETWEEN
from domain.reading.request_words import DOING, FILLERS, GOING, LEAVING, REACHING, VIA
from domain.reading.sentences import ARROW, Word

End = Literal["", "from", "to", "via", "not"]
_FROM, _TO = frozenset({"from", "frm", "fm"}), frozenset({"to", "towards", "till", "upto", "into"}) | TO_BETWEEN
_AFTER_ORIGIN, _AFTER_DESTINATION = frozenset({"se", "से"}), frozenset({"tak", "तक"})
_FOR = frozenset({"liye", "lie", "liya", "लिए", "लिये"})  # "patna ke liye"
_OR, _NOT, _INSTEAD = frozenset({"or", "ya", "या"}), frozenset({"not"}), frozenset({"instead", "rather"})
_NAHI = frozenset({"nahi", "nahin", "nhi", "नहीं", "नही"})
_GOING_THERE = frozenset({"wali", "wala", "wale", "waali", "वाली", "वाला"})  # "patna wali train"
_MOST_SEGMENTS = 8  # bounds the work for a meaningless text


@dataclass(slots=True)
class Segment:
    """Words between two markers; `end` is "from", "to" or unknown, `guessed` if only a "to" stands behind them.

    `going`: told by a verb, "patna jana hai" or "to go patna"; `direct`: right behind a "se"; `soft`: the marker may
    mean something else, as in "for two"; `behind`: the marker stands behind the words; `either`: an "or" is beside.
    """

    end: End = ""
    guessed: bool = False
    going: bool = False
    direct: bool = False
    soft: bool = False
    behind: bool = False
    either: bool = False
    words: list[str] = field(default_factory=list)


def segments_of(words: list[Word]) -> list[Segment]:
    """At most eight, each with words."""
    segments = [Segment()]
    between = False
    for at, word in enumerate(words):
        typed, last = word.typed, segments[-1]
        following = words[at + 1].typed if at + 1 < len(words) else ""
        if last.end == "not" and not last.words and typed in _FROM | _TO:
            continue
        if last.words and (end := _told_behind(typed, following)):
            _close(segments, end)
        elif typed in _FROM or typed == "between":
            between = typed == "between"
            segments.append(Segment(end="from"))
        elif typed in _TO or (between and word.meant == "and") or _is_arrow(word, last, following):
            _guess(segments)
            segments.append(Segment(end="to"))
        elif end := _told_before(typed, following, last):
            segments.append(Segment(end=end, soft=True))
        elif typed in _OR and last.words and _may_be_place(following):
            last.either = True
            segments.append(Segment(end=last.end, soft=last.soft, either=True))
        elif _is_no_place(word):
            _by_verb(segments, typed)
            if last.words:
                segments.append(Segment())
            last.direct = last.direct and bool(last.words)
        else:
            last.words.append(typed)
    return [segment for segment in segments if segment.words][:_MOST_SEGMENTS]


def _told_behind(typed: str, following: str) -> str:
    """What a word tells of the place before it: "se", "tak", "ke liye", "wali"; "nahi", that it is not meant."""
    if typed in _AFTER_ORIGIN or typed in _AFTER_DESTINATION:
        return "from" if typed in _AFTER_ORIGIN else "to"
    if typed in ("ke", "के") and following in _FOR:
        return "for"
    if typed in _NAHI and following:
        return "not"
    return "there" if typed in _GOING_THERE else ""


def _close(segments: list[Segment], end: str) -> None:
    last = segments[-1]
    if end in ("from", "to"):
        last.end, last.soft, last.behind = "from" if end == "from" else "to", False, True
    elif end == "not":
        last.end = "not"
    elif not last.end and end == "for":
        last.end, last.soft, last.behind = "to", True, True
    elif not last.end:
        last.going = True
    segments.append(Segment(direct=end == "from"))


def _told_before(typed: str, following: str, last: Segment) -> End:
    """What a word tells of the place behind it, if one follows: "leaving", "reaching"; that one only passes it, or does
    not mean it."""
    if typed in VIA:
        return "via"
    if typed in _NOT or (typed in _INSTEAD and following in ("of", "than")):
        return "not"
    if typed in LEAVING:
        return "from"
    return "to" if typed in REACHING and not (last.end == "to" and not last.words) else ""


def _is_no_place(word: Word) -> bool:
    return not word.typed or word.typed in FILLERS or not any(map(str.isalnum, word.typed))


def _is_arrow(word: Word, last: Segment, following: str) -> bool:
    """A dash, or a "2" for "to", between two words that may be places."""
    if word.typed not in (ARROW, "2") or not last.words:
        return False
    return _may_be_place(following)


def _may_be_place(word: str) -> bool:
    return bool(word) and word not in FILLERS and not word[0].isdigit() and word != ARROW


def _guess(segments: list[Segment]) -> None:
    """Before a "to" stands the origin, if it was not told yet."""
    last = segments[-1]
    if any(segment.end == "from" and segment.words for segment in segments) or (last.end and not last.words):
        return
    last.guessed = not last.end
    if not last.end or last.soft or (last.going and last.words):
        last.behind = not last.end
        last.end, last.soft = "from", False


def _by_verb(segments: list[Segment], word: str) -> None:
    """ "patna jana hai" tells where one goes; what stands before "to go" is no place of departure."""
    last = segments[-1]
    if word in GOING:
        for segment in [segment for segment in reversed(segments) if segment.words][:1]:
            segment.going = not segment.end
    elif word in DOING and last.end == "to" and not last.words:
        last.going = True
        for before in (segment for segment in segments[-2:-1] if segment.guessed):
            before.end, before.guessed = "", False
