"""Availability: what may still be had of a quota, and where a passenger stands, in the words that people know."""

import re
from dataclasses import dataclass
from enum import StrEnum

from domain.rules.waitlists import WaitingList


class AvailabilityKind(StrEnum):
    """The kinds by their railway words."""

    AVAILABLE = "AVAILABLE"
    RAC = "RAC"
    WAITING = "WL"
    REGRET = "REGRET"
    CURRENT = "CURR_AVBL"
    TRAIN_CANCELLED = "TRAIN CANCELLED"
    TRAIN_DEPARTED = "TRAIN DEPARTED"
    NOT_AVAILABLE = "NOT AVAILABLE"


_K = AvailabilityKind
_COUNTED = frozenset({_K.AVAILABLE, _K.CURRENT})
_QUEUED = frozenset({_K.RAC, _K.WAITING})
_NUMBER = "[1-9][0-9]*"
_FREE = re.compile("(AVAILABLE|CURR_AVBL)-([0-9]{4}|[1-9][0-9]{4,})")
_IN_RAC = re.compile(f"RAC ({_NUMBER})/RAC ({_NUMBER})")
_IN_LIST = re.compile(f"({'|'.join(WaitingList)})({_NUMBER})/(WL|RAC)({_NUMBER})")


@dataclass(frozen=True, slots=True)
class Availability:
    """One such word. `number`: berths free, or the place in the queue when it was taken, which never changes; `now`:
    the place today; `waiting`: the list on which it was taken, None if it was RAC from the first."""

    kind: AvailabilityKind
    number: int = 0
    now: int = 0
    waiting: WaitingList | None = None

    @property
    def text(self) -> str:
        """`AVAILABLE-0008`, `RAC 22/RAC 21`, `GNWL52/WL33`, `GNWL1/RAC6`, `CURR_AVBL-0141`, or the kind's own word.
        Forms: railway rules, "Words that people know" (D)."""
        if self.kind in _COUNTED:
            return f"{self.kind}-{self.number:04d}"
        if self.kind not in _QUEUED:
            return self.kind.value
        if self.waiting is None:
            return f"RAC {self.number}/RAC {self.now}"
        return f"{self.waiting}{self.number}/{self.kind}{self.now}"

    @classmethod
    def parse(cls, text: str) -> "Availability":
        """The value whose `text` this is; ValueError if it is none of these forms."""
        if match := _FREE.fullmatch(text):
            return cls(_K(match[1]), int(match[2]))
        if match := _IN_RAC.fullmatch(text):
            return cls(_K.RAC, int(match[1]), int(match[2]))
        if match := _IN_LIST.fullmatch(text):
            return cls(_K(match[3]), int(match[2]), int(match[4]), WaitingList(match[1]))
        kind = _K(text)
        if kind in _COUNTED or kind in _QUEUED:
            raise ValueError(f"{text} without its number")
        return cls(kind)


@dataclass(frozen=True, slots=True)
class Counts:
    """One quota of one class for one journey: berths free; RAC places, how many of them are taken, and the highest
    number ever given; the same of the waiting list, with its cap. `waiting` None: there is no waiting list."""

    free: int
    rac_places: int = 0
    rac_taken: int = 0
    rac_last: int = 0
    waiting: WaitingList | None = None
    waiting_cap: int = 0
    waiting_taken: int = 0
    waiting_last: int = 0


def next_place(counts: Counts, *, charted: bool = False) -> Availability:
    """What the next single passenger would get; `charted`: the first chart is made, so only berths are sold.

    A free berth (those waiting whom it fitted had it offered before), else a RAC place, else a place on the waiting
    list while that is below its cap, else REGRET. Nobody goes past the list: while it has people, there is no RAC
    place. Numbers once given are not given again; where the list
    has been opened they go on as its own, also for a RAC place (`GNWL2/RAC6`). Railway rules, "Words that people
    know" (D: the forms; K: what makes them).
    """
    if counts.free > 0:
        return Availability(_K.CURRENT if charted else _K.AVAILABLE, counts.free)
    if charted:
        return Availability(_K.NOT_AVAILABLE)
    if counts.rac_taken < counts.rac_places and not counts.waiting_taken:
        listed = counts.waiting if counts.waiting_last else None
        number = counts.waiting_last if listed else counts.rac_last
        return Availability(_K.RAC, number + 1, counts.rac_taken + 1, listed)
    if counts.waiting is None:
        return Availability(_K.NOT_AVAILABLE)
    if counts.waiting_taken < counts.waiting_cap:
        return Availability(_K.WAITING, counts.waiting_last + 1, counts.waiting_taken + 1, counts.waiting)
    return Availability(_K.REGRET)
