"""The access matrix: who may do what. `python -m tests.safety.matrix` prints the tables of docs/security.md.

It is written by hand on purpose: what the code lets somebody do is compared with what we mean.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Who(StrEnum):
    """Whom a command or tap of the private chat is for."""

    ANYBODY = "anybody"
    STRANGER = "who has no account"
    REGISTERED = "who has an account, about their own"
    OWNER = "the owner of what is named"


@dataclass(frozen=True, slots=True)
class Row:
    """`closed`: also while the account rests or was closed by the desk. `banned`: also if it was the desk, where that
    is not the same. `names` is what stands behind the name: a kind of id, or words that are taken."""

    who: Who
    closed: bool = False
    names: str = ""
    banned: bool | None = None

    @property
    def if_banned(self) -> bool:
        return self.closed if self.banned is None else self.banned


_ANY, _OWN = Who.REGISTERED, Who.OWNER
PASSENGERS: Mapping[str, Row] = {
    **{name: Row(Who.ANYBODY) for name in ("start", "home", "book")},
    **{name: Row(Who.ANYBODY, names="12952") for name in ("train", "along")},
    **{name: Row(Who.ANYBODY, closed=True) for name in ("help", "language", "settings", "cancel", "trips")},
    "profile": Row(Who.ANYBODY, closed=True, banned=False),
    "pnr": Row(Who.ANYBODY, closed=True, names="pnr"),
    "lang": Row(Who.ANYBODY, closed=True, names="en"),
    "signin": Row(Who.STRANGER),
    **{name: Row(_OWN, closed=True, names="booking") for name in ("trip", "coach", "invoice", "calendar", "support")},
    **{name: Row(_OWN, names="booking") for name in ("leave", "board", "child", "upgrade", "others", "drop")},
    **{name: Row(_OWN, names="booking") for name in ("return", "qr", "pay", "like")},
    **{name: Row(_OWN, closed=True, names="ticket") for name in ("answer", "transcript")},
    "rate": Row(_OWN, closed=True, names="closed ticket"),
    "told": Row(_OWN, closed=True, names="news"),
    "go": Row(_OWN, names="alert's news"),
    "topupqr": Row(_OWN, names="payment"),
    **{name: Row(_ANY, closed=True) for name in ("inbox", "readall", "leaving", "export")},
    "delete": Row(_ANY, closed=True, banned=False),
    **{name: Row(_ANY) for name in ("wallet", "ledger", "statement", "topup", "promo", "withdraw", "alerts", "quiet")},
    **{name: Row(_ANY) for name in ("notifications", "travellers", "unsave", "classes", "berths")},
    **{name: Row(_ANY) for name in ("favourites", "unlike", "name", "email", "phone", "password", "verify", "rest")},
    "again": Row(_ANY, names="favourite"),
    **{name: Row(_ANY, names="alert") for name in ("unalert", "opening")},
    "push": Row(_ANY, names="promo|off"),
    "watch": Row(_ANY, names="12952|3A|NDLS|MMCT|2030-01-09|GN"),
    "remind": Row(_ANY, names="|3A|NDLS|HWH|2030-05-20|GN"),
    "wake": Row(_ANY, closed=True, banned=False),
}  # fmt: skip

AGENT, SUPERVISOR, ADMIN = "agent", "supervisor", "admin"
# The least role for each act of the desk.
DESK: Mapping[str, str] = {
    **dict.fromkeys(
        ("assign", "pending", "close", "reopen", "category", "merge", "transcript", "help", "canned"), AGENT
    ),
    **dict.fromkeys(("send", "desk", "find", "who", "booking", "never", "identities", "identity"), AGENT),
    **dict.fromkeys(("adjust", "refund", "approvals", "confirm", "decline"), AGENT),
    **dict.fromkeys(("keep", "payouts", "payout", "suspend", "reopenuser", "freeze", "thaw", "run"), SUPERVISOR),
    **dict.fromkeys(("codes", "code", "endcode", "broadcasts", "cast", "progress", "stopcast", "today"), SUPERVISOR),
    **dict.fromkeys(("special", "specials", "dropspecial"), SUPERVISOR),
    "audit": SUPERVISOR,
    "staff": ADMIN,
}
# These are about the ticket of a topic, so they exist in the staff group alone.
GROUP_ONLY = frozenset(
    {*("assign", "pending", "close", "reopen", "category", "merge", "transcript", "help", "canned", "send", "keep")}
)
RANKS = (AGENT, SUPERVISOR, ADMIN)


def tables() -> tuple[str, str]:
    """Both in Markdown: of private chats, and of the desk."""
    return _of_passengers(), _of_the_desk()


def _of_passengers() -> str:
    lines = ["| For whom | While the account is closed | Commands and buttons |", "|---|---|---|"]
    for who in Who:
        for closed, banned in ((True, True), (True, False), (False, False)):
            rows = PASSENGERS.items()
            names = sorted(name for name, row in rows if (row.who, row.closed, row.if_banned) == (who, closed, banned))
            words = "yes" if banned else "only if they closed it themselves" if closed else "no"
            if names:
                lines.append(f"| {who} | {words} | {_listed(names)} |")
    return "\n".join(lines)


def _of_the_desk() -> str:
    lines = ["| Least role | Where | Acts |", "|---|---|---|"]
    for role in RANKS:
        for only in (True, False):
            names = sorted(name for name, least in DESK.items() if least == role and (name in GROUP_ONLY) is only)
            if names:
                where = "in a ticket's topic" if only else "in the staff group and in private"
                lines.append(f"| {role} | {where} | {_listed(names)} |")
    return "\n".join(lines)


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


if __name__ == "__main__":
    print(*tables(), sep="\n\n")
