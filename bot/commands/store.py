"""What the bot itself works with, for commands beside it: its store, the timetable in it, and its clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.commands.speaking import note

if TYPE_CHECKING:
    from bot.clock import FollowedClock, SystemClock
    from bot.settings import Settings
    from domain.catalogue import Catalogue
    from domain.ports import Units
    from storage.client import Client
    from storage.settings import StorageSettings


@dataclass(frozen=True, slots=True)
class Store:
    """The store while it is open."""

    settings: "Settings"
    storage: "StorageSettings"
    client: "Client"

    @property
    def units(self) -> "Units":
        """Units of work in it."""
        from storage.units import UnitsOfWork

        return UnitsOfWork(self.client, self.storage)

    def timetable(self, if_none: str = "") -> "Catalogue":
        """The edition that the bot uses; before any import the starter network, and `if_none` is noted."""
        from bot.catalogue import catalogue_of_feed, stored_catalogue
        from bot.feeds.starter import starter_path
        from domain.errors import CatalogueEmpty

        try:
            return stored_catalogue(self.storage, self.settings.data_dir)
        except CatalogueEmpty:
            if if_none:
                note(if_none)
            return catalogue_of_feed(starter_path())


@contextmanager
def open_store(settings: "Settings | None" = None, *, create: bool = True) -> Iterator[Store]:
    """The configured or embedded DynamoDB, beside the bot if one runs on the same data directory; `create`: make the
    tables that are missing. Settings are read if none are given. Raises SettingError and Busy."""
    from bot.engine import storage_of
    from bot.settings import read_settings
    from storage.client import connect
    from storage.tables import create_tables

    settings = settings or read_settings()
    with storage_of(settings, join=True) as storage:
        client = connect(storage)
        if create:
            create_tables(client, storage)
        yield Store(settings, storage, client)


@contextmanager
def bot_clock(settings: "Settings") -> "Iterator[FollowedClock | SystemClock]":
    """The clock that a bot of these settings goes by."""
    from bot.clock import FollowedClock, SystemClock

    clock = FollowedClock(settings.clock_url).start() if settings.clock_url else SystemClock()
    try:
        yield clock
    finally:
        clock.close()
