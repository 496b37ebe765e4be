"""Port to the admin log."""

from datetime import date
from typing import Protocol

from domain.adminlog import LogEntry


class AdminLogs(Protocol):
    """Rows are added and never changed. Readings are from indexes: an entry of this very second may be missing."""

    def add(self, entry: LogEntry) -> None: ...

    def of_day(self, day: date, limit: int = 100) -> list[LogEntry]:
        """Of one day in India, newest first."""
        ...

    def by_actor(self, actor_id: str, limit: int = 100) -> list[LogEntry]:
        """Newest first."""
        ...

    def about(self, target_id: str, limit: int = 100) -> list[LogEntry]:
        """Newest first."""
        ...
