"""Special trains: as another train, under a number of their own, on some dates only."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pydantic import AwareDatetime

from domain.coaches import ICF_SIZE, LHB_SIZE, LHB_TYPES, rake
from domain.errors import Problem
from domain.ids import StationCode
from domain.model import Entity, Value
from domain.stations import Station
from domain.trains import CLASSES, DAY, Coaches, Stop, Train, TravelClass
from domain.words import western_digits

TYPE = "TOD"  # "train on demand": the timetables' code of a special; its fares are those of numbers that begin with 0
MOST_DATES = 60
MOST_COACHES = 26  # no platform takes a longer train
FARTHEST = timedelta(days=120)  # ahead of the day on which it is put on
NUMBER_RESTS = timedelta(days=150)  # from the last run on: longer than anything of a run is kept

_NUMBER = re.compile(r"0\d{4}")
_SHIFT = re.compile(r"(?P<sign>[+-])\s?(?P<minutes>\d{1,4})(?: ?m(?:in)?)?")
_CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)")
_COACHES = re.compile(r"(?P<count>\d{1,2})\s*[X×]?\s*(?P<travel_class>[123][AES]|E[CV]|CC|SL)")


class Call(Value):
    """One stop, as domain.trains.Stop."""

    station: StationCode
    arrival: int | None = None
    departure: int | None = None
    km: int


class Special(Entity):
    """What the desk put on. Everything is its own, so that no new timetable changes what is sold. `closed`: it was
    withdrawn, and nothing can be sold of any of its runs."""

    number: str
    like: str
    name: str
    name_hi: str = ""
    zone: str = ""
    calls: tuple[Call, ...]
    coaches: tuple[Coaches, ...]
    dates: tuple[date, ...]
    made_by: str
    withdrawn_at: AwareDatetime | None = None
    closed: bool = False

    @property
    def last(self) -> date:
        """The date of the last run."""
        return self.dates[-1]

    def is_over(self, today: date) -> bool:
        """Nothing of it is ahead."""
        return self.closed or self.last < today

    def keeps_number(self, today: date) -> bool:
        """May nobody else have its number yet?"""
        return today <= self.last + NUMBER_RESTS

    @property
    def train(self) -> Train:
        """For the timetable."""
        return Train(
            number=self.number,
            name=self.name,
            type=TYPE,
            zone=self.zone,
            days="".join(str(int(any(day.weekday() == at for day in self.dates))) for at in range(7)),
            classes=tuple(coaches.travel_class for coaches in self.coaches),
            stops=tuple(Stop(call.station, call.arrival, call.departure, call.km) for call in self.calls),
            name_hi=self.name_hi,
            dates=self.dates,
            rake=self.coaches,
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """What the desk has in mind: `shift` in minutes later (or, below 0, earlier) than the train that is copied."""

    like: Train
    number: str
    dates: tuple[date, ...]
    shift: int
    coaches: tuple[Coaches, ...]


def drawn_up(plan: Plan, ends: tuple[Station | None, Station | None], made_by: str, at: AwareDatetime) -> Special:
    """The special of a plan, called after its first and last station (`ends`; their codes where they are not known)."""
    stops = shifted(plan.like.stops, plan.shift)
    codes = stops[0].station, stops[-1].station
    names = [end.name if end else code for end, code in zip(ends, codes, strict=True)]
    names_hi = [end.name_hi if end else "" for end in ends]
    return Special(
        number=plan.number,
        like=plan.like.number,
        name=f"{names[0]} - {names[1]} Special",
        name_hi=f"{names_hi[0]} - {names_hi[1]} स्पेशल" if all(names_hi) else "",
        zone=plan.like.zone,
        calls=tuple(Call(station=s.station, arrival=s.arrival, departure=s.departure, km=s.km) for s in stops),
        coaches=plan.coaches,
        dates=plan.dates,
        made_by=made_by,
        created_at=at,
        updated_at=at,
    )


def shifted(stops: Sequence[Stop], minutes: int) -> tuple[Stop, ...]:
    """The same calls so many minutes later. What then leaves on another day leaves on its date all the same: the clock
    goes round."""
    leaves = stops[0].leaves
    by = (leaves + minutes) % DAY - leaves
    return tuple(
        replace(
            stop,
            arrival=None if stop.arrival is None else stop.arrival + by,
            departure=None if stop.departure is None else stop.departure + by,
        )
        for stop in stops
    )


def checked_number(text: str) -> str:
    """A special's number: five digits, the first a 0 (railway rules, "Fares": specials 0xxxx). Problem
    `special-number`."""
    number = western_digits(text).strip()
    if not _NUMBER.fullmatch(number):
        raise Problem("special-number")
    return number


def free_number(like: str, is_taken: Callable[[str], bool]) -> str:
    """The number of the train that is copied with a 0 in front, or the next one that is free. Problem
    `special-number-taken` if there is none."""
    first = int(like[-4:]) if like[-4:].isdecimal() else 1
    numbers = (f"0{(first + ahead) % 10_000:04}" for ahead in range(10_000))
    found = next((number for number in numbers if not is_taken(number)), None)
    if found is None:
        raise Problem("special-number-taken", number=like)
    return found


def read_shift(text: str, like: Train) -> int:
    """Minutes from "+45" or "-30", or from the time at which it shall leave, "22:15": then less than half a day.
    Problem `special-time`."""
    said = western_digits(text).strip().replace("−", "-").casefold()
    if (shift := _SHIFT.fullmatch(said)) and int(shift["minutes"]) < DAY:
        return int(shift["minutes"]) * (-1 if shift["sign"] == "-" else 1)
    if clock := _CLOCK.fullmatch(said):
        later = (int(clock["hour"]) * 60 + int(clock["minute"]) - like.origin.leaves) % DAY
        return later if later < DAY // 2 else later - DAY
    raise Problem("special-time")


def usual_coaches(like: Train) -> tuple[Coaches, ...]:
    """Those of the train that is copied."""
    sizes: dict[TravelClass, list[int]] = {}
    for coach in rake(like):
        sizes.setdefault(coach.travel_class, []).append(coach.size)
    return tuple(Coaches(cls, len(each), each[0]) for cls, each in sizes.items())


def read_coaches(text: str, like: Train) -> tuple[Coaches, ...]:
    """From "2 3A, 8 SL"; coaches are as large as those of the train that is copied. Problem `special-coaches` or
    `train-too-long`."""
    said = western_digits(text).upper()
    counts = {TravelClass(cls): count for cls, count in _counted(said)}
    if not counts or _COACHES.sub("", said).strip(" ,;+&\n") or 0 in counts.values():
        raise Problem("special-coaches")
    if sum(counts.values()) > MOST_COACHES:
        raise Problem("train-too-long")
    sizes = {**(LHB_SIZE if like.type in LHB_TYPES else ICF_SIZE)}
    sizes |= {each.travel_class: each.size for each in usual_coaches(like)}
    return tuple(Coaches(cls, counts[cls], sizes[cls]) for cls in CLASSES if cls in counts)


def _counted(said: str) -> Iterator[tuple[str, int]]:
    for match in _COACHES.finditer(said):
        if match["travel_class"] not in {*CLASSES}:
            raise Problem("special-coaches")
        yield match["travel_class"], int(match["count"])
