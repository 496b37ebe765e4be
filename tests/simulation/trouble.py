"""Trouble: at one chosen storage call a process dies, an answer is lost, or somebody else is quicker."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from storage.client import Client
from tests.contract.faulty import READS, WRITES, Call, lost, refused


class Killed(BaseException):
    """The process ends here. No `except Exception` of the program may hold it up."""


class Kind(StrEnum):
    """What happens at the call."""

    DIES_BEFORE = "dies before"
    DIES_AFTER = "dies after"
    REQUEST_LOST = "request lost"
    ANSWER_LOST = "answer lost"
    CONFLICT = "conflict"
    MEANWHILE = "meanwhile"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What happens at which of an operation's storage calls, from 0; `other` is done first if it is MEANWHILE."""

    kind: Kind
    at: int
    other: Callable[[], None] | None = None

    def __str__(self) -> str:
        return f"{self.kind} at call {self.at}"


class Troubled:
    """A client's wrapper. `wrote` is told of every write that was carried out."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._trouble: Trouble | None = None
        self._calls = 0
        self._dead = False
        self.wrote: Callable[[dict[str, Any]], None] = lambda _request: None

    def await_trouble(self, trouble: Trouble | None) -> None:
        """Counts storage calls anew; a dead process has been started again."""
        self._trouble, self._calls, self._dead = trouble, 0, False

    def die(self) -> Killed:
        """From here on no call gets through."""
        self._dead = True
        return Killed()

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._client, name)
        return (lambda **request: self._call(name, real, request)) if name in WRITES | READS else real

    def _call(self, name: str, real: Call, request: dict[str, Any]) -> dict[str, Any]:
        if self._dead:
            raise Killed
        kind = self._due()
        if kind is Kind.DIES_BEFORE:
            raise self.die()
        if kind is Kind.REQUEST_LOST:
            raise lost()
        if kind is Kind.CONFLICT:
            raise _conflict(name, request)
        answer = real(**request)
        if name in WRITES:
            self.wrote(request)
        if kind is Kind.DIES_AFTER:
            raise self.die()
        if kind is Kind.ANSWER_LOST:
            raise lost()
        return answer

    def _due(self) -> Kind | None:
        trouble, call = self._trouble, self._calls
        self._calls += 1
        if trouble is None or call != trouble.at:
            return None
        self._trouble = None
        if trouble.other:
            trouble.other()
        return trouble.kind


def _conflict(name: str, request: dict[str, Any]) -> Exception:
    if name != "transact_write_items":
        return refused("ThrottlingException", name)
    reasons = [{"Code": "TransactionConflict"} for _ in request["TransactItems"]]
    return refused("TransactionCanceledException", name, CancellationReasons=reasons)
