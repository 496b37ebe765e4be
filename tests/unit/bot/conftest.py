"""A sandbox, an engine, and the two ends of a chat."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from tests.engines import engine, storage
from tests.unit.bot.chatters import Chatters

__all__ = ["chat", "engine", "storage"]


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


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chatters]:
    """One sandbox for the stories of a file: each takes people of its own."""
    opened = Chatters(Path(tmp_path_factory.mktemp("sandbox")))
    yield opened
    opened.close()
