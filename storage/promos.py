"""Promo codes: each counts its uses on one row, and a row for every user who had it keeps it to once."""

from collections.abc import Iterator

from domain.ids import UserId
from domain.promos import Guesses, Promo, Redemption
from storage.entities import Entities
from storage.items import encode
from storage.keys import guesses_key, listed_promo_key, promo_key, redemption_key
from storage.schema import Key
from storage.transaction import Transaction
from storage.writes import Write, put


class Promos:
    """See domain.ports.Promos."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._promos = Entities(transaction, "wallets", Promo, lambda promo: promo_key(promo.code))
        self._uses = Entities(transaction, "wallets", Redemption, _use_key)
        self._guesses = Entities(transaction, "wallets", Guesses, lambda one: guesses_key(one.user_id))
        self._rows = transaction.rows("wallets")

    def get(self, code: str) -> Promo | None:
        row = self._rows.get(promo_key(code))
        return self._promos.loaded(row) if row else None

    def all(self, limit: int = 100) -> list[Promo]:
        partition, _ = listed_promo_key("")
        listed = self._rows.query("PK = :all", {"all": partition}, limit=limit)
        found = [self.get(row["SK"]["S"]) for row in listed]
        return [promo for promo in found if promo]

    def add(self, promo: Promo) -> None:
        self._promos.add(promo)
        self._transaction.add(put("wallets", listed_promo_key(promo.code), {"code": encode(promo.code)}))

    def save(self, promo: Promo) -> None:
        self._promos.save(promo)

    def redeem(self, promo: Promo, redemption: Redemption) -> None:
        """The condition is not on the row's revision, which every use by anybody raises."""
        self._transaction.add(
            Write(
                "Update",
                "wallets",
                promo_key(promo.code),
                {"updated_at": encode(redemption.created_at)},
                condition="uses < :most AND closed = :closed AND amount = :amount",
                values={"most": promo.limit, "closed": False, "amount": promo.amount},
                adds={"uses": 1, "rev": 1},
            )
        )
        self._uses.add(redemption)

    def redeemed(self, code: str, user_id: UserId) -> Redemption | None:
        row = self._rows.get(redemption_key(code, user_id))
        return self._uses.loaded(row) if row else None

    def redemptions(self, code: str) -> Iterator[Redemption]:
        partition, user = redemption_key(code, UserId(""))
        values = {"code": partition, "user": user}
        return map(self._uses.loaded, self._rows.query("PK = :code AND begins_with(SK, :user)", values))

    def guesses(self, user_id: UserId) -> Guesses | None:
        row = self._rows.get(guesses_key(user_id))
        return self._guesses.loaded(row) if row else None

    def guessed(self, guesses: Guesses) -> None:
        keep = self._guesses.save if guesses.rev else self._guesses.add
        keep(guesses)


def _use_key(redemption: Redemption) -> Key:
    return redemption_key(redemption.code, redemption.user_id)
