"""A real engine for any test that needs one: `engine` runs once a worker, `storage` is a set of empty tables on it.

A suite takes them with `from tests.engines import engine, line, storage` in its conftest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

import pytest

from domain.ports import Units
from storage.client import Client, connect
from storage.embedded import EmbeddedEngine
from storage.settings import StorageSettings
from storage.tables import create_tables
from storage.units import UnitsOfWork


@dataclass(frozen=True, slots=True)
class Storage:
    """A connection to tables that exist."""

    client: Client
    settings: StorageSettings

    @property
    def units(self) -> Units:
        return UnitsOfWork(self.client, self.settings)


def prepared(settings: StorageSettings, client: Client | None = None) -> Storage:
    """Connected, by this client if there is one already, with all tables made."""
    client = client or connect(settings)
    create_tables(client, settings)
    return Storage(client, settings)


@pytest.fixture(scope="session")
def engine() -> Iterator[EmbeddedEngine]:
    """The embedded engine, in memory."""
    with EmbeddedEngine(ephemeral=True) as started:
        yield started


@pytest.fixture(scope="session")
def line(engine: EmbeddedEngine) -> Client:
    """A client for all tables of the engine: to make one takes longer than to make the tables."""
    return connect(engine.settings())


@pytest.fixture
def storage(engine: EmbeddedEngine, line: Client) -> Storage:
    """Tables of this test's own."""
    return prepared(engine.settings(f"t{uuid4().hex[:12]}"), line)
