"""The pace of sending that all workers keep together: slots at even gaps, each given to one of them."""

from datetime import datetime, timedelta

from domain.errors import Busy, Conflict
from domain.services.retrying import ATTEMPTS
from storage.client import Client
from storage.items import encode
from storage.keys import pace_key
from storage.settings import StorageSettings
from storage.transaction import Transaction
from storage.writes import Write


class Pace:
    """`a_second` slots a second under one name. One row holds the instant from which on slots are free; reserving moves
    it on the condition that it is still as seen. The workers' real clocks have to agree within a fraction of a second:
    one that is ahead takes slots of the future, and the others wait for theirs. Slots that nobody took are lost, so a
    pause is followed by no rush."""

    def __init__(self, client: Client, settings: StorageSettings, name: str, a_second: float) -> None:
        self._transaction = Transaction(client, settings)
        self._key = pace_key(name)
        self._gap = timedelta(seconds=1 / a_second)
        self._seen: datetime | None = None

    def reserve(self, slots: int, now: datetime) -> datetime:
        """The instant of the first of so many slots in a row; the others follow at even gaps. Raises Busy."""
        for _ in range(ATTEMPTS):
            first = max(now, self._seen) if self._seen else now
            if self._moved(first + self._gap * slots):
                return first
        raise Busy(f"lost {ATTEMPTS} races for a slot")

    def take(self, slots: int, now: datetime, within: timedelta) -> None:
        """So many slots for what goes out without waiting for them: whoever reserves comes after. The next free slot is
        pushed no further away than `within`, so that something is left for those who wait. If all races for them are
        lost they are not counted."""
        for _ in range(ATTEMPTS):
            first = max(now, self._seen) if self._seen else now
            free_at = min(first + self._gap * slots, now + within)
            if free_at <= first or self._moved(free_at):
                return

    def pause(self, until: datetime) -> None:
        """No slot before `until`, for any worker."""
        while self._seen is None or self._seen < until:
            if self._moved(until):
                return

    def _moved(self, free_at: datetime) -> bool:
        """False if the row was not as seen, or nobody knows: it has been read anew. A lost slot is no matter."""
        seen = "free_at = :seen" if self._seen else "attribute_not_exists(PK)"
        values = {"seen": self._seen} if self._seen else {}
        item = {"free_at": encode(free_at)}
        try:
            self._transaction.now(Write("Update", "inventory", self._key, item, condition=seen, values=values))
        except (Conflict, Busy):
            row = self._transaction.rows("inventory").get(self._key)
            self._seen = datetime.fromisoformat(row["free_at"]["S"]) if row else None
            return False
        self._seen = free_at
        return True
