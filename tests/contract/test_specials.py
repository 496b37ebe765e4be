"""Special trains on every engine: kept beside the editions, seen by whoever looks at the version, each put on once."""

from dataclasses import replace
from datetime import timedelta
from itertools import count
from uuid import uuid4

import pytest

from domain.catalogue import Catalogue
from domain.errors import Conflict, Problem
from domain.inventory import Berth, RunKey
from domain.railtime import today
from domain.runs import run_on
from domain.services.special_trains import SpecialTrains
from domain.services.staffing import AlreadyDone, Hand, Staffing
from domain.specials import NUMBER_RESTS, Plan, usual_coaches
from storage.catalogue import CatalogueStore
from storage.tables import create_tables
from tests.contract.samples import NOW, fresh_chat, sooner_or_later
from tests.contract.test_catalogue import STATIONS, TRAINS
from tests.engines import Storage

CATALOGUE = Catalogue("test", STATIONS, TRAINS)
LIKE = TRAINS[3]
ON = today(NOW) + timedelta(5)
_updates = count(8 * 10**12)


@pytest.fixture
def shelf(storage: Storage) -> Storage:
    """Tables of this test's own: all specials are in one list."""
    mine = replace(storage, settings=replace(storage.settings, prefix=f"s{uuid4().hex[:8]}"))
    create_tables(storage.client, mine.settings)
    return mine


@pytest.fixture
def desk(shelf: Storage) -> SpecialTrains:
    return SpecialTrains(lambda: CATALOGUE, shelf.units, Staffing(shelf.units, frozenset({ADMIN})))


ADMIN = fresh_chat()
PLAN = Plan(LIKE, "00003", (ON, ON + timedelta(1), ON + timedelta(2)), 30, usual_coaches(LIKE))


def hand(**time: float) -> Hand:
    """The admin's next update."""
    return Hand(ADMIN, "Neha", next(_updates), NOW + timedelta(**time))


def test_a_special_from_the_desk_to_its_end(shelf: Storage, desk: SpecialTrains) -> None:
    store = CatalogueStore(shelf.client, shelf.settings)
    assert (store.specials_version(), store.specials(ON), desk.ahead(hand())) == (0, [], [])
    by = hand()
    made = desk.put_on(by, PLAN)
    with pytest.raises(AlreadyDone):
        desk.put_on(by, PLAN)
    with pytest.raises(Problem, match="special-number-taken"):
        desk.put_on(hand(), PLAN)
    assert store.specials_version() == 1
    (kept,) = store.specials(ON)
    assert kept == made.but(rev=1)
    assert kept.train == made.train
    assert store.specials(ON + timedelta(3)) == []

    store.publish(STATIONS, TRAINS[:5], "another timetable", NOW)
    assert store.specials(ON) == [kept]

    run = run_on(kept.train, ON)
    with shelf.units() as work:
        work.runs.open(run)
        work.runs.change(run.key, {Berth(run.coaches[0].name, 1): (0, 1)})
        work.commit()
    with pytest.raises(Problem, match="special-booked"):
        desk.withdraw(hand(), "00003")
    with shelf.units() as work:
        work.runs.load(run.key)
        work.runs.change(run.key, {Berth(run.coaches[0].name, 1): (1, 0)})
        work.commit()
    by = hand(minutes=1)
    desk.withdraw(by, "00003")
    with pytest.raises(Problem, match="special-gone"):
        desk.withdraw(by, "00003")
    assert store.specials(ON) == []
    assert store.specials_version() == 3
    with shelf.units() as work:
        assert all(work.runs.cancelled(RunKey(kept.train.train_id, day)) for day in kept.dates)
        acts = ["special-withdrawn", "special-put-on"]
        assert sooner_or_later(lambda: [row.action for row in work.logs.about("TRAIN#00003")] == acts)
        work.run_changes.specials.put(made.but(rev=1))
        with pytest.raises(Conflict):  # it is no longer as it was read
            work.commit()


def test_a_number_is_given_again_once_nothing_of_its_runs_is_kept(shelf: Storage, desk: SpecialTrains) -> None:
    desk.put_on(hand(), PLAN)
    assert desk.offered_number(LIKE, NOW) == "00004"
    later = NUMBER_RESTS.days + 10
    assert desk.offered_number(LIKE, NOW + timedelta(later)) == "00003"
    desk.put_on(hand(days=later), replace(PLAN, dates=(ON + timedelta(later + 20),)))
    (kept,) = CatalogueStore(shelf.client, shelf.settings).specials(ON)
    assert (kept.rev, len(kept.dates)) == (2, 1)
