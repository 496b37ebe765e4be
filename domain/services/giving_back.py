"""Giving back: everybody on a run that the railway has cancelled gets all of the fare, without asking."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.bookings import CAN, PAID, Booking, BookingStatus
from domain.errors import Problem
from domain.inventory import RunKey
from domain.notifications import Notification, NotifType, news
from domain.ports import Units
from domain.refunds import Event
from domain.services.cancelling import CancellingService
from domain.services.expiring import ExpiringService

SETTLED = timedelta(minutes=10)  # after the mark: the index of a train's bookings is then long up to date
_LIVE = {*PAID, BookingStatus.HELD}


@dataclass(frozen=True, slots=True)
class GivenBack:
    """What one round did: tickets paid back and holds ended, and what went wrong, a line for each ticket put off."""

    tickets: int
    holds: int
    troubles: tuple[str, ...]


class GivingBack:
    """Goes round after round over the runs that are cancelled, each ticket in a transaction of its own, until none is
    left. Nothing is sold after the mark (see `storage.runs`), but an index may not know the last tickets yet: so a run
    stays on the list for SETTLED at least. Whoever dies on the way, the next round goes on; many workers may do so at
    once, for a ticket is paid back once."""

    def __init__(self, units: Units, cancelling: CancellingService, expiring: ExpiringService) -> None:
        self._units = units
        self._cancelling = cancelling
        self._expiring = expiring

    def run(self, now: datetime) -> GivenBack:
        """One round."""
        with self._units() as work:
            listed = work.runs.to_give_back()
        tickets, holds, troubles = 0, 0, list[str]()
        for key in listed:
            left = live_bookings(self._units, key)
            for booking in left:
                try:
                    given, ended = self._give_back(booking, now)
                    tickets, holds = tickets + given, holds + ended
                except Exception as trouble:  # one ticket's trouble, whatever it is, must not keep others from theirs
                    troubles.append(f"booking {booking.booking_id} put off: {type(trouble).__name__}: {trouble}")
            if not left:
                self._take_off(key, now)
        return GivenBack(tickets, holds, tuple(troubles))

    def _give_back(self, booking: Booking, now: datetime) -> tuple[bool, bool]:
        """Whether a ticket was paid back, and whether a hold was ended, by us. A hold whose money has come meanwhile is
        a ticket then."""
        ended = False
        if booking.booking_status is BookingStatus.HELD:
            ended = self._expiring.end(booking.booking_id, BookingStatus.CANCELLED, now, self._news(booking, now))
        with self._units() as work:
            booking = work.bookings.get(booking.booking_id)
        if booking.booking_status not in PAID:
            return False, ended
        people = [place for place, person in enumerate(booking.passengers) if person.status != CAN]
        with suppress(Problem):  # the passenger was faster
            self._cancelling.cancel(booking.booking_id, booking.user_id, people, now, event=Event.TRAIN_CANCELLED)
            return True, ended
        return False, ended

    def _news(self, held: Booking, now: datetime) -> Notification:
        with self._units() as work:
            cancelled = work.runs.cancelled(held.run_key)
        title, reason = "told-train-cancelled-held", cancelled.reason if cancelled else ""
        return news(held.user_id, NotifType.BOOKING, title, held.booking_id, now, reason=reason)

    def _take_off(self, key: RunKey, now: datetime) -> None:
        with self._units() as work:
            cancelled = work.runs.cancelled(key)
            if cancelled and now >= cancelled.at + SETTLED:
                work.runs.given_back(key)
                work.commit()


def live_bookings(units: Units, key: RunKey) -> list[Booking]:
    """Tickets and holds of a run, as an index knows them. On a run that is cancelled one that has ended cannot come
    back to life: that would take berths."""
    with units() as work:
        return [booking for booking in work.bookings.of_run(key) if booking.booking_status in _LIVE]
