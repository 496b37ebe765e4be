"""Wallets: what is in one, and how it came there."""

from domain.ids import WalletId
from domain.ports import Units
from domain.wallets import Wallet, WalletTransaction


class WalletService:
    """Reading a wallet; money moves in it only with what it pays for (services/paying)."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def statement(self, wallet_id: WalletId, limit: int = 5) -> tuple[Wallet, list[WalletTransaction]]:
        """The wallet and its latest ledger rows, newest first."""
        with self._units() as work:
            return work.wallets.get(wallet_id), work.wallets.ledger(wallet_id, limit)
