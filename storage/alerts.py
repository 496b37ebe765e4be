"""Alerts: a row under their user, and a copy of it where they are found when their time or their berth comes."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime

from domain.alerts import Alert
from domain.errors import NotFound
from domain.ids import AlertId, TrainId, UserId
from domain.inventory import RunKey
from domain.trains import TravelClass
from storage.entities import Entities
from storage.items import Item, dump, encode, stamp
from storage.keys import alert_key, due_partition, shard_of, watch_partition
from storage.schema import SHARDS, Key
from storage.transaction import Transaction
from storage.writes import Write, delete, put

_ALERT, _WATCH = "ALERT", "WATCH"  # due lists


class Alerts:
    """See domain.ports.Alerts."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._alerts = Entities(transaction, "inventory", Alert, _key)
        self._rows = transaction.rows("inventory")

    def add(self, alert: Alert) -> None:
        ttl = int(alert.ends_at.timestamp())
        self._alerts.add(alert, ttl=ttl)
        self._transaction.add(put("inventory", _listed(alert), dump(alert.but(rev=1)) | {"ttl": encode(ttl)}))

    def get(self, user_id: UserId, alert_id: AlertId) -> Alert | None:
        with suppress(NotFound):
            return self._alerts.get(alert_key(user_id, alert_id))
        return None

    def of_user(self, user_id: UserId) -> list[Alert]:
        partition, _ = alert_key(user_id, AlertId(""))
        return [self._alerts.loaded(row) for row in self._rows.query("PK = :user", {"user": partition})]

    def remove(self, alert: Alert) -> None:
        self._transaction.add(delete("inventory", _key(alert)), delete("inventory", _listed(alert)))

    def told(self, alert: Alert) -> None:
        there = Write("Delete", "inventory", _key(alert), condition="attribute_exists(PK)")
        self._transaction.add(there, delete("inventory", _listed(alert)))

    def due(self, now: datetime, limit: int = 100) -> list[Alert]:
        return self._of_rows(self._due(_ALERT, now, limit))

    def watched_classes(self, key: RunKey) -> list[TravelClass]:
        run, classes = watch_partition(key.train_id, key.run_date), list[TravelClass]()
        while True:  # each is known by the first who watches it
            after = f"{classes[-1]}$" if classes else " "  # behind all of that class
            first = next(self._rows.query("PK = :run AND SK > :after", {"run": run, "after": after}, limit=1), None)
            if first is None:
                return classes
            classes.append(TravelClass(first["SK"]["S"].partition("#")[0]))

    def watchers(self, key: RunKey, travel_class: TravelClass, limit: int = 1000) -> list[Alert]:
        values = {"run": watch_partition(key.train_id, key.run_date), "class": f"{travel_class}#"}
        return self._of_rows(self._rows.query("PK = :run AND begins_with(SK, :class)", values, limit=limit))

    def watch_again(self, key: RunKey, at: datetime) -> None:
        row = {"train_id": encode(key.train_id), "run_date": encode(key.run_date), "at": encode(at)}
        self._transaction.add(put("inventory", _again(key, at), row))

    def to_watch(self, now: datetime, limit: int = 100) -> list[tuple[RunKey, datetime]]:
        return [
            (
                RunKey(TrainId(row["train_id"]["S"]), date.fromisoformat(row["run_date"]["S"])),
                datetime.fromisoformat(row["at"]["S"]),
            )
            for row in self._due(_WATCH, now, limit)
        ]

    def watched(self, key: RunKey, at: datetime) -> None:
        self._transaction.add(delete("inventory", _again(key, at)))

    def _due(self, kind: str, now: datetime, limit: int) -> list[Item]:
        found: list[Item] = []
        for shard in range(SHARDS):
            values = {"shard": due_partition(kind, shard), "until": stamp(now) + "$"}
            found.extend(self._rows.query("PK = :shard AND SK <= :until", values, limit=limit))
        return sorted(found, key=lambda row: row["SK"]["S"])[:limit]

    def _of_rows(self, rows: Iterable[Item]) -> list[Alert]:
        """The alerts of these copies. Those of former versions only name the alert, which may be gone."""
        return [alert for row in rows if (alert := self._copied(row) or self._named(row))]

    def _copied(self, row: Item) -> Alert | None:
        return self._alerts.loaded(row) if "ends_at" in row else None

    def _named(self, row: Item) -> Alert | None:
        return self.get(UserId(row["user_id"]["S"]), AlertId(row["alert_id"]["S"]))


def _key(alert: Alert) -> Key:
    return alert_key(alert.user_id, alert.alert_id)


def _listed(alert: Alert) -> Key:
    """Where it is found: by its run's watchers, each class in the order in which they asked, or by its time."""
    if run := alert.run_key:
        return watch_partition(run.train_id, run.run_date), f"{alert.travel_class}#{_one_of(alert, alert.created_at)}"
    return due_partition(_ALERT, shard_of(alert.user_id)), _one_of(alert, alert.due_at or alert.ends_at)


def _one_of(alert: Alert, at: datetime) -> str:
    """Two users' alerts of the same have one id."""
    return f"{stamp(at)}#{alert.user_id}#{alert.alert_id}"


def _again(key: RunKey, at: datetime) -> Key:
    return due_partition(_WATCH, shard_of(key.train_id)), f"{stamp(at)}#{key.train_id}#{key.run_date}"
