"""What accounts ask of Telegram: a message with a secret is taken away, and a chat that lost its account is told."""

from datetime import UTC, datetime

from telegram import Bot

from bot.telegram_send import Sender
from domain.notifications import NotifType
from domain.notifications import news as told
from domain.users import SELF
from handlers.incoming import Incoming, Kind
from handlers.reply import Reply
from tests.contract.samples import a_user
from tests.engines import Storage
from tests.unit.bot.chatters import Chatters, Someone, dot
from tests.unit.bot.pushing import push

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def own_messages(chat: Chatters, person: Someone) -> list[str]:
    """What of the person's own still stands in the chat."""
    answer = chat.http.get(f"/page/chats/{person.id}/messages").json()
    return [message["text"] for message in answer["messages"] if not message["from_bot"]]


def send(chat: Chatters, person: Someone, *replies: Reply) -> None:
    async def use(bot: Bot) -> None:
        await Sender(bot, dot).send(person.chat_id, replies, Incoming(1, person.chat_id, NOW, Kind.TEXT))

    chat.with_bot(use)


def test_the_message_with_the_secret_is_gone_and_the_answer_stands(chat: Chatters) -> None:
    person = chat.someone()
    secret = person.does(text="eleven-quiet-mango-kites")
    chat.updates()
    send(chat, person, Reply(text="The password is set", deletes=(secret["message_id"],)))
    assert own_messages(chat, person) == ["/start"]
    assert [message["text"] for message in person.sees()] == ["The password is set"]


def test_a_message_that_is_gone_already_keeps_nothing_back(chat: Chatters) -> None:
    person = chat.someone()
    send(chat, person, Reply(deletes=(99_999,)), Reply(text="done"))
    assert [message["text"] for message in person.sees()] == ["done"]


def test_the_chat_that_lost_its_account_is_told_and_the_new_one_is_not(chat: Chatters, storage: Storage) -> None:
    old, new = chat.someone(), chat.someone()
    user, now = a_user(chat_id=new.chat_id), datetime.now(UTC)
    with storage.units() as work:
        work.users.add(user)
        moved = told(user.user_id, NotifType.ALERT, "told-account-moved", None, now)
        work.notifications.add(moved.but(chat_id=old.chat_id))
        work.commit()
    assert push(chat, storage) == 1
    assert [message["text"] for message in old.sees()] == ["told-account-moved"]
    assert new.sees() == []


def test_that_the_old_chat_is_gone_says_nothing_of_the_new_one(chat: Chatters, storage: Storage) -> None:
    old, new = chat.someone(), chat.someone()
    old.blocks()
    user, now = a_user(chat_id=new.chat_id), datetime.now(UTC)
    with storage.units() as work:
        work.users.add(user)
        moved = told(user.user_id, NotifType.ALERT, "told-account-moved", None, now)
        work.notifications.add(moved.but(chat_id=old.chat_id))
        work.commit()
    push(chat, storage)
    with storage.units() as work:
        assert work.users.get(user.user_id).blocked_at is None


def test_an_account_at_rest_is_told_of_money_and_nothing_that_can_wait(chat: Chatters, storage: Storage) -> None:
    person, now = chat.someone(), datetime.now(UTC)
    user = a_user(chat_id=person.chat_id, is_active=False, closed_by=SELF)
    kinds = (NotifType.PROMO, "told-sale"), (NotifType.ALERT, "told-opening"), (NotifType.PAYMENT, "told-refund")
    with storage.units() as work:
        work.users.add(user)
        for kind, title in kinds:
            work.notifications.add(told(user.user_id, kind, title, None, now))
        work.commit()
    push(chat, storage, 1.5)
    assert [message["text"] for message in person.sees()] == ["told-refund"]
    with storage.units() as work:
        assert len(work.notifications.newest(user.user_id, 10)) == 3, "all of them are in the inbox"
