"""Broadcasts, those that are running, and the counters of their messages."""

from domain.broadcasts import Broadcast, BroadcastStatus, Progress
from domain.ids import BroadcastId
from storage.entities import Entities
from storage.keys import broadcast_count_key, broadcast_key, running_broadcast_key
from storage.transaction import Transaction
from storage.writes import Write, delete, put

_OUTCOMES = ("sent", "kept", "gone", "failed", "stopped")
_BESIDE = 99  # the counter of what is kept while the audience is listed, beside those by shard


class Broadcasts:
    """See domain.ports.Broadcasts. Counters are one row for each shard of the users, so that workers do not contend."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._rows = transaction.rows("inventory")
        self._broadcasts = Entities(transaction, "inventory", Broadcast, lambda each: broadcast_key(each.broadcast_id))

    def get(self, broadcast_id: BroadcastId) -> Broadcast:
        return self._broadcasts.get(broadcast_key(broadcast_id))

    def latest(self, limit: int = 20) -> list[Broadcast]:
        values = {"all": broadcast_key(BroadcastId(""))[0]}
        rows = self._rows.query("PK = :all", values, newest_first=True, limit=limit)
        return [self._broadcasts.loaded(row) for row in rows]

    def running(self) -> list[Broadcast]:
        listed = running_broadcast_key(BroadcastId(""))[0]
        rows = self._rows.query("PK = :listed", {"listed": listed})
        return [self.get(BroadcastId(row["SK"]["S"])) for row in rows]

    def add(self, broadcast: Broadcast) -> None:
        self._broadcasts.add(broadcast)
        self._transaction.add(put("inventory", running_broadcast_key(broadcast.broadcast_id), {}))

    def save(self, broadcast: Broadcast) -> None:
        self._broadcasts.save(broadcast)
        if broadcast.status is not BroadcastStatus.RUNNING:
            self._transaction.add(delete("inventory", running_broadcast_key(broadcast.broadcast_id)))

    def count(self, broadcast_id: BroadcastId, **outcomes: int) -> None:
        row = broadcast_count_key(broadcast_id, _BESIDE)
        adds = {outcome: number for outcome, number in outcomes.items() if number}
        if adds:
            self._transaction.add(Write("Update", "inventory", row, adds=adds))

    def progress(self, broadcast: Broadcast) -> Progress:
        counted = dict.fromkeys(_OUTCOMES, 0)
        for row in self._rows.query("PK = :counts", {"counts": broadcast_count_key(broadcast.broadcast_id, 0)[0]}):
            for outcome in _OUTCOMES:
                counted[outcome] += int(row.get(outcome, {"N": "0"})["N"])
        return Progress(listed=broadcast.listed, **counted)
