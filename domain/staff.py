"""Staff: who answers for Yatri, and which role an act needs at least."""

from enum import IntEnum, StrEnum

from domain.ids import ChatId
from domain.model import Entity


class Role(StrEnum):
    """As written in the roster."""

    AGENT = "agent"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"

    @property
    def rank(self) -> "Rank":
        """For comparing: a higher role may do all that a lower one may."""
        return Rank[self.name]


class Rank(IntEnum):
    """Roles in their order."""

    AGENT = 1
    SUPERVISOR = 2
    ADMIN = 3


class Right(StrEnum):
    """What staff can do; each act of the desk names the one it needs."""

    ANSWER = "answer"  # write to the passenger of a ticket, and notes beside
    HANDLE = "handle"  # assign to oneself, pending, close, category, transcript
    MERGE = "merge"  # doubles of one passenger
    CANNED = "canned"  # change the desk's own canned replies
    ROSTER = "roster"  # who is staff
    FIND = "find"  # users, bookings, payments, and what can be done to them
    MONEY = "money"  # refunds and adjustments, as far as domain.approvals lets a role
    PAYOUT = "payout"  # withdrawals
    SUSPEND = "suspend"  # users and wallets
    RUNS = "runs"  # cancel, delay and lengthen trains
    PROMOS = "promos"
    BROADCAST = "broadcast"
    IDENTITY = "identity"  # documents that were shown to us
    FIGURES = "figures"  # what a day brought
    AUDIT = "audit"  # the admin log


LEAST: dict[Right, Role] = {
    Right.ANSWER: Role.AGENT,
    Right.HANDLE: Role.AGENT,
    Right.MERGE: Role.AGENT,
    Right.CANNED: Role.SUPERVISOR,
    Right.ROSTER: Role.ADMIN,
    Right.FIND: Role.AGENT,
    Right.MONEY: Role.AGENT,
    Right.PAYOUT: Role.SUPERVISOR,
    Right.SUSPEND: Role.SUPERVISOR,
    Right.RUNS: Role.SUPERVISOR,
    Right.PROMOS: Role.SUPERVISOR,
    Right.BROADCAST: Role.SUPERVISOR,
    Right.IDENTITY: Role.AGENT,
    Right.FIGURES: Role.SUPERVISOR,
    Right.AUDIT: Role.SUPERVISOR,
}


class Staff(Entity):
    """One on the roster, by the id of their Telegram account."""

    telegram_id: ChatId
    name: str
    role: Role

    @property
    def actor_id(self) -> str:
        """As the admin log and a ticket's responses name them."""
        return actor_of(self.telegram_id)

    def may(self, right: Right) -> bool:
        """Whether the role is enough."""
        return self.role.rank >= LEAST[right].rank


def actor_of(telegram_id: int) -> str:
    """STAFF#<telegram id>."""
    return f"STAFF#{telegram_id}"
