"""Exporting: all that we keep of one person, in one structure, for themselves."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from domain.errors import Problem
from domain.identity import masked_proof
from domain.ids import UserId, WalletId, WithdrawalId
from domain.model import Entity
from domain.payouts import Withdrawal
from domain.ports import UnitOfWork, Units
from domain.support import Response, ResponseKind, Ticket
from domain.users import SELF, User
from domain.wallets import TxnSource, WalletTransaction

LOOKED_AT = 1000  # rows of a kind, the newest: years of what the limits allow
WINDOW, TRIES = timedelta(days=1), 5  # times that one person may ask for it
_OURS = {"password_hash", "rev"}  # and no business of anybody else
_SEALED = {"sealed_number", "sealed_file"}
_PUSHING = _OURS | {"due_at", "attempts", "claimed_until", "chat_id", "failure", "failed_at"}
_TICKET = {"ticket_id", "subject", "description", "status", "category", "related_booking_id", "rating", "comment"}
_TICKET |= {"created_at", "closed_at"}
_OF_STAFF = _OURS | {"approvals"}


class Exporting:
    """Read only. Secrets that are ours (hashes, seals, the desk's reasons) are left out; a document's number is masked
    as everywhere. What is half said in a chat is no part of the account: it is forgotten within a week."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def ask(self, user_id: UserId, now: datetime) -> None:
        """Counts that it is asked for. Problem `export-too-often`."""
        with self._units() as work:
            if work.limits.count(f"export {user_id}", now, WINDOW) > TRIES:
                raise Problem("export-too-often")

    def of_user(self, user_id: UserId, now: datetime) -> dict[str, Any]:
        """JSON values: amounts as text in rupees, times in UTC as ISO 8601."""
        with self._units() as work:
            user = work.users.get(user_id)
            identity, wallet = user.identity, work.wallets.get(user.wallet_id)
            ledger, bookings = list(work.wallets.rows(user.wallet_id)), work.bookings.of_user(user_id, LOOKED_AT)
            return {
                "exported_at": now.isoformat(),
                "user": _person(user),
                "identity": identity.model_dump(mode="json", exclude=_SEALED) if identity else None,
                "wallet": wallet.model_dump(mode="json", exclude=_OURS),
                "wallet_transactions": _dumped(ledger),
                "withdrawals": _dumped(_withdrawals(work, user.wallet_id, ledger), _OF_STAFF),
                "bookings": [_masked(one) for one in _dumped(bookings)],
                "invoices": _dumped(filter(None, (work.invoices.of_booking(one.booking_id) for one in bookings))),
                "payments": _dumped(work.payments.of_user(user_id, LOOKED_AT)),
                "notifications": _dumped(work.notifications.newest(user_id, LOOKED_AT), _PUSHING),
                "alerts": _dumped(work.alerts.of_user(user_id)),
                "support_tickets": [_ticket(work, one) for one in work.tickets.of_user(user_id, LOOKED_AT)],
                "account_history": _dumped(work.logs.by_actor(user_id, LOOKED_AT)),
            }


def _person(user: User) -> dict[str, Any]:
    """Why the desk closed an account is the desk's own: who is suspected would be warned."""
    told = user.model_dump(mode="json", exclude={*_OURS, "identity"})
    told["closed_by"] = user.closed_by if user.closed_by in ("", SELF) else "desk"
    return told | {"has_password": user.password_hash is not None}


def _withdrawals(work: UnitOfWork, wallet_id: WalletId, ledger: Iterable[WalletTransaction]) -> Iterable[Withdrawal]:
    """In the order in which their money left the wallet; one that came to nothing is in the ledger twice. The last is
    what is only thought about."""
    ids = dict.fromkeys(row.reference_id for row in ledger if row.source is TxnSource.WITHDRAWAL)
    asked = [work.withdrawals.find(WithdrawalId(one)) for one in ids]
    return filter(None, (*asked, work.withdrawals.drafted(wallet_id)))


def _dumped(rows: Iterable[Entity], left_out: set[str] = _OURS) -> list[dict[str, Any]]:
    return [row.model_dump(mode="json", exclude=left_out) for row in rows]


def _masked(booking: dict[str, Any]) -> dict[str, Any]:
    """A document that was shown for a passenger, by its end only."""
    for person in booking["passengers"]:
        if person.get("id_proof"):
            person["id_proof"] = masked_proof(person["id_proof"])
    return booking


def _ticket(work: UnitOfWork, ticket: Ticket) -> dict[str, Any]:
    """With what both sides said; notes of the desk are its own."""
    thread = [_told(one) for one in work.tickets.thread(ticket) if one.kind is not ResponseKind.NOTE]
    return ticket.model_dump(mode="json", include=_TICKET) | {"thread": thread}


def _told(response: Response) -> dict[str, Any]:
    """Its words, and what kind of file was with them: the file itself lies at Telegram, in the chat."""
    who = "passenger" if response.by_passenger else "support"
    told = {"by": who, "at": response.timestamp.isoformat(), "kind": response.kind.value, "message": response.message}
    file = response.attachment
    return told | ({"file": {"kind": file.kind, "name": file.name}} if file else {})
