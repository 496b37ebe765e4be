"""Fares beyond the plain ticket: Tatkal, flexi fares, children, the fee by UPI; and whole fares that were published."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Problem
from domain.fares import FareBreakup, convenience_fee, fare
from domain.quotas import Quota
from domain.rules.tariffs import TARIFFS, tariff_on
from domain.trains import AC_CLASSES, TravelClass

C = TravelClass
IN_2020 = date(2023, 10, 1)  # a day on which the tariff of 2020 still held
TODAY = date(2026, 11, 23)
WITH_TATKAL = (C.SECOND_AC, C.THIRD_AC, C.THIRD_ECONOMY, C.CHAIR_CAR, C.SLEEPER, C.SECOND_SITTING)
MAIL = ("MEX", "11057", "Amritsar Express")
RAJDHANI = ("RAJ", "12301", "Howrah Rajdhani")

kilometres = st.integers(1, 3300)
with_tatkal = st.sampled_from(WITH_TATKAL)
tariffs = st.sampled_from([tariff.valid_from for tariff in TARIFFS])


def tatkal(
    travel_class: TravelClass,
    km: int,
    train: tuple[str, str, str] = MAIL,
    on: date = IN_2020,
    run_km: int | None = None,
) -> FareBreakup:
    """One passenger's fare in the Tatkal quota."""
    breakup = fare(*train, travel_class, km, 1, on, quota=Quota.TATKAL, run_km=run_km)
    assert breakup is not None
    return breakup


@pytest.mark.parametrize(
    ("train", "travel_class", "km", "quota", "on", "gst", "rupees"),
    [
        (("MEX", "13240", "Kota Patna Exp"), C.SECOND_AC, 1240, Quota.TATKAL, date(2024, 5, 29), 127, 2655),
        (("MEX", "13238", "Kota Patna Exp"), C.THIRD_AC, 1280, Quota.GENERAL, date(2024, 5, 29), 72, 1510),
        (("SUF", "12904", "Golden Temple Mail"), C.THIRD_AC, 1366, Quota.GENERAL, date(2026, 9, 1), 80, 1670),
    ],
)
def test_fares_that_were_published(
    train: tuple[str, str, str], travel_class: TravelClass, km: int, quota: Quota, on: date, gst: int, rupees: int
) -> None:
    breakup = fare(*train, travel_class, km, 1, on, quota=quota)
    assert breakup is not None
    assert breakup.gst == gst
    assert breakup.ticket == rupees


@pytest.mark.parametrize(
    ("travel_class", "least", "most", "minimum"),
    [
        (C.SECOND_AC, 400, 500, 500),
        (C.THIRD_AC, 300, 400, 500),
        (C.THIRD_ECONOMY, 300, 400, 500),
        (C.CHAIR_CAR, 125, 225, 250),
        (C.SLEEPER, 100, 200, 500),
        (C.SECOND_SITTING, 10, 15, 100),
    ],
)
def test_tatkal_has_a_least_and_a_most_charge_and_a_minimum_distance(
    travel_class: TravelClass, least: int, most: int, minimum: int
) -> None:
    assert tatkal(travel_class, 1).tatkal == least
    assert tatkal(travel_class, 3000).tatkal == most
    assert tatkal(travel_class, 1) == tatkal(travel_class, minimum)
    assert tatkal(travel_class, minimum + 50).ticket > tatkal(travel_class, minimum).ticket


def test_between_the_two_tatkal_is_three_tenths_of_the_basic_fare_and_pays_gst_too() -> None:
    breakup = tatkal(C.THIRD_AC, 900)
    assert breakup.base == 1115
    assert breakup.tatkal == 335  # 334.5
    assert breakup.gst == 75  # 5 % of 1115 + 40 + 335 is 74.50
    assert breakup.ticket == 1565


def test_a_train_that_runs_no_farther_than_300_km_charges_those_for_tatkal() -> None:
    plain = fare(*MAIL, C.SLEEPER, 300, 1, IN_2020)
    assert plain is not None
    assert tatkal(C.SLEEPER, 120, run_km=300).ticket == plain.ticket + 100
    assert tatkal(C.SLEEPER, 120, run_km=2000) == tatkal(C.SLEEPER, 500)


