"""The unit of work: one transaction over all repositories."""

from contextlib import AbstractContextManager
from typing import Protocol

from domain.ports.bookings import Bookings, Notifications, Payments
from domain.ports.logs import AdminLogs
from domain.ports.people import Users, Wallets
from domain.ports.runs import Histories, Runs


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
    @property
    def logs(self) -> AdminLogs: ...

    def commit(self) -> None:
        """Raises Conflict if any condition failed (then nothing was written) and Busy if the store stays overloaded."""
        ...


class Units(Protocol):
    """Begins units of work; leaving the block without a commit writes nothing."""

    def __call__(self) -> AbstractContextManager[UnitOfWork]: ...
