"""The same cases on every engine, and on every engine's bad day."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace

import pytest

from storage.embedded import EmbeddedEngine
from storage.settings import Backoff, StorageSettings
from tests.contract import dynamodb_local
from tests.contract.faulty import faulty
from tests.engines import Storage, engine, prepared

__all__ = ["Engines", "engine", "engines", "steady", "storage"]

PATIENT = Backoff(tries=14, base=0.001, cap=0.02, longest=20.0)
JAVA = (pytest.mark.java, pytest.mark.xdist_group("dynamodb-local"))
ENGINES = ("roto", pytest.param("dynamodb-local", marks=JAVA))
DAYS = ("roto", "roto, bad day", *(pytest.param(f"dynamodb-local{day}", marks=JAVA) for day in ("", ", bad day")))


class Engines:
    """Each engine is started when it is first asked for, once a worker, and its tables are shared by the tests."""

    def __init__(self, roto: EmbeddedEngine, stack: ExitStack) -> None:
        self._roto = roto
        self._stack = stack
        self._prepared: dict[str, Storage] = {}

    def get(self, name: str) -> Storage:
        """Skips the test where the engine cannot run."""
        if name not in self._prepared:
            self._prepared[name] = prepared(replace(self._settings(name), backoff=PATIENT))
        return self._prepared[name]

    def _settings(self, name: str) -> StorageSettings:
        if name == "roto":
            return self._roto.settings("contract")
        if reason := dynamodb_local.missing():
            pytest.skip(reason)
        return self._stack.enter_context(dynamodb_local.running())


@pytest.fixture(scope="session")
def engines(engine: EmbeddedEngine) -> Iterator[Engines]:
    """Ended with the session."""
    with ExitStack() as stack:
        yield Engines(engine, stack)


@pytest.fixture(params=ENGINES)
def steady(request: pytest.FixtureRequest, engines: Engines) -> Storage:
    """An engine on a good day, for tests that bring their own trouble."""
    return engines.get(request.param)


@pytest.fixture(params=DAYS)
def storage(request: pytest.FixtureRequest, engines: Engines) -> Storage:
    """An engine on a good or a bad day. Tables are shared: use fresh ids, and expect other tests' rows in lists."""
    name, _, day = request.param.partition(", ")
    good = engines.get(name)
    return replace(good, client=faulty(good.client, request.node.name)) if day else good
