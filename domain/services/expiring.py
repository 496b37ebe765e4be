"""Expiring: ending holds whose time is over, or whose passenger changed their mind."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from domain.bookings import Booking, BookingStatus
from domain.errors import GatewayError, GatewayUnavailable, YatriError
from domain.ids import BookingId
from domain.notifications import Notification, NotifType
from domain.payments import Payment, PaymentStatus
from domain.ports import UnitOfWork, Units
from domain.services.berths import free_berths, together
from domain.services.first_attempts import attempt_of
from domain.services.paying import PayingService
from domain.services.promoting import Promoting
from domain.services.retrying import until_settled
from domain.services.settling import tell
from domain.services.wallet_parts import drawn

PATIENCE = timedelta(hours=1)  # with a gateway that refuses to close a link; money that comes late is settled anyway


@dataclass(frozen=True, slots=True)
class _End:
    """How a hold ends, when, and what is told of it to whoever did not ask for it."""

    status: BookingStatus
    now: datetime
    told: Notification | None

    def may_be(self, booking: Booking) -> bool:
        """A passenger may give up at any time; time itself is over only once it is (a hold may have been prolonged)."""
        return self.status is not BookingStatus.EXPIRED or booking.hold_until <= self.now

    def news(self, payment: Payment) -> Notification | None:
        """That the time is over, if there is nothing else to tell."""
        if self.told or self.status is not BookingStatus.EXPIRED:
            return self.told
        return tell(payment, NotifType.BOOKING, "told-hold-over", self.now)


class ExpiringService:
    """Ends holds, when `domain.services.agenda` finds their time over or their passenger asks for it."""

    def __init__(self, units: Units, paying: PayingService, promoting: Promoting) -> None:
        self._units = units
        self._paying = paying
        self._promoting = promoting

    def end(
        self, booking_id: BookingId, status: BookingStatus, now: datetime, told: Notification | None = None
    ) -> bool:
        """Closes the link first, so that no money can come for berths that are given away; if it has come, the booking
        is confirmed instead and the answer is False. `told` is for whoever did not ask for it: that the time is over,
        if it is nothing else. GatewayError if the link cannot be closed."""
        closed = None
        end = _End(status, now, told)
        while isinstance(done := until_settled(partial(self._release, booking_id, end, closed)), str):
            closed = self._close(booking_id, done, status, now)
        if done:
            self._promote(booking_id, now)
        return done

    def _promote(self, booking_id: BookingId, now: datetime) -> None:
        """Whoever waits for these berths gets them at once; should that fail, the run is marked for the sweeper."""
        with self._units() as work:
            bookings = together(work, work.bookings.get(booking_id))
        with suppress(YatriError):
            for booking in bookings:
                self._promoting.promote(booking.run_key, now)

    def _close(self, booking_id: BookingId, link_id: str, status: BookingStatus, now: datetime) -> str:
        """The link's id once it is closed. A gateway that refuses for long is not waited for."""
        try:
            return self._paying.close_link(link_id, now)
        except GatewayUnavailable:
            raise
        except GatewayError:
            with self._units() as work:
                over_since = now - work.bookings.get(booking_id).hold_until
            if status is not BookingStatus.EXPIRED or over_since < PATIENCE:
                raise
            return link_id

    def _release(self, booking_id: BookingId, end: _End, closed: str | None, _: int) -> bool | str:
        """True if the berths were given back; or the id of a link to close first, being another than `closed`."""
        with self._units() as work:
            bookings = together(work, work.bookings.get(booking_id))
            payment = attempt_of(work, bookings)
            if bookings[0].booking_status is not BookingStatus.HELD or not end.may_be(bookings[0]):
                return False
            if payment.link_id and payment.link_id != closed:
                return payment.link_id
            for booking in bookings:
                free_berths(work, booking)
                work.bookings.save(booking.moved(end.status, updated_at=end.now))
            if payment.payment_status is PaymentStatus.PENDING:
                _give_up(work, payment, end.now)
            if told := end.news(payment):
                work.notifications.add(told)
            work.commit()
            return True


def _give_up(work: UnitOfWork, payment: Payment, now: datetime) -> None:
    """Nothing was bought: what the wallet paid of it is in the wallet again, and told."""
    work.payments.save(payment.moved(PaymentStatus.FAILED, completed_at=now, updated_at=now))
    if payment.wallet_part:
        part = payment.wallet_part
        work.users.save(drawn(work, work.users.get(payment.user_id), -part, payment.payment_id, now))
        work.notifications.add(tell(payment, NotifType.PAYMENT, "told-part-back", now, amount=str(part)))
