"""Refund rules by date: what a passenger who gives up a ticket loses, and how early it must be given up.

A new circular is one more entry in REFUND_RULES with its date and source; nothing else changes. The day that counts is
the day of the cancellation.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from domain.trains import AC_CLASSES, TravelClass

C = TravelClass
R = Decimal
FIRST_CLASS = "FC"  # without AC: only in old cars, and not sold by us; its refunds are ruled all the same
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Band:
    """From so long before departure on, this part of the fare is lost; `strict`: only if it is longer before."""

    ahead: timedelta
    part: Decimal
    strict: bool = False

    def covers(self, ahead: timedelta) -> bool:
        """Is a ticket given up so long before departure in this band, or in an earlier one?"""
        return ahead > self.ahead if self.strict else ahead >= self.ahead


@dataclass(frozen=True, slots=True)
class Assured:
    """Trains on which every berth is confirmed: their bands, without a flat charge."""

    types: frozenset[str]
    classes: frozenset[str]
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class RefundRules:
    """What is deducted from `valid_from` on. Money in rupees, `gst` as a part of one; bands from the earliest on."""

    valid_from: date
    bands: tuple[Band, ...]
    flat: Mapping[str, Decimal]
    assured: tuple[Assured, ...]
    clerkage: Decimal
    clerkage_ahead: timedelta
    gst: Decimal
    taxed: frozenset[str]

    def assured_bands(self, train_type: str, travel_class: str) -> tuple[Band, ...] | None:
        """The bands of this class of this train, if all its berths are confirmed ones."""
        mine = (rule.bands for rule in self.assured if train_type in rule.types and travel_class in rule.classes)
        return next(mine, None)

    def with_gst(self, charge: Decimal, travel_class: str) -> Decimal:
        """A charge and the tax on it, in the classes that pay it."""
        return charge * (1 + self.gst) if travel_class in self.taxed else charge


def refund_rules_on(day: date) -> RefundRules:
    """The rules in force on a day; before the first ones known, the first."""
    return next((rules for rules in reversed(REFUND_RULES) if rules.valid_from <= day), REFUND_RULES[0])


def _bands(free: int, quarter: int, half: int) -> tuple[Band, ...]:
    """Nothing but the flat charge before `free` hours, a quarter until `quarter`, half until `half`, then all. Each
    band reaches down to its last hour itself: "between forty-eight hours and up to twelve hours"."""
    return (
        Band(timedelta(hours=free), NOTHING, strict=True),
        Band(timedelta(hours=quarter), R("0.25")),
        Band(timedelta(hours=half), R("0.50")),
    )


# Railway rules, "Refunds", row 5. EV is not in it: charged as executive class, whose basic fare it has.
_FLAT = {
    C.FIRST_AC: R(240), C.EXECUTIVE_CHAIR: R(240), C.VISTADOME: R(240),
    C.SECOND_AC: R(200), FIRST_CLASS: R(200),
    C.THIRD_AC: R(180), C.THIRD_ECONOMY: R(180), C.CHAIR_CAR: R(180),
    C.SLEEPER: R(120), C.SECOND_SITTING: R(60),
}  # fmt: skip

# Notification of 16 January 2026; railway rules, "Refunds", row 4. Its bands have no flat charge. Of VNDB the sleeping
# cars are meant, not the chair cars. AMTB is the type of every Amrit Bharat: a timetable does not tell the older ones.
_ASSURED_BANDS = (Band(timedelta(hours=72), R("0.25"), strict=True), Band(timedelta(hours=8), R("0.50")))
_ASSURED = (
    Assured(
        frozenset({"VNDB"}), frozenset({C.FIRST_AC, C.SECOND_AC, C.THIRD_AC, C.THIRD_ECONOMY}), bands=_ASSURED_BANDS
    ),
    Assured(frozenset({"AMTB"}), frozenset({C.SLEEPER, C.SECOND_SITTING}), bands=_ASSURED_BANDS),
)

_FROM_2015 = RefundRules(
    valid_from=date(2015, 11, 12),  # Railway Passengers (Cancellation of Ticket and Refund of Fare) Rules, 2015
    bands=_bands(48, 12, 4),
    flat=_FLAT,
    assured=(),
    clerkage=R(60),
    clerkage_ahead=timedelta(minutes=30),
    gst=R("0.05"),
    taxed=AC_CLASSES | {FIRST_CLASS},  # Ministry of Railways, 29 August 2022: "only in AC and first class"
)
_FROM_JANUARY_2026 = replace(_FROM_2015, valid_from=date(2026, 1, 16), assured=_ASSURED)
_FROM_APRIL_2026 = replace(
    _FROM_JANUARY_2026,
    valid_from=date(2026, 4, 1),  # railway rules, "Refunds": until April 2026 48/12/4 h; brought in from the 1st on
    bands=_bands(72, 24, 8),
)

REFUND_RULES = (_FROM_2015, _FROM_JANUARY_2026, _FROM_APRIL_2026)
