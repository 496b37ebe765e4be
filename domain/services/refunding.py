"""Refunding: money on its way back to where it was paid from, followed until it is there or in the wallet."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from domain.adminlog import SYSTEM, entry
from domain.errors import GatewayRefused, GatewayUnavailable, NotFound, YatriError
from domain.ids import PaymentId
from domain.notifications import NotifType, news
from domain.payments import REFUND_MOVES, GatewayEvent, GatewayRefund, Payment, RefundStatus, SourceRefund
from domain.payments import payment_of_refund as payment_of
from domain.payments import refund_status as status_of
from domain.ports import PaymentGateway, UnitOfWork, Units
from domain.services.retrying import until_settled
from domain.services.settling import log_once
from domain.services.stranding import told_or_called
from domain.services.wallets import credit
from domain.wallets import TxnSource

SOONEST, LATEST = timedelta(minutes=1), timedelta(hours=6)  # until the gateway is asked again, doubled each time
REFUSALS = 6  # tries after which a gateway's no is final: half an hour, so that an empty account can be filled


@dataclass(frozen=True, slots=True)
class Followed:
    """What one round did: refunds that came to an end, and what went wrong, a line for each payment put off."""

    ended: int
    troubles: tuple[str, ...]


class RefundingService:
    """Asks the gateway with the refund's own id as idempotency key, so that asking again sends nothing twice. Every
    call may be repeated and may race with any other."""

    def __init__(self, units: Units, gateway: PaymentGateway) -> None:
        self._units = units
        self._gateway = gateway

    def run(self, now: datetime) -> Followed:
        """One round over the refunds that are due. A gateway that does not answer ends it."""
        with self._units() as work:
            due = work.payments.refunds_due(now)
        ended, troubles = 0, list[str]()
        for payment_id in due:
            try:
                ended += self.follow(payment_id, now)
            except Exception as trouble:  # one payment's trouble, whatever it is, must not keep others from their money
                troubles.append(f"refunds of {payment_id} put off: {type(trouble).__name__}: {trouble}")
                with suppress(YatriError):
                    self._put_off(payment_id, now)
                if isinstance(trouble, GatewayUnavailable):
                    break
        return Followed(ended, tuple(troubles))

    def follow(self, payment_id: PaymentId, now: datetime) -> int:
        """Asks about each refund of this payment that is due; how many came to an end. GatewayUnavailable."""
        with self._units() as work:
            payment = work.payments.get(payment_id)
        due = [refund for refund in payment.refunds if refund.due_at and refund.due_at <= now]
        return sum(self.take(refund.refund_id, self._asked(payment, refund), now) for refund in due)

    def settle_event(self, event: GatewayEvent, now: datetime) -> None:
        """A webhook about a refund. One that we did not ask for (the gateway sends money back that it could not give
        us) is left alone."""
        told = event.refund
        if told is None:
            return
        refund_id = told.reference_id or self._known_as(told, event)
        if refund_id:
            with suppress(NotFound):
                self.take(refund_id, told, now)

    def _asked(self, payment: Payment, refund: SourceRefund) -> GatewayRefund:
        """What the gateway says of it; a refusal is `refused`."""
        source = payment.transaction_reference or ""
        try:
            if refund.gateway_id:
                return self._gateway.fetch_refund(refund.gateway_id, source)
            return self._gateway.refund(source, refund.amount, refund.refund_id)
        except GatewayRefused:
            return GatewayRefund(refund.gateway_id or "", "refused", refund.refund_id)

    def _known_as(self, told: GatewayRefund, event: GatewayEvent) -> str:
        """Our id of a refund that the gateway names by its own and its payment's reference; "" if there is none."""
        with suppress(NotFound), self._units() as work:
            payment = work.payments.get(PaymentId(event.reference_id or ""))
            return next((each.refund_id for each in payment.refunds if each.gateway_id == told.refund_id), "")
        return ""

    def take(self, refund_id: str, told: GatewayRefund, now: datetime) -> bool:
        """What the gateway says of a refund of ours, kept; True if that ends it. NotFound if it is none of ours."""
        return until_settled(lambda _: self._take_once(refund_id, told, now))

    def _take_once(self, refund_id: str, told: GatewayRefund, now: datetime) -> bool:
        with self._units() as work:
            payment = work.payments.get(payment_of(refund_id))
            refund = next((each for each in payment.refunds if each.refund_id == refund_id), None)
            if refund is None:
                return False
            status = _status(told, refund)
            if refund.status is not RefundStatus.PENDING and status not in REFUND_MOVES[refund.status]:
                self._check_agreed(refund, status, now)
                return False
            if status is RefundStatus.PENDING:  # of a pending one, for no other goes back to that
                if refund.due_at and refund.due_at > now and refund.gateway_id:
                    return False  # told by a webhook what is known
                _keep(work, payment, _later(refund, told, now), now)
            else:
                _end(work, payment, refund, told, status, now)
            work.commit()
            return status is not RefundStatus.PENDING

    def _check_agreed(self, refund: SourceRefund, status: RefundStatus, now: datetime) -> None:
        """What failed is in the wallet, so that the gateway cannot take it back: if it does, somebody has to look."""
        if status in (RefundStatus.PENDING, refund.status):
            return
        ours = {"refund": refund.refund_id, "amount": str(refund.amount), "ours": refund.status.value}
        told = entry("refund-contradicted", SYSTEM, str(payment_of(refund.refund_id)), now, **ours, theirs=status.value)
        log_once(self._units, told, refund.refund_id)

    def _put_off(self, payment_id: PaymentId, now: datetime) -> None:
        """All that is due of this payment, later: the gateway did not answer."""

        def later(refund: SourceRefund) -> SourceRefund:
            is_due = refund.due_at is not None and refund.due_at <= now
            return refund.but(tries=refund.tries + 1, due_at=now + pause(refund.tries)) if is_due else refund

        self._change(payment_id, later, now)

    def _change(self, payment_id: PaymentId, change: Callable[[SourceRefund], SourceRefund], now: datetime) -> None:
        def once(_: int) -> None:
            with self._units() as work:
                payment = work.payments.get(payment_id)
                work.payments.save(payment.but(refunds=tuple(map(change, payment.refunds)), updated_at=now))
                work.commit()

        until_settled(once)


