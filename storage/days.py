"""Reading a day back for the desk's figures: whole tables, page after page, of which what has changed comes here."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, TypeVar

from domain.bookings import Booking
from domain.model import Entity
from domain.payments import Payment
from domain.payouts import Withdrawal
from domain.support import Ticket
from storage.items import load
from storage.transaction import Transaction

E = TypeVar("E", bound=Entity)
_TABLES: dict[type[Any], tuple[str, str, str]] = {  # the table, and how keys of its entities begin
    Booking: ("bookings", "BOOKING#", "METADATA"),
    Payment: ("payments", "PAYMENT#", "METADATA"),
    Withdrawal: ("wallets", "WITHDRAWAL#", "METADATA"),
    Ticket: ("support-tickets", "USER#", "TICKET#"),
}


class Days:
    """See domain.ports.desk.Days. A Scan: nothing that a passenger does pays for an index by day, and the desk asks
    seldom."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def changed_since(self, kind: type[E], since: datetime) -> Iterator[E]:
        table, partition, row = _TABLES[kind]
        condition = "begins_with(PK, :partition) AND begins_with(SK, :row) AND updated_at >= :since"
        values = {"partition": partition, "row": row, "since": since}
        for item in self._transaction.rows(table).scan(condition, values):
            yield load(kind, item)
