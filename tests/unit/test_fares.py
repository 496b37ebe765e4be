"""Fares: the worked examples, what each supplement does, and what must hold for every journey."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.fares import FareBreakup, fare
from domain.rules.tariffs import TARIFFS, tariff_on
from domain.trains import AC_CLASSES, CLASSES, TravelClass

C = TravelClass
IN_2020 = date(2023, 10, 1)  # a day on which the tariff of 2020 still held
TODAY = date(2026, 11, 23)
SOLD = tuple(cls for cls in CLASSES if cls is not C.EXECUTIVE_CHAIR)  # which only some trains have

kilometres = st.integers(1, 4500)
classes = st.sampled_from(SOLD)
days = st.sampled_from([tariff.valid_from for tariff in TARIFFS])
trains = st.sampled_from(
    [
        ("MEX", "11057", "Amritsar Express"),
        ("SUF", "12303", "Poorva Express"),
        ("RAJ", "12951", "Mumbai Tejas Rajdhani"),
        ("DRNT", "12213", "Delhi Duronto"),
        ("SUF", "12595", "Gorakhpur Humsafar"),
        ("TEJ", "22119", "Tejas Express"),
        ("VNDB", "22436", "Vande Bharat Express"),
        ("TOD", "06509", "Special"),
        ("", "", ""),
    ]
)


def paid(travel_class: TravelClass, km: int, train: str = "11057 Mail", kind: str = "MEX", on: date = TODAY) -> int:
    """What one passenger pays the railway, in rupees."""
    number, _, name = train.partition(" ")
    breakup = fare(kind, number, name, travel_class, km, 1, on)
    assert breakup is not None
    return int(breakup.ticket)


@pytest.mark.parametrize(
    ("train", "km", "rupees"),
    [("11057 Amritsar Exp", 206, 165), ("12324 Howrah SF", 424, 295), ("12303 Poorva Exp", 1003, 520)],
)
def test_worked_examples_of_the_2020_tariff(train: str, km: int, rupees: int) -> None:
    assert paid(C.SLEEPER, km, train, on=IN_2020) == rupees


def test_a_fare_is_the_one_of_the_day_of_booking() -> None:
    before, after = date(2025, 12, 25), date(2025, 12, 26)
    assert paid(C.THIRD_AC, 1000, on=before) == 1325  # 1218 + 40, GST 63: 1321
    assert paid(C.THIRD_AC, 1000, on=after) == 1345  # 1238 + 40, GST 64: 1342
    assert tariff_on(date(2019, 5, 1)) is TARIFFS[0]


def test_the_breakup_of_a_party_of_three() -> None:
    breakup = fare("SUF", "12303", "Poorva Express", C.SECOND_AC, 1003, 3, TODAY)

    assert breakup == FareBreakup(
        base=Decimal(3 * 1792),
        reservation=Decimal(3 * 50),
        superfast=Decimal(3 * 45),
        gst=Decimal(3 * 95),  # 5 % of 1887 is 94.35
        rounding=Decimal(3 * 3),  # 1982 -> 1985
        convenience=Decimal("35.40"),  # 30 and 18 % of it, once
        total=Decimal("5990.40"),
        full=Decimal(1985),
    )
    assert breakup.ticket == 3 * 1985


def test_a_non_ac_class_pays_no_gst_and_the_smaller_fee() -> None:
    breakup = fare("MEX", "11057", "Amritsar Express", C.SLEEPER, 206, 2, TODAY)

    assert breakup is not None
    assert breakup.gst == 0
    assert breakup.convenience == Decimal("17.70")


@pytest.mark.parametrize(
    ("travel_class", "minimum"),
    {
        C.FIRST_AC: 300, C.SECOND_AC: 300, C.THIRD_AC: 300, C.THIRD_ECONOMY: 300, C.CHAIR_CAR: 150,
        C.SLEEPER: 200, C.SECOND_SITTING: 50,
    }.items(),
)  # fmt: skip
def test_a_short_journey_pays_the_minimum_distance(travel_class: TravelClass, minimum: int) -> None:
    assert paid(travel_class, 3) == paid(travel_class, minimum) < paid(travel_class, minimum + 60)


@pytest.mark.parametrize(
    ("kind", "train", "travel_class", "factor"),
    [
        ("RAJ", "12951 Mumbai Tejas Rajdhani", C.THIRD_AC, "1.148"),
        ("RAJ", "12951 Mumbai Tejas Rajdhani", C.FIRST_AC, "1.142"),
        ("DRNT", "12213 Delhi Duronto", C.SECOND_AC, "1.138"),
        ("DRNT", "12213 Delhi Duronto", C.SLEEPER, "1.118"),
        ("SUF", "20889 Tirupati Humsafr Express", C.THIRD_AC, "1.15"),
        ("TEJ", "22119 Tejas Express", C.CHAIR_CAR, "1.20"),
        ("VNDB", "22436 Vande Bharat", C.CHAIR_CAR, "1.63"),
        ("VNDB", "22436 Vande Bharat", C.EXECUTIVE_CHAIR, "1.30"),
        ("TOD", "06509 Festival Special", C.SLEEPER, "1.30"),
        ("TOD", "", C.SLEEPER, "1.30"),  # asked for by its kind alone
        ("", "12951 Mumbai Rajdhani", C.SECOND_AC, "1.138"),  # a feed without train types
        ("SHT", "12001 Bhopal Shatabdi", C.CHAIR_CAR, "1.15"),
        ("SHT", "12001 Bhopal Shatabdi", C.EXECUTIVE_CHAIR, "1"),
        ("SHT", "12050 Gatimaan Express", C.EXECUTIVE_CHAIR, "1.25"),
        ("TEJ", "22119 Tejas Express", C.VISTADOME, "1"),
        ("MEX", "11057 Amritsar Express", C.SLEEPER, "1"),
    ],
)
def test_premium_trains_multiply_the_basic_fare(kind: str, train: str, travel_class: TravelClass, factor: str) -> None:
    number, _, name = train.partition(" ")
    assert tariff_on(TODAY).factor(kind, number, name, travel_class) == Decimal(factor)


def test_vande_bharat_sleeper_is_priced_by_the_kilometre() -> None:
    breakup = fare("VNDB", "27575", "Vande Bharat Sleeper", C.THIRD_AC, 1000, 1, TODAY)

    assert breakup is not None
    assert [breakup.base, breakup.reservation, breakup.gst, breakup.ticket] == [
        Decimal(n) for n in (2400, 0, 120, 2520)
    ]
    assert paid(C.FIRST_AC, 120, "27575 Vande Bharat Sleeper", "VNDB") == 1600  # 400 km: 1520, GST 76: 1596


def test_beyond_the_table_the_fare_goes_on_rising() -> None:
    assert paid(C.SLEEPER, 3150) < paid(C.SLEEPER, 3600) < paid(C.SLEEPER, 4189)


@given(trains, classes, kilometres, kilometres, days)
def test_a_longer_journey_never_costs_less(
    train: tuple[str, str, str], travel_class: TravelClass, one: int, other: int, on: date
) -> None:
    short, long = fare(*train, travel_class, min(one, other), 1, on), fare(*train, travel_class, max(one, other), 1, on)
    assert short is not None
    assert long is not None
    assert short.total <= long.total


@given(trains, classes, kilometres, st.integers(1, 6), days)
def test_the_parts_add_up_to_tickets_of_whole_fives(
    train: tuple[str, str, str], travel_class: TravelClass, km: int, passengers: int, on: date
) -> None:
    one, party = fare(*train, travel_class, km, 1, on), fare(*train, travel_class, km, passengers, on)
    assert one is not None
    assert party is not None
    parts = party.base + party.reservation + party.superfast + party.gst + party.rounding + party.convenience
    assert parts == party.total
    assert party.ticket == one.ticket * passengers
    assert one.ticket % 5 == 0
    assert 0 <= one.rounding < 5
    assert (party.gst > 0) == (travel_class in AC_CLASSES)
    assert party.total == party.total.quantize(Decimal("0.01"))


@given(classes, kilometres)
def test_no_tariff_is_cheaper_than_the_one_before(travel_class: TravelClass, km: int) -> None:
    prices = [paid(travel_class, km, on=tariff.valid_from) for tariff in TARIFFS]
    assert prices == sorted(prices)
