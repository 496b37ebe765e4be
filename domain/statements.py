"""Statements: what happened in a wallet over a month or the last days, with the balance after every movement."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from domain.errors import Problem
from domain.railtime import today
from domain.wallets import TxnType, WalletTransaction

DAYS = 90  # of a statement without a month, its last day counted
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both in it; dates in India."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A movement that counts, and the balance after it, in rupees. One of `credit` and `debit` is nothing."""

    row: WalletTransaction
    credit: Decimal
    debit: Decimal
    balance: Decimal


@dataclass(frozen=True, slots=True)
class Statement:
    """A wallet over a period, oldest first, in rupees: `opening` + `credits` - `debits` is `closing`."""

    period: Period
    opening: Decimal
    lines: tuple[StatementLine, ...]

    @property
    def credits(self) -> Decimal:
        return sum((line.credit for line in self.lines), NOTHING)

    @property
    def debits(self) -> Decimal:
        return sum((line.debit for line in self.lines), NOTHING)

    @property
    def closing(self) -> Decimal:
        return self.lines[-1].balance if self.lines else self.opening


def period_of(month: str, day: date) -> Period:
    """A month as `2026-11`, or the DAYS until `day` for an empty text. Problem `bad-month` for any other text."""
    if not month:
        return Period(day - timedelta(days=DAYS - 1), day)
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError:
        raise Problem("bad-month") from None
    return Period(first, first.replace(day=monthrange(first.year, first.month)[1]))


def statement(rows: Iterable[WalletTransaction], period: Period) -> Statement:
    """`rows`: the wallet's whole ledger in any order. A wallet begins with nothing and its balance is the sum of its
    rows, so the balances need no other source and cannot be out of step with it."""
    balance = opening = NOTHING
    lines: list[StatementLine] = []
    for row in sorted(rows, key=lambda row: row.txn_id):
        credit, debit = (row.amount, NOTHING) if row.type is TxnType.CREDIT else (NOTHING, row.amount)
        balance += row.signed
        when = today(row.created_at)
        if when < period.first:
            opening = balance
        elif when <= period.last:
            lines.append(StatementLine(row, credit, debit, balance))
    return Statement(period, opening, tuple(lines))
