"""What the desk changes of a run that goes: that it leaves late, and a coach more."""

from domain.inventory import Coach, Run, RunKey
from storage.items import encode
from storage.keys import due_partition, run_partition, shard_of
from storage.runs import coach_row, owner, run_key_of
from storage.schema import SHARDS, Key
from storage.specials import Specials
from storage.transaction import Transaction
from storage.writes import Write, delete, put

_LATE = "LATE"  # due list
_GOES = "attribute_exists(PK) AND attribute_not_exists(cancelled)"


class RunChanges:
    """See domain.ports.runs.RunChanges. Both are one conditional write of the run's META row: whoever cancels the run
    at the same moment is first or second, never beside it."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._rows = transaction.rows("inventory")
        self.specials = Specials(transaction)

    def late(self, key: RunKey, minutes: int, known: int, reason: str) -> None:
        same = f"{_GOES} AND ({'' if known else 'attribute_not_exists(late) OR '}late = :known)"
        told = {"late": encode(minutes), "why_late": encode(reason)}
        self._transaction.add(
            Write("Update", "inventory", _meta(key), told, condition=same, values={"known": known}),
            put("inventory", _late_row(key), owner(key)),
        )

    def listed_late(self, limit: int = 100) -> list[RunKey]:
        partitions = [due_partition(_LATE, shard) for shard in range(SHARDS)]
        found = [row for each in partitions for row in self._rows.query("PK = :list", {"list": each}, limit=limit)]
        return [run_key_of(row) for row in found[:limit]]

    def unlist_late(self, key: RunKey) -> None:
        self._transaction.add(delete("inventory", _late_row(key)))

    def lengthen(self, run: Run, coach: Coach) -> None:
        coaches = {"coaches": encode([coach_row(each) for each in (*run.coaches, coach)])}
        same = f"{_GOES} AND size(coaches) = :coaches"
        values = {"coaches": len(run.coaches)}
        self._transaction.add(Write("Update", "inventory", _meta(run.key), coaches, condition=same, values=values))


def _meta(key: RunKey) -> Key:
    return run_partition(key.train_id, key.run_date), "META"


def _late_row(key: RunKey) -> Key:
    return due_partition(_LATE, shard_of(key.train_id)), run_partition(key.train_id, key.run_date)
