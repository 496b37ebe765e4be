"""Day figures: what a day brought, read back from tickets, payments, withdrawals and support as they stand."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from statistics import median
from threading import Lock
from typing import Any, TypeVar

from domain.bookings import WL, Booking
from domain.figures import HOURS, Figures
from domain.ids import PaymentId
from domain.payments import Payment, PaymentPurpose, PaymentStatus, RefundStatus
from domain.payouts import Withdrawal, WithdrawalStatus
from domain.ports import Units
from domain.railtime import INDIA, today
from domain.services.staffing import Hand, Staffing
from domain.staff import Right
from domain.support import ResponseKind, Ticket

NOTHING = Decimal(0)
N = TypeVar("N", int, Decimal)
CAME = frozenset({PaymentStatus.SUCCESS, PaymentStatus.REFUNDED})
FRESH = timedelta(seconds=30)  # for so long a report is good: the words and the picture of one answer are the same


@dataclass(frozen=True, slots=True)
class Support:
    """Tickets that were opened and closed on the day; minutes until the first answer, and hours until it was closed, of
    the middle one of those opened on the day (None while there is none)."""

    opened: int
    closed: int
    first_answer: float | None
    solved: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """`waiting`: tickets sold that day of which somebody still waits; `refunds`: how many were sent back or put into
    wallets, and their sum in rupees; `topped_up`: rupees put into wallets by link."""

    figures: Figures
    waiting: int
    refunds: int
    refunded: Decimal
    topped_up: Decimal
    support: Support


class DayFigures:
    """Whole tables are read for it (of which only what was written since the day began is looked at): passengers pay
    for no counter, and the desk asks seldom. A report is kept for half a minute."""

    def __init__(self, units: Units, staffing: Staffing) -> None:
        self._units = units
        self._staffing = staffing
        self._kept: dict[date, tuple[datetime, Report]] = {}
        self._one_at_a_time = Lock()

    def report(self, hand: Hand, day: date) -> Report:
        """Of a day in India. Problem as Staffing.allow."""
        self._staffing.allow(hand, Right.FIGURES, str(day))
        return self.of(day, hand.now)

    def of(self, day: date, now: datetime) -> Report:
        """The same, for whoever draws it."""
        with self._one_at_a_time:
            made, kept = self._kept.get(day, (None, None))
            if kept is None or made is None or not made <= now < made + FRESH:
                kept = self._read(day, now)
                self._kept = {day: (now, kept)}
            return kept

    def _read(self, day: date, now: datetime) -> Report:
        since = datetime.combine(day, time(), INDIA)
        with self._units() as work:
            payments = list(work.days.changed_since(Payment, since))
            bookings = list(work.days.changed_since(Booking, since))
            sent = list(work.days.changed_since(Withdrawal, since))
            tickets = list(work.days.changed_since(Ticket, since))
        return report(day, now, payments, bookings, sent, tickets)


def report(
    day: date,
    now: datetime,
    payments: Iterable[Payment],
    bookings: Iterable[Booking],
    withdrawals: Iterable[Withdrawal],
    tickets: Iterable[Ticket],
) -> Report:
    """Of what was written on the day or later."""
    payments, bookings = list(payments), list(bookings)
    paid = {each.payment_id: each for each in payments if each.payment_status in CAME and _on(each.completed_at, day)}
    sold = _sold(bookings, paid)
    refunds = [each for payment in payments for each in payment.refunds if _on(each.ended_at, day)]
    out = [(each.ended_at or now, each.amount) for each in refunds if each.status is RefundStatus.PROCESSED]
    sent = [each for each in withdrawals if each.status is WithdrawalStatus.SENT and _on(each.updated_at, day)]
    given = [one for one in bookings if _given_up(one, day)]
    figures = Figures(
        day,
        tickets=_by_hour((payment.completed_at or now, 1) for _, payment in sold),
        money_in=_by_hour((each.completed_at or now, _came(each)) for each in paid.values()),
        money_out=_by_hour([*out, *((each.updated_at, each.amount) for each in sent)]),
        by_class=Counter(one.travel_class for one, _ in sold),
        cancelled=len(given),
        until_hour=now.astimezone(INDIA).hour if day == today(now) else None,
    )
    top_ups = (_came(each) for each in paid.values() if each.purpose is PaymentPurpose.TOPUP)
    refunded = sum((Decimal((one.cancellation_details or {}).get("refund", 0)) for one in given), NOTHING)
    waits = sum(any(person.status == WL for person in one.passengers) for one, _ in sold)
    return Report(figures, waits, len(given), refunded, sum(top_ups, NOTHING), _support(list(tickets), day))


def _sold(bookings: list[Booking], paid: Mapping[PaymentId, Payment]) -> list[tuple[Booking, Payment]]:
    """Tickets with what they were paid with; of two that were paid as one the first has it."""
    own = {one.booking_id: one.payment_id for one in bookings}
    found = (
        (one, paid.get(one.payment_id or own.get(one.lead or one.booking_id) or PaymentId(""))) for one in bookings
    )
    return [(one, payment) for one, payment in found if payment]


def _came(payment: Payment) -> Decimal:
    """Rupees by the link; a ticket of a time when the wallet's part was not kept was paid from the wallet alone."""
    whole = payment.payment_method == "wallet" and not payment.wallet_part
    return NOTHING if whole else payment.link_amount


def _support(tickets: list[Ticket], day: date) -> Support:
    opened = [each for each in tickets if _on(each.created_at, day)]
    answers = [minutes for each in opened if (minutes := _first_answer(each)) is not None]
    solved = [(each.closed_at - each.created_at) / timedelta(hours=1) for each in opened if each.closed_at]
    return Support(
        opened=len(opened),
        closed=sum(_on(each.closed_at, day) for each in tickets),
        first_answer=median(answers) if answers else None,
        solved=median(solved) if solved else None,
    )


def _first_answer(ticket: Ticket) -> float | None:
    """Minutes; None if nobody answered, or if it is so long ago that it has been moved out of the row."""
    if ticket.moved:
        return None
    said = (each for each in ticket.responses if each.kind is ResponseKind.SAID and not each.by_passenger)
    first = next(said, None)
    return (first.timestamp - ticket.created_at) / timedelta(minutes=1) if first else None


def _given_up(booking: Booking, day: date) -> bool:
    at = (booking.cancellation_details or {}).get("cancelled_at")
    return bool(at) and _on(datetime.fromisoformat(str(at)), day)


def _by_hour(amounts: Iterable[tuple[datetime, N]]) -> tuple[N, ...]:
    """Sums for each hour of the day in India."""
    hours: list[Any] = [0] * HOURS
    for at, amount in amounts:
        hours[at.astimezone(INDIA).hour] += amount
    return tuple(hours)


def _on(at: datetime | None, day: date) -> bool:
    return at is not None and today(at) == day
