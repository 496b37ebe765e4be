"""Limits: counters of what may be tried only so often, which end by themselves."""

from datetime import datetime, timedelta

from storage.keys import limit_key
from storage.transaction import Transaction


class Limits:
    """See domain.ports.Limits."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def count(self, what: str, now: datetime, window: timedelta) -> int:
        seconds = int(window.total_seconds())
        begun = int(now.timestamp()) // seconds * seconds
        raised = self._transaction.add_to("sessions", limit_key(what, begun), {"tries": 1}, ttl=begun + 2 * seconds)
        return raised["tries"]
