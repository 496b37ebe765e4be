"""Ports to the berths of runs, and to what became of those who waited."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from domain.chances import History
from domain.ids import TrainId
from domain.inventory import Berth, Coach, Mark, Place, Run, RunCancelled, RunKey, RunState
from domain.ports.specials import Specials
from domain.quotas import Quota
from domain.rules.waitlists import WaitingList
from domain.trains import TravelClass


class Runs(Protocol):
    """Berths of runs. A berth changes only if its legs are still as they were read."""

    def load(self, key: RunKey) -> RunState | None:
        """None if nobody has booked on this run yet."""
        ...

    def load_berths(self, key: RunKey) -> RunState | None:
        """As `load`, but who waits is not read: the queue is empty, whoever is in it. `issued` tells whether anybody
        ever waited."""
        ...

    def who_waits(self, key: RunKey, travel_class: TravelClass) -> tuple[Place, ...]:
        """The queue of this class, in turn."""
        ...

    def how_many_wait(self, key: RunKey, travel_class: TravelClass, quota: Quota) -> int:
        """On the waiting list of this class and quota, those in RAC not counted."""
        ...

    def open(self, run: Run) -> Run:
        """At once, outside the unit: keep the run's calls and coaches, unless somebody did; returns what is kept."""
        ...

    def change(self, key: RunKey, changes: Mapping[Berth, tuple[int, int]]) -> None:
        """For each berth its legs as read and as they shall be."""
        ...

    def numbers(self, key: RunKey, travel_class: TravelClass, waiting_list: str, people: int) -> tuple[int, int]:
        """At once, outside the unit: the next turn in the queue of the class and the next number of the list, the
        first of so many in a row for these people. Never given twice; a number that is then not used leaves a gap."""
        ...

    def queue(self, key: RunKey, place: Place) -> None:
        """A passenger more who waits, in RAC or in a slot of a list that nobody holds."""
        ...

    def leave(self, key: RunKey, place: Place) -> None:
        """Out of the queue, for a berth or for good; only from where the place was read."""
        ...

    def mark(self, key: RunKey) -> None:
        """Somebody on this run may be due to move up: it shall be looked at, even if whoever marks it dies."""
        ...

    def marked(self, limit: int = 100) -> list[Mark]:
        """A run is there once for every time that it was marked."""
        ...

    def unmark(self, mark: Mark) -> None:
        """At once, outside the unit: it was looked at. Marks that were made since stay."""
        ...

    def to_chart(self, now: datetime, limit: int = 100) -> list[RunKey]:
        """Runs whose next chart is due."""
        ...

    def chart(self, key: RunKey, number: int) -> None:
        """The first or second chart is made: each once."""
        ...

    def chart_next(self, run: Run, due: datetime | None) -> None:
        """When the run's next chart is due; None when there is none any more."""
        ...

    def cancel(self, run: Run, cancelled: RunCancelled) -> None:
        """The railway does not run it: once. From then on nothing is sold of it, and it is listed to give back what was
        sold before."""
        ...

    def cancelled(self, key: RunKey) -> RunCancelled | None:
        """None for a run that goes, or that nobody opened."""
        ...

    def still_goes(self, key: RunKey, coach: str) -> None:
        """What is written beside it shall be written only if the run is not cancelled: for what takes no berth, as that
        is refused by itself. Any coach will do: different ones keep buyers out of each other's way."""
        ...

    def to_give_back(self, limit: int = 100) -> list[RunKey]:
        """Cancelled runs of which tickets may be left."""
        ...

    def given_back(self, key: RunKey) -> None:
        """No ticket is left: off the list."""
        ...


class RunChanges(Protocol):
    """What the desk changes of a run that goes, and the trains that it puts on. Writes wait for the unit's commit."""

    @property
    def specials(self) -> Specials: ...

    def late(self, key: RunKey, minutes: int, known: int, reason: str) -> None:
        """It leaves so many minutes after its timetable, if `known` minutes are still what is known and it is not
        cancelled. It is then listed, so that its bookings follow."""
        ...

    def listed_late(self, limit: int = 100) -> list[RunKey]:
        """Late runs whose bookings are to follow."""
        ...

    def unlist_late(self, key: RunKey) -> None: ...

    def lengthen(self, run: Run, coach: Coach) -> None:
        """One coach more than the run has, if it has them still and is not cancelled."""
        ...


class Histories(Protocol):
    """What became of those who waited, by train, class and waiting list."""

    def counted(self, key: RunKey) -> bool:
        """Whether this run is in it."""
        ...

    def count(self, key: RunKey, outcomes: Mapping[TravelClass, Mapping[WaitingList, History]]) -> None:
        """Adds what became of those who waited on this run: each run once."""
        ...

    def of(self, train_id: TrainId, travel_class: TravelClass, waiting_list: WaitingList) -> History:
        """Of all runs that were counted."""
        ...
