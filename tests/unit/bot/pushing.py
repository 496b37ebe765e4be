"""News of the unit tests: for whom they are, how they are worded, and the outbox that pushes them."""

import asyncio
import time
from datetime import UTC, datetime, timedelta

from telegram import Bot

from bot.clock import SystemClock
from bot.measures import Measures
from bot.outbox import PATIENCE, Outbox
from bot.telegram_send import Sender
from domain.ids import NotifId, new_id
from domain.notifications import Notification, NotifType
from domain.notifications import news as told
from domain.ports import Units
from domain.users import User
from handlers.reply import Reply
from tests.contract.samples import a_user
from tests.engines import Storage
from tests.unit.bot.chatters import Chatters, Someone, dot


def worded(notification: Notification, user: User) -> tuple[Reply, ...]:
    """The title, in bold."""
    return (Reply(text=f"<b>{notification.title}</b>"),)


def news(
    units: Units,
    person: Someone,
    *titles: str,
    due_in: timedelta = timedelta(),
    kind: NotifType = NotifType.ALERT,
) -> User:
    """A user for the person, and news for them."""
    now = datetime.now(UTC)
    user = a_user(chat_id=person.chat_id)
    with units() as work:
        work.users.add(user)
        for place, title in enumerate(titles):
            work.notifications.add(
                Notification(
                    notif_id=NotifId(new_id(now)), user_id=user.user_id, type=kind, title=title,
                    due_at=now + due_in + timedelta(milliseconds=place - len(titles)), created_at=now, updated_at=now,
                )
            )  # fmt: skip
        work.commit()
    return user


def one_more(
    units: Units, user: User, title: str, now: datetime | None = None, kind: NotifType = NotifType.ALERT
) -> Notification:
    """More news for them, as they are found when they are due."""
    with units() as work:
        fresh = told(user.user_id, kind, title, None, now or datetime.now(UTC))
        work.notifications.add(fresh)
        work.commit()
    return fresh.but(rev=1)


def outbox(storage: Storage, bot: Bot) -> Outbox:
    return Outbox(storage.units, worded, Sender(bot, dot, PATIENCE), SystemClock(), Measures())


def push(chat: Chatters, storage: Storage, seconds: float = 0.0) -> int:
    """How many were pushed in a first round, and in those that begin within so many seconds after it."""

    async def use(bot: Bot) -> int:
        pushing = outbox(storage, bot)
        pushed, ends = await pushing.push_due(), time.monotonic() + seconds
        while time.monotonic() < ends:
            await asyncio.sleep(0.05)
            pushed += await pushing.push_due()
        await pushing.finish()
        return pushed

    pushed: int = chat.with_bot(use)
    return pushed


def due(storage: Storage, at: datetime) -> list[str]:
    """What is due at an instant, by title."""
    with storage.units() as work:
        return [notification.title for notification in work.notifications.due(at)]


class Slow:
    """A pace of ten a second, which remembers how often it was asked to pause."""

    def __init__(self) -> None:
        self.pauses: list[datetime] = []
        self._free = datetime.now(UTC)

    def reserve(self, slots: int, now: datetime) -> datetime:
        first = max(now, self._free)
        self._free = first + timedelta(seconds=0.1) * slots
        return first

    def pause(self, until: datetime) -> None:
        self.pauses.append(until)
