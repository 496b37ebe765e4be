"""Delivery: which news go first, when one that failed is tried again, and when it is given up."""

from datetime import timedelta
from enum import StrEnum

from domain.notifications import Notification, NotifType, is_pressing
from domain.reminders import Step

MOST_TRIES = 8
_FIRST_WAIT = timedelta(minutes=1)


class Lane(StrEnum):
    """News of a lane go out before those of the next."""

    URGENT = "urgent"  # money, tickets and departures of today
    ALERT = "alert"  # and departures of tomorrow, which come for all travellers at about the same time
    PROMO = "promo"


_LANES = {NotifType.PAYMENT: Lane.URGENT, NotifType.BOOKING: Lane.URGENT, NotifType.ALERT: Lane.ALERT}
_ORDER = {lane: place for place, lane in enumerate(Lane)}


def lane_of(notification: Notification) -> Lane:
    """The lane that a notification goes out in."""
    if notification.title == Step.EVE:
        return Lane.ALERT
    if is_pressing(notification):
        return Lane.URGENT
    return _LANES.get(notification.type, Lane.PROMO)


def turn_of(notification: Notification) -> tuple[int, float, str]:
    """What the next one is chosen by: lane, then when it is due, then its id."""
    due = notification.due_at.timestamp() if notification.due_at else 0.0
    return _ORDER[lane_of(notification)], due, notification.notif_id


def wait_after(tries: int) -> timedelta | None:
    """Until the next try once so many have failed: 1, 2, 4 … 64 minutes. None: it is given up, after MOST_TRIES or
    about two hours, for what was news then is none any more."""
    return _FIRST_WAIT * 2 ** (tries - 1) if 0 < tries < MOST_TRIES else None
