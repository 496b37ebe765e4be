"""Errands at Telegram: topics, posts, copies of what somebody sent, and what is done when something is gone."""

from dataclasses import dataclass
from typing import Any, cast

import pytest
from telegram import Bot
from telegram.error import BadRequest

from bot.relay import Carrier, TopicGone
from bot.sandbox.chats import SUPPORT_CHAT_ID
from bot.telegram_calls import ChatGone
from bot.telegram_send import Sender
from domain.deliveries import Delivered
from domain.ids import ChatId
from domain.support import Attachment
from handlers.errand import Copy, DropTopic, Errand, MakeTopic, Post, SetTopic
from handlers.reply import Button, Reply
from tests.unit.bot.chatters import Chatters, Json, dot

GROUP = ChatId(SUPPORT_CHAT_ID)
HEAD = "👤 <b>Asha</b>"


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


def copy_of(message_id: int, file: Attachment) -> Copy:
    """As handlers.desk.carrying words it."""
    return Copy(message_id, file, HEAD, f"{HEAD}\n[{file.kind}]")


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
    words = Reply(text=f"{HEAD}\nlisten")
    (first,) = carried(chat, Post(None, Reply(text="first"), topic_id=here))
    copy = Post(
        None, words, topic_id=here, reply_to=first.message_id, source=person.chat_id,
        copies=copy_of(voice["message_id"], file), caption=True,
    )  # fmt: skip
    (done,) = carried(chat, copy)
    shown = in_group(chat, here)[-1]
    assert shown["message_id"] == done.message_id
    assert (shown["caption"], shown["reply_to_message"]["text"]) == ("👤 Asha\nlisten", "first")
    assert shown["voice"]["duration"] == 2
    changed = Post(None, words.but(text="changed", edits=done.message_id), topic_id=here, caption=True)
    carried(chat, changed, changed)
    assert in_group(chat, here)[-1]["caption"] == "changed"
    longer = words.but(text=f"{HEAD}\n{'l' * 1020}", edits=done.message_id)
    carried(chat, Post(None, longer, topic_id=here, caption=True))
    assert in_group(chat, here)[-1]["text"] == f"👤 Asha\n{'l' * 1020}"


def test_a_caption_that_leaves_no_room_for_who_sent_it_follows_its_file(chat: Chatters) -> None:
    person, reader = chat.someone(), chat.someone()
    voice = person.does(voice={"duration": 2})
    file = Attachment(kind="voice", file_id=voice["voice"]["file_id"])
    buttons = ((Button(text="Answer", data="g.answer=1"),),)
    for message_id in (voice["message_id"], 999_999):
        said = Reply(text=f"{HEAD}\n<i>{'😀 ' * 340}</i>end", buttons=buttons)
        copies = copy_of(message_id, file)
        (done,) = carried(chat, Post(reader.chat_id, said, source=person.chat_id, copies=copies, caption=True))
        shown, words = reader.sees()[-2:]
        assert (shown["message_id"], shown["caption"]) == (done.message_id, "👤 Asha")
        assert shown["voice"]["file_id"] == file.file_id
        assert words["text"] == "😀 " * 340 + "end"
        assert words["reply_to_message"]["message_id"] == done.message_id
        assert [("reply_markup" in each) for each in (shown, words)] == [False, True]


def test_what_can_neither_be_copied_nor_sent_is_told_in_words(chat: Chatters) -> None:
    person, reader = chat.someone(), chat.someone()
    kinds = ("poll", "invoice", "paid_media", "checklist", "venue", "story", "game", "dice", "voice")
    files = [Attachment(kind=kind, file_id="no-such-file" if kind == "voice" else "") for kind in kinds]
    posts = [
        Post(reader.chat_id, Reply(), source=person.chat_id, copies=copy_of(999_999, file), caption=True)
        for file in files
    ]
    done = carried(chat, *posts)
    told = [(message["message_id"], message["text"]) for message in reader.sees()]
    assert told == [(one.message_id, f"👤 Asha\n[{kind}]") for one, kind in zip(done, kinds, strict=True)]
    changed = Reply(text=f"{HEAD}\nchanged", edits=done[-1].message_id)
    carried(chat, Post(reader.chat_id, changed, caption=True))
    assert reader.sees()[-1]["text"] == "👤 Asha\nchanged"


def test_a_file_whose_message_is_gone_is_sent_by_itself(chat: Chatters) -> None:
    person, here = chat.someone(), made(chat)
    voice = person.does(voice={"duration": 2})
    file = Attachment(kind="voice", file_id=voice["voice"]["file_id"])
    carried(chat, Post(None, Reply(), topic_id=here, source=person.chat_id, copies=copy_of(999_999, file)))
    assert in_group(chat, here)[-1]["voice"]["file_id"] == voice["voice"]["file_id"]


@pytest.mark.parametrize("errand", ["post", "state"])
def test_a_topic_that_was_deleted_is_noticed(chat: Chatters, errand: str) -> None:
    here = made(chat)

    async def delete(bot: Bot) -> Any:
        return await bot.delete_forum_topic(GROUP, here)

    chat.with_bot(delete)
    with pytest.raises(TopicGone):
        carried(chat, Post(None, Reply(text="x"), topic_id=here) if errand == "post" else SetTopic(here, "n", True))


def test_a_topic_to_be_forgotten_is_deleted_or_else_tells_of_nobody(chat: Chatters) -> None:
    here, closed = made(chat), made(chat)
    (card,) = carried(chat, Post(None, Reply(text="Asha +91 98"), topic_id=closed), SetTopic(closed, "Asha", True))[:1]
    blank = Post(None, Reply(text="closed", edits=card.message_id), topic_id=closed)
    drop = DropTopic(closed, "✓ #A1", blank)
    assert carried(chat, DropTopic(here, "x", blank), DropTopic(here, "x", blank)) == [Delivered()] * 2
    with pytest.raises(StopIteration):
        topic(chat, here)

    async def refused(bot: Bot) -> Delivered:
        return await Carrier(cast(Bot, NoRightToDelete(bot)), Sender(bot, dot), GROUP).carry(drop)

    assert chat.with_bot(refused).topic_id == closed
    assert (topic(chat, closed)["name"], topic(chat, closed)["closed"]) == ("✓ #A1", True)
    assert [message["text"] for message in in_group(chat, closed)] == ["closed"]


@dataclass
class NoRightToDelete:
    """A bot in a group that does not let it delete."""

    bot: Bot

    async def delete_forum_topic(self, *_: int) -> bool:
        raise BadRequest("not enough rights to delete a topic")

    def __getattr__(self, name: str) -> Any:
        return getattr(self.bot, name)


def test_a_passenger_who_left_is_noticed(chat: Chatters) -> None:
    person = chat.someone()
    person.blocks()
    with pytest.raises(ChatGone):
        carried(chat, Post(person.chat_id, Reply(text="x")))