def test_humsafar_pays_tatkal_upon_its_own_basic_fare() -> None:
    breakup = tatkal(C.THIRD_AC, 700, ("SUF", "12595", "Gorakhpur Humsafar"))
    assert breakup.base == 1081  # 940 and 15 %
    assert breakup.tatkal == 324  # 324.30


def test_trains_dearer_by_a_factor_have_one_basic_fare_whatever_the_quota() -> None:
    special = ("TOD", "06509", "Festival Special")
    plain = fare(*special, C.SLEEPER, 700, 1, IN_2020)
    assert plain is not None
    assert tatkal(C.SLEEPER, 700, special).base == plain.base


@pytest.mark.parametrize(
    ("train", "travel_class"),
    [
        (MAIL, C.FIRST_AC),
        (("VNDB", "27575", "Vande Bharat Sleeper"), C.THIRD_AC),
        (("AMTB", "15557", "Amrit Bharat Express"), C.SLEEPER),
    ],
)
def test_where_there_is_no_tatkal_quota_it_is_refused(train: tuple[str, str, str], travel_class: TravelClass) -> None:
    with pytest.raises(Problem) as refused:
        fare(*train, travel_class, 700, 1, TODAY, quota=Quota.TATKAL)
    assert refused.value.key == "no-tatkal"
    assert fare(*train, travel_class, 700, 1, TODAY) is not None


def test_premium_tatkal_is_refused_for_its_price_is_not_published() -> None:
    with pytest.raises(Problem) as refused:
        fare(*MAIL, C.THIRD_AC, 700, 1, TODAY, quota=Quota.PREMIUM_TATKAL)
    assert refused.value.key == "no-premium-tatkal"


@pytest.mark.parametrize("quota", [Quota.LADIES, Quota.SENIOR, Quota.DIVYANG])
def test_the_other_quotas_cost_what_the_general_one_does(quota: Quota) -> None:
    assert fare(*MAIL, C.SLEEPER, 700, 2, TODAY, quota=quota) == fare(*MAIL, C.SLEEPER, 700, 2, TODAY)


@pytest.mark.parametrize(
    ("sold", "part"),
    [("0", "0"), ("0.0999", "0"), ("0.1", "0.1"), ("0.35", "0.3"), ("0.4", "0.4"), ("0.75", "0.4"), ("1", "0.4")],
)
def test_a_flexi_fare_rises_with_every_tenth_sold_up_to_two_fifths(sold: str, part: str) -> None:
    breakup = fare(*RAJDHANI, C.SECOND_AC, 1000, 1, TODAY, sold=Decimal(sold))
    assert breakup is not None
    assert abs(breakup.dynamic - breakup.base * Decimal(part)) <= Decimal("0.5")
    assert breakup.dynamic == breakup.dynamic.to_integral_value()


@pytest.mark.parametrize(
    ("train", "travel_class", "rises"),
    [
        (RAJDHANI, C.THIRD_AC, True),
        (RAJDHANI, C.FIRST_AC, False),
        (("SHT", "12001", "Bhopal Shatabdi"), C.CHAIR_CAR, True),
        (("DRNT", "12213", "Delhi Duronto"), C.SLEEPER, True),
        (("", "12213", "Delhi Duronto"), C.SLEEPER, True),  # a feed without train types
        (("JSH", "12023", "Jan Shatabdi"), C.CHAIR_CAR, False),
        (("", "12023", "Patna Jan Shatabdi"), C.CHAIR_CAR, False),
        (("SUF", "12595", "Gorakhpur Humsafar"), C.THIRD_AC, False),
        (MAIL, C.SLEEPER, False),
    ],
)
def test_only_rajdhani_shatabdi_and_duronto_have_flexi_fares(
    train: tuple[str, str, str], travel_class: TravelClass, rises: bool
) -> None:
    breakup = fare(*train, travel_class, 800, 1, TODAY, sold=Decimal("0.9"))
    assert breakup is not None
    assert (breakup.dynamic > 0) == rises


