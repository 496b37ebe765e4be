"""Polling: an update is acknowledged when it is done, and comes again if it is not."""

import asyncio
import io
from collections.abc import Awaitable, Callable

import pytest
from telegram import Bot, Update

from bot.logs import configure
from bot.polling import Poller
from tests.unit.bot.chatters import Chatters
from tests.unit.bot.moody import MoodyTelegram


class Notebook:
    """Takes updates: notes their texts, and does with each what it is told to."""

    def __init__(self, behave: Callable[[str], Awaitable[None]] | None = None) -> None:
        self.begun: list[str] = []
        self.done: list[str] = []
        self._behave = behave

    async def take(self, update: Update) -> None:
        """As the conversation does."""
        text = str(update.message.text) if update.message else ""
        self.begun.append(text)
        if self._behave:
            await self._behave(text)
        self.done.append(text)


async def poll_until(
    bot: Bot, notebook: Notebook, enough: Callable[[], bool], workers: int = 4, held_up: float = 3.0
) -> None:
    """Poll until there is enough, then end as the program does."""
    poller = Poller(bot, notebook.take, workers, held_up)
    polling = asyncio.create_task(poller.run())
    async with asyncio.timeout(10):
        while not enough():
            await asyncio.sleep(0.01)
    poller.stop()
    await polling


def test_a_chat_keeps_its_order_and_chats_do_not_wait_for_each_other(chat: Chatters) -> None:
    slow, quick = chat.someone(), chat.someone()
    for number in range(3):
        slow.does(text=f"slow {number}")
    quick.does(text="quick")

    async def story(bot: Bot) -> Notebook:
        async def behave(text: str) -> None:
            await asyncio.sleep(0.15 if text.startswith("slow") else 0)

        notebook = Notebook(behave)
        await poll_until(bot, notebook, lambda: len(notebook.done) == 4)
        return notebook

    notebook = chat.with_bot(story)
    assert notebook.done == ["quick", "slow 0", "slow 1", "slow 2"]
    assert chat.updates() == []


def test_while_one_chat_is_slow_another_is_answered(chat: Chatters) -> None:
    slow, late = chat.someone(), chat.someone()
    slow.does(text="slow")

    async def story(bot: Bot) -> Notebook:
        async def behave(text: str) -> None:
            if text == "slow":
                late.does(text="late")
                await asyncio.sleep(0.6)

        notebook = Notebook(behave)
        await poll_until(bot, notebook, lambda: len(notebook.done) == 2)
        return notebook

    assert chat.with_bot(story).done == ["late", "slow"]


def test_what_failed_comes_again_before_what_follows_it(chat: Chatters) -> None:
    person, other = chat.someone(), chat.someone()
    person.does(text="one")
    person.does(text="two")
    other.does(text="other")

    async def story(bot: Bot) -> Notebook:
        async def behave(text: str) -> None:
            if text == "one" and notebook.begun.count("one") == 1:
                raise OSError("the line is down")

        notebook = Notebook(behave)
        await poll_until(bot, notebook, lambda: len(notebook.done) == 3)
        return notebook

    notebook = chat.with_bot(story)
    assert sorted(notebook.done[:1]) == ["other"]
    assert [text for text in notebook.done if text != "other"] == ["one", "two"]
    assert notebook.begun.count("other") == 1
    assert chat.updates() == []


def test_a_bot_killed_in_the_middle_is_sent_the_update_again(chat: Chatters) -> None:
    person = chat.someone()
    person.does(text="before")
    person.does(text="pay")

    async def killed(bot: Bot) -> None:
        async def behave(text: str) -> None:
            if text == "pay":
                await asyncio.sleep(60)

        notebook = Notebook(behave)
        polling = asyncio.create_task(Poller(bot, notebook.take, 4).run())
        async with asyncio.timeout(10):
            while "pay" not in notebook.begun:
                await asyncio.sleep(0.01)
        await asyncio.sleep(0.3)
        polling.cancel()

    async def restarted(bot: Bot) -> Notebook:
        notebook = Notebook()
        await poll_until(bot, notebook, lambda: "pay" in notebook.done)
        return notebook

    chat.with_bot(killed)
    assert chat.with_bot(restarted).done == ["pay"]
    assert chat.updates() == []


