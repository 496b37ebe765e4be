"""Tariffs by date: which slabs, supplements, taxes and fees a booking of a given day pays.

A rise or a new rule is one more entry in TARIFFS with its date and source; nothing else changes. The day that counts is
the day of booking (Commercial Circular 24 of 2025: tickets bought before keep their fare).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from domain.rules.tariffs_executive import EXECUTIVE_2020
from domain.rules.tariffs_slabs import MAIL_EXPRESS_2020, Slabs, slab_end, whole
from domain.trains import AC_CLASSES, CLASSES, TravelClass

C = TravelClass
R = Decimal
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Kind:
    """Some trains. They are known by type; by a word in the name where the timetable gives no type or the kind has
    none, unless the name has this other word; or by how the number begins."""

    types: frozenset[str] = frozenset()
    word: str = ""
    unless: str = ""
    prefix: str = ""

    def covers(self, train_type: str, number: str, name: str) -> bool:
        """Is this train one of them?"""
        if self.prefix:
            return number.startswith(self.prefix)
        if self.types and train_type:
            return train_type in self.types
        said = name.casefold()
        return bool(self.word) and self.word in said and not (self.unless and self.unless in said)


@dataclass(frozen=True, slots=True)
class Premium:
    """Trains dearer than Mail/Express, with the factor on the basic fare of each class."""

    kind: Kind
    factors: Mapping[TravelClass, Decimal]


@dataclass(frozen=True, slots=True)
class Tatkal:
    """The charge for a berth of the Tatkal quota: a part of the basic fare, at least and at most so many rupees; the
    journey is charged as if it had at least `minimum` km."""

    part: Decimal
    least: Decimal
    most: Decimal
    minimum: int

    def of(self, base: Decimal) -> Decimal:
        """The charge in whole rupees upon this basic fare."""
        return min(max(whole(base * self.part), self.least), self.most)


@dataclass(frozen=True, slots=True)
class Flexi:
    """Trains whose basic fare rises with every tenth of the berths sold, and stays at `tatkal` above it for Tatkal."""

    kinds: tuple[Kind, ...]
    spared: frozenset[TravelClass]
    step: Decimal
    cap: Decimal
    tatkal: Decimal

    def covers(self, train_type: str, number: str, name: str, travel_class: TravelClass) -> bool:
        """Does the fare of this class of this train rise?"""
        return travel_class not in self.spared and any(k.covers(train_type, number, name) for k in self.kinds)

    def rise(self, sold: Decimal) -> Decimal:
        """The part of the basic fare by which it has risen, once this part (0 to 1) of the berths is sold."""
        return min(sold // self.step * self.step, self.cap)


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
    only_on: Mapping[TravelClass, tuple[Kind, ...]]  # classes whose slabs are those of a few kinds of train
    reservation: Mapping[TravelClass, Decimal]
    superfast: Mapping[TravelClass, Decimal]
    superfast_numbers: tuple[str, ...]
    premiums: tuple[Premium, ...]
    per_km: tuple[PerKm, ...]
    tatkal: Mapping[TravelClass, Tatkal]
    without_tatkal: frozenset[str]  # types of trains
    flexi: Flexi
    gst: Decimal
    convenience: Mapping[TravelClass, Decimal]
    convenience_upi: Mapping[TravelClass, Decimal]
    convenience_gst: Decimal

    def slabs_of(self, train_type: str, number: str, name: str, travel_class: TravelClass) -> Slabs | None:
        """The table of this class of this train; None if it has no published fare."""
        kinds = self.only_on.get(travel_class)
        if kinds is not None and not any(kind.covers(train_type, number, name) for kind in kinds):
            return None
        return self.slabs.get(travel_class)

    def factor(self, train_type: str, number: str, name: str, travel_class: TravelClass) -> Decimal:
        """What the basic fare is multiplied by on this train: the dearest premium that covers it, else 1."""
        mine = (p.factors.get(travel_class, ONE) for p in self.premiums if p.kind.covers(train_type, number, name))
        return max(mine, default=ONE)

    def priced_by_km(self, train_type: str, travel_class: TravelClass) -> PerKm | None:
        """The rule by the kilometre for this class of this train, if it has one."""
        return next((rule for rule in self.per_km if train_type in rule.types and travel_class in rule.rupees), None)

    def tatkal_of(self, train_type: str, travel_class: TravelClass) -> Tatkal | None:
        """The Tatkal charge of this class of this train, or None if it has no Tatkal quota."""
        if train_type in self.without_tatkal or self.priced_by_km(train_type, travel_class):
            return None
        return self.tatkal.get(travel_class)


def tariff_on(day: date) -> Tariff:
    """The tariff in force on a day; before the first one known, the first."""
    return next((tariff for tariff in reversed(TARIFFS) if tariff.valid_from <= day), TARIFFS[0])


def _risen(slabs: Mapping[TravelClass, Slabs], ac: Decimal, non_ac: Decimal) -> dict[TravelClass, Slabs]:
    """All tables after a rise of so many rupees a km."""
    return {cls: table.raised(ac if cls in AC_CLASSES else non_ac) for cls, table in slabs.items()}


def _same(factor: str) -> dict[TravelClass, Decimal]:
    """One factor for every class."""
    return dict.fromkeys(CLASSES, R(factor))


# 3E is charged as 3A. A seat in a vistadome (EV) has on any train the basic fare of EC in a Shatabdi, and nobody pays
# less than in full (Central Railway on its first one, September 2017; TV9, 22 August 2022).
_SLABS_2020 = {
    **MAIL_EXPRESS_2020,
    C.THIRD_ECONOMY: MAIL_EXPRESS_2020[C.THIRD_AC],
    C.EXECUTIVE_CHAIR: EXECUTIVE_2020,
    C.VISTADOME: EXECUTIVE_2020,
}

# Railway rules, "Fares": reservation and superfast charges by class; EV as EC.
_RESERVATION = {
    C.FIRST_AC: R(60), C.SECOND_AC: R(50), C.THIRD_AC: R(40), C.THIRD_ECONOMY: R(40), C.CHAIR_CAR: R(40),
    C.EXECUTIVE_CHAIR: R(60), C.VISTADOME: R(60), C.SLEEPER: R(20), C.SECOND_SITTING: R(15),
}  # fmt: skip
_SUPERFAST = {
    C.FIRST_AC: R(75), C.SECOND_AC: R(45), C.THIRD_AC: R(45), C.THIRD_ECONOMY: R(45), C.CHAIR_CAR: R(45),
    C.EXECUTIVE_CHAIR: R(75), C.VISTADOME: R(75), C.SLEEPER: R(30), C.SECOND_SITTING: R(15),
}  # fmt: skip

_SHATABDI = Kind(frozenset({"SHT"}), "shatabdi", unless="jan")
_TEJAS = Kind(frozenset({"TEJ"}), "tejas")
_VANDE_BHARAT = Kind(frozenset({"VNDB"}), "vande bharat")

# Railway rules, "Fares": medians over the few trains of each kind whose fares were seen.
_RAJDHANI = {C.FIRST_AC: R("1.142"), C.SECOND_AC: R("1.138"), C.THIRD_AC: R("1.148"), C.THIRD_ECONOMY: R("1.148")}
_PREMIUMS = (
    Premium(Kind(frozenset({"RAJ"}), "rajdhani"), _RAJDHANI),
    Premium(Kind(frozenset({"DRNT"}), "duronto"), {**_RAJDHANI, C.SLEEPER: R("1.118")}),
    # Humsafar has no type of its own, and timetables abbreviate it: Humsafr, Humsfar.
    Premium(Kind(word="hums"), _same("1.15")),
    Premium(_TEJAS, {**_same("1.20"), C.VISTADOME: ONE}),
    # Chair cars of Shatabdi are not in the rules. Vande Bharat's are 40 % dearer (The New Indian Express, 12 November
    # 2022); New Delhi to Varanasi cost 886 in 2019 (The Wire), to Habibganj 1000 with charges in October 2020 (Vyapar
    # Today): 1.16, 1.15 and 1.14 times ours. Gatimaan is 25 % above Shatabdi (ABP, April 2016).
    Premium(_SHATABDI, {C.CHAIR_CAR: R("1.15")}),
    Premium(Kind(word="gatimaan"), {C.CHAIR_CAR: R("1.44"), C.EXECUTIVE_CHAIR: R("1.25")}),
    Premium(_VANDE_BHARAT, {C.CHAIR_CAR: R("1.63"), C.EXECUTIVE_CHAIR: R("1.30")}),
    # Not in the rules: the two basic fares published in January 2026, 149 (SL, 200 km) and 36 (2S, 50 km), over ours.
    Premium(Kind(frozenset({"AMTB"}), "amrit bharat"), {C.SLEEPER: R("1.14"), C.SECOND_SITTING: R("1.14")}),
    Premium(Kind(prefix="0"), _same("1.30")),  # specials, which timetables call trains on demand
    Premium(Kind(frozenset({"TOD"})), _same("1.30")),
)

# Railway rules, "Fares"; Ministry of Railways, 23 December 2015 (from the 25th). 1A has no Tatkal quota.
_TATKAL_3A = Tatkal(R("0.30"), R(300), R(400), minimum=500)
_TATKAL = {
    C.EXECUTIVE_CHAIR: Tatkal(R("0.30"), R(400), R(500), minimum=250),
    C.SECOND_AC: Tatkal(R("0.30"), R(400), R(500), minimum=500),
    C.THIRD_AC: _TATKAL_3A, C.THIRD_ECONOMY: _TATKAL_3A,
    C.CHAIR_CAR: Tatkal(R("0.30"), R(125), R(225), minimum=250),
    C.SLEEPER: Tatkal(R("0.30"), R(100), R(200), minimum=500),
    C.SECOND_SITTING: Tatkal(R("0.10"), R(10), R(15), minimum=100),
}  # fmt: skip

# Railway rules, "Fares", Flexi (cap from 15 March 2019). Tatkal berths of these trains: 1.5 times the basic fare and no
# Tatkal charge (Ministry of Railways, 7 September 2016); that it still is so after 2019 nobody says. EV pays as EC.
_FLEXI = Flexi(
    kinds=(
        Kind(frozenset({"RAJ"}), "rajdhani"),
        _SHATABDI,
        Kind(frozenset({"DRNT"}), "duronto"),
    ),
    spared=frozenset({C.FIRST_AC, C.EXECUTIVE_CHAIR, C.VISTADOME}),
    step=R("0.1"),
    cap=R("0.4"),
    tatkal=R("0.5"),
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
    only_on={C.EXECUTIVE_CHAIR: (_SHATABDI, _TEJAS, _VANDE_BHARAT)},
    reservation=_RESERVATION,
    superfast=_SUPERFAST,
    superfast_numbers=("12", "20", "22"),
    premiums=_PREMIUMS,
    per_km=(),
    tatkal=_TATKAL,
    without_tatkal=frozenset(),
    flexi=_FLEXI,
    gst=R("0.05"),
    convenience={cls: R(30) if cls in AC_CLASSES else R(15) for cls in CLASSES},
    convenience_upi={cls: R(20) if cls in AC_CLASSES else R(10) for cls in CLASSES},
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
# Commercial Circular 3 of 2026 and the one on Amrit Bharat II of that month: ladies, seniors and divyang are the only
# quotas of these trains. (The type is that of all Amrit Bharat trains: a timetable does not tell the older ones.)
_FROM_JANUARY_2026 = replace(
    _FROM_DECEMBER_2025,
    valid_from=date(2026, 1, 9),
    per_km=(_VANDE_BHARAT_SLEEPER,),
    without_tatkal=frozenset({"AMTB"}),
)

TARIFFS = (_FROM_2020, _FROM_JULY_2025, _FROM_DECEMBER_2025, _FROM_JANUARY_2026)
