"""Pushes news that is due: claimed so that one worker sends it, worded in the language the person has now."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from telegram.error import TelegramError

from bot.logs import logger
from bot.measures import Measures
from bot.telegram_calls import ChatGone
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
_TOGETHER = 8
_ROUND = 2.0  # seconds until the next round may begin
PATIENCE = 3.0  # seconds that a message waits for a flood limit; a longer one is left to the lease


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
        """Push what is due now; how many were pushed. One person's news keep their order, and a person to whom sending
        is slow keeps nobody waiting: it goes on while the next round serves the others."""
        now = self._clock.now()
        due = await asyncio.to_thread(self._due, now)
        people: dict[str, list[Notification]] = {}
        for notification in due:
            if notification.user_id not in self._under_way:
                people.setdefault(notification.user_id, []).append(notification)
        tasks = [self._begin(user_id, news, now) for user_id, news in people.items()]
        done = (await asyncio.wait(tasks, timeout=_ROUND))[0] if tasks else ()
        return sum(task.result() for task in done)

    def _begin(self, user_id: str, news: list[Notification], now: datetime) -> asyncio.Task[int]:
        task = asyncio.create_task(self._to_one(news, now))
        self._under_way[user_id] = task
        task.add_done_callback(lambda _: self._under_way.pop(user_id, None))
        return task

    async def _to_one(self, news: list[Notification], now: datetime) -> int:
        async with self._slots:
            for count, notification in enumerate(news):
                if not await self._pushed(notification, now):
                    return count
        return len(news)

    async def _pushed(self, notification: Notification, now: datetime) -> bool:
        """False if it has to be tried again later, or somebody else is at it."""
        lease = min(_LONGEST, _LEASE * 2 ** min(notification.attempts, 10))
        try:
            claimed = await asyncio.to_thread(self._claimed, notification, now + lease)
            if claimed is None:
                return False
            chat_id, replies = claimed
            outcome = await self._sent(chat_id, replies)
        except (YatriError, TelegramError, LookupError, ValueError) as error:
            _log.warning("news could not be pushed", title=notification.title, error=f"{type(error).__name__}: {error}")
            self._measures.pushed.labels("failed").inc()
            return False
        await asyncio.to_thread(self._note, notification, "\n\n".join(plain(reply.text) for reply in replies))
        self._measures.pushed.labels(outcome).inc()
        return True

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

    def _note(self, notification: Notification, message: str) -> None:
        with self._units() as work:
            work.notifications.pushed(notification, message)
