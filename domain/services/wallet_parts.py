"""Parts of a price that the wallet pays: taken out with what they pay for, put back with what came to nothing."""

from datetime import datetime
from decimal import Decimal

from domain.ports import UnitOfWork
from domain.services.wallets import ledger_row
from domain.users import User
from domain.wallets import TxnSource, TxnType


def drawn(work: UnitOfWork, user: User, amount: Decimal, reference: str, now: datetime) -> User:
    """Takes `amount` rupees out of the wallet by the unit's commit, with its ledger row, or puts them back if it is
    less than zero. The user, to be saved by whoever asks. Problem `wallet-short` or `wallet-suspended`."""
    if not amount:
        return user
    kind, source = (TxnType.DEBIT, TxnSource.BOOKING) if amount > 0 else (TxnType.CREDIT, TxnSource.REFUND)
    wallet = work.wallets.get(user.wallet_id)
    row = ledger_row(wallet, kind, source, abs(amount), reference, now)
    work.wallets.move(wallet.moved(row), row)
    return user.but(wallet_balance=user.wallet_balance - amount, updated_at=now)
