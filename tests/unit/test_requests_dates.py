"""Dates: the day that people mean, on Monday 23 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.dates import find_days, read_date, read_dates
from domain.reading.sentences import Sentence

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2026-11-23"), ("aaj", "2026-11-23"), ("आज", "2026-11-23"), ("tonight", "2026-11-23"),
        ("tomorrow", "2026-11-24"), ("TOMMOROW", "2026-11-24"), ("kal", "2026-11-24"), ("कल", "2026-11-24"),
        ("day after tomorrow", "2026-11-25"), ("day after", "2026-11-25"), ("parso", "2026-11-25"),
        ("परसों", "2026-11-25"),
        ("friday", "2026-11-27"), ("on Friday please", "2026-11-27"), ("fri", "2026-11-27"), ("शुक्रवार", "2026-11-27"),
        ("somvar ko", "2026-11-30"), ("monday", "2026-11-30"), ("next friday", "2026-12-04"), ("रविवार", "2026-11-29"),
        ("this weekend", "2026-11-28"), ("5/12", "2026-12-05"), ("5.12.2026", "2026-12-05"), ("5-12-26", "2026-12-05"),
        ("5 12", "2026-12-05"), ("2026-12-25", "2026-12-25"), ("25 dec", "2026-12-25"), ("Dec 25th", "2026-12-25"),
        ("25th of December, 2026", "2026-12-25"), ("२५ दिसंबर", "2026-12-25"), ("१ जनवरी", "2027-01-01"),
        ("3 jan", "2027-01-03"), ("30th", "2026-11-30"), ("25 tareekh", "2026-11-25"), ("5", "2026-12-05"),
        ("31", "2026-12-31"), ("in 3 days", "2026-11-26"), ("in two weeks", "2026-12-07"), ("3 दिन बाद", "2026-11-26"),
    ],
)  # fmt: skip
def test_days_meant(text: str, expected: str) -> None:
    assert read_date(text, MONDAY) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("yesterday", "2026-11-22"), ("1/1/2020", "2020-01-01"), ("25 dec 2031", "2031-12-25"), ("22 nov", "2026-11-22")],
)
def test_a_day_that_is_past_or_far_off_is_returned_for_the_caller_to_judge(text: str, expected: str) -> None:
    assert read_date(text, MONDAY) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("today", "text", "expected"),
    [
        ("2026-11-23", "24 oct", "2026-10-24"), ("2026-11-23", "23 oct", "2027-10-23"),
        ("2026-11-23", "22/11", "2026-11-22"), ("2027-01-05", "28 dec", "2026-12-28"),
        ("2027-01-05", "28/11", "2027-11-28"), ("2028-03-05", "29 feb", "2028-02-29"),
    ],
)  # fmt: skip
def test_a_day_of_the_last_thirty_is_meant_as_past_also_across_new_year(today: str, text: str, expected: str) -> None:
    assert read_date(text, date.fromisoformat(today)) == date.fromisoformat(expected)


NO_DATES = (
    "", "hello", "🙂", "31/11", "30 feb", "0", "99", "12301", "10:30", "2nd ac", "1st class", "कल्याण", "kalyan",
    "margao", "9" * 10_000, "kal " * 3_000, "in 99999999999 weeks",
)  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text: str) -> None:
    assert read_date(text, MONDAY) is None


def test_a_date_is_taken_out_of_its_sentence() -> None:
    sentence = Sentence("Patna to Delhi Friday 27 Nov 2 tickets")
    assert find_days(sentence, MONDAY).days == (date(2026, 11, 27),)
    assert [word.typed for word in sentence.words if word.typed] == ["patna", "to", "delhi", "2", "tickets"]


@given(st.text(max_size=320))
def test_any_text_is_taken(text: str) -> None:
    read_date(text, MONDAY)


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_full_date_means_the_same_on_every_day(today: date, day: date) -> None:
    for form in ("%d/%m/%Y", "%d-%m-%y", "%Y-%m-%d", "%d %B %Y", "%d %b %Y"):
        assert read_date(day.strftime(form), today) == day


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.sampled_from(["friday", "25 dec", "1/2", "9th", "कल", "mon"]))
def test_without_a_year_the_coming_day_is_meant_or_one_just_past(today: date, text: str) -> None:
    day = read_date(text, today)
    assert day is not None
    assert (-30 if text in ("25 dec", "1/2") else 0) <= (day - today).days <= 366


@pytest.mark.parametrize("text", ["2026-13-01", "31/11", "99/99/2026", "2026-02-30", "2026/13/01", "1-2-3-4"])
def test_numbers_that_are_no_day(text: str) -> None:
    assert read_date(text, MONDAY) is None


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("new delhi to kota in 5 days", date(2026, 11, 28)),
        ("after 2 days delhi to kota", date(2026, 11, 25)),
        ("दिल्ली से कोटा 2 दिन बाद", date(2026, 11, 25)),
        ("delhi to kota in a week", date(2026, 11, 30)),
        ("delhi to kota 5 days later", date(2026, 11, 28)),
        ("delhi to kota next week monday", date(2026, 11, 30)),
        ("delhi to kota next week friday", date(2026, 12, 4)),
        ("friday next week delhi to kota", date(2026, 12, 4)),
        ("दिल्ली से कोटा अगले हफ्ते शुक्रवार", date(2026, 12, 4)),
        ("agle hafte shukravar ko delhi se kota", date(2026, 12, 4)),
    ],
)
def test_spans_within_a_sentence(sentence: str, day: date) -> None:
    assert find_days(Sentence(sentence), MONDAY).days == (day,)


def days(text: str, today: date = MONDAY) -> str:
    """The readings as "11-27 12-04"."""
    return " ".join(f"{day:%m-%d}" for day in read_dates(text, today))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("next friday", "12-04 11-27"), ("agle shukrawar ko", "12-04 11-27"), ("अगले शुक्रवार", "12-04 11-27"),
        ("monday", "11-30 11-23"), ("somvar ko", "11-30 11-23"), ("this weekend", "11-28 11-29"),
        ("next monday", "11-30"), ("coming monday", "11-30"), ("friday", "11-27"), ("friday next week", "12-04"),
        ("5 or 6 dec", "12-05 12-06"), ("between 5 and 8 december", "12-05 12-08"), ("5-8 dec", "12-05 12-08"),
        ("tomorrow or day after", "11-24 11-25"), ("saturday ya sunday", "11-28 11-29"), ("friday 27 nov", "11-27"),
        ("friday 28 nov", "11-28 11-27"), ("not friday, saturday", "11-28"), ("friday nahi saturday", "11-28"),
    ],
)  # fmt: skip
def test_a_day_with_several_readings_tells_them_all_the_likeliest_first(text: str, expected: str) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("today", "text", "expected"),
    [
        ("2026-11-25", "next monday", "11-30"), ("2026-11-25", "next friday", "12-04 11-27"),
        ("2026-11-28", "this weekend", "11-28 11-29"), ("2026-11-29", "this weekend", "11-29"),
        ("2026-11-27", "friday", "12-04 11-27"), ("2026-11-27", "this friday", "11-27 12-04"),
    ],
)  # fmt: skip
def test_readings_depend_on_the_day_of_the_week(today: str, text: str, expected: str) -> None:
    assert days(text, date.fromisoformat(today)) == expected


@pytest.mark.parametrize("text", ["next week", "in december", "month end", "first week of december", "diwali ke baad"])
def test_a_stretch_of_time_is_no_day_but_asked_about(text: str) -> None:
    meant = find_days(Sentence(text), MONDAY)
    assert (meant.days, meant.unclear) == ((), True)


def test_a_day_behind_return_is_that_of_the_way_back() -> None:
    meant = find_days(Sentence("delhi to agra tomorrow return on sunday"), MONDAY)
    assert (meant.days, meant.back) == ((date(2026, 11, 24),), date(2026, 11, 29))
    assert find_days(Sentence("return on sunday"), MONDAY).days == (date(2026, 11, 29),)
