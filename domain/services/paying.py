"""Paying: links and the wallet, and what happens when money arrives, whenever it does and however often."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial

from domain.bookings import PAID, Booking, BookingStatus
from domain.errors import GatewayUnavailable, LinkUnknown, NotFound, Problem
from domain.ids import BookingId, PaymentId
from domain.notifications import Notification, NotifType, news
from domain.payments import GatewayEvent, GatewayPayment, LinkState, LinkStatus, Payment, PaymentStatus
from domain.ports import PaymentGateway, UnitOfWork, Units
from domain.services.berths import take_berths, together
from domain.services.booking import HOLD
from domain.services.promoting import Promoting
from domain.services.retrying import until_settled
from domain.services.wallets import credit, ledger_row
from domain.users import User
from domain.wallets import TxnSource, TxnType

RECENT = 10  # bookings kept on the user's own row
LEAST_TIME_TO_PAY = timedelta(minutes=15, seconds=15)  # gateways refuse less than 15 minutes, by their own clock


class PayingService:
    """Every call may be repeated and may race with any other: money counts once, by the payment's own row."""

    def __init__(
        self, units: Units, gateway: PaymentGateway, callback_url: str | None = None, hold: timedelta = HOLD
    ) -> None:
        self._units = units
        self._gateway = gateway
        self._callback_url = callback_url
        self._hold = hold
        self._promoting = Promoting(units)

    def link(self, booking: Booking, now: datetime) -> Payment:
        """The booking's payment with a link to open; made at the gateway once, by the payment's id. If the hold ended
        meanwhile, the link is closed again. Problem `hold-over` then."""
        payment, user = self._read(booking)
        if payment.link_url:
            return payment
        payment = until_settled(lambda _: self._with_time_to_pay(booking.booking_id, now))
        link = self._gateway.create_link(
            reference_id=payment.payment_id,
            amount=payment.amount,
            description=f"{booking.train_name}, {booking.journey_date:%d %b %Y}, PNR {booking.pnr}",
            expires_at=payment.expires_at,
            customer_name=user.full_name,
            customer_phone=user.phone,
            callback_url=self._callback_url,
            notes={"booking_id": booking.booking_id},
        )

        def keep(_: int) -> Payment:
            with self._units() as work:
                stored = work.payments.get(payment.payment_id)
                work.payments.save(stored.but(link_id=link.link_id, link_url=link.url, updated_at=now))
                work.commit()
                return work.payments.get(payment.payment_id)

        kept = until_settled(keep)
        if kept.payment_status is not PaymentStatus.PENDING:
            self.close_link(link.link_id, now)
            raise Problem("hold-over")
        return kept

    def _with_time_to_pay(self, booking_id: BookingId, now: datetime) -> Payment:
        """The payment, with the hold prolonged if the gateway was away so long that it would refuse what is left: a
        link lives 15 minutes at least. Only a booking without a link gets more time, and that at most once over.
        Problem `hold-over`."""
        with self._units() as work:
            booking = work.bookings.get(booking_id)
            payment = work.payments.get(PaymentId(booking.payment_id or ""))
            if booking.booking_status is not BookingStatus.HELD or payment.payment_status is not PaymentStatus.PENDING:
                raise Problem("hold-over")
            if payment.link_url or payment.expires_at - now >= LEAST_TIME_TO_PAY:
                return payment
            until = min(now + self._hold, booking.created_at + 2 * self._hold)
            if until - now < LEAST_TIME_TO_PAY:
                return payment
            for held in together(work, booking):
                work.bookings.save(held.but(hold_until=until, updated_at=now))
            work.payments.save(payment.but(expires_at=until, updated_at=now))
            work.commit()
            return work.payments.get(payment.payment_id)

    def from_wallet(self, booking: Booking, now: datetime) -> Booking:
        """Pays a held booking from its user's wallet. A link that is still open is closed first, and if it has been
        paid meanwhile, that money pays. Problem `wallet-short`, `wallet-suspended` or `hold-over`, with the link as it
        was."""
        closed = None
        while isinstance(done := until_settled(partial(self._debit, booking.booking_id, closed, now)), str):
            closed = self.close_link(done, now)
        return done

    def close_link(self, link_id: str, now: datetime) -> str:
        """No money can come by this link any more; what has come is taken in. Returns its id."""
        with suppress(LinkUnknown):
            self.settle_link(self._gateway.cancel_link(link_id), now)
        return link_id

    def payment(self, booking: Booking) -> Payment:
        """The payment that is asked for it, with the ticket that is paid together with it if there is one."""
        return self._read(booking)[0]

    def check(self, booking: Booking, now: datetime) -> Booking:
        """Asks the gateway whether the link has been paid, rather than wait for its webhook."""
        payment, _ = self._read(booking)
        if payment.link_id and payment.payment_status is not PaymentStatus.SUCCESS:
            self.settle_link(self._gateway.fetch_link(payment.link_id), now)
        with self._units() as work:
            return work.bookings.get(booking.booking_id)

    def settle_event(self, event: GatewayEvent, now: datetime) -> None:
        """A webhook whose signature was right: its money is taken in; other news is left to the sweeper."""
        if event.payment and event.reference_id and event.kind == "payment_link.paid":
            self.settle(PaymentId(event.reference_id), event.payment, now)

    def settle_callback(self, params: Mapping[str, str], now: datetime) -> None:
        """The browser came back from the pay page: ask the gateway, and believe only its answer."""
        if not self._gateway.verify_callback(params):
            raise Problem("callback-not-signed")
        self.settle_link(self._gateway.fetch_link(params["razorpay_payment_link_id"]), now)

    def settle_link(self, link: LinkState, now: datetime) -> bool:
        """True if money has come by the link: it has been taken in. GatewayUnavailable if the gateway has money but
        does not tell which payment it is yet."""
        if link.payment is None:
            if link.status is LinkStatus.PAID or link.amount_paid:
                raise GatewayUnavailable("the link is paid by a payment that is not shown yet")
            return False
        self.settle(PaymentId(link.reference_id), link.payment, now)
        return True

    def settle(self, payment_id: PaymentId, money: GatewayPayment, now: datetime) -> None:
        """Money has arrived for this payment. It confirms the booking, or goes to the wallet; never both, never twice.
        NotFound if the payment is none of ours."""
        self._promoting.until_settled(lambda attempt: self._settle_once(payment_id, money, now, attempt), now)

    def _settle_once(self, payment_id: PaymentId, money: GatewayPayment, now: datetime, attempt: int) -> None:
        with self._units() as work:
            payment = work.payments.get(payment_id)
            if money.payment_id in (payment.transaction_reference, *payment.extra_references):
                return
            unpaid = payment.payment_status in (PaymentStatus.PENDING, PaymentStatus.FAILED)
            fits = unpaid and money.amount == payment.amount
            if fits and _honour(work, payment, money, attempt, now):
                work.commit()
                return
        with self._units() as work:  # a new one: berths that were chosen for one of two tickets are not taken
            payment = work.payments.get(payment_id)
            if money.payment_id not in (payment.transaction_reference, *payment.extra_references):
                self._to_wallet(work, payment, money, now)
                work.commit()

    def _to_wallet(self, work: UnitOfWork, payment: Payment, money: GatewayPayment, now: datetime) -> None:
        """Money that can pay for nothing is the passenger's own: into the wallet, and told."""
        user = work.users.get(payment.user_id)
        credit(work, user, TxnSource.REFUND, money.amount, payment.payment_id, now)
        extra = (*payment.extra_references, money.payment_id)
        work.payments.save(payment.but(extra_references=extra, updated_at=now))
        work.notifications.add(tell(payment, NotifType.PAYMENT, "told-money-to-wallet", now, amount=str(money.amount)))

    def _debit(self, booking_id: BookingId, closed: str | None, now: datetime, _: int) -> Booking | str:
        """The booking, paid; or the id of a link that must be closed first, being another than `closed`."""
        with self._units() as work:
            booking, *_others = bookings = together(work, work.bookings.get(booking_id))
            if booking.booking_status in PAID:
                return booking
            if booking.booking_status is not BookingStatus.HELD or booking.hold_until <= now:
                raise Problem("hold-over")
            payment = work.payments.get(PaymentId(booking.payment_id or ""))
            user = work.users.get(booking.user_id)
            debit = ledger_row(user, TxnType.DEBIT, TxnSource.BOOKING, payment.amount, payment.payment_id, now)
            wallet = work.wallets.get(user.wallet_id).moved(debit)
            if payment.link_id and payment.link_id != closed:
                return payment.link_id
            work.wallets.move(wallet, debit)
            paying = user.but(wallet_balance=user.wallet_balance - payment.amount)
            money = GatewayPayment(debit.txn_id, payment.amount, "wallet", "captured")
            _confirm(work, paying, bookings, payment, money, now)
            work.commit()
            return work.bookings.get(booking.booking_id)

    def _read(self, booking: Booking) -> tuple[Payment, User]:
        with self._units() as work:
            if booking.payment_id is None:
                raise NotFound(f"payment of booking {booking.booking_id}")
            return work.payments.get(booking.payment_id), work.users.get(booking.user_id)


