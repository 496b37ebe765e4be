"""The rules about wallets: balances, what every ledger row is for, promo codes and withdrawals."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal

from domain.adminlog import LogEntry
from domain.audits import Difference, Rule
from domain.bookings import Booking
from domain.model import Entity
from domain.payments import Payment
from domain.payouts import GIVEN_BACK, Withdrawal
from domain.ports import Books, Units
from domain.promos import Promo, Redemption
from domain.users import User
from domain.wallets import TxnSource, TxnType, Wallet, WalletTransaction

NOTHING = Decimal(0)
LOGS_SURE = timedelta(days=365)  # the admin log ends by itself after a year and a month
Found = Iterator[tuple[str, Difference]]
_KINDS: dict[TxnSource, tuple[type[Entity], ...]] = {
    TxnSource.BOOKING: (Payment,),
    TxnSource.REFUND: (Payment, Booking),
    TxnSource.TOPUP: (Payment,),
    TxnSource.WITHDRAWAL: (Withdrawal,),
    TxnSource.PROMO: (Redemption,),
    TxnSource.ADJUSTMENT: (LogEntry,),
}


class Purses:
    """Each check is given some rows of a kind and tells by whose id what is wrong."""

    def __init__(self, units: Units, books: Books, now: datetime) -> None:
        self._units = units
        self._books = books
        self._now = now

    def users(self, users: list[User]) -> Found:
        """The three numbers that must be one."""
        wallets = self._books.found(Wallet, [user.wallet_id for user in users])
        for user in users:
            wallet, own = wallets.get(user.wallet_id), self._books.key_of(user)
            named = self._books.name(Wallet, user.wallet_id)
            if wallet is None or wallet.user_id != user.user_id:
                yield user.user_id, Difference(Rule.OWNER, (own, named), "the user's wallet is not there, or another's")
                continue
            ledger, codes, wrong = self._ledger(wallet)
            if wrong:
                rows = self._books.key_of(wrong), named
                words = f"the balance after it is said to be {wrong.balance_after}, and is not by the rows before it"
                yield user.user_id, Difference(Rule.BALANCE, rows, words)
            for code in [code for code, times in codes.items() if times > 1]:
                words = f"the code {code} was credited {codes[code]} times"
                yield user.user_id, Difference(Rule.PROMO, (named, self._books.name(Promo, code)), words)
            if not user.wallet_balance == wallet.balance == ledger or ledger < 0:
                words = f"user {user.wallet_balance}, wallet {wallet.balance}, ledger {ledger}"
                yield user.user_id, Difference(Rule.BALANCE, (own, named), words)

    def _ledger(self, wallet: Wallet) -> tuple[Decimal, Counter[str], WalletTransaction | None]:
        """The sum of a wallet's rows, how often it was given each promo code, and the first row that does not know the
        balance after it."""
        balance, codes, wrong = NOTHING, Counter[str](), None
        with self._units() as work:
            for row in filter(_counts, work.wallets.rows(wallet.wallet_id)):
                balance += row.signed
                codes.update([row.reference_id] if row.source is TxnSource.PROMO else ())
                if row.balance_after not in (None, balance):
                    wrong = wrong or row
        return balance, codes, wrong

    def wallets(self, wallets: list[Wallet]) -> Found:
        """No wallet without its user."""
        users = self._books.found(User, [wallet.user_id for wallet in wallets])
        for wallet in wallets:
            user = users.get(wallet.user_id)
            if user is None or user.wallet_id != wallet.wallet_id:
                rows = self._books.key_of(wallet), self._books.name(User, wallet.user_id)
                yield wallet.wallet_id, Difference(Rule.OWNER, rows, "no user has this wallet")

    def rows(self, rows: list[WalletTransaction]) -> Found:
        """Every row is of a wallet, and for something that there is."""
        wallets = self._books.found(Wallet, [row.wallet_id for row in rows])
        there = self._there(rows)
        for row in rows:
            wallet, own, row_id = wallets.get(row.wallet_id), self._books.key_of(row), self._books.id_of(row)
            if wallet is None or wallet.user_id != row.user_id:
                named = self._books.name(Wallet, row.wallet_id)
                yield row_id, Difference(Rule.OWNER, (own, named), "no such wallet of this user")
            logged = row.source is TxnSource.ADJUSTMENT and row.created_at < self._now - LOGS_SURE
            wanted = _referred(row)
            if _counts(row) and not logged and not any((kind, wanted) in there for kind in _KINDS[row.source]):
                names = tuple(self._books.name(kind, wanted) for kind in _KINDS[row.source])
                yield (
                    row_id,
                    Difference(Rule.REFERENCE, (own, *names), f"{row.source.value}: what it is for is missing"),
                )

    def _there(self, rows: list[WalletTransaction]) -> set[tuple[type[Entity], str]]:
        """What of all that these rows are for is there."""
        wanted: defaultdict[type[Entity], set[str]] = defaultdict(set)
        for row in rows:
            for kind in _KINDS[row.source]:
                wanted[kind].add(_referred(row))
        return {(kind, found) for kind, ids in wanted.items() for found in self._books.found(kind, ids)}

    def promos(self, promos: list[Promo]) -> Found:
        """The count of uses is that of the users who had it, and within its limit."""
        for promo in promos:
            with self._units() as work:
                uses = sum(1 for _ in work.promos.redemptions(promo.code))
            if uses != promo.uses or uses > promo.limit:
                words = f"{promo.uses} uses counted, {uses} had it, {promo.limit} may"
                yield promo.code, Difference(Rule.PROMO, (self._books.key_of(promo),), words)

    def redemptions(self, used: list[Redemption]) -> Found:
        """Each use has its one row in the wallet."""
        ids = {self._books.id_of(one): f"{one.wallet_id}/{one.txn_id}" for one in used}
        rows, promos = (
            self._books.found(WalletTransaction, ids.values()),
            self._books.found(Promo, [one.code for one in used]),
        )
        for one in used:
            own = self._books.id_of(one)
            row, named = rows.get(ids[own]), self._books.name(WalletTransaction, ids[own])
            if row is None or (row.source, row.reference_id, row.amount) != (TxnSource.PROMO, one.code, one.amount):
                yield own, Difference(Rule.PROMO, (self._books.key_of(one), named), "its money is not in the wallet")
            if one.code not in promos:
                lost = self._books.name(Promo, one.code)
                yield own, Difference(Rule.PROMO, (self._books.key_of(one), lost), "the code is not there")

    def withdrawals(self, withdrawals: list[Withdrawal]) -> Found:
        """The money has left once, and is back once if it came to nothing."""
        for one in withdrawals:
            with self._units() as work:
                rows = [row for row in work.wallets.rows(one.wallet_id) if row.reference_id == one.withdrawal_id]
            gone = sum((row.amount for row in rows if row.type is TxnType.DEBIT), NOTHING)
            back = sum((row.amount for row in rows if row.type is TxnType.CREDIT), NOTHING)
            due = one.amount if one.status in GIVEN_BACK else NOTHING
            if gone != one.amount or back != due:
                words = f"{one.status.value}, of {one.amount}: {gone} has left the wallet, {back} is back"
                yield one.withdrawal_id, Difference(Rule.WITHDRAWAL, (self._books.key_of(one),), words)


def _counts(row: WalletTransaction) -> bool:
    return row.status == "success"


def _referred(row: WalletTransaction) -> str:
    """The id of what it is for."""
    return f"{row.reference_id}/{row.user_id}" if row.source is TxnSource.PROMO else row.reference_id
