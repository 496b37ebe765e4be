"""Errands at Telegram: topics, posts, copies of what somebody sent, and what is done when something is gone."""

from typing import Any

import pytest
from telegram import Bot

from bot.relay import Carrier, TopicGone
from bot.sandbox.chats import SUPPORT_CHAT_ID
from bot.telegram_calls import ChatGone
from bot.telegram_send import Sender
from domain.deliveries import Delivered
from domain.ids import ChatId
from domain.support import Attachment
from handlers.errand import Copy, Errand, MakeTopic, Post, SetTopic
from handlers.reply import Button, Reply
from tests.unit.bot.chatters import Chatters, Json, dot

GROUP = ChatId(SUPPORT_CHAT_ID)


def carried(chat: Chatters, *errands: Errand) -> list[Delivered]:
    """What came of each."""

    async def use(bot: Bot) -> list[Delivered]:
        carrier = Carrier(bot, Sender(bot, dot), GROUP)
        return [await carrier.carry(errand) for errand in errands]

    done: list[Delivered] = chat.with_bot(use)
    return done


def in_group(chat: Chatters, topic_id: int | None) -> list[Json]:
    """The messages of a topic, oldest first, without those that tell of the topic itself."""
    shown = chat.http.get(f"/page/chats/{GROUP}/messages", params={"topic": str(topic_id)}).json()["messages"]
    return [message for message in shown if not any(name.startswith("forum_topic") for name in message)]


def topic(chat: Chatters, topic_id: int | None) -> Json:
    chats = chat.http.get("/page/state").json()["chats"]
    group = next(each for each in chats if each["id"] == GROUP)
    found: Json = next(each for each in group["topics"] if each["id"] == topic_id)
    return found


def made(chat: Chatters, name: str = "#A1 Asha") -> int:
    (done,) = carried(chat, MakeTopic(name))
    assert done.topic_id
    return done.topic_id


def test_a_topic_is_made_named_closed_and_opened_again(chat: Chatters) -> None:
    here = made(chat)
    for closed in (True, True, False):
        carried(chat, SetTopic(here, "✓ #A1 Asha", closed))
        assert (topic(chat, here)["name"], topic(chat, here)["closed"]) == ("✓ #A1 Asha", closed)


def test_a_card_is_pinned_and_changed_in_its_place(chat: Chatters) -> None:
    here = made(chat)
    card = Reply(text="<b>open</b>", buttons=((Button(text="Close", data="d.close"),),))
    (posted,) = carried(chat, Post(None, card, topic_id=here, pin=True))
    again = carried(chat, Post(None, card.but(text="closed", edits=posted.message_id), topic_id=here))
    assert again == [posted]
    shown, pinned = in_group(chat, here)
    assert (shown["text"], shown["reply_markup"]["inline_keyboard"][0][0]["text"]) == ("closed", "Close")
    assert pinned["pinned_message"]["message_id"] == posted.message_id


def test_what_somebody_sent_is_copied_and_answers_to_the_right_message(chat: Chatters) -> None:
    person, here = chat.someone(), made(chat)
    voice = person.does(voice={"duration": 2})
    file = Attachment(kind="voice", file_id=voice["voice"]["file_id"])
    words = Reply(text="👤 <b>Asha</b>\nlisten")
    (first,) = carried(chat, Post(None, Reply(text="first"), topic_id=here))
    copy = Post(
        None, words, topic_id=here, reply_to=first.message_id, source=person.chat_id,
        copies=Copy(voice["message_id"], file), caption=True,
    )  # fmt: skip
    (done,) = carried(chat, copy)
    shown = in_group(chat, here)[-1]
    assert shown["message_id"] == done.message_id
    assert (shown["caption"], shown["reply_to_message"]["text"]) == ("👤 Asha\nlisten", "first")
    assert shown["voice"]["duration"] == 2
    changed = Post(None, words.but(text="changed", edits=done.message_id), topic_id=here, caption=True)
    carried(chat, changed, changed)
    assert in_group(chat, here)[-1]["caption"] == "changed"


def test_a_file_whose_message_is_gone_is_sent_by_itself(chat: Chatters) -> None:
    person, here = chat.someone(), made(chat)
    voice = person.does(voice={"duration": 2})
    file = Attachment(kind="voice", file_id=voice["voice"]["file_id"])
    carried(chat, Post(None, Reply(), topic_id=here, source=person.chat_id, copies=Copy(999_999, file)))
    assert in_group(chat, here)[-1]["voice"]["file_id"] == voice["voice"]["file_id"]


@pytest.mark.parametrize("errand", ["post", "state"])
def test_a_topic_that_was_deleted_is_noticed(chat: Chatters, errand: str) -> None:
    here = made(chat)

    async def delete(bot: Bot) -> Any:
        return await bot.delete_forum_topic(GROUP, here)

    chat.with_bot(delete)
    with pytest.raises(TopicGone):
        carried(chat, Post(None, Reply(text="x"), topic_id=here) if errand == "post" else SetTopic(here, "n", True))


def test_a_passenger_who_left_is_noticed(chat: Chatters) -> None:
    person = chat.someone()
    person.blocks()
    with pytest.raises(ChatGone):
        carried(chat, Post(person.chat_id, Reply(text="x")))
