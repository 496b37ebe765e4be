"""Ports to who books and what they own: users and wallets."""

from collections.abc import Iterator, Sequence
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

    def by_phone(self, phone: str) -> User | None: ...

    def by_email(self, email: str) -> User | None: ...

    def page(self, cursor: str, limit: int = 50) -> tuple[list[UserId], str | None]:
        """All users, page after page: the next ones after `cursor` ("" at first), and the cursor after them, or None at
        the end. From an index: somebody of this very second may be missing."""
        ...

    def by_name(self, words: Sequence[Sequence[str]], limit: int) -> tuple[list[User], bool]:
        """Users of whose name some word begins with each of `words` (of domain.names.asked_words: one of its
        spellings), and whether there may be more of them."""
        ...

    def list_name(self, user: User) -> bool:
        """Lets a user be found by name who was stored before this was so; False if they are found already. The commit
        is a Conflict if the user has changed by then."""
        ...

    def add(self, user: User) -> None: ...

    def save(self, user: User) -> None: ...

    def leave(self, user: User) -> None:
        """Saves who was deleted, and lists them until `scrubbed`."""
        ...

    def to_scrub(self, limit: int = 20) -> list[UserId]:
        """Deleted users of whom something may be left elsewhere."""
        ...

    def scrubbed(self, user_id: UserId) -> None: ...

    def forget_chat(self, chat_id: ChatId) -> None:
        """What was open in this chat is closed; its language stays. A Conflict if somebody says something there now."""
        ...


class Wallets(Protocol):
    """A wallet changes only together with a ledger row."""

    def get(self, wallet_id: WalletId) -> Wallet:
        """Raises NotFound."""
        ...

    def ledger(self, wallet_id: WalletId, limit: int = 20) -> list[WalletTransaction]:
        """Newest first."""
        ...

    def open(self, wallet: Wallet) -> None: ...

    def rows(self, wallet_id: WalletId, *, newest_first: bool = False) -> Iterator[WalletTransaction]:
        """All of its ledger, read as it is asked for; oldest first, unless told otherwise."""
        ...

    def suspend(self, wallet: Wallet) -> None:
        """Stores it as suspended, with its balance as it stands."""
        ...

    def keep(self, wallet: Wallet) -> None:
        """Stores what is noted beside the balance, which stays as it was."""
        ...

    def claim(self, key: str, made: str) -> None:
        """Notes what a request with this idempotency key made: once."""
        ...

    def claimed(self, key: str) -> str | None:
        """What was made by such a request."""
        ...

    def move(self, wallet: Wallet, txn: WalletTransaction) -> None:
        """`wallet` as it stands after `txn`; both are written, conditional on the wallet's rev."""
        ...
