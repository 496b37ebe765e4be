"""Withdrawing: the railway cancels a train on one date, and from that moment nothing of it is sold."""

from collections.abc import Callable
from datetime import date, datetime

from domain.catalogue import Catalogue
from domain.errors import Problem
from domain.ids import TrainId
from domain.inventory import Run, RunCancelled, RunKey, RunState
from domain.ports import Units
from domain.reasons import one_line
from domain.runs import run_on
from domain.services.retrying import until_settled


class Withdrawing:
    """Marks a run as cancelled, which lists it for `GivingBack`. Runs are named by the train and its date at the first
    station."""

    def __init__(self, catalogue: Callable[[], Catalogue], units: Units) -> None:
        self._catalogue = catalogue
        self._units = units

    def state(self, train_id: TrainId, run_date: date) -> RunState:
        """The run as it stands; as the timetable would open it if nobody has booked on it.
        Problem `train-not-that-day`."""
        key = RunKey(train_id, run_date)
        with self._units() as work:
            return work.runs.load(key) or RunState(self._planned(key), {})

    def cancel_run(self, train_id: TrainId, run_date: date, now: datetime, reason: str = "") -> RunCancelled:
        """What is kept of it: the first word, if it was cancelled before. Problem `train-not-that-day`."""
        return until_settled(lambda _: self._mark(RunKey(train_id, run_date), RunCancelled(now, one_line(reason))))

    def _mark(self, key: RunKey, cancelled: RunCancelled) -> RunCancelled:
        with self._units() as work:
            state = work.runs.load(key)
            if state and state.cancelled:
                return state.cancelled
            work.runs.cancel(state.run if state else work.runs.open(self._planned(key)), cancelled)
            work.commit()
            return cancelled

    def _planned(self, key: RunKey) -> Run:
        train = self._catalogue().train(key.train_id)
        if train is None or not train.classes or not train.runs_on(key.run_date):
            raise Problem("train-not-that-day", train=key.train_id)
        return run_on(train, key.run_date)
