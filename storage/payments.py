"""Payments, one row an attempt to pay, and the lists of those about which the gateway is to be asked."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice

from domain.ids import PaymentId, UserId, first_id
from domain.payments import Payment
from storage.entities import Entities
from storage.items import Item, encode, stamp
from storage.keys import due_partition, payment_key, refunds_partition, shard_of
from storage.rows import MOST_KEYS
from storage.schema import BY_REFUND_DAY, BY_USER, SHARDS, Key
from storage.transaction import Transaction
from storage.writes import delete, put

_OPEN, _REFUND = "PAYMENT", "REFUND"


class Payments:
    """See domain.ports.Payments."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._payments = Entities(transaction, "payments", Payment, lambda payment: payment_key(payment.payment_id))
        self._rows = transaction.rows("payments")
        self._due = transaction.rows("inventory")

    def get(self, payment_id: PaymentId) -> Payment:
        return self._payments.get(payment_key(payment_id))

    def add(self, payment: Payment) -> None:
        self._payments.add(payment, **_back(payment))
        self._list(payment, {}, _due_keys(payment))

    def save(self, payment: Payment) -> None:
        if payment.rev == 0:
            self.add(payment)
            return
        before = _due_keys(self._payments.before(payment))
        self._payments.save(payment, **_back(payment))
        self._list(payment, before, _due_keys(payment))

    def of_user(self, user_id: UserId, limit: int = 20) -> list[Payment]:
        rows = self._rows.query("user_id = :user", {"user": user_id}, index=BY_USER, newest_first=True, limit=limit)
        return list(self._of_rows(rows))

    def begun_between(self, since: datetime, until: datetime) -> Iterator[Payment]:
        values = {"since": first_id(since), "until": first_id(until)}
        return self._of_rows(self._rows.scan("payment_id BETWEEN :since AND :until", values, index=BY_USER))

    def refunded_between(self, since: datetime, until: datetime) -> Iterator[Payment]:
        day = since.astimezone(UTC).date()
        while day <= until.astimezone(UTC).date():
            for shard in range(SHARDS):
                values = {"part": refunds_partition(day.isoformat(), shard), "since": since, "until": until}
                condition = "refund_day = :part AND refunded_at BETWEEN :since AND :until"
                yield from self._of_rows(self._rows.query(condition, values, index=BY_REFUND_DAY))
            day += timedelta(days=1)

    def open_due(self, now: datetime, limit: int = 100) -> list[PaymentId]:
        return self._listed(_OPEN, now, limit)

    def refunds_due(self, now: datetime, limit: int = 100) -> list[PaymentId]:
        return self._listed(_REFUND, now, limit)

    def _of_rows(self, rows: Iterator[Item]) -> Iterator[Payment]:
        """The payments whose keys these are, as last written, so many at a time."""
        while keys := [(row["PK"]["S"], row["SK"]["S"]) for row in islice(rows, MOST_KEYS)]:
            yield from map(self._payments.loaded, self._rows.get_many(keys))

    def _listed(self, kind: str, now: datetime, limit: int) -> list[PaymentId]:
        until = stamp(now) + "$"  # which comes after the "#" that ends the time in the key
        found: list[Item] = []
        for shard in range(SHARDS):
            values = {"shard": due_partition(kind, shard), "until": until}
            found.extend(self._due.query("PK = :shard AND SK <= :until", values, limit=limit))
        found.sort(key=lambda row: row["SK"]["S"])
        return [PaymentId(row["payment_id"]["S"]) for row in found[:limit]]

    def _list(self, payment: Payment, before: dict[str, Key], after: dict[str, Key]) -> None:
        """Moves the payment on the lists; most payments are on none."""
        for kind in (_OPEN, _REFUND):
            old, new = before.get(kind), after.get(kind)
            if old and old != new:
                self._transaction.add(delete("inventory", old))
            if new and old != new:
                self._transaction.add(put("inventory", new, {"payment_id": encode(payment.payment_id)}))


def _due_keys(payment: Payment) -> dict[str, Key]:
    """Where it is listed."""
    due = {_OPEN: payment.open_until, _REFUND: payment.refund_due_at}
    shard = shard_of(payment.payment_id)
    return {kind: (due_partition(kind, shard), f"{stamp(at)}#{payment.payment_id}") for kind, at in due.items() if at}


def _back(payment: Payment) -> dict[str, object]:
    """What the index of refunds by day goes by: nothing for a payment of which nothing comes back, so that booking pays
    nothing for it."""
    if (back := payment.refunded_at) is None:
        return {}
    return {"refund_day": refunds_partition(stamp(back)[:10], shard_of(payment.payment_id)), "refunded_at": back}
