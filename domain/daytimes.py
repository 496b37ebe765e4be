"""Times of day: morning, afternoon, evening and night, and the one that a sentence names."""

from datetime import time
from enum import StrEnum

from domain.reading.daywords import MONTHS
from domain.reading.sentences import Sentence, pattern


class TimeOfDay(StrEnum):
    """Parts of the day in which a train leaves."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


# From which hour, until the next begins; the night goes on past midnight.
_BEGINS = {4: TimeOfDay.MORNING, 12: TimeOfDay.AFTERNOON, 16: TimeOfDay.EVENING, 20: TimeOfDay.NIGHT}
_NAMED = {
    "morning": TimeOfDay.MORNING, "noon": TimeOfDay.AFTERNOON, "afternoon": TimeOfDay.AFTERNOON,
    "evening": TimeOfDay.EVENING, "night": TimeOfDay.NIGHT,
}  # fmt: skip
_GREETING = pattern(
    r"(?:very )?good (?:morning|afternoon|evening|night|day)|good ?(?:mrng|mrning|evng)|subh? (?:morning)"
)
_CLOCK = pattern(
    r"(?:(?:at|by|around|about|after|before) )?(?P<hour>\d{1,2})(?:[:.]?(?P<minute>[0-5]\d))? ?"
    r"(?P<half>am|pm|a m|p m|oclock|clock|hrs|hours|baje)"
    r"|(?:(?:at|by|around|about|after|before) )?(?P<h24>[01]?\d|2[0-3]):[0-5]\d(?: ?(?P<half24>am|pm))?"
)
_IN_THE = pattern(
    r"(?:(?:at|by|around|about|after|before) )?\d{1,2} (?=in the (?:morning|afternoon|evening|night))in the"
)
_WORD = pattern(r"(?:early |late |in the |mid)?(?P<part>morning|afternoon|evening|noon|night)")


def part_of_day(clock: time) -> TimeOfDay:
    """Morning from 4, afternoon from 12, evening from 16, night from 20 to 4 o'clock."""
    return next((part for hour, part in reversed(_BEGINS.items()) if clock.hour >= hour), TimeOfDay.NIGHT)


def take_greetings(sentence: Sentence) -> None:
    """ "Good morning" says nothing of the journey."""
    for found in sentence.all(_GREETING):
        sentence.take(found, "")


def find_clock(sentence: Sentence) -> TimeOfDay | None:
    """The part of the day of a clock time, "5 pm", which is taken out: before its numbers are read as anything else."""
    for spoken in sentence.all(_IN_THE):
        if sentence.words[max(sentence.place_of(spoken)[0] - 1, 0)].meant not in MONTHS:
            sentence.take(spoken, "time")
    found = sentence.first(_CLOCK)
    if found is None:
        return None
    half = found["half"] or found["half24"] or ""
    hour = int(found["hour"] or found["h24"])
    sentence.take(found, "time")
    if half.startswith(("a", "p")) and hour <= 12:
        return part_of_day(time(hour % 12 + (12 if half[0] == "p" else 0)))
    if half in ("baje", "oclock", "clock") and hour <= 12:
        return None  # of which half of the day, other words tell
    return part_of_day(time(hour)) if hour < 24 else None


def find_time_of_day(sentence: Sentence) -> list[TimeOfDay]:
    """The parts of the day that are named, each once, in their order; they are taken out."""
    named: list[TimeOfDay] = []
    while found := sentence.first(_WORD):
        sentence.take(found, "time")
        named.append(_NAMED[found["part"]])
    return list(dict.fromkeys(named))
