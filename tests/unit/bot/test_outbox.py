"""News: pushed once it is due, tried again when the line is down, and given up for those who have left."""

from datetime import UTC, datetime, timedelta

from telegram import Bot

from bot.clock import SystemClock
from bot.measures import Measures
from bot.outbox import Outbox
from bot.telegram_send import Sender
from domain.ids import NotifId, new_id
from domain.notifications import Notification, NotifType
from domain.ports import Units
from domain.users import User
from handlers.reply import Reply
from tests.contract.samples import a_user
from tests.engines import Storage
from tests.unit.bot.chatters import Chatters, Someone, dot


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
    return Outbox(storage.units, worded, Sender(bot, dot), SystemClock(), Measures())


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
