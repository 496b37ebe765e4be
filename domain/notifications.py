"""Notifications: what is to be told, kept until it has been told."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from pydantic import AwareDatetime, Field

from domain.ids import BookingId, NotifId, UserId, new_id
from domain.model import Entity


class NotifType(StrEnum):
    """As in the schema."""

    BOOKING = "booking"
    PAYMENT = "payment"
    ALERT = "alert"
    PROMO = "promo"


class Notification(Entity):
    """Something to tell. `title` names its wording in handlers/texts, `args` fill it: it is worded when it is pushed,
    in the language that the user has then, and `message` keeps those words. `due_at` is None once pushed."""

    notif_id: NotifId
    user_id: UserId
    type: NotifType
    title: str
    args: dict[str, Any] = Field(default_factory=dict)
    message: str = ""
    status: str = "unread"
    related_booking_id: BookingId | None = None
    due_at: AwareDatetime | None
    attempts: int = 0


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
