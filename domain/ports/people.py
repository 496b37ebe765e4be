"""Ports to who books and what they own: users and wallets."""

from typing import Protocol

from domain.ids import ChatId, UserId, WalletId
from domain.users import User
from domain.wallets import Wallet, WalletTransaction


class Users(Protocol):
    """Reads are consistent; `add` claims chat, phone and e-mail; writes wait for the unit's commit."""

    def get(self, user_id: UserId) -> User:
        """Raises NotFound."""
        ...

    def by_chat(self, chat_id: ChatId) -> User | None: ...

    def phone_taken(self, phone: str) -> bool: ...

    def email_taken(self, email: str) -> bool: ...

    def add(self, user: User) -> None: ...

    def save(self, user: User) -> None: ...


class Wallets(Protocol):
    """A wallet changes only together with a ledger row."""

    def get(self, wallet_id: WalletId) -> Wallet:
        """Raises NotFound."""
        ...

    def ledger(self, wallet_id: WalletId, limit: int = 20) -> list[WalletTransaction]:
        """Newest first."""
        ...

    def open(self, wallet: Wallet) -> None: ...

    def suspend(self, wallet: Wallet) -> None:
        """Stores it as suspended, with its balance as it stands."""
        ...

    def move(self, wallet: Wallet, txn: WalletTransaction) -> None:
        """`wallet` as it stands after `txn`; both are written, conditional on the wallet's rev."""
        ...
