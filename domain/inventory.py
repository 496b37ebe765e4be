"""Berths: coaches and their layouts, what of a run is sold leg by leg, and choosing berths for a party."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.ids import StationCode, TrainId
from domain.trains import TravelClass


class BerthKind(StrEnum):
    """Positions, by the words of Indian tickets: berths, then seats."""

    LOWER = "LB"
    MIDDLE = "MB"
    UPPER = "UB"
    SIDE_LOWER = "SL"
    SIDE_UPPER = "SU"
    WINDOW = "WS"
    MIDDLE_SEAT = "MS"
    AISLE = "AS"


@dataclass(frozen=True, slots=True, order=True)
class Berth:
    """One berth or seat: coach name and number within the coach."""

    coach: str
    number: int

    def __str__(self) -> str:
        return f"{self.coach}-{self.number}"

    @classmethod
    def parse(cls, text: str) -> "Berth":
        coach, _, number = text.rpartition("-")
        return cls(coach, int(number))


@dataclass(frozen=True, slots=True)
class Coach:
    """A coach of a run: its name as painted on it, class, and number of berths."""

    name: str
    travel_class: TravelClass
    size: int


@dataclass(frozen=True, slots=True)
class RunKey:
    """One train on one date from its first station."""

    train_id: TrainId
    run_date: date


@dataclass(frozen=True, slots=True)
class Run:
    """What a run was opened with: its calls and coaches stay as they are, whatever a new timetable says."""

    key: RunKey
    stops: tuple[StationCode, ...]
    coaches: tuple[Coach, ...]


@dataclass(frozen=True, slots=True)
class RunState:
    """A run and what is sold of it: for each coach and berth number the bitmap of legs; absent means wholly free."""

    run: Run
    sold: Mapping[str, Mapping[int, int]]

    def mask(self, berth: Berth) -> int:
        """Legs of this berth that are sold."""
        return self.sold.get(berth.coach, {}).get(berth.number, 0)
