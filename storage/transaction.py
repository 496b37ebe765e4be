"""A transaction: writes gathered, then carried out whole or not at all, and safe to carry out twice.

Every written row keeps the id of the commit that wrote it. A commit whose answer was lost is sent again; when a
condition of the second sending fails, the id tells whether that is so because the first one went through. (AWS knows a
repeated request by its token, but for ten minutes only, and not every engine does.)
"""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from domain.errors import Busy, Conflict
from storage.client import Client
from storage.faults import Refused, StorageFault, persist
from storage.items import Item, decode, encode
from storage.rows import Place, Rows, read_together
from storage.schema import Key
from storage.settings import StorageSettings
from storage.writes import COMMIT, Write, as_key

MOST_WRITES = 100  # of one TransactWriteItems


class Transaction:
    """Writes waiting for `commit`, and reading beside them."""

    def __init__(self, client: Client, settings: StorageSettings) -> None:
        self._client = client
        self._settings = settings
        self._writes: list[Write] = []
        self._ahead: dict[Place, Item | None] = {}
        self.commits = 0  # begun; what was read before may have changed since

    def rows(self, table: str) -> Rows:
        """What is stored; writes that wait are not seen."""
        return Rows(self._client, self._settings, table, self._ahead)

    def read_ahead(self, *places: Place) -> None:
        """Rows that are about to be asked for, read with one call. They answer until the next commit; after it, those
        that it put do."""
        self._ahead.update(read_together(self._client, self._settings, places))

    def now(self, *writes: Write) -> None:
        """These writes as a transaction of their own, at once; errors as of `commit`."""
        Transaction(self._client, self._settings).add(*writes).commit()

    def add_to(self, table: str, key: Key, amounts: Mapping[str, int], **sets: int) -> dict[str, int]:
        """At once, outside the transaction: raises these numbers of a row and returns them. A call whose answer was
        lost may have raised them twice: for numbers that may leave gaps."""
        names = {f"#n{place}": name for place, name in enumerate([*amounts, *sets])}
        values = {f":n{place}": encode(value) for place, value in enumerate([*amounts.values(), *sets.values()])}
        adds = ", ".join(f"#n{place} :n{place}" for place in range(len(amounts)))
        puts = ", ".join(f"#n{place} = :n{place}" for place in range(len(amounts), len(names)))
        request: dict[str, Any] = {
            "TableName": self._settings.table(table),
            "Key": as_key(key),
            "UpdateExpression": f"ADD {adds}" + (f" SET {puts}" if puts else ""),
            "ExpressionAttributeNames": names,
            "ExpressionAttributeValues": values,
            "ReturnValues": "UPDATED_NEW",
        }
        row = persist(self._settings.backoff, lambda: self._client.update_item(**request))["Attributes"]
        return {name: int(row[name]["N"]) for name in amounts}

    def add(self, *writes: Write) -> "Transaction":
        """To be written by `commit`. Raises StorageFault for a second write of a row, or the 101st."""
        taken = {(write.table, write.key) for write in self._writes}
        for write in writes:
            if (write.table, write.key) in taken:
                raise StorageFault(f"two writes of one row in a transaction: {write}")
            taken.add((write.table, write.key))
            self._writes.append(write)
        if len(self._writes) > MOST_WRITES:
            raise StorageFault(f"more than {MOST_WRITES} writes in a transaction")
        return self

    def commit(self) -> None:
        """Raises Conflict if a condition failed (nothing was written), Busy if the store stays overloaded or silent
        (then the outcome is unknown, unless reading shows it)."""
        writes, self._writes = self._writes, []
        self._ahead.clear()
        self.commits += 1
        if not writes:
            return
        commit_id = uuid4().hex[:20]  # 80 bits: enough never to meet again, and short, as every row keeps it
        try:
            persist(self._settings.backoff, lambda: self._send(writes, commit_id))
        except Refused as refused:
            applied = self._was_applied(writes, commit_id) if refused.doubtful else False
            if applied is None:
                raise Busy("the outcome of a commit is unknown") from refused
            if not applied:
                raise Conflict(", ".join(str(writes[place]) for place in refused.failed)) from refused
        for write in writes:
            if write.verb == "Put":
                self._ahead[write.table, write.key] = {**write.item, COMMIT: {"S": commit_id}, **as_key(write.key)}

    def _send(self, writes: list[Write], commit_id: str) -> None:
        requests = [(write.verb, write.request(self._settings, commit_id)) for write in writes]
        if len(requests) > 1:
            actions: list[Any] = [{verb: request} for verb, request in requests]
            self._client.transact_write_items(TransactItems=actions, ClientRequestToken=commit_id)
            return
        verb, request = requests[0]
        match verb:
            case "Put":
                self._client.put_item(**request)
            case "Update":
                self._client.update_item(**request)
            case "Delete":
                self._client.delete_item(**request)
            case "ConditionCheck":
                raise StorageFault(f"a check with nothing to write: {writes[0]}")

    def _was_applied(self, writes: list[Write], commit_id: str) -> bool | None:
        """True if a row carries our id. False if one is still at the revision before ours, or at ours by another's
        hand. None if neither is seen: all have been written by others since, or instead."""
        for write in writes:
            if write.verb in ("Delete", "ConditionCheck"):
                continue
            row = self.rows(write.table).get(write.key)
            if row and row.get(COMMIT) == {"S": commit_id}:
                return True
            stored = decode(row.get("rev", {"N": "1"})) if row else 0
            if write.rev is not None and stored <= write.rev + 1:
                return False
        return None
