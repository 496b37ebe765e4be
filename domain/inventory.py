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

    def span(
        self, from_stop: int, to_stop: int, origin: StationCode, destination: StationCode
    ) -> tuple[int, int] | None:
        """The two stops by their place on this run. The timetable's places hold unless it has changed since the run
        was opened; then they are looked up anew, and None means that this run does not serve the journey."""
        if self.stops[from_stop : to_stop + 1 : to_stop - from_stop] == (origin, destination):
            return from_stop, to_stop
        for start, code in enumerate(self.stops):
            if code == origin and destination in self.stops[start + 1 :]:
                return start, self.stops.index(destination, start + 1)
        return None


def legs_between(from_stop: int, to_stop: int) -> int:
    """Bitmap of the legs from one stop to a later one: bit i is the leg from stop i to stop i+1."""
    return (1 << to_stop) - (1 << from_stop)


@dataclass(frozen=True, slots=True)
class RunState:
    """A run and what is sold of it: for each coach and berth number the bitmap of legs; absent means wholly free."""

    run: Run
    sold: Mapping[str, Mapping[int, int]]

    def mask(self, berth: Berth) -> int:
        """Legs of this berth that are sold."""
        return self.sold.get(berth.coach, {}).get(berth.number, 0)
