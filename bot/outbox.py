"""Pushes news that is due: claimed so that one worker sends it, worded in the language the person has now."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from telegram.error import RetryAfter, TelegramError

from bot.logs import logger
from bot.measures import Measures
from bot.telegram_calls import ChatGone, seconds_of
from bot.telegram_send import Sender
from bot.telegram_text import plain
from domain.errors import YatriError
from domain.ids import ChatId
from domain.notifications import Notification
from domain.ports import Clock, Units
from domain.users import User
from handlers.reply import Reply

# Blocking: it may have to read the booking.
Word = Callable[[Notification, User], tuple[Reply, ...]]
_log = logger(__name__)
_LEASE = timedelta(seconds=30)  # if the worker dies, another pushes it after that; doubled with each attempt up to:
_LONGEST = timedelta(hours=1)
_MARGIN = timedelta(seconds=5)  # sending ends so long before its lease, for then another worker may send the same
_TOGETHER = 16  # more than anybody's threads: those who wait for a flood limit do nothing meanwhile
_ROUND = 1.0  # seconds until the next round may begin
PATIENCE = 3.0  # seconds that news wait for a flood limit; after that they are put off


class Outbox:
    """At least once: a crash between sending and noting it sends again. `word` says what a notification means."""

    def __init__(self, units: Units, word: Word, sender: Sender, clock: Clock, measures: Measures) -> None:
        self._units = units
        self._word = word
        self._sender = sender
        self._clock = clock
        self._measures = measures
        self._slots = asyncio.Semaphore(_TOGETHER)
        self._under_way: dict[str, asyncio.Task[int]] = {}  # by user

    async def push_due(self) -> int:
        """Push what is due now; how many were pushed by the end of the round. One person's news keep their order, and
        a person to whom sending is slow keeps nobody waiting: it goes on while the next rounds serve the others."""
        due = await asyncio.to_thread(self._due, self._clock.now())
        people: dict[str, list[Notification]] = {}
        for notification in due:
            if notification.user_id not in self._under_way:
                people.setdefault(notification.user_id, []).append(notification)
        tasks = [self._begin(user_id, news) for user_id, news in people.items()]
        done = (await asyncio.wait(tasks, timeout=_ROUND))[0] if tasks else ()
        return sum(task.result() for task in done if not task.exception())

    async def finish(self) -> None:
        """Returns when nothing is being sent any more; to be called once no round will begin."""
        if self._under_way:
            await asyncio.wait(self._under_way.values())

    def _begin(self, user_id: str, news: list[Notification]) -> "asyncio.Task[int]":
        task = asyncio.create_task(self._to_one(news))
        self._under_way[user_id] = task
        task.add_done_callback(partial(self._ended, user_id))
        return task

    def _ended(self, user_id: str, task: "asyncio.Task[int]") -> None:
        del self._under_way[user_id]
        if not task.cancelled() and (error := task.exception()):
            _log.error("pushing news broke off", user_id=user_id, exc_info=error)

    async def _to_one(self, news: list[Notification]) -> int:
        async with self._slots:
            for count, notification in enumerate(news):
                if not await self._pushed(notification, news[count + 1 :]):
                    return count
        return len(news)

    async def _pushed(self, notification: Notification, following: list[Notification]) -> bool:
        """False if it has to be tried again later, or somebody else is at it."""
        lease = min(_LONGEST, _LEASE * 2 ** min(notification.attempts, 10))
        until = self._clock.now() + lease
        try:
            async with asyncio.timeout((lease - _MARGIN).total_seconds()):
                claimed = await asyncio.to_thread(self._claimed, notification, until)
                if claimed is None:
                    return False
                chat_id, replies = claimed
                outcome = await self._sent(chat_id, replies)
            await asyncio.to_thread(self._note, notification, "\n\n".join(plain(reply.text) for reply in replies))
        except RetryAfter as asked:
            leased = notification.but(rev=notification.rev + 1, attempts=notification.attempts + 1, due_at=until)
            await self._flooded([leased, *following], timedelta(seconds=seconds_of(asked)))
            return False
        except (YatriError, TelegramError, LookupError, ValueError, TimeoutError) as error:
            _log.warning("news could not be pushed", title=notification.title, error=f"{type(error).__name__}: {error}")
            self._measures.pushed.labels("failed").inc()
            return False
        self._measures.pushed.labels(outcome).inc()
        return True

    async def _flooded(self, news: list[Notification], asked: timedelta) -> None:
        """All of the person's news wait as long as Telegram asks, and keep their order."""
        _log.info("a chat is flooded: its news are put off", seconds=asked.total_seconds(), news=len(news))
        self._measures.pushed.labels("flooded").inc()
        until = self._clock.now() + asked + timedelta(seconds=1)
        try:
            await asyncio.to_thread(self._put_off, news, until)
        except YatriError as error:
            # Only sooner than they should be, then.
            _log.warning("news could not be put off", error=type(error).__name__)

    def _due(self, now: datetime) -> list[Notification]:
        with self._units() as work:
            return work.notifications.due(now)

    async def _sent(self, chat_id: ChatId, replies: tuple[Reply, ...]) -> str:
        try:
            await self._sender.send(chat_id, replies)
        except ChatGone:
            return "gone"
        return "sent"

    def _claimed(self, notification: Notification, until: datetime) -> tuple[ChatId, tuple[Reply, ...]] | None:
        """Whom to tell what; None if another worker is at it."""
        with self._units() as work:
            if not work.notifications.claim(notification, until):
                return None
            user = work.users.get(notification.user_id)
        return user.chat_id, self._word(notification, user)

    def _put_off(self, news: list[Notification], until: datetime) -> None:
        with self._units() as work:
            for place, notification in enumerate(news):
                # A claim counts as an attempt, which this is not.
                uncounted = notification.but(attempts=notification.attempts - 1)
                work.notifications.claim(uncounted, until + timedelta(milliseconds=place))

    def _note(self, notification: Notification, message: str) -> None:
        with self._units() as work:
            work.notifications.pushed(notification, message)
