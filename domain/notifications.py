"""Notifications: what is to be told, kept until it has been told."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from pydantic import AwareDatetime, Field

from domain.ids import BookingId, ChatId, NotifId, UserId, new_id, same_id
from domain.model import Entity
from domain.reminders import DEPARTURES, Step
from domain.users import Preferences


class NotifType(StrEnum):
    """As in the schema."""

    BOOKING = "booking"
    PAYMENT = "payment"
    ALERT = "alert"
    PROMO = "promo"


MUTABLE = (NotifType.BOOKING, NotifType.ALERT, NotifType.PROMO)  # pushes of these a user may do without
CANCELLATIONS = frozenset({"told-train-cancelled", "told-train-cancelled-held", "told-train-cancelled-onward"})
# What loses its worth by waiting, or must be known: pushed at once, whatever a user prefers. So is all of PAYMENT.
AT_ONCE = frozenset(
    {
        *DEPARTURES,
        Step.LAST_CALL,
        "told-ticket",
        "told-hold-over",
        *CANCELLATIONS,
        "told-rescheduled",
        "told-rescheduled-sooner",
        "told-opening",
        "told-opening-day",
    }
)
AT_ONCE_FAMILIES = ("told-account", "told-identity")  # an answer to what the user asked, or a warning
READ, UNREAD = "read", "unread"


class Notification(Entity):
    """Something to tell. `title` names its wording in handlers/texts, `args` fill it: it is worded when it is pushed,
    in the language that the user has then, and `message` keeps those words. `due_at` is None once pushed."""

    notif_id: NotifId
    user_id: UserId
    type: NotifType
    title: str
    args: dict[str, Any] = Field(default_factory=dict)
    message: str = ""
    status: str = UNREAD
    related_booking_id: BookingId | None = None
    due_at: AwareDatetime | None = None
    attempts: int = 0
    messages_left: int | None = None  # of several, when a try broke off after the first; None: all
    chat_id: ChatId | None = None  # told there and not in the chat that the user has by then
    claimed_until: AwareDatetime | None = None  # while a worker pushes it
    pushed_at: AwareDatetime | None = None
    failed_at: AwareDatetime | None = None  # given up; `failure` says why
    failure: str = ""


def news(
    user_id: UserId, kind: NotifType, title: str, about: BookingId | None, now: datetime, **args: str
) -> Notification:
    """News, of a booking or of none, to be told at once; `args` fill the wording of `title`."""
    return Notification(
        notif_id=NotifId(new_id(now)),
        user_id=user_id,
        type=kind,
        title=title,
        args=args,
        related_booking_id=about,
        due_at=now,
        created_at=now,
        updated_at=now,
    )


def told_once(notification: Notification, at: datetime, *about: str) -> Notification:
    """The same news under the one id of what it is about at this time: adding it once more is a Conflict."""
    return notification.but(notif_id=NotifId(same_id(at, notification.user_id, notification.title, *about)))


def is_pressing(notification: Notification) -> bool:
    """Is it pushed at once, in quiet hours and to whoever wants no news of its type, too?"""
    if notification.type is NotifType.PAYMENT or notification.title in AT_ONCE:
        return True
    return notification.title.startswith(AT_ONCE_FAMILIES)


def when_to_push(notification: Notification, preferences: Preferences, now: datetime) -> datetime | None:
    """When to push what is due: `now`, or when the user's quiet hours end; None if it shall only be in the inbox."""
    if is_pressing(notification):
        return now
    if not preferences.push.get(notification.type, True):
        return None
    quiet_until = preferences.quiet.over_at(now) if preferences.quiet else None
    return quiet_until or now


def is_for_resting(notification: Notification) -> bool:
    """Is it told to somebody who has put their account to rest, too? What is about tickets and money, and answers."""
    if notification.type is NotifType.PAYMENT or notification.related_booking_id:
        return True
    return notification.title.startswith(AT_ONCE_FAMILIES)
