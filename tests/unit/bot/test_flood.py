"""Telegram's 429: the bot waits as long as it is told to, and everything arrives in order."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from telegram import Bot

from bot.clock import SystemClock
from bot.measures import Measures
from bot.outbox import PATIENCE, Outbox
from bot.telegram_send import Sender
from handlers.reply import Reply
from tests.engines import Storage
from tests.unit.bot.chatters import Chatters, dot
from tests.unit.bot.pushing import news, worded


def test_a_burst_is_sent_to_its_end(tmp_path: Path) -> None:
    chat = Chatters(tmp_path, flood=True)
    person = chat.someone()

    async def use(bot: Bot) -> None:
        await Sender(bot, dot).send(person.chat_id, [Reply(text=str(number)) for number in range(22)])

    chat.with_bot(use)
    assert [message["text"] for message in person.sees()] == [str(number) for number in range(22)]
    chat.close()


def test_news_to_a_flooded_chat_keep_nobody_else_waiting(tmp_path: Path, storage: Storage) -> None:
    chat = Chatters(tmp_path, flood=True)
    flooded, other = chat.someone(), chat.someone()
    news(storage.units, flooded, "news")
    news(storage.units, other, "your ticket")

    async def use(bot: Bot) -> tuple[int, list[str]]:
        await Sender(bot, dot).send(flooded.chat_id, [Reply(text=str(number)) for number in range(20)])
        outbox = Outbox(storage.units, worded, Sender(bot, dot, PATIENCE), SystemClock(), Measures())
        return await outbox.push_due(), [message["text"] for message in other.sees()]

    assert chat.with_bot(use) == (1, ["your ticket"])
    with storage.units() as work:
        (later,) = work.notifications.due(datetime.now(UTC) + timedelta(minutes=2))
    assert (later.title, later.attempts) == ("news", 0)
    chat.close()
