"""Ports to what is booked, paid and told."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Protocol

from domain.bookings import Booking
from domain.delivery import Lane
from domain.ids import BookingId, NotifId, PaymentId, Pnr, UserId
from domain.inventory import RunKey
from domain.invoices import Invoice, InvoiceBook
from domain.notifications import Notification
from domain.payments import Payment
from domain.reminders import Look


class Bookings(Protocol):
    """`add` also claims the PNR, with the idempotency key that it was made of. A booking is on the agenda from then on:
    it is to be looked at when the time to pay is nearly over, and then whenever `look_again` says."""

    def get(self, booking_id: BookingId) -> Booking:
        """Raises NotFound."""
        ...

    def claimed(self, pnr: Pnr) -> tuple[BookingId | None, str | None]:
        """Whose this PNR is, and with which idempotency key that was asked for; None for who has none."""
        ...

    def by_pnr(self, pnr: Pnr) -> Booking | None: ...

    def of_user(self, user_id: UserId, limit: int = 20) -> list[Booking]:
        """Newest first; found by an index, so a booking of this very second may be missing."""
        ...

    def ids_of_user(self, user_id: UserId, limit: int = 20) -> list[BookingId]:
        """The same, where no more is needed."""
        ...

    def of_run(self, key: RunKey) -> list[Booking]:
        """All that were ever made on this run, whatever became of them; found by an index, so the latest of them may be
        missing."""
        ...

    def due(self, now: datetime, limit: int = 100) -> list[Look]:
        """Bookings to be looked at now, the longest due first; see domain.reminders."""
        ...

    def look_again(self, look: Look, at: datetime | None, since: datetime) -> None:
        """This look is done, and all up to `since` seen to: the next is at `at`, or there is none. With a next one the
        commit is a Conflict for all but the first who does it."""
        ...

    def look_too(self, booking_id: BookingId, at: datetime, since: datetime) -> None:
        """A look at `at` beside the one that is filed, for a booking whose steps have moved: that one may be later,
        or taken off. The two become one at the next step."""
        ...

    def add(self, booking: Booking, key: str | None = None) -> None: ...

    def save(self, booking: Booking) -> None: ...


class Payments(Protocol):
    """One row an attempt to pay."""

    def get(self, payment_id: PaymentId) -> Payment:
        """Raises NotFound."""
        ...

    def add(self, payment: Payment) -> None: ...

    def save(self, payment: Payment) -> None:
        """Also adds one that was never stored."""
        ...

    def of_user(self, user_id: UserId, limit: int = 20) -> list[Payment]:
        """Newest first; found by an index, so one of this very second may be missing."""
        ...

    def begun_between(self, since: datetime, until: datetime) -> Iterator[Payment]:
        """Those that were begun in that time, by their ids' time (to the millisecond, without the end), in no order.
        The keys of all payments are read, in an index, so the latest may be missing: not for a passenger's turn."""
        ...

    def refunded_between(self, since: datetime, until: datetime) -> Iterator[Payment]:
        """Those of which a part was last asked back in that time, both ends included, in no order; found by an index,
        so the latest may be missing."""
        ...

    def open_due(self, now: datetime, limit: int = 100) -> list[PaymentId]:
        """Payments about which the gateway is to be asked now: see `Payment.open_until`."""
        ...

    def refunds_due(self, now: datetime, limit: int = 100) -> list[PaymentId]:
        """Payments with a refund about which the gateway is to be asked now."""
        ...


class Notifications(Protocol):
    """`due` reads the sparse index of what has not been pushed; `claim` keeps two workers from pushing one twice."""

    def add(self, notification: Notification) -> None: ...

    def due(
        self,
        now: datetime,
        limit: int = 100,
        lanes: Iterable[Lane] = tuple(Lane),
        shards: Iterable[int] | None = None,
    ) -> list[Notification]:
        """In the order in which they shall go out; by default of all lanes and shards, of which a user has one."""
        ...

    def claim(self, notification: Notification, until: datetime) -> bool:
        """At once, outside the unit: move `due_at` to `until` if nobody else did; False if somebody did."""
        ...

    def put_off(self, notification: Notification, until: datetime, attempts: int) -> bool:
        """At once, outside the unit: due at `until`, with so many tries behind it and its `messages_left` noted. False
        if somebody was faster."""
        ...

    def give_up(self, notification: Notification, now: datetime, failure: str) -> bool:
        """At once, outside the unit: off the due list, among the dead. False if somebody was faster."""
        ...

    def dead(self, limit: int = 100) -> list[Notification]:
        """What was given up, the oldest first."""
        ...

    def revive(self, notification: Notification, now: datetime) -> bool:
        """At once, outside the unit: one of the dead is due again. False if somebody was faster."""
        ...

    def pushed(
        self, notification: Notification, message: str, at: datetime | None = None, outcome: str = "sent"
    ) -> bool:
        """At once, outside the unit: keep the words and take it off the due list. `outcome` is counted for a broadcast:
        sent, kept (in the inbox only) or gone. False if it was off the list already."""
        ...

    def drop(self, notification: Notification) -> bool:
        """At once, outside the unit: it was never to be sent, as a message of a broadcast that was stopped."""
        ...

    def newest(self, user_id: UserId, limit: int) -> list[Notification]:
        """Of a user, newest first, pushed or not."""
        ...

    def of_id(self, user_id: UserId, notif_id: NotifId) -> Notification | None: ...

    def forget(self, user_id: UserId) -> None:
        """At once, outside the unit: removes all of a user's, pushed or not. Safe to repeat."""
        ...

    def mark_read(self, notification: Notification) -> None:
        """At once, outside the unit."""
        ...


class Invoices(Protocol):
    """One a booking at most; a book is the counter of their numbers."""

    def of_booking(self, booking_id: BookingId) -> Invoice | None: ...

    def book(self, series: str, year: int) -> InvoiceBook:
        """As it stands; an empty one for a series or a financial year that has none yet."""
        ...

    def issue(self, invoice: Invoice, book: InvoiceBook) -> None:
        """`book` as it stands after the invoice; both are written, conditional on the book's rev."""
        ...
