"""Ports to promo codes and withdrawals, and to the whole of the books for an audit."""

from collections.abc import Callable, Collection, Iterator
from typing import Protocol, TypeVar

from domain.errors import Unreadable
from domain.ids import UserId, WalletId, WithdrawalId
from domain.inventory import RunKey
from domain.model import Entity
from domain.payouts import Withdrawal
from domain.promos import Guesses, Promo, Redemption

E = TypeVar("E", bound=Entity)


class Promos(Protocol):
    """Writes wait for the unit's commit."""

    def get(self, code: str) -> Promo | None: ...

    def all(self, limit: int = 100) -> list[Promo]:
        """By their code."""
        ...

    def add(self, promo: Promo) -> None: ...

    def save(self, promo: Promo) -> None: ...

    def redeem(self, promo: Promo, redemption: Redemption) -> None:
        """Counts a use more, if by then the code is still as it was read, with uses left, and this user has not had it.
        Different users are not in each other's way."""
        ...

    def redeemed(self, code: str, user_id: UserId) -> Redemption | None: ...

    def redemptions(self, code: str) -> Iterator[Redemption]:
        """All of a code."""
        ...

    def guesses(self, user_id: UserId) -> Guesses | None: ...

    def guessed(self, guesses: Guesses) -> None:
        """Keeps them; rev 0 if there were none."""
        ...


class Withdrawals(Protocol):
    """Writes wait for the unit's commit. What is asked or approved is listed for the desk by itself."""

    def get(self, withdrawal_id: WithdrawalId) -> Withdrawal:
        """One that was asked for. Raises NotFound."""
        ...

    def find(self, withdrawal_id: WithdrawalId) -> Withdrawal | None: ...

    def drafted(self, wallet_id: WalletId) -> Withdrawal | None:
        """The one that is being thought about; a wallet has one at most."""
        ...

    def draft(self, withdrawal: Withdrawal) -> None:
        """At once, outside the unit: keeps it in place of any other of its wallet."""
        ...

    def undraft(self, wallet_id: WalletId) -> None:
        """Forgets the draft, if there is one."""
        ...

    def add(self, withdrawal: Withdrawal) -> None: ...

    def save(self, withdrawal: Withdrawal) -> None: ...

    def open(self, limit: int = 100) -> list[Withdrawal]:
        """What waits for the desk, the oldest first."""
        ...


class Books(Protocol):
    """Everything that is stored, for an audit only: it reads whole tables."""

    def pages(self, kind: type[E], unread: Callable[[Unreadable], None]) -> Iterator[list[E]]:
        """All entities of a kind, some at a time; rows that cannot be read are passed over and told to `unread`."""
        ...

    def found(self, kind: type[E], ids: Collection[str]) -> dict[str, E]:
        """Those of these that are there, by id, as last written. A ledger row's id is `<wallet>/<txn>`, that of a use
        of a code `<code>/<user>`. Raises Unreadable."""
        ...

    def id_of(self, entity: Entity) -> str:
        """By which `found` finds it."""
        ...

    def key_of(self, entity: Entity) -> str:
        """Table and key of its row, to be named."""
        ...

    def name(self, kind: type[Entity], row_id: str) -> str:
        """The same of a row that is not there."""
        ...

    def name_of_run(self, key: RunKey) -> str:
        """The same of a run."""
        ...

    def runs(self) -> Iterator[list[RunKey]]:
        """All runs that were opened, some at a time."""
        ...

    def opened(self, keys: Collection[RunKey]) -> set[RunKey]:
        """Those of these runs that were opened."""
        ...
