"""Expiring: ending holds whose time is over, or whose passenger changed their mind."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from domain.bookings import Booking, BookingStatus
from domain.errors import GatewayError, GatewayUnavailable, YatriError
from domain.ids import BookingId, PaymentId
from domain.notifications import NotifType
from domain.payments import PaymentStatus
from domain.ports import Units
from domain.services.berths import free_berths, together
from domain.services.paying import PayingService, tell
from domain.services.promoting import Promoting
from domain.services.retrying import until_settled

PATIENCE = timedelta(hours=1)  # with a gateway that refuses to close a link; money that comes late is settled anyway
SOONEST, LATEST = timedelta(minutes=1), timedelta(hours=1)  # until a hold that could not be ended is looked at again


@dataclass(frozen=True, slots=True)
class Sweep:
    """What one round did: bookings whose berths came free, and what went wrong, a line for each hold put off."""

    ended: int
    troubles: tuple[str, ...]


class ExpiringService:
    """Ends holds. A hold that cannot be ended now is put off, and holds up no other."""

    def __init__(self, units: Units, paying: PayingService, promoting: Promoting) -> None:
        self._units = units
        self._paying = paying
        self._promoting = promoting

    def run(self, now: datetime) -> Sweep:
        """Expires every hold that is due, as far as the gateway answers."""
        with self._units() as work:
            due = work.bookings.due(now)
        ended, troubles = 0, []
        for booking_id in due:
            try:
                ended += self.end(booking_id, BookingStatus.EXPIRED, now)
            except Exception as trouble:  # one hold's trouble, whatever it is, must not keep all others from ending
                troubles.append(f"hold {booking_id} put off: {type(trouble).__name__}: {trouble}")
                with suppress(YatriError):
                    until_settled(partial(self._put_off, booking_id, now))
                if isinstance(trouble, GatewayUnavailable):
                    break
        return Sweep(ended, tuple(troubles))

    def end(self, booking_id: BookingId, status: BookingStatus, now: datetime, news: str = "") -> bool:
        """Closes the link first, so that no money can come for berths that are given away; if it has come, the booking
        is confirmed instead and the answer is False. `news` is what to tell whoever did not ask for it.
        GatewayError if the link cannot be closed."""
        closed = None
        news = news or ("told-hold-over" if status is BookingStatus.EXPIRED else "")
        while isinstance(done := until_settled(partial(self._release, booking_id, status, closed, news, now)), str):
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

    def _release(
        self, booking_id: BookingId, status: BookingStatus, closed: str | None, news: str, now: datetime, _: int
    ) -> bool | str:
        """True if the berths were given back; or the id of a link to close first, being another than `closed`."""
        with self._units() as work:
            bookings = together(work, work.bookings.get(booking_id))
            payment = work.payments.get(PaymentId(bookings[0].payment_id or ""))
            if bookings[0].booking_status is not BookingStatus.HELD or not _may_end(bookings[0], status, now):
                return False
            if payment.link_id and payment.link_id != closed:
                return payment.link_id
            for booking in bookings:
                free_berths(work, booking)
                work.bookings.save(booking.moved(status, updated_at=now))
            if payment.payment_status is PaymentStatus.PENDING:
                work.payments.save(payment.moved(PaymentStatus.FAILED, completed_at=now, updated_at=now))
            if news:
                work.notifications.add(tell(payment, NotifType.BOOKING, news, now))
            work.commit()
            return True

    def _put_off(self, booking_id: BookingId, now: datetime, _: int) -> None:
        """Later, the longer it has been over."""
        with self._units() as work:
            booking = work.bookings.get(booking_id)
            if booking.booking_status is BookingStatus.HELD and _may_end(booking, BookingStatus.EXPIRED, now):
                wait = min(LATEST, max(SOONEST, now - booking.hold_until))
                work.bookings.save(booking.but(due_at=now + wait, updated_at=now))
                work.commit()


def _may_end(booking: Booking, status: BookingStatus, now: datetime) -> bool:
    """A passenger may give up at any time; time itself is over only once it is (a hold may have been prolonged)."""
    return status is not BookingStatus.EXPIRED or booking.hold_until <= now
