"""Calling: the staff group is told that something waits for one of them; told once, whoever dies on the way."""

from datetime import datetime, timedelta

from domain.approvals import Approval, ApprovalStatus, Call, CallKind
from domain.ids import UserId, WithdrawalId
from domain.payouts import Withdrawal, WithdrawalStatus
from domain.ports import Units
from domain.users import User

LEASE = timedelta(seconds=60)  # longer than sending one message ever takes


class Calling:
    """A call is written in the transaction of what it is about. Who takes it tells it and takes it off the list; a
    crash between the two tells it again after LEASE, which is better than never."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def waiting(self) -> list[Call]:
        """What has not been told yet."""
        with self._units() as work:
            return work.approvals.calls()

    def take(self, call: Call, now: datetime) -> bool:
        """Is it ours to tell now?"""
        with self._units() as work:
            return work.approvals.take_call(call, now, now + LEASE)

    def done(self, call: Call) -> None:
        """It has been told, or there is nothing to tell any more."""
        with self._units() as work:
            work.approvals.called(call)
            work.commit()

    def about(self, call: Call, now: datetime) -> Approval | Withdrawal | User | None:
        """What somebody is needed for, a deleted user with what came; None once it has been decided or its time is
        over."""
        with self._units() as work:
            if call.kind is CallKind.STRANDED:
                gone = work.users.get(UserId(call.about))
                return gone if gone.wallet_balance else None
            if call.kind is CallKind.PAYOUT:
                asked = work.withdrawals.find(WithdrawalId(call.about))
                return asked if asked and asked.status is WithdrawalStatus.ASKED else None
            approval = work.approvals.find(call.about)
        if approval is None or approval.status is not ApprovalStatus.PENDING or approval.expires_at <= now:
            return None
        return approval
