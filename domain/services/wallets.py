"""Wallets: what is in one, and how it came there."""

from datetime import datetime
from decimal import Decimal

from domain.ids import TxnId, WalletId, new_id
from domain.ports import UnitOfWork, Units
from domain.users import User
from domain.wallets import TxnSource, TxnType, Wallet, WalletTransaction


class WalletService:
    """Reading a wallet; money moves in it only with what it pays for (services/paying)."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def statement(self, wallet_id: WalletId, limit: int = 5) -> tuple[Wallet, list[WalletTransaction]]:
        """The wallet and its latest ledger rows, newest first."""
        with self._units() as work:
            return work.wallets.get(wallet_id), work.wallets.ledger(wallet_id, limit)


def credit(work: UnitOfWork, user: User, source: TxnSource, amount: Decimal, reference: str, now: datetime) -> None:
    """Money into the user's wallet, with its ledger row, by the unit's commit. `amount` in rupees."""
    row = ledger_row(user, TxnType.CREDIT, source, amount, reference, now)
    work.wallets.move(work.wallets.get(user.wallet_id).moved(row), row)
    work.users.save(user.but(wallet_balance=user.wallet_balance + amount, updated_at=now))


def ledger_row(
    user: User, kind: TxnType, source: TxnSource, amount: Decimal, reference: str, now: datetime
) -> WalletTransaction:
    """One movement of the user's wallet, in rupees; `reference` names what it is for."""
    return WalletTransaction(
        txn_id=TxnId(new_id(now)),
        wallet_id=user.wallet_id,
        user_id=user.user_id,
        type=kind,
        amount=amount,
        source=source,
        reference_id=reference,
        created_at=now,
        updated_at=now,
    )
