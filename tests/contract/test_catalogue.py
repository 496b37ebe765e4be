"""Publishing a timetable: one switch, and whatever crashes before or after it is harmless."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from domain.errors import Conflict
from domain.ids import StationCode
from domain.stations import Station
from domain.trains import Stop, Train, TravelClass
from storage import editions
from storage.catalogue import DONE, WRITING, CatalogueStore, EditionInfo
from storage.faults import StorageFault
from storage.rows import Rows
from storage.schema import TABLES
from storage.tables import create_tables
from tests.contract.samples import NOW
from tests.engines import Storage

STATIONS = tuple(Station(StationCode(f"S{number}"), f"Station {number}", latitude=25.5) for number in range(40))


def a_train(number: int, minutes: int = 600) -> Train:
    """Five calls, over midnight."""
    middle = tuple(Stop(STATIONS[at].code, minutes * at, minutes * at + 2, 100 * at) for at in range(1, 4))
    first, last = Stop(STATIONS[0].code, None, 5, 0), Stop(STATIONS[4].code, minutes * 4, None, 400)
    travel = (TravelClass.SLEEPER, TravelClass.THIRD_AC)
    return Train(f"1{number:04}", f"Express {number}", "SF", "WR", "1010100", travel, (first, *middle, last), "एक्सप्रेस")


TRAINS = tuple(a_train(number) for number in range(20))


@pytest.fixture
def shelf(storage: Storage) -> Storage:
    """Tables of this test's own: there is but one current edition."""
    mine = replace(storage, settings=replace(storage.settings, prefix=f"c{uuid4().hex[:8]}"))
    create_tables(storage.client, mine.settings, [table for table in TABLES if table.name in {"trains", "stations"}])
    return mine


def catalogue(shelf: Storage) -> CatalogueStore:
    return CatalogueStore(shelf.client, shelf.settings)


def timetable_of(shelf: Storage) -> tuple[EditionInfo, tuple[Station, ...], tuple[Train, ...]]:
    """What a worker answers from."""
    current = catalogue(shelf).current()
    assert current is not None
    return current, *editions.decode(catalogue(shelf).load(current.edition_id))


def row(shelf: Storage, table: str, pk: str) -> dict[str, Any] | None:
    return Rows(shelf.client, shelf.settings, table).get((pk, "METADATA"))


class Crash(Exception):
    """The process ends here."""


class CrashAt:
    """Progress that ends the process at a stage."""

    def __init__(self, stage: str, done: int) -> None:
        self._at = (stage, done)

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage == self._at[0] and done >= self._at[1]:
            raise Crash


def test_before_the_first_import_there_is_nothing(shelf: Storage) -> None:
    assert catalogue(shelf).current() is None
    assert catalogue(shelf).roll_forward(NOW) is None


def test_what_is_published_is_what_every_worker_reads(shelf: Storage) -> None:
    stages: list[tuple[str, int, int]] = []
    info = catalogue(shelf).publish(STATIONS, TRAINS, "starter", NOW, lambda *step: stages.append(step))
    current, stations, trains = timetable_of(shelf)
    assert (current, stations, trains) == (info, STATIONS, TRAINS)
    assert (info.source, info.stations, info.trains, info.imported_at) == ("starter", 40, 20, NOW)
    assert info.rows == DONE
    assert stages[0] == ("edition", 0, 1)
    assert stages[-1] == ("rows", 60, 60)


def test_the_rows_follow(shelf: Storage) -> None:
    catalogue(shelf).publish(STATIONS, TRAINS, "starter", NOW)
    train, station = row(shelf, "trains", "TRAIN#10003"), row(shelf, "stations", "STATION#S7")
    assert train is not None
    assert train["train_name"] == {"S": "Express 3"}
    assert train["schedule"]["L"][3]["M"] == {
        "station_code": {"S": "S3"},
        "arrival": {"S": "06:00"},
        "departure": {"S": "06:02"},
        "day": {"N": "2"},
        "km": {"N": "300"},
    }
    assert station is not None
    assert (station["station_name"], station["latitude"]) == ({"S": "Station 7"}, {"N": "25.5"})


def test_a_second_timetable_replaces_the_first_row_by_row(shelf: Storage) -> None:
    catalogue(shelf).publish(STATIONS, TRAINS, "first", NOW)
    stages: list[tuple[str, int, int]] = []
    changed = (a_train(0, minutes=500), *TRAINS[1:-1])
    catalogue(shelf).publish(STATIONS, changed, "second", NOW, lambda *step: stages.append(step))
    current, _, trains = timetable_of(shelf)
    assert (current.source, trains) == ("second", changed)
    assert stages[-1] == ("rows", 2, 2)
    assert row(shelf, "trains", "TRAIN#10019") is None
    kept = row(shelf, "trains", "TRAIN#10000")
    assert kept is not None
    assert kept["schedule"]["L"][1]["M"]["arrival"] == {"S": "08:20"}


