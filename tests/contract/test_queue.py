"""The queue of a run: numbers, slots, marks and charts, each once however many come at a time."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.errors import Conflict
from domain.ids import BookingId, new_id
from domain.inventory import Berth, Coach, Place, Run
from domain.quotas import Quota
from domain.rules.charts import first_chart_at, second_chart_at
from domain.trains import TravelClass
from tests.contract.opening import opened, state
from tests.contract.samples import a_run
from tests.engines import Storage

CLASS = TravelClass.THIRD_AC
LEAVES = datetime(2030, 1, 7, 6, 30, tzinfo=UTC)  # noon in India: charted at 20:00 the day before


def a_queued_run(storage: Storage) -> Run:
    """A run with quotas, shared berths and a departure, opened."""
    coach = Coach("B1", CLASS, 8, ((Quota.TATKAL, (1, 2)),), (7,))
    run = replace(a_run(), coaches=(coach,), departs_at=LEAVES)
    assert opened(storage, run) == run
    assert state(storage, run).run == run
    return run


def waits(turn: int, slot: int) -> Place:
    """Somebody on the waiting list."""
    booking = BookingId(new_id(LEAVES))
    return Place(turn, "GNWL", turn, booking, 0, CLASS, Quota.GENERAL, 0b11, slot=slot)


def queued(storage: Storage, run: Run) -> tuple[Place, ...]:
    return state(storage, run).queue


def written(storage: Storage, run: Run, *places: Place, leaving: Place | None = None) -> None:
    with storage.units() as unit:
        if leaving:
            unit.runs.leave(run.key, leaving)
        for place in places:
            unit.runs.queue(run.key, place)
        unit.commit()


def test_numbers_are_given_once_to_many_at_a_time(storage: Storage) -> None:
    run = a_queued_run(storage)

    def take(people: int) -> tuple[int, int]:
        with storage.units() as unit:
            return unit.runs.numbers(run.key, CLASS, "GNWL", people)

    with ThreadPoolExecutor(8) as pool:
        first = sorted(pool.map(take, [1, 2, 3, 1, 2, 3, 1, 2]))
    taken = [turn for turn, _ in first]
    assert len(set(taken)) == len(taken)
    turn, number = take(1)
    assert turn == number > max(taken)  # 16, unless an answer was lost: then there are gaps
    with storage.units() as unit:
        later, second = unit.runs.numbers(run.key, CLASS, "RAC", 2)
        state = unit.runs.load(run.key)
    assert later > turn
    assert second >= 1
    assert state is not None
    assert state.issued == {(CLASS, "GNWL"): number, (CLASS, "RAC"): second + 1}


def test_a_slot_is_held_by_one(storage: Storage) -> None:
    run = a_queued_run(storage)
    first, second = waits(2, slot=1), waits(1, slot=2)
    written(storage, run, first, second)
    assert queued(storage, run) == (second, first)
    with pytest.raises(Conflict):
        written(storage, run, waits(3, slot=1))
    written(storage, run, leaving=first)
    written(storage, run, waits(3, slot=1))
    with pytest.raises(Conflict):
        written(storage, run, leaving=first)


def test_into_rac_and_out(storage: Storage) -> None:
    run = a_queued_run(storage)
    place = waits(1, slot=1)
    written(storage, run, place)
    seated = replace(place, berth=Berth("B1", 7, 2), slot=0)
    written(storage, run, seated, leaving=place)
    assert queued(storage, run) == (seated,)
    with storage.units() as unit:
        unit.runs.change(run.key, {Berth("B1", 7, 2): (0, 0b11)})
        unit.commit()
    found = state(storage, run)
    assert (found.mask(Berth("B1", 7, 1)), found.mask(Berth("B1", 7, 2)), found.mask(Berth("B1", 7))) == (0, 0b11, 0b11)


def test_a_mark_is_taken_away_and_those_made_since_stay(storage: Storage) -> None:
    run = a_queued_run(storage)

    def mark() -> None:
        with storage.units() as unit:
            unit.runs.mark(run.key)
            unit.commit()

    mark()
    with storage.units() as unit:
        (seen,) = [mark for mark in unit.runs.marked() if mark.key == run.key]
    mark()
    with storage.units() as unit:
        unit.runs.unmark(seen)
        unit.runs.unmark(seen)
        (later,) = [mark for mark in unit.runs.marked() if mark.key == run.key]
        assert later != seen
        unit.runs.unmark(later)
        assert run.key not in [mark.key for mark in unit.runs.marked()]


def test_each_chart_is_made_once_and_the_next_is_due_in_its_time(storage: Storage) -> None:
    run = a_queued_run(storage)
    first, second = first_chart_at(LEAVES), second_chart_at(LEAVES)
    with storage.units() as unit:
        assert run.key not in unit.runs.to_chart(first - timedelta(seconds=1))
        assert run.key in unit.runs.to_chart(first)
        unit.runs.chart(run.key, 1)
        unit.runs.chart_next(run, second)
        unit.commit()
        assert run.key not in unit.runs.to_chart(second - timedelta(seconds=1))
        assert run.key in unit.runs.to_chart(second)
        unit.runs.chart(run.key, 1)
        with pytest.raises(Conflict):
            unit.commit()
        unit.runs.chart(run.key, 2)
        unit.runs.chart_next(run, None)
        unit.commit()
        assert run.key not in unit.runs.to_chart(second + timedelta(days=1))
    found = state(storage, run)
    assert found.chart == 2
