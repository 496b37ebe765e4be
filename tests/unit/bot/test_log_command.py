"""`yatri log`: the admin log by day, actor and target."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.__main__ import run_command
from domain.adminlog import entry
from domain.ports import Units
from domain.railtime import today
from tests.engines import Storage

pytestmark = pytest.mark.usefixtures("own_data")


@pytest.fixture
def running(beside: Storage) -> Units:
    """The engine of a bot that runs on the same data directory."""
    return beside.units


def acts(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[Any]:
    assert run_command(["log", *arguments, "--json"]) == 0
    return [row["act"] for row in json.loads(capsys.readouterr().out)]


def test_the_log_is_read_by_day_actor_and_target(capsys: pytest.CaptureFixture[str], running: Units) -> None:
    now = datetime.now(UTC)
    yesterday = now - timedelta(days=1)
    with running() as work:
        work.logs.add(entry("user-suspended", "STAFF#1", "user-1", now, before="open", after="desk", reason="a tout"))
        work.logs.add(entry("run-delayed", "STAFF#2", "RUN#12310#2030-02-03", yesterday))
        work.commit()
    assert acts(capsys) == ["user-suspended"]
    assert acts(capsys, "--day", str(today(yesterday))) == ["run-delayed"]
    assert acts(capsys, "--actor", "STAFF#2") == ["run-delayed"]
    assert acts(capsys, "--target", "user-1") == ["user-suspended"]
    assert acts(capsys, "--target", "nobody") == []
    assert run_command(["log"]) == 0
    assert "a tout" in capsys.readouterr().out
    assert run_command(["log", "--actor", "STAFF#1", "--target", "user-1"]) == 2
    assert "one of" in capsys.readouterr().err
