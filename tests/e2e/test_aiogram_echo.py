"""A client that nobody here wrote: an aiogram echo bot runs on the sandbox as it does on Telegram."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)
from PIL import Image

from tests.unit.sandbox.clients import Json, Stage


def echo_bot() -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.message(Command("start"))
    async def start(message: Message) -> None:
        button = InlineKeyboardButton(text="Press me", callback_data="press")
        await message.answer("<b>Hello</b>", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))

    @dispatcher.callback_query(F.data == "press")
    async def pressed(query: CallbackQuery) -> None:
        await query.answer("Pressed")
        assert isinstance(query.message, Message)
        await query.message.edit_text("You pressed it")

    @dispatcher.message(F.photo)
    async def photo(message: Message, bot: Bot) -> None:
        assert message.photo
        content = await bot.download(message.photo[-1].file_id)
        assert content is not None
        await message.answer_document(BufferedInputFile(content.read(), "back.png"), caption="Your picture")

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.copy_to(message.chat.id)

    return dispatcher


async def _eventually(check: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not await asyncio.to_thread(check):
            await asyncio.sleep(0.02)


async def _while_polling(url: str, token: str, story: Callable[[], Awaitable[None]]) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    bot = Bot(token, session=session)
    bot.default.parse_mode = "HTML"
    dispatcher = echo_bot()
    polling = asyncio.create_task(dispatcher.start_polling(bot, polling_timeout=5, handle_signals=False))
    try:
        await story()
    finally:
        await dispatcher.stop_polling()
        await polling
        await session.close()


def test_an_aiogram_echo_bot(tmp_path: Path) -> None:
    stage = Stage.open(tmp_path / "sandbox")
    asha = stage.asha
    picture = tmp_path / "cat.png"
    saved = io.BytesIO()
    Image.new("RGB", (400, 300), "teal").save(saved, "PNG")
    picture.write_bytes(saved.getvalue())

    def last() -> Json:
        return asha.sees()[-1]

    async def story() -> None:
        asha.says("echo this 🚂")
        await _eventually(lambda: last()["from_bot"] and last()["text"] == "echo this 🚂")
        asha.says("/start")
        await _eventually(lambda: last()["from_bot"] and "reply_markup" in last())
        assert last()["entities"] == [{"type": "bold", "offset": 0, "length": 5}]
        asha.taps(last()["message_id"], "press")
        await _eventually(lambda: last()["text"] == "You pressed it")
        asha.uploads(picture, "photo")
        await _eventually(lambda: last().get("caption") == "Your picture")
        assert last()["document"]["file_size"] == len(picture.read_bytes())

    asyncio.run(_while_polling(stage.sandbox.url, stage.sandbox.token, story))
    stage.sandbox.close()
