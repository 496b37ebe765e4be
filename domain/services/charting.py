"""Charting: the first chart releases the quotas, moves up whoever it can, upgrades who asked for it, pays back who
still waits, which then is history, and tells all others their berths; the second closes the run."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from domain.bookings import CAN, NOSB, PAID, WL, Booking, BookingStatus
from domain.chances import outcomes, waited_as
from domain.errors import Conflict, Problem, YatriError
from domain.ids import BookingId
from domain.inventory import Run, RunKey
from domain.notifications import Notification, NotifType, news, told_once
from domain.ports import Units
from domain.refunds import Event
from domain.rules.charts import first_chart_at, second_chart_at
from domain.services.cancelling import CancellingService
from domain.services.promoting import Promoting
from domain.services.retrying import until_settled
from domain.services.upgrading import Upgrading

FINAL = 2  # the last chart
TOGETHER = 25  # news written at once


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
        self._upgrading = Upgrading(units, promoting)

    def run(self, now: datetime) -> Charted:
        """Every run whose next chart is due. A run's trouble keeps no other from its chart; it stays due, and the last
        trouble is raised."""
        with self._units() as work:
            due = work.runs.to_chart(now)
        dropped, trouble = 0, None
        for key in due:
            try:
                dropped += self.chart(key, now)
            except YatriError as error:
                trouble = error
        if trouble:
            raise trouble
        return Charted(len(due), dropped)

    def chart(self, key: RunKey, now: datetime) -> int:
        """The chart of this run that is due; how many waiting tickets were dropped. Quotas are released before anybody
        moves up, so that those on the general list come before those on Tatkal's. A cancelled run has no chart: nobody
        on it is dropped for less than all of the fare."""
        with self._units() as work:
            state = work.runs.load(key)
        if state is None or state.run.departs_at is None:
            return 0
        if state.cancelled:
            self._list(state.run, None)
            return 0
        if state.chart == 0:
            until_settled(partial(self._make, state.run, 1))
        self._promoting.promote(key, now)
        last = second_chart_at(state.run.departs_at)
        at_first = now < last or state.chart == 0  # or again, if a worker died while it was made
        if at_first:
            self._upgrading.upgrade(key, now)
        dropped = sum(self._drop(booking_id, now) for booking_id in self._waiting(key))
        if now >= last and state.chart < FINAL:
            until_settled(partial(self._make, state.run, FINAL))
        until_settled(partial(self._count, key))
        if at_first:
            self._tell(state.run, now)
        self._promoting.look_for_watchers(key, now)
        self._list(state.run, None if now >= last and not self._may_pay(key) else last)
        return dropped

    def _list(self, run: Run, due: datetime | None) -> None:
        """When it is looked at next."""
        with self._units() as work:
            work.runs.chart_next(run, due)
            work.commit()

    def _count(self, key: RunKey, _: int) -> None:
        """What became of those who waited is history now. Who booked what never changes, so that much of an index's
        answer is true; how it stands now is read afresh."""
        with self._units() as work:
            if work.histories.counted(key):
                return
            waited = [booking for booking in work.bookings.of_run(key) if any(map(waited_as, booking.passengers))]
            work.histories.count(key, outcomes(work.bookings.get(booking.booking_id) for booking in waited))
            work.commit()

    def _tell(self, run: Run, now: datetime) -> None:
        """That the first chart is made, to all who travel, each once; they are worded with the berths of then."""
        with self._units() as work:
            travelling = [booking for booking in work.bookings.of_run(run.key) if booking.booking_status in PAID]
        told = [
            told_once(
                news(booking.user_id, NotifType.BOOKING, "told-chart-made", booking.booking_id, now),
                _charted_at(run, booking, now),
                booking.booking_id,
            )
            for booking in travelling
        ]
        for first in range(0, len(told), TOGETHER):
            together = told[first : first + TOGETHER]
            try:
                self._add(together)
            except Conflict:  # some were told before a worker died
                for notification in together:
                    with suppress(Conflict):
                        self._add([notification])

    def _add(self, told: Sequence[Notification]) -> None:
        with self._units() as work:
            for notification in told:
                work.notifications.add(notification)
            work.commit()

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

    def _may_pay(self, key: RunKey) -> bool:
        """Is there a hold of which somebody waits? If it is paid for, it is dropped in a round to come."""
        waiting = self._waiting(key)
        with self._units() as work:
            return any(work.bookings.get(booking).booking_status is BookingStatus.HELD for booking in waiting)

    def _drop(self, booking_id: BookingId, now: datetime) -> bool:
        """Gives the ticket back if everybody on it still waits; a hold that is unpaid ends by itself."""
        with self._units() as work:
            booking = work.bookings.get(booking_id)
        people = [n for n, person in enumerate(booking.passengers) if person.status != CAN]
        if booking.booking_status not in PAID:  # confirmed, too, if whoever had a berth has left
            return False
        if any(booking.passengers[index].status not in (WL, NOSB) for index in people):
            return False
        try:
            self._cancelling.cancel(booking_id, booking.user_id, people, now, event=Event.CHART)
        except Problem:
            return False  # the passenger was faster
        return True


def _charted_at(run: Run, booking: Booking, now: datetime) -> datetime:
    """The time under which the chart stands among other news of the booking: the same in every round, and never one to
    come, so that later news stand above it."""
    return max(first_chart_at(run.departs_at), booking.created_at) if run.departs_at else now
