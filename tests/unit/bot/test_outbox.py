"""News: pushed once it is due, tried again when the line is down, and given up for those who have left."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from telegram import Bot

from bot.clock import SystemClock
from bot.errands import LEASE, Errands
from bot.measures import Measures
from bot.outbox import PATIENCE, Outbox
from bot.telegram_send import Sender
from bot.traffic import Traffic
from domain.delivery import Lane
from domain.ids import ChatId, NotifId, new_id
from domain.notifications import Notification, NotifType
from domain.notifications import news as told
from domain.ports import Units
from domain.quiet import QuietHours
from domain.services.accounts import AccountService
from domain.users import User
from handlers.reply import Reply
from storage.pace import Pace
from tests.contract.samples import a_user
from tests.engines import Storage
from tests.unit.bot.chatters import Chatters, Someone, dot
from tests.unit.bot.moody import MoodyTelegram


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


def test_what_is_due_is_pushed_once_and_in_order(chat: Chatters, storage: Storage) -> None:
    person = chat.someone()
    news(storage.units, person, "first", "second")
    assert push(chat, storage, 1.5) == 2
    assert push(chat, storage) == 0
    assert [message["text"] for message in person.sees()] == ["first", "second"]


def test_one_person_is_told_one_thing_a_second(chat: Chatters, storage: Storage) -> None:
    person, other = chat.someone(), chat.someone()
    news(storage.units, person, "first", "second")
    news(storage.units, other, "your ticket")
    assert push(chat, storage) == 2
    assert [message["text"] for message in person.sees()] == ["first"]
    assert [message["text"] for message in other.sees()] == ["your ticket"]


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


def test_money_comes_before_alerts_and_alerts_before_promos(chat: Chatters, storage: Storage) -> None:
    seen: list[str] = []

    def noted(notification: Notification, user: User) -> tuple[Reply, ...]:
        seen.append(notification.title)
        return worded(notification, user)

    for kind in (*[NotifType.PROMO] * 6, *[NotifType.ALERT] * 2, NotifType.PAYMENT):
        news(storage.units, chat.someone(), kind.value, kind=kind)

    async def use(bot: Bot) -> int:
        sender = Sender(bot, dot, PATIENCE)
        return await Outbox(storage.units, noted, sender, SystemClock(), Measures(), pace=Slow()).push_due()

    chat.with_bot(use)
    # Two promos may be prepared beside them.
    assert sorted(seen[:5]) == ["alert", "alert", "payment", "promo", "promo"]


def test_what_fails_is_tried_less_and_less_often_and_then_is_dead_until_it_is_put_back(
    chat: Chatters, storage: Storage
) -> None:
    person = chat.someone()
    news(storage.units, person, "hopeless")
    errands = Errands(storage.units, worded)
    now, waits = datetime.now(UTC), []
    while found := errands.due(now, 10, tuple(Lane), None):
        errand = errands.begin(found[0], now)
        assert errand is not None
        errands.failed(errand.notification, OSError("the line is down"), now)
        with storage.units() as work:
            ahead = [each.due_at for each in work.notifications.due(now + timedelta(days=1)) if each.due_at]
        if ahead:
            waits.append((ahead[0] - now) // timedelta(minutes=1))
            now = ahead[0]
    assert waits == [1, 2, 4, 8, 16, 32, 64]
    with storage.units() as work:
        (dead,) = work.notifications.dead()
        assert (dead.title, dead.attempts, dead.failure) == ("hopeless", 8, "OSError: the line is down")
        assert work.notifications.revive(dead, datetime.now(UTC))
        assert work.notifications.dead() == []
    assert push(chat, storage) == 1
    assert [message["text"] for message in person.sees()] == ["hopeless"]


def test_who_blocked_the_bot_is_marked_and_no_longer_tried(chat: Chatters, storage: Storage) -> None:
    person = chat.someone()
    user = news(storage.units, person, "nobody reads this")
    person.blocks()
    push(chat, storage)
    with storage.units() as work:
        assert work.users.get(user.user_id).blocked_at is not None
    more = one_more(storage.units, user, "nor this")
    errands = Errands(storage.units, worded)
    assert errands.begin(more, datetime.now(UTC)) is None
    assert due(storage, datetime.now(UTC) + timedelta(days=1)) == []


def test_who_blocked_the_bot_and_writes_again_is_told_news_again(chat: Chatters, storage: Storage) -> None:
    person = chat.someone()
    user = news(storage.units, person)
    with storage.units() as work:
        work.users.save(work.users.get(user.user_id).but(blocked_at=datetime.now(UTC)))
        work.commit()
        blocked = work.users.get(user.user_id)
    assert AccountService(storage.units).back(blocked, datetime.now(UTC)).blocked_at is None
    one_more(storage.units, user, "welcome back")
    assert push(chat, storage) == 1
    assert [message["text"] for message in person.sees()] == ["welcome back"]


def test_what_a_user_wants_no_push_of_is_for_the_inbox_only_and_quiet_hours_end_first(
    chat: Chatters, storage: Storage
) -> None:
    errands = Errands(storage.units, worded)
    now = datetime(2026, 12, 1, 18, 30, tzinfo=UTC)  # midnight in India
    user = news(storage.units, chat.someone())
    with storage.units() as work:
        liked = user.preferences.but(push={"promo": False}, quiet=QuietHours(begins=22 * 60, ends=7 * 60))
        work.users.save(work.users.get(user.user_id).but(preferences=liked))
        work.commit()
    promo = one_more(storage.units, user, "promo", now, NotifType.PROMO)
    alert = one_more(storage.units, user, "alert", now, NotifType.ALERT)
    payment = one_more(storage.units, user, "payment", now, NotifType.PAYMENT)
    assert errands.begin(promo, now) is None
    assert errands.begin(alert, now) is None
    assert errands.begin(payment, now) is not None
    with storage.units() as work:
        waiting = {each.title: each.due_at for each in work.notifications.due(now + timedelta(days=1))}
    assert "promo" not in waiting
    assert waiting["alert"] == now + timedelta(hours=1)  # looked at again each hour: they may be moved


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

    async def send(self, chat_id: ChatId, replies: Sequence[Reply], *_: Any, **__: Any) -> int | None:
        self.begun.append(chat_id)
        await asyncio.sleep(0.2)
        return None


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


def test_news_come_once_after_a_worker_dies_between_its_claim_and_sending(chat: Chatters, storage: Storage) -> None:
    person = chat.someone()
    news(storage.units, person, "your ticket")
    errands, now = Errands(storage.units, worded), datetime.now(UTC)
    (found,) = errands.due(now, 10, tuple(Lane), None)
    assert errands.begin(found, now) is not None
    assert errands.begin(found, now) is None
    assert errands.due(now, 10, tuple(Lane), None) == []
    (again,) = errands.due(now + LEASE, 10, tuple(Lane), None)
    assert errands.begin(again, now + LEASE) is not None
