"""Auditing: all that is stored, held against the rules that the books must keep; it changes nothing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from domain.audits import Difference, Rule
from domain.bookings import Booking
from domain.errors import Unreadable
from domain.inventory import RunKey
from domain.model import Entity
from domain.payments import Payment
from domain.payouts import Withdrawal
from domain.ports import Books, Units
from domain.promos import Promo, Redemption
from domain.railtime import today
from domain.services.auditing_berths import Berths
from domain.services.auditing_money import Money
from domain.services.auditing_wallets import Purses
from domain.users import User
from domain.wallets import Wallet, WalletTransaction

LOOKS = 4  # at what seems wrong: people go on booking and paying meanwhile, and an index may be a moment late
E = TypeVar("E", bound=Entity)
Check = Callable[[list[Any]], Iterable[tuple[str, Difference]]]  # of a page: by whose id, what is wrong


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules about one kind of rows."""

    kind: type[Entity]
    check: Check


class Auditing:
    """Reads page after page; only what is at odds at several looks counts as a difference."""

    def __init__(self, units: Units, books: Books, pause: Callable[[], None]) -> None:
        """`pause` waits a moment between two looks."""
        self._units = units
        self._books = books
        self._pause = pause
        self._unread: list[Difference] = []
        self._named: set[str] = set()  # of these, by table and key

    def run(self, now: datetime) -> Iterator[Difference]:
        """Every difference, as it is found; none if the books are right."""
        purses, money = Purses(self._units, self._books, now), Money(self._units, self._books, now)
        rules = (
            _Rules(User, purses.users),
            _Rules(Wallet, purses.wallets),
            _Rules(WalletTransaction, purses.rows),
            _Rules(Promo, purses.promos),
            _Rules(Redemption, purses.redemptions),
            _Rules(Withdrawal, purses.withdrawals),
            _Rules(Payment, money.payments),
            _Rules(Booking, money.bookings),
        )
        for each in rules:
            yield from self._of_kind(each)
        yield from self._of_runs(now)

    def _of_kind(self, rules: _Rules) -> Iterator[Difference]:
        for page in self._books.pages(rules.kind, self._note):
            for row_id in self._suspects(rules, page):
                yield from self._looked_at(partial(self._again, rules, row_id))
        yield from self._taken()

    def _suspects(self, rules: _Rules, page: list[Any]) -> Iterable[str]:
        """Of whom something seems wrong; everybody, if a row of what belongs to them cannot be read."""
        try:
            return dict.fromkeys([row_id for row_id, _ in rules.check(page)])
        except Unreadable:
            return [self._books.id_of(one) for one in page]

    def _again(self, rules: _Rules, row_id: str) -> list[Difference]:
        found = self._books.found(rules.kind, [row_id])
        return [difference for _, difference in rules.check(list(found.values()))]

    def _of_runs(self, now: datetime) -> Iterator[Difference]:
        """Trains of today and later; what has left is history."""
        berths = Berths(self._units, self._books)
        for page in self._books.runs():
            for key in page:
                if key.run_date >= today(now):
                    yield from self._looked_at(partial(berths.run, key))
        for bookings in self._books.pages(Booking, self._note):
            keys = {booking.run_key for booking in bookings if booking.run_date >= today(now)}
            for key in keys - self._books.opened(keys):
                yield from self._looked_at(partial(self._unopened, berths, key))

    def _unopened(self, berths: Berths, key: RunKey) -> list[Difference]:
        return [] if self._books.opened([key]) else berths.run(key)

    def _note(self, wrong: Unreadable) -> None:
        """Each row once, whoever comes upon it."""
        if wrong.row not in self._named:
            self._named.add(wrong.row)
            self._unread.append(Difference(Rule.ROW, (wrong.row,), wrong.reason))

    def _taken(self) -> list[Difference]:
        """What could not be read since it was last asked."""
        taken, self._unread = self._unread, []
        return taken

    def _looked_at(self, look: Callable[[], list[Difference]]) -> list[Difference]:
        """What is wrong at every look. What rests on a row that cannot be read is not judged: that row is named."""
        try:
            return self._lasting(look)
        except Unreadable as wrong:
            self._note(wrong)
            return self._taken()

    def _lasting(self, look: Callable[[], list[Difference]]) -> list[Difference]:
        lasting = look()
        for _ in range(LOOKS - 1):
            if not lasting:
                return []
            self._pause()
            seen = look()
            lasting = [difference for difference in seen if difference.rows in {one.rows for one in lasting}]
        return lasting
