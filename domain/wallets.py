"""Wallets: a balance that is the sum of its ledger, and the ledger's rows."""

from enum import StrEnum

from domain.errors import InvalidChange, Problem
from domain.ids import TxnId, UserId, WalletId
from domain.model import Entity, Rupees


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


class Wallet(Entity):
    """Rupees that the passenger can spend here; never negative."""

    wallet_id: WalletId
    user_id: UserId
    balance: Rupees
    status: WalletStatus = WalletStatus.ACTIVE

    def moved(self, txn: "WalletTransaction") -> "Wallet":
        """The wallet after this ledger row; Problem `wallet-short` or `wallet-suspended`."""
        if self.status is WalletStatus.SUSPENDED and txn.type is TxnType.DEBIT:
            raise Problem("wallet-suspended")
        if txn.amount <= 0 or txn.wallet_id != self.wallet_id:
            raise InvalidChange(f"ledger row {txn.txn_id} does not fit wallet {self.wallet_id}")
        balance = self.balance + (txn.amount if txn.type is TxnType.CREDIT else -txn.amount)
        if balance < 0:
            raise Problem("wallet-short", balance=self.balance, amount=txn.amount)
        return self.but(balance=balance, updated_at=txn.created_at)


class WalletTransaction(Entity):
    """One row of a wallet's ledger. `reference_id` is the payment it belongs to."""

    txn_id: TxnId
    wallet_id: WalletId
    user_id: UserId
    type: TxnType
    amount: Rupees
    source: TxnSource
    status: str = "success"
    reference_id: str
    notes: str = ""
