"""Approvals that wait for a second person, and the questions that staff were asked."""

from datetime import datetime

from domain.approvals import Approval, ApprovalStatus
from domain.ids import ChatId
from domain.questions import OPEN_FOR, Question
from storage.entities import Entities
from storage.items import dump, encode, load
from storage.keys import approval_key, pending_approval_key, question_key
from storage.transaction import Transaction
from storage.writes import delete, put


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
        rows = self._rows.query("PK = :all", {"all": pending_approval_key("")[0]}, limit=limit)
        found = [self.find(row["SK"]["S"]) for row in rows]
        return [approval for approval in found if approval]

    def add(self, approval: Approval) -> None:
        self._approvals.add(approval)
        self._transaction.add(put("wallets", pending_approval_key(approval.approval_id), {}))

    def save(self, approval: Approval) -> None:
        self._approvals.save(approval)
        if approval.status is not ApprovalStatus.PENDING:
            self._transaction.add(delete("wallets", pending_approval_key(approval.approval_id)))


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
