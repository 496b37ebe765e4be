"""Which DynamoDB is used: the configured one, the embedded engine of a running Yatri, or one started for this block."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from bot.settings import LOOPBACK, Settings
from storage.embedded import EmbeddedEngine
from storage.settings import StorageSettings

_REGION = "ap-south-1"


@contextmanager
def storage_of(settings: Settings, *, join: bool) -> Iterator[StorageSettings]:
    """How to connect. `join`: use the engine of a Yatri that runs on the same data directory, if one does.

    Raises SettingError if another Yatri holds the directory.
    """
    if not settings.embedded:
        yield _configured(settings)
        return
    note = settings.data_dir / "engine.json"
    endpoint = _running(note) if join else None
    if endpoint:
        yield _local(settings, endpoint)
        return
    settings.make_data_dir()
    with EmbeddedEngine(settings.data_dir) as engine:
        note.write_text(json.dumps({"pid": os.getpid(), "endpoint": engine.endpoint}))
        try:
            yield _local(settings, engine.endpoint)
        finally:
            note.unlink(missing_ok=True)


def _running(note: Path) -> str | None:
    """The endpoint that a living Yatri noted; a note that a killed one left behind is passed over."""
    try:
        told = json.loads(note.read_text())
        os.kill(int(told["pid"]), 0)
        where = urlsplit(str(told["endpoint"]))
        socket.create_connection((where.hostname or "", where.port or 0), timeout=1).close()
        return where.geturl()
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _configured(settings: Settings) -> StorageSettings:
    endpoint, region = settings.dynamodb_endpoint, settings.dynamodb_region
    local = endpoint is not None and urlsplit(endpoint).hostname in LOOPBACK
    if endpoint and local and not os.environ.get("AWS_ACCESS_KEY_ID"):
        return _local(settings, endpoint)
    return StorageSettings(settings.table_prefix, endpoint, region, pool=settings.workers * 2)


def _local(settings: Settings, endpoint: str) -> StorageSettings:
    """A DynamoDB on this machine wants a region and keys, whatever they are."""
    return StorageSettings(
        settings.table_prefix,
        endpoint,
        _REGION,
        access_key="yatri",
        secret_key="embedded",  # noqa: S106 - any will do
        pool=settings.workers * 2,
    )
