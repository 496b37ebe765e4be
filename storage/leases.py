"""Leases: who of several workers is there, and which of them does what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from domain.errors import Busy, Conflict
from storage.client import Client
from storage.items import encode
from storage.keys import lease_key, worker_key
from storage.schema import LEASES, Key
from storage.settings import StorageSettings
from storage.transaction import Transaction
from storage.writes import Write, put

_KEPT = timedelta(days=1)  # the row of a worker that died when it was alone


@dataclass(frozen=True, slots=True)
class Worker:
    """One of the processes: it counts as living until `until`. `host` and `pid` are where it runs."""

    name: str
    until: datetime
    host: str = ""
    pid: int = 0


@dataclass(frozen=True, slots=True)
class Board:
    """All workers by name, and the worker that holds each thing that is leased."""

    workers: Mapping[str, Worker] = field(default_factory=dict)
    holders: Mapping[str, str] = field(default_factory=dict)


class Leases:
    """What a worker holds is its own as long as its row is there: one write of a worker keeps all that it holds. A row
    whose time is over is removed, and only then are its things taken: a worker that was away for too long finds itself
    gone, so two never believe to hold the same. The times are of the workers' real clocks."""

    def __init__(self, client: Client, settings: StorageSettings) -> None:
        self._transaction = Transaction(client, settings)
        self._rows = self._transaction.rows("inventory")

    def board(self) -> Board:
        """As it stands, read consistently."""
        workers, holders = dict[str, Worker](), dict[str, str]()
        for row in self._rows.query("PK = :leases", {"leases": LEASES}):
            kind, _, name = row["SK"]["S"].partition("#")
            if kind == "WORKER":
                until = datetime.fromisoformat(row["lives_until"]["S"])
                workers[name] = Worker(name, until, row["host"]["S"], int(row["pid"]["N"]))
            else:
                holders[name] = row["holder"]["S"]
        return Board(workers, holders)

    def join(self, worker: Worker) -> None:
        """A worker more. Raises Conflict if its name is taken."""
        item = {"lives_until": encode(worker.until), "host": encode(worker.host), "pid": encode(worker.pid)}
        self._transaction.now(put("inventory", worker_key(worker.name), item | _ttl(worker.until), rev=0))

    def prolong(self, name: str, until: datetime) -> bool:
        """False if the worker has been removed: then it holds nothing any more."""
        item = {"lives_until": encode(until)} | _ttl(until)
        return self._done(Write("Update", "inventory", worker_key(name), item, condition="attribute_exists(PK)"))

    def remove(self, worker: Worker) -> bool:
        """A worker that is dead, or leaves; False if it has prolonged its time meanwhile, or is gone already."""
        same = {"until": worker.until}
        row = worker_key(worker.name)
        return self._done(Write("Delete", "inventory", row, condition="lives_until = :until", values=same))

    def take(self, thing: str, worker: str, instead_of: str | None) -> bool:
        """Hold a thing that `instead_of`, who is removed, held, or nobody; False if somebody was faster."""
        free = "attribute_not_exists(PK)" if instead_of is None else "holder = :before"
        before = {} if instead_of is None else {"before": instead_of}
        item = {"holder": encode(worker)}
        return self._done(Write("Put", "inventory", lease_key(thing), item, condition=free, values=before))

    def give_up(self, thing: str, worker: str) -> None:
        """Held no longer, if it was."""
        row: Key = lease_key(thing)
        self._done(Write("Delete", "inventory", row, condition="holder = :worker", values={"worker": worker}))

    def _done(self, write: Write) -> bool:
        """False if somebody was faster. When the answer was lost, what is stored tells."""
        try:
            self._transaction.now(write)
        except Conflict:
            return False
        except Busy:
            row = self._rows.get(write.key)
            if write.verb == "Delete" or row is None:
                return write.verb == "Delete" and row is None
            return all(row.get(name) == value for name, value in write.item.items())
        return True


def _ttl(until: datetime) -> dict[str, object]:
    return {"ttl": encode(int((until.astimezone(UTC) + _KEPT).timestamp()))}
