"""The unit of work: one transaction and the repositories that write into it."""

from collections.abc import Iterator
from contextlib import contextmanager

from domain.ids import BookingId, PaymentId, Pnr, UserId
from storage.adminlogs import AdminLogs
from storage.alerts import Alerts
from storage.approvals import Approvals, Questions
from storage.bookings import Bookings
from storage.broadcasts import Broadcasts
from storage.client import Client
from storage.days import Days
from storage.histories import Histories
from storage.invoices import Invoices
from storage.keys import booking_key, payment_key, pnr_claim, user_key
from storage.limits import Limits
from storage.notifications import Notifications
from storage.payments import Payments
from storage.payouts import Withdrawals
from storage.promos import Promos
from storage.runchanges import RunChanges
from storage.runs import Runs
from storage.settings import StorageSettings
from storage.staff import Roster
from storage.support import Tickets
from storage.transaction import Transaction
from storage.users import Identities, Users
from storage.wallets import Wallets


class UnitOfWork:
    """See domain.ports.UnitOfWork."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self.users = Users(transaction)
        self.bookings = Bookings(transaction)
        self.payments = Payments(transaction)
        self.invoices = Invoices(transaction)
        self.wallets = Wallets(transaction)
        self.notifications = Notifications(transaction)
        self.runs = Runs(transaction)
        self.histories = Histories(transaction)
        self.logs = AdminLogs(transaction)
        self.alerts = Alerts(transaction)
        self.broadcasts = Broadcasts(transaction)
        self.limits = Limits(transaction)
        self.promos = Promos(transaction)
        self.withdrawals = Withdrawals(transaction)
        self.tickets = Tickets(transaction)
        self.roster = Roster(transaction)
        self.approvals = Approvals(transaction)
        self.questions = Questions(transaction)
        self.days = Days(transaction)
        self.run_changes = RunChanges(transaction)
        self.identities = Identities(transaction)

    def expect(
        self,
        *,
        user: UserId | None = None,
        booking: BookingId | None = None,
        payment: PaymentId | None = None,
        pnr: Pnr | None = None,
    ) -> None:
        users, payments = [user_key(user)] if user else [], [payment_key(payment)] if payment else []
        bookings = ([booking_key(booking)] if booking else []) + ([pnr_claim(pnr)] if pnr else [])
        tables = {"users": users, "bookings": bookings, "payments": payments}
        self._transaction.read_ahead(*((table, key) for table, keys in tables.items() for key in keys))

    def commit(self) -> None:
        self._transaction.commit()


class UnitsOfWork:
    """See domain.ports.Units."""

    def __init__(self, client: Client, settings: StorageSettings) -> None:
        self._client = client
        self._settings = settings

    @contextmanager
    def __call__(self) -> Iterator[UnitOfWork]:
        yield UnitOfWork(Transaction(self._client, self._settings))
