"""Withdrawals, the one that a wallet's user is thinking about, and the list of those that wait for the desk."""

from domain.errors import NotFound
from domain.ids import WalletId, WithdrawalId
from domain.payouts import OPEN, Withdrawal
from storage.entities import Entities
from storage.items import dump, encode, load
from storage.keys import draft_key, open_withdrawal_key, withdrawal_key
from storage.transaction import Transaction
from storage.writes import delete, put


class Withdrawals:
    """See domain.ports.Withdrawals."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._withdrawals = Entities(transaction, "wallets", Withdrawal, lambda one: withdrawal_key(one.withdrawal_id))
        self._rows = transaction.rows("wallets")

    def get(self, withdrawal_id: WithdrawalId) -> Withdrawal:
        return self._withdrawals.get(withdrawal_key(withdrawal_id))

    def find(self, withdrawal_id: WithdrawalId) -> Withdrawal | None:
        try:
            return self.get(withdrawal_id)
        except NotFound:
            return None

    def drafted(self, wallet_id: WalletId) -> Withdrawal | None:
        row = self._rows.get(draft_key(wallet_id))
        return load(Withdrawal, row) if row else None

    def draft(self, withdrawal: Withdrawal) -> None:
        self._transaction.now(put("wallets", draft_key(withdrawal.wallet_id), dump(withdrawal)))

    def undraft(self, wallet_id: WalletId) -> None:
        self._transaction.add(delete("wallets", draft_key(wallet_id)))

    def add(self, withdrawal: Withdrawal) -> None:
        self._withdrawals.add(withdrawal)
        self._list(withdrawal)

    def save(self, withdrawal: Withdrawal) -> None:
        self._withdrawals.save(withdrawal)
        self._list(withdrawal)

    def open(self, limit: int = 100) -> list[Withdrawal]:
        partition, _ = open_withdrawal_key(WithdrawalId(""))
        rows = self._rows.query("PK = :all", {"all": partition}, limit=limit)
        found = [self.find(WithdrawalId(row["SK"]["S"])) for row in rows]
        return [withdrawal for withdrawal in found if withdrawal and withdrawal.status in OPEN]

    def _list(self, withdrawal: Withdrawal) -> None:
        """On the desk's list for as long as it waits."""
        key = open_withdrawal_key(withdrawal.withdrawal_id)
        if withdrawal.status in OPEN:
            self._transaction.add(put("wallets", key, {"amount": encode(withdrawal.amount)}))
        else:
            self._transaction.add(delete("wallets", key))
