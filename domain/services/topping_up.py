"""Topping up: a payment for no booking, whose money goes into the wallet when it arrives."""

from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from itertools import takewhile

from domain.errors import NotFound, Problem
from domain.ids import PaymentId, UserId, new_id
from domain.payments import UNTOLD, LinkStatus, Payment, PaymentPurpose, PaymentStatus
from domain.ports import PaymentGateway, UnitOfWork, Units
from domain.railtime import INDIA
from domain.services.attempts import LEAST_TIME_TO_PAY
from domain.services.links import Links
from domain.services.paying import PayingService
from domain.services.retrying import until_settled
from domain.topups import LEAST, check_top_up
from domain.users import KycStatus, User
from domain.wallets import TxnSource, Wallet

TIME_TO_PAY = timedelta(minutes=20)
_DEAD = (LinkStatus.CANCELLED, LinkStatus.EXPIRED)


class ToppingUp:
    """Every call may be repeated. A wallet has one top-up at most that waits for its money: a new one closes it."""

    def __init__(
        self, units: Units, gateway: PaymentGateway, paying: PayingService, callback_url: str | None = None
    ) -> None:
        self._units = units
        self._gateway = gateway
        self._paying = paying
        self._links = Links(units, gateway, callback_url)

    def check(self, user_id: UserId, now: datetime) -> Wallet:
        """The wallet, if it may be topped up at all. Problem `wallet-closed`, `wallet-full` or `topup-month`."""
        with self._units() as work:
            user = work.users.get(user_id)
            return self._allowed(work, user, LEAST, now)

    def begin(self, user_id: UserId, amount: Decimal, key: str, now: datetime) -> Payment:
        """A payment of so many rupees, made once for a `key`. Problem `topup-amount`, `topup-month`, `wallet-full` or
        `wallet-closed`."""
        while True:
            begun = until_settled(partial(self._begin_once, user_id, amount, key, now))
            if isinstance(begun, Payment):
                return begun
            self.drop(begun, now)

    def _begin_once(self, user_id: UserId, amount: Decimal, key: str, now: datetime, _: int) -> Payment | PaymentId:
        """The new payment, or the id of the one that has to be closed first."""
        with self._units() as work:
            if made := work.wallets.claimed(key):
                return work.payments.get(PaymentId(made))
            user = work.users.get(user_id)
            wallet = self._allowed(work, user, amount, now)
            if wallet.topup and work.payments.get(wallet.topup).payment_status is PaymentStatus.PENDING:
                return wallet.topup
            payment = _payment_of(user, amount, now)
            work.payments.add(payment)
            work.wallets.keep(wallet.but(topup=payment.payment_id, updated_at=wallet.next_at(now)))
            work.wallets.claim(key, payment.payment_id)
            work.commit()
            return work.payments.get(payment.payment_id)

    def _allowed(self, work: UnitOfWork, user: User, amount: Decimal, now: datetime) -> Wallet:
        wallet, verified = work.wallets.get(user.wallet_id), user.kyc_status is KycStatus.VERIFIED
        month = Decimal(0) if verified else _this_month(work, wallet, now)
        check_top_up(wallet, amount, month, verified=verified)
        return wallet

    def get(self, payment_id: PaymentId, user_id: UserId) -> Payment:
        """A top-up of this user. NotFound for anybody else's."""
        with self._units() as work:
            payment = work.payments.get(payment_id)
        if payment.user_id != user_id or payment.purpose is not PaymentPurpose.TOPUP:
            raise NotFound(f"top-up {payment_id}")
        return payment

    def link(self, payment: Payment, now: datetime) -> Payment:
        """The payment with a link to open, made at the gateway once. Problem `topup-over` if it has ended."""
        if payment.link_url or payment.payment_status is not PaymentStatus.PENDING:
            return payment
        payment = until_settled(lambda _: self._with_time(payment.payment_id, now))
        with self._units() as work:
            user = work.users.get(payment.user_id)
        kept = self._links.make(payment, user, "Yatri wallet", {"wallet_id": user.wallet_id}, now)
        if kept.payment_status is PaymentStatus.FAILED:
            self._paying.close_link(kept.link_id or "", now)
            raise Problem("topup-over")
        return kept

    def _with_time(self, payment_id: PaymentId, now: datetime) -> Payment:
        """Prolonged if the gateway was away for so long that it would refuse what is left."""
        with self._units() as work:
            payment = work.payments.get(payment_id)
            if payment.payment_status is not PaymentStatus.PENDING:
                raise Problem("topup-over")
            if not payment.link_url and payment.expires_at - now < LEAST_TIME_TO_PAY:
                work.payments.save(payment.but(expires_at=now + TIME_TO_PAY, updated_at=now))
                work.commit()
            return work.payments.get(payment_id)

    def look(self, payment: Payment, now: datetime) -> Payment:
        """Asks the gateway whether it has been paid, rather than wait for its webhook; one whose link died without
        money is over."""
        if payment.payment_status is not PaymentStatus.PENDING:
            return payment
        state = self._gateway.fetch_link(payment.link_id) if payment.link_id else None
        paid = state is not None and self._paying.settle_link(state, now)
        dead = state.status in _DEAD if state else payment.expires_at <= now
        if dead and not paid:
            self._end(payment.payment_id, now)
        with self._units() as work:
            return work.payments.get(payment.payment_id)

    def drop(self, payment_id: PaymentId, now: datetime) -> Payment:
        """Given up: its link is closed, and if money has come by it meanwhile, that is in the wallet. GatewayError
        while the link cannot be closed."""
        with self._units() as work:
            payment = work.payments.get(payment_id)
        if payment.link_id and payment.payment_status is PaymentStatus.PENDING:
            self._paying.close_link(payment.link_id, now)
        return self._end(payment_id, now)

    def _end(self, payment_id: PaymentId, now: datetime) -> Payment:
        """Failed, unless it has been paid; money that comes later all the same still counts."""

        def attempt(_: int) -> Payment:
            with self._units() as work:
                payment = work.payments.get(payment_id)
                if payment.payment_status is PaymentStatus.PENDING:
                    work.payments.save(payment.moved(PaymentStatus.FAILED, updated_at=now))
                    work.commit()
                return work.payments.get(payment_id)

        return until_settled(attempt)


def _payment_of(user: User, amount: Decimal, now: datetime) -> Payment:
    return Payment(
        payment_id=PaymentId(new_id(now)),
        user_id=user.user_id,
        booking_id=None,
        purpose=PaymentPurpose.TOPUP,
        amount=amount,
        payment_method=UNTOLD,
        expires_at=now + TIME_TO_PAY,
        initiated_at=now,
        created_at=now,
        updated_at=now,
    )


def _this_month(work: UnitOfWork, wallet: Wallet, now: datetime) -> Decimal:
    """Rupees that were put in since the first of the month, in India."""
    first = now.astimezone(INDIA).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    rows = work.wallets.rows(wallet.wallet_id, newest_first=True)
    lately = takewhile(lambda row: row.created_at >= first, rows)
    return sum((row.amount for row in lately if row.source is TxnSource.TOPUP), Decimal(0))
