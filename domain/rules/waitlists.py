"""Waiting lists: which one a journey is put on, and how long it may grow."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from domain.quotas import Quota
from domain.rules.dated import in_force
from domain.trains import AC_CLASSES, Stop, TravelClass

NEAR = Fraction(1, 10)  # of the route: so near to one of its ends counts as there (K)
LONG = Fraction(1, 3)  # of the route: a journey from here on is not a short one (K)


class WaitingList(StrEnum):
    """By the words on tickets."""

    GENERAL = "GNWL"
    POOLED = "PQWL"
    REMOTE = "RLWL"
    TATKAL = "TQWL"


@dataclass(frozen=True, slots=True)
class CapRules:
    """Percent of a quota's capacity that may wait, from `valid_from` on."""

    valid_from: date
    ac: int
    other: int


CAP_RULES = (
    CapRules(date(2025, 6, 16), ac=25, other=25),  # Railway Board, 17 April 2025 (S)
    CapRules(date(2025, 6, 28), ac=60, other=30),  # Railway Board, 28 June 2025; railway rules, "Waitlist cap" (S)
)


def waiting_list(quota: Quota, from_stop: int, to_stop: int, stops: Sequence[Stop]) -> WaitingList | None:
    """The list for a journey from one stop of the route to a later one (places in `stops`); None: the quota has none.

    Tatkal has its own. Else GNWL from the origin or the first tenth of the route (by km); from later on RLWL to the
    last tenth or over at least a third of the route, PQWL for what is shorter. LD, SS and HP have none. What the lists
    are for is known, but not which stations a train has them for, so these parts of the route are ours (K).
    """
    if quota in (Quota.TATKAL, Quota.PREMIUM_TATKAL):
        return WaitingList.TATKAL
    if quota is not Quota.GENERAL:
        return None
    start, end = _along(stops, from_stop), _along(stops, to_stop)
    if start <= NEAR:
        return WaitingList.GENERAL
    if end >= 1 - NEAR or end - start >= LONG:
        return WaitingList.REMOTE
    return WaitingList.POOLED


def waiting_cap(capacity: int, travel_class: TravelClass, on: date | None = None) -> int:
    """How many may wait for a quota of so many berths: 60 % of them in AC classes, 30 % in others, rounded down (K);
    `on`: the day of booking (newest rules if None). Railway rules, "Waitlist cap" (S)."""
    rules = in_force(CAP_RULES, on)
    return capacity * (rules.ac if travel_class in AC_CLASSES else rules.other) // 100


def _along(stops: Sequence[Stop], place: int) -> Fraction:
    """How far along the route a stop is, 0 to 1: by km, or by the number of stops where those are not known."""
    begin, end = stops[0].km, stops[-1].km
    if end <= begin:
        return Fraction(place, len(stops) - 1)
    return Fraction(stops[place].km - begin, end - begin)