def pause(tries: int) -> timedelta:
    """Until the gateway is asked again after so many tries."""
    return min(LATEST, SOONEST * (1 << min(tries, 10)))


def _status(told: GatewayRefund, refund: SourceRefund) -> RefundStatus:
    """A refusal is failure only once it was repeated for long: an answer that was lost, or one of another call, would
    have been told as it stands. A word of the gateway that we do not know is not the end."""
    if told.status == "refused":
        asking = refund.status is RefundStatus.PENDING and refund.gateway_id is None
        final = refund.tries + 1 >= REFUSALS and asking
        return RefundStatus.FAILED if final else RefundStatus.PENDING
    return RefundStatus(told.status) if told.status in set(RefundStatus) else RefundStatus.PENDING


def _later(refund: SourceRefund, told: GatewayRefund, now: datetime) -> SourceRefund:
    gateway_id = refund.gateway_id or told.refund_id or None
    return refund.but(gateway_id=gateway_id, tries=refund.tries + 1, due_at=now + pause(refund.tries))


def _end(
    work: UnitOfWork, payment: Payment, refund: SourceRefund, told: GatewayRefund, status: RefundStatus, now: datetime
) -> None:
    """It is there, or in the wallet instead; told, and the booking says so."""
    gateway_id = refund.gateway_id or told.refund_id or None
    ended = refund.moved(status, gateway_id=gateway_id, tries=refund.tries + 1, due_at=None, ended_at=now)
    returned = refund.status is RefundStatus.PROCESSED
    args = {"amount": str(refund.amount), "method": payment.payment_method}
    title = "told-refund-returned" if returned else f"told-refund-{status.value}"
    tells = news(payment.user_id, NotifType.PAYMENT, title, refund.booking_id, now, **args)
    if status is RefundStatus.FAILED:
        user = work.users.get(payment.user_id)
        credit(work, user, TxnSource.REFUND, refund.amount, payment.payment_id, now)
        why = {"refund": refund.refund_id, "amount": str(refund.amount), "gateway": told.status}
        work.logs.add(entry("refund-to-wallet", SYSTEM, payment.payment_id, now, **why, before=refund.status.value))
        told_or_called(work, user, tells, refund.amount, payment.payment_id)
    else:
        work.notifications.add(tells)
    _keep(work, payment, ended, now)


def _keep(work: UnitOfWork, payment: Payment, refund: SourceRefund, now: datetime) -> None:
    """The payment with this refund as it is now, and the booking's word of it if that is another one."""
    changed = payment.with_refund(refund).but(updated_at=now)
    work.payments.save(changed)
    booking = work.bookings.get(refund.booking_id)
    back = Decimal((booking.cancellation_details or {}).get("refund", 0))
    word = status_of(changed.of_booking(refund.booking_id), back)
    if word != booking.refund_status:
        work.bookings.save(booking.but(refund_status=word, updated_at=now))
