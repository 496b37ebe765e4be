"""News: pushed once it is due, tried again when the line is down, and given up for those who have left."""

from datetime import UTC, datetime, timedelta

from telegram import Bot

from bot.clock import SystemClock
from bot.errands import LEASE, Errands
from bot.measures import Measures
from bot.outbox import PATIENCE, Outbox
from bot.telegram_send import Sender
from domain.delivery import Lane
from domain.notifications import Notification, NotifType
from domain.quiet import QuietHours
from domain.services.accounts import AccountService
from domain.users import User
from handlers.reply import Reply
from tests.engines import Storage
from tests.unit.bot.chatters import Chatters, dot
from tests.unit.bot.pushing import Slow, due, news, one_more, push, worded


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
