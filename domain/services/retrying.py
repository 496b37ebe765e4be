"""Running a use case again when somebody else was first."""

from collections.abc import Callable
from typing import TypeVar

from domain.errors import Busy, Conflict

T = TypeVar("T")
ATTEMPTS = 40  # a rush on the last berths of a train: every lost race means that somebody else got one


def until_settled(attempt: Callable[[int], T]) -> T:
    """The result of `attempt`, run anew with fresh reads after each Conflict; it is given the number of the attempt.
    Raises Busy when even the last one lost."""
    for number in range(ATTEMPTS):
        try:
            return attempt(number)
        except Conflict as lost:
            reason = lost
    raise Busy(f"lost {ATTEMPTS} races: {reason}") from reason
