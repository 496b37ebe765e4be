"""Runs as the tests of runs open them and look at them."""

from domain.inventory import Run, RunState
from tests.engines import Storage


def opened(storage: Storage, run: Run) -> Run:
    """The run as it is kept."""
    with storage.units() as unit:
        return unit.runs.open(run)


def state(storage: Storage, run: Run) -> RunState:
    """What is sold of it now."""
    with storage.units() as unit:
        found = unit.runs.load(run.key)
    assert found is not None
    return found
