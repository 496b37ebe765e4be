"""Attempts to pay for a held booking: one open at a time, each with a link and a part of the wallet of its own."""

from contextlib import suppress
from datetime import datetime, timedelta
from decimal import Decimal

from domain.bookings import PAID, Booking, BookingStatus
from domain.errors import Conflict, Problem
from domain.ids import BookingId, PaymentId, new_id
from domain.payments import LEAST, NOTHING, UNTOLD, GatewayPayment, Payment, PaymentStatus
from domain.ports import UnitOfWork, Units
from domain.services.berths import together
from domain.services.first_attempts import attempt_of, unbegun
from domain.services.settling import confirm
from domain.services.wallet_parts import drawn

LEAST_TIME_TO_PAY = timedelta(minutes=15, seconds=15)  # gateways refuse less than 15 minutes, by their own clock


class Attempts:
    """Each call is one transaction, to be run again after a Conflict."""

    def __init__(self, units: Units, hold: timedelta) -> None:
        self._units = units
        self._hold = hold

    def begun(self, booking: Booking, now: datetime) -> Payment:
        """The open attempt, stored from now on, for money may come by it; as it is if it has a link. Its hold is
        prolonged if so little is left of it that the gateway would refuse: a link lives 15 minutes at least. Only an
        attempt without a link gets more time, and a booking at most once over. Problem `hold-over`."""
        first = unbegun(booking)
        if first and first.expires_at - now >= LEAST_TIME_TO_PAY:
            with suppress(Conflict), self._units() as work:
                return _stored(work, first)
        with self._units() as work:
            return self._begun(work, booking, now)

    def _begun(self, work: UnitOfWork, booking: Booking, now: datetime) -> Payment:
        work.expect(booking=booking.booking_id, payment=booking.payment_id)
        bookings = together(work, work.bookings.get(booking.booking_id))
        payment = attempt_of(work, bookings)
        if payment.link_url:
            return payment
        _check_open(bookings, payment)
        until = min(now + self._hold, bookings[0].created_at + 2 * self._hold)
        short = payment.expires_at - now < LEAST_TIME_TO_PAY <= until - now
        if payment.rev and not short:
            return payment
        if short:
            payment = payment.but(expires_at=until, updated_at=now)
            for held in bookings:
                work.bookings.save(held.but(hold_until=until, updated_at=now))
        return _stored(work, payment)

    def pay_rest(self, booking_id: BookingId, closed: str | None, now: datetime) -> Booking | str:
        """The booking, paid from the wallet as far as that has not paid already; or the id of a link that must be
        closed first, being another than `closed`. Problem `wallet-short`, `wallet-suspended` or `hold-over`."""
        with self._units() as work:
            if (paid := work.bookings.get(booking_id)).booking_status in PAID:
                return paid
            bookings, payment = _open(work, booking_id, now)
            user = drawn(work, work.users.get(payment.user_id), payment.link_amount, payment.payment_id, now)
            if payment.link_id and payment.link_id != closed:
                return payment.link_id
            paid_whole = payment.but(wallet_part=payment.amount)
            money = GatewayPayment(f"wallet-{payment.payment_id}", NOTHING, "wallet", "captured")
            confirm(work, user, bookings, paid_whole, money, now)
            work.commit()
            return work.bookings.get(booking_id)

    def pay_part(self, booking_id: BookingId, part: Decimal, closed: str | None, now: datetime) -> Booking | str:
        """The booking with `part` rupees of it paid from the wallet, in a new attempt; as it is if a part has been
        paid. Else as `pay_rest`."""
        with self._units() as work:
            if (booking := work.bookings.get(booking_id)).booking_status in PAID:
                return booking
            bookings, payment = _open(work, booking_id, now)
            if payment.wallet_part:
                return booking
            if not NOTHING < part <= payment.amount - LEAST:
                raise Problem("wallet-short")
            fresh = _new_attempt(payment, part, now)
            user = drawn(work, work.users.get(payment.user_id), part, fresh.payment_id, now)
            if payment.link_id and payment.link_id != closed:
                return payment.link_id
            work.users.save(user)
            _replace(work, bookings, payment, fresh, now)
            work.commit()
            return work.bookings.get(booking_id)

    def renew(self, booking_id: BookingId, closed: str, now: datetime) -> None:
        """Another attempt in place of the one whose link is closed, with the wallet's part of that put back; nothing if
        the time to pay is over, or it is not that link any more."""
        with self._units() as work:
            try:
                bookings, payment = _open(work, booking_id, now)
            except Problem:
                return
            if payment.link_id != closed:
                return
            if part := payment.wallet_part:
                work.users.save(drawn(work, work.users.get(payment.user_id), -part, payment.payment_id, now))
            _replace(work, bookings, payment, _new_attempt(payment, NOTHING, now), now)
            work.commit()


def _open(work: UnitOfWork, booking_id: BookingId, now: datetime) -> tuple[tuple[Booking, ...], Payment]:
    """The bookings that are held and paid together, and their open attempt; Problem `hold-over`, also for those whose
    time is over but which nobody ended yet."""
    bookings = together(work, work.bookings.get(booking_id))
    payment = attempt_of(work, bookings)
    _check_open(bookings, payment)
    if bookings[0].hold_until <= now:
        raise Problem("hold-over")
    return bookings, payment


def _check_open(bookings: tuple[Booking, ...], payment: Payment) -> None:
    """Problem `hold-over` unless the bookings wait for this payment."""
    if bookings[0].booking_status is not BookingStatus.HELD or payment.payment_status is not PaymentStatus.PENDING:
        raise Problem("hold-over")


def _stored(work: UnitOfWork, payment: Payment) -> Payment:
    """The payment, and what else waits in this unit of work, as stored now."""
    work.payments.save(payment)
    work.commit()
    return payment.but(rev=payment.rev + 1)


def _new_attempt(former: Payment, wallet_part: Decimal, now: datetime) -> Payment:
    return Payment(
        payment_id=PaymentId(new_id(now)),
        user_id=former.user_id,
        booking_id=former.booking_id,
        amount=former.amount,
        payment_method=UNTOLD,
        wallet_part=wallet_part,
        expires_at=former.expires_at,
        initiated_at=now,
        created_at=now,
        updated_at=now,
    )


def _replace(work: UnitOfWork, bookings: tuple[Booking, ...], former: Payment, fresh: Payment, now: datetime) -> None:
    """The former is over, and the fresh one is the one to be paid."""
    work.payments.save(former.moved(PaymentStatus.FAILED, completed_at=now, updated_at=now))
    work.payments.add(fresh)
    for booking in bookings:
        work.bookings.save(booking.but(payment_id=fresh.payment_id, updated_at=now))
