"""Berths: sold leg by leg, never twice, and two buyers of different berths never in each other's way."""

import random
from concurrent.futures import ThreadPoolExecutor

import pytest

from domain.errors import Conflict, NotFound
from domain.inventory import Berth, Run, RunState
from tests.contract.opening import opened, state
from tests.contract.samples import a_booking, a_run
from tests.engines import Storage


def change(storage: Storage, run: Run, changes: dict[Berth, tuple[int, int]]) -> None:
    """As a hold does: the berths together with a booking."""
    with storage.units() as unit:
        unit.bookings.add(a_booking())
        unit.runs.change(run.key, changes)
        unit.commit()


def test_a_run_that_nobody_booked_on_is_not_there(storage: Storage) -> None:
    with storage.units() as unit:
        assert unit.runs.load(a_run().key) is None
        with pytest.raises(NotFound):
            unit.runs.change(a_run().key, {Berth("B1", 1): (0, 1)})


def test_a_run_stays_as_it_was_opened_first(storage: Storage) -> None:
    first = a_run()
    later = Run(first.key, first.stops[:3], first.coaches[:1])
    assert opened(storage, first) == first
    assert opened(storage, later) == first
    assert state(storage, first) == RunState(first, {})


def test_one_berth_serves_one_party_after_the_other(storage: Storage) -> None:
    run = opened(storage, a_run())
    berth, other = Berth("B1", 7), Berth("B2", 7)
    change(storage, run, {berth: (0, 0b00011), other: (0, 0b11111)})
    change(storage, run, {berth: (0b00011, 0b01111)})
    kept = state(storage, run)
    assert (kept.mask(berth), kept.mask(other), kept.mask(Berth("B1", 8))) == (0b01111, 0b11111, 0)


def test_a_berth_that_was_sold_meanwhile_is_not_sold_again(storage: Storage) -> None:
    run = opened(storage, a_run())
    change(storage, run, {Berth("B1", 1): (0, 0b111)})
    with pytest.raises(Conflict):
        change(storage, run, {Berth("B1", 1): (0, 0b001), Berth("B1", 2): (0, 0b001)})
    assert state(storage, run).sold == {"B1": {1: 0b111}}


def test_different_berths_of_a_coach_do_not_conflict(storage: Storage) -> None:
    run = opened(storage, a_run())
    with storage.units() as one, storage.units() as other:
        for unit, number in ((one, 1), (other, 2)):
            unit.bookings.add(a_booking())
            unit.runs.change(run.key, {Berth("B1", number): (0, 1)})
        one.commit()
        other.commit()
    assert state(storage, run).sold == {"B1": {1: 1, 2: 1}}


def test_a_freed_berth_is_as_one_never_sold(storage: Storage) -> None:
    run = opened(storage, a_run())
    berth = Berth("B1", 3)
    change(storage, run, {berth: (0, 0b110)})
    change(storage, run, {berth: (0b110, 0)})
    assert state(storage, run).mask(berth) == 0
    change(storage, run, {berth: (0, 0b010)})
    assert state(storage, run).mask(berth) == 0b010


def test_zero_and_absent_are_the_same(steady: Storage) -> None:
    run = opened(steady, a_run())
    change(steady, run, {Berth("B1", 1): (0, 1)})
    steady.client.update_item(
        TableName=steady.settings.table("inventory"),
        Key={"PK": {"S": f"RUN#{run.key.train_id}#2026-11-30"}, "SK": {"S": "COACH#B1"}},
        UpdateExpression="SET b2 = :zero",
        ExpressionAttributeValues={":zero": {"B": b"\0"}},
    )
    assert state(steady, run).sold == {"B1": {1: 1}}
    change(steady, run, {Berth("B1", 2): (0, 1)})
    assert state(steady, run).sold == {"B1": {1: 1, 2: 1}}


def test_the_longest_run_has_room_for_all_its_legs(storage: Storage) -> None:
    run = opened(storage, a_run(stops=140))
    berth = Berth("B1", 1)
    whole, last = (1 << 139) - 1, 1 << 138
    change(storage, run, {berth: (0, last), Berth("B1", 2): (0, 1)})
    change(storage, run, {berth: (last, whole)})
    kept = state(storage, run)
    assert (kept.mask(berth), kept.mask(Berth("B1", 2))) == (whole, 1)


def test_forty_people_after_the_last_thirty_berths(storage: Storage) -> None:
    run = opened(storage, a_run(size=30, coaches=("B1",)))

    def buy(person: int) -> int | None:
        """Tries until a berth is theirs or none is free."""
        dice = random.Random(person)
        while True:
            sold = state(storage, run).sold.get("B1", {})
            free = [number for number in range(1, 31) if number not in sold]
            if not free:
                return None
            number = dice.choice(free)
            try:
                change(storage, run, {Berth("B1", number): (0, person + 1)})
            except Conflict:
                continue
            return number

    with ThreadPoolExecutor(40) as people:
        got = list(people.map(buy, range(40)))
    winners = {number: person + 1 for person, number in enumerate(got) if number is not None}
    assert sorted(winners) == list(range(1, 31))
    assert got.count(None) == 10
    assert state(storage, run).sold["B1"] == winners
