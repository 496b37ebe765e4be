"""Approvals that wait for a second person, calls for that person, and the questions that staff were asked."""

from datetime import datetime, timedelta

from domain.approvals import Approval, ApprovalStatus, Call
from domain.errors import Conflict
from domain.ids import ChatId
from domain.questions import OPEN_FOR, Question
from storage.entities import Entities
from storage.items import dump, encode, load
from storage.keys import approval_key, call_key, pending_approval_key, question_key
from storage.transaction import Transaction
from storage.writes import Write, delete, put

CALLS_KEPT = timedelta(days=7)  # without a staff group nobody takes them off the list
_FREE = "attribute_exists(PK) AND (attribute_not_exists(taken_until) OR taken_until <= :now)"


class Approvals:
    """See domain.ports.desk.Approvals."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._approvals = Entities(transaction, "wallets", Approval, lambda one: approval_key(one.approval_id))
        self._rows = transaction.rows("wallets")

    def find(self, approval_id: str) -> Approval | None:
        row = self._rows.get(approval_key(approval_id))
        return self._approvals.loaded(row) if row else None

    def pending(self, limit: int = 50) -> list[Approval]:
        listed = {"all": pending_approval_key("")[0]}
        # The newest of all: those that nobody decided stay on the list and must not hide them.
        rows = list(self._rows.query("PK = :all", listed, newest_first=True, limit=limit))
        found = [self.find(row["SK"]["S"]) for row in reversed(rows)]
        return [approval for approval in found if approval]

    def add(self, approval: Approval) -> None:
        self._approvals.add(approval)
        self._transaction.add(put("wallets", pending_approval_key(approval.approval_id), {}))

    def save(self, approval: Approval) -> None:
        self._approvals.save(approval)
        if approval.status is not ApprovalStatus.PENDING:
            self._transaction.add(delete("wallets", pending_approval_key(approval.approval_id)))

    def call(self, call: Call, now: datetime) -> None:
        ends = {"ttl": encode(int((now + CALLS_KEPT).timestamp()))}
        self._transaction.add(put("inventory", call_key(call.call_id), dump(call) | ends))

    def calls(self, limit: int = 100) -> list[Call]:
        listed = {"list": call_key("")[0]}
        rows = self._transaction.rows("inventory").query("PK = :list", listed, limit=limit)
        return [load(Call, row) for row in rows]

    def take_call(self, call: Call, now: datetime, until: datetime) -> bool:
        taken = {"taken_until": encode(until)}
        row = call_key(call.call_id)
        try:
            self._transaction.now(Write("Update", "inventory", row, taken, condition=_FREE, values={"now": now}))
        except Conflict:
            return False
        return True

    def called(self, call: Call) -> None:
        self._transaction.add(delete("inventory", call_key(call.call_id)))


class Questions:
    """See domain.ports.desk.Questions."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._rows = transaction.rows("sessions")

    def ask(self, question: Question) -> None:
        ends = {"ttl": encode(int((question.asked_at + OPEN_FOR).timestamp()))}
        self._transaction.now(put("sessions", question_key(question.telegram_id), dump(question) | ends))

    def of(self, telegram_id: ChatId, now: datetime) -> Question | None:
        row = self._rows.get(question_key(telegram_id))
        question = load(Question, row) if row else None
        return question if question and now < question.asked_at + OPEN_FOR else None

    def close(self, telegram_id: ChatId) -> None:
        self._transaction.now(delete("sessions", question_key(telegram_id)))
