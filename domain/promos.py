"""Promo codes: rupees for whoever types one, while it lasts, once each."""

import re
from datetime import date
from decimal import Decimal

from pydantic import AwareDatetime

from domain.errors import Problem
from domain.ids import TxnId, UserId, WalletId
from domain.model import Entity, Rupees, Value

_CODE = re.compile(r"[A-Z0-9](?:[A-Z0-9-]{2,18})[A-Z0-9]")
MOST = Decimal(10_000)  # of one code; more is a slip of the hand


class Promo(Entity):
    """A code and what it is worth. `first` and `last` are days in India, both included. `uses` are counted up to
    `limit`; each user has it once. `closed` when the desk ended it before its time."""

    code: str
    amount: Rupees
    limit: int
    uses: int = 0
    first: date
    last: date
    made_by: str
    closed: bool = False

    def check(self, today: date) -> None:
        """Problem `promo-not-yet`, `promo-over` or `promo-used-up` if it cannot be used on this day in India."""
        if today < self.first:
            raise Problem("promo-not-yet", code=self.code)
        if self.closed or today > self.last:
            raise Problem("promo-over", code=self.code)
        if self.uses >= self.limit:
            raise Problem("promo-used-up", code=self.code)


class Redemption(Entity):
    """One user's use of a code, and the ledger row that it made; `key` names the request that asked for it."""

    code: str
    user_id: UserId
    wallet_id: WalletId
    txn_id: TxnId
    amount: Rupees
    key: str


class Guess(Value):
    """A code that does not exist, as somebody typed it."""

    code: str
    at: AwareDatetime


class Guesses(Entity):
    """The wrong codes that a user typed lately."""

    user_id: UserId
    wrong: tuple[Guess, ...] = ()


def clean_code(text: str) -> str:
    """In capitals, without spaces: 4 to 20 letters A to Z, digits and dashes. Problem `promo-unreadable` otherwise."""
    code = "".join(text.split()).upper()
    if not _CODE.fullmatch(code):
        raise Problem("promo-unreadable")
    return code
