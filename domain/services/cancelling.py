"""Cancelling: passengers leave a ticket, their berths go to whoever waits, and the money comes back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from domain.bookings import CAN, CNF, NOSB, PAID, RAC, WL, Booking, BookingStatus
from domain.catalogue import Catalogue
from domain.errors import Conflict, Problem
from domain.ids import BookingId, UserId
from domain.notifications import Notification, NotifType, news
from domain.payments import LEAST, Payment, PaymentStatus, refund_status
from domain.ports import UnitOfWork, Units
from domain.railtime import today
from domain.refunds import NOTHING, Cancellation, Event, PartyRefund, Standing, party_refund
from domain.services.berths import free_berths, together
from domain.services.promoting import Promoting
from domain.services.retrying import until_settled
from domain.services.wallets import credit
from domain.wallets import TxnSource

LATE_MINUTES = 180  # more than this: all comes back to who does not travel (railway rules, "Refunds", row 2)


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the passenger was shown: the refund (None: none was) and how much of it goes back to its source, rupees."""

    refund: Decimal | None
    to_source: Decimal


@dataclass(frozen=True, slots=True)
class _Leaving:
    """Who leaves a ticket (places in the booking, from 0), when, for what, and what comes back for them."""

    booking: Booking
    passengers: tuple[int, ...]
    refund: PartyRefund
    event: Event | None
    now: datetime


class CancellingService:
    """Every call may be repeated: a passenger is cancelled, and paid back, once."""

    def __init__(self, catalogue: Callable[[], Catalogue], units: Units, promoting: Promoting) -> None:
        self._catalogue = catalogue
        self._units = units
        self._promoting = promoting

    def quote(
        self, booking: Booking, passengers: Sequence[int], now: datetime, event: Event | None = None
    ) -> PartyRefund:
        """What would come back, a line for each of these passengers (places in the booking, from 0), in their order:
        all of the fare if the railway has cancelled the train, whoever gives the ticket up.
        Problem `cancelled-already` if one of them has left or is named twice, `train-has-left` after departure,
        `child-left-alone` if a child without a berth would stay with nobody of 12 or more."""
        with self._units() as work:
            event = _happened(work, booking, event, now)
        return self._refund(booking, passengers, now, event)

    def source_part(self, booking: Booking, refund: Decimal) -> tuple[Decimal, str]:
        """How much of a refund can go back to where it was paid from, in rupees, and what that is (upi, card,
        netbanking, wallet): never more than the gateway took and has not been asked to send back. What was paid from
        the wallet goes there."""
        with self._units() as work:
            return _source_part(work, booking, refund)

    def _refund(self, booking: Booking, passengers: Sequence[int], now: datetime, event: Event | None) -> PartyRefund:
        people = booking.passengers
        gone = any(people[index].status == CAN for index in passengers)
        if not passengers or gone or len(set(passengers)) < len(passengers):
            raise Problem("cancelled-already")
        if booking.booking_status not in PAID:
            raise Problem("cancelled-already")
        if booking.departure_at <= now and event is None:
            raise Problem("train-has-left")
        train = self._catalogue().train(booking.train_id)
        cancelled = Cancellation(
            booking.travel_class,
            booking.departure_at - timedelta(minutes=booking.late) - now,  # rules go by the timetable
            today(now),
            train.type if train else "",
            booking.quota,
            event,
        )
        party = [(_standing(booking, index), booking.paid_by(people[index])) for index in passengers]
        left = [person for person in people if person.status != CAN]
        _check_who_stays(booking, passengers)
        return party_refund(party, cancelled, all_given_up=len(left) == len(passengers))

    def cancel(
        self,
        booking_id: BookingId,
        user_id: UserId,
        passengers: Sequence[int],
        now: datetime,
        shown: Decimal | None = None,
        event: Event | None = None,
        to_source: Decimal = NOTHING,
    ) -> Booking:
        """The booking without these passengers, their refund in the wallet, or `to_source` rupees of it on their way
        back to where they were paid from. `shown` is the refund they agreed to: Problem `refund-changed` if it is
        another by now, or its part that can go back is; else as `quote`, and `no-such-booking`."""
        agreed = Agreed(shown, to_source)
        cancel = partial(self._cancel_once, booking_id, user_id, tuple(passengers), now, agreed, event)
        booking = until_settled(cancel)
        self._promoting.promote(booking.run_key, now)
        return booking

    def _cancel_once(
        self,
        booking_id: BookingId,
        user_id: UserId,
        passengers: tuple[int, ...],
        now: datetime,
        agreed: Agreed,
        event: Event | None,
        _: int,
    ) -> Booking:
        with self._units() as work:
            booking = work.bookings.get(booking_id)
            if booking.user_id != user_id:
                raise Problem("no-such-booking")
            event = _happened(work, booking, event, now)
            leaving = _Leaving(booking, passengers, self._refund(booking, passengers, now, event), event, now)
            _check_agreed(work, leaving, agreed)
            free_berths(work, booking, passengers)
            payment = _pay_back(work, leaving, agreed.to_source)
            work.bookings.save(_without(leaving, payment))
            if event is not None and not (event is Event.LATE and agreed.refund is not None):  # they have just seen it
                work.notifications.add(_news(work, leaving, event))
            work.commit()
            return work.bookings.get(booking_id)


def _check_agreed(work: UnitOfWork, leaving: _Leaving, agreed: Agreed) -> None:
    """Problem `refund-changed` if the passenger was shown another refund, or another part that can go back."""
    refund = leaving.refund.refund
    if agreed.refund not in (None, refund):
        raise Problem("refund-changed")
    if agreed.to_source and _source_part(work, leaving.booking, refund)[0] != agreed.to_source:
        raise Problem("refund-changed")


