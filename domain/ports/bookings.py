"""Ports to what is booked, paid and told."""

from datetime import datetime
from typing import Protocol

from domain.bookings import Booking
from domain.ids import BookingId, PaymentId, Pnr, UserId
from domain.inventory import RunKey
from domain.notifications import Notification
from domain.payments import Payment


class Bookings(Protocol):
    """`add` also claims the PNR and, with a key, the idempotency key. A held booking is listed as due by itself."""

    def get(self, booking_id: BookingId) -> Booking:
        """Raises NotFound."""
        ...

    def by_key(self, key: str) -> Booking | None:
        """The booking that was added with this idempotency key."""
        ...

    def by_pnr(self, pnr: Pnr) -> Booking | None: ...

    def of_user(self, user_id: UserId, limit: int = 20) -> list[Booking]:
        """Newest first; from an index, so a booking of this very second may be missing."""
        ...

    def of_run(self, key: RunKey) -> list[Booking]:
        """All that were ever made on this run, whatever became of them; from an index, so the latest of them, and what
        happened to any of them last, may be missing."""
        ...

    def due(self, now: datetime, limit: int = 100) -> list[BookingId]:
        """Held bookings whose `hold_until` has passed."""
        ...

    def add(self, booking: Booking, key: str | None = None) -> None: ...

    def save(self, booking: Booking) -> None: ...


class Payments(Protocol):
    """One row an attempt to pay."""

    def get(self, payment_id: PaymentId) -> Payment:
        """Raises NotFound."""
        ...

    def add(self, payment: Payment) -> None: ...

    def save(self, payment: Payment) -> None: ...


class Notifications(Protocol):
    """`due` reads the sparse index of what has not been pushed; `claim` keeps two workers from pushing one twice."""

    def add(self, notification: Notification) -> None: ...

    def due(self, now: datetime, limit: int = 100) -> list[Notification]: ...

    def claim(self, notification: Notification, until: datetime) -> bool:
        """At once, outside the unit: move `due_at` to `until` if nobody else did; False if somebody did."""
        ...

    def pushed(self, notification: Notification, message: str) -> None:
        """At once, outside the unit: keep the words and take it off the due list."""
        ...
