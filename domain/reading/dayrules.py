"""Day rules: the words that name a day, in plain English, and the day that each of them names."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from domain.reading.daywords import MONTHS, WEEKDAYS
from domain.reading.sentences import pattern

_WEEK = 7
_SATURDAY = 5
_JUST_PAST = timedelta(days=30)  # "22 nov" on the 23rd is yesterday and not next year: the caller says it is over
_RELATIVE = {"overmorrow": 2, "tomorrow": 1, "today": 0, "yesterday": -1}
_SPANS = {"day": 1, "week": _WEEK, "fortnight": 2 * _WEEK}
_MONTH = "|".join(MONTHS)
_WEEKDAY = "|".join(WEEKDAYS)
_D = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
# "2nd ac" and "3 tickets" are no dates.
_COUNTS = r"(?! (?:of us|a|e|s|ac|tier|class|sitting|economy|chair|more|and child|ticket"
_COUNTS += r"|adult|child|man|woman|infant|sleeper)(?!\S))"
# "2nd ac" is a class; "2nd chair car" and "1st ac chair car" are a day and a class.
_ORDINAL = r"(?P<d>\d{1,2})(?:th|(?:st|nd|rd)(?! (?:ac(?! chair)|class|tier|sitting|economy|a|s|e)(?!\S)))"
_AC = r"(?! (?:ac(?! chair)|tier|class|ticket|adult|child|man|woman|infant)(?!\S))"
_OF_NEXT = r"(?:of |ki |ke |ko |on |the )*"


Readings = tuple[date, ...]  # of a day's name, the likeliest first
# Of what is found: a date; a weekday, which may only say again what the date says; and what names no single day.
DATE, WEEKDAY_NAME, NO_SINGLE = range(3)

_YEAR_FIRST = pattern(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})")
_EIGHT_DIGITS = pattern(r"(?P<d>[0-3]\d)(?P<m>[01]\d)(?P<y>20\d\d)")
_NUMBERS = pattern(r"(?P<d>\d{1,2})(?P<sep>[-/.])(?P<m>\d{1,2})(?:(?P=sep)(?P<y>\d{4}|\d\d))?")
_EITHER = pattern(rf"{_D}(?: ?(?:or|-|and|to|/) |[-/]){_D.replace('<d>', '<e>')} (?:of )?(?P<month>{_MONTH})")
_YEAR = rf"(?:(?: ,)? (?P<y>\d{{4}})| (?P<y2>2\d){_COUNTS}(?! (?:{_MONTH})))?"
_DAY_MONTH = pattern(rf"{_D} (?:of )?(?P<month>{_MONTH}){_YEAR}")
_MONTH_DAY = pattern(rf"(?P<month>{_MONTH}) (?:the |ki |ke )?{_D}{_AC}{_YEAR}")
_NEXT_MONTH = pattern(
    rf"(?P<which>next|this) month {_OF_NEXT}{_D}{_COUNTS}(?: tareekh)?"
    rf"|{_D.replace('<d>', '<e>')} {_OF_NEXT}(?P<which2>next|this) month"
)
_OF_TODAY = pattern("(?P<word>day after tomorrow|tomorrow later|day after|overmorrow|tomorrow|today|yesterday)")
_UNIT = r"(?P<unit>day|week|month|fortnight)"
_IN = pattern(rf"(?:in|after|within) (?P<n>\d{{1,2}}|an?) {_UNIT}|in (?P<unit2>fortnight)")
_LATER = pattern(rf"(?P<n>\d{{1,2}}|an?) {_UNIT} (?:time|from (?:now|today)|after|later|(?:ke|ki|के) later|mein|me|में)")
_WEEKEND = pattern(r"(?:(?P<which>next|this|coming|is|on the|the) )?weekend")
_NEXT_WEEK = r"next week"
_OF_WEEK = pattern(
    rf"(?:(?P<which>{_NEXT_WEEK}|next|this|coming|is|on)(?: (?:on|ke|ki|ka|के|की))? )?(?P<weekday>{_WEEKDAY})"
    rf"(?: (?:of |in )?(?P<later>{_NEXT_WEEK}))?"
)
_SHORT_WEEKDAYS = {
    "som": 0,
    "mangal": 1,
    "budh": 2,
    "shukra": 4,
    "shani": 5,
    "सोम": 0,
    "मंगल": 1,
    "बुध": 2,
    "शुक्र": 4,
    "शनि": 5,
}
_SHORT_WEEKDAY = pattern(rf"(?P<short>{'|'.join(_SHORT_WEEKDAYS)}) (?:ko|को)")
_NO_DAY = pattern(
    rf"(?:\d(?:st|nd|rd|th) |last |next |this |in the )*(?:week|month)"
    rf"(?: (?:of|ending)(?: (?:next|this))?(?: (?:{_MONTH}|month))?)?"
    rf"|(?:in|by|during|early|late|mid|ending of|this|next) (?:{_MONTH}|month)|(?:{_MONTH}) (?:mein|me|में|ending)"
    rf"|(?:next|this|coming) year"
)
_DAY_ONLY = pattern(
    rf"(?:on |for |the |dated? |tareekh )*{_ORDINAL}(?! week)"
    rf"|(?:on|date|dated|tareekh)(?: the)? (?P<e>\d{{1,2}}){_COUNTS}|(?P<f>\d{{1,2}}) (?:ko|को|tareekh|date)"
)


def _numbers(match: re.Match[str], today: date) -> Readings | None:
    return day_of_year(int(match["d"]), int(match["m"]), match["y"], today) or None


def _by_month_name(match: re.Match[str], today: date) -> Readings | None:
    groups = match.groupdict()
    year = groups.get("y") or groups.get("y2")
    return day_of_year(int(match["d"]), MONTHS.index(match["month"]) + 1, year, today) or None


def _either(match: re.Match[str], today: date) -> Readings | None:
    month = MONTHS.index(match["month"]) + 1
    days = [day_of_year(int(match[group]), month, None, today) for group in "de"]
    return (*days[0], *days[1]) if all(days) else None


def day_of_year(day: int, month: int, year: str | None, today: date) -> Readings:
    """Without a year the coming one, or one of the last 30 days; none if there is no such day."""
    if year:
        found = _day(int(year) if int(year) > 99 else 2000 + int(year), month, day)
        return (found,) if found else ()
    years = (_day(year, month, day) for year in range(today.year - 1, today.year + 2))
    return tuple(found for found in years if found and found >= today - _JUST_PAST)[:1]


def day_of_month(day: int, today: date) -> Readings:
    """The next day of this number; a month that has none is passed over."""
    months = [_month_ahead(today, more) for more in range(3)]
    days = (_day(year, month, day) for year, month in months)
    return tuple(found for found in days if found and found >= today)[:1]


def _month_ahead(today: date, months: int) -> tuple[int, int]:
    return today.year + (today.month + months - 1) // 12, (today.month + months - 1) % 12 + 1


def _day_only(match: re.Match[str], today: date) -> Readings | None:
    return day_of_month(int(match["d"] or match["e"] or match["f"]), today) or None


def _next_month(match: re.Match[str], today: date) -> Readings | None:
    ahead = int((match["which"] or match["which2"]) == "next")
    found = _day(*_month_ahead(today, ahead), int(match["d"] or match["e"]))
    return (found,) if found else None


def _of_week(match: re.Match[str], today: date) -> Readings:
    """The coming one. On the day itself it may be today, and "next" may be this week's if that is still to come."""
    ahead = WEEKDAYS.index(match["weekday"]) - today.weekday()  # in this week, which begins on Monday
    this, following = today + timedelta(days=ahead), today + timedelta(days=ahead + _WEEK)
    which = match["which"] or ""
    if match["later"] or which == "next week":
        return (following,)
    if which == "next":
        return (following, this) if ahead > 0 else (following,)
    if ahead or which == "coming":
        return (this,) if ahead > 0 else (following,)
    return (this, following) if which in ("this", "is") else (following, this)


