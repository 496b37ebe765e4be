"""Alerts: what a passenger asked to be told of: that booking or Tatkal opens, or that a berth comes free."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pydantic import AwareDatetime

from domain.ids import AlertId, StationCode, TrainId, UserId
from domain.inventory import RunKey
from domain.model import Entity
from domain.quotas import Quota
from domain.trains import TravelClass

MAX_ALERTS = 20  # of one user at a time
HEAD_START = timedelta(minutes=5)  # an opening is told of so long before it: time to name the passengers
FARTHEST = timedelta(days=365)  # ahead of today: no timetable says more


class AlertKind(StrEnum):
    """What it waits for."""

    OPENING = "opening"
    BERTH = "berth"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody would book if they could: a class of a train between two stations on a day (at the first of them)
    and in a quota; or whatever goes there on that day."""

    origin: StationCode
    destination: StationCode
    journey_date: date
    train_number: str = ""
    travel_class: TravelClass | None = None
    quota: Quota = Quota.GENERAL


class Alert(Entity):
    """One thing to be told of, once. `at`: the opening itself, `due_at`: when it is told of; both None for a berth.
    `ends_at`: after that it is of no use. Its id is that of what it waits for, so the same is asked for once."""

    alert_id: AlertId
    user_id: UserId
    kind: AlertKind
    origin: StationCode
    destination: StationCode
    journey_date: date
    run_date: date | None = None
    train_id: TrainId | None = None
    train_name: str = ""
    travel_class: TravelClass | None = None
    quota: Quota = Quota.GENERAL
    at: AwareDatetime | None = None
    due_at: AwareDatetime | None = None
    ends_at: AwareDatetime

    @property
    def run_key(self) -> RunKey | None:
        """The run whose berths are watched."""
        if self.kind is not AlertKind.BERTH or self.train_id is None or self.run_date is None:
            return None
        return RunKey(self.train_id, self.run_date)
