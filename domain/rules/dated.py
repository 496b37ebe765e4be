"""Dated rules: which of the rule sets that came one after another is in force on a day."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol, TypeVar


class Dated(Protocol):
    """A set of rules that holds from a day on, until the next one does."""

    @property
    def valid_from(self) -> date: ...


Rules = TypeVar("Rules", bound=Dated)


def in_force(rules: Sequence[Rules], on: date | None = None) -> Rules:
    """Of rule sets from the oldest on, that of a day: the newest if no day is given, the first before them all."""
    if on is None:
        return rules[-1]
    return next((each for each in reversed(rules) if each.valid_from <= on), rules[0])
