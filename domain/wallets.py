"""Wallets: a balance that is the sum of its ledger, the ledger's rows, and what may be put in and taken out."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from domain.errors import InvalidChange, Problem
from domain.ids import PaymentId, TxnId, UserId, WalletId
from domain.model import Entity, Rupees

_MOMENT = timedelta(milliseconds=1)  # as fine as the time in an id


class WalletStatus(StrEnum):
    """A suspended wallet does not pay; money that is the passenger's own still arrives in it."""

    ACTIVE = "active"
    SUSPENDED = "suspended"


class TxnType(StrEnum):
    """Direction of a ledger row."""

    CREDIT = "credit"
    DEBIT = "debit"


class TxnSource(StrEnum):
    """Why the money moved."""

    BOOKING = "booking"
    REFUND = "refund"
    TOPUP = "topup"
    WITHDRAWAL = "withdrawal"
    PROMO = "promo"
    ADJUSTMENT = "adjustment"  # by the desk, which says why in the admin log


class Wallet(Entity):
    """Rupees that the passenger can spend here; never negative. `topup` is the top-up that was begun last: only one
    may wait for its money at a time, so that the limits hold."""

    wallet_id: WalletId
    user_id: UserId
    balance: Rupees
    status: WalletStatus = WalletStatus.ACTIVE
    topup: PaymentId | None = None

    def next_at(self, now: datetime) -> datetime:
        """When its next ledger row is made: now, yet after all that was done to it before. Of two turns the one that
        began first may be written last; the ledger, which goes by the rows' ids, stands in the order of writing."""
        return max(now, self.updated_at + _MOMENT)

    def moved(self, txn: "WalletTransaction") -> "Wallet":
        """The wallet after this ledger row; Problem `wallet-short` or `wallet-suspended`."""
        spends = txn.type is TxnType.DEBIT and txn.source is not TxnSource.ADJUSTMENT
        if self.status is WalletStatus.SUSPENDED and spends:
            raise Problem("wallet-suspended")
        if txn.amount <= 0 or txn.wallet_id != self.wallet_id:
            raise InvalidChange(f"ledger row {txn.txn_id} does not fit wallet {self.wallet_id}")
        balance = self.balance + txn.signed
        if balance < 0:
            raise Problem("wallet-short", balance=self.balance, amount=txn.amount)
        return self.but(balance=balance, updated_at=txn.created_at)


class WalletTransaction(Entity):
    """One row of a wallet's ledger. `reference_id` is what it belongs to: a payment, a booking (refunds), a withdrawal,
    a promo code, or a row of the admin log (adjustments). `balance_after` is None in rows made before it was kept."""

    txn_id: TxnId
    wallet_id: WalletId
    user_id: UserId
    type: TxnType
    amount: Rupees
    source: TxnSource
    status: str = "success"
    reference_id: str
    notes: str = ""
    balance_after: Rupees | None = None

    @property
    def signed(self) -> Decimal:
        """What it adds to the balance, in rupees: less than zero for a debit."""
        return self.amount if self.type is TxnType.CREDIT else -self.amount


def with_balances(rows: Iterable[WalletTransaction], balance: Decimal) -> list[WalletTransaction]:
    """The rows, newest first, each with the balance after it; `balance` is that after the first of them."""
    told = []
    for row in rows:
        row = row if row.balance_after is not None else row.but(balance_after=balance)
        told.append(row)
        balance = (row.balance_after or Decimal(0)) - row.signed
    return told


def promo_left(rows: Iterable[WalletTransaction], paid_by: Mapping[str, str]) -> Decimal:
    """Rupees of promo credit that are still in the wallet: they buy tickets but cannot be withdrawn. `rows` oldest
    first. A ticket is paid with promo credit first, and what comes back of such a ticket is promo credit again, up to
    what it took. `paid_by`: the payment of each booking that a row gives money back for."""
    left, taken = Decimal(0), dict[str, Decimal]()
    for row in rows:
        if row.source is TxnSource.PROMO:
            left += row.amount
        elif row.type is TxnType.DEBIT and row.source is not TxnSource.WITHDRAWAL:
            part = min(left, row.amount)
            left -= part
            taken[row.reference_id] = taken.get(row.reference_id, Decimal(0)) + part
        elif row.source is TxnSource.REFUND:
            payment = paid_by.get(row.reference_id, row.reference_id)
            part = min(taken.get(payment, Decimal(0)), row.amount)
            left += part
            taken[payment] = taken.get(payment, Decimal(0)) - part
    return left
