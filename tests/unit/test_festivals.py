"""Festivals: days that go by the name of a feast."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.dates import read_date, read_dates
from domain.reading.festivals import feast_days, find_feast
from domain.reading.sentences import Sentence

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("holi", "2027-03-22"), ("holi pe", "2027-03-22"), ("होली पर", "2027-03-22"), ("diwali", "2027-10-29"),
        ("deepawali ke din", "2027-10-29"), ("दिवाली", "2027-10-29"), ("dussehra", "2027-10-09"),
        ("christmas", "2026-12-25"), ("xmas eve", "2026-12-24"), ("new year", "2027-01-01"),
        ("new year's eve", "2026-12-31"),
        ("republic day", "2027-01-26"), ("independence day", "2027-08-15"), ("makar sankranti", "2027-01-15"),
        ("raksha bandhan", "2027-08-17"), ("chhath puja", "2027-11-04"), ("good friday", "2027-03-26"),
        ("guru nanak jayanti", "2026-11-24"), ("day after diwali", "2027-10-30"), ("2 days before holi", "2027-03-20"),
        ("holi se 2 din pehle", "2027-03-20"), ("holi ke baad", "None"),
    ],
)  # fmt: skip
def test_feasts_by_their_date(text: str, expected: str) -> None:
    assert str(read_date(text, MONDAY)) == expected


def test_a_feast_by_the_moon_may_be_a_day_later() -> None:
    assert read_dates("eid", MONDAY) == (date(2027, 3, 10), date(2027, 3, 11))


def test_on_the_day_itself_the_feast_is_today() -> None:
    assert read_date("holi", date(2027, 3, 22)) == date(2027, 3, 22)
    assert read_date("holi", date(2027, 3, 23)) == date(2028, 3, 11)


def test_beyond_the_table_a_moving_feast_has_no_date() -> None:
    assert feast_days("holi", date(2030, 12, 1)) == ()
    assert feast_days("christmas", date(2035, 12, 1)) == (date(2035, 12, 25),)


@given(st.dates(date(2025, 1, 1), date(2029, 12, 31)), st.sampled_from(["holi", "diwali", "eid", "easter", "newyear"]))
def test_a_feast_comes_within_thirteen_months(today: date, feast: str) -> None:
    first = feast_days(feast, today)[0]
    assert today <= first <= today + timedelta(days=400)


@pytest.mark.parametrize(
    ("year", "easter"), [(2025, "04-20"), (2026, "04-05"), (2027, "03-28"), (2028, "04-16"), (2030, "04-21")]
)
def test_easter(year: int, easter: str) -> None:
    assert feast_days("easter", date(year, 1, 1)) == (date.fromisoformat(f"{year}-{easter}"),)


def test_a_place_is_no_feast() -> None:
    assert find_feast(Sentence("holalkere to diwana")) is None
