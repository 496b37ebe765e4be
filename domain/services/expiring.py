"""Expiring: ending holds whose time is over, or whose passenger changed their mind."""

from datetime import datetime

from domain.bookings import BookingStatus
from domain.errors import GatewayError
from domain.ids import BookingId, PaymentId
from domain.notifications import NotifType
from domain.payments import PaymentStatus
from domain.ports import PaymentGateway, Units
from domain.services.booking import free_berths
from domain.services.paying import PayingService, tell
from domain.services.retrying import until_settled


class ExpiringService:
    """Ends holds: those whose time is over, and those whose passenger changed their mind."""

    def __init__(self, units: Units, paying: PayingService, gateway: PaymentGateway) -> None:
        self._units = units
        self._paying = paying
        self._gateway = gateway

    def run(self, now: datetime) -> int:
        """Expires every hold that is due; how many berths' bookings came free. A gateway that is away only delays."""
        with self._units() as work:
            due = work.bookings.due(now)
        return sum(self.end(booking_id, BookingStatus.EXPIRED, now) for booking_id in due)

    def end(self, booking_id: BookingId, status: BookingStatus, now: datetime) -> bool:
        """Closes the link first, so that no money can come for berths that are given away; if it has come, the booking
        is confirmed instead and the answer is False."""
        with self._units() as work:
            booking = work.bookings.get(booking_id)
            payment = work.payments.get(PaymentId(booking.payment_id or ""))
        if booking.booking_status is not BookingStatus.HELD:
            return False
        if payment.link_id:
            try:
                if self._paying.settle_link(self._gateway.cancel_link(payment.link_id), now):
                    return False
            except GatewayError:
                if status is not BookingStatus.EXPIRED:
                    raise
                return False
        return until_settled(lambda _: self._release(booking_id, status, now))

    def _release(self, booking_id: BookingId, status: BookingStatus, now: datetime) -> bool:
        with self._units() as work:
            booking = work.bookings.get(booking_id)
            payment = work.payments.get(PaymentId(booking.payment_id or ""))
            if booking.booking_status is not BookingStatus.HELD:
                return False
            free_berths(work, booking)
            work.bookings.save(booking.moved(status, updated_at=now))
            if payment.payment_status is PaymentStatus.PENDING:
                work.payments.save(payment.moved(PaymentStatus.FAILED, completed_at=now, updated_at=now))
            if status is BookingStatus.EXPIRED:
                work.notifications.add(
                    tell(payment, NotifType.BOOKING, "told-hold-over", now, train=booking.train_name)
                )
            work.commit()
            return True
