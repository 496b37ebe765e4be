"""The unit of work: one transaction over all repositories."""

from contextlib import AbstractContextManager
from typing import Protocol

from domain.ids import BookingId, PaymentId, Pnr, UserId
from domain.ports.alerts import Alerts
from domain.ports.bookings import Bookings, Invoices, Notifications, Payments
from domain.ports.broadcasts import Broadcasts
from domain.ports.desk import Approvals, Days, Identities, Questions
from domain.ports.logs import AdminLogs
from domain.ports.money import Promos, Withdrawals
from domain.ports.people import Users, Wallets
from domain.ports.runs import Histories, RunChanges, Runs
from domain.ports.secrets import Limits
from domain.ports.support import Roster, Tickets


class UnitOfWork(Protocol):
    """One transaction: what repositories were asked to write is written whole by `commit`, or not at all."""

    @property
    def users(self) -> Users: ...
    @property
    def bookings(self) -> Bookings: ...
    @property
    def payments(self) -> Payments: ...
    @property
    def invoices(self) -> Invoices: ...
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
    @property
    def alerts(self) -> Alerts: ...
    @property
    def broadcasts(self) -> Broadcasts: ...
    @property
    def promos(self) -> Promos: ...
    @property
    def withdrawals(self) -> Withdrawals: ...
    @property
    def tickets(self) -> Tickets: ...
    @property
    def roster(self) -> Roster: ...

    @property
    def approvals(self) -> Approvals: ...
    @property
    def questions(self) -> Questions: ...
    @property
    def days(self) -> Days: ...
    @property
    def run_changes(self) -> RunChanges: ...
    @property
    def identities(self) -> Identities: ...
    @property
    def limits(self) -> Limits: ...

    def expect(
        self,
        *,
        user: UserId | None = None,
        booking: BookingId | None = None,
        payment: PaymentId | None = None,
        pnr: Pnr | None = None,
    ) -> None:
        """These are about to be asked for: they are read with one call. It changes no answer, and is never needed."""
        ...

    def commit(self) -> None:
        """Raises Conflict if any condition failed (then nothing was written) and Busy if the store stays overloaded."""
        ...


class Units(Protocol):
    """Begins units of work; leaving the block without a commit writes nothing."""

    def __call__(self) -> AbstractContextManager[UnitOfWork]: ...
