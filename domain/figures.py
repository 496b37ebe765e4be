"""Figures: what a day brought, as the desk looks at it: tickets by the hour, money in and out, classes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from domain.trains import TravelClass

HOURS = 24
NOTHING = Decimal(0)
_NO_TICKETS, _NO_MONEY = (0,) * HOURS, (NOTHING,) * HOURS


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one day in India, midnight to midnight. Each of the three tuples has one number an hour: tickets that were
    paid, rupees that came in by link and left to banks and cards (neither is below zero; what moves within wallets is
    not in them). `by_class`: tickets of each class. `until_hour`: the hour (0 to 23) that is running, of a day that is
    not over; None when it is."""

    day: date
    tickets: tuple[int, ...] = _NO_TICKETS
    money_in: tuple[Decimal, ...] = _NO_MONEY
    money_out: tuple[Decimal, ...] = _NO_MONEY
    by_class: Mapping[TravelClass, int] = field(default_factory=dict)
    cancelled: int = 0
    until_hour: int | None = None

    def __post_init__(self) -> None:
        """Raises ValueError for a tuple that does not have an entry for each hour."""
        if {len(self.tickets), len(self.money_in), len(self.money_out)} != {HOURS}:
            raise ValueError(f"figures need {HOURS} hours")

    @property
    def ticket_count(self) -> int:
        return sum(self.tickets)

    @property
    def total_in(self) -> Decimal:
        return sum(self.money_in, NOTHING)

    @property
    def total_out(self) -> Decimal:
        return sum(self.money_out, NOTHING)
