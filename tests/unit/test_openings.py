"""When booking opens, to whom, and at what hours."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Problem
from domain.quotas import Quota
from domain.railtime import INDIA
from domain.rules.openings import check_open, closes_at, opens_at
from domain.trains import CLASSES, TravelClass
from handlers.texts import LANGUAGES, say

SL, AC3 = TravelClass.SLEEPER, TravelClass.THIRD_AC
JOURNEY = date(2027, 1, 30)
OPENING = date(2026, 12, 1)


def at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), INDIA)


def refusal(
    now: datetime,
    quota: Quota = Quota.GENERAL,
    travel_class: TravelClass = SL,
    *,
    journey: date = JOURNEY,
    run: date | None = None,
    verified: bool = True,
) -> str:
    """The key of the Problem, or "" if the booking may go on; its wording must be complete in every language."""
    try:
        check_open(quota, travel_class, journey, run or journey, now, verified=verified)
    except Problem as problem:
        for language in LANGUAGES:
            say(language).text(f"problem-{problem.key}", **problem.args_for_text)  # KeyError if a blank stays empty
        return problem.key
    return ""


def test_general_booking_opens_sixty_days_ahead_at_eight() -> None:
    assert opens_at(Quota.GENERAL, SL, JOURNEY, JOURNEY) == at(OPENING, "08:00")
    assert refusal(at(OPENING, "07:59")) == "not-open-yet"
    assert refusal(at(OPENING, "08:00")) == ""


@pytest.mark.parametrize("quota", [Quota.LADIES, Quota.SENIOR, Quota.DIVYANG])
def test_the_quotas_for_some_passengers_open_with_it(quota: Quota) -> None:
    assert opens_at(quota, AC3, JOURNEY, JOURNEY) == at(OPENING, "08:00")


def test_the_days_ahead_are_counted_from_where_one_boards_not_from_where_the_train_starts() -> None:
    assert opens_at(Quota.GENERAL, SL, JOURNEY, JOURNEY - timedelta(days=1)) == at(OPENING, "08:00")


def test_tatkal_opens_the_day_before_the_train_leaves_its_origin() -> None:
    run = JOURNEY - timedelta(days=1)
    assert opens_at(Quota.TATKAL, AC3, JOURNEY, run) == at(run - timedelta(days=1), "10:00")
    assert opens_at(Quota.TATKAL, SL, JOURNEY, run) == at(run - timedelta(days=1), "11:00")
    assert refusal(at(run - timedelta(days=1), "10:59"), Quota.TATKAL, run=run) == "not-open-yet"
    assert refusal(at(run - timedelta(days=1), "11:00"), Quota.TATKAL, run=run) == ""


def test_tatkal_is_for_verified_users_and_not_in_first_ac() -> None:
    eve = at(JOURNEY - timedelta(days=1), "12:00")
    assert refusal(eve, Quota.TATKAL, verified=False) == "tatkal-verified"
    assert refusal(eve, Quota.TATKAL, TravelClass.FIRST_AC) == "no-tatkal"
    assert refusal(eve, Quota.TATKAL, TravelClass.EXECUTIVE_CHAIR) == ""
    assert refusal(eve, verified=False) == ""


def test_on_the_opening_day_only_verified_users_buy_and_everybody_from_the_next() -> None:
    assert refusal(at(OPENING, "08:00"), verified=False) == "first-day-verified"
    assert refusal(at(OPENING, "23:44"), verified=False) == "first-day-verified"
    assert refusal(at(OPENING + timedelta(days=1), "00:20"), verified=False) == ""


def test_before_january_2026_the_first_day_was_everybodys() -> None:
    assert refusal(at(date(2026, 1, 11), "08:00"), journey=date(2026, 3, 12), verified=False) == ""
    assert refusal(at(date(2026, 1, 12), "08:00"), journey=date(2026, 3, 13), verified=False) == "first-day-verified"


@pytest.mark.parametrize(
    ("clock", "key"),
    [("00:19", "booking-hours"), ("00:20", ""), ("23:44", ""), ("23:45", "booking-hours"), ("23:59", "booking-hours")],
)
def test_nothing_is_sold_in_the_half_hour_around_midnight(clock: str, key: str) -> None:
    assert refusal(at(OPENING + timedelta(days=9), clock)) == key


def test_who_comes_early_is_told_the_day_and_the_hour() -> None:
    with pytest.raises(Problem) as told:
        check_open(Quota.TATKAL, AC3, JOURNEY, JOURNEY, at(OPENING, "12:00"), verified=True)
    words = say("en").text("problem-not-open-yet", **told.value.args_for_text)
    assert words.startswith("Tatkal opens the day before the train starts")
    assert "29-01-2027 at 10:00" in words


def test_general_is_sold_to_the_second_chart_and_the_other_quotas_to_the_first() -> None:
    leaves = at(JOURNEY, "16:00")
    assert closes_at(Quota.GENERAL, leaves) == at(JOURNEY, "15:30")
    assert closes_at(Quota.TATKAL, leaves) == at(JOURNEY, "06:00")


@given(
    st.sampled_from(list(Quota)),
    st.sampled_from(CLASSES),
    st.dates(date(2026, 2, 1), date(2035, 1, 1)),
    st.integers(0, 3),
    st.times(),
)
def test_every_quota_opens_before_it_closes(
    quota: Quota, travel_class: TravelClass, run: date, nights: int, leaves: time
) -> None:
    journey = run + timedelta(days=nights)
    assert opens_at(quota, travel_class, journey, run) < closes_at(quota, datetime.combine(run, leaves, INDIA))
