"""An echo bot on aiogram, a client that nobody here wrote. Its import takes seconds: only who runs it imports it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

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


async def while_polling(url: str, token: str, story: Callable[[], Awaitable[None]]) -> None:
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
