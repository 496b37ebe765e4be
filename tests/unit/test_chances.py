"""The chance of a number on a waiting list: from enough cases only, and rather too little than too much."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.bookings import CAN, CNF, RAC, WL, Booking, BookingStatus, Gender, Passenger
from domain.chances import BANDS, LEAST_CASES, Chance, Outcomes, band_of, chance, outcomes, waited_as
from domain.rules.waitlists import WaitingList
from domain.trains import TravelClass
from tests.contract.samples import a_booking

GNWL, TQWL = WaitingList.GENERAL, WaitingList.TATKAL
histories = st.dictionaries(st.sampled_from(BANDS), st.builds(Outcomes, st.integers(0, 60), st.integers(0, 60)))


def party(*people: tuple[str, str], status: BookingStatus = BookingStatus.CONFIRMED, **changes: Any) -> Booking:
    """A booking of passengers by what they booked and how they stand."""
    passengers = tuple(
        Passenger(name=f"P{n}", age=30, gender=Gender.MALE, booked_as=booked, status=now, fare=Decimal(900))
        for n, (booked, now) in enumerate(people)
    )
    return a_booking(passengers=passengers, booking_status=status, **changes)


@pytest.mark.parametrize(
    ("number", "first"), [(1, 1), (5, 1), (6, 6), (10, 6), (11, 11), (20, 11), (21, 21), (50, 21), (51, 51), (400, 51)]
)
def test_numbers_fall_into_bands(number: int, first: int) -> None:
    assert band_of(number) == first


def test_the_part_of_its_own_band_that_got_a_berth() -> None:
    history = {6: Outcomes(32, 9), 11: Outcomes(0, 100), 1: Outcomes(100, 0)}
    assert chance(history, 8) == Chance(78, 41)
    assert chance(history, 3) == Chance(100, 100)
    assert chance(history, 11) == Chance(0, 100)


def test_nothing_is_claimed_of_too_few_cases() -> None:
    assert chance({}, 1) is None
    assert chance({1: Outcomes(LEAST_CASES - 1, 0)}, 1) is None
    assert chance({1: Outcomes(LEAST_CASES, 0)}, 1) == Chance(100, LEAST_CASES)
    assert chance({51: Outcomes(500, 0)}, 51) == Chance(100, 500)


def test_too_few_are_filled_up_from_behind_never_from_before() -> None:
    history = {1: Outcomes(100, 0), 6: Outcomes(6, 0), 11: Outcomes(4, 10), 21: Outcomes(0, 80)}
    assert chance(history, 7) == Chance(50, 20)
    assert chance({1: Outcomes(100, 0), 6: Outcomes(6, 0)}, 7) is None


@given(histories, st.integers(1, 500))
def test_a_chance_is_a_percentage_of_cases_that_were_there(history: dict[int, Outcomes], number: int) -> None:
    told = chance(history, number)
    behind = [found for first, found in history.items() if first >= band_of(number)]
    if told is None:
        assert sum(found.cases for found in behind) < LEAST_CASES
    else:
        assert 0 <= told.percent <= 100
        assert LEAST_CASES <= told.cases <= sum(found.cases for found in behind)


def test_what_became_of_those_who_waited_on_a_run() -> None:
    made = [
        party(("GNWL1", CNF), ("GNWL2", RAC), ("GNWL7", WL)),
        party(("GNWL8", WL), status=BookingStatus.WAITLIST),
        party(("TQWL3", CNF), ("RAC 12", CNF), ("CNF", CNF)),
        party(("GNWL60", CNF), travel_class=TravelClass.SLEEPER),
    ]
    assert outcomes(made) == {
        TravelClass.THIRD_AC: {GNWL: {1: Outcomes(2, 0), 6: Outcomes(0, 2)}, TQWL: {1: Outcomes(1, 0)}},
        TravelClass.SLEEPER: {GNWL: {51: Outcomes(1, 0)}},
    }


def test_who_left_by_himself_or_never_paid_is_no_case() -> None:
    left = {"lines": [{"passenger": 0, "rule": "clerkage"}]}
    made = [
        party(("GNWL1", CAN), status=BookingStatus.REFUNDED, cancellation_details=left),
        party(("GNWL2", WL), status=BookingStatus.HELD),
        party(("GNWL3", WL), status=BookingStatus.EXPIRED),
        party(("GNWL4", CNF), status=BookingStatus.CANCELLED),
    ]
    assert outcomes(made) == {}


def test_who_was_dropped_by_the_chart_waited_to_the_end() -> None:
    lines = [{"passenger": 1, "rule": "clerkage"}, {"passenger": 0, "rule": "chart"}]
    dropped = party(
        ("GNWL4", CAN), ("GNWL5", CAN), status=BookingStatus.REFUNDED, cancellation_details={"lines": lines}
    )
    assert outcomes([dropped]) == {TravelClass.THIRD_AC: {GNWL: {1: Outcomes(0, 1)}}}


@pytest.mark.parametrize(
    ("booked", "meant"),
    [("GNWL52", (GNWL, 52)), ("TQWL1", (TQWL, 1)), ("RAC 22", None), ("CNF", None), ("NOSB", None), (None, None)],
)
def test_the_number_that_was_booked(booked: str | None, meant: tuple[WaitingList, int] | None) -> None:
    person = Passenger(name="Asha", age=30, gender=Gender.FEMALE, booked_as=booked)
    assert waited_as(person) == meant
