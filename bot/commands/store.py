"""The store for commands that change something in it: with its tables, beside the bot if one runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.ports import Units


@contextmanager
def units_of_store() -> "Iterator[Units]":
    """Units of work over the configured or embedded DynamoDB. Raises SettingError and Busy."""
    from bot.engine import storage_of
    from bot.settings import read_settings
    from storage.client import connect
    from storage.tables import create_tables
    from storage.units import UnitsOfWork

    with storage_of(read_settings(), join=True) as storage:
        client = connect(storage)
        create_tables(client, storage)
        yield UnitsOfWork(client, storage)
