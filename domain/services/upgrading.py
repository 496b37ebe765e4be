"""Upgrading: when the first chart is made, tickets that asked for it move to empty berths of a higher class."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from domain.bookings import Booking, BookingStatus
from domain.inventory import RunKey
from domain.notifications import NotifType, news
from domain.ports import Units
from domain.queues import next_move
from domain.rules.upgrades import Upgrade, next_upgrade
from domain.services.berths import reseat
from domain.services.promoting import Promotable, Promoting

MOST = 1000  # upgrades of one round on one run: more than a train has berths of the upper classes


class Upgrading:
    """Makes the upgrades of a run one by one, each a unit of work with the news of it, and after each lets those who
    wait for the berths that were left move up. Many workers may do so at once, and again after a crash: a ticket moves
    once, and its old berths are given away by whoever looks next."""

    def __init__(self, units: Units, promoting: Promoting) -> None:
        self._units = units
        self._promoting = promoting

    def upgrade(self, key: RunKey, now: datetime) -> int:
        """Moves every ticket of a charted run that can be; returns how many were."""
        with self._units() as work:
            asking = {booking.booking_id: booking for booking in work.bookings.of_run(key) if booking.upgrade_wanted}
        moved = 0
        for _ in range(MOST if asking else 0):
            upgrade = self._next(key, asking.values())
            if upgrade is None:
                break
            asking[upgrade.booking.booking_id] = booking = self._promoting.until_settled(
                partial(self._once, upgrade, now), now
            )
            if booking.upgraded_to is upgrade.travel_class:
                moved += 1
                self._promoting.promote(key, now)
        return moved

    def _next(self, key: RunKey, asking: Iterable[Booking]) -> Upgrade | None:
        with self._units() as work:
            state = work.runs.load(key)
        return next_upgrade(state, asking) if state else None

    def _once(self, upgrade: Upgrade, now: datetime, attempt: int) -> Booking:
        """The booking as it is then: upgraded, or as somebody else left it meanwhile. Promotable while somebody who
        waits is due to move up: a berth of any class is theirs first."""
        key = upgrade.booking.run_key
        with self._units() as work:
            booking, state = work.bookings.get(upgrade.booking.booking_id), work.runs.load(key)
            if state is None or next_upgrade(state, [booking]) != Upgrade(booking, upgrade.travel_class):
                return booking
            if state.queue and next_move(state):
                raise Promotable(key)
            moved = reseat(work, state, booking, upgrade.travel_class, attempt)
            moved = moved.but(upgraded_to=upgrade.travel_class, updated_at=now)
            if booking.booking_status is BookingStatus.WAITLIST:
                moved = moved.moved(BookingStatus.CONFIRMED)
            work.bookings.save(moved)
            args = {"paid_class": booking.travel_class.value, "class": upgrade.travel_class.value, "pnr": booking.pnr}
            told = news(booking.user_id, NotifType.BOOKING, "told-upgraded", booking.booking_id, now, **args)
            work.notifications.add(told)
            work.commit()
            return moved
