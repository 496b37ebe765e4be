"""Paying: links, the wallet, or part of each, and asking the gateway what has come by them."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial

from domain.bookings import Booking
from domain.errors import GatewayUnavailable, LinkUnknown, NotFound, Problem
from domain.ids import BookingId, PaymentId
from domain.payments import GatewayEvent, LinkState, LinkStatus, Payment, PaymentStatus
from domain.ports import PaymentGateway, Units
from domain.services.attempts import LEAST_TIME_TO_PAY, Attempts
from domain.services.berths import together
from domain.services.booking import HOLD
from domain.services.first_attempts import attempt_of
from domain.services.links import Links
from domain.services.retrying import until_settled
from domain.services.settling import Settling

__all__ = ["LEAST_TIME_TO_PAY", "PayingService"]
_PAID_KINDS = frozenset({"payment_link.paid", "payment_link.partially_paid"})
Act = Callable[[str | None, datetime], Booking | str]  # given the link that was closed; a link to be closed first


class PayingService:
    """Every call may be repeated and may race with any other: money counts once, by the payment's own row."""

    def __init__(
        self, units: Units, gateway: PaymentGateway, callback_url: str | None = None, hold: timedelta = HOLD
    ) -> None:
        self._units = units
        self._gateway = gateway
        self._links = Links(units, gateway, callback_url)
        self._attempts = Attempts(units, hold)
        self._settling = Settling(units)
        self.settle = self._settling.settle

    def link(self, booking: Booking, now: datetime) -> Payment:
        """The booking's payment with a link to open; made at the gateway once, by the payment's id. If the hold ended
        meanwhile, the link is closed again. Problem `hold-over` then."""
        payment = self.begun(booking, now)
        if payment.link_url:
            return payment
        with self._units() as work:
            user = work.users.get(payment.user_id)
        words = f"{booking.train_name}, {booking.journey_date:%d %b %Y}, PNR {booking.pnr}"
        kept = self._links.make(payment, user, words, {"booking_id": booking.booking_id}, now)
        if kept.payment_status is PaymentStatus.PENDING:
            return kept
        self.close_link(kept.link_id or "", now)
        if self.payment(booking).payment_id != kept.payment_id:
            return self.link(booking, now)  # another attempt was begun meanwhile
        raise Problem("hold-over")

    def begun(self, booking: Booking, now: datetime) -> Payment:
        """The open attempt, stored from now on, for money may come by it; as it is if there is a link. Problem
        `hold-over`."""
        return until_settled(lambda _: self._attempts.begun(booking, now))

    def from_wallet(self, booking: Booking, now: datetime) -> Booking:
        """Pays a held booking, or what its wallet has not paid of it yet, from its user's wallet. A link that is still
        open is closed first, and if it has been paid meanwhile, that money pays. Problem `wallet-short`,
        `wallet-suspended` or `hold-over`; the berths stay held then, and can be paid by link."""
        return self._with_link_closed(booking.booking_id, partial(self._attempts.pay_rest, booking.booking_id), now)

    def part_from_wallet(self, booking: Booking, part: Decimal, now: datetime) -> Booking:
        """Pays `part` rupees of a held booking from its user's wallet; a link for the rest is then to be had of `link`.
        It is an attempt of its own: the former link is closed, and if it has been paid meanwhile, that money pays.
        Once done, it is not done again. Problem as of `from_wallet`."""
        pay = partial(self._attempts.pay_part, booking.booking_id, part)
        return self._with_link_closed(booking.booking_id, pay, now)

    def close_link(self, link_id: str, now: datetime) -> str:
        """No money can come by this link any more; what has come is taken in. Returns its id."""
        with suppress(LinkUnknown):
            self.settle_link(self._gateway.cancel_link(link_id), now)
        return link_id

    def payment(self, booking: Booking) -> Payment:
        """The payment that is asked for it, with the ticket that is paid together with it if there is one; as it is
        now: another attempt may have been begun."""
        with self._units() as work:
            work.expect(booking=booking.booking_id, payment=booking.payment_id)
            stored = work.bookings.get(booking.booking_id)
            if stored.payment_id is None:
                raise NotFound(f"payment of booking {booking.booking_id}")
            return attempt_of(work, together(work, stored))

    def check(self, booking: Booking, now: datetime) -> Booking:
        """Asks the gateway whether the link has been paid, rather than wait for its webhook. A link that takes no money
        any more while the berths are still unpaid (closed by somebody, or paid with another amount) makes room for
        another."""
        payment = self.payment(booking)
        if payment.link_id and payment.payment_status is not PaymentStatus.SUCCESS:
            state = self._gateway.fetch_link(payment.link_id)
            self.settle_link(state, now)
            if state.status is not LinkStatus.CREATED:
                self._renew(booking.booking_id, payment.link_id, now)
        with self._units() as work:
            return work.bookings.get(booking.booking_id)

    def settle_event(self, event: GatewayEvent, now: datetime) -> None:
        """A webhook whose signature was right: its money is taken in, an attempt that failed is told; other news is
        left to the sweeper. Raises NotFound if the money is for none of ours, which the admin log then knows."""
        if event.payment is None:
            return
        came = event.kind in _PAID_KINDS or (event.kind == "payment.captured" and bool(event.reference_id))
        try:
            if came:
                self.settle(PaymentId(event.reference_id or ""), event.payment, now)
            elif event.kind == "payment.failed" and event.reference_id:
                self._settling.fail(PaymentId(event.reference_id), event.payment, now)
        except NotFound:
            if came:
                self._settling.note_unknown(event.payment, now)
            raise

    def settle_callback(self, params: Mapping[str, str], now: datetime) -> bool:
        """The browser came back from the pay page: ask the gateway, and believe only its answer. True if the money is
        there. Problem `callback-not-signed` for who does not come from the gateway."""
        link_id = self._gateway.came_back(params)
        if link_id is None:
            raise Problem("callback-not-signed")
        return self.settle_link(self._gateway.fetch_link(link_id), now)

    def settle_link(self, link: LinkState, now: datetime) -> bool:
        """True if money has come by the link: it has been taken in. GatewayUnavailable if the gateway has money but
        does not tell which payment it is yet."""
        if link.payment is None:
            if link.status is LinkStatus.PAID or link.amount_paid:
                raise GatewayUnavailable("the link is paid by a payment that is not shown yet")
            return False
        self.settle(PaymentId(link.reference_id), link.payment, now)
        return True

    def _with_link_closed(self, booking_id: BookingId, act: Act, now: datetime) -> Booking:
        """What `act` comes to, with the links closed that it wants closed first; where it then cannot be, the berths
        get a link of their own again."""
        closed: str | None = None

        def once(_: int) -> Booking | str:
            return act(closed, now)

        try:
            while isinstance(done := until_settled(once), str):
                closed = self.close_link(done, now)
        except Problem:
            if closed:
                self._renew(booking_id, closed, now)
            raise
        return done

    def _renew(self, booking_id: BookingId, closed: str, now: datetime) -> None:
        until_settled(lambda _: self._attempts.renew(booking_id, closed, now))
