"""Inboxes: a user's news of the last 90 days, what of it is read, and which of it is pushed when."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.ids import NotifId, UserId
from domain.notifications import MUTABLE, UNREAD, Notification, NotifType
from domain.ports import Units
from domain.quiet import QuietHours
from domain.services.retrying import until_settled
from domain.users import Preferences, User

KEPT = timedelta(days=90)
MOST = 300  # of one user's that are listed
A_PAGE = 6
BADGE = 20  # of the newest, those that are unread are counted


@dataclass(frozen=True, slots=True)
class Page:
    """Some of a user's news, newest first: page `number` of `pages`, from 0; `unread` counts those on all of them."""

    news: Sequence[Notification]
    number: int
    pages: int
    unread: int


class InboxService:
    """News are found under their user, so nobody reads another's."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def page(self, user_id: UserId, number: int, now: datetime) -> Page:
        """Page `number`, or the last one if there are fewer."""
        every = self._newest(user_id, MOST, now)
        pages = max(1, -(-len(every) // A_PAGE))
        number = min(max(number, 0), pages - 1)
        shown = every[number * A_PAGE : (number + 1) * A_PAGE]
        return Page(shown, number, pages, sum(one.status == UNREAD for one in every))

    def unread(self, user_id: UserId, now: datetime) -> int:
        """How many of the newest BADGE are unread."""
        return sum(one.status == UNREAD for one in self._newest(user_id, BADGE, now))

    def read(self, user_id: UserId, notif_id: NotifId) -> Notification | None:
        """This one of the user's, read from now on; None if it is not theirs, or no more."""
        with self._units() as work:
            found = work.notifications.of_id(user_id, notif_id)
            if found and found.status == UNREAD:
                work.notifications.mark_read(found)
            return found

    def read_all(self, user_id: UserId, now: datetime) -> int:
        """Marks all as read; how many were not."""
        unread = [one for one in self._newest(user_id, MOST, now) if one.status == UNREAD]
        with self._units() as work:
            for notification in unread:
                work.notifications.mark_read(notification)
        return len(unread)

    def push(self, user_id: UserId, kind: NotifType, wanted: bool, now: datetime) -> User:
        """Whether news of this type are sent, and not only kept in the inbox. Those of payments always are."""
        if kind not in MUTABLE:
            with self._units() as work:
                return work.users.get(user_id)
        return self._prefer(user_id, now, lambda before: before.but(push={**before.push, kind.value: wanted}))

    def keep_quiet(self, user_id: UserId, hours: QuietHours | None, now: datetime) -> User:
        """No news that can wait come in these hours, or in none. News that wait already are looked at anew."""
        user = self._prefer(user_id, now, lambda before: before.but(quiet=hours))
        with self._units() as work:
            for one in self._newest(user_id, MOST, now):
                if one.due_at and one.due_at > now and not one.attempts and one.claimed_until is None:
                    work.notifications.put_off(one, now, one.attempts)
        return user

    def _newest(self, user_id: UserId, limit: int, now: datetime) -> list[Notification]:
        with self._units() as work:
            return [one for one in work.notifications.newest(user_id, limit) if one.created_at > now - KEPT]

    def _prefer(self, user_id: UserId, now: datetime, change: Callable[[Preferences], Preferences]) -> User:
        def attempt(_: int) -> User:
            with self._units() as work:
                user = work.users.get(user_id)
                if (wanted := change(user.preferences)) == user.preferences:
                    return user
                work.users.save(user.but(preferences=wanted, updated_at=now))
                work.commit()
                return work.users.get(user_id)

        return until_settled(attempt)
