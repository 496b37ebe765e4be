"""Withdrawals: asked for by the passenger, answered by the desk; the money leaves the wallet when it is asked for."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from domain.adminlog import entry
from domain.approvals import Call, CallKind
from domain.errors import InvalidChange, NotFound, Problem
from domain.ids import BookingId, UserId, WithdrawalId, new_id
from domain.notifications import NotifType, news
from domain.payouts import LEAST, Payee, Withdrawal, WithdrawalStatus
from domain.ports import UnitOfWork, Units
from domain.services.retrying import until_settled
from domain.services.stranding import told_or_called
from domain.services.wallets import credit, ledger_row
from domain.users import User
from domain.wallets import TxnSource, TxnType, Wallet, promo_left
from domain.wallets import WalletStatus as Standing

Change = Callable[[UnitOfWork, Withdrawal, User], Withdrawal]


class Payouts:
    """Every call may be repeated: money leaves the wallet once, and comes back at most once."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def available(self, user_id: UserId) -> Decimal:
        """Rupees that may be withdrawn: all but promo credit. Problem `wallet-suspended`."""
        with self._units() as work:
            return _available(work, work.wallets.get(work.users.get(user_id).wallet_id))

    def draft(self, user_id: UserId, amount: Decimal, payee: Payee, now: datetime) -> Withdrawal:
        """What the user is thinking about, in place of any other draft; nothing has moved yet. It is kept so that the
        full account number stands nowhere else. Problem `withdraw-amount` or `wallet-suspended`."""
        with self._units() as work:
            user = work.users.get(user_id)
            _check(amount, _available(work, work.wallets.get(user.wallet_id)))
            withdrawal = Withdrawal(
                withdrawal_id=WithdrawalId(new_id(now)),
                user_id=user_id,
                wallet_id=user.wallet_id,
                amount=amount,
                payee=payee,
                created_at=now,
                updated_at=now,
            )
            work.withdrawals.draft(withdrawal)
            return withdrawal

    def drafted(self, user_id: UserId, withdrawal_id: WithdrawalId) -> Withdrawal:
        """The user's own draft, or what became of it. Problem `stale`."""
        with self._units() as work:
            found = work.withdrawals.drafted(work.users.get(user_id).wallet_id)
            if found is None or found.withdrawal_id != withdrawal_id:
                found = work.withdrawals.find(withdrawal_id)
        if found is None or found.user_id != user_id:
            raise Problem("stale")
        return found

    def undraft(self, user_id: UserId) -> None:
        """Nothing is to be withdrawn after all."""
        with self._units() as work:
            work.withdrawals.undraft(work.users.get(user_id).wallet_id)
            work.commit()

    def ask(self, user_id: UserId, withdrawal_id: WithdrawalId, now: datetime) -> Withdrawal:
        """The draft, asked for: its money has left the wallet. Problem `stale`, `withdraw-amount`, `wallet-short` or
        `wallet-suspended`."""
        try:
            return until_settled(lambda _: self._ask_once(user_id, withdrawal_id, now))
        except Problem:
            asked = self.drafted(user_id, withdrawal_id)
            if asked.status is WithdrawalStatus.DRAFTED:
                raise
            return asked  # this very moment, by the same request: that is where the money went

    def _ask_once(self, user_id: UserId, withdrawal_id: WithdrawalId, now: datetime) -> Withdrawal:
        draft = self.drafted(user_id, withdrawal_id)
        if draft.status is not WithdrawalStatus.DRAFTED:
            return draft
        with self._units() as work:
            user = work.users.get(user_id)
            wallet = work.wallets.get(user.wallet_id)
            _check(draft.amount, _available(work, wallet))
            row = ledger_row(wallet, TxnType.DEBIT, TxnSource.WITHDRAWAL, draft.amount, withdrawal_id, now)
            work.wallets.move(wallet.moved(row), row.but(notes=draft.payee.masked))  # of the wallet as it was checked
            work.users.save(user.but(wallet_balance=user.wallet_balance - draft.amount, updated_at=now))
            asked = draft.moved(WithdrawalStatus.ASKED, txn_id=row.txn_id, created_at=now, updated_at=now)
            work.withdrawals.add(asked)
            work.withdrawals.undraft(user.wallet_id)
            told = {"amount": str(draft.amount), "to": draft.payee.masked}
            work.logs.add(entry("withdrawal-asked", user_id, withdrawal_id, now, **told))
            work.commit()
            return work.withdrawals.get(withdrawal_id)

    def get(self, withdrawal_id: WithdrawalId) -> Withdrawal:
        """Problem `payout-unknown`."""
        with self._units() as work:
            found = work.withdrawals.find(withdrawal_id)
        if found is None:
            raise Problem("payout-unknown")
        return found

    def looked_at(self, withdrawal: Withdrawal, actor_id: str, now: datetime) -> None:
        """Somebody of the desk is shown the whole account: that is a row of the log."""
        with self._units() as work:
            told = {"user": withdrawal.user_id, "to": withdrawal.payee.masked}
            work.logs.add(entry("payee-looked-at", actor_id, withdrawal.withdrawal_id, now, **told))
            work.commit()

    def standing(self, withdrawal_id: str) -> Withdrawal | None:
        """How a withdrawal of the ledger stands."""
        with self._units() as work:
            return work.withdrawals.find(WithdrawalId(withdrawal_id))

    def waiting(self, limit: int = 100) -> list[Withdrawal]:
        """What waits for the desk, the oldest first."""
        with self._units() as work:
            return work.withdrawals.open(limit)

    def check(self, withdrawal_id: WithdrawalId, status: WithdrawalStatus) -> Withdrawal:
        """The withdrawal, if it can go there from where it stands. Problem `payout-not-now` or `payout-unknown`."""
        known = self.get(withdrawal_id)
        _moved(known, status)
        return known

    def approve(self, withdrawal_id: WithdrawalId, actor_id: str, now: datetime) -> Withdrawal:
        """One of the desk says yes; above ₹10,000 it takes two of them, and the first yes calls for the second. Problem
        `payout-own`, `payout-second-person`, `payout-not-now` or `payout-unknown`."""

        def change(work: UnitOfWork, known: Withdrawal, _: User) -> Withdrawal:
            if actor_id in known.approvals:
                if known.status is WithdrawalStatus.APPROVED:
                    return known
                raise Problem("payout-second-person")
            if known.status is not WithdrawalStatus.ASKED:
                raise Problem("payout-not-now", status=known.status.value)
            given = known.but(approvals=(*known.approvals, actor_id))
            enough = len(given.approvals) >= given.approvals_needed
            if not enough:
                work.approvals.call(Call(kind=CallKind.PAYOUT, about=withdrawal_id), now)
            return given.moved(WithdrawalStatus.APPROVED) if enough else given

        return self._changed(withdrawal_id, "withdrawal-approved", actor_id, now, change)

    def sent(self, withdrawal_id: WithdrawalId, reference: str, actor_id: str, now: datetime) -> Withdrawal:
        """The bank has been told to pay; `reference` is its number (UTR). The user is told."""

        def change(work: UnitOfWork, known: Withdrawal, user: User) -> Withdrawal:
            if known.status is WithdrawalStatus.SENT and known.reference == reference:
                return known
            gone = _moved(known, WithdrawalStatus.SENT, reference=reference)
            told = {"amount": str(known.amount), "to": known.payee.masked, "reference": reference}
            work.notifications.add(news(user.user_id, NotifType.PAYMENT, "told-withdrawal-sent", None, now, **told))
            return gone

        return self._changed(withdrawal_id, "withdrawal-sent", actor_id, now, change)

    def refuse(self, withdrawal_id: WithdrawalId, reason: str, actor_id: str, now: datetime) -> Withdrawal:
        """The desk says no: the money is back in the wallet, and the user is told why."""
        return self._give_back(withdrawal_id, WithdrawalStatus.REFUSED, reason, actor_id, now)

    def fail(self, withdrawal_id: WithdrawalId, reason: str, actor_id: str, now: datetime) -> Withdrawal:
        """The bank could not pay, or sent it back: the money is back in the wallet, and the user is told why."""
        return self._give_back(withdrawal_id, WithdrawalStatus.FAILED, reason, actor_id, now)

    def _give_back(
        self, withdrawal_id: WithdrawalId, status: WithdrawalStatus, reason: str, actor_id: str, now: datetime
    ) -> Withdrawal:
        def change(work: UnitOfWork, known: Withdrawal, user: User) -> Withdrawal:
            if known.status is status:
                return known
            moved = _moved(known, status, reason=reason)
            row = credit(work, user, TxnSource.WITHDRAWAL, known.amount, withdrawal_id, now)
            told = {"amount": str(known.amount), "to": known.payee.masked, "reason": reason}
            title = f"told-withdrawal-{status.value}"
            tells = news(user.user_id, NotifType.PAYMENT, title, None, now, **told)
            told_or_called(work, user, tells, known.amount, withdrawal_id)
            return moved.but(back_txn_id=row.txn_id)

        return self._changed(withdrawal_id, f"withdrawal-{status.value}", actor_id, now, change)

    def _changed(
        self, withdrawal_id: WithdrawalId, act: str, actor_id: str, now: datetime, change: Change
    ) -> Withdrawal:
        """The withdrawal after a change, with its line in the admin log; one that changes nothing writes nothing.
        Problem `payout-own`: whoever could say of their own that it failed would have the money twice."""

        def attempt(_: int) -> Withdrawal:
            with self._units() as work:
                known = work.withdrawals.find(withdrawal_id)
                if known is None:
                    raise Problem("payout-unknown")
                user = work.users.get(known.user_id)
                if actor_id in (user.user_id, f"STAFF#{user.chat_id}"):
                    raise Problem("payout-own")
                changed = change(work, known, user)
                if changed == known:
                    return known
                work.withdrawals.save(changed.but(updated_at=now))
                told = {"before": known.status.value, "after": changed.status.value, "amount": str(known.amount)}
                told |= {"reference": changed.reference} if changed.reference else {}
                told |= {"reason": changed.reason} if changed.reason else {}
                work.logs.add(entry(act, actor_id, withdrawal_id, now, **told))
                work.commit()
                return work.withdrawals.get(withdrawal_id)

        return until_settled(attempt)


