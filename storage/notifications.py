"""Notifications, and the sparse index of those that are still to be pushed."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime

from domain.delivery import Lane, lane_of, turn_of
from domain.errors import Busy, Conflict
from domain.ids import NotifId, UserId
from domain.notifications import READ, Notification
from storage.entities import Entities
from storage.items import encode, stamp
from storage.keys import broadcast_count_key, news_shard_of, notification_key
from storage.schema import DUE, NEWS_SHARDS, NOTIFICATIONS_KEPT, Key
from storage.transaction import Transaction
from storage.writes import Write, delete

_DEAD = "dead"  # place of what was given up


class Notifications:
    """See domain.ports.Notifications. A claim counts as an attempt."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._notifications = Entities(transaction, "notifications", Notification, _key)
        self._rows = transaction.rows("notifications")

    def add(self, notification: Notification) -> None:
        beside: dict[str, object] = {"ttl": int((notification.created_at + NOTIFICATIONS_KEPT).timestamp())}
        if notification.due_at:
            beside["due_shard"] = _place_of(notification)
        self._notifications.add(notification, **beside)

    def due(
        self,
        now: datetime,
        limit: int = 100,
        lanes: Iterable[Lane] = tuple(Lane),
        shards: Iterable[int] | None = None,
    ) -> list[Notification]:
        shards = tuple(range(NEWS_SHARDS) if shards is None else shards)
        places = [_place(lane, shard) for lane in lanes for shard in shards]
        found = [notification for place in places for notification in self._listed(place, now, limit)]
        return sorted(found, key=turn_of)[:limit]

    def dead(self, limit: int = 100) -> list[Notification]:
        return list(self._listed(_DEAD, None, limit))

    def _listed(self, place: str, until: datetime | None, limit: int) -> Iterator[Notification]:
        """Of one place of the due list, the oldest first."""
        condition, values = "due_shard = :place", {"place": place}
        if until:
            condition, values = f"{condition} AND due_at <= :now", values | {"now": stamp(until)}
        return map(self._notifications.loaded, self._rows.query(condition, values, index=DUE, limit=limit))

    def claim(self, notification: Notification, until: datetime) -> bool:
        return self._moved(notification, due_at=until, claimed_until=until, attempts=notification.attempts + 1)

    def put_off(self, notification: Notification, until: datetime, attempts: int) -> bool:
        left = {} if notification.messages_left is None else {"messages_left": notification.messages_left}
        return self._moved(notification, ("claimed_until",), due_at=until, attempts=attempts, **left)

    def give_up(self, notification: Notification, now: datetime, failure: str) -> bool:
        told: dict[str, object] = {"due_at": now, "failed_at": now, "failure": failure, "due_shard": _DEAD}
        if notification.messages_left is not None:
            told["messages_left"] = notification.messages_left
        return self._moved(notification, ("claimed_until",), *_counted(notification, "failed"), **told)

    def revive(self, notification: Notification, now: datetime) -> bool:
        gone = ("failed_at", "failure")
        return self._moved(notification, gone, due_at=now, attempts=0, due_shard=_place_of(notification))

    def _moved(self, notification: Notification, gone: tuple[str, ...] = (), *beside: Write, **changes: object) -> bool:
        """At once, if it still is as it was read."""
        changes |= {"rev": notification.rev + 1}
        return self._change(
            Write(
                "Update",
                "notifications",
                _key(notification),
                {name: encode(value) for name, value in changes.items()},
                gone,
                condition="rev = :rev AND due_at = :seen",
                values={"rev": notification.rev, "seen": notification.due_at},
                rev=notification.rev,
            ),
            *beside,
        )

    def pushed(
        self, notification: Notification, message: str, at: datetime | None = None, outcome: str = "sent"
    ) -> bool:
        words = ({"message": encode(message)} if message else {}) | ({"pushed_at": encode(at)} if at else {})
        gone = ("due_at", "due_shard", "claimed_until")
        still = "attribute_exists(due_shard)"
        write = Write("Update", "notifications", _key(notification), words, gone, condition=still)
        return self._change(write, *_counted(notification, outcome))

    def drop(self, notification: Notification) -> bool:
        still = "attribute_exists(due_shard)"
        write = Write("Delete", "notifications", _key(notification), condition=still)
        return self._change(write, *_counted(notification, "stopped"))

    def _change(self, *writes: Write) -> bool:
        try:
            self._transaction.now(*writes)
        except Conflict:
            return False
        return True

    def newest(self, user_id: UserId, limit: int) -> list[Notification]:
        user, prefix = notification_key(user_id, NotifId(""))
        whose = {"user": user, "prefix": prefix}
        rows = self._rows.query("PK = :user AND begins_with(SK, :prefix)", whose, newest_first=True, limit=limit)
        return [self._notifications.loaded(row) for row in rows]

    def of_id(self, user_id: UserId, notif_id: NotifId) -> Notification | None:
        row = self._rows.get(notification_key(user_id, notif_id))
        return self._notifications.loaded(row) if row else None

    def forget(self, user_id: UserId) -> None:
        user, prefix = notification_key(user_id, NotifId(""))
        whose = {"user": user, "prefix": prefix}
        for row in self._rows.query("PK = :user AND begins_with(SK, :prefix)", whose):
            notification = self._notifications.loaded(row)
            if "due_shard" in row and notification.args.get("broadcast"):
                with suppress(Busy):  # it may be counted already: the row goes in any case
                    self.drop(notification)
            self._transaction.now(delete("notifications", (row["PK"]["S"], row["SK"]["S"])))

    def mark_read(self, notification: Notification) -> None:
        # Without a new revision: whoever is about to push it need not look again.
        read = {"status": encode(READ)}
        self._change(Write("Update", "notifications", _key(notification), read, condition="attribute_exists(PK)"))


def _place_of(notification: Notification) -> str:
    """Where in the due list it waits."""
    return _place(lane_of(notification), news_shard_of(notification.user_id))


def _place(lane: Lane, shard: int) -> str:
    return f"{lane.value}#{shard}"


def _counted(notification: Notification, outcome: str) -> tuple[Write, ...]:
    """What became of a broadcast's message is counted with it."""
    if not (broadcast_id := notification.args.get("broadcast")):
        return ()
    row = broadcast_count_key(str(broadcast_id), news_shard_of(notification.user_id))
    return (Write("Update", "inventory", row, adds={outcome: 1}),)


def _key(notification: Notification) -> Key:
    return notification_key(notification.user_id, notification.notif_id)
