"""A sandbox, an engine, and the two ends of a chat."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from bot.engine import storage_of
from bot.settings import read_settings
from storage.client import connect
from storage.tables import create_tables
from tests.engines import Storage, engine, line, storage
from tests.unit.bot.chatters import Chatters

__all__ = ["chat", "engine", "line", "storage"]


@pytest.fixture
def restored() -> Iterator[None]:
    """Logging as it was before."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    for name in ("bot", "handlers", "domain", "storage"):
        logging.getLogger(name).setLevel(logging.NOTSET)
    structlog.reset_defaults()


@pytest.fixture
def own_data(monkeypatch: pytest.MonkeyPatch, restored: None, tmp_path: Path) -> Path:
    """A data directory of the test's own, and no other setting."""
    for name in [name for name in os.environ if name.startswith(("YATRI_", "AWS_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("YATRI_DATA_DIR", str(tmp_path))
    return tmp_path


@pytest.fixture
def beside(own_data: Path) -> Iterator[Storage]:
    """The engine of a bot that runs on this data directory, before any timetable was imported."""
    with storage_of(read_settings(), join=False) as settings:
        client = connect(settings)
        create_tables(client, settings)
        yield Storage(client, settings)


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chatters]:
    """One sandbox for the stories of a file: each takes people of its own."""
    opened = Chatters(Path(tmp_path_factory.mktemp("sandbox")))
    yield opened
    opened.close()
