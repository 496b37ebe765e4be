"""Telegram's 429: the bot waits as long as it is told to, and everything arrives in order."""

from pathlib import Path

from telegram import Bot

from bot.telegram_send import Sender
from handlers.reply import Reply
from tests.unit.bot.chatters import Chatters, dot


def test_a_burst_is_sent_to_its_end(tmp_path: Path) -> None:
    chat = Chatters(tmp_path, flood=True)
    person = chat.someone()

    async def use(bot: Bot) -> None:
        await Sender(bot, dot).send(person.chat_id, [Reply(text=str(number)) for number in range(22)])

    chat.with_bot(use)
    assert [message["text"] for message in person.sees()] == [str(number) for number in range(22)]
    chat.close()
