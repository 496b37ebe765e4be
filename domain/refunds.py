"""Refunds: what comes back to each passenger of a ticket that is given up, and by which rule.

The rows of the railway rules, "Refunds", are tried from the top down for each passenger. All amounts are rupees to the
paisa and of the ticket alone: the convenience fee and the insurance never come back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from domain.quotas import Quota
from domain.rules.refund_rules import Band, RefundRules, refund_rules_on

PAISA = Decimal("0.01")
NOTHING = Decimal(0)


class Standing(StrEnum):
    """Where a passenger stands when the ticket is given up."""

    CONFIRMED = "CNF"
    RAC = "RAC"
    WAITING = "WL"


class Event(StrEnum):
    """What happened to the train or the ticket, if it was not the passenger who gave it up."""

    TRAIN_CANCELLED = "train-cancelled"
    LATE = "late"  # over 3 hours late or diverted, and not travelled
    CHART = "chart"


class Rule(StrEnum):
    """By which row of the table; wordings are by these names."""

    TRAIN_CANCELLED = "train-cancelled"  # 1
    LATE = "late"  # 2
    TATKAL = "tatkal"  # 3
    ASSURED = "assured"  # 4
    FLAT = "flat"  # 5
    PART = "part"  # 6 and 7
    TOO_LATE = "too-late"  # 8
    CLERKAGE = "clerkage"  # 9
    CLERKAGE_TOO_LATE = "clerkage-too-late"  # 9
    CHART = "chart"  # 10
    PARTLY_CONFIRMED = "partly-confirmed"  # 11


@dataclass(frozen=True, slots=True)
class Cancellation:
    """What is the same for all on a ticket: `ahead` is how long before the scheduled departure it is given up (less
    than nothing: after it), `on` the day of that; the class by its code, FC too."""

    travel_class: str
    ahead: timedelta
    on: date
    train_type: str = ""
    quota: Quota = Quota.GENERAL
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Refund:
    """One passenger's share: what was paid for the ticket, what of it is kept, what comes back, and why. `part` is the
    part of the fare that the rule takes, where it takes one."""

    fare: Decimal
    deduction: Decimal
    rule: Rule
    part: Decimal | None = None

    @property
    def refund(self) -> Decimal:
        return self.fare - self.deduction


@dataclass(frozen=True, slots=True)
class PartyRefund:
    """A whole ticket's, a line for each passenger in the order given."""

    lines: tuple[Refund, ...]

    @property
    def fare(self) -> Decimal:
        return sum((line.fare for line in self.lines), NOTHING)

    @property
    def deduction(self) -> Decimal:
        return sum((line.deduction for line in self.lines), NOTHING)

    @property
    def refund(self) -> Decimal:
        return sum((line.refund for line in self.lines), NOTHING)


def refund(standing: Standing, fare: Decimal, cancelled: Cancellation) -> Refund:
    """What comes back to one passenger who paid `fare` rupees for the ticket, judged alone (rows 1 to 9, and 10 for a
    single passenger on the waiting list). Raises ValueError for a fare below nothing."""
    return party_refund([(standing, fare)], cancelled).lines[0]


def party_refund(
    party: Sequence[tuple[Standing, Decimal]], cancelled: Cancellation, *, all_given_up: bool = True
) -> PartyRefund:
    """What comes back to these passengers of one ticket, who are given up together: for each where he stands and what
    he paid. `all_given_up`: nobody is left on the ticket; only then do rows 10 and 11 count.
    Raises ValueError for a fare below nothing."""
    rules = refund_rules_on(cancelled.on)
    whole = _of_whole_party({standing for standing, _ in party}, cancelled, rules) if all_given_up else None
    return PartyRefund(tuple(_line(standing, fare, cancelled, rules, whole) for standing, fare in party))


def _of_whole_party(standings: Iterable[Standing], cancelled: Cancellation, rules: RefundRules) -> Rule | None:
    """Rows 10 and 11, which hang on everybody's standing. RAC counts as the waiting list does (Rules of 2015)."""
    standings = set(standings)
    if cancelled.event is Event.CHART and standings == {Standing.WAITING}:
        return Rule.CHART
    if Standing.CONFIRMED in standings and len(standings) > 1 and cancelled.ahead >= rules.clerkage_ahead:
        return Rule.PARTLY_CONFIRMED
    return None


def _line(standing: Standing, fare: Decimal, cancelled: Cancellation, rules: RefundRules, whole: Rule | None) -> Refund:
    """One passenger's share, never less than nothing and never more than was paid."""
    if fare < 0:
        raise ValueError("a fare below nothing")
    charge, rule, part = _charge(standing, fare, cancelled, rules, whole)
    return Refund(fare, min(charge.quantize(PAISA, ROUND_HALF_UP), fare), rule, part)


def _charge(
    standing: Standing, fare: Decimal, cancelled: Cancellation, rules: RefundRules, whole: Rule | None
) -> tuple[Decimal, Rule, Decimal | None]:
    """The first row that fits: what it takes, which it is, and what part of the fare it takes if it takes one."""
    if cancelled.event is Event.TRAIN_CANCELLED:
        return NOTHING, Rule.TRAIN_CANCELLED, None
    if cancelled.event is Event.LATE:
        return NOTHING, Rule.LATE, None
    confirmed = standing is Standing.CONFIRMED
    if confirmed and cancelled.quota is Quota.TATKAL:
        return fare, Rule.TATKAL, None
    clerkage = rules.with_gst(rules.clerkage, cancelled.travel_class)
    if whole is not None:
        return clerkage, whole, None
    if confirmed:
        return _confirmed(fare, cancelled, rules)
    if cancelled.ahead >= rules.clerkage_ahead:
        return clerkage, Rule.CLERKAGE, None
    return fare, Rule.CLERKAGE_TOO_LATE, None


def _confirmed(fare: Decimal, cancelled: Cancellation, rules: RefundRules) -> tuple[Decimal, Rule, Decimal | None]:
    """Rows 4 to 8: by how long before departure."""
    if (bands := rules.assured_bands(cancelled.train_type, cancelled.travel_class)) is not None:
        band = _band(bands, cancelled.ahead)
        part = band.part if band else Decimal(1)
        return fare * part, Rule.ASSURED, part
    band = _band(rules.bands, cancelled.ahead)
    if band is None:
        return fare, Rule.TOO_LATE, None
    flat = rules.with_gst(rules.flat[cancelled.travel_class], cancelled.travel_class)
    if band.part == 0:
        return flat, Rule.FLAT, None
    return max(fare * band.part, flat), Rule.PART, band.part


def _band(bands: tuple[Band, ...], ahead: timedelta) -> Band | None:
    return next((band for band in bands if band.covers(ahead)), None)
