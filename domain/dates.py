"""Dates: the day that a person means by "kal", "next friday", "5/12" or "25 दिसंबर", seen from a given today."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from domain.reading.dayrules import (
    DATE,
    DATE_RULES,
    DAY_RULES,
    NO_SINGLE,
    WEEKDAY_NAME,
    Readings,
    Rule,
    day_of_month,
    day_of_year,
)
from domain.reading.festivals import feast_days, find_feast
from domain.reading.sentences import Sentence, pattern
from domain.words import LONGEST, lowered

_KE = "(?:ke|se|के|से)"
_AROUND = pattern(
    rf"(?:(?P<n>\d{{1,2}}) day |(?P<one>(?:the )?(?:next )?day ))?(?P<side>before|after|later) <feast>"
    rf"|<feast> {_KE} (?:(?P<m>\d{{1,2}}) day )?(?P<side2>before|later)"
)
_ALONE = re.compile(r"(?P<d>\d{1,2})(?: (?P<m>\d{1,2})(?: (?P<y>\d{4}))?)?")

# Only these are worth asking dateparser, which is slow: "in 3 days", "2 हफ्ते बाद".
_SPAN = re.compile(r"day|week|month|fortnight|din|ha?fte|दिन|हफ्ते|सप्ताह|महीने")
_LONGEST_SPAN = 40


@dataclass(frozen=True, slots=True)
class Mention:
    """A day that a sentence names at some word: `days` the readings, the likeliest first; `returning`: it stands
    behind "return"."""

    at: int
    days: Readings
    rank: int
    returning: bool = False


@dataclass(frozen=True, slots=True)
class DaysMeant:
    """`days`: the readings, the likeliest first. `unclear`: more than one, or a day named that none can be told of.
    `back`: the day of the return journey, if it is named beside another."""

    days: Readings = ()
    unclear: bool = False
    back: date | None = None


def read_date(text: str, today: date) -> date | None:
    """The date meant, the likeliest if it may be several; as `read_dates`."""
    return next(iter(read_dates(text, today)), None)


def read_dates(text: str, today: date) -> Readings:
    """The dates that a text alone may mean, day before month, the likeliest first; none if there is none in it.

    A date that is past, or far ahead, is returned as it is. Day and month without a year are those of the last 30 days
    if they fall there, else the coming ones. `today` is the date in India.
    """
    if len(text) > LONGEST:
        return ()
    alone = lowered(text).strip(" .!?")
    if match := _ALONE.fullmatch(alone):
        day = int(match["d"])
        return day_of_year(day, int(match["m"]), match["y"], today) if match["m"] else day_of_month(day, today)
    found = find_days(Sentence(text), today)
    return found.days or (() if found.unclear else _span(alone, today))


def find_days(sentence: Sentence, today: date) -> DaysMeant:
    """The day somewhere in a sentence, of which its words are taken out."""
    told = sorted(_mentions(sentence, today), key=lambda mention: mention.at)
    back = [mention for mention in told if mention.returning]
    out = [mention for mention in told if not mention.returning]
    if not told:
        return DaysMeant()
    if back and out:
        return replace(_together(out), back=next(iter(_together(back).days), None))
    return _together(told)


def _together(told: list[Mention]) -> DaysMeant:
    """ "friday 27 nov" is one day; "5 dec or 6 dec" are two, to be asked about."""
    dates = dict.fromkeys(day for mention in told if mention.rank == DATE for day in mention.days)
    weekdays = [mention.days for mention in told if mention.rank == WEEKDAY_NAME]
    if not dates:
        dates = dict.fromkeys(day for days in weekdays for day in days)
        return DaysMeant(tuple(dates), len(dates) != 1)
    for days in weekdays:
        same = [day for day in dates if day.weekday() == days[0].weekday()]
        dates = dict.fromkeys(same or (*dates, days[0]))
    return DaysMeant(tuple(dates), len(dates) != 1)


def _mentions(sentence: Sentence, today: date) -> Iterator[Mention]:
    yield from _by_rules(DATE_RULES, sentence, today)
    yield from _feasts(sentence, today)
    yield from _by_rules(DAY_RULES, sentence, today)


def _by_rules(rules: Sequence[Rule], sentence: Sentence, today: date) -> Iterator[Mention]:
    for what, resolve, rank in rules:
        while found := next((f for f in what.finditer(sentence.text) if resolve(f, today) is not None), None):
            mention = _mention(sentence, *sentence.place_of(found), resolve(found, today) or (), rank)
            denied = sentence.denies(found)
            sentence.take(found, "day")
            if not denied:
                yield mention


def _mention(sentence: Sentence, first: int, last: int, days: Readings, rank: int) -> Mention:
    back = any(word.meant == "return" for word in sentence.words[:first])
    return Mention(sentence.words[first].at, days, rank if days else NO_SINGLE, back)


def _feasts(sentence: Sentence, today: date) -> Iterator[Mention]:
    """Feasts, and days counted from them: "2 days before holi"; "after diwali" is no single day."""
    while feast := find_feast(sentence):
        first, last, name = feast
        days = feast_days(name, today)
        mention = _mention(sentence, first, last, days, DATE)
        sentence.take_words(first, last, "feast")
        if around := sentence.first(_AROUND):
            side = around["side"] or around["side2"]
            ahead = int(around["n"] or around["m"] or around["one"] is not None) * (-1 if side == "before" else 1)
            days = tuple(day + timedelta(days=ahead) for day in days) if ahead else ()
            mention = replace(mention, days=days, rank=DATE if days else NO_SINGLE)
            sentence.take(around, "day")
        yield mention


def _span(text: str, today: date) -> Readings:
    if len(text) > _LONGEST_SPAN or not _SPAN.search(text):
        return ()
    import dateparser  # slow to import, and seldom needed

    base = datetime.combine(today, time(12))
    found = dateparser.parse(
        text,
        languages=["en", "hi"],
        settings={"RELATIVE_BASE": base, "DATE_ORDER": "DMY", "PREFER_DATES_FROM": "future", "REQUIRE_PARTS": ["day"]},
    )
    return (found.date(),) if found else ()