def test_a_crash_before_the_switch_leaves_the_old_timetable(shelf: Storage) -> None:
    catalogue(shelf).publish(STATIONS, TRAINS, "first", NOW)
    before = timetable_of(shelf)
    for done in (0, 1):
        with pytest.raises(Crash):
            catalogue(shelf).publish(STATIONS[:5], TRAINS[:1], "second", NOW, CrashAt("edition", done))
        assert timetable_of(shelf) == before
    catalogue(shelf).publish(STATIONS, TRAINS[:5], "third", NOW)
    assert timetable_of(shelf)[0].source == "third"


def test_a_crash_after_the_switch_is_finished_by_whoever_comes(shelf: Storage) -> None:
    catalogue(shelf).publish(STATIONS, TRAINS[:10], "first", NOW)
    with pytest.raises(Crash):
        catalogue(shelf).publish(STATIONS, TRAINS[5:], "second", NOW, CrashAt("rows", 0))
    current, _, trains = timetable_of(shelf)
    assert (current.source, current.rows, trains) == ("second", WRITING, TRAINS[5:])
    assert row(shelf, "trains", "TRAIN#10000") is not None

    finished = catalogue(shelf).roll_forward(NOW)
    assert finished == timetable_of(shelf)[0] == replace(current, rows=DONE)
    assert row(shelf, "trains", "TRAIN#10000") is None
    assert row(shelf, "trains", "TRAIN#10019") is not None


def test_the_next_import_finishes_the_last_one_first(shelf: Storage) -> None:
    with pytest.raises(Crash):
        catalogue(shelf).publish(STATIONS, TRAINS, "first", NOW, CrashAt("rows", 0))
    catalogue(shelf).publish(STATIONS, TRAINS[:1], "second", NOW)
    assert row(shelf, "trains", "TRAIN#10000") is not None
    assert row(shelf, "trains", "TRAIN#10001") is None


def test_of_two_imports_at_once_one_wins_whole(shelf: Storage) -> None:
    other = TRAINS[:3]

    def somebody_else_imports(stage: str, done: int, total: int) -> None:
        if (stage, done) == ("edition", total):
            catalogue(shelf).publish(STATIONS, other, "theirs", NOW)

    with pytest.raises(Conflict):
        catalogue(shelf).publish(STATIONS, TRAINS, "ours", NOW, somebody_else_imports)
    assert timetable_of(shelf)[2] == other


def test_an_import_that_was_overtaken_writes_no_more_rows(shelf: Storage) -> None:
    def overtaken(stage: str, done: int, total: int) -> None:
        if (stage, done) == ("rows", 0) and total == 60:
            catalogue(shelf).publish(STATIONS, TRAINS[:1], "later", NOW)

    catalogue(shelf).publish(STATIONS, TRAINS, "early", NOW, overtaken)
    assert timetable_of(shelf)[0].source == "later"
    assert timetable_of(shelf)[0].rows == DONE
    assert row(shelf, "trains", "TRAIN#10019") is None


def test_editions_long_replaced_are_swept_away(shelf: Storage) -> None:
    store = catalogue(shelf)
    with pytest.raises(Crash):
        store.publish(STATIONS, TRAINS, "crashed", NOW, CrashAt("edition", 1))
    infos = [
        store.publish(STATIONS, TRAINS[:count], f"of {count}", NOW + timedelta(minutes=count)) for count in (1, 2, 3)
    ]
    with pytest.raises(StorageFault):
        store.load(infos[0].edition_id)
    assert editions.decode(store.load(infos[1].edition_id)) == (STATIONS, TRAINS[:2])
    headings = list(store.headings())
    assert [heading.source for heading in headings] == ["of 2", "of 3"]


def test_an_edition_larger_than_an_item_is_kept_in_parts(steady: Storage) -> None:
    shelf = replace(steady, settings=replace(steady.settings, prefix=f"c{uuid4().hex[:8]}"))
    create_tables(shelf.client, shelf.settings, [table for table in TABLES if table.name in {"trains", "stations"}])
    noise = tuple(Station(StationCode(f"N{number}"), "".join(uuid4().hex for _ in range(40))) for number in range(500))
    info = catalogue(shelf).publish(noise, TRAINS[:1], "noise", NOW)
    assert info.parts > 1
    assert timetable_of(shelf)[1] == noise
