"""Wallets and their ledger, which change only together."""

from domain.ids import WalletId
from domain.wallets import Wallet, WalletStatus, WalletTransaction
from storage.entities import Entities
from storage.schema import ledger_key, wallet_key
from storage.transaction import Transaction


class Wallets:
    """See domain.ports.Wallets."""

    def __init__(self, transaction: Transaction) -> None:
        self._wallets = Entities(transaction, "wallets", Wallet, lambda wallet: wallet_key(wallet.wallet_id))
        self._ledger = Entities(
            transaction, "wallet-transactions", WalletTransaction, lambda txn: ledger_key(txn.wallet_id, txn.txn_id)
        )
        self._rows = transaction.rows("wallet-transactions")

    def get(self, wallet_id: WalletId) -> Wallet:
        return self._wallets.get(wallet_key(wallet_id))

    def ledger(self, wallet_id: WalletId, limit: int = 20) -> list[WalletTransaction]:
        partition, _ = wallet_key(wallet_id)
        rows = self._rows.query("PK = :wallet", {"wallet": partition}, newest_first=True, limit=limit)
        return [self._ledger.loaded(row) for row in rows]

    def open(self, wallet: Wallet) -> None:
        self._wallets.add(wallet)

    def suspend(self, wallet: Wallet) -> None:
        self._wallets.save(wallet.but(status=WalletStatus.SUSPENDED))

    def move(self, wallet: Wallet, txn: WalletTransaction) -> None:
        self._wallets.save(wallet)
        self._ledger.add(txn)
