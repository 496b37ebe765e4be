"""Workers share what there is to do: one comes, one leaves, one dies, and each thing is always somebody's."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.workers import LIFE, Workers
from storage.leases import Leases
from storage.schema import NEWS_SHARDS
from tests.engines import Storage

JOBS = ("charts", "expiry", "promotion")


class Machines:
    """Workers on machines of their own, whose real clocks agree and can be moved."""

    def __init__(self, storage: Storage) -> None:
        self._leases = Leases(storage.client, storage.settings)
        self._ahead = timedelta()
        self._begun = 0

    def one_more(self, machine: str = "") -> Workers:
        self._begun += 1
        worker = Workers(self._leases, lambda: datetime.now(UTC) + self._ahead, machine or f"machine {self._begun}")
        worker.share(JOBS)
        return worker

    def wait(self, time: timedelta) -> None:
        self._ahead += time


@pytest.fixture
def machines(storage: Storage) -> Machines:
    return Machines(storage)


def part(worker: Workers) -> set[str]:
    """What a worker does."""
    return {job for job in JOBS if worker.has_job(job)} | {f"news {shard}" for shard in worker.shards()}


def everything() -> set[str]:
    return set(JOBS) | {f"news {shard}" for shard in range(NEWS_SHARDS)}


def all_settle(*workers: Workers) -> None:
    for _ in range(2):
        for worker in workers:
            worker.settle()


def test_one_worker_does_everything_at_once(machines: Machines) -> None:
    alone = machines.one_more()
    assert part(alone) == set()
    assert not alone.settle()
    assert part(alone) == everything()


def test_three_share_evenly_and_nothing_is_done_by_two(machines: Machines) -> None:
    crew = [machines.one_more() for _ in range(3)]
    all_settle(*crew)
    parts = [part(worker) for worker in crew]
    assert set.union(*parts) == everything()
    assert sum(map(len, parts)) == len(everything())
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


def test_who_comes_later_waits_until_the_first_has_given_up_its_part(machines: Machines) -> None:
    first, second = machines.one_more(), machines.one_more()
    first.settle()
    assert second.settle()
    assert part(second) == set()
    first.settle()
    assert not second.settle()
    assert part(first) | part(second) == everything()
    assert not part(first) & part(second)


def test_what_a_dead_worker_held_is_taken_over_within_a_minute(machines: Machines) -> None:
    dead, alive = machines.one_more(), machines.one_more()
    all_settle(dead, alive)
    machines.wait(LIFE / 2)
    alive.settle()
    assert part(alive) != everything()
    machines.wait(LIFE)
    alive.settle()
    assert part(alive) == everything()
    assert timedelta(seconds=30) >= LIFE


def test_a_worker_that_was_taken_for_dead_comes_back_with_nothing_in_hand(machines: Machines) -> None:
    frozen, other = machines.one_more(), machines.one_more()
    all_settle(frozen, other)
    machines.wait(2 * LIFE)
    other.settle()
    frozen.settle()
    assert not part(frozen) & part(other)
    all_settle(other, frozen)
    assert part(frozen) | part(other) == everything()
    assert not part(frozen) & part(other)


def test_who_leaves_gives_all_up_at_once(machines: Machines) -> None:
    leaving, staying = machines.one_more(), machines.one_more()
    all_settle(leaving, staying)
    leaving.leave()
    assert part(leaving) == set()
    staying.settle()
    assert part(staying) == everything()


def test_one_that_died_on_this_machine_is_not_waited_for(machines: Machines) -> None:
    machines.one_more("this one").settle()
    again = machines.one_more("this one")  # under the same process number: the first can be no more
    again.settle()
    assert part(again) == everything()


def test_a_job_that_is_not_shared_is_everybodys(machines: Machines) -> None:
    assert machines.one_more().has_job("timetable")
