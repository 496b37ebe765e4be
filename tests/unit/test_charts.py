"""When charts are made: by the hour at which the train leaves its origin."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.railtime import INDIA
from domain.rules.charts import first_chart_at, second_chart_at

DAY, EVE = date(2026, 12, 10), date(2026, 12, 9)


def at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), INDIA)


@pytest.mark.parametrize(
    ("leaves", "charted"),
    [
        ("05:01", at(EVE, "20:00")),
        ("09:30", at(EVE, "20:00")),
        ("14:00", at(EVE, "20:00")),
        ("14:01", at(DAY, "04:01")),
        ("23:59", at(DAY, "13:59")),
        ("00:00", at(EVE, "14:00")),
        ("00:05", at(EVE, "14:05")),
        ("05:00", at(EVE, "19:00")),
    ],
)
def test_trains_of_the_day_are_charted_the_evening_before_others_ten_hours_before(
    leaves: str, charted: datetime
) -> None:
    assert first_chart_at(at(DAY, leaves)) == charted


def test_the_hour_is_that_of_india_whatever_zone_the_time_comes_in() -> None:
    leaves = at(DAY, "05:01").astimezone(UTC)
    assert first_chart_at(leaves) == at(EVE, "20:00")
    assert first_chart_at(leaves).tzinfo is INDIA


def test_the_second_chart_is_made_half_an_hour_before_departure() -> None:
    assert second_chart_at(at(DAY, "00:05")) == at(EVE, "23:35")


def test_a_train_of_autumn_2025_was_charted_by_the_rule_of_its_day() -> None:
    assert first_chart_at(at(date(2025, 9, 2), "09:30")) == at(date(2025, 9, 1), "21:00")
    assert first_chart_at(at(date(2025, 9, 2), "16:00")) == at(date(2025, 9, 2), "08:00")


@given(st.dates(date(2025, 1, 1), date(2035, 1, 1)), st.times())
def test_the_first_chart_comes_well_before_the_second_and_that_before_departure(day: date, clock: time) -> None:
    leaves = datetime.combine(day, clock, INDIA)
    first, second = first_chart_at(leaves), second_chart_at(leaves)
    assert timedelta(hours=7) < second - first < timedelta(hours=18)
    assert second < leaves