def _short_weekday(match: re.Match[str], today: date) -> Readings:
    ahead = (_SHORT_WEEKDAYS[match["short"]] - today.weekday()) % _WEEK
    return (today + timedelta(days=ahead),) if ahead else (today + timedelta(days=_WEEK), today)


def _weekend(match: re.Match[str], today: date) -> Readings:
    saturday = today + timedelta(days=_SATURDAY - today.weekday() + (_WEEK if match["which"] == "next" else 0))
    days = (saturday, saturday + timedelta(days=1))
    return tuple(day for day in days if day >= today)


def _of_today(match: re.Match[str], today: date) -> Readings:
    word = match["word"]
    ahead = 2 if word.startswith("day") or word == "tomorrow later" else _RELATIVE[word]
    return (today + timedelta(days=ahead),)


def _of_span(match: re.Match[str], today: date) -> Readings | None:
    groups = match.groupdict()
    unit = groups.get("unit2") or match["unit"]
    count = int(match["n"]) if match["n"] and match["n"].isdecimal() else 1
    if unit in _SPANS:
        return (today + timedelta(days=count * _SPANS[unit]),)
    year, month = _month_ahead(today, count)
    found = next((day for less in range(4) if (day := _day(year, month, today.day - less))), None)
    return (found,) if found else None


def _no_day(match: re.Match[str], today: date) -> Readings:
    return ()


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


Rule = tuple[re.Pattern[str], Callable[[re.Match[str], date], Readings | None], int]
# The more particular before the more general, with the rank of what they find. Feasts come between the two lists.
DATE_RULES: tuple[Rule, ...] = (
    (_EITHER, _either, DATE),
    (_YEAR_FIRST, _numbers, DATE),
    (_EIGHT_DIGITS, _numbers, DATE),
    (_DAY_MONTH, _by_month_name, DATE),
    (_MONTH_DAY, _by_month_name, DATE),
    (_NUMBERS, _numbers, DATE),
    (_NEXT_MONTH, _next_month, DATE),
    (_IN, _of_span, DATE),
    (_LATER, _of_span, DATE),
)
DAY_RULES: tuple[Rule, ...] = (
    (_OF_TODAY, _of_today, DATE),
    (_WEEKEND, _weekend, DATE),
    (_OF_WEEK, _of_week, WEEKDAY_NAME),
    (_SHORT_WEEKDAY, _short_weekday, WEEKDAY_NAME),
    (_DAY_ONLY, _day_only, DATE),
    (_NO_DAY, _no_day, NO_SINGLE),
)
