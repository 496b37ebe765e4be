"""Ports of the desk: approvals that wait for a second person, questions that staff were asked, and a day's rows."""

from collections.abc import Iterator
from datetime import datetime
from typing import Protocol, TypeVar

from domain.approvals import Approval, Call
from domain.ids import ChatId, UserId
from domain.model import Entity
from domain.questions import Question

E = TypeVar("E", bound=Entity)


class Approvals(Protocol):
    """Writes wait for the unit's commit. Those that are pending are listed by themselves."""

    def find(self, approval_id: str) -> Approval | None: ...

    def pending(self, limit: int = 50) -> list[Approval]:
        """The latest, in the order in which they were asked for; also those whose time is over."""
        ...

    def add(self, approval: Approval) -> None: ...

    def save(self, approval: Approval) -> None: ...

    def call(self, call: Call, now: datetime) -> None:
        """The staff group shall be told."""
        ...

    def calls(self, limit: int = 100) -> list[Call]:
        """What it has not been told yet."""
        ...

    def take_call(self, call: Call, now: datetime, until: datetime) -> bool:
        """At once: True for the one who tells it, until then; False if another is at it or it has been told."""
        ...

    def called(self, call: Call) -> None:
        """It has been told."""
        ...


class Questions(Protocol):
    """One open question for each of the staff; at once, outside the unit."""

    def ask(self, question: Question) -> None:
        """In place of any other."""
        ...

    def of(self, telegram_id: ChatId, now: datetime) -> Question | None:
        """The one that is open."""
        ...

    def close(self, telegram_id: ChatId) -> None: ...


class Identities(Protocol):
    """Documents that wait for the desk."""

    def waiting(self, limit: int = 20) -> list[UserId]:
        """Whose document waits, the longest first."""
        ...


class Days(Protocol):
    """Reading a day back, for the desk's figures and the reconciler only: it reads whole tables."""

    def changed_since(self, kind: type[E], since: datetime) -> Iterator[E]:
        """All bookings, payments, withdrawals or tickets that were written since then."""
        ...
