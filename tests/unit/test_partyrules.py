"""Who may travel on one ticket, how many tickets a month, and what children pay."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.bookings import Gender, PassengerDetails
from domain.errors import Problem
from domain.quotas import Quota
from domain.rules.children import ChildFare, child_fare, fare_share
from domain.rules.partyrules import check_monthly, check_quota_party, most_passengers
from domain.trains import CLASSES, TravelClass
from handlers.texts import LANGUAGES, say

F, M, T = Gender.FEMALE, Gender.MALE, Gender.TRANSGENDER
SITTING = {TravelClass(code) for code in ("CC", "EC", "EV", "2S", "3E")}


def party(*people: tuple[int, Gender]) -> list[PassengerDetails]:
    return [PassengerDetails(name=f"P{n}", age=age, gender=gender) for n, (age, gender) in enumerate(people)]


def refusal(quota: Quota, *people: tuple[int, Gender]) -> str:
    """The key of the Problem, or ""; its wording must be complete in every language."""
    try:
        check_quota_party(quota, party(*people))
    except Problem as problem:
        for language in LANGUAGES:
            say(language).text(f"problem-{problem.key}", **problem.args_for_text)  # KeyError if a blank stays empty
        return problem.key
    return ""


def test_six_travel_on_a_ticket_and_four_on_a_tatkal_one() -> None:
    assert refusal(Quota.GENERAL, *[(30, M)] * 6) == ""
    assert refusal(Quota.GENERAL, *[(30, M)] * 7) == "too-many-passengers"
    assert refusal(Quota.TATKAL, *[(30, M)] * 4) == ""
    assert refusal(Quota.TATKAL, *[(30, M)] * 5) == "too-many-for-quota"
    assert [most_passengers(quota) for quota in Quota] == [6, 4, 4, 6, 2, 2]


def test_women_travel_in_the_ladies_quota_with_their_small_children() -> None:
    assert refusal(Quota.LADIES, (34, F), (11, M), (3, F)) == ""
    assert refusal(Quota.LADIES, (34, F), (12, M)) == "ladies-only"
    assert refusal(Quota.LADIES, (34, F), (40, T)) == "ladies-only"
    assert refusal(Quota.LADIES, (9, M)) == "ladies-with-children"


def test_the_senior_quota_is_for_one_or_two_who_are_both_of_age() -> None:
    assert refusal(Quota.SENIOR, (60, M), (45, F)) == ""
    assert refusal(Quota.SENIOR, (59, M)) == "seniors-only"
    assert refusal(Quota.SENIOR, (70, M), (44, F)) == "seniors-only"
    assert refusal(Quota.SENIOR, (70, M), (70, F), (71, F)) == "too-many-for-quota"


def test_a_divyang_passenger_brings_one_escort() -> None:
    assert refusal(Quota.DIVYANG, (30, M), (28, F)) == ""
    assert refusal(Quota.DIVYANG, (30, M), (28, F), (5, F)) == "too-many-for-quota"


def test_who_is_refused_reads_whose_age_it_is_and_what_else_there_is() -> None:
    with pytest.raises(Problem) as told:
        check_quota_party(Quota.SENIOR, party((70, M), (44, F)))
    words = say("en").text(f"problem-{told.value.key}", **told.value.args_for_text)
    assert "P1 is younger" in words
    assert "general quota" in words


@pytest.mark.parametrize(
    ("booked", "verified", "key"),
    [
        (11, False, ""),
        (12, False, "monthly-limit"),
        (12, True, ""),
        (23, True, ""),
        (24, True, "monthly-limit-verified"),
    ],
)
def test_twelve_tickets_a_month_and_twenty_four_when_verified(booked: int, verified: bool, key: str) -> None:
    if not key:
        check_monthly(booked, verified)
        return
    with pytest.raises(Problem) as told:
        check_monthly(booked, verified)
    assert told.value.key == key
    assert all(say(code).text(f"problem-{key}", **told.value.args_for_text) for code in LANGUAGES)


def test_a_child_under_five_goes_free_and_one_under_twelve_for_half_without_a_berth() -> None:
    assert [child_fare(age, TravelClass.SLEEPER) for age in (4, 5, 11, 12)] == ["free", "half", "half", "full"]
    assert fare_share(4, TravelClass.SLEEPER, berth=False) == Decimal(0)
    assert fare_share(11, TravelClass.SLEEPER, berth=False) == Decimal("0.5")
    assert fare_share(11, TravelClass.SLEEPER, berth=True) == fare_share(4, TravelClass.SLEEPER, berth=True) == 1


def test_where_everybody_sits_a_child_of_five_needs_a_seat() -> None:
    for cls in CLASSES:
        fare = child_fare(7, cls)
        assert fare is (ChildFare.FULL if cls in SITTING else ChildFare.HALF)
        assert fare.may_go_without_berth is (cls not in SITTING)
        assert child_fare(4, cls) is ChildFare.FREE


@given(st.integers(0, 125), st.sampled_from(CLASSES))
def test_a_berth_is_always_paid_in_full_and_nobody_older_pays_less(age: int, travel_class: TravelClass) -> None:
    assert fare_share(age, travel_class, berth=True) == 1
    younger, older = (fare_share(years, travel_class, berth=False) for years in (age, age + 1))
    assert younger <= older
