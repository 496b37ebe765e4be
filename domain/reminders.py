"""Reminders: what a booking has coming, from the last minutes to pay to the last hour before its train leaves."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zlib import crc32

from domain.bookings import PAID, Booking, BookingStatus
from domain.ids import BookingId
from domain.railtime import INDIA

LAST_CALL = timedelta(minutes=4)  # before a hold ends
EVE = time(18)  # of the day before departure
EVE_SPREAD = timedelta(minutes=15)  # after that, for not all who leave tomorrow can be told in one second
_SHORT_NOTICE = timedelta(hours=12)  # who books later than this before departure is not told of it at once
_HOURS, _HOUR = timedelta(hours=4), timedelta(hours=1)


class Step(StrEnum):
    """What comes. The values of those that are told name their wording in handlers/texts."""

    LAST_CALL = "told-hold-ending"
    HOLD_ENDS = "hold-ends"
    EVE = "told-leaves-eve"
    HOURS = "told-leaves-hours"
    HOUR = "told-leaves-hour"
    GONE = "gone"


TOLD = frozenset({Step.LAST_CALL, Step.EVE, Step.HOURS, Step.HOUR})
DEPARTURES = frozenset({Step.EVE, Step.HOURS, Step.HOUR})


@dataclass(frozen=True, slots=True)
class Coming:
    """One step and its time."""

    at: datetime
    step: Step


@dataclass(frozen=True, slots=True)
class Look:
    """A booking on the list of those to be looked at: at `at`; all that was coming up to `since` has been seen to."""

    booking_id: BookingId
    at: datetime
    since: datetime


def coming(booking: Booking) -> tuple[Coming, ...]:
    """All that comes for the booking as it is now, in order of time; nothing for one that has ended.

    Departure is the boarding station's own. It is told of the day before at 18:00 or in the minutes after that (within
    EVE_SPREAD, for each booking at its own time), 4 hours before and 1 hour before.
    For who books after that evening has begun it is as soon as the hold would be looked at, unless it is short notice.
    What has come up before the desk changed the time of the train is not told any more: the news of the new time was.
    """
    if booking.booking_status is BookingStatus.HELD:
        return Coming(first_look(booking), Step.LAST_CALL), Coming(booking.hold_until, Step.HOLD_ENDS)
    if booking.booking_status not in PAID:
        return ()
    leaves = leaves_at(booking)
    steps = [Coming(leaves - _HOURS, Step.HOURS), Coming(leaves - _HOUR, Step.HOUR), Coming(leaves, Step.GONE)]
    if (eve := _eve(booking)) is not None:
        steps.append(Coming(eve, Step.EVE))
    told = booking.retimed_at
    return tuple(sorted((one for one in steps if told is None or one.at > told), key=lambda step: step.at))


def first_look(booking: Booking) -> datetime:
    """When a new booking is looked at first: the passenger has a few minutes left to pay then."""
    return booking.hold_until - LAST_CALL


def leaves_at(booking: Booking) -> datetime:
    """When the train leaves where the party gets in, in Asia/Kolkata."""
    return (booking.boarding_at or booking.departure_at).astimezone(INDIA)


def due(steps: tuple[Coming, ...], since: datetime, now: datetime) -> Coming | None:
    """The latest step of those that came up after `since`; what it overtook is not worth telling any more."""
    return next((step for step in reversed(steps) if since < step.at <= now), None)


def following(steps: tuple[Coming, ...], now: datetime) -> datetime | None:
    """When the booking is to be looked at next; None when nothing more comes."""
    return next((step.at for step in steps if step.at > now), None)


def _eve(booking: Booking) -> datetime | None:
    leaves = leaves_at(booking)
    eve = datetime.combine(leaves.date() - timedelta(days=1), EVE, INDIA) + _place_in_the_evening(booking.booking_id)
    looked_at = first_look(booking)
    if eve >= looked_at:
        return eve
    return looked_at if leaves - looked_at > _SHORT_NOTICE else None


def _place_in_the_evening(booking_id: BookingId) -> timedelta:
    """Whole seconds below EVE_SPREAD, the same in every process."""
    return timedelta(seconds=crc32(booking_id.encode()) % int(EVE_SPREAD.total_seconds()))
