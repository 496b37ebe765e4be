"""Wallets: what is in one, how it came there, and what the desk may do with it."""

from contextlib import suppress
from datetime import datetime
from decimal import Decimal

from domain.adminlog import LogEntry, entry
from domain.errors import InvalidChange, NotFound
from domain.ids import BookingId, PaymentId, TxnId, UserId, WalletId, new_id
from domain.notifications import NotifType, news
from domain.ports import UnitOfWork, Units
from domain.services.retrying import until_settled
from domain.users import User
from domain.wallets import TxnSource, TxnType, Wallet, WalletStatus, WalletTransaction, with_balances

PAGE = 8  # rows of the history


class WalletService:
    """Reading a wallet, and the desk's hand in it; else money moves only with what it pays for (services/paying)."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def statement(self, wallet_id: WalletId, limit: int = 5) -> tuple[Wallet, list[WalletTransaction]]:
        """The wallet and its latest ledger rows, newest first, each with the balance after it."""
        with self._units() as work:
            wallet, rows = work.wallets.get(wallet_id), work.wallets.ledger(wallet_id, limit)
        return wallet, with_balances(rows, wallet.balance)

    def pnr_of(self, row: WalletTransaction) -> str:
        """Of the ticket that this row paid for or came from; empty for what is no ticket's."""
        if row.source not in (TxnSource.BOOKING, TxnSource.REFUND):
            return ""
        with self._units() as work:
            booking_id: str | None = row.reference_id
            with suppress(NotFound):  # then it names the booking itself
                booking_id = work.payments.get(PaymentId(row.reference_id)).booking_id
            with suppress(NotFound):
                return work.bookings.get(BookingId(booking_id)).pnr if booking_id else ""
        return ""

    def history(self, wallet_id: WalletId, page: int) -> tuple[list[WalletTransaction], bool]:
        """A page of the ledger, from 0 for the newest, with the balance after each row; and whether there is more. All
        that is newer is read too: older rows than the field do not know their balance."""
        _, rows = self.statement(wallet_id, (page + 1) * PAGE + 1)
        return rows[page * PAGE : (page + 1) * PAGE], len(rows) > (page + 1) * PAGE

    def adjust(
        self, user_id: UserId, amount: Decimal, reason: str, actor_id: str, now: datetime, key: str
    ) -> WalletTransaction | None:
        """The desk puts so many rupees into the user's wallet (takes them out, below zero), says why in the admin log,
        and the user is told; once for a `key`: None if that was done before. Problem `wallet-short`."""
        return until_settled(lambda _: self._adjust_once(user_id, amount, reason, actor_id, now, key))

    def _adjust_once(
        self, user_id: UserId, amount: Decimal, reason: str, actor_id: str, now: datetime, key: str
    ) -> WalletTransaction | None:
        if not amount:
            raise InvalidChange("an adjustment by nothing")
        with self._units() as work:
            if work.wallets.claimed(key):
                return None
            user = work.users.get(user_id)
            before = user.wallet_balance
            told = {"before": str(before), "after": str(before + amount), "reason": reason}
            row = adjust(work, user, amount, reason, entry("wallet-adjusted", actor_id, user_id, now, **told))
            work.wallets.claim(key, row.txn_id)
            work.commit()
            return row

    def suspend(self, user_id: UserId, reason: str, actor_id: str, now: datetime) -> Wallet:
        """The wallet pays nothing from now on; what is the user's own still comes in."""
        return until_settled(lambda _: self._turn(user_id, WalletStatus.SUSPENDED, reason, actor_id, now))

    def reopen(self, user_id: UserId, reason: str, actor_id: str, now: datetime) -> Wallet:
        """The wallet pays again."""
        return until_settled(lambda _: self._turn(user_id, WalletStatus.ACTIVE, reason, actor_id, now))

    def _turn(self, user_id: UserId, status: WalletStatus, reason: str, actor_id: str, now: datetime) -> Wallet:
        with self._units() as work:
            wallet = work.wallets.get(work.users.get(user_id).wallet_id)
            if wallet.status is status:
                return wallet
            suspended = status is WalletStatus.SUSPENDED
            act = "wallet-suspended" if suspended else "wallet-reopened"
            work.wallets.keep(wallet.but(status=status, updated_at=wallet.next_at(now)))
            said = {"before": wallet.status.value, "after": status.value, "reason": reason}
            work.logs.add(entry(act, actor_id, user_id, now, **said))
            title = "told-wallet-suspended" if suspended else "told-wallet-reopened"
            work.notifications.add(news(user_id, NotifType.PAYMENT, title, None, now))
            work.commit()
            return work.wallets.get(wallet.wallet_id)


def credit(
    work: UnitOfWork, user: User, source: TxnSource, amount: Decimal, reference: str, now: datetime
) -> WalletTransaction:
    """Money into the user's wallet, with its ledger row, by the unit's commit. `amount` in rupees."""
    row = ledger_row(work.wallets.get(user.wallet_id), TxnType.CREDIT, source, amount, reference, now)
    post(work, user, row)
    return row


def adjust(work: UnitOfWork, user: User, amount: Decimal, reason: str, said: LogEntry) -> WalletTransaction:
    """So many rupees into the user's wallet (out of it, below zero) with the user told and the desk's row of the admin
    log, by the unit's commit."""
    now = said.created_at
    kind = TxnType.CREDIT if amount > 0 else TxnType.DEBIT
    wallet = work.wallets.get(user.wallet_id)
    row = ledger_row(wallet, kind, TxnSource.ADJUSTMENT, abs(amount), said.log_id, now).but(notes=reason)
    post(work, user, row)
    work.logs.add(said)
    title = "told-wallet-given" if amount > 0 else "told-wallet-taken"
    told = {"amount": str(abs(amount)), "reason": reason}
    work.notifications.add(news(user.user_id, NotifType.PAYMENT, title, None, now, **told))
    return row


def post(work: UnitOfWork, user: User, row: WalletTransaction) -> None:
    """The row with both balances that it moves, by the unit's commit. Problem `wallet-short` or `wallet-suspended`."""
    work.wallets.move(work.wallets.get(user.wallet_id).moved(row), row)
    work.users.save(user.but(wallet_balance=user.wallet_balance + row.signed, updated_at=row.created_at))


def ledger_row(
    wallet: Wallet, kind: TxnType, source: TxnSource, amount: Decimal, reference: str, now: datetime
) -> WalletTransaction:
    """The next movement of the wallet, which has to be as it is moved, in rupees; `reference` names what it is for."""
    at = wallet.next_at(now)
    return WalletTransaction(
        txn_id=TxnId(new_id(at)),
        wallet_id=wallet.wallet_id,
        user_id=wallet.user_id,
        type=kind,
        amount=amount,
        source=source,
        reference_id=reference,
        created_at=at,
        updated_at=at,
    )
