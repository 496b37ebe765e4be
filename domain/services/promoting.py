"""Promoting: whoever waits moves up as berths come free, one at a time, each in a transaction with the news of it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial

from domain.bookings import CNF, PAID, RAC, Booking, BookingStatus, Passenger
from domain.coaches import kind_of
from domain.errors import Conflict, YatriError
from domain.inventory import Mark, RunKey
from domain.notifications import Notification, NotifType, news
from domain.ports import UnitOfWork, Units
from domain.queues import Move, after, next_move
from domain.services.retrying import T, until_settled

MARKS = 1000  # looked at in one round
MOST = 500  # moves of one round on one run: as many as can wait


class Promotable(Conflict):
    """Somebody who waits on this run is due to move up before anybody else is given a berth."""

    def __init__(self, key: RunKey) -> None:
        super().__init__(f"run {key.train_id} {key.run_date} has somebody to move up")
        self.key = key


class Promoting:
    """Makes the moves of a run until nobody can move up. Many workers may do so at once: each move happens once.
    `freed` is called with a run on which berths may be left then."""

    def __init__(self, units: Units, freed: Callable[[RunKey, datetime], object] | None = None) -> None:
        self._units = units
        self._freed = freed

    def run(self, now: datetime) -> int:
        """Looks at every run that is marked; returns how many passengers moved up. A run's trouble keeps no other from
        its turn; it stays marked, and the last trouble is raised."""
        with self._units() as work:
            marks = work.runs.marked(MARKS)
        moved, trouble = 0, None
        for key in dict.fromkeys(mark.key for mark in marks):
            try:
                moved += self.promote(key, now)
                self.look_for_watchers(key, now)
                self._unmark(mark for mark in marks if mark.key == key)
            except YatriError as error:
                trouble = error
        if trouble:
            raise trouble
        return moved

    def _unmark(self, marks: Iterable[Mark]) -> None:
        for mark in marks:
            with self._units() as work:
                work.runs.unmark(mark)

    def promote(self, key: RunKey, now: datetime) -> int:
        """Moves up whoever can on this run; returns how many did."""
        moved = 0
        while moved < MOST and until_settled(partial(self._once, key, now)):
            moved += 1
        return moved

    def look_for_watchers(self, key: RunKey, now: datetime) -> None:
        """Whoever wants to know of free berths on this run is told, now that nobody who waits can have them."""
        if self._freed:
            self._freed(key, now)

    def until_settled(self, attempt: Callable[[int], T], now: datetime) -> T:
        """As `until_settled`, but whoever is due to move up does so before the next attempt."""

        def once(number: int) -> T:
            try:
                return attempt(number)
            except Promotable as waiting:
                self.promote(waiting.key, now)
                raise

        return until_settled(once)

    def _once(self, key: RunKey, now: datetime, _: int) -> bool:
        with self._units() as work:
            state = work.runs.load(key)
            move = next_move(state) if state and state.queue else None
            if state is None or move is None:
                return False
            work.runs.change(key, after(state, move))
            work.runs.leave(key, move.place)
            if move.berth.half:
                work.runs.queue(key, replace(move.place, berth=move.berth, slot=0))
            self._tell(work, move, now)
            work.commit()
            return True

    def _tell(self, work: UnitOfWork, move: Move, now: datetime) -> None:
        """The booking with its passenger moved, and the news for who has paid."""
        booking = work.bookings.get(move.place.booking_id)
        people = list(booking.passengers)
        person = people[move.place.passenger] = _moved(people[move.place.passenger], move)
        paid = booking.booking_status in PAID
        booking = booking.but(passengers=tuple(people), updated_at=now)
        if booking.booking_status is BookingStatus.WAITLIST:
            booking = booking.moved(BookingStatus.CONFIRMED)
        work.bookings.save(booking)
        if paid:
            work.notifications.add(_news(booking, person, now))


def _moved(person: Passenger, move: Move) -> Passenger:
    kind = kind_of(move.place.travel_class, move.berth.number)
    return person.but(status=RAC if move.berth.half else CNF, seat=str(move.berth), berth_kind=kind)


def _news(booking: Booking, person: Passenger, now: datetime) -> Notification:
    title = "told-confirmed" if person.status == CNF else "told-rac"
    args = {"name": person.name, "seat": person.seat or "", "pnr": booking.pnr}
    return news(booking.user_id, NotifType.BOOKING, title, booking.booking_id, now, **args)
