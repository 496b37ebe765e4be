"""Rows that hold one entity each: read by key, added once, saved under the revision that was read."""

from collections.abc import Callable
from typing import Generic, TypeVar

from domain.errors import NotFound
from domain.model import Entity
from storage.faults import StorageFault
from storage.items import Item, dump, encode, load_row
from storage.schema import Key
from storage.transaction import Transaction
from storage.writes import put

E = TypeVar("E", bound=Entity)


class Entities(Generic[E]):
    """The entities of one table within a transaction. What was read is remembered until the next commit: so what was
    decided about a row and what is written to it rest on the same reading, however often it is asked for, and whoever
    changes it in between makes the commit a Conflict."""

    def __init__(self, transaction: Transaction, table: str, kind: type[E], key: Callable[[E], Key]) -> None:
        self._transaction = transaction
        self._rows = transaction.rows(table)
        self._kind = kind
        self._key = key
        self._read: dict[Key, E] = {}
        self._commits = transaction.commits

    def get(self, key: Key) -> E:
        """As it was read first since the last commit. Raises NotFound."""
        if self._commits != self._transaction.commits:
            self._read.clear()
            self._commits = self._transaction.commits
        if key in self._read:
            return self._read[key]
        item = self._rows.get(key)
        if item is None:
            raise NotFound(f"{self._rows.table} {key[0]} {key[1]}")
        self._read[key] = self.loaded(item)
        return self._read[key]

    def loaded(self, item: Item) -> E:
        """The entity of a row that was read, perhaps from an index, which may be late: so it is not remembered."""
        return load_row(self._kind, self._rows.table, item)

    def before(self, entity: E) -> E:
        """The entity as stored. Saving is conditional on its revision, so what is told here holds if it succeeds."""
        return self.get(self._key(entity))

    def add(self, entity: E, **beside: object) -> None:
        """A row that must not be there yet; `beside` are attributes that are not the entity's."""
        self._put(entity, 0, beside)

    def save(self, entity: E, **beside: object) -> None:
        """The row as it shall be. Raises StorageFault for an entity that was never stored."""
        if entity.rev == 0:
            raise StorageFault(f"{self._rows.table}: saved before it was added")
        self._put(entity, entity.rev, beside)

    def _put(self, entity: E, rev: int, beside: dict[str, object]) -> None:
        item = dump(entity.model_copy(update={"rev": rev + 1})) | {
            name: encode(value) for name, value in beside.items()
        }
        self._transaction.add(put(self._rows.table, self._key(entity), item, rev=rev))
