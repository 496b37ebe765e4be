"""The unit of work: one transaction and the repositories that write into it."""

from collections.abc import Iterator
from contextlib import contextmanager

from storage.adminlogs import AdminLogs
from storage.bookings import Bookings
from storage.client import Client
from storage.histories import Histories
from storage.notifications import Notifications
from storage.payments import Payments
from storage.runs import Runs
from storage.settings import StorageSettings
from storage.transaction import Transaction
from storage.users import Users
from storage.wallets import Wallets


class UnitOfWork:
    """See domain.ports.UnitOfWork."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self.users = Users(transaction)
        self.bookings = Bookings(transaction)
        self.payments = Payments(transaction)
        self.wallets = Wallets(transaction)
        self.notifications = Notifications(transaction)
        self.runs = Runs(transaction)
        self.histories = Histories(transaction)
        self.logs = AdminLogs(transaction)

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
