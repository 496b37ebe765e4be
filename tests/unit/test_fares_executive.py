"""Executive class and vistadome against tickets whose prices were in the papers, and where they are sold at all."""

from datetime import date
from decimal import Decimal

import pytest

from domain.errors import Problem
from domain.fares import FareBreakup, fare
from domain.quotas import Quota
from domain.rules.tariffs import TARIFFS
from domain.trains import TravelClass

C = TravelClass
IN_2020 = date(2023, 4, 1)  # a day on which the tariff of 2020 still held
TODAY = date(2026, 11, 23)
MAIL = ("MEX", "11007", "Deccan Express")
SHATABDI = ("SHT", "12002", "Bhopal Shatabdi")
VANDE_BHARAT = ("VNDB", "20171", "Vande Bharat Express")

# A ticket's price, with so much of it for food, which is no part of our fares; where a paper does not tell it, by the
# list of ETV Bharat, 9 February 2019. Km are those of the timetable.
PUBLISHED = [
    (VANDE_BHARAT, 499, 2485, 369),  # Chennai to Coimbatore; ExBulletin, 8 April 2023
    (VANDE_BHARAT, 562, 2825, 434),  # Howrah to New Jalpaiguri; Anandabazar Patrika, 30 December 2022
    (VANDE_BHARAT, 343, 1670, 0),  # Mumbai to Shirdi; ETV Bharat, 10 February 2023
    (VANDE_BHARAT, 455, 2015, 0),  # Mumbai to Solapur; the same
    (VANDE_BHARAT, 192, 1135, 0),  # Mumbai to Pune; ABP Live, 4 February 2023
    (VANDE_BHARAT, 293, 1845, 369),  # Delhi Cantt to Jaipur; News18, 12 April 2023
    (VANDE_BHARAT, 531, 2675, 369),  # Howrah to Patna; Prabhat Khabar, 27 September 2023
    (VANDE_BHARAT, 410, 2205, 369),  # Guwahati to New Jalpaiguri, 410 km by its chair car; ASB News India, May 2023
    (VANDE_BHARAT, 511, 2280, 0),  # Vijayawada to Chennai; The Hindu, 24 September 2023
    (VANDE_BHARAT, 109, 905, 15),  # Bilaspur to Raipur; Blive News, December 2022
    (VANDE_BHARAT, 698, 3170, 419),  # Visakhapatnam to Secunderabad; ABP Desam, 15 January 2023
    (VANDE_BHARAT, 661, 3080, 419),  # Secunderabad to Tirupati; The Hindu, 11 May 2023
    (VANDE_BHARAT, 132, 1210, 279),  # Lucknow to Ayodhya; ETV Bharat, 6 July 2023
    (SHATABDI, 707, 2170, 0),  # New Delhi to Habibganj; Vyapar Today, 16 October 2020
]


def executive(train: tuple[str, str, str], km: int, on: date = IN_2020, quota: Quota = Quota.GENERAL) -> FareBreakup:
    """One passenger's fare in EC."""
    breakup = fare(*train, C.EXECUTIVE_CHAIR, km, 1, on, quota=quota)
    assert breakup is not None
    return breakup


def test_tickets_from_the_papers_cost_what_they_said_within_about_one_in_a_hundred() -> None:
    off = []
    for train, km, paid, food in PUBLISHED:
        told = executive(train, km)
        off.append(-(-int(told.ticket - told.rounding + food) // 5) * 5 - paid)  # fives are rounded up to after food
    assert max(abs(rupees) / paid for rupees, (_, _, paid, _) in zip(off, PUBLISHED, strict=True)) <= 0.0125
    assert sum(abs(rupees) <= 10 for rupees in off) >= 10


def test_tejas_costs_a_fifth_more_than_shatabdi() -> None:
    told = executive(("TEJ", "82501", "Irctc Tejas Express"), 514)
    before_2020 = told.base - Decimal("1.2") * Decimal("0.04") * 520  # 4 paise a km were added in January of that year
    assert abs(before_2020 + 135 - 1966) <= 5  # Lucknow to New Delhi, charges but no GST; Zee Business, September 2019


@pytest.mark.parametrize(("km", "base"), [(139, 768), (497, 1880), (588, 2194)])
def test_basic_fares_that_were_published(km: int, base: int) -> None:
    assert executive(VANDE_BHARAT, km).base == base


def test_executive_class_pays_charges_of_its_own_and_never_rises_with_demand() -> None:
    full, empty = (fare(*SHATABDI, C.EXECUTIVE_CHAIR, 707, 1, TODAY, sold=Decimal(sold)) for sold in ("0.95", "0"))
    assert full == empty
    assert full is not None
    assert [full.base, full.reservation, full.superfast, full.gst] == [Decimal(n) for n in (1961, 60, 75, 105)]
    assert executive(SHATABDI, 707).base == 1933  # before two rises of 2 paise a km


def test_tatkal_in_executive_class_is_three_tenths_at_most_500_rupees_and_for_250_km_at_least() -> None:
    assert executive(SHATABDI, 707, quota=Quota.TATKAL).tatkal == 500
    short = executive(SHATABDI, 100, quota=Quota.TATKAL)
    assert short.tatkal == 400
    assert short.base == executive(SHATABDI, 250).base


def test_only_trains_whose_fares_were_seen_have_executive_class() -> None:
    assert fare("SUF", "12985", "Double Decker", C.EXECUTIVE_CHAIR, 302, 1, TODAY) is None
    assert fare("", "12002", "Bhopal Shatabdi", C.EXECUTIVE_CHAIR, 302, 1, TODAY) is not None  # a feed without types
    assert fare("", "12023", "Patna Jan Shatabdi", C.EXECUTIVE_CHAIR, 302, 1, TODAY) is None


def test_a_vistadome_has_on_any_train_the_basic_fare_of_executive_class_in_a_shatabdi() -> None:
    seat = fare(*MAIL, C.VISTADOME, 192, 1, IN_2020)
    assert seat is not None
    assert seat.base == executive(SHATABDI, 192).base
    assert seat.reservation == 60
    assert abs(seat.ticket - 855) <= 30  # Mumbai to Pune, whose hills count for more than 192 km; Lokmat, 24 June 2021
    with pytest.raises(Problem, match="no-tatkal"):
        fare(*MAIL, C.VISTADOME, 192, 1, IN_2020, quota=Quota.TATKAL)


def test_every_tariff_has_a_dearer_executive_class_the_farther_it_goes() -> None:
    for tariff in TARIFFS:
        bases = [executive(VANDE_BHARAT, km, tariff.valid_from).base for km in range(5, 1400, 5)]
        assert bases == sorted(bases)
