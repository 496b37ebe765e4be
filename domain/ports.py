"""Ports: what the domain asks of the outside world, as Protocols. Storage, gateways and clocks implement them."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from domain.bookings import Booking
from domain.chances import History
from domain.ids import BookingId, ChatId, PaymentId, Pnr, TrainId, UserId, WalletId
from domain.inventory import Berth, Mark, Place, Run, RunCancelled, RunKey, RunState
from domain.notifications import Notification
from domain.payments import GatewayEvent, GatewayRefund, LinkState, Payment, PaymentLink
from domain.rules.waitlists import WaitingList
from domain.sessions import Session
from domain.trains import TravelClass
from domain.users import User
from domain.wallets import Wallet, WalletTransaction


class Clock(Protocol):
    """Where "now" comes from; the sandbox can move it."""

    def now(self) -> datetime:
        """The instant, in UTC."""
        ...


class Users(Protocol):
    """Reads are consistent; `add` claims chat, phone and e-mail; writes wait for the unit's commit."""

    def get(self, user_id: UserId) -> User:
        """Raises NotFound."""
        ...

    def by_chat(self, chat_id: ChatId) -> User | None: ...

    def phone_taken(self, phone: str) -> bool: ...

    def email_taken(self, email: str) -> bool: ...

    def add(self, user: User) -> None: ...

    def save(self, user: User) -> None: ...


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


class Wallets(Protocol):
    """A wallet changes only together with a ledger row."""

    def get(self, wallet_id: WalletId) -> Wallet:
        """Raises NotFound."""
        ...

    def ledger(self, wallet_id: WalletId, limit: int = 20) -> list[WalletTransaction]:
        """Newest first."""
        ...

    def open(self, wallet: Wallet) -> None: ...

    def suspend(self, wallet: Wallet) -> None:
        """Stores it as suspended, with its balance as it stands."""
        ...

    def move(self, wallet: Wallet, txn: WalletTransaction) -> None:
        """`wallet` as it stands after `txn`; both are written, conditional on the wallet's rev."""
        ...


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


class Runs(Protocol):
    """Berths of runs. A berth changes only if its legs are still as they were read."""

    def load(self, key: RunKey) -> RunState | None:
        """None if nobody has booked on this run yet."""
        ...

    def open(self, run: Run) -> Run:
        """At once, outside the unit: keep the run's calls and coaches, unless somebody did; returns what is kept."""
        ...

    def change(self, key: RunKey, changes: Mapping[Berth, tuple[int, int]]) -> None:
        """For each berth its legs as read and as they shall be."""
        ...

    def numbers(self, key: RunKey, travel_class: TravelClass, waiting_list: str, people: int) -> tuple[int, int]:
        """At once, outside the unit: the next turn in the queue of the class and the next number of the list, the
        first of so many in a row for these people. Never given twice; a number that is then not used leaves a gap."""
        ...

    def queue(self, key: RunKey, place: Place) -> None:
        """A passenger more who waits, in RAC or in a slot of a list that nobody holds."""
        ...

    def leave(self, key: RunKey, place: Place) -> None:
        """Out of the queue, for a berth or for good; only from where the place was read."""
        ...

    def mark(self, key: RunKey) -> None:
        """Somebody on this run may be due to move up: it shall be looked at, even if whoever marks it dies."""
        ...

    def marked(self, limit: int = 100) -> list[Mark]:
        """A run is there once for every time that it was marked."""
        ...

    def unmark(self, mark: Mark) -> None:
        """At once, outside the unit: it was looked at. Marks that were made since stay."""
        ...

    def to_chart(self, now: datetime, limit: int = 100) -> list[RunKey]:
        """Runs whose next chart is due."""
        ...

    def chart(self, key: RunKey, number: int) -> None:
        """The first or second chart is made: each once."""
        ...

    def chart_next(self, run: Run, due: datetime | None) -> None:
        """When the run's next chart is due; None when there is none any more."""
        ...

    def cancel(self, run: Run, cancelled: RunCancelled) -> None:
        """The railway does not run it: once. From then on nothing is sold of it, and it is listed to give back what was
        sold before."""
        ...

    def cancelled(self, key: RunKey) -> RunCancelled | None:
        """None for a run that goes, or that nobody opened."""
        ...

    def still_goes(self, key: RunKey, coach: str) -> None:
        """What is written beside it shall be written only if the run is not cancelled: for what takes no berth, as that
        is refused by itself. Any coach will do: different ones keep buyers out of each other's way."""
        ...

    def to_give_back(self, limit: int = 100) -> list[RunKey]:
        """Cancelled runs of which tickets may be left."""
        ...

    def given_back(self, key: RunKey) -> None:
        """No ticket is left: off the list."""
        ...


