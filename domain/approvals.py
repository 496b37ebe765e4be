"""Approvals: what one of the desk may do with money alone, and what waits for the yes of a second person."""

from datetime import timedelta
from decimal import Decimal
from enum import StrEnum

from pydantic import AwareDatetime

from domain.model import Entity, Rupees, Value
from domain.staff import Role

EXPIRES = timedelta(hours=24)
ALONE: dict[Role, Decimal] = {  # rupees; above that of the highest role it always takes two people
    Role.AGENT: Decimal(1_000),
    Role.SUPERVISOR: Decimal(10_000),
    Role.ADMIN: Decimal(10_000),
}
MOST = Decimal(200_000)  # of one act: what a wallet may hold


class MoneyAct(StrEnum):
    """Which act waits."""

    ADJUST = "adjust"
    REFUND = "refund"


class ApprovalStatus(StrEnum):
    """A pending one is as good as over when its time is."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class Approval(Entity):
    """An act on money that somebody asked for. `target` is the user (adjustments) or the booking (refunds); `amount`
    in rupees, below zero where money is taken; `to_source`: a refund goes back to where it was paid from."""

    approval_id: str
    act: MoneyAct
    target: str
    amount: Rupees
    to_source: bool = False
    reason: str
    asked_by: str
    asked_name: str
    expires_at: AwareDatetime
    status: ApprovalStatus = ApprovalStatus.PENDING
    decided_by: str = ""


class CallKind(StrEnum):
    """What somebody of the desk is called for."""

    MONEY = "money"
    PAYOUT = "payout"
    STRANDED = "stranded"  # money of a deleted account


class Call(Value):
    """Somebody is needed, which the staff group is told once. `about`: the id of the approval, of the withdrawal to
    which one of two has said yes, or of the deleted user for whom money came."""

    kind: CallKind
    about: str

    @property
    def call_id(self) -> str:
        """Of one thing the staff group is told once."""
        return f"{self.kind}#{self.about}"


def may_alone(role: Role, amount: Decimal) -> bool:
    """Whether this role may move so many rupees without anybody else."""
    return abs(amount) <= ALONE[role]


def may_confirm(role: Role, amount: Decimal) -> bool:
    """Whether this role may be the second person: who may move the amount alone, and above all limits a supervisor."""
    return may_alone(role, amount) or role.rank >= Role.SUPERVISOR.rank
