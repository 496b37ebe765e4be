"""Trains: classes, days of run, and a timetable whose times are minutes from the origin's midnight."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from domain.ids import StationCode, TrainId

DAY = 24 * 60  # minutes


class TravelClass(StrEnum):
    """Classes of travel by their railway codes."""

    FIRST_AC = "1A"
    SECOND_AC = "2A"
    THIRD_AC = "3A"
    THIRD_ECONOMY = "3E"
    EXECUTIVE_CHAIR = "EC"
    VISTADOME = "EV"
    CHAIR_CAR = "CC"
    SLEEPER = "SL"
    SECOND_SITTING = "2S"


CLASSES = tuple(TravelClass)
AC_CLASSES = frozenset(CLASSES) - {TravelClass.SLEEPER, TravelClass.SECOND_SITTING}


@dataclass(frozen=True, slots=True)
class Stop:
    """One call: minutes from 00:00 of the day the train leaves its origin (None at the ends), km from the origin."""

    station: StationCode
    arrival: int | None
    departure: int | None
    km: int

    @property
    def leaves(self) -> int:
        """Minutes as of the departure; at the last stop, where there is none, of the arrival."""
        return self.departure if self.departure is not None else self.arrival or 0

    @property
    def comes(self) -> int:
        """Minutes as of the arrival; at the first stop, where there is none, of the departure."""
        return self.arrival if self.arrival is not None else self.departure or 0

    @property
    def day(self) -> int:
        """The journey day of the call as timetables print it: 1 on the day the train leaves its origin."""
        return self.leaves // DAY + 1


class Coaches(NamedTuple):
    """So many coaches of a class, with so many berths each."""

    travel_class: TravelClass
    many: int
    size: int


@dataclass(frozen=True, slots=True)
class Train:
    """A train of the timetable. `days`: seven characters Monday..Sunday at the origin, 1 runs; empty if unknown. A
    special train runs on its `dates` alone, whose weekdays are its days. `rake` are its coaches where they are known;
    empty for what is usual for its type."""

    number: str
    name: str
    type: str
    zone: str
    days: str
    classes: tuple[TravelClass, ...]
    stops: tuple[Stop, ...]
    name_hi: str = ""
    dates: tuple[date, ...] = ()
    rake: tuple[Coaches, ...] = ()

    @property
    def train_id(self) -> TrainId:
        """The number is the id: it stays the same from one timetable to the next."""
        return TrainId(self.number)

    @property
    def origin(self) -> Stop:
        return self.stops[0]

    @property
    def terminus(self) -> Stop:
        return self.stops[-1]

    def runs_on(self, run_date: date) -> bool:
        """Does it leave its origin on this date? A train whose days are unknown is taken to run daily."""
        if self.dates:
            return run_date in self.dates
        return not self.days or self.days[run_date.weekday()] == "1"


def run_date_at(stop: Stop, date_at_station: date) -> date:
    """The date on which a train left its origin if it leaves this stop on `date_at_station`."""
    return date_at_station - timedelta(days=(stop.departure or 0) // DAY)
