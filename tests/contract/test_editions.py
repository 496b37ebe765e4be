"""An edition's bytes, and the snapshot of them on disk."""

import zlib
from pathlib import Path

import pytest

from domain.ids import StationCode
from domain.stations import Station
from domain.trains import Stop, Train
from storage import editions
from storage.faults import StorageFault
from storage.snapshot import SnapshotFile

STATIONS = (Station(StationCode("NDLS"), "New Delhi", "नई दिल्ली", "Delhi", "Delhi", "NR", 28.6419, 77.2194),)
CALLS = (Stop(StationCode("NDLS"), None, 1435, 0), Stop(StationCode("XX"), 2885, None, 431))
TRAINS = (Train("00001", 'The "Quick"\nExpress', "", "", "", (), CALLS),)


def test_a_timetable_survives_the_journey() -> None:
    assert editions.decode(editions.encode(STATIONS, TRAINS)) == (STATIONS, TRAINS)
    assert editions.decode(editions.encode((), ())) == ((), ())


def test_the_same_timetable_is_the_same_bytes() -> None:
    assert editions.encode(STATIONS, TRAINS) == editions.encode(iter(STATIONS), list(TRAINS))


@pytest.mark.parametrize(
    "damaged", [b"", b"not zlib", zlib.compress(b"[2,0,0]"), zlib.compress(b"[1,1,0]"), zlib.compress(b"[1,1,0]\n[]")]
)
def test_other_bytes_are_refused(damaged: bytes) -> None:
    with pytest.raises(StorageFault):
        editions.decode(damaged)


def test_a_snapshot_is_read_back_only_for_its_own_edition(tmp_path: Path) -> None:
    snapshot = SnapshotFile(tmp_path / "new" / "folder")
    assert snapshot.load("one") is None
    snapshot.save("one", b"first\nedition")
    assert snapshot.load("one") == b"first\nedition"
    assert snapshot.load("two") is None
    snapshot.save("two", b"second")
    assert (snapshot.load("one"), snapshot.load("two")) == (None, b"second")


def test_a_damaged_snapshot_is_as_good_as_none(tmp_path: Path) -> None:
    snapshot = SnapshotFile(tmp_path)
    snapshot.save("one", b"edition")
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert snapshot.load("one") is None
