"""Bookings, the claims on their PNR and idempotency key, and the agenda: when each is to be looked at next."""

from datetime import datetime

from domain.bookings import PAID, Booking, BookingStatus
from domain.ids import BookingId, Pnr, UserId
from domain.inventory import RunKey
from domain.reminders import Look, first_look
from storage.entities import Entities
from storage.items import Item, encode, stamp
from storage.keys import booking_key, due_partition, pnr_claim, shard_of
from storage.schema import BY_TRAIN, BY_USER, SHARDS, Key
from storage.transaction import Transaction
from storage.writes import Write, delete, put

_AGENDA = "AGENDA"


class Bookings:
    """See domain.ports.Bookings. A booking is on the agenda in one row, from its hold until its train has left. Saving
    it does not touch that row: whoever looks at it sees the booking as it is then. That is cheaper than keeping the row
    in step, and a look is never late: what makes a step come sooner, a train that the desk moves, adds a row at that
    time (`look_too`), and two rows that are filed for the same next step are one."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._bookings = Entities(transaction, "bookings", Booking, lambda booking: booking_key(booking.booking_id))
        self._rows = transaction.rows("bookings")
        self._due = transaction.rows("inventory")

    def get(self, booking_id: BookingId) -> Booking:
        return self._bookings.get(booking_key(booking_id))

    def claimed(self, pnr: Pnr) -> tuple[BookingId | None, str | None]:
        claim = self._rows.get(pnr_claim(pnr))
        if claim is None:
            return None, None
        return BookingId(claim["booking_id"]["S"]), claim["request"]["S"] if "request" in claim else None

    def by_pnr(self, pnr: Pnr) -> Booking | None:
        return self._claimed_by(self._rows.get(pnr_claim(pnr)))

    def of_user(self, user_id: UserId, limit: int = 20) -> list[Booking]:
        return self._all(self.ids_of_user(user_id, limit))

    def ids_of_user(self, user_id: UserId, limit: int = 20) -> list[BookingId]:
        rows = self._rows.query("user_id = :user", {"user": user_id}, index=BY_USER, newest_first=True, limit=limit)
        return [BookingId(row["booking_id"]["S"]) for row in rows]

    def of_run(self, key: RunKey) -> list[Booking]:
        values = {"train": key.train_id, "day": key.run_date}
        rows = self._rows.query("train_id = :train AND run_date = :day", values, index=BY_TRAIN)
        return self._all([BookingId(row["PK"]["S"].removeprefix("BOOKING#")) for row in rows])

    def _all(self, ids: list[BookingId]) -> list[Booking]:
        return [self._bookings.loaded(row) for row in self._rows.get_many(list(map(booking_key, ids)))]

    def due(self, now: datetime, limit: int = 100) -> list[Look]:
        until = stamp(now) + "$"  # which comes after the "#" that ends the time in the key
        found: list[Item] = []
        for shard in range(SHARDS):
            values = {"shard": due_partition(_AGENDA, shard), "until": until}
            found.extend(self._due.query("PK = :shard AND SK <= :until", values, limit=limit))
        found.sort(key=lambda row: row["SK"]["S"])
        return [_look(row) for row in found[:limit]]

    def look_again(self, look: Look, at: datetime | None, since: datetime) -> None:
        row = _agenda_row(look.booking_id, look.at)
        if at is None:
            self._transaction.add(delete("inventory", row))
        elif at == look.at:
            seen = {"since": encode(since)}
            self._transaction.add(Write("Update", "inventory", row, seen, condition="attribute_exists(PK)"))
        else:
            self._transaction.add(Write("Delete", "inventory", row, condition="attribute_exists(PK)"))
            self._look_at(look.booking_id, at, since)

    def look_too(self, booking_id: BookingId, at: datetime, since: datetime) -> None:
        self._look_at(booking_id, at, since)

    def add(self, booking: Booking, key: str | None = None) -> None:
        self._bookings.add(booking)
        claim = _owner(booking) | ({"request": encode(key)} if key else {})
        self._transaction.add(put("bookings", pnr_claim(booking.pnr), claim, rev=0))
        self._look_at(booking.booking_id, first_look(booking), booking.created_at)

    def save(self, booking: Booking) -> None:
        before = self._bookings.before(booking)
        self._bookings.save(booking)
        if before.booking_status is BookingStatus.EXPIRED and booking.booking_status in PAID:
            self._look_at(booking.booking_id, booking.updated_at, booking.updated_at)  # its row is gone, or will be

    def _look_at(self, booking_id: BookingId, at: datetime, since: datetime) -> None:
        row = {"booking_id": encode(booking_id), "since": encode(since)}
        self._transaction.add(put("inventory", _agenda_row(booking_id, at), row))

    def _claimed_by(self, claim: Item | None) -> Booking | None:
        return self.get(BookingId(claim["booking_id"]["S"])) if claim else None


def _owner(booking: Booking) -> Item:
    return {"booking_id": encode(booking.booking_id)}


def _agenda_row(booking_id: BookingId, at: datetime) -> Key:
    return due_partition(_AGENDA, shard_of(booking_id)), f"{stamp(at)}#{booking_id}"


def _look(row: Item) -> Look:
    at = datetime.fromisoformat(row["SK"]["S"].partition("#")[0])
    return Look(BookingId(row["booking_id"]["S"]), at, datetime.fromisoformat(row["since"]["S"]))
