"""Refunds: every row of the table in the rules of each date, the last minute of every band, what always holds."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.quotas import Quota
from domain.refunds import Cancellation, Event, PartyRefund, Refund, Rule, Standing, party_refund, refund
from domain.rules.refund_rules import FIRST_CLASS, REFUND_RULES, refund_rules_on
from domain.trains import CLASSES, TravelClass

C = TravelClass
CNF, RAC, WL = Standing.CONFIRMED, Standing.RAC, Standing.WAITING
TODAY = date(2026, 11, 23)
OLD = date(2026, 3, 31)  # the last day of the bands of 48, 12 and 4 hours
BEFORE_SLEEPERS = date(2026, 1, 15)

travel_classes = st.sampled_from([*CLASSES, FIRST_CLASS])
fares = st.decimals(0, 20_000, places=2)
times = st.timedeltas(timedelta(hours=-10), timedelta(days=60))
days = st.sampled_from([rules.valid_from for rules in REFUND_RULES])
cancellations = st.builds(
    Cancellation,
    travel_class=travel_classes,
    ahead=times,
    on=days,
    train_type=st.sampled_from(["", "RAJ", "VNDB", "AMTB"]),
    quota=st.sampled_from(Quota),
    event=st.sampled_from([None, *Event]),
)


def back(
    fare: str,
    standing: Standing,
    travel_class: str,
    hours: float,
    *,
    on: date = TODAY,
    minutes: int = 0,
    kind: str = "",
) -> Refund:
    """What comes back of a fare this long before departure."""
    ahead = timedelta(hours=hours, minutes=minutes)
    return refund(standing, Decimal(fare), Cancellation(travel_class, ahead, on, train_type=kind))


def loss(line: Refund) -> tuple[float, Rule]:
    """What is kept, in rupees, and by which rule."""
    return float(line.deduction), line.rule


def given_up(*standings: Standing, hours: float = 30, all_given_up: bool = True, **others: Any) -> PartyRefund:
    """What comes back of tickets for 1000 rupees each in 3A."""
    cancelled = Cancellation(C.THIRD_AC, timedelta(hours=hours), TODAY, **others)
    return party_refund([(standing, Decimal(1000)) for standing in standings], cancelled, all_given_up=all_given_up)


@pytest.mark.parametrize(
    ("travel_class", "fare", "hours", "returned"),
    [(C.THIRD_AC, "1670", 96, "1481"), (C.THIRD_AC, "1670", 72, "1252.50"), (C.SLEEPER, "310", 48, "190")],
)
def test_worked_examples_of_one_passenger(travel_class: str, fare: str, hours: int, returned: str) -> None:
    assert back(fare, CNF, travel_class, hours).refund == Decimal(returned)


def test_the_worked_example_of_two_on_the_waiting_list() -> None:
    cancelled = Cancellation(C.SLEEPER, timedelta(hours=30), TODAY)
    assert party_refund([(WL, Decimal(310))] * 2, cancelled).refund == 500


@pytest.mark.parametrize("on", [OLD, TODAY])
@pytest.mark.parametrize(
    ("travel_class", "charge"),
    [
        (C.FIRST_AC, "252"), (C.EXECUTIVE_CHAIR, "252"), (C.SECOND_AC, "210"), (FIRST_CLASS, "210"),
        (C.THIRD_AC, "189"), (C.THIRD_ECONOMY, "189"), (C.CHAIR_CAR, "189"),
        (C.SLEEPER, "120"), (C.SECOND_SITTING, "60"),
    ],
)  # fmt: skip
def test_long_before_a_class_loses_its_flat_charge_with_gst_where_it_pays_any(
    travel_class: str, charge: str, on: date
) -> None:
    kept = back("2000", CNF, travel_class, 73, on=on)
    assert loss(kept) == (float(charge), Rule.FLAT)


@pytest.mark.parametrize(("on", "free", "quarter", "half"), [(OLD, 48, 12, 4), (TODAY, 72, 24, 8)])
def test_the_bands_and_their_last_minutes(on: date, free: int, quarter: int, half: int) -> None:
    def kept(hours: int, minutes: int = 0) -> tuple[float, Rule]:
        return loss(back("2000", CNF, C.THIRD_AC, hours, minutes=minutes, on=on))

    assert kept(free, 1) == (189, Rule.FLAT)
    assert kept(free) == kept(free, -1) == (500, Rule.PART)  # "more than" so many hours is strict
    assert kept(quarter, 1) == kept(quarter) == (500, Rule.PART)  # "up to" so many hours
    assert kept(quarter, -1) == kept(half, 1) == kept(half) == (1000, Rule.PART)
    assert kept(half, -1) == kept(0) == kept(-3) == (2000, Rule.TOO_LATE)


@pytest.mark.parametrize(("hours", "charge"), [(30, 189), (10, 189)])
def test_of_a_cheap_ticket_the_flat_charge_is_kept_where_it_is_the_larger(hours: int, charge: int) -> None:
    assert back("360", CNF, C.THIRD_AC, hours).deduction == charge


def test_a_quarter_and_a_half_of_the_fare_pay_no_gst_of_their_own() -> None:
    assert back("1000", CNF, C.SECOND_AC, 30).deduction == 250
    assert back("1000", CNF, C.SECOND_AC, 10).deduction == 500


def test_no_more_is_kept_than_was_paid() -> None:
    cheap = back("45", CNF, C.SECOND_SITTING, 100)
    assert cheap.deduction == 45
    assert cheap.refund == 0


@pytest.mark.parametrize(
    ("kind", "travel_class"),
    [
        ("VNDB", C.FIRST_AC),
        ("VNDB", C.SECOND_AC),
        ("VNDB", C.THIRD_AC),
        ("AMTB", C.SLEEPER),
        ("AMTB", C.SECOND_SITTING),
    ],
)
@pytest.mark.parametrize(
    ("hours", "minutes", "kept"), [(72, 1, 25), (72, 0, 50), (8, 0, 50), (8, -1, 100), (0, 0, 100), (-1, 0, 100)]
)
def test_where_every_berth_is_confirmed_a_quarter_is_kept_from_the_first(
    kind: str, travel_class: str, hours: int, minutes: int, kept: int
) -> None:
    line = back("100", CNF, travel_class, hours, minutes=minutes, kind=kind)
    assert loss(line) == (kept, Rule.ASSURED)


def test_the_chair_cars_of_vande_bharat_have_the_usual_rules() -> None:
    assert back("2000", CNF, C.CHAIR_CAR, 100, kind="VNDB").deduction == 189


def test_before_16_january_2026_no_train_had_rules_of_its_own() -> None:
    assert back("2000", CNF, C.THIRD_AC, 100, kind="VNDB", on=BEFORE_SLEEPERS).deduction == 189
    assert back("2000", CNF, C.THIRD_AC, 100, kind="VNDB", on=date(2026, 1, 16)).deduction == 500


def test_the_day_of_the_cancellation_chooses_the_rules() -> None:
    assert back("2000", CNF, C.THIRD_AC, 60, on=date(2026, 3, 31)).deduction == 189
    assert back("2000", CNF, C.THIRD_AC, 60, on=date(2026, 4, 1)).deduction == 500
    assert refund_rules_on(date(2010, 1, 1)) is REFUND_RULES[0]


@pytest.mark.parametrize("on", [OLD, TODAY])
@pytest.mark.parametrize("standing", [RAC, WL])
@pytest.mark.parametrize(("travel_class", "clerkage"), [(C.THIRD_AC, 63), (C.CHAIR_CAR, 63), (C.SLEEPER, 60)])
def test_rac_and_the_waiting_list_lose_clerkage_until_30_minutes_before(
    standing: Standing, travel_class: str, clerkage: int, on: date
) -> None:
    for ahead in (500, 1, 0.5):
        line = back("700", standing, travel_class, ahead, on=on)
        assert loss(line) == (clerkage, Rule.CLERKAGE)
    late = back("700", standing, travel_class, 0.5, minutes=-1, on=on)
    assert loss(late) == (700, Rule.CLERKAGE_TOO_LATE)


def test_a_confirmed_tatkal_ticket_is_lost_but_one_on_the_waiting_list_is_not() -> None:
    confirmed, waiting = (given_up(standing, hours=20, quota=Quota.TATKAL) for standing in (CNF, WL))
    assert loss(confirmed.lines[0]) == (1000, Rule.TATKAL)
    assert loss(waiting.lines[0]) == (63, Rule.CLERKAGE)


@pytest.mark.parametrize("event", [Event.TRAIN_CANCELLED, Event.LATE])
@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize("quota", [Quota.GENERAL, Quota.TATKAL])
def test_of_a_cancelled_or_very_late_train_all_comes_back_even_after_its_time(
    event: Event, standing: Standing, quota: Quota
) -> None:
    all_of_it = given_up(standing, hours=-5, event=event, quota=quota)
    assert loss(all_of_it.lines[0]) == (0, Rule(event))


def test_when_the_chart_leaves_everybody_waiting_each_loses_clerkage() -> None:
    dropped = given_up(WL, WL, hours=0, event=Event.CHART)
    assert [loss(line) for line in dropped.lines] == [(63, Rule.CHART)] * 2


def test_a_chart_drops_nobody_of_a_party_that_has_a_berth() -> None:
    party = given_up(CNF, WL, hours=10, event=Event.CHART, all_given_up=False)
    assert [line.rule for line in party.lines] == [Rule.PART, Rule.CLERKAGE]


@pytest.mark.parametrize("others", [[WL], [RAC], [RAC, WL]])
def test_a_partly_confirmed_party_that_gives_up_all_loses_clerkage_each(others: list[Standing]) -> None:
    party = given_up(CNF, *others, hours=0.5)
    assert {loss(line) for line in party.lines} == {(63, Rule.PARTLY_CONFIRMED)}
    assert party.fare == 1000 * len(party.lines)
    assert party.deduction == 63 * len(party.lines)


def test_a_partly_confirmed_party_that_comes_too_late_loses_all() -> None:
    assert given_up(CNF, WL, hours=0.49).refund == 0


def test_who_stays_behind_leaves_each_to_the_rule_of_his_own_standing() -> None:
    party = given_up(CNF, WL, hours=30, all_given_up=False)
    assert [loss(line) for line in party.lines] == [(250, Rule.PART), (63, Rule.CLERKAGE)]


def test_a_party_without_a_confirmed_berth_is_not_partly_confirmed() -> None:
    assert {line.rule for line in given_up(RAC, WL).lines} == {Rule.CLERKAGE}


def test_a_fare_below_nothing_is_no_fare() -> None:
    with pytest.raises(ValueError, match="below nothing"):
        back("-1", CNF, C.SLEEPER, 100)


@given(st.sampled_from(Standing), fares, cancellations)
def test_what_is_kept_and_what_comes_back_make_the_fare(
    standing: Standing, fare: Decimal, cancelled: Cancellation
) -> None:
    line = refund(standing, fare, cancelled)
    assert line.refund + line.deduction == fare
    assert 0 <= line.refund <= fare
    assert line.deduction == line.deduction.quantize(Decimal("0.01"))


@given(st.sampled_from(Standing), fares, cancellations, times)
def test_giving_up_earlier_never_brings_back_less(
    standing: Standing, fare: Decimal, cancelled: Cancellation, other: timedelta
) -> None:
    late, early = sorted([cancelled.ahead, other])

    def at(ahead: timedelta) -> Decimal:
        kept = Cancellation(
            cancelled.travel_class, ahead, cancelled.on, cancelled.train_type, cancelled.quota, cancelled.event
        )
        return refund(standing, fare, kept).refund

    assert at(late) <= at(early)


@given(st.lists(st.tuples(st.sampled_from(Standing), fares), min_size=1, max_size=6), cancellations)
def test_the_lines_of_a_party_add_up(party: list[tuple[Standing, Decimal]], cancelled: Cancellation) -> None:
    returned = party_refund(party, cancelled)
    assert returned.refund + returned.deduction == returned.fare == sum(fare for _, fare in party)
    assert len(returned.lines) == len(party)


@given(fares, travel_classes, times)
def test_the_rules_of_april_2026_never_bring_back_more_than_those_before(
    fare: Decimal, travel_class: str, ahead: timedelta
) -> None:
    before, after = (refund(CNF, fare, Cancellation(travel_class, ahead, on)).refund for on in (OLD, TODAY))
    assert after <= before
