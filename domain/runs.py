"""Runs: one train on one date as the timetable would open it, with its berths set aside and those shared in RAC."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from domain.coaches import rake
from domain.inventory import Berth, Coach, Run, RunKey
from domain.journeys import Journey
from domain.quotas import Quota
from domain.railtime import INDIA
from domain.rules.quotashares import confirmed_only, rac_berths, shares
from domain.trains import Train


def run_of(journey: Journey) -> Run:
    """The run of this journey, as the timetable would open it."""
    return run_on(journey.train, journey.run_date)


def run_on(train: Train, run_date: date) -> Run:
    """The run of a date at the train's first station, as the timetable would open it."""
    departs_at = datetime.combine(run_date, time(), INDIA) + timedelta(minutes=train.origin.departure or 0)
    stops = tuple(stop.station for stop in train.stops)
    return Run(RunKey(train.train_id, run_date), stops, _coaches(train), departs_at)


@lru_cache(maxsize=2048)
def _coaches(train: Train) -> tuple[Coach, ...]:
    """The rake with what is set aside in each coach."""
    coaches = rake(train)
    kept = _by_coach(shares(coaches, train.type))
    return tuple(
        replace(
            coach,
            quotas=tuple((quota, tuple(sorted(numbers))) for quota, numbers in kept[coach.name].items()),
            rac=rac_berths(coach, train.type),
            queues=not confirmed_only(train.type, coach.travel_class),
        )
        for coach in coaches
    )


def _by_coach(held: Mapping[Berth, Quota]) -> dict[str, dict[Quota, list[int]]]:
    found: dict[str, dict[Quota, list[int]]] = defaultdict(lambda: defaultdict(list))
    for berth, quota in held.items():
        found[berth.coach][quota].append(berth.number)
    return found
