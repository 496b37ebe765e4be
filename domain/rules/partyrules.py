"""Party rules: who may travel together on one ticket of a quota, and how many tickets a user may buy in a month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.allocation import LOWER_MEN, LOWER_WOMEN
from domain.bookings import MAX_PASSENGERS, Gender, PassengerDetails, check_party
from domain.errors import Problem
from domain.quotas import Quota
from domain.rules.children import CHILD_BELOW, FREE_BELOW, check_berth, fare_share
from domain.rules.dated import in_force
from domain.trains import TravelClass


@dataclass(frozen=True, slots=True)
class PartyRules:
    """Limits of bookings made from `valid_from` on: passengers a PNR by quota, tickets a month by user."""

    valid_from: date
    most: int
    most_of: Mapping[Quota, int]
    monthly: int
    monthly_verified: int


PARTY_RULES = (
    PartyRules(
        valid_from=date(2025, 7, 1),
        most=MAX_PASSENGERS,  # railway rules, "Limits" (S)
        most_of={
            Quota.TATKAL: 4,  # railway rules, "Tatkal" (S)
            Quota.PREMIUM_TATKAL: 4,  # as Tatkal (K)
            Quota.SENIOR: 2,  # IRCTC, 3 October 2021: alone, or two who both are of age (S)
            Quota.DIVYANG: 2,  # the person and an escort (K)
        },
        monthly=12,  # railway rules, "Limits" (S)
        monthly_verified=24,
    ),
)


def most_passengers(quota: Quota, on: date | None = None) -> int:
    """How many may travel on one PNR of this quota; `on`: the day of booking (newest rules if None)."""
    rules = in_force(PARTY_RULES, on)
    return rules.most_of.get(quota, rules.most)


def check_quota_party(quota: Quota, people: Sequence[PassengerDetails], on: date | None = None) -> None:
    """May these people travel on one ticket of this quota? `on`: the day of booking (newest rules if None). Small
    children who pay nothing do not count, as they need nothing of the quota (K).

    LD: women, and children under 12 with them (S/K). SS: men from 60, women from 45 (railway rules, "Lower berth", S;
    other genders as men, K). Raises Problem: those of `check_party`, `too-many-for-quota`, `ladies-only`,
    `ladies-with-children`, `seniors-only`.
    """
    check_party(tuple(people))
    paying = [person for person in people if not person.is_free]
    if len(paying) > (most := most_passengers(quota, on)):
        raise Problem("too-many-for-quota", quota=quota, most=most)
    if quota is Quota.LADIES:
        _check_ladies(people)
    if quota is Quota.SENIOR:
        _check_seniors(paying)


def check_children(people: Sequence[PassengerDetails], travel_class: TravelClass) -> None:
    """May the children among these people travel as they are to, in this class? Who is under 5, or has no berth, goes
    with somebody of 12 or more who has one (K). Problem `children-alone`, or those of `check_berth`."""
    for person in people:
        check_berth(person.name, person.age, travel_class, berth=person.berth_wanted)
    small = next((person for person in people if person.age < FREE_BELOW or not person.berth_wanted), None)
    if small and not any(person.minds_children for person in people):
        raise Problem("children-alone", name=small.name, age=CHILD_BELOW)


def fare_shares(people: Sequence[PassengerDetails], travel_class: TravelClass) -> tuple[Decimal, ...]:
    """The part of the fare that each of them pays: 1, 0.5 or 0, in their order."""
    return tuple(fare_share(person.age, travel_class, berth=person.berth_wanted) for person in people)


def check_monthly(booked_this_month: int, verified: bool, on: date | None = None) -> None:
    """May a user who has bought so many tickets this month buy another? Problem `monthly-limit`, or
    `monthly-limit-verified` for one whose identity is verified. Railway rules, "Limits" (S)."""
    rules = in_force(PARTY_RULES, on)
    if verified and booked_this_month >= rules.monthly_verified:
        raise Problem("monthly-limit-verified", most=rules.monthly_verified)
    if not verified and booked_this_month >= rules.monthly:
        raise Problem("monthly-limit", most=rules.monthly, verified_most=rules.monthly_verified)


def _check_ladies(people: Sequence[PassengerDetails]) -> None:
    for person in people:
        if person.gender is not Gender.FEMALE and person.age >= CHILD_BELOW:
            raise Problem("ladies-only", name=person.name, age=CHILD_BELOW)
    if not any(person.gender is Gender.FEMALE for person in people):
        raise Problem("ladies-with-children", age=CHILD_BELOW)


def _check_seniors(people: Sequence[PassengerDetails]) -> None:
    for person in people:
        if person.age < (LOWER_WOMEN if person.gender is Gender.FEMALE else LOWER_MEN):
            raise Problem("seniors-only", name=person.name, men=LOWER_MEN, women=LOWER_WOMEN)
