"""A turn from update to last reply: resent after a crash, apologised for when it cannot be done."""

import asyncio
import time
from collections.abc import Callable, Sequence

import pytest
from telegram import Bot
from telegram.error import RetryAfter

from bot.clock import SystemClock
from bot.conversation import Conversation, TurnFailed
from bot.measures import Measures
from bot.telegram_send import Sender
from domain.errors import Busy
from domain.sessions import Session
from handlers.incoming import Incoming
from handlers.reply import Button, Picture, PictureKind, Reply, StaffMenu
from handlers.texts import say
from handlers.turns import Bill, Turn
from tests.unit.bot.chatters import Chatters, Someone, dot
from tests.unit.bot.moody import MoodyTelegram

IMAGE = Picture(kind=PictureKind.PAY_QR, payment_id="p", language="en")


class Scripted:
    """Answers every update with what the story says, and notes what was reported as sent."""

    def __init__(self, answer: Callable[[Incoming], tuple[Reply, ...]]) -> None:
        self._answer = answer
        self.panels: list[int | None] = []
        self.menus: list[StaffMenu] = []

    def run(self, incoming: Incoming) -> Turn:
        return Turn(Session(chat_id=incoming.chat_id), self._answer(incoming))

    async def show_menu(self, menu: StaffMenu) -> None:
        self.menus.append(menu)

    def sent(self, turn: Turn, panel: int | None, bills: Sequence[Bill] = ()) -> tuple[int, ...]:
        self.panels.append(panel)
        return tuple(message_id for booking_id, message_id in bills if booking_id == "paid meanwhile")


def take(chat: Chatters, turns: Scripted, times: int = 1) -> Measures:
    """Hand over the last update, so often; all but the last time may ask for it again."""
    update = chat.updates()[-1]
    measures = Measures()

    async def use(bot: Bot) -> None:
        conversation = Conversation(turns, Sender(bot, dot), SystemClock(), measures, show_menu=turns.show_menu)
        for _ in range(times - 1):
            with pytest.raises(TurnFailed):
                await conversation.take(update)
        await conversation.take(update)

    chat.with_bot(use)
    return measures


def writer(chat: Chatters, text: str = "hello") -> Someone:
    """Somebody who has just written."""
    person = chat.someone()
    person.does(text=text)
    return person


def test_replies_are_sent_and_reported_with_the_open_question(chat: Chatters) -> None:
    person = writer(chat)
    menu = StaffMenu(telegram_id=person.id)
    turns = Scripted(lambda said: (Reply(text=f"You said {said.text}", menu=menu), Reply(text="Where to?", panel=True)))
    take(chat, turns)
    assert turns.menus == [menu]
    echoed, question = person.sees()
    assert (echoed["text"], question["text"]) == ("You said hello", "Where to?")
    assert turns.panels == [question["message_id"]]


def test_who_paid_while_the_bill_was_on_its_way_is_not_asked_to_pay(chat: Chatters) -> None:
    person = writer(chat)
    pay = ((Button(text="Pay", url="https://example.org/pay"),),)
    code = Reply(text="Scan this", picture=IMAGE, buttons=pay)
    take(chat, Scripted(lambda _: (code.but(bill="paid meanwhile"), code.but(bill="open"))))
    over, asking = person.sees()
    assert "photo" in over
    assert "reply_markup" not in over
    assert "reply_markup" in asking


def test_a_store_that_is_away_for_a_moment_is_no_matter(chat: Chatters) -> None:
    person = writer(chat)
    tries: list[int] = []

    def answer(said: Incoming) -> tuple[Reply, ...]:
        tries.append(said.update_id)
        if len(tries) == 1:
            raise Busy("the store does not answer")
        return (Reply(text="Here I am"),)

    take(chat, Scripted(answer), times=2)
    assert [message["text"] for message in person.sees()] == ["Here I am"]


@pytest.mark.parametrize("trouble", [Busy("the store is away"), ZeroDivisionError("a mistake of ours")])
def test_after_the_last_attempt_the_person_is_told_kindly(chat: Chatters, trouble: Exception) -> None:
    person = writer(chat)

    def answer(_: Incoming) -> tuple[Reply, ...]:
        raise trouble

    take(chat, Scripted(answer), times=3)
    assert all_said(chat, person)[1:] == [str(say("hi").text("sorry-hidden"))], "what was written may be a password"
    person.does(text="/book")
    take(chat, Scripted(answer), times=3)
    assert all_said(chat, person)[2:] == ["/book", str(say("hi").text("sorry-busy"))]


def all_said(chat: Chatters, person: Someone) -> list[str]:
    """What stands in the chat, of both sides."""
    shown = chat.http.get(f"/page/chats/{person.id}/messages").json()["messages"]
    return [message["text"] for message in shown]


def test_a_slow_answer_is_announced(chat: Chatters) -> None:
    person = writer(chat)

    def answer(_: Incoming) -> tuple[Reply, ...]:
        time.sleep(1.2)
        return (Reply(text="Found it"),)

    with chat.overhearing() as told:
        take(chat, Scripted(answer))
    assert person.sees()[-1]["text"] == "Found it"
    shown = [event["type"] for event in told if event.get("chat_id", person.id) == person.id]
    assert "chat_action" in shown


def test_who_left_while_we_answered_is_let_go(chat: Chatters) -> None:
    person = writer(chat)
    turns = Scripted(lambda _: (Reply(text="Bye"),))
    update = chat.updates()[-1]
    person.blocks()

    async def use(bot: Bot) -> None:
        async with asyncio.timeout(5):
            await Conversation(turns, Sender(bot, dot), SystemClock(), Measures()).take(update)

    chat.with_bot(use)
    assert turns.panels == [None]


def test_replies_to_a_flooded_chat_are_given_up_and_stay_noted_as_unsent(chat: Chatters) -> None:
    person = writer(chat)
    turns = Scripted(lambda _: (Reply(text="Where to?", panel=True),))
    update = chat.updates()[-1]

    async def use(bot: Bot) -> None:
        async with asyncio.timeout(5):
            await Conversation(turns, Sender(bot, dot), SystemClock(), Measures()).take(update)

    with MoodyTelegram(chat) as telegram:
        telegram.floods(person, 60)
        telegram.with_bot(use)
    assert (turns.panels, person.sees()) == ([], [])


def test_the_replies_of_a_turn_share_one_patience(chat: Chatters) -> None:
    person = chat.someone()

    async def use(bot: Bot) -> None:
        sender = Sender(bot, dot, patience=2.5)
        telegram.floods(person, 1.5)
        await sender.send(person.chat_id, [Reply(text="after a while")])
        telegram.floods(person, 3)
        with pytest.raises(RetryAfter):
            await sender.send(person.chat_id, [Reply(text="never")])

    with MoodyTelegram(chat) as telegram:
        telegram.with_bot(use)
    assert [message["text"] for message in person.sees()] == ["after a while"]
