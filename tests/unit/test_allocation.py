"""Choosing berths: together, as wished, lowers for the old, long stretches left free, nobody twice."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.allocation import available, choose
from domain.bookings import Gender, PassengerDetails
from domain.coaches import BAYS, bay_of, kind_of
from domain.ids import StationCode, TrainId
from domain.inventory import Berth, BerthKind, Coach, Run, RunKey, RunState, legs_between
from domain.trains import CLASSES, TravelClass

SL, CC, EC = TravelClass.SLEEPER, TravelClass.CHAIR_CAR, TravelClass.EXECUTIVE_CHAIR
STOPS = tuple(StationCode(code) for code in "ABCDE")
WHOLE = legs_between(0, 4)


def run(coaches: int = 2, size: int = 72, **sold: dict[int, int]) -> RunState:
    """A sleeper run A-B-C-D-E; `sold` gives the legs sold by berth number for each coach."""
    key = RunKey(TrainId("12345"), date(2030, 1, 7))
    return RunState(Run(key, STOPS, tuple(Coach(f"S{n}", SL, size) for n in range(1, coaches + 1))), sold)


def person(age: int = 30, gender: Gender = Gender.MALE, wish: BerthKind | None = None) -> PassengerDetails:
    return PassengerDetails(name=f"P{age}", age=age, gender=gender, preference=wish)


def test_a_berth_is_sold_again_once_its_traveller_has_left() -> None:
    state = run(1, 1, S1={1: legs_between(0, 2)})
    assert choose(state, SL, legs_between(2, 4), [person()], 0) == (Berth("S1", 1),)
    assert choose(state, SL, legs_between(1, 3), [person()], 0) is None


def test_a_part_sold_berth_is_chosen_before_a_wholly_free_one() -> None:
    state = run(2, 72, S2={37: legs_between(0, 2)})
    assert choose(state, SL, legs_between(2, 4), [person()], 0) == (Berth("S2", 37),)


def test_a_family_gets_one_bay_even_if_other_coaches_would_meet_more_wishes() -> None:
    sold = {number: WHOLE for number in range(1, 73) if number not in (9, 10, 11, 12, 20, 30, 40)}
    berths = choose(run(1, 72, S1=sold), SL, WHOLE, [person(wish=BerthKind.UPPER)] * 4, 0)
    assert berths is not None
    assert {bay_of(SL, berth.number) for berth in berths} == {1}


def test_a_party_that_fits_no_bay_is_kept_as_near_as_can_be() -> None:
    sold = {number: WHOLE for number in range(1, 73) if number not in (1, 40, 41, 49)}
    berths = choose(run(1, 72, S1=sold), SL, WHOLE, [person()] * 3, 0)
    assert berths is not None
    assert {berth.number for berth in berths} == {40, 41, 49}


def test_a_party_larger_than_any_coachs_rest_is_split_rather_than_refused() -> None:
    sold = {number: WHOLE for number in range(1, 73) if number not in (5, 6)}
    berths = choose(run(2, 72, S1=sold, S2=sold), SL, WHOLE, [person()] * 3, 0)
    assert berths is not None
    assert sorted(berth.coach for berth in berths).count("S1") in (1, 2)


@pytest.mark.parametrize(("travel_class", "people"), [(CC, 2), (CC, 3), (EC, 2)])
def test_who_sits_together_has_no_stranger_and_no_aisle_between(travel_class: TravelClass, people: int) -> None:
    coach = Coach("C1", travel_class, 40)
    state = RunState(Run(RunKey(TrainId("12345"), date(2030, 1, 7)), STOPS, (coach,)), {})
    for spread in range(0, 40_000, 97):
        seats = choose(state, travel_class, WHOLE, [person()] * people, spread)
        assert seats is not None
        numbers = sorted(seat.number for seat in seats)
        assert numbers == list(range(numbers[0], numbers[0] + people))
        assert len({bay_of(travel_class, number) for number in numbers}) == 1
        kinds = [kind_of(travel_class, number) for number in numbers]
        assert (BerthKind.AISLE, BerthKind.AISLE) not in pairwise(kinds)
    windows = choose(state, travel_class, WHOLE, [person(wish=BerthKind.WINDOW)] * 2, 0)
    assert windows is not None
    assert {kind_of(travel_class, seat.number) for seat in windows} == {BerthKind.WINDOW}


def test_wishes_and_lower_berths_for_the_old() -> None:
    party = [person(67), person(30, wish=BerthKind.UPPER), person(46, Gender.FEMALE), person(30)]
    berths = choose(run(), SL, WHOLE, party, 5)
    assert berths is not None
    kinds = [kind_of(SL, berth.number) for berth in berths]
    assert kinds[:3] == [BerthKind.LOWER, BerthKind.UPPER, BerthKind.LOWER]


def test_two_lower_berths_come_before_a_lower_and_a_side_lower_though_these_are_sold_on_other_legs() -> None:
    sold = dict.fromkeys((1, 7), legs_between(0, 2)) | {4: WHOLE}  # the first bay: a lower and a side lower, part sold
    party = [person(wish=BerthKind.LOWER), person(wish=BerthKind.LOWER)]
    berths = choose(run(1, 72, S1=sold), SL, legs_between(2, 4), party, 0)
    assert berths is not None
    assert [kind_of(SL, berth.number) for berth in berths] == [BerthKind.LOWER, BerthKind.LOWER]


def test_berths_by_number_as_the_rules_tell_them() -> None:
    assert [kind_of(SL, n).value for n in (1, 2, 3, 4, 7, 8, 72)] == ["LB", "MB", "UB", "LB", "SL", "SU", "SU"]
    two_ac = [kind_of(TravelClass.SECOND_AC, n).value for n in (1, 2, 3, 4, 5, 6)]
    assert two_ac == ["LB", "UB", "LB", "UB", "SL", "SU"]
    assert set(BAYS) == set(CLASSES)


@given(
    sold=st.dictionaries(st.integers(1, 16), st.integers(0, 15)),
    legs=st.sampled_from([legs_between(i, j) for i in range(4) for j in range(i + 1, 5)]),
    wishes=st.lists(
        st.sampled_from([None, BerthKind.LOWER, BerthKind.UPPER, BerthKind.SIDE_LOWER]), min_size=1, max_size=6
    ),
    spread=st.integers(0, 10**9),
)
def test_whoever_is_seated_sits_on_free_berths_of_their_own(
    sold: dict[int, int], legs: int, wishes: list[BerthKind | None], spread: int
) -> None:
    state = run(2, 8, S1={n: m for n, m in sold.items() if n <= 8}, S2={n - 8: m for n, m in sold.items() if n > 8})
    berths = choose(state, SL, legs, [person(20 + n, wish=wish) for n, wish in enumerate(wishes)], spread)
    assert (berths is None) == (available(state, SL, legs) < len(wishes))
    if berths is not None:
        assert len(set(berths)) == len(wishes)
        assert not any(state.mask(berth) & legs for berth in berths)


def test_the_run_keeps_its_own_numbering_when_the_timetable_changes() -> None:
    opened = run().run
    assert opened.span(1, 3, StationCode("B"), StationCode("D")) == (1, 3)
    assert opened.span(0, 1, StationCode("B"), StationCode("D")) == (1, 3)
    assert opened.span(0, 1, StationCode("D"), StationCode("B")) is None
