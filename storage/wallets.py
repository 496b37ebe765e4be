"""Wallets and their ledger, which change only together, and what requests about them made."""

from collections.abc import Iterator

from domain.ids import WalletId
from domain.wallets import Wallet, WalletStatus, WalletTransaction
from storage.entities import Entities
from storage.faults import StorageFault
from storage.items import encode
from storage.keys import ledger_key, money_claim, wallet_key
from storage.transaction import Transaction
from storage.writes import put


class Wallets:
    """See domain.ports.Wallets. A row of the ledger keeps the balance after it."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._wallets = Entities(transaction, "wallets", Wallet, lambda wallet: wallet_key(wallet.wallet_id))
        self._ledger = Entities(
            transaction, "wallet-transactions", WalletTransaction, lambda txn: ledger_key(txn.wallet_id, txn.txn_id)
        )
        self._rows = transaction.rows("wallet-transactions")
        self._claims = transaction.rows("wallets")

    def get(self, wallet_id: WalletId) -> Wallet:
        return self._wallets.get(wallet_key(wallet_id))

    def ledger(self, wallet_id: WalletId, limit: int = 20) -> list[WalletTransaction]:
        partition, _ = wallet_key(wallet_id)
        rows = self._rows.query("PK = :wallet", {"wallet": partition}, newest_first=True, limit=limit)
        return [self._ledger.loaded(row) for row in rows]

    def rows(self, wallet_id: WalletId, *, newest_first: bool = False) -> Iterator[WalletTransaction]:
        values = {"wallet": wallet_key(wallet_id)[0]}
        return map(self._ledger.loaded, self._rows.query("PK = :wallet", values, newest_first=newest_first))

    def open(self, wallet: Wallet) -> None:
        self._wallets.add(wallet)

    def suspend(self, wallet: Wallet) -> None:
        self.keep(wallet.but(status=WalletStatus.SUSPENDED))

    def keep(self, wallet: Wallet) -> None:
        if self._wallets.before(wallet).balance != wallet.balance:
            raise StorageFault("a balance changes only with a row of the ledger")
        self._wallets.save(wallet)

    def move(self, wallet: Wallet, txn: WalletTransaction) -> None:
        self._wallets.save(wallet)
        self._ledger.add(txn.but(balance_after=wallet.balance))

    def claim(self, key: str, made: str) -> None:
        self._transaction.add(put("wallets", money_claim(key), {"made": encode(made)}, rev=0))

    def claimed(self, key: str) -> str | None:
        row = self._claims.get(money_claim(key))
        return str(row["made"]["S"]) if row else None