def _honour(work: UnitOfWork, payment: Payment, money: GatewayPayment, attempt: int, now: datetime) -> bool:
    """Tops the wallet up, or confirms a held booking; one whose hold is over gets berths again if there are any. False
    if none are."""
    if payment.booking_id is None:
        _top_up(work, payment, money, now)
        return True
    booking, *_others = bookings = together(work, work.bookings.get(payment.booking_id))
    if booking.booking_status is BookingStatus.EXPIRED and booking.departure_at > now:
        try:
            bookings = tuple(take_berths(work, one, None, attempt, confirmed_only=True) for one in bookings)
        except Problem:
            return False
    elif booking.booking_status is not BookingStatus.HELD:
        return False
    _confirm(work, work.users.get(booking.user_id), bookings, payment, money, now)
    return True


def _top_up(work: UnitOfWork, payment: Payment, money: GatewayPayment, now: datetime) -> None:
    credit(work, work.users.get(payment.user_id), TxnSource.TOPUP, money.amount, payment.payment_id, now)
    work.payments.save(_paid(payment, money, now))
    work.notifications.add(tell(payment, NotifType.PAYMENT, "told-topped-up", now, amount=str(money.amount)))


def _paid(payment: Payment, money: GatewayPayment, now: datetime) -> Payment:
    """The payment with the money that came for it."""
    return payment.moved(
        PaymentStatus.SUCCESS,
        payment_method=money.method,
        transaction_reference=money.payment_id,
        gateway_response={"payment_id": money.payment_id, "method": money.method, "status": money.status},
        completed_at=now,
        updated_at=now,
    )


def _confirm(
    work: UnitOfWork,
    user: User,
    bookings: tuple[Booking, ...],
    payment: Payment,
    money: GatewayPayment,
    now: datetime,
) -> None:
    """Paid: user, booking, payment and the news of it, in one transaction; of a journey with a change, both tickets."""
    paid_for = tuple(booking.booking_id for booking in bookings)
    recent = (*paid_for, *(known for known in user.recent_bookings if known not in paid_for))
    work.users.save(user.but(recent_bookings=recent[:RECENT], updated_at=now))
    work.payments.save(_paid(payment, money, now))
    for booking in bookings:
        work.bookings.save(booking.moved(booking.status_if_paid, updated_at=now))
        told = tell(payment, NotifType.BOOKING, "told-ticket", now, amount=str(payment.amount))
        work.notifications.add(told.but(related_booking_id=booking.booking_id))


def tell(payment: Payment, kind: NotifType, title: str, now: datetime, **args: str) -> Notification:
    """News about this payment's booking, due at once."""
    return news(payment.user_id, kind, title, payment.booking_id, now, **args)
