"""Limits: tries are counted by window, whoever counts."""

from datetime import timedelta

from domain.ids import new_id
from tests.contract.samples import NOW
from tests.engines import Storage

HOUR = timedelta(hours=1)


def test_tries_are_counted_within_their_window(storage: Storage) -> None:
    what = f"password {new_id(NOW)}"
    counts = []
    for later in (0, 1, 20, 61):
        with storage.units() as unit:
            counts.append(unit.limits.count(what, NOW + timedelta(minutes=later), HOUR))
    assert counts[0] < counts[1] < counts[2] >= 3  # more than that if an answer was lost on the way
    assert counts[3] < counts[2], "NOW is half past an hour; the last one is in the next"


def test_others_tries_are_not_ours(storage: Storage) -> None:
    with storage.units() as unit:
        for _ in range(3):
            assert unit.limits.count(f"password {new_id(NOW)}", NOW, HOUR) < 3
