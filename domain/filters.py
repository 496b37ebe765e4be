"""Filters: the trains that a passenger wants to see, by kind, class and time of day, and the fastest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from domain.daytimes import TimeOfDay, part_of_day
from domain.journeys import Journey
from domain.trains import DAY, Train, TravelClass
from domain.traintypes import TrainFamily, family


@dataclass(frozen=True, slots=True)
class Filters:
    """What a passenger wants of a journey; what is empty or None says nothing."""

    families: frozenset[TrainFamily] = frozenset()
    travel_class: TravelClass | None = None
    time_of_day: TimeOfDay | None = None  # of the departure at the passenger's station
    fastest: bool = False  # by duration instead of departure

    def suits(self, train: Train) -> bool:
        """Is it a train of this kind, with this class?"""
        if self.families and family(train.type) not in self.families:
            return False
        return self.travel_class is None or self.travel_class in train.classes

    def suits_minute(self, minute: int) -> bool:
        """Is it a departure at this time of day? Minutes from any midnight."""
        return self.time_of_day is None or self.time_of_day is part_of_minute(minute)

    def keeps(self, journey: Journey) -> bool:
        """Does the journey pass?"""
        return self.suits(journey.train) and self.suits_minute(journey.train.stops[journey.from_stop].leaves)

    def apply(self, journeys: Iterable[Journey]) -> list[Journey]:
        """The journeys that pass, in their order or the fastest first."""
        kept = [journey for journey in journeys if self.keeps(journey)]
        return sorted(kept, key=lambda journey: journey.duration) if self.fastest else kept


ANY = Filters()


def part_of_minute(minute: int) -> TimeOfDay:
    """The part of the day at this many minutes from a midnight."""
    return part_of_day(time(*divmod(minute % DAY, 60)))


def families_of(journeys: Iterable[Journey]) -> list[TrainFamily]:
    """The kinds of train among these journeys, each once, in the order of the table: what a filter can offer."""
    among = {family(journey.train.type) for journey in journeys}
    return [kind for kind in TrainFamily if kind in among]
