"""News in words: a notification with the booking it is about, in the language its reader has now."""

from domain.notifications import Notification
from domain.ports import Units
from domain.users import User
from handlers.reply import Reply
from handlers.texts import say
from handlers.trips import told


class Wording:
    """Call it with a notification and its reader to get the replies to send. Blocking: it reads the booking."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def __call__(self, notification: Notification, user: User) -> tuple[Reply, ...]:
        """Raises NotFound if the booking is not there, KeyError for a title without words."""
        booking = None
        if notification.related_booking_id:
            with self._units() as work:
                booking = work.bookings.get(notification.related_booking_id)
        words = say(user.preferences.language)
        return told(notification.title, notification.args, booking, user, words)
