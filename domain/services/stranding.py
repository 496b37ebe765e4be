"""Stranding: money that comes for somebody who has deleted their account; the desk is called to send it back."""

from decimal import Decimal

from domain.adminlog import SYSTEM, entry
from domain.approvals import Call, CallKind
from domain.notifications import Notification
from domain.ports import UnitOfWork
from domain.users import DELETED, User


def told_or_called(work: UnitOfWork, user: User, told: Notification, amount: Decimal, reference: str) -> None:
    """The news of so many rupees in this wallet, which `reference` brought; where nobody is left to read it, a row of
    the admin log about the account and a call to the desk instead, by the unit's commit."""
    if user.closed_by != DELETED:
        work.notifications.add(told)
        return
    now = told.created_at
    said = {"amount": str(amount), "reference": reference}
    work.logs.add(entry("money-stranded", SYSTEM, user.user_id, now, **said))
    work.approvals.call(Call(kind=CallKind.STRANDED, about=user.user_id), now)