def test_told_to_stop_it_finishes_the_turn_under_way_and_leaves_the_rest(chat: Chatters) -> None:
    person = chat.someone()
    person.does(text="under way")
    person.does(text="later")

    async def story(bot: Bot) -> Notebook:
        async def behave(_: str) -> None:
            await asyncio.sleep(0.3)

        notebook = Notebook(behave)
        await poll_until(bot, notebook, lambda: bool(notebook.begun))
        return notebook

    assert chat.with_bot(story).done == ["under way"]
    assert [update.message.text for update in chat.updates() if update.message] == ["later"]


def test_not_more_than_so_many_turns_at_a_time(chat: Chatters) -> None:
    people = [chat.someone() for _ in range(5)]
    for person in people:
        person.does(text="hi")

    async def story(bot: Bot) -> int:
        running = most = 0

        async def behave(_: str) -> None:
            nonlocal running, most
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.05)
            running -= 1

        notebook = Notebook(behave)
        await poll_until(bot, notebook, lambda: len(notebook.done) == 5, workers=2)
        return most

    assert chat.with_bot(story) == 2


def test_a_chat_that_floods_is_cut_short_and_others_are_seen(chat: Chatters) -> None:
    flood, other = chat.someone(), chat.someone()
    for number in range(120):
        flood.does(text=f"flood {number}")
    other.does(text="other")

    async def story(bot: Bot) -> Notebook:
        async def behave(text: str) -> None:
            await asyncio.sleep(0.05 if text.startswith("flood") else 0)

        notebook = Notebook(behave)
        await poll_until(bot, notebook, lambda: "other" in notebook.done)
        return notebook

    notebook = chat.with_bot(story)
    assert len([text for text in notebook.done if text.startswith("flood")]) <= 22


@pytest.mark.usefixtures("restored")
def test_what_is_dropped_of_a_flood_is_told_once(chat: Chatters) -> None:
    flood = chat.someone()
    for number in range(40):
        flood.does(text=f"flood {number}")
    stream = io.StringIO()
    configure("INFO", "console", stream)

    async def story(bot: Bot) -> Notebook:
        async def behave(_: str) -> None:
            await asyncio.sleep(0.01)

        notebook = Notebook(behave)
        await poll_until(bot, notebook, lambda: len(notebook.done) == 11)
        return notebook

    assert chat.with_bot(story).done == [f"flood {number}" for number in range(11)]
    assert chat.updates() == []
    assert stream.getvalue().count("writes more than can be answered") == 1


def test_a_turn_that_hangs_does_not_keep_others_from_being_seen(chat: Chatters) -> None:
    hanging, others = chat.someone(), [chat.someone() for _ in range(12)]
    hanging.does(text="hangs")
    for _ in range(10):
        for person in others:
            person.does(text="hi")
    late = chat.someone(greets=False)
    late.does(text="late")

    async def story(bot: Bot) -> Notebook:
        seen = asyncio.Event()

        async def behave(text: str) -> None:
            if text == "hangs":
                await seen.wait()
            if text == "late":
                seen.set()

        notebook = Notebook(behave)
        await poll_until(bot, notebook, lambda: "hangs" in notebook.done, held_up=0.3)
        return notebook

    notebook = chat.with_bot(story)
    assert notebook.done[-2:] == ["late", "hangs"]
    assert notebook.done.count("hi") == 120
    assert chat.updates() == []


@pytest.mark.usefixtures("restored")
def test_an_update_that_cannot_be_read_is_passed_over_in_silence(chat: Chatters) -> None:
    person = chat.someone()
    for text in ("before", "my secret", "after"):
        person.does(text=text)
    stream = io.StringIO()
    configure("INFO", "console", stream)

    async def story(bot: Bot) -> Notebook:
        notebook = Notebook()
        await poll_until(bot, notebook, lambda: "after" in notebook.done)
        return notebook

    with MoodyTelegram(chat) as telegram:
        telegram.spoils("my secret")
        notebook = telegram.with_bot(story)
    assert [text for text in notebook.done if text] == ["before", "after"]
    assert chat.updates() == []
    assert "an update cannot be read" in stream.getvalue()
    assert "secret" not in stream.getvalue()
