"""Children: who needs a berth, and what part of the fare a child pays."""

from decimal import Decimal
from enum import StrEnum

from domain.errors import Problem
from domain.trains import TravelClass

FREE_BELOW, CHILD_BELOW = 5, 12  # ages in years; railway rules, "Children" (S/K)
# A child cannot go without a place of its own where everybody sits, nor in 3E: railway rules, "Children" (S/K). EV is
# not named there; everybody pays in full (Central Railway on its first vistadome, September 2017).
FULL_FARE_ONLY = frozenset(
    {
        TravelClass.CHAIR_CAR,
        TravelClass.EXECUTIVE_CHAIR,
        TravelClass.VISTADOME,
        TravelClass.SECOND_SITTING,
        TravelClass.THIRD_ECONOMY,
    }
)


class ChildFare(StrEnum):
    """What one pays by age."""

    FREE = "free"  # without a berth nothing and no ticket; with one the full fare
    HALF = "half"  # without a berth half the fare; with one the full fare
    FULL = "full"  # the full fare, with a berth

    @property
    def may_go_without_berth(self) -> bool:
        """Is a berth a matter of choice?"""
        return self is not ChildFare.FULL


def child_fare(age: int, travel_class: TravelClass) -> ChildFare:
    """What somebody of this age (years) pays in this class: under 5 free, 5 to 11 half without a berth, except in
    FULL_FARE_ONLY classes. Railway rules, "Children" (S/K)."""
    if age < FREE_BELOW:
        return ChildFare.FREE
    if age < CHILD_BELOW and travel_class not in FULL_FARE_ONLY:
        return ChildFare.HALF
    return ChildFare.FULL


def fare_share(age: int, travel_class: TravelClass, *, berth: bool) -> Decimal:
    """The part of the fare for this age with or without a berth: 0, 0.5 or 1. Who cannot go without a berth pays in
    full whatever `berth` says. Railway rules, "Children" (S/K)."""
    kind = child_fare(age, travel_class)
    if berth or kind is ChildFare.FULL:
        return Decimal(1)
    return Decimal(0) if kind is ChildFare.FREE else Decimal("0.5")


def has_berth_by_default(age: int) -> bool:
    """Is somebody of this age (years) given a berth if nothing is said? From 5 on: railway rules, "Children" (S/K)."""
    return age >= FREE_BELOW


def goes_free(age: int, *, berth: bool) -> bool:
    """Does somebody of this age (years) pay nothing, with or without a berth? Railway rules, "Children" (S/K)."""
    return age < FREE_BELOW and not berth


def check_berth(name: str, age: int, travel_class: TravelClass, *, berth: bool) -> None:
    """May somebody of this age (years) travel so in this class? Problem `no-half-fare` for a child that needs a seat
    there, `berth-needed` for who is too old to go without. Railway rules, "Children" (S/K)."""
    if berth or child_fare(age, travel_class).may_go_without_berth:
        return
    if age < CHILD_BELOW:
        raise Problem("no-half-fare", travel_class=travel_class)
    raise Problem("berth-needed", name=name, age=CHILD_BELOW)
