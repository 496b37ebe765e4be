"""Availability in the words people know, the waiting lists, and how long they may grow."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.availability import Availability, AvailabilityKind, Counts, next_place
from domain.ids import StationCode
from domain.quotas import Quota
from domain.rules.waitlists import WaitingList, waiting_cap, waiting_list
from domain.trains import CLASSES, Stop, TravelClass

K = AvailabilityKind
GNWL = WaitingList.GENERAL
ROUTE = tuple(
    Stop(StationCode(code), km, km, km) for code, km in zip("ABCDEF", (0, 90, 400, 600, 920, 1000), strict=True)
)
TEXTS = {
    "AVAILABLE-0008": Availability(K.AVAILABLE, 8),
    "AVAILABLE-12345": Availability(K.AVAILABLE, 12345),
    "CURR_AVBL-0141": Availability(K.CURRENT, 141),
    "RAC 22/RAC 21": Availability(K.RAC, 22, 21),
    "GNWL52/WL33": Availability(K.WAITING, 52, 33, GNWL),
    "TQWL4/WL4": Availability(K.WAITING, 4, 4, WaitingList.TATKAL),
    "GNWL1/RAC6": Availability(K.RAC, 1, 6, GNWL),
    "REGRET": Availability(K.REGRET),
    "NOT AVAILABLE": Availability(K.NOT_AVAILABLE),
    "TRAIN CANCELLED": Availability(K.TRAIN_CANCELLED),
    "TRAIN DEPARTED": Availability(K.TRAIN_DEPARTED),
}

places = st.integers(1, 99_999)
words = st.one_of(
    st.builds(Availability, st.sampled_from([K.AVAILABLE, K.CURRENT]), st.integers(0, 99_999)),
    st.builds(Availability, st.just(K.RAC), places, places, st.none() | st.sampled_from(WaitingList)),
    st.builds(Availability, st.just(K.WAITING), places, places, st.sampled_from(WaitingList)),
    st.builds(Availability, st.sampled_from([K.REGRET, K.NOT_AVAILABLE, K.TRAIN_CANCELLED, K.TRAIN_DEPARTED])),
)
counts = st.builds(
    Counts,
    free=st.integers(0, 2),
    rac_places=st.integers(0, 4),
    rac_taken=st.integers(0, 4),
    rac_last=st.integers(0, 9),
    waiting=st.none() | st.sampled_from(WaitingList),
    waiting_cap=st.integers(0, 4),
    waiting_taken=st.integers(0, 4),
    waiting_last=st.integers(0, 9),
)


@pytest.mark.parametrize("text", TEXTS)
def test_the_words_are_those_of_the_railway(text: str) -> None:
    assert TEXTS[text].text == text
    assert Availability.parse(text) == TEXTS[text]


@given(words)
def test_every_value_is_read_back_from_its_words(value: Availability) -> None:
    assert Availability.parse(value.text) == value


@given(
    st.from_regex(
        r"AVAILABLE-(\d{4}|[1-9]\d{4})|CURR_AVBL-\d{4}"
        r"|RAC [1-9]\d?/RAC [1-9]\d?|(GN|PQ|RL|TQ)WL[1-9]\d?/(WL|RAC)[1-9]\d?",
        fullmatch=True,
        alphabet=st.characters(codec="ascii"),
    )
)
def test_every_text_of_these_forms_is_written_again_as_it_was(text: str) -> None:
    assert Availability.parse(text).text == text


@pytest.mark.parametrize(
    "text", ["", "AVAILABLE", "WL", "RAC", "AVAILABLE-8", "AVAILABLE-00008", "RAC22/RAC21", "GNWL0/WL0", "XXWL1/WL1"]
)
def test_what_is_none_of_them_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"without its number|is not a valid"):
        Availability.parse(text)


def test_a_train_fills_up_from_berths_to_rac_to_the_list_to_regret() -> None:
    empty = Counts(8, rac_places=2, waiting=GNWL, waiting_cap=2)
    assert next_place(empty).text == "AVAILABLE-0008"
    assert next_place(replace(empty, free=0)).text == "RAC 1/RAC 1"
    assert next_place(replace(empty, free=0, rac_taken=1, rac_last=1)).text == "RAC 2/RAC 2"
    no_rac = replace(empty, free=0, rac_taken=2, rac_last=2)
    assert next_place(no_rac).text == "GNWL1/WL1"
    assert next_place(replace(no_rac, waiting_taken=2, waiting_last=2)).text == "REGRET"


def test_after_cancellations_the_second_number_falls_and_the_first_goes_on() -> None:
    waited = Counts(0, 2, 2, 2, GNWL, 90, waiting_taken=32, waiting_last=51)
    assert next_place(waited).text == "GNWL52/WL33"
    moved_up = Counts(0, 9, 5, 9, GNWL, 90, waiting_taken=0, waiting_last=1)
    assert next_place(moved_up).text == "GNWL2/RAC6"
    assert next_place(Counts(0, 30, 20, 21)).text == "RAC 22/RAC 21"


def test_a_quota_without_a_list_is_not_available_and_after_charting_only_berths_are_sold() -> None:
    assert next_place(Counts(0)).text == "NOT AVAILABLE"
    assert next_place(Counts(141), charted=True).text == "CURR_AVBL-0141"
    assert next_place(Counts(0, 4, 0, 0, GNWL, 9), charted=True).text == "NOT AVAILABLE"


@given(counts, st.booleans())
def test_what_is_offered_is_there_and_nobody_goes_past_the_list(now: Counts, charted: bool) -> None:
    offer = next_place(now, charted=charted)
    assert (offer.kind in (K.AVAILABLE, K.CURRENT)) == (now.free > 0)
    if offer.kind is K.RAC:
        assert now.rac_taken < now.rac_places
        assert now.waiting_taken == 0
    if offer.kind is K.WAITING:
        assert now.waiting_taken < now.waiting_cap
        assert offer.number == now.waiting_last + 1
    assert Availability.parse(offer.text) == offer


@pytest.mark.parametrize(
    ("journey", "expected"),
    [
        ("AF", "GNWL"),
        ("AB", "GNWL"),
        ("BC", "GNWL"),  # from the first tenth of the route
        ("CF", "RLWL"),
        ("CE", "RLWL"),  # to the last tenth
        ("DE", "RLWL"),
        ("EF", "RLWL"),
        ("CD", "PQWL"),
    ],
)
def test_the_list_is_chosen_by_the_part_of_the_route(journey: str, expected: str) -> None:
    codes = [stop.station for stop in ROUTE]
    start, end = (codes.index(StationCode(code)) for code in journey)
    assert waiting_list(Quota.GENERAL, start, end, ROUTE) == expected
    assert waiting_list(Quota.TATKAL, start, end, ROUTE) is WaitingList.TATKAL
    assert waiting_list(Quota.LADIES, start, end, ROUTE) is None


def test_where_kilometres_are_not_known_stops_are_counted() -> None:
    route = tuple(Stop(StationCode(code), 0, 0, 0) for code in "ABCDEFGHIJK")
    assert waiting_list(Quota.GENERAL, 1, 3, route) is GNWL
    assert waiting_list(Quota.GENERAL, 3, 5, route) is WaitingList.POOLED
    assert waiting_list(Quota.GENERAL, 3, 7, route) is WaitingList.REMOTE


def test_the_list_may_grow_to_a_part_of_the_quota() -> None:
    assert waiting_cap(64, TravelClass.THIRD_AC) == 38
    assert waiting_cap(72, TravelClass.SLEEPER) == 21
    assert waiting_cap(100, TravelClass.THIRD_AC, date(2025, 6, 20)) == 25


@given(st.integers(0, 10_000), st.sampled_from(CLASSES))
def test_fewer_wait_than_travel(capacity: int, travel_class: TravelClass) -> None:
    assert 0 <= waiting_cap(capacity, travel_class) <= capacity * 0.6
