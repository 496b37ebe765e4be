"""Bookings, the claims on their PNR and idempotency key, and the list of holds by when they end."""

from datetime import datetime

from domain.bookings import Booking, BookingStatus
from domain.ids import BookingId, Pnr, UserId
from domain.inventory import RunKey
from storage.entities import Entities
from storage.items import Item, encode, stamp
from storage.schema import (
    BY_TRAIN,
    BY_USER,
    SHARDS,
    Key,
    booking_key,
    due_partition,
    pnr_claim,
    request_claim,
    shard_of,
)
from storage.transaction import Transaction
from storage.writes import delete, put


class Bookings:
    """See domain.ports.Bookings."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._bookings = Entities(transaction, "bookings", Booking, lambda booking: booking_key(booking.booking_id))
        self._rows = transaction.rows("bookings")
        self._due = transaction.rows("inventory")

    def get(self, booking_id: BookingId) -> Booking:
        return self._bookings.get(booking_key(booking_id))

    def by_key(self, key: str) -> Booking | None:
        return self._claimed_by(self._rows.get(request_claim(key)))

    def by_pnr(self, pnr: Pnr) -> Booking | None:
        return self._claimed_by(self._rows.get(pnr_claim(pnr)))

    def of_user(self, user_id: UserId, limit: int = 20) -> list[Booking]:
        rows = self._rows.query("user_id = :user", {"user": user_id}, index=BY_USER, newest_first=True, limit=limit)
        return [self._bookings.loaded(row) for row in rows]

    def of_run(self, key: RunKey) -> list[Booking]:
        values = {"train": key.train_id, "day": key.run_date}
        rows = self._rows.query("train_id = :train AND run_date = :day", values, index=BY_TRAIN)
        return [self._bookings.loaded(row) for row in rows]

    def due(self, now: datetime, limit: int = 100) -> list[BookingId]:
        until = stamp(now) + "$"  # which comes after the "#" that ends the time in the key
        found: list[Item] = []
        for shard in range(SHARDS):
            values = {"shard": due_partition("HOLD", shard), "until": until}
            found.extend(self._due.query("PK = :shard AND SK <= :until", values, limit=limit))
        found.sort(key=lambda row: row["SK"]["S"])
        return [BookingId(row["booking_id"]["S"]) for row in found[:limit]]

    def add(self, booking: Booking, key: str | None = None) -> None:
        self._bookings.add(booking)
        claims = [pnr_claim(booking.pnr)] + ([request_claim(key)] if key else [])
        for claim in claims:
            self._transaction.add(put("bookings", claim, _owner(booking), rev=0))
        self._list(booking, None, _due_key(booking))

    def save(self, booking: Booking) -> None:
        before = _due_key(self._bookings.before(booking))
        self._bookings.save(booking)
        self._list(booking, before, _due_key(booking))

    def _list(self, booking: Booking, before: Key | None, after: Key | None) -> None:
        """Moves the booking on the list of holds."""
        if before and before != after:
            self._transaction.add(delete("inventory", before))
        if after and before != after:
            self._transaction.add(put("inventory", after, _owner(booking)))

    def _claimed_by(self, claim: Item | None) -> Booking | None:
        return self.get(BookingId(claim["booking_id"]["S"])) if claim else None


def _owner(booking: Booking) -> Item:
    return {"booking_id": encode(booking.booking_id)}


def _due_key(booking: Booking) -> Key | None:
    """Where a held booking is listed."""
    if booking.booking_status is not BookingStatus.HELD:
        return None
    partition = due_partition("HOLD", shard_of(booking.booking_id))
    return partition, f"{stamp(booking.due_at or booking.hold_until)}#{booking.booking_id}"
