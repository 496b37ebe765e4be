"""News: pushed once it is due, tried again when the line is down, and given up for those who have left."""

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
from domain.ports import Units
from domain.users import User
from handlers.reply import Reply
from tests.contract.samples import a_user
from tests.engines import Storage
from tests.unit.bot.chatters import Chatters, Someone, dot
from tests.unit.bot.moody import MoodyTelegram


def worded(notification: Notification, user: User) -> tuple[Reply, ...]:
    """The title, in bold."""
    return (Reply(text=f"<b>{notification.title}</b>"),)


def news(units: Units, person: Someone, *titles: str, due_in: timedelta = timedelta()) -> User:
    """A user for the person, and news for them."""
    now = datetime.now(UTC)
    user = a_user(chat_id=person.chat_id)
    with units() as work:
        work.users.add(user)
        for place, title in enumerate(titles):
            work.notifications.add(
                Notification(
                    notif_id=NotifId(new_id(now)), user_id=user.user_id, type=NotifType.ALERT, title=title,
                    due_at=now + due_in + timedelta(milliseconds=place - len(titles)), created_at=now, updated_at=now,
                )
            )  # fmt: skip
        work.commit()
    return user


def outbox(storage: Storage, bot: Bot) -> Outbox:
    return Outbox(storage.units, worded, Sender(bot, dot, PATIENCE), SystemClock(), Measures())


def push(chat: Chatters, storage: Storage) -> int:
    """How many were pushed."""

    async def use(bot: Bot) -> int:
        return await outbox(storage, bot).push_due()

    pushed: int = chat.with_bot(use)
    return pushed


def due(storage: Storage, at: datetime) -> list[str]:
    """What is due at an instant, by title."""
    with storage.units() as work:
        return [notification.title for notification in work.notifications.due(at)]


def test_what_is_due_is_pushed_once_and_in_order(chat: Chatters, storage: Storage) -> None:
    person = chat.someone()
    news(storage.units, person, "first", "second")
    assert push(chat, storage) == 2
    assert push(chat, storage) == 0
    assert [message["text"] for message in person.sees()] == ["first", "second"]


def test_what_is_not_due_yet_waits(chat: Chatters, storage: Storage) -> None:
    person = chat.someone()
    news(storage.units, person, "tomorrow", due_in=timedelta(days=1))
    assert push(chat, storage) == 0
    assert person.sees() == []


def test_who_has_left_is_not_tried_again(chat: Chatters, storage: Storage) -> None:
    person = chat.someone()
    person.blocks()
    news(storage.units, person, "nobody reads this")
    push(chat, storage)
    assert due(storage, datetime.now(UTC) + timedelta(days=1)) == []


def test_what_could_not_be_pushed_is_due_again_later(chat: Chatters, storage: Storage) -> None:
    news(storage.units, chat.someone(), "later")

    def unworded(notification: Notification, user: User) -> tuple[Reply, ...]:
        raise KeyError(f"no wording for {notification.title}")

    async def use(bot: Bot) -> int:
        return await Outbox(storage.units, unworded, Sender(bot, dot), SystemClock(), Measures()).push_due()

    assert chat.with_bot(use) == 0
    assert due(storage, datetime.now(UTC)) == []
    assert due(storage, datetime.now(UTC) + timedelta(minutes=2)) == ["later"]


def test_a_chat_that_is_flooded_for_long_gets_its_news_in_order_when_that_is_over(
    chat: Chatters, storage: Storage
) -> None:
    flooded, other = chat.someone(), chat.someone()
    news(storage.units, flooded, "first", "second")
    news(storage.units, other, "your ticket")

    async def use(bot: Bot) -> tuple[int, int]:
        pushing = outbox(storage, bot)
        return await pushing.push_due(), await pushing.push_due()

    with MoodyTelegram(chat) as telegram:
        telegram.floods(flooded, 60)
        began = time.monotonic()
        assert telegram.with_bot(use) == (1, 0)
        assert time.monotonic() - began < 3
    assert [message["text"] for message in other.sees()] == ["your ticket"]
    now = datetime.now(UTC)
    assert due(storage, now + timedelta(seconds=50)) == []
    assert due(storage, now + timedelta(seconds=65)) == ["first", "second"]


def test_while_one_chat_is_slow_the_next_round_serves_others_and_nothing_is_sent_twice(
    chat: Chatters, storage: Storage
) -> None:
    slow, late = chat.someone(), chat.someone()
    news(storage.units, slow, "slow")

    async def use(bot: Bot) -> list[str]:
        pushing = outbox(storage, bot)
        await pushing.push_due()
        await asyncio.to_thread(news, storage.units, late, "your ticket")
        assert await pushing.push_due() == 1
        before = [message["text"] for message in await asyncio.to_thread(slow.sees)]
        await pushing.finish()
        return before

    with MoodyTelegram(chat) as telegram:
        telegram.floods(slow, 1.9)
        assert telegram.with_bot(use) == []
    assert [message["text"] for message in slow.sees()] == ["slow"]
    assert [message["text"] for message in late.sees()] == ["your ticket"]
    assert due(storage, datetime.now(UTC) + timedelta(days=1)) == []