class Histories(Protocol):
    """What became of those who waited, by train, class and waiting list."""

    def counted(self, key: RunKey) -> bool:
        """Whether this run is in it."""
        ...

    def count(self, key: RunKey, outcomes: Mapping[TravelClass, Mapping[WaitingList, History]]) -> None:
        """Adds what became of those who waited on this run: each run once."""
        ...

    def of(self, train_id: TrainId, travel_class: TravelClass, waiting_list: WaitingList) -> History:
        """Of all runs that were counted."""
        ...


class UnitOfWork(Protocol):
    """One transaction: what repositories were asked to write is written whole by `commit`, or not at all."""

    @property
    def users(self) -> Users: ...
    @property
    def bookings(self) -> Bookings: ...
    @property
    def payments(self) -> Payments: ...
    @property
    def wallets(self) -> Wallets: ...
    @property
    def notifications(self) -> Notifications: ...
    @property
    def runs(self) -> Runs: ...
    @property
    def histories(self) -> Histories: ...

    def commit(self) -> None:
        """Raises Conflict if any condition failed (then nothing was written) and Busy if the store stays overloaded."""
        ...


class Units(Protocol):
    """Begins units of work; leaving the block without a commit writes nothing."""

    def __call__(self) -> AbstractContextManager[UnitOfWork]: ...


class PaymentGateway(Protocol):
    """Payment links. Raises GatewayUnavailable (outcome unknown, ask again) or GatewayRefused."""

    def create_link(
        self,
        *,
        reference_id: str,
        amount: Decimal,
        description: str,
        expires_at: datetime,
        customer_name: str,
        customer_phone: str | None,
        callback_url: str | None,
        notes: Mapping[str, str],
    ) -> PaymentLink:
        """Idempotent by `reference_id` (at most 40 characters): a link that exists is returned."""
        ...

    def fetch_link(self, link_id: str) -> LinkState: ...

    def cancel_link(self, link_id: str) -> LinkState:
        """A link that is paid or expired already is returned as it stands."""
        ...

    def refund(self, payment_id: str, amount: Decimal, idempotency_key: str) -> GatewayRefund: ...

    def parse_webhook(self, body: bytes, signature: str, event_id: str) -> GatewayEvent:
        """The signature is checked on the raw body first. Raises BadSignature or BadPayload."""
        ...

    def verify_callback(self, params: Mapping[str, str]) -> bool: ...


class Sessions(Protocol):
    """Dialogue state by chat, outside any unit of work."""

    def load(self, chat_id: ChatId) -> Session:
        """A fresh Session for a chat that has none; one silent for too long is fresh too, but keeps its language and
        goes on counting, so that its old buttons stay old."""
        ...

    def commit(self, session: Session, now: datetime) -> Session:
        """Store it as rev + 1 and return it so; Conflict if the stored rev is no longer `session.rev`."""
        ...

    def sent(self, session: Session, panel: int | None) -> None:
        """Forget `unsent` and note the open question's message id if there is a new one, unless a newer turn has been
        committed."""
        ...
