"""What became of those who waited: each run is counted once, and runs of a train add up."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.chances import Outcomes
from domain.errors import Conflict
from domain.inventory import Run
from domain.rules.waitlists import WaitingList
from domain.trains import TravelClass
from tests.contract.samples import a_run
from tests.engines import Storage

A3, SL = TravelClass.THIRD_AC, TravelClass.SLEEPER
GNWL, TQWL = WaitingList.GENERAL, WaitingList.TATKAL
FIRST = {
    A3: {GNWL: {1: Outcomes(5, 0), 6: Outcomes(2, 3)}, TQWL: {1: Outcomes(0, 4)}},
    SL: {GNWL: {51: Outcomes(0, 9)}},
}


def opened(storage: Storage, days_later: int = 0, like: Run | None = None) -> Run:
    run = like or a_run()
    run = replace(run, key=replace(run.key, run_date=run.key.run_date + timedelta(days=days_later)))
    with storage.units() as unit:
        return unit.runs.open(run)


def test_a_run_is_counted_once(storage: Storage) -> None:
    run = opened(storage)
    with storage.units() as unit:
        assert not unit.histories.counted(run.key)
        unit.histories.count(run.key, FIRST)
        unit.commit()
        assert unit.histories.counted(run.key)
        unit.histories.count(run.key, FIRST)
        with pytest.raises(Conflict):
            unit.commit()
        assert unit.histories.of(run.key.train_id, A3, GNWL) == FIRST[A3][GNWL]
        assert unit.histories.of(run.key.train_id, A3, TQWL) == FIRST[A3][TQWL]
        assert unit.histories.of(run.key.train_id, SL, GNWL) == FIRST[SL][GNWL]
        assert unit.histories.of(run.key.train_id, SL, TQWL) == {}


def test_the_runs_of_a_train_add_up(storage: Storage) -> None:
    run = opened(storage)
    later = opened(storage, 1, run)
    with storage.units() as unit:
        unit.histories.count(run.key, FIRST)
        unit.commit()
        unit.histories.count(later.key, {A3: {GNWL: {6: Outcomes(1, 1), 11: Outcomes(0, 2)}}})
        unit.commit()
        together = {1: Outcomes(5, 0), 6: Outcomes(3, 4), 11: Outcomes(0, 2)}
        assert unit.histories.of(run.key.train_id, A3, GNWL) == together
        assert unit.histories.of(opened(storage).key.train_id, A3, GNWL) == {}


def test_a_run_on_which_nobody_waited_is_counted_too(storage: Storage) -> None:
    run = opened(storage)
    with storage.units() as unit:
        unit.histories.count(run.key, {})
        unit.commit()
        assert unit.histories.counted(run.key)
        assert unit.histories.of(run.key.train_id, A3, GNWL) == {}


def test_a_run_that_nobody_opened_has_no_history(storage: Storage) -> None:
    with storage.units() as unit:
        assert not unit.histories.counted(a_run().key)
        unit.histories.count(a_run().key, FIRST)
        with pytest.raises(Conflict):
            unit.commit()