def _pay_back(work: UnitOfWork, leaving: _Leaving, to_source: Decimal) -> Payment | None:
    """Into the wallet, with its ledger row, but for what goes back to its source. The payment as it is then."""
    booking, refund = leaving.booking, leaving.refund.refund
    if refund > to_source:
        user = work.users.get(booking.user_id)
        credit(work, user, TxnSource.REFUND, refund - to_source, booking.booking_id, leaving.now)
    if booking.payment_id is None:
        return None
    tied = together(work, booking)
    before = work.payments.get(booking.payment_id)
    if to_source > before.refundable:
        raise Conflict("the payment was read after somebody else had sent money back")
    payment = before.sent_back(booking.booking_id, to_source, leaving.now) if to_source else before
    payment = _refunded_if_nobody_stays(payment, leaving, tied)
    # That of two tickets is written each time, so that of two who leave at once the second sees the first.
    if payment != before or len(tied) > 1:
        work.payments.save(payment.but(updated_at=leaving.now))
    return payment


def _refunded_if_nobody_stays(payment: Payment, leaving: _Leaving, tied: Sequence[Booking]) -> Payment:
    """It is refunded once nobody is left on what it paid for, if anything has come back."""
    people = [person for one in tied for person in one.passengers if person.status != CAN]
    back = leaving.refund.refund + sum((_refunded(one) for one in tied), NOTHING)
    nobody_stays = len(people) == len(leaving.passengers)
    if payment.payment_status is PaymentStatus.SUCCESS and back and nobody_stays:
        return payment.moved(PaymentStatus.REFUNDED)
    return payment


def _standing(booking: Booking, index: int) -> Standing:
    """Where this passenger stands; a child without a berth as the best placed of those it travels with."""
    statuses = {person.status for person in booking.passengers}
    own = booking.passengers[index].status
    return Standing(own if own != NOSB else next((status for status in (CNF, RAC) if status in statuses), WL))


def _check_who_stays(booking: Booking, leaving: Sequence[int]) -> None:
    """No child without a berth is left with nobody to travel with."""
    stay = [p for n, p in enumerate(booking.passengers) if n not in leaving and p.status != CAN]
    child = next((person for person in stay if person.status == NOSB), None)
    if child and not any(person.minds_children for person in stay):
        raise Problem("child-left-alone", name=child.name)


def _happened(work: UnitOfWork, booking: Booking, event: Event | None, now: datetime) -> Event | None:
    """That the train does not run counts before all else; then that it will leave more than 3 hours late."""
    if work.runs.cancelled(booking.run_key):
        return Event.TRAIN_CANCELLED
    if event is None and booking.late > LATE_MINUTES and now < booking.departure_at:
        return Event.LATE
    return event


def _other(work: UnitOfWork, booking: Booking) -> Booking | None:
    """Of a journey with a change, the ticket of the other train, if it is still good."""
    tied = (one for one in together(work, booking) if one.booking_id != booking.booking_id)
    return next((one for one in tied if one.booking_status in PAID), None)


def _news(work: UnitOfWork, leaving: _Leaving, event: Event) -> Notification:
    """What the railway did, and why, for who did not ask for it; and that the other ticket of the same journey stays
    good."""
    booking = leaving.booking
    args = {"amount": str(leaving.refund.refund), "pnr": booking.pnr}
    title = f"told-{event.value}"
    if event is Event.TRAIN_CANCELLED:
        cancelled = work.runs.cancelled(booking.run_key)
        args["reason"] = cancelled.reason if cancelled else ""
        if other := _other(work, booking):
            title += "-onward"
            args |= {"other": other.pnr, "other_train": other.train_name, "other_number": other.train_id}
    return news(booking.user_id, NotifType.PAYMENT, title, booking.booking_id, leaving.now, **args)


def _refunded(booking: Booking) -> Decimal:
    """What has come back for it so far."""
    return Decimal((booking.cancellation_details or {}).get("refund", 0))


def _source_part(work: UnitOfWork, booking: Booking, refund: Decimal) -> tuple[Decimal, str]:
    if booking.payment_id is None:
        return NOTHING, ""
    payment = work.payments.get(booking.payment_id)
    part = min(refund, payment.refundable)
    return (part if part >= LEAST else NOTHING), payment.payment_method


def _without(leaving: _Leaving, payment: Payment | None) -> Booking:
    """The booking after it, with the refund of each kept beside those of earlier cancellations."""
    booking = leaving.booking
    people = list(booking.passengers)
    for index in leaving.passengers:
        people[index] = people[index].but(status=CAN)
    details = _details(leaving)
    back = details["refund"]
    refunds = payment.of_booking(booking.booking_id) if payment else ()
    changed = booking.but(
        passengers=tuple(people),
        cancellation_details=details,
        refund_status=refund_status(refunds, back),
        updated_at=leaving.now,
    )
    if any(person.status != CAN for person in people):
        return changed
    changed = changed.moved(BookingStatus.CANCELLED)
    return changed.moved(BookingStatus.REFUNDED) if back else changed


def _details(leaving: _Leaving) -> dict[str, Any]:
    before: dict[str, Any] = leaving.booking.cancellation_details or {}
    lines = [
        {"passenger": index, "refund": line.refund, "deduction": line.deduction, "rule": line.rule.value}
        for index, line in zip(leaving.passengers, leaving.refund.lines, strict=True)
    ]
    return {
        "cancelled_at": leaving.now.isoformat(),
        "event": leaving.event.value if leaving.event else "passenger",
        "lines": [*before.get("lines", ()), *lines],
        "refund": _refunded(leaving.booking) + leaving.refund.refund,
    }
