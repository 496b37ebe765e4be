"""Running trains: what the desk does to a run: cancel it, let it leave late, give it a coach more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from domain.catalogue import Catalogue
from domain.coaches import PREFIX
from domain.errors import Problem
from domain.ids import TrainId
from domain.inventory import Coach, Run, RunCancelled, RunKey, RunState
from domain.ports import UnitOfWork, Units
from domain.reasons import given_reason
from domain.rules.quotashares import confirmed_only, rac_berths
from domain.services.promoting import Promoting
from domain.services.rescheduling import Rescheduling, check_delay
from domain.services.retrying import until_settled
from domain.services.staffing import Hand, Staffing
from domain.services.withdrawing import Withdrawing
from domain.staff import Right
from domain.trains import TravelClass

MOST_COACHES = 26  # of a class: more than any platform takes
T = TypeVar("T")


class RunningTrains:
    """Each act is one transaction with its row of the admin log; what follows from it (money back, news, promotions)
    is on lists that jobs work off, and is begun at once."""

    def __init__(
        self,
        catalogue: Callable[[], Catalogue],
        units: Units,
        staffing: Staffing,
        promoting: Promoting,
        rescheduling: Rescheduling,
    ) -> None:
        self._catalogue = catalogue
        self._units = units
        self._staffing = staffing
        self._promoting = promoting
        self._rescheduling = rescheduling
        self._withdrawing = Withdrawing(catalogue, units)

    def state(self, hand: Hand, key: RunKey) -> RunState:
        """The run as it stands. Problem `train-not-that-day`, and as Staffing.allow."""
        self._staffing.allow(hand, Right.RUNS, _named(key))
        return self._withdrawing.state(key.train_id, key.run_date)

    def changeable(self, hand: Hand, key: RunKey) -> RunState:
        """The same of a run that can still be changed. Problem `run-has-left`, `run-cancelled-already`, and as
        `state`."""
        state = self.state(hand, key)
        _check_goes(state, hand.now)
        return state

    def cancel(self, hand: Hand, key: RunKey, reason: str) -> RunCancelled:
        """From now on nothing of it is sold, and everybody is paid back and told why. Problem `reason-needed`, and as
        `changeable`."""
        cancelled = RunCancelled(hand.now, given_reason(reason))

        def change(work: UnitOfWork, state: RunState) -> RunCancelled:
            told = {"before": "goes", "after": "cancelled", "reason": cancelled.reason}
            self._staffing.begin(work, hand, Right.RUNS, "run-cancelled", _named(key), **told)
            work.runs.cancel(state.run, cancelled)
            return cancelled

        return self._changed(key, hand.now, change)

    def delay(self, hand: Hand, key: RunKey, minutes: int, reason: str) -> int:
        """It leaves so many minutes after its timetable, more or fewer than was known: tickets follow and everybody is
        told; how many there were. Problem `reason-needed`, and as `check_delay` and `changeable`."""
        why = given_reason(reason)

        def change(work: UnitOfWork, state: RunState) -> None:
            check_delay(minutes, state, hand.now)
            told = {"before": state.late, "after": minutes, "reason": why}
            self._staffing.begin(work, hand, Right.RUNS, "run-delayed", _named(key), **told)
            work.run_changes.late(key, minutes, state.late, why)

        self._changed(key, hand.now, change)
        return self._rescheduling.follow(key, hand.now)

    def lengthen(self, hand: Hand, key: RunKey, travel_class: TravelClass) -> tuple[Coach, int]:
        """One coach more of a class that the run has, all of it for the general quota; and how many of those who waited
        moved up. Problem `no-such-class`, `train-too-long`, and as `changeable`."""

        def change(work: UnitOfWork, state: RunState) -> Coach:
            coach = extra_coach(state.run, travel_class, self._type(key.train_id))
            names = [each.name for each in state.run.coaches if each.travel_class is travel_class]
            told = {"before": names, "after": [*names, coach.name]}
            self._staffing.begin(work, hand, Right.RUNS, "coach-added", _named(key), **told)
            work.run_changes.lengthen(state.run, coach)
            work.runs.mark(key)
            return coach

        coach = self._changed(key, hand.now, change)
        return coach, self._promoting.promote(key, hand.now)

    def _type(self, train_id: TrainId) -> str:
        train = self._catalogue().train(train_id)
        return train.type if train else ""

    def _changed(self, key: RunKey, now: datetime, change: "Callable[[UnitOfWork, RunState], T]") -> T:
        def attempt(_: int) -> T:
            state = self._withdrawing.state(key.train_id, key.run_date)
            _check_goes(state, now)
            with self._units() as work:
                known = work.runs.load(key)
                if known is None:
                    known = RunState(work.runs.open(state.run), {})
                done = change(work, known)
                work.commit()
                return done

        return until_settled(attempt)


def _check_goes(state: RunState, now: datetime) -> None:
    if state.cancelled:
        raise Problem("run-cancelled-already")
    if state.run.departs_at and state.run.departs_at + timedelta(minutes=state.late) <= now:
        raise Problem("run-has-left")


def extra_coach(run: Run, travel_class: TravelClass, train_type: str) -> Coach:
    """The next coach of a class: named after the last, as large as the others; its side lowers are shared in RAC as
    theirs are. Problem `no-such-class` or `train-too-long`."""
    same = [coach for coach in run.coaches if coach.travel_class is travel_class]
    if not same:
        raise Problem("no-such-class")
    if len(same) >= MOST_COACHES:
        raise Problem("train-too-long")
    taken = {coach.name for coach in run.coaches}
    name = next(name for n in range(1, 100) if (name := f"{PREFIX[travel_class]}{n}") not in taken)
    coach = Coach(name, travel_class, same[-1].size)
    queues = not confirmed_only(train_type, travel_class, run.key.run_date)
    return replace(coach, rac=rac_berths(coach, train_type, run.key.run_date), queues=queues)


def _named(key: RunKey) -> str:
    """As the admin log names a run."""
    return f"RUN#{key.train_id}#{key.run_date}"
