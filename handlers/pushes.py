"""What is told without being asked: a notification in words, and the open question that it answers."""

from datetime import datetime

from domain.errors import Conflict, NotFound
from domain.ids import BroadcastId
from domain.notifications import Notification
from domain.ports import Clock, Sessions
from domain.services.billing import billed
from domain.users import User
from handlers.book import BOOK
from handlers.dialogue import Dialogue
from handlers.incoming import Incoming, Kind
from handlers.news import Wording
from handlers.reply import Reply
from handlers.resume import PAY
from handlers.services import Services
from handlers.talk import Talk
from handlers.texts import say
from handlers.topup import TOP_UP

_NOTHING_TO_PAY = frozenset({"told-ticket", "told-hold-over"})
_SAID_BY_CLOSING = frozenset({"told-hold-over", "told-topped-up"})  # by the last word of the question that they answer


class Pushes:
    """Words notifications when they are pushed, in the language that the user has then."""

    def __init__(self, services: Services, sessions: Sessions, clock: Clock) -> None:
        self._services = services
        self._sessions = sessions
        self._clock = clock

    def word(self, notification: Notification, user: User) -> tuple[Reply, ...]:
        """The messages to send, in order; none if there is nothing to tell any more. If the chat was waiting for just
        this, its question is closed first."""
        closing = self._closing(notification, user)
        if closing and notification.title in _SAID_BY_CLOSING:
            return closing
        return (*closing, *worded(self._services, notification, user, self._clock.now()))

    def _closing(self, notification: Notification, user: User) -> tuple[Reply, ...]:
        """Ends a dialogue that waits for this money; its message becomes the last word of it."""
        session = self._sessions.load(user.chat_id)
        dialogue = _waiting(notification, session.flow or "", session.draft.get("booking"))
        if dialogue is None:
            return ()
        now = self._clock.now()
        incoming = Incoming(0, user.chat_id, now, Kind.OTHER)
        talk = Talk(session, incoming, self._services, say(session.language))
        outcome = dialogue.ask(talk)
        if outcome.session.flow is not None:
            return ()
        try:
            self._sessions.commit(outcome.session.but(panel=None), now)
        except Conflict:
            return ()  # the person did something this very moment: that turn closes it
        return tuple(reply.but(edits=session.panel) for reply in outcome.replies[:1])


def worded(services: Services, notification: Notification, user: User, now: datetime) -> tuple[Reply, ...]:
    """The news in the user's language, by the booking that they are about as it is now. Where they say that there is
    nothing to pay for it any more, no message asks for that any longer."""
    wording = Wording(say(user.preferences.language), services.catalogue(), now)
    if notification.related_booking_id is None:
        return wording.plain(_with_text(services, notification, user))
    try:
        booking = services.booking.get(notification.related_booking_id, user.user_id)
    except NotFound:
        return ()
    replies = wording.of_booking(notification, booking)
    if notification.title in _NOTHING_TO_PAY and replies:
        return (replies[0].but(strips=billed(booking, user.chat_id)), *replies[1:])
    return replies


def _with_text(services: Services, notification: Notification, user: User) -> Notification:
    """A broadcast's message, if it has none yet, with its text in the user's language; other news as they are."""
    broadcast = notification.args.get("broadcast")
    if broadcast is None or "text" in notification.args:
        return notification
    text = services.broadcasting.text(BroadcastId(broadcast), user.preferences.language)
    return notification.but(args={**notification.args, "text": text})


def _waiting(notification: Notification, flow: str, booking: object) -> Dialogue | None:
    """The dialogue that these news may end: of a booking its own, of a top-up the one that asked for it."""
    if flow in (BOOK.name, PAY.name) and booking is not None and booking == notification.related_booking_id:
        return PAY if flow == PAY.name else BOOK
    return TOP_UP if flow == TOP_UP.name and notification.title == "told-topped-up" else None
