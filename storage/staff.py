"""The roster of staff, and which acts of the staff group have been done."""

from datetime import datetime, timedelta

from domain.errors import Conflict
from domain.ids import ChatId
from domain.staff import Staff
from storage.entities import Entities
from storage.items import encode
from storage.keys import act_claim, guest_claim, roster_key, staff_key
from storage.transaction import Transaction
from storage.writes import delete, put

_ACTS_KEPT = timedelta(days=3)  # Telegram brings an update again for a day


class Roster:
    """See domain.ports.support.Roster."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._staff = Entities(transaction, "users", Staff, lambda staff: staff_key(staff.telegram_id))
        self._rows = transaction.rows("users")
        self._acts = transaction.rows("sessions")

    def get(self, telegram_id: ChatId) -> Staff | None:
        row = self._rows.get(staff_key(telegram_id))
        return self._staff.loaded(row) if row else None

    def all(self) -> list[Staff]:
        rows = self._rows.query("PK = :all", {"all": "STAFF"})
        found = (self.get(ChatId(int(row["SK"]["S"]))) for row in rows)
        return [staff for staff in found if staff]

    def add(self, staff: Staff) -> None:
        self._staff.add(staff)
        self._transaction.add(put("users", roster_key(staff.telegram_id), {"since": encode(staff.created_at)}))

    def save(self, staff: Staff) -> None:
        self._staff.save(staff)

    def remove(self, staff: Staff) -> None:
        self._transaction.add(delete("users", staff_key(staff.telegram_id)))
        self._transaction.add(delete("users", roster_key(staff.telegram_id)))

    def greet(self, telegram_id: ChatId) -> bool:
        try:
            self._transaction.now(put("users", guest_claim(telegram_id), {}, rev=0))
        except Conflict:
            return False
        return True

    def was_done(self, update_id: int) -> bool:
        return self._acts.get(act_claim(update_id)) is not None

    def done(self, update_id: int, now: datetime) -> None:
        ends = int((now + _ACTS_KEPT).timestamp())
        self._transaction.add(put("sessions", act_claim(update_id), {"ttl": encode(ends)}, rev=0))
