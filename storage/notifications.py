"""Notifications, and the sparse index of those that are still to be pushed."""

from datetime import datetime

from domain.errors import Conflict
from domain.notifications import Notification
from storage.entities import Entities
from storage.items import Item, encode, stamp
from storage.schema import DUE, NOTIFICATIONS_KEPT, SHARDS, Key, notification_key, shard_of
from storage.transaction import Transaction
from storage.writes import Write


class Notifications:
    """See domain.ports.Notifications. A claim counts as an attempt."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._notifications = Entities(transaction, "notifications", Notification, _key)
        self._rows = transaction.rows("notifications")

    def add(self, notification: Notification) -> None:
        beside: dict[str, object] = {"ttl": int((notification.created_at + NOTIFICATIONS_KEPT).timestamp())}
        if notification.due_at:
            beside["due_shard"] = str(shard_of(notification.notif_id))
        self._notifications.add(notification, **beside)

    def due(self, now: datetime, limit: int = 100) -> list[Notification]:
        found: list[Item] = []
        for shard in range(SHARDS):
            values = {"shard": str(shard), "now": stamp(now)}
            found.extend(self._rows.query("due_shard = :shard AND due_at <= :now", values, index=DUE, limit=limit))
        found.sort(key=lambda row: (row["due_at"]["S"], row["SK"]["S"]))
        return [self._notifications.loaded(row) for row in found[:limit]]

    def claim(self, notification: Notification, until: datetime) -> bool:
        changes = {"due_at": until, "attempts": notification.attempts + 1, "rev": notification.rev + 1}
        seen = {"rev": notification.rev, "seen": notification.due_at}
        return self._change(
            Write(
                "Update",
                "notifications",
                _key(notification),
                {name: encode(value) for name, value in changes.items()},
                condition="rev = :rev AND due_at = :seen",
                values=seen,
                rev=notification.rev,
            )
        )

    def pushed(self, notification: Notification, message: str) -> None:
        words = {"message": encode(message)}
        gone = ("due_at", "due_shard")
        row = _key(notification)
        self._change(Write("Update", "notifications", row, words, gone, condition="attribute_exists(PK)"))

    def _change(self, write: Write) -> bool:
        try:
            self._transaction.now(write)
        except Conflict:
            return False
        return True


def _key(notification: Notification) -> Key:
    return notification_key(notification.user_id, notification.notif_id)
