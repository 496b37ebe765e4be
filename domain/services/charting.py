"""Charting: the first chart releases the quotas, moves up whoever it can and pays back who still waits; the second
closes the run."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from domain.bookings import CAN, NOSB, WL, BookingStatus
from domain.errors import Problem
from domain.ids import BookingId
from domain.inventory import Run, RunKey
from domain.ports import Units
from domain.refunds import Event
from domain.rules.charts import second_chart_at
from domain.services.cancelling import CancellingService
from domain.services.promoting import Promoting
from domain.services.retrying import until_settled

FINAL = 2  # the last chart


@dataclass(frozen=True, slots=True)
class Charted:
    """What one round did: charts made, and waiting tickets dropped and paid back."""

    charts: int
    dropped: int


class Charting:
    """Makes the charts that are due. Many workers may do so at once: each chart is made once, and what a dead worker
    left undone is done by the next."""

    def __init__(self, units: Units, promoting: Promoting, cancelling: CancellingService) -> None:
        self._units = units
        self._promoting = promoting
        self._cancelling = cancelling

    def run(self, now: datetime) -> Charted:
        """Every run whose next chart is due."""
        with self._units() as work:
            due = work.runs.to_chart(now)
        dropped = 0
        for key in due:
            dropped += self.chart(key, now)
        return Charted(len(due), dropped)

    def chart(self, key: RunKey, now: datetime) -> int:
        """The chart of this run that is due; how many waiting tickets were dropped. Quotas are released before anybody
        moves up, so that those on the general list come before those on Tatkal's."""
        with self._units() as work:
            state = work.runs.load(key)
        if state is None or state.run.departs_at is None:
            return 0
        if state.chart == 0:
            until_settled(partial(self._make, state.run, 1))
        self._promoting.promote(key, now)
        dropped = sum(self._drop(booking_id, now) for booking_id in self._waiting(key))
        last = second_chart_at(state.run.departs_at)
        if now >= last and state.chart < FINAL:
            until_settled(partial(self._make, state.run, FINAL))
        with self._units() as work:
            work.runs.chart_next(state.run, None if now >= last else last)
            work.commit()
        return dropped

    def _make(self, run: Run, number: int, _: int) -> None:
        """The chart is made, unless another worker was first."""
        with self._units() as work:
            state = work.runs.load(run.key)
            if state and state.chart == number - 1:
                work.runs.chart(run.key, number)
                work.commit()

    def _waiting(self, key: RunKey) -> list[BookingId]:
        """Bookings of which somebody still waits, in turn."""
        with self._units() as work:
            state = work.runs.load(key)
        return list(dict.fromkeys(place.booking_id for place in state.queue if not place.berth)) if state else []

    def _drop(self, booking_id: BookingId, now: datetime) -> bool:
        """Gives the ticket back if everybody on it still waits; a hold that is unpaid ends by itself."""
        with self._units() as work:
            booking = work.bookings.get(booking_id)
        people = [n for n, person in enumerate(booking.passengers) if person.status != CAN]
        if booking.booking_status is not BookingStatus.WAITLIST:
            return False
        if any(booking.passengers[index].status not in (WL, NOSB) for index in people):
            return False
        try:
            self._cancelling.cancel(booking_id, booking.user_id, people, now, event=Event.CHART)
        except Problem:
            return False  # the passenger was faster
        return True
