"""The embedded engine: one a directory, gone with its Yatri, and forgetting nothing."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from domain.errors import SettingError
from storage.client import connect
from storage.embedded import EmbeddedEngine
from storage.schema import TABLES
from storage.tables import create_tables
from tests.contract.samples import a_user, sooner_or_later
from tests.engines import Storage

HOLDER = """
import sys, time
from pathlib import Path
from storage.embedded import EmbeddedEngine
with EmbeddedEngine(Path(sys.argv[1])) as engine:
    print(engine.port, engine.pid, flush=True)
    time.sleep(60)
"""


def users_of(engine: EmbeddedEngine) -> Storage:
    settings = engine.settings()
    client = connect(settings)
    create_tables(client, settings, [table for table in TABLES if table.name == "users"])
    return Storage(client, settings)


def alive(pid: int) -> bool:
    time.sleep(0.05)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return not Path(f"/proc/{pid}/stat").exists() or ") Z " not in Path(f"/proc/{pid}/stat").read_text()


def test_what_was_written_is_still_there_after_a_restart(tmp_path: Path) -> None:
    asha = a_user()
    with EmbeddedEngine(tmp_path) as engine, users_of(engine).units() as unit:
        unit.users.add(asha)
        unit.commit()
    with EmbeddedEngine(tmp_path) as engine, users_of(engine).units() as unit:
        assert unit.users.by_chat(asha.chat_id) == asha.but(rev=1)


def test_an_engine_that_is_killed_comes_back_with_its_data(tmp_path: Path) -> None:
    people = [a_user() for _ in range(5)]
    with EmbeddedEngine(tmp_path) as engine:
        storage = users_of(engine)
        for person in people:
            with storage.units() as unit:
                unit.users.add(person)
                unit.commit()
            os.kill(engine.pid, signal.SIGKILL)
        with storage.units() as unit:
            assert [unit.users.get(person.user_id).email for person in people] == [person.email for person in people]


def test_a_directory_is_for_one_yatri_only(tmp_path: Path) -> None:
    with EmbeddedEngine(tmp_path) as first:
        second = EmbeddedEngine(tmp_path, patience=0.1)
        with pytest.raises(SettingError, match="another Yatri"):
            second.__enter__()
        assert users_of(first)


def test_the_engine_ends_with_a_yatri_that_was_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as yatri:
        assert yatri.stdout is not None
        _, pid = map(int, yatri.stdout.readline().split())
        assert alive(pid)
        yatri.kill()
        yatri.wait()
        with EmbeddedEngine(tmp_path) as again:
            assert again.pid != pid
        assert sooner_or_later(lambda: not alive(pid))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to find the supervisor")
def test_ending_the_supervisor_alone_ends_the_engine_too(tmp_path: Path) -> None:
    with EmbeddedEngine(tmp_path / "data") as engine:
        pid = engine.pid
        supervisor = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        os.kill(supervisor, signal.SIGTERM)
        deadline = time.monotonic() + 8
        while alive(pid) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert not alive(pid)
