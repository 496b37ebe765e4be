"""A small storm, the same each time in what people do and what befalls them; `make storm` is the large one."""

from pathlib import Path

from tests.engines import Storage
from tests.simulation.payments.storm import storm


def test_every_rupee_is_in_one_place_after_a_storm(storage: Storage, tmp_path: Path) -> None:
    told = storm(storage, tmp_path, payments=100, seed=7)

    assert not told.faults, "\n".join(told.faults)
    assert told.taken > 70
    for misfortune in (
        "webhook_lost",
        "error_after",
        "payment_late",
        "payment_in_part",
        "payment_twice",
        "refund_returns",
    ):
        assert told.met[f"gateway: {misfortune}"], misfortune
    assert told.met["Killed"]
