"""Dates: the day that a person means by "kal", "next friday", "5/12" or "25 दिसंबर", seen from a given today."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from domain.words import END, LONGEST, START, lowered

_WEEK = 7
_JUST_PAST = timedelta(days=30)  # "22 nov" on the 23rd is yesterday and not next year: the caller says it is over
_WEEKDAYS = (
    "mon(?:day)?|som(?:v|w)a+r|सोमवार",
    "tues?(?:day)?|mangal(?:v|w)a+r|मंगलवार",
    "wed(?:nesday)?|budh?(?:v|w)a+r|बुधवार",
    "thur?s?(?:day)?|(?:guru|brihaspati|veer)(?:v|w)a+r|गुरुवार|गुरूवार|बृहस्पतिवार|वीरवार",
    "fri(?:day)?|shukra?(?:v|w)a+r|शुक्रवार",
    "sat(?:urday)?|weekend|shani(?:v|w)a+r|शनिवार",
    "sun(?:day)?|(?:ravi|it)(?:v|w)a+r|रविवार|इतवार",
)
_MONTHS = (
    "jan(?:uary)?|जनवरी", "feb(?:ruary)?|फरवरी", "mar(?:ch)?|मार्च", "apr(?:il)?|अप्रैल", "may|मई", "june?|जून",
    "july?|जुलाई", "aug(?:ust)?|अगस्त", "sept?(?:ember)?|सितंबर|सितम्बर", "oct(?:ober)?|अक्टूबर|अक्तूबर",
    "nov(?:ember)?|नवंबर|नवम्बर", "dec(?:ember)?|दिसंबर|दिसम्बर",
)  # fmt: skip
_RELATIVE = {
    "day after tomorrow|day after|parso+n?|परसों?|overmorrow": 2,
    "tom+or+ow|tmrw?|tmw|kal|कल": 1,
    "today|tonight|aa?j|आज": 0,
    "yesterday": -1,
}
_MONTH = "|".join(f"(?:{names})" for names in _MONTHS)
_WEEKDAY = "|".join(f"(?:{names})" for names in _WEEKDAYS)
_ORDINAL = r"(?:st|nd|rd|th)"
# "2nd AC" and "1st class" are no dates.
_NO_CLASS = r"(?!\s*(?:a\.?/?c|class|sitting|seater|tier|एसी))"

Found = tuple[date | None, str]


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(START + text + END)


_YEAR_FIRST = _pattern(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})")
_NUMBERS = _pattern(
    r"(?<!\d[-/.])(?P<d>\d{1,2})\s?(?P<sep>[-/.])\s?(?P<m>\d{1,2})(?:\s?(?P=sep)\s?(?P<y>\d{4}|\d\d))?(?![-/.]\d)"
)
_DAY_MONTH = _pattern(
    rf"(?P<d>\d{{1,2}}){_ORDINAL}?[\s.-]*(?:of )?(?P<month>{_MONTH})(?:[\s,.-]*(?P<y>\d{{4}}|'\d\d))?"
)
_MONTH_DAY = _pattern(rf"(?P<month>{_MONTH})[\s.-]*(?P<d>\d{{1,2}}){_ORDINAL}?{_NO_CLASS}(?:[\s,]+(?P<y>\d{{4}}))?")
_DAY_ONLY = _pattern(rf"(?P<d>\d{{1,2}})\s*(?:{_ORDINAL}{_NO_CLASS}|ta+r(?:ee|i)kh|तारीख)")
_NEXT, _NEXT_WEEK = "(?:next|agle|अगले)", r"(?:next|agle|अगले)\s+(?:week|ha?fte|हफ्ते|सप्ताह)"
_OF_WEEK = _pattern(
    rf"(?:(?P<next>{_NEXT_WEEK}(?:\s+(?:on|ke|के))?|{_NEXT})\s+|(?:this|coming|on|is|इस)\s+)?"
    rf"(?P<weekday>{_WEEKDAY})(?:\s+(?:of\s+)?(?P<later>{_NEXT_WEEK}))?"
)
_OF_TODAY = _pattern("(?P<word>" + "|".join(f"(?:{words})" for words in _RELATIVE) + ")")
_ALONE = re.compile(r"(?P<d>\d{1,2})(?: (?P<m>\d{1,2})(?: (?P<y>\d{4}))?)?")

# Only these are worth asking dateparser, which is slow: "in 3 days", "2 हफ्ते बाद".
_SPAN = _pattern(r"(?:days?|weeks?|months?|fortnight|din|ha?fte|दिन|दिनों|हफ्ते|सप्ताह|महीने)")
_LONGEST_SPAN = 40
_SOME = {"a": 1, "one": 1, "ek": 1, "एक": 1, "two": 2, "do": 2, "दो": 2, "three": 3, "teen": 3, "तीन": 3}
_N = rf"(?P<n>\d{{1,2}}|{'|'.join(_SOME)})"
_UNIT = r"\s+(?P<unit>days?|din|दिन|दिनों|weeks?|ha?fte|hafta|हफ्ते|हफ्ता|सप्ताह)"
_IN = _pattern(rf"(?:in|after)\s+{_N}{_UNIT}")
_LATER = _pattern(rf"{_N}{_UNIT}\s+(?:later|after|from now|(?:ke )?baa?d|(?:के )?बाद|mein|में)")


def read_date(text: str, today: date) -> date | None:
    """The date meant, day before month; None if there is none in the text.

    A date that is past, or far ahead, is returned as it is. Day and month without a year are those of the last 30 days
    if they fall there, else the coming ones. `today` is the date in India.
    """
    if len(text) > LONGEST:
        return None
    text = lowered(text)
    if match := _ALONE.fullmatch(text.strip(" .!?")):
        return _by_numbers(match, today) if match["m"] else _of_month(match, today)
    found, _ = find_date(text, today)
    return found or _span(text, today)


def find_date(text: str, today: date) -> Found:
    """The date somewhere in a sentence, and the sentence (`lowered`) without it; (None, sentence) if there is none."""
    text = lowered(text)
    for pattern, resolve in _RULES:
        for match in pattern.finditer(text):
            found = resolve(match, today)
            if found is not None:
                rest = text[: match.start()] + " , " + text[match.end() :]
                return found, _OF_WEEK.sub(" , ", _OF_TODAY.sub(" , ", rest))
    return None, text


def _by_numbers(match: re.Match[str], today: date) -> date | None:
    return _resolved(int(match["d"]), int(match["m"]), match["y"], today)


def _by_month_name(match: re.Match[str], today: date) -> date | None:
    month = next(i for i, names in enumerate(_MONTHS, start=1) if re.fullmatch(names, match["month"]))
    return _resolved(int(match["d"]), month, match["y"], today)


def _resolved(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        number = int(year.strip("'"))
        return _day(number if number > 99 else 2000 + number, month, day)
    years = (_day(year, month, day) for year in range(today.year - 1, today.year + 2))
    return next((found for found in years if found and found >= today - _JUST_PAST), None)


def _of_month(match: re.Match[str], today: date) -> date | None:
    """The next day of this number; a month that has none is passed over."""
    number = int(match["d"])
    months = [(today.year + (today.month + ahead - 1) // 12, (today.month + ahead - 1) % 12 + 1) for ahead in range(3)]
    days = (_day(year, month, number) for year, month in months)
    return next((day for day in days if day and day >= today), None)


def _of_week(match: re.Match[str], today: date) -> date:
    """The coming one, never today; "next" means that of next week."""
    weekday = next(i for i, names in enumerate(_WEEKDAYS) if re.fullmatch(names, match["weekday"]))
    if match["next"] or match["later"]:
        return today + timedelta(days=_WEEK - today.weekday() + weekday)
    return today + timedelta(days=(weekday - today.weekday() - 1) % _WEEK + 1)


def _of_today(match: re.Match[str], today: date) -> date:
    return today + timedelta(days=next(n for words, n in _RELATIVE.items() if re.fullmatch(words, match["word"])))


def _of_span(match: re.Match[str], today: date) -> date:
    number = int(match["n"]) if match["n"].isdecimal() else _SOME[match["n"]]
    return today + timedelta(days=number * (1 if match["unit"][0] in "dद" else _WEEK))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (_YEAR_FIRST, _by_numbers),
    (_NUMBERS, _by_numbers),
    (_DAY_MONTH, _by_month_name),
    (_MONTH_DAY, _by_month_name),
    (_IN, _of_span),
    (_LATER, _of_span),
    (_OF_TODAY, _of_today),
    (_OF_WEEK, _of_week),
    (_DAY_ONLY, _of_month),
)


def _span(text: str, today: date) -> date | None:
    if len(text) > _LONGEST_SPAN or not _SPAN.search(text):
        return None
    import dateparser  # slow to import, and seldom needed

    base = datetime.combine(today, time(12))
    found = dateparser.parse(
        text,
        languages=["en", "hi"],
        settings={"RELATIVE_BASE": base, "DATE_ORDER": "DMY", "PREFER_DATES_FROM": "future", "REQUIRE_PARTS": ["day"]},
    )
    return found.date() if found else None
