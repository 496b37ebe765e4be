"""The choice: which train and class, or two trains with a change between them, as the draft and its buttons keep it."""

from dataclasses import dataclass
from datetime import date, timedelta

from domain.errors import Problem
from domain.ids import StationCode
from domain.journeys import Journey
from domain.quotas import Quota
from domain.trains import TravelClass
from handlers.talk import Talk

_AND = "+"  # between the two trains of a journey with a change


@dataclass(frozen=True, slots=True)
class Choice:
    """A train and class between two stations, boarded so many days after the journey's date: of a whole city, too,
    it is one station now."""

    number: str
    travel_class: TravelClass
    origin: StationCode
    destination: StationCode
    days: int = 0

    @classmethod
    def of(cls, journey: Journey, travel_class: TravelClass, on: date) -> "Choice":
        """This journey, as part of one that begins on `on`."""
        days = (journey.date - on).days
        return cls(journey.train.number, travel_class, journey.origin, journey.destination, days)

    def __str__(self) -> str:
        """`12951|3A|MMCT|NDLS`, and `|1` if it is boarded the day after."""
        parts = [self.number, self.travel_class.value, self.origin, self.destination]
        return "|".join([*parts, str(self.days)] if self.days else parts)

    def date_from(self, on: date) -> date:
        """The day on which it is boarded if the journey begins on `on`."""
        return on + timedelta(days=self.days)


def written(*choices: Choice) -> str:
    """One train, or the two of a journey with a change: at most 48 bytes, so that a button can carry it."""
    return _AND.join(map(str, choices))


def read_choices(text: str) -> tuple[Choice, ...]:
    """What `written` wrote. Problem `stale` for anything else."""
    try:
        return tuple(_read(part) for part in text.split(_AND))
    except (ValueError, TypeError):
        raise Problem("stale") from None


def chosen(talk: Talk) -> tuple[Choice, ...]:
    """The train and class of the draft, or the two."""
    return read_choices(talk.draft["choice"])


def quota_of(talk: Talk) -> Quota:
    """The quota asked for; the general one if none was."""
    return Quota(talk.draft.get("quota") or Quota.GENERAL)


def _read(text: str) -> Choice:
    number, travel_class, origin, destination, *days = text.split("|")
    return Choice(number, TravelClass(travel_class), StationCode(origin), StationCode(destination), *map(int, days))
