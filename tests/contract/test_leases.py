"""Leases and the pace: held by one worker at a time, on every engine, on good days and bad."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest

from domain.errors import Conflict
from storage.leases import Leases, Worker
from storage.pace import Pace
from tests.contract.samples import NOW
from tests.engines import Storage

SOON = NOW + timedelta(seconds=20)


def a_worker() -> Worker:
    return Worker(uuid4().hex, SOON, "a machine", 4711)


def test_a_thing_is_held_by_one_worker_at_a_time(storage: Storage) -> None:
    leases, one, other, thing = Leases(storage.client, storage.settings), a_worker(), a_worker(), uuid4().hex
    leases.join(one)
    assert leases.take(thing, one.name, None)
    assert not leases.take(thing, other.name, None)
    assert leases.board().holders[thing] == one.name
    leases.give_up(thing, other.name)
    assert leases.board().holders[thing] == one.name
    leases.give_up(thing, one.name)
    assert leases.take(thing, other.name, None)


def test_a_worker_that_is_removed_finds_itself_gone_and_what_it_held_is_taken(storage: Storage) -> None:
    leases, one, other, thing = Leases(storage.client, storage.settings), a_worker(), a_worker(), uuid4().hex
    leases.join(one)
    assert leases.take(thing, one.name, None)
    assert leases.board().workers[one.name] == one
    assert leases.remove(one)
    assert not leases.prolong(one.name, SOON)
    assert not leases.take(thing, other.name, None)
    assert leases.take(thing, other.name, one.name)


def test_a_worker_that_has_prolonged_its_time_is_not_removed_by_who_saw_it_before(storage: Storage) -> None:
    leases, worker = Leases(storage.client, storage.settings), a_worker()
    leases.join(worker)
    assert leases.prolong(worker.name, SOON + timedelta(seconds=5))
    assert not leases.remove(worker)
    with pytest.raises(Conflict):
        leases.join(worker)


def test_slots_come_at_even_gaps_whoever_asks(storage: Storage) -> None:
    name = uuid4().hex
    one, other = (Pace(storage.client, storage.settings, name, 10) for _ in range(2))
    tenth = timedelta(seconds=0.1)
    assert one.reserve(1, NOW) == NOW
    assert other.reserve(3, NOW) == NOW + tenth
    assert one.reserve(1, NOW) == NOW + 4 * tenth
    assert one.reserve(1, NOW + timedelta(seconds=9)) == NOW + timedelta(seconds=9)


def test_workers_that_reserve_at_once_never_get_the_same_slot(steady: Storage) -> None:
    paces = [Pace(steady.client, steady.settings, "at once " + str(id(steady)), 20) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        taken = list(pool.map(lambda number: paces[number % 4].reserve(1, NOW), range(40)))
    assert len(set(taken)) == 40
    assert max(taken) - min(taken) >= timedelta(seconds=0.05) * 39


def test_who_does_not_wait_takes_slots_from_those_who_do_but_not_all(storage: Storage) -> None:
    name, tenth, most = uuid4().hex, timedelta(seconds=0.1), timedelta(seconds=0.7)
    one, other = (Pace(storage.client, storage.settings, name, 10) for _ in range(2))
    one.reserve(1, NOW)
    other.take(3, NOW, most)
    assert one.reserve(1, NOW) == NOW + 4 * tenth
    for _ in range(2):
        other.take(50, NOW, most)
    assert one.reserve(1, NOW) == NOW + most
    other.take(50, NOW, most)
    assert one.reserve(1, NOW) == NOW + most + tenth


def test_a_pause_holds_all_back_and_is_not_made_up_for(storage: Storage) -> None:
    name, later = uuid4().hex, NOW + timedelta(seconds=7)
    one, other = (Pace(storage.client, storage.settings, name, 10) for _ in range(2))
    one.reserve(1, NOW)
    other.pause(later)
    other.pause(NOW)
    assert one.reserve(1, NOW) == later
