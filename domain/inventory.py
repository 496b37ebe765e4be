"""Berths: coaches and their layouts, what of a run is sold leg by leg, and choosing berths for a party."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from domain.ids import BookingId, StationCode, TrainId
from domain.quotas import Quota
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
    """One berth or seat: coach name and number within the coach; `half` is 1 or 2 for one of the two seats that a side
    lower makes for passengers in RAC."""

    coach: str
    number: int
    half: int = 0

    def __str__(self) -> str:
        return f"{self.coach}-{self.number}" + (f"/{self.half}" if self.half else "")

    @classmethod
    def parse(cls, text: str) -> "Berth":
        """What `str` wrote: `B2-35`, or `S1-7/2`."""
        coach, _, place = text.rpartition("-")
        number, _, half = place.partition("/")
        return cls(coach, int(number), int(half or 0))

    @property
    def halves(self) -> "tuple[Berth, Berth]":
        """The two seats of a side lower."""
        return Berth(self.coach, self.number, 1), Berth(self.coach, self.number, 2)


@dataclass(frozen=True, slots=True)
class Coach:
    """A coach of a run: its name as painted on it, class, and number of berths. `quotas` are the berth numbers set
    aside, by quota; `rac` the side lowers that are shared; all others are general. `queues`: its class has a waiting
    list."""

    name: str
    travel_class: TravelClass
    size: int
    quotas: tuple[tuple[Quota, tuple[int, ...]], ...] = ()
    rac: tuple[int, ...] = ()
    queues: bool = True

    def numbers(self, quota: Quota) -> list[int]:
        """The berths sold whole under this quota."""
        if quota is not Quota.GENERAL:
            return [number for kept, numbers in self.quotas if kept is quota for number in numbers]
        other = {number for _, numbers in self.quotas for number in numbers}.union(self.rac)
        return [number for number in range(1, self.size + 1) if number not in other]


@dataclass(frozen=True, slots=True)
class RunKey:
    """One train on one date from its first station."""

    train_id: TrainId
    run_date: date


@dataclass(frozen=True, slots=True)
class Run:
    """What a run was opened with: its calls and coaches stay as they are, whatever a new timetable says. `departs_at`
    is when it leaves its first station, by which its charts are made; None for one that has none."""

    key: RunKey
    stops: tuple[StationCode, ...]
    coaches: tuple[Coach, ...]
    departs_at: datetime | None = None

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
class Place:
    """One passenger's place in the queue of a class. `turn` orders the queue and `number` is what was booked: GNWL 52
    or, with a seat on a side lower (`berth`), RAC 22; neither ever changes. Who waits also holds one of the `slot`s of
    the list, of which there are as many as may wait."""

    turn: int
    waiting_list: str
    number: int
    booking_id: BookingId
    passenger: int  # which of the booking's, from 0
    travel_class: TravelClass
    quota: Quota
    legs: int
    berth: Berth | None = None
    slot: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A run on which somebody may be due to move up; `token` is another one each time that it is marked."""

    key: RunKey
    token: str


@dataclass(frozen=True, slots=True)
class RunCancelled:
    """The railway does not run it; `at` is when that was told to us, `reason` its own words, if it gave any."""

    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RunState:
    """A run and what is sold of it: for each coach and berth number the bitmap of legs; absent means wholly free.

    `shared` is the same for the second seat of side lowers that are shared, the first of which is in `sold`. `queue`
    holds who waits, in turn; `issued` the last number given on each list of a class. `chart` counts the charts that
    were made: 0, 1 or 2. Of a run that is `cancelled` nothing is sold, and nobody moves up. It leaves
    `late` minutes after its timetable, for the reason `why_late`.
    """

    run: Run
    sold: Mapping[str, Mapping[int, int]]
    shared: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    queue: tuple[Place, ...] = ()
    issued: Mapping[tuple[TravelClass, str], int] = field(default_factory=dict)
    chart: int = 0
    cancelled: RunCancelled | None = None
    late: int = 0
    why_late: str = ""

    def mask(self, berth: Berth) -> int:
        """Legs of this berth that are sold; of a whole one those of either seat."""
        sold = self.sold.get(berth.coach, {}).get(berth.number, 0)
        second = self.shared.get(berth.coach, {}).get(berth.number, 0)
        return second if berth.half == 2 else sold if berth.half else sold | second

    def sold_part(self, travel_class: TravelClass) -> Decimal:
        """What part (0 to 1) of the class's berths is sold on some leg: by this dynamic fares rise."""
        coaches = [coach for coach in self.run.coaches if coach.travel_class is travel_class]
        sold = sum(len({*self.sold.get(coach.name, {}), *self.shared.get(coach.name, {})}) for coach in coaches)
        return Decimal(sold) / max(1, sum(coach.size for coach in coaches))

    def parts(self, berth: Berth) -> tuple[Berth, ...]:
        """What is taken with this berth: a whole side lower that can be shared is its two seats."""
        coach = next((coach for coach in self.run.coaches if coach.name == berth.coach), None)
        return berth.halves if coach and not berth.half and berth.number in coach.rac else (berth,)
