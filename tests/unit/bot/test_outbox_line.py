"""News on a bad line: a flood stops only its own chat, and what is slow or refused does not come twice."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from telegram import Bot

from bot.clock import SystemClock
from bot.measures import Measures
from bot.outbox import PATIENCE, Outbox
from bot.telegram_send import Delivered, Sender
from bot.traffic import Traffic
from domain.ids import ChatId
from domain.notifications import Notification, NotifType
from domain.users import User
from handlers.reply import Reply
from storage.pace import Pace
from tests.engines import Storage
from tests.unit.bot.chatters import Chatters, dot
from tests.unit.bot.moody import MoodyTelegram
from tests.unit.bot.pushing import Slow, due, news, outbox, worded


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
    with storage.units() as work:
        assert [each.attempts for each in work.notifications.due(now + timedelta(seconds=65))] == [0, 0]


def test_while_one_chat_is_flooded_others_are_served_and_nothing_is_sent_twice(
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
        while not await pushing.push_due():
            await asyncio.sleep(0.1)
        await pushing.finish()
        return before

    with MoodyTelegram(chat) as telegram:
        telegram.floods(slow, 0.9)
        assert telegram.with_bot(use) == []
    assert [message["text"] for message in slow.sees()] == ["slow"]
    assert [message["text"] for message in late.sees()] == ["your ticket"]
    assert due(storage, datetime.now(UTC) + timedelta(days=1)) == []


def test_when_many_chats_are_refused_at_once_all_sending_pauses(chat: Chatters, storage: Storage) -> None:
    pace = Slow()
    people = [chat.someone() for _ in range(3)]

    async def use(bot: Bot) -> int:
        sender = Sender(bot, dot, PATIENCE)
        return await Outbox(storage.units, worded, sender, SystemClock(), Measures(), pace=pace).push_due()

    began = datetime.now(UTC)
    with MoodyTelegram(chat) as telegram:
        for person in people:
            news(storage.units, person, "news")
            telegram.floods(person, 3600)
        assert telegram.with_bot(use) == 0
    (until,) = pace.pauses
    assert until - began < timedelta(minutes=1)  # payments do not wait as long as those three chats


class Closed(Slow):
    """Whose next slot is far away."""

    def reserve(self, slots: int, now: datetime) -> datetime:
        return now + timedelta(hours=1)


def test_news_that_get_no_slot_make_room_and_have_lost_no_try(chat: Chatters, storage: Storage) -> None:
    person, before = chat.someone(), datetime.now(UTC)
    news(storage.units, person, "paid", kind=NotifType.PAYMENT)

    async def use(bot: Bot) -> int:
        sender, brief = Sender(bot, dot, PATIENCE), timedelta(seconds=0.4)
        return await Outbox(
            storage.units, worded, sender, SystemClock(), Measures(), pace=Closed(), lease=brief
        ).push_due()

    assert chat.with_bot(use) == 0
    with storage.units() as work:
        (waiting,) = work.notifications.due(datetime.now(UTC))
    assert (waiting.attempts, waiting.failure, person.sees()) == (0, "", [])
    assert waiting.due_at
    assert waiting.due_at < before + timedelta(seconds=1)  # its place in the line is still its own


class Sluggish(Sender):
    """On a line that takes its time for each message."""

    def __init__(self, bot: Bot) -> None:
        super().__init__(bot, dot, PATIENCE)
        self.begun: list[ChatId] = []

    async def send(self, chat_id: ChatId, replies: Sequence[Reply], *_: Any, **__: Any) -> Delivered:
        self.begun.append(chat_id)
        await asyncio.sleep(0.2)
        return Delivered(None, ())


def test_on_a_slow_line_nothing_is_cut_off_and_sent_again(chat: Chatters, storage: Storage) -> None:
    people = [chat.someone() for _ in range(4)]
    for person in people:
        news(storage.units, person, "paid", kind=NotifType.PAYMENT)

    async def use(bot: Bot) -> list[ChatId]:
        line, lease = Sluggish(bot), timedelta(seconds=0.8)
        pushing = Outbox(storage.units, worded, line, SystemClock(), Measures(), lease=lease)
        while len(line.begun) < len(people):
            await pushing.push_due()
        await pushing.finish()
        return line.begun

    assert sorted(chat.with_bot(use)) == sorted(person.chat_id for person in people)
    assert due(storage, datetime.now(UTC) + timedelta(days=1)) == []


@dataclass
class Later:
    """A clock that is ahead."""

    by: timedelta

    def now(self) -> datetime:
        return datetime.now(UTC) + self.by


def test_when_the_second_of_two_messages_is_refused_the_first_does_not_come_twice(
    chat: Chatters, storage: Storage
) -> None:
    person = chat.someone()
    news(storage.units, person, "ticket")
    closing = [Reply(text="closed")]

    def of_parts(notification: Notification, user: User) -> tuple[Reply, ...]:
        """The first time there is a question to close before."""
        first = (closing.pop(),) if closing else ()
        return (*first, Reply(text="picture"), Reply(text="PDF"))

    async def use(bot: Bot) -> list[int]:
        pushed = []
        for minutes in (0, 2):
            clock = Later(timedelta(minutes=minutes))
            sender = Sender(bot, dot, PATIENCE)
            pushed.append(await Outbox(storage.units, of_parts, sender, clock, Measures()).push_due())
            telegram.floods(person, 0)
        return pushed

    with MoodyTelegram(chat) as telegram:
        telegram.floods(person, 60, after=2)
        assert telegram.with_bot(use) == [0, 1]
    assert [message["text"] for message in person.sees()] == ["closed", "picture", "PDF"]


def test_news_come_after_the_answers_that_are_given_meanwhile(chat: Chatters, storage: Storage) -> None:
    pace = Pace(storage.client, storage.settings, "telegram", 10)
    traffic, person = Traffic(pace), chat.someone()

    async def answers(bot: Bot) -> None:
        replies = [Reply(text="one"), Reply(text="two"), Reply(text="three")]
        await Sender(bot, dot, sends=traffic.note).send(person.chat_id, replies)

    before = datetime.now(UTC)
    chat.with_bot(answers)
    for _ in range(2):
        asyncio.run(traffic.report())  # the second has nothing to tell
    assert before + timedelta(seconds=0.3) <= pace.reserve(1, before)
