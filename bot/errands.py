"""Errands: news taken off the due list for one worker, worded for who shall read it, and what became of it noted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from bot.logs import logger
from bot.telegram_text import plain
from domain.delivery import Lane, wait_after
from domain.errors import Busy
from domain.notifications import Notification, NotifType, is_for_resting, when_to_push
from domain.ports import Units
from domain.services.accounts import AccountService
from domain.services.broadcasting import in_language
from domain.users import User
from handlers.reply import Reply

# Blocking: it may have to read the booking.
Word = Callable[[Notification, User], tuple[Reply, ...]]
LEASE = timedelta(seconds=30)  # if the worker dies, another pushes it after that, unless told otherwise
_LOOK_AGAIN = timedelta(hours=1)  # at what waits for quiet hours to end: they may be moved
_NOTING = 3  # tries: what was sent and is not noted will be sent again
_log = logger(__name__)
T = TypeVar("T")


@dataclass(slots=True)
class Errand:
    """What to send to whom: a notification that is this worker's until its `due_at`. It changes under way, as the claim
    is prolonged and messages go out."""

    notification: Notification
    user: User
    replies: tuple[Reply, ...]

    @property
    def left(self) -> tuple[Reply, ...]:
        """What is to be sent still. Counted from the end: a question that an earlier try closed is not worded again."""
        left = self.notification.messages_left
        return self.replies if left is None else self.replies[max(0, len(self.replies) - left) :]

    def one_is_out(self) -> None:
        """The first of what was left."""
        self.notification = self.notification.but(messages_left=len(self.left) - 1)


class Errands:
    """Blocking; called in threads. `word` says what a notification means."""

    def __init__(self, units: Units, word: Word, lease: timedelta = LEASE) -> None:
        self._units = units
        self._accounts = AccountService(units)
        self._word = word
        self._lease = lease

    def due(self, now: datetime, limit: int, lanes: Iterable[Lane], shards: Iterable[int] | None) -> list[Notification]:
        """What is due, in the order in which it shall go out."""
        with self._units() as work:
            return work.notifications.due(now, limit, lanes, shards)

    def begin(self, notification: Notification, now: datetime) -> Errand | None:
        """None if there is nothing to send (now): another worker is at it, or the user does not want or get it. A
        wording that fails is noted as a failure."""
        until = now + self._lease
        with self._units() as work:
            if not work.notifications.claim(notification, until):
                return None
        tries = notification.attempts + 1
        claimed = notification.but(rev=notification.rev + 1, attempts=tries, due_at=until, claimed_until=until)
        try:
            return self._errand(claimed, now)
        except Exception as error:
            self.failed(claimed, error, now)
            return None

    def _errand(self, claimed: Notification, now: datetime) -> Errand | None:
        with self._units() as work:
            user = work.users.get(claimed.user_id)
            told = in_language(work, claimed, user.preferences.language)
            if told is None:
                work.notifications.drop(claimed)
                return None
            if claimed.chat_id is not None:
                user = user.but(chat_id=claimed.chat_id, blocked_at=None)
            elif not user.chat_id:  # deleted
                work.notifications.pushed(claimed, "", outcome="gone")
                return None
            elif not user.is_active and not is_for_resting(claimed):
                work.notifications.pushed(claimed, "", outcome="kept")
                return None
            when = when_to_push(claimed, user.preferences, now)
            if user.blocked_at or when is None:
                work.notifications.pushed(claimed, "", outcome="gone" if user.blocked_at else "kept")
                return None
            if when > now:
                again = when if claimed.type is NotifType.PROMO else min(when, now + _LOOK_AGAIN)
                work.notifications.put_off(claimed, again, claimed.attempts - 1)
                return None
        return Errand(claimed, user, self._word(told, user))

    def prolong(self, errand: Errand, now: datetime) -> bool:
        """The claim begins anew, and is no other try for that. False if it is another worker's by now."""
        claimed, until = errand.notification, now + self._lease
        with self._units() as work:
            if not work.notifications.claim(claimed.but(attempts=claimed.attempts - 1), until):
                return False
        errand.notification = claimed.but(rev=claimed.rev + 1, due_at=until, claimed_until=until)
        return True

    def sent(self, errand: Errand, now: datetime) -> None:
        """It is out: the words are kept."""
        message = "\n\n".join(plain(reply.text) for reply in errand.replies)
        self._noted(lambda: self._off(errand.notification, message, now, "sent"))

    def gone(self, errand: Errand, now: datetime) -> None:
        """The person cannot be reached: neither with this nor, until they write again, with anything else."""
        self._noted(lambda: self._off(errand.notification, "", None, "gone"))
        if errand.notification.chat_id is None:
            self._accounts.left(errand.user.user_id, errand.user.chat_id, now)

    def failed(self, claimed: Notification, error: Exception, now: datetime) -> bool:
        """To be tried again later, or given up: then True."""
        why = f"{type(error).__name__}: {error}"[:300]
        wait = wait_after(claimed.attempts)
        tell = _log.warning if wait else _log.error
        tell("news could not be pushed", title=claimed.title, tries=claimed.attempts, given_up=wait is None, error=why)
        with self._units() as work:
            if wait is None:
                work.notifications.give_up(claimed, now, why)
            else:
                work.notifications.put_off(claimed, now + wait, claimed.attempts)
        return wait is None

    def put_off(self, news: Iterable[Notification], until: datetime) -> None:
        """One person's news, in their order; that is no failure of theirs."""
        with self._units() as work:
            for place, notification in enumerate(news):
                claims = 1 if notification.claimed_until else 0
                later = until + timedelta(milliseconds=place)
                work.notifications.put_off(notification, later, notification.attempts - claims)

    def _off(self, notification: Notification, message: str, at: datetime | None, outcome: str) -> None:
        with self._units() as work:
            work.notifications.pushed(notification, message, at, outcome)

    def _noted(self, note: Callable[[], T]) -> T:
        for _ in range(_NOTING - 1):
            try:
                return note()
            except Busy:
                continue
        return note()
