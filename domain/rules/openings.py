"""Openings: from when and until when a quota is sold, and to whom on the first day."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from domain.bookings import MAX_DAYS_AHEAD
from domain.errors import Problem
from domain.quotas import Quota
from domain.railtime import INDIA
from domain.rules.charts import first_chart_at, second_chart_at
from domain.rules.dated import in_force
from domain.rules.tariffs import tariff_on
from domain.trains import AC_CLASSES, TravelClass

TATKAL_QUOTAS = frozenset({Quota.TATKAL, Quota.PREMIUM_TATKAL})


@dataclass(frozen=True, slots=True)
class OpeningRules:
    """Rules of bookings made from `valid_from` on; clock times are Asia/Kolkata."""

    valid_from: date
    days_ahead: int  # of the journey, whose own day is not counted
    opens: time
    tatkal_days_ahead: int  # of the day on which the train leaves its origin
    tatkal_ac: time
    tatkal_other: time
    verified_tatkal: bool
    verified_first_day: bool
    day_begins: time
    day_ends: time


_FROM_JULY_2025 = OpeningRules(
    valid_from=date(2025, 7, 1),  # Tatkal with verified identity only (railway rules, "Tatkal", S; the day itself is K)
    days_ahead=MAX_DAYS_AHEAD,  # railway rules, "Advance reservation period" (S)
    opens=time(8),
    tatkal_days_ahead=1,  # railway rules, "Tatkal" (S)
    tatkal_ac=time(10),
    tatkal_other=time(11),
    verified_tatkal=True,
    verified_first_day=False,
    day_begins=time(0, 20),  # railway rules, "Limits": online hours (S)
    day_ends=time(23, 45),
)
OPENING_RULES = (
    _FROM_JULY_2025,
    replace(_FROM_JULY_2025, valid_from=date(2026, 1, 12), verified_first_day=True),  # railway rules, "Opening day" (S)
)


def opens_at(quota: Quota, travel_class: TravelClass, journey_date: date, run_date: date) -> datetime:
    """When booking opens, in Asia/Kolkata: 60 days ahead of `journey_date` (at the passenger's station) at 08:00; in
    TQ and PT the day before `run_date` (at the train's origin) at 10:00 in AC classes, at 11:00 in the others.

    Railway rules, "Advance reservation period" and "Tatkal" (S); that PT opens with TQ is K.
    """
    rules = in_force(OPENING_RULES, run_date)
    if quota in TATKAL_QUOTAS:
        clock = rules.tatkal_ac if travel_class in AC_CLASSES else rules.tatkal_other
        return datetime.combine(run_date - timedelta(days=rules.tatkal_days_ahead), clock, INDIA)
    return datetime.combine(journey_date - timedelta(days=rules.days_ahead), rules.opens, INDIA)


def closes_at(quota: Quota, departure_at: datetime) -> datetime:
    """When booking closes, in Asia/Kolkata, for a train that leaves its origin at this time: with the second chart;
    other quotas than general with the first, at which they are released. Railway rules, "Second chart", "Quotas" (S).
    """
    return (second_chart_at if quota is Quota.GENERAL else first_chart_at)(departure_at)


def check_open(
    quota: Quota, travel_class: TravelClass, journey_date: date, run_date: date, now: datetime, *, verified: bool
) -> None:
    """May this be booked now, as far as the calendar goes? `verified`: is the user's identity?

    Raises Problem: `no-tatkal` in a class without that quota; `tatkal-verified` and `first-day-verified` for users
    who have yet to be verified; `not-open-yet`, with the day (dd-mm-yyyy) and clock time at which it opens;
    `booking-hours` between 23:45 and 00:20. That it is over is told by `closes_at`. Railway rules, "Tatkal",
    "Opening day", "Limits" (S); that the first day of LD, SS and HP is everybody's is K.
    """
    here = now.astimezone(INDIA)
    rules = in_force(OPENING_RULES, here.date())
    if quota in TATKAL_QUOTAS:
        if travel_class not in tariff_on(here.date()).tatkal:
            raise Problem("no-tatkal", travel_class=travel_class)
        if rules.verified_tatkal and not verified:
            raise Problem("tatkal-verified")
    opens = opens_at(quota, travel_class, journey_date, run_date)
    if here < opens:
        raise Problem("not-open-yet", quota=quota, days=rules.days_ahead, day=_day(opens), clock=_clock(opens))
    if not rules.day_begins <= here.time() < rules.day_ends:
        raise Problem("booking-hours", begins=f"{rules.day_begins:%H:%M}", ends=f"{rules.day_ends:%H:%M}")
    if quota is Quota.GENERAL and rules.verified_first_day and not verified and here.date() == opens.date():
        everybody = datetime.combine(here.date() + timedelta(days=1), rules.day_begins, INDIA)
        raise Problem("first-day-verified", day=_day(everybody), clock=_clock(everybody))


def _day(at: datetime) -> str:
    """As dates stand on tickets, in every language."""
    return f"{at:%d-%m-%Y}"


def _clock(at: datetime) -> str:
    return f"{at:%H:%M}"
