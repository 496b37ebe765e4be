"""Tariffs by date: which slabs, supplements, taxes and fees a booking of a given day pays.

A rise or a new rule is one more entry in TARIFFS with its date and source; nothing else changes. The day that counts is
the day of booking (Commercial Circular 24 of 2025: tickets bought before keep their fare).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from domain.tariffs_slabs import MAIL_EXPRESS_2020, Slabs, slab_end, whole
from domain.trains import AC_CLASSES, CLASSES, TravelClass

C = TravelClass
R = Decimal
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Premium:
    """Trains dearer than Mail/Express, with the factor on the basic fare of each class. They are known by type; by a
    word in the name where the timetable gives no type or the kind has none; or by how the number begins."""

    factors: Mapping[TravelClass, Decimal]
    types: frozenset[str] = frozenset()
    word: str = ""
    prefix: str = ""

    def covers(self, train_type: str, number: str, name: str) -> bool:
        """Is this train one of them?"""
        if self.prefix:
            return number.startswith(self.prefix)
        if self.types and train_type:
            return train_type in self.types
        return self.word in name.casefold()


@dataclass(frozen=True, slots=True)
class PerKm:
    """Trains priced by the kilometre, GST apart and without reservation or superfast charges."""

    types: frozenset[str]
    rupees: Mapping[TravelClass, Decimal]
    minimum: int

    def at(self, travel_class: TravelClass, km: int) -> Decimal:
        """Basic fare for this distance."""
        return whole(self.rupees[travel_class] * slab_end(max(km, self.minimum)))


@dataclass(frozen=True, slots=True)
class Tariff:
    """Everything that makes a fare from `valid_from` on. Money in rupees, `gst` as a part of one."""

    valid_from: date
    slabs: Mapping[TravelClass, Slabs]
    reservation: Mapping[TravelClass, Decimal]
    superfast: Mapping[TravelClass, Decimal]
    superfast_numbers: tuple[str, ...]
    premiums: tuple[Premium, ...]
    per_km: tuple[PerKm, ...]
    gst: Decimal
    convenience: Mapping[TravelClass, Decimal]
    convenience_gst: Decimal

    def factor(self, train_type: str, number: str, name: str, travel_class: TravelClass) -> Decimal:
        """What the basic fare is multiplied by on this train: the dearest premium that covers it, else 1."""
        mine = (p.factors.get(travel_class, ONE) for p in self.premiums if p.covers(train_type, number, name))
        return max(mine, default=ONE)

    def priced_by_km(self, train_type: str, travel_class: TravelClass) -> PerKm | None:
        """The rule by the kilometre for this class of this train, if it has one."""
        return next((rule for rule in self.per_km if train_type in rule.types and travel_class in rule.rupees), None)


def tariff_on(day: date) -> Tariff:
    """The tariff in force on a day; before the first one known, the first."""
    return next((tariff for tariff in reversed(TARIFFS) if tariff.valid_from <= day), TARIFFS[0])


def _risen(slabs: Mapping[TravelClass, Slabs], ac: Decimal, non_ac: Decimal) -> dict[TravelClass, Slabs]:
    """All tables after a rise of so many rupees a km."""
    return {cls: table.raised(ac if cls in AC_CLASSES else non_ac) for cls, table in slabs.items()}


def _same(factor: str) -> dict[TravelClass, Decimal]:
    """One factor for every class."""
    return dict.fromkeys(CLASSES, R(factor))


# 3E is charged as 3A. EC and EV are in no table that is public, so they have no fare here.
_SLABS_2020 = {**MAIL_EXPRESS_2020, C.THIRD_ECONOMY: MAIL_EXPRESS_2020[C.THIRD_AC]}

# Railway rules, "Fares": reservation and superfast charges by class.
_RESERVATION = {
    C.FIRST_AC: R(60), C.SECOND_AC: R(50), C.THIRD_AC: R(40), C.THIRD_ECONOMY: R(40), C.CHAIR_CAR: R(40),
    C.SLEEPER: R(20), C.SECOND_SITTING: R(15),
}  # fmt: skip
_SUPERFAST = {
    C.FIRST_AC: R(75), C.SECOND_AC: R(45), C.THIRD_AC: R(45), C.THIRD_ECONOMY: R(45), C.CHAIR_CAR: R(45),
    C.SLEEPER: R(30), C.SECOND_SITTING: R(15),
}  # fmt: skip

# Railway rules, "Fares": medians over the few trains of each kind whose fares were seen.
_RAJDHANI = {C.FIRST_AC: R("1.142"), C.SECOND_AC: R("1.138"), C.THIRD_AC: R("1.148"), C.THIRD_ECONOMY: R("1.148")}
_PREMIUMS = (
    Premium(_RAJDHANI, types=frozenset({"RAJ"}), word="rajdhani"),
    Premium({**_RAJDHANI, C.SLEEPER: R("1.118")}, types=frozenset({"DRNT"}), word="duronto"),
    # Humsafar has no type of its own, and timetables abbreviate it: Humsafr, Humsfar.
    Premium(_same("1.15"), word="hums"),
    Premium(_same("1.20"), types=frozenset({"TEJ"}), word="tejas"),
    Premium({C.CHAIR_CAR: R("1.63")}, types=frozenset({"VNDB"}), word="vande bharat"),
    Premium(_same("1.30"), prefix="0"),
)

# Railway Board, 9 January 2026; railway rules, "Fares".
_VANDE_BHARAT_SLEEPER = PerKm(
    frozenset({"VNDB"}),
    {C.THIRD_AC: R("2.4"), C.THIRD_ECONOMY: R("2.4"), C.SECOND_AC: R("3.1"), C.FIRST_AC: R("3.8")},
    minimum=400,
)

_FROM_2020 = Tariff(
    valid_from=date(2020, 1, 1),  # worked examples in railway rules, "Fares"
    slabs=_SLABS_2020,
    reservation=_RESERVATION,
    superfast=_SUPERFAST,
    superfast_numbers=("12", "20", "22"),
    premiums=_PREMIUMS,
    per_km=(),
    gst=R("0.05"),
    convenience={cls: R(30) if cls in AC_CLASSES else R(15) for cls in CLASSES},
    convenience_gst=R("0.18"),
)
_FROM_JULY_2025 = replace(
    _FROM_2020,
    valid_from=date(2025, 7, 1),  # Commercial Circular 11 of 2025: AC 2 paise a km, non-AC 1
    slabs=_risen(_SLABS_2020, ac=R("0.02"), non_ac=R("0.01")),
)
_FROM_DECEMBER_2025 = replace(
    _FROM_JULY_2025,
    valid_from=date(2025, 12, 26),  # Commercial Circular 24 of 2025: 2 paise a km in every class
    slabs=_risen(_FROM_JULY_2025.slabs, ac=R("0.02"), non_ac=R("0.02")),
)
_FROM_JANUARY_2026 = replace(_FROM_DECEMBER_2025, valid_from=date(2026, 1, 9), per_km=(_VANDE_BHARAT_SLEEPER,))

TARIFFS = (_FROM_2020, _FROM_JULY_2025, _FROM_DECEMBER_2025, _FROM_JANUARY_2026)
