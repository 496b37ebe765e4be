"""Agenda: looking at bookings when something comes for them: the last call to pay, the end of a hold, a departure."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.bookings import PAID, Booking, BookingStatus
from domain.errors import Conflict, GatewayUnavailable, NotFound, YatriError
from domain.notifications import Notification, NotifType, news, told_once
from domain.ports import Units
from domain.reminders import TOLD, Coming, Look, Step, coming, due, following
from domain.services.expiring import ExpiringService
from domain.services.retrying import until_settled
from domain.users import RECENT

SOONEST, LATEST = timedelta(minutes=1), timedelta(hours=1)  # until a hold that could not be ended is looked at again


@dataclass(frozen=True, slots=True)
class Sweep:
    """What one round did: holds that were ended, reminders given, and a line for each booking that was put off."""

    ended: int
    told: int
    troubles: tuple[str, ...]


class AgendaService:
    """Goes over the bookings that are due to be looked at, and does what their state asks for. Many workers may do so
    at once: a look is filed anew, with its news, by one of them only. What cannot be done now is put off, and holds up
    no other."""

    def __init__(self, units: Units, expiring: ExpiringService) -> None:
        self._units = units
        self._expiring = expiring

    def run(self, now: datetime) -> Sweep:
        """One round."""
        with self._units() as work:
            looks = work.bookings.due(now)
        ended, told, troubles, gateway_away = 0, 0, list[str](), False
        for look in looks:
            try:
                over = self._look(look, now, may_end=not gateway_away)
                ended, told = ended + (over is Step.HOLD_ENDS), told + (over in TOLD)
            except Exception as trouble:  # one booking's trouble, whatever it is, must not keep all others from theirs
                gateway_away = gateway_away or isinstance(trouble, GatewayUnavailable)
                troubles.append(f"booking {look.booking_id} put off: {type(trouble).__name__}: {trouble}")
                with suppress(YatriError):
                    self._put_off(look, now)
        return Sweep(ended, told, tuple(troubles))

    def _look(self, look: Look, now: datetime, *, may_end: bool) -> Step | None:
        """What was done, if anything was due. GatewayUnavailable if a hold is over but must not be ended now."""
        with self._units() as work:
            try:
                booking = work.bookings.get(look.booking_id)
            except NotFound:
                self._file(look, None, now)
                return None
        if booking.booking_status in PAID:
            until_settled(lambda _: self._remember(booking))
        ended = False
        if booking.booking_status is BookingStatus.HELD and booking.hold_until <= now:
            if not may_end:
                raise GatewayUnavailable("the gateway was away a moment ago")
            ended = self._expiring.end(booking.booking_id, BookingStatus.EXPIRED, now)
            with self._units() as work:
                booking = work.bookings.get(look.booking_id)
        steps = coming(booking)
        step = due(steps, look.since, now)
        told = self._file(look, following(steps, now), now, _news(booking, step, now))
        return Step.HOLD_ENDS if ended else step.step if step and told else None

    def _file(self, look: Look, at: datetime | None, since: datetime, told: Notification | None = None) -> bool:
        """The next look together with the news of this one; True if we told it. A Conflict means that another worker
        did so, or that it was told at an earlier look: then it is not told again."""
        for notification in (told, None) if told else (None,):
            with suppress(Conflict), self._units() as work:
                work.bookings.look_again(look, at, since)
                if notification:
                    work.notifications.add(notification)
                work.commit()
                return notification is not None
        return False

    def _remember(self, booking: Booking) -> None:
        """Among the latest on the user's own row: soon enough here, and paying need not write that row."""
        with self._units() as work:
            user = work.users.get(booking.user_id)
            if booking.booking_id in user.recent_bookings or not user.chat_id:
                return
            recent = sorted((booking.booking_id, *user.recent_bookings), reverse=True)[:RECENT]
            if tuple(recent) != user.recent_bookings:
                work.users.save(user.but(recent_bookings=tuple(recent)))
                work.commit()

    def _put_off(self, look: Look, now: datetime) -> None:
        """Later, the longer the hold has been over; nothing of what was coming is forgotten."""
        with self._units() as work:
            over = now - work.bookings.get(look.booking_id).hold_until
        self._file(look, now + min(LATEST, max(SOONEST, over)), look.since)


def _news(booking: Booking, step: Coming | None, now: datetime) -> Notification | None:
    """A reminder, once for each time that is set for it. Of two tickets that are paid as one the first asks for it."""
    if step is None or step.step not in TOLD or (step.step is Step.LAST_CALL and booking.lead):
        return None
    told = news(booking.user_id, NotifType.BOOKING, step.step, booking.booking_id, now)
    return told_once(told, step.at, booking.booking_id)