def test_tatkal_on_a_flexi_train_is_half_the_basic_fare_more_and_no_charge_besides() -> None:
    breakup = tatkal(C.THIRD_AC, 1000, RAJDHANI)
    assert breakup.tatkal == 0
    assert breakup.base == 1375  # 1198 times 1.148
    assert breakup.dynamic == 688  # 687.50


def test_a_child_without_a_berth_pays_half_the_basic_fare_and_the_other_charges_in_full() -> None:
    breakup = fare("SUF", "12303", "Poorva Express", C.SLEEPER, 1003, 3, IN_2020, half_fares=1)
    assert breakup is not None
    assert breakup.base == 470 + 470 + 235
    assert breakup.reservation == 60
    assert breakup.superfast == 90
    assert breakup.ticket == 520 + 520 + 285


@pytest.mark.parametrize("travel_class", [C.CHAIR_CAR, C.SECOND_SITTING, C.THIRD_ECONOMY, C.EXECUTIVE_CHAIR])
def test_where_a_child_needs_a_seat_there_is_no_half_fare(travel_class: TravelClass) -> None:
    with pytest.raises(Problem) as refused:
        fare(*MAIL, travel_class, 700, 2, TODAY, half_fares=1)
    assert refused.value.key == "no-half-fare"


@pytest.mark.parametrize(
    ("travel_class", "usual", "upi"), [(C.THIRD_AC, "35.40", "23.60"), (C.SLEEPER, "17.70", "11.80")]
)
def test_the_fee_is_smaller_by_upi(travel_class: TravelClass, usual: str, upi: str) -> None:
    tariff = tariff_on(TODAY)
    assert convenience_fee(tariff, travel_class) == Decimal(usual)
    assert convenience_fee(tariff, travel_class, upi=True) == Decimal(upi)
    plain, by_upi = fare(*MAIL, travel_class, 700, 2, TODAY), fare(*MAIL, travel_class, 700, 2, TODAY, upi=True)
    assert plain is not None
    assert by_upi is not None
    assert plain.total - by_upi.total == Decimal(usual) - Decimal(upi)
    assert plain.ticket == by_upi.ticket


def test_amrit_bharat_has_the_least_fares_that_were_published_for_it() -> None:
    train = ("AMTB", "15557", "Amrit Bharat Express")
    sleeper, sitting = fare(*train, C.SLEEPER, 90, 1, TODAY), fare(*train, C.SECOND_SITTING, 20, 1, TODAY)
    assert sleeper is not None
    assert sitting is not None
    assert sleeper.base == 149
    assert sitting.base == 36


def test_who_says_that_a_train_is_superfast_is_believed_more_than_its_number() -> None:
    fast, slow = (fare(*MAIL, C.SLEEPER, 700, 1, TODAY, superfast=said) for said in (True, False))
    assert fast is not None
    assert slow is not None
    assert fast.superfast == 30
    assert slow.superfast == 0


def test_a_break_up_that_was_stored_before_these_parts_came_is_read_still() -> None:
    parts = dict.fromkeys(("base", "reservation", "superfast", "gst", "rounding", "convenience", "total"), 5)
    stored = FareBreakup.model_validate(parts)
    assert stored.tatkal == 0
    assert stored.dynamic == 0


@given(with_tatkal, kilometres, kilometres, tariffs)
def test_a_longer_journey_by_tatkal_never_costs_less(travel_class: TravelClass, one: int, other: int, on: date) -> None:
    short, long = tatkal(travel_class, min(one, other), on=on), tatkal(travel_class, max(one, other), on=on)
    assert short.ticket <= long.ticket


@given(with_tatkal, kilometres, tariffs, st.integers(1, 4), st.decimals(0, 1, places=3))
def test_the_parts_add_up_whatever_the_quota_and_the_demand(
    travel_class: TravelClass, km: int, on: date, passengers: int, sold: Decimal
) -> None:
    for quota in (Quota.GENERAL, Quota.TATKAL):
        breakup = fare(*RAJDHANI, travel_class, km, passengers, on, quota=quota, sold=sold)
        assert breakup is not None
        parts = breakup.model_dump(exclude={"full", "half"})
        total = parts.pop("total")
        assert sum(parts.values()) == total
        assert breakup.ticket % 5 == 0
        assert (breakup.gst > 0) == (travel_class in AC_CLASSES)
