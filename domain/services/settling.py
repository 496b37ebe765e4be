"""Settling: money that arrives pays for what it was meant for, or is the passenger's in the wallet; once, and told."""

from contextlib import suppress
from datetime import datetime
from typing import Any

from domain.adminlog import SYSTEM, LogEntry, entry
from domain.bookings import Booking, BookingStatus
from domain.errors import Conflict, Problem
from domain.ids import LogId, PaymentId
from domain.masking import masked
from domain.notifications import Notification, NotifType, news
from domain.payments import NOTHING, UNTOLD, GatewayPayment, Payment, PaymentStatus
from domain.ports import UnitOfWork, Units
from domain.railtime import INDIA
from domain.services.berths import take_berths, together
from domain.services.first_attempts import paid_by
from domain.services.promoting import Promoting
from domain.services.retrying import until_settled
from domain.services.stranding import told_or_called
from domain.services.wallet_parts import drawn
from domain.services.wallets import credit
from domain.users import DELETED, User
from domain.wallets import TxnSource

UNPAID = frozenset({PaymentStatus.PENDING, PaymentStatus.FAILED})


class Settling:
    """Every call may be repeated and may race with any other: money counts once, by the payment's own row. No gateway
    is asked, so that a webhook is answered as fast as the store writes."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._promoting = Promoting(units)

    def settle(self, payment_id: PaymentId, money: GatewayPayment, now: datetime) -> None:
        """Money has arrived for this payment. It confirms the booking (one whose hold is over, if berths are still to
        be had and what the wallet paid of it still is), or goes to the wallet, told and with a row in the admin log;
        never both, never twice. NotFound if the payment is none of ours."""
        self._promoting.until_settled(lambda attempt: self._settle_once(payment_id, money, now, attempt), now)

    def fail(self, payment_id: PaymentId, money: GatewayPayment, now: datetime) -> None:
        """An attempt at the gateway failed: told once, while there is time for another. Nothing is given up for it.
        NotFound if the payment is none of ours."""
        until_settled(lambda _: self._fail_once(payment_id, money, now))

    def note_unknown(self, money: GatewayPayment, now: datetime) -> None:
        """Money that came for nothing we know: a row in the admin log, once."""
        told = entry(
            "payment-unknown", SYSTEM, money.payment_id, now, amount=str(money.amount), reference=money.reference_id
        )
        log_once(self._units, told, money.payment_id)

    def _settle_once(self, payment_id: PaymentId, money: GatewayPayment, now: datetime, attempt: int) -> None:
        with self._units() as work:
            if booking_id := paid_by(payment_id):
                work.expect(payment=payment_id, booking=booking_id)
            payment = work.payments.get(payment_id)
            if payment.knows(money.payment_id):
                return
            fits = payment.payment_status in UNPAID and money.amount == payment.link_amount
            if fits and _honour(work, payment, money, attempt, now):
                work.commit()
                return
        with self._units() as work:  # a new one: berths that were chosen for one of two tickets are not taken
            payment = work.payments.get(payment_id)
            if not payment.knows(money.payment_id):
                _to_wallet(work, payment, money, now)
                work.commit()

    def _fail_once(self, payment_id: PaymentId, money: GatewayPayment, now: datetime) -> None:
        with self._units() as work:
            payment = work.payments.get(payment_id)
            known = payment.knows(money.payment_id) or money.payment_id in payment.failed_references
            if known or payment.payment_status is not PaymentStatus.PENDING:
                return
            until = payment.expires_at
            if payment.booking_id is not None:
                booking = work.bookings.get(payment.booking_id)
                if booking.booking_status is not BookingStatus.HELD or booking.payment_id != payment_id:
                    return
                until = booking.hold_until
            if until <= now:
                return
            failed = (*payment.failed_references, money.payment_id)
            kept = payment.but(failed_references=failed, gateway_response=said(money), updated_at=now)
            work.payments.save(kept)
            title = "told-payment-failed" if payment.booking_id else "told-topup-failed"
            clock = until.astimezone(INDIA).strftime("%H:%M")
            told = {"amount": str(payment.link_amount), "until": clock}
            work.notifications.add(tell(payment, NotifType.PAYMENT, title, now, **told))
            work.commit()


def confirm(
    work: UnitOfWork,
    user: User | None,
    bookings: tuple[Booking, ...],
    payment: Payment,
    money: GatewayPayment,
    now: datetime,
) -> None:
    """Paid: booking, payment and the news of it, in one transaction; of a journey with a change, both tickets. `user`:
    as they stand, if a part came out of their wallet or the ticket comes late."""
    if user:
        work.users.save(user)
    work.payments.save(_paid(payment, money, now))
    for booking in bookings:
        work.bookings.save(booking.moved(booking.status_if_paid, payment_id=payment.payment_id, updated_at=now))
        told = tell(payment, NotifType.BOOKING, "told-ticket", now, amount=str(payment.amount))
        work.notifications.add(told.but(related_booking_id=booking.booking_id))


def tell(payment: Payment, kind: NotifType, title: str, now: datetime, **args: str) -> Notification:
    """News about this payment's booking, due at once."""
    return news(payment.user_id, kind, title, payment.booking_id, now, **args)


