"""Charts: when the berths of a run are made final. Between its two charts what is left is sold as current booking."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.railtime import INDIA
from domain.rules.dated import in_force

# Departures later than the first and not later than the second are those of the day (railway rules, "First chart", S).
_NIGHT_ENDS, _DAY_ENDS = time(5), time(14)


@dataclass(frozen=True, slots=True)
class ChartRules:
    """For departures by day the first chart is made at `evening` of the day before, for others `ahead` of them; the
    second chart `second` before every departure."""

    valid_from: date
    evening: time
    ahead: timedelta
    second: timedelta


CHART_RULES = (
    ChartRules(
        valid_from=date(2025, 7, 15),  # South Eastern Railway, press release of 10 July 2025 (S)
        evening=time(21),
        ahead=timedelta(hours=8),
        second=timedelta(minutes=30),
    ),
    ChartRules(
        valid_from=date(2025, 12, 16),  # railway rules, "First chart" and "Second chart" (S); the day itself is K
        evening=time(20),
        ahead=timedelta(hours=10),
        second=timedelta(minutes=30),
    ),
)


def first_chart_at(departure_at: datetime) -> datetime:
    """When the first chart is made, in Asia/Kolkata, for a train that leaves its origin at this (aware) time.

    Departures 05:01-14:00: 20:00 the day before; 14:01-05:00: ten hours before. Railway rules, "First chart" (S).
    """
    leaves = departure_at.astimezone(INDIA)
    rules = in_force(CHART_RULES, leaves.date())
    if _NIGHT_ENDS < leaves.time() <= _DAY_ENDS:
        return datetime.combine(leaves.date() - timedelta(days=1), rules.evening, INDIA)
    return leaves - rules.ahead


def second_chart_at(departure_at: datetime) -> datetime:
    """When the second and last chart is made, in Asia/Kolkata, for a train that leaves its origin at this time.

    30 minutes before: the earliest that the rule "30-5 minutes before departure" allows, and the last moment for
    cancelling a RAC or waiting ticket. Railway rules, "Second chart" (S).
    """
    leaves = departure_at.astimezone(INDIA)
    return leaves - in_force(CHART_RULES, leaves.date()).second