def _moved(known: Withdrawal, status: WithdrawalStatus, **changes: object) -> Withdrawal:
    """Problem `payout-not-now` if it cannot go there from where it stands."""
    try:
        return known.moved(status, **changes)
    except InvalidChange:
        raise Problem("payout-not-now", status=known.status.value) from None


def _check(amount: Decimal, available: Decimal) -> None:
    if not LEAST <= amount <= available or amount != round(amount, 2):
        raise Problem("withdraw-amount", available=f"{available:f}")


def _available(work: UnitOfWork, wallet: Wallet) -> Decimal:
    """Problem `wallet-suspended`. The ledger is read after the wallet: what is written on the wallet's revision rests
    on all of its rows."""
    if wallet.status is Standing.SUSPENDED:
        raise Problem("wallet-suspended")
    rows = list(work.wallets.rows(wallet.wallet_id))
    if not any(row.source is TxnSource.PROMO for row in rows):
        return wallet.balance
    refunds = {row.reference_id for row in rows if row.source is TxnSource.REFUND}
    paid_by = {reference: payment for reference in refunds if (payment := _payment_of(work, reference))}
    return max(Decimal(0), wallet.balance - promo_left(rows, paid_by))


def _payment_of(work: UnitOfWork, reference: str) -> str | None:
    """What the booking that a refund is for was paid with; None if it is for a payment itself."""
    try:
        return work.bookings.get(BookingId(reference)).payment_id
    except NotFound:
        return None
