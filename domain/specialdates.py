"""The dates of a special train: single days and spans, as the desk writes them, and those that it is offered."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from domain.dates import read_date
from domain.errors import Problem
from domain.specials import FARTHEST, MOST_DATES
from domain.words import western_digits

_BETWEEN = re.compile(r"[,;\n]+|\s+(?:and|aur|और)\s+|\s*&\s*")
_SPAN = re.compile(r"(?P<first>.+?)\s*(?:\.\.+|–|—|\s-\s|\s(?:to|till|until|se|से)\s)\s*(?P<last>.+?)(?:\s+(?:tak|तक))?")
_DAYS_OF_MONTH = re.compile(r"(?P<first>\d{1,2})\s*-\s*(?P<last>\d{1,2}\s*[^\W\d].*)")  # "20-25 Dec"
_DAY_ALONE = re.compile(r"\d{1,2}")
FRIDAY, SUNDAY, WEEKS = 4, 6, 4


class Offered(StrEnum):
    """What can be had by one tap."""

    TOMORROW = "tomorrow"
    WEEK = "week"  # every day of a week, from tomorrow
    WEEKENDS = "weekends"  # Fridays and Sundays of four weeks


def offered_dates(choice: Offered, today: date) -> tuple[date, ...]:
    """The days of an offer, from tomorrow on."""
    ahead = [today + timedelta(days) for days in range(1, 1 + WEEKS * 7)]
    match choice:
        case Offered.TOMORROW:
            return tuple(ahead[:1])
        case Offered.WEEK:
            return tuple(ahead[:7])
        case Offered.WEEKENDS:
            return tuple(day for day in ahead if day.weekday() in (FRIDAY, SUNDAY))


def read_run_dates(text: str, today: date) -> tuple[date, ...]:
    """From "20 Dec to 5 Jan, 12 Jan"; in their order, each once. Problem `special-dates` for what is no date, and as
    `checked_dates`."""
    parts = [part for part in _BETWEEN.split(western_digits(text).strip()) if part.strip()]
    if not parts:
        raise Problem("special-dates")
    return checked_dates((day for part in parts for day in _days(part.strip(), today)), today)


def checked_dates(days: Iterable[date], today: date) -> tuple[date, ...]:
    """Problem `special-dates-when` unless all are from tomorrow to FARTHEST, or `special-dates-many`."""
    dates = tuple(sorted(set(days)))
    if not today < dates[0] <= dates[-1] <= today + FARTHEST:
        raise Problem("special-dates-when")
    if len(dates) > MOST_DATES:
        raise Problem("special-dates-many", most=MOST_DATES)
    return dates


def _days(part: str, today: date) -> list[date]:
    span = _DAYS_OF_MONTH.fullmatch(part) or _SPAN.fullmatch(part)
    began, ended = (span["first"], span["last"]) if span else (part, part)
    if _DAY_ALONE.fullmatch(began):  # "20 to 25 Dec": of the same month
        began = re.sub(r"^\d{1,2}", began, ended)
    first, last = read_date(began, today), read_date(ended, today)
    if first is None or last is None or last < first:
        raise Problem("special-dates")
    if last - first > FARTHEST:
        raise Problem("special-dates-many", most=MOST_DATES)
    return [first + timedelta(ahead) for ahead in range((last - first).days + 1)]
