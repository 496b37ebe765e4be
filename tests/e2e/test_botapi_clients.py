"""python-telegram-bot's own Bot works on the sandbox, and reads its answers and errors."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    KeyboardButton,
    MenuButtonCommands,
    ReplyKeyboardMarkup,
    ReplyParameters,
)
from telegram.error import BadRequest, Forbidden, RetryAfter

from tests.unit.sandbox.clients import ASHA, MEERA, NEHA, SUPPORT, Stage

Story = Callable[[Bot], Awaitable[None]]


def run(stage: Stage, story: Story) -> None:
    async def with_bot() -> None:
        url = stage.sandbox.url
        async with Bot(stage.sandbox.token, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as bot:
            await story(bot)

    try:
        asyncio.run(with_bot())
    finally:
        stage.sandbox.close()


def test_what_a_bot_does_all_day(tmp_path: Path) -> None:
    stage = Stage.open(tmp_path, flood=False)
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="yes")]])
    contact = ReplyKeyboardMarkup([[KeyboardButton("Share", request_contact=True)]], resize_keyboard=True)

    async def story(bot: Bot) -> None:
        assert (await bot.get_me()).is_bot
        sent = await bot.send_message(ASHA, "<b>Hi</b>", parse_mode="HTML", reply_markup=keys)
        assert sent.reply_markup == keys
        await bot.send_message(ASHA, "Who?", reply_markup=contact, reply_parameters=ReplyParameters(sent.message_id))
        stage.asha.taps(sent.message_id, "yes")
        query = (await bot.get_updates())[-1].callback_query
        assert query is not None
        assert await query.answer("Good")
        await query.edit_message_text("Done")
        paper = await bot.send_document(ASHA, b"%PDF-1.7", filename="t.pdf", caption="Ticket")
        assert paper.document is not None
        file = await paper.document.get_file()
        assert bytes(await file.download_as_bytearray()) == b"%PDF-1.7"
        await bot.edit_message_media(InputMediaDocument(b"%PDF-2", filename="u.pdf"), ASHA, paper.message_id)
        await bot.send_chat_action(ASHA, "upload_document")
        await bot.send_location(ASHA, 28.6, 77.2)
        await bot.delete_messages(ASHA, [paper.message_id])

    run(stage, story)


def test_profile_and_members(tmp_path: Path) -> None:
    stage = Stage.open(tmp_path, flood=False)

    async def story(bot: Bot) -> None:
        await bot.set_my_commands([BotCommand("book", "Book")], scope=BotCommandScopeChat(ASHA), language_code="hi")
        assert (await bot.get_my_commands(BotCommandScopeChat(ASHA), "hi"))[0].command == "book"
        await bot.set_my_name("Yatri")
        assert (await bot.get_my_name("hi")).name == "Yatri"
        await bot.set_chat_menu_button(ASHA, MenuButtonCommands())
        assert (await bot.get_chat_menu_button(ASHA)).type == "commands"
        assert (await bot.get_chat(ASHA)).first_name == "Asha"
        assert (await bot.get_chat(SUPPORT)).is_forum
        assert len(await bot.get_chat_administrators(SUPPORT)) == 2
        assert (await bot.get_chat_member(SUPPORT, NEHA)).status == "creator"
        assert (await bot.get_user_profile_photos(ASHA)).total_count == 0
        await bot.set_webhook("https://a.example/hook", secret_token="x", max_connections=5)
        assert (await bot.get_webhook_info()).url == "https://a.example/hook"
        await bot.delete_webhook(drop_pending_updates=True)

    run(stage, story)


def test_topics_and_membership_updates(tmp_path: Path) -> None:
    stage = Stage.open(tmp_path, flood=False)

    async def story(bot: Bot) -> None:
        topic = await bot.create_forum_topic(SUPPORT, "Asha")
        await bot.send_message(SUPPORT, "Help", message_thread_id=topic.message_thread_id)
        stage.person(NEHA, SUPPORT).says("Coming", topic_id=topic.message_thread_id)
        stage.asha.post(f"/page/users/{ASHA}/block", blocked=True)
        reply, left = await bot.get_updates()
        assert reply.message is not None
        assert reply.message.message_thread_id == topic.message_thread_id
        assert left.my_chat_member is not None
        assert left.my_chat_member.new_chat_member.status == "kicked"
        assert await bot.close_forum_topic(SUPPORT, topic.message_thread_id)

    run(stage, story)


def test_errors_are_those_the_library_knows(tmp_path: Path) -> None:
    stage = Stage.open(tmp_path)

    async def story(bot: Bot) -> None:
        with pytest.raises(Forbidden, match="can't initiate conversation"):
            await bot.send_message(MEERA, "x")
        with pytest.raises(BadRequest, match="Message text is empty"):
            await bot.send_message(ASHA, "")
        for number in range(20):
            await bot.send_message(ASHA, str(number))
        with pytest.raises(RetryAfter, match="Flood control exceeded"):
            await bot.send_media_group(ASHA, [InputMediaDocument(b"x"), InputMediaDocument(b"y")])

    run(stage, story)
