"""What is told without being asked: a notification in words, and the open question that it answers."""

from domain.errors import Conflict, NotFound
from domain.ids import BookingId
from domain.notifications import Notification
from domain.ports import Clock, Sessions
from domain.users import User
from handlers.book import BOOK
from handlers.incoming import Incoming, Kind
from handlers.reply import Reply
from handlers.services import Services
from handlers.talk import Talk
from handlers.texts import say
from handlers.tickets import news_replies, plain_news, train_called


class Pushes:
    """Words notifications when they are pushed, in the language that the user has then."""

    def __init__(self, services: Services, sessions: Sessions, clock: Clock) -> None:
        self._services = services
        self._sessions = sessions
        self._clock = clock

    def word(self, notification: Notification, user: User) -> tuple[Reply, ...]:
        """The messages to send, in order. If the chat was waiting for just this, its question is closed first."""
        words = say(user.preferences.language)
        if notification.related_booking_id is None:
            return plain_news(notification, words)
        try:
            booking = self._services.booking.get(notification.related_booking_id, user.user_id)
        except NotFound:
            return ()
        train = train_called(self._services.catalogue(), booking, words)
        closing = self._closing(user, booking.booking_id)
        if closing and notification.title == "told-hold-over":
            return closing  # the open question says it already
        return (*closing, *news_replies(notification, booking, train, words))

    def _closing(self, user: User, booking_id: BookingId) -> tuple[Reply, ...]:
        """Ends a booking dialogue that waits for this booking's money; its message becomes the last word of it."""
        session = self._sessions.load(user.chat_id)
        if session.flow != BOOK.name or session.draft.get("booking") != booking_id:
            return ()
        now = self._clock.now()
        incoming = Incoming(0, user.chat_id, now, Kind.OTHER)
        talk = Talk(session, incoming, self._services, say(session.language))
        outcome = BOOK.ask(talk)
        if outcome.session.flow is not None:
            return ()
        try:
            self._sessions.commit(outcome.session.but(panel=None), now)
        except Conflict:
            return ()  # the person did something this very moment: that turn closes it
        return tuple(reply.but(edits=session.panel) for reply in outcome.replies[:1])
