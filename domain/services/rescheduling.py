"""Rescheduling: the desk moves the time of a run, its tickets and their reminders follow, and everybody is told."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from domain.bookings import PAID, Booking, BookingStatus
from domain.errors import Conflict, Problem
from domain.inventory import RunKey, RunState
from domain.notifications import NotifType, news
from domain.ports import UnitOfWork, Units
from domain.reminders import coming, following, leaves_at
from domain.services.retrying import until_settled

_LIVE = {*PAID, BookingStatus.HELD}
KEPT_LISTED = timedelta(days=4)  # after a run's date: no train is under way for longer


@dataclass(frozen=True, slots=True)
class Followed:
    """What one round did: bookings that follow their run now, and a line for each that was put off."""

    bookings: int
    troubles: tuple[str, ...]


class Rescheduling:
    """Goes over the late runs and moves each booking by what it lacks, in a transaction with the news of it. A run
    stays listed until it is over, so whoever books on it meanwhile is moved and told, too. Many workers may do so at
    once, and again after a crash: a booking keeps by how much it was moved. It may be moved back, when the train is
    less late than was feared; with it, it is looked at again when its next reminder is due by the new time."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def run(self, now: datetime) -> Followed:
        """One round."""
        with self._units() as work:
            listed = work.run_changes.listed_late()
        moved, troubles = 0, list[str]()
        for key in listed:
            try:
                moved += self.follow(key, now)
                self._unlist(key, now)
            except Exception as trouble:  # one run's trouble, whatever it is, must not keep others from theirs
                troubles.append(f"run {key.train_id} {key.run_date} put off: {type(trouble).__name__}: {trouble}")
        return Followed(moved, tuple(troubles))

    def follow(self, key: RunKey, now: datetime) -> int:
        """Moves the bookings of a run; how many there were to move."""
        with self._units() as work:
            state = work.runs.load(key)
            if state is None or state.cancelled:
                return 0
            others = [one for one in work.bookings.of_run(key) if one.late != state.late]
        return sum(until_settled(partial(self._move, one, state, now)) for one in others)

    def _move(self, listed: Booking, state: RunState, now: datetime, _: int) -> bool:
        late = state.late
        with self._units() as work:
            booking = work.bookings.get(listed.booking_id)
            if booking.late == late or booking.booking_status not in _LIVE or booking.arrival_at <= now:
                return False
            moved = delayed(booking, late).but(updated_at=now)
            if booking.booking_status in PAID:
                moved = moved.but(retimed_at=now)
                _tell(work, booking, moved, state.why_late)
            work.bookings.save(moved)
            try:
                work.commit()
            except Conflict:
                if self._is_done(listed, late):
                    return False
                raise
            return True

    def _is_done(self, listed: Booking, late: int) -> bool:
        with self._units() as work:
            return work.bookings.get(listed.booking_id).late == late

    def _unlist(self, key: RunKey, now: datetime) -> None:
        if now.date() > key.run_date + KEPT_LISTED:
            with self._units() as work:
                work.run_changes.unlist_late(key)
                work.commit()


def delayed(booking: Booking, late: int) -> Booking:
    """The booking with its times `late` minutes after the timetable's; all of them, for a train does not catch up what
    it loses before it leaves."""
    by = timedelta(minutes=late - booking.late)
    return booking.but(
        departure_at=booking.departure_at + by,
        arrival_at=booking.arrival_at + by,
        boarding_at=booking.boarding_at + by if booking.boarding_at else None,
        late=late,
    )


def check_delay(minutes: int, state: RunState, now: datetime) -> None:
    """Problem `delay-minutes` if it cannot be, `delay-known` or `delay-none` if it is what people have been told,
    `delay-past` if the train, which is still expected, would have left already. 0 minutes: it is on time after all."""
    if minutes and not 5 <= minutes <= 48 * 60:
        raise Problem("delay-minutes")
    if minutes == state.late:
        raise Problem("delay-known", minutes=state.late) if minutes else Problem("delay-none")
    if state.run.departs_at and state.run.departs_at + timedelta(minutes=minutes) <= now:
        raise Problem("delay-past")


def _tell(work: UnitOfWork, booking: Booking, moved: Booking, reason: str) -> None:
    """The news, written with the move itself, which happens once; and the look at which the next reminder is due by
    the new time."""
    title = "told-rescheduled-sooner" if moved.late < booking.late else "told-rescheduled"
    now, was_at = moved.updated_at, leaves_at(booking).isoformat()
    told = news(booking.user_id, NotifType.BOOKING, title, booking.booking_id, now, was_at=was_at, reason=reason)
    work.notifications.add(told)
    if (at := following(coming(moved), now)) is not None:
        work.bookings.look_too(booking.booking_id, at, now)
