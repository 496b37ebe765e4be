"""Under way: money of a user that may still come into their wallet, for which somebody must be there."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from domain.errors import NotFound, Problem
from domain.ids import WithdrawalId
from domain.payments import Payment, PaymentStatus, RefundStatus
from domain.payouts import OPEN, Withdrawal, WithdrawalStatus
from domain.ports import UnitOfWork
from domain.users import User
from domain.wallets import TxnSource, TxnType, Wallet

LOOKED_AT = 1000  # payments of a user: years of what a month allows
REFUNDED_IN = timedelta(days=14)  # the 10 working days of domain.services.reconciling.CHANGEABLE
# RBI, DPSS.CO.PD No.629/02.01.014/2019-20, turn around time: what did not reach the payee is back a day later.
SENT_BACK_IN = timedelta(days=2)


def check_nothing_under_way(work: UnitOfWork, user: User, wallet: Wallet, now: datetime) -> None:
    """Problem `delete-withdrawal-first` while a withdrawal waits for the desk, else `delete-money-first` (its `kind`
    link, refund or withdrawal, the `amount` in rupees, `until` when it is under way at the latest or as a rule)."""
    for withdrawal in _withdrawals(work, wallet):
        if withdrawal.status in OPEN:
            raise Problem("delete-withdrawal-first")
        back_by = withdrawal.updated_at + SENT_BACK_IN
        if withdrawal.status is WithdrawalStatus.SENT and back_by > now:
            raise Problem("delete-money-first", kind="withdrawal", amount=withdrawal.amount, until=back_by)
    for payment in _payments(work, user, wallet):
        waits = payment.payment_status is PaymentStatus.PENDING and payment.link_id
        if waits or payment.open_until:
            until = max(payment.open_until or payment.expires_at, payment.expires_at, now)
            raise Problem("delete-money-first", kind="link", amount=payment.link_amount, until=until)
        for refund in payment.refunds:
            if refund.status is RefundStatus.PENDING:
                until = max(refund.asked_at + REFUNDED_IN, now)
                raise Problem("delete-money-first", kind="refund", amount=refund.amount, until=until)


def _withdrawals(work: UnitOfWork, wallet: Wallet) -> Iterator[Withdrawal]:
    """All that were asked for: the ledger names them."""
    for row in work.wallets.rows(wallet.wallet_id, newest_first=True):
        asked = row.source is TxnSource.WITHDRAWAL and row.type is TxnType.DEBIT
        if asked and (found := work.withdrawals.find(WithdrawalId(row.reference_id))):
            yield found


def _payments(work: UnitOfWork, user: User, wallet: Wallet) -> Iterator[Payment]:
    """The wallet names its last top-up, which the index may not know yet."""
    if wallet.topup:
        with suppress(NotFound):
            yield work.payments.get(wallet.topup)
    yield from work.payments.of_user(user.user_id, LOOKED_AT)