def log_once(units: Units, told: LogEntry, subject: str) -> bool:
    """A row of the admin log of its own, the only one of its action about this subject; False if it was there."""
    with suppress(Conflict), units() as work:
        work.logs.add(told.but(log_id=LogId(f"{told.action}-{subject}")))
        work.commit()
        return True
    return False


def _honour(work: UnitOfWork, payment: Payment, money: GatewayPayment, attempt: int, now: datetime) -> bool:
    """Tops the wallet up, or confirms a held booking; one whose hold is over gets berths again if there are any, which
    the admin log knows. False if none are, the wallet does not have its part any more, or nobody is left to travel."""
    if payment.booking_id is None:
        return _top_up(work, payment, money, now)
    booking, *_others = bookings = together(work, work.bookings.get(payment.booking_id))
    traveller: User | None = None  # saved with a ticket that comes late, so that they cannot leave meanwhile
    try:
        if booking.booking_status is BookingStatus.EXPIRED and booking.departure_at > now:
            traveller = work.users.get(booking.user_id)
            if traveller.closed_by == DELETED:
                return False
            bookings = tuple(take_berths(work, one, None, attempt, confirmed_only=True) for one in bookings)
            came = {"money": money.payment_id, "amount": str(money.amount)}
            work.logs.add(entry("payment-booked-again", SYSTEM, payment.payment_id, now, **came))
        elif booking.booking_status is not BookingStatus.HELD:
            return False
        user = _part_drawn(work, booking, payment, now) or traveller
    except Problem:
        return False
    confirm(work, user, bookings, payment, money, now)
    return True


def _part_drawn(work: UnitOfWork, booking: Booking, payment: Payment, now: datetime) -> User | None:
    """The user with the wallet's part of this payment out of the wallet, which it is while the payment is open; None if
    nothing has to move. An attempt that is open beside it is closed, and its own part put back; its link is closed by
    the reconciler. Problem if the wallet cannot pay, or both have a part: then the wallet is the place for what
    came."""
    owed, reference = payment.wallet_part if payment.payment_status is PaymentStatus.FAILED else NOTHING, payment
    if booking.payment_id and booking.payment_id != payment.payment_id:
        other = work.payments.get(booking.payment_id)
        if other.payment_status is PaymentStatus.PENDING:
            if owed and other.wallet_part:
                raise Problem("wallet-short")
            if other.wallet_part:
                owed, reference = -other.wallet_part, other
            look = now if other.link_id else None
            work.payments.save(other.moved(PaymentStatus.FAILED, completed_at=now, check_at=look, updated_at=now))
    return drawn(work, work.users.get(booking.user_id), owed, reference.payment_id, now) if owed else None


def _top_up(work: UnitOfWork, payment: Payment, money: GatewayPayment, now: datetime) -> bool:
    """False for a wallet that nobody can reach any more."""
    user = work.users.get(payment.user_id)
    if user.closed_by == DELETED:
        return False
    credit(work, user, TxnSource.TOPUP, money.amount, payment.payment_id, now)
    work.payments.save(_paid(payment, money, now))
    work.notifications.add(tell(payment, NotifType.PAYMENT, "told-topped-up", now, amount=str(money.amount)))
    return True


def _to_wallet(work: UnitOfWork, payment: Payment, money: GatewayPayment, now: datetime) -> None:
    """Money that can pay for nothing is the passenger's own: into the wallet, and told."""
    user = work.users.get(payment.user_id)
    topping_up = payment.booking_id is None
    source = TxnSource.TOPUP if topping_up else TxnSource.REFUND
    credit(work, user, source, money.amount, payment.payment_id, now)
    kept = {
        "extra_references": (*payment.extra_references, money.payment_id),
        "extra_amounts": {**payment.extra_amounts, money.payment_id: money.amount},
    }
    work.payments.save(payment.but(**kept, updated_at=now))
    title = "told-topped-up" if topping_up else "told-money-to-wallet"
    told = tell(payment, NotifType.PAYMENT, title, now, amount=str(money.amount))
    told_or_called(work, user, told, money.amount, payment.payment_id)
    asked, why = str(payment.link_amount), "account deleted" if user.closed_by == DELETED else _why(payment, money)
    details = {"money": money.payment_id, "amount": str(money.amount), "asked": asked, "why": why}
    work.logs.add(entry("payment-to-wallet", SYSTEM, payment.payment_id, now, **details))


def _why(payment: Payment, money: GatewayPayment) -> str:
    """Why it paid for nothing, for the admin log."""
    if payment.payment_status not in UNPAID:
        return "paid already"
    return "another amount" if money.amount != payment.link_amount else "too late"


def _paid(payment: Payment, money: GatewayPayment, now: datetime) -> Payment:
    """The payment with the money that came for it."""
    return payment.moved(
        PaymentStatus.SUCCESS,
        payment_method=money.method,
        transaction_reference=money.payment_id,
        gateway_response=said(money),
        completed_at=now,
        check_at=now if money.method == UNTOLD else None,
        updated_at=now,
    )


def said(money: GatewayPayment) -> dict[str, Any]:
    """What the gateway said of it, as far as it may be kept."""
    return {"payment_id": money.payment_id, "method": money.method, "status": money.status, **masked(money.details)}
