"""The admin log: rows that are put once, and three indexes to read them by."""

from datetime import date

from domain.adminlog import LogEntry
from storage.entities import Entities
from storage.keys import log_key
from storage.schema import BY_ACTOR, BY_DAY, BY_TARGET, LOGS_KEPT
from storage.transaction import Transaction


class AdminLogs:
    """See domain.ports.AdminLogs. There is no save: what is written stays as it is."""

    def __init__(self, transaction: Transaction) -> None:
        self._entries = Entities(transaction, "admin-logs", LogEntry, lambda entry: log_key(entry.log_id))
        self._rows = transaction.rows("admin-logs")

    def add(self, entry: LogEntry) -> None:
        ends = int((entry.created_at + LOGS_KEPT).timestamp())
        self._entries.add(entry, log_day=entry.day, ttl=ends)

    def of_day(self, day: date, limit: int = 100) -> list[LogEntry]:
        return self._read("log_day = :key", day.isoformat(), BY_DAY, limit)

    def by_actor(self, actor_id: str, limit: int = 100) -> list[LogEntry]:
        return self._read("actor_id = :key", actor_id, BY_ACTOR, limit)

    def about(self, target_id: str, limit: int = 100) -> list[LogEntry]:
        return self._read("target_id = :key", target_id, BY_TARGET, limit)

    def _read(self, condition: str, key: str, index: str, limit: int) -> list[LogEntry]:
        rows = self._rows.query(condition, {"key": key}, index=index, newest_first=True, limit=limit)
        return [self._entries.loaded(row) for row in rows]
