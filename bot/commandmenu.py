"""What Telegram shows around the chat: the command menu, its button and the bot's descriptions, by language."""

import asyncio
from functools import partial

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat, MenuButtonCommands
from telegram.error import TelegramError

from bot.logs import logger
from bot.telegram_calls import ChatGone, patiently
from handlers.desk.router import COMMANDS as DESK_COMMANDS
from handlers.menu import COMMANDS
from handlers.texts import DEFAULT, LANGUAGES, say

_log = logger(__name__)


async def publish_menu(bot: Bot, staff_group: int | None = None) -> None:
    """Set everything in every language; a failure is logged, since chats work without it. The staff group has commands
    of its own: they are shown to all who are in it, and who may use them is decided at each use."""
    try:
        await asyncio.gather(*(_in_language(bot, language) for language in LANGUAGES))
        await patiently(lambda: bot.set_chat_menu_button(menu_button=MenuButtonCommands()))
    except TelegramError as error:
        _log.warning("the command menu was not set", error=type(error).__name__)
    if staff_group is not None:
        await _for_staff(bot, staff_group)


async def _for_staff(bot: Bot, staff_group: int) -> None:
    scope = BotCommandScopeChat(staff_group)
    try:
        for language in LANGUAGES:
            words, code = say(language), None if language == DEFAULT else language
            commands = [BotCommand(name, words.label(f"desk-command-{name}")) for name in DESK_COMMANDS]
            await patiently(partial(bot.set_my_commands, commands, scope=scope, language_code=code))
    except (TelegramError, ChatGone) as error:
        _log.warning("the staff group's commands were not set: is the bot a member?", error=type(error).__name__)


async def _in_language(bot: Bot, language: str) -> None:
    """The default language is also what people with any other language see, so it is set for none in particular."""
    words = say(language)
    code = None if language == DEFAULT else language
    commands = [BotCommand(name, words.label(f"command-{name}")) for name in COMMANDS]
    scope = BotCommandScopeAllPrivateChats()
    await patiently(lambda: bot.set_my_commands(commands, scope=scope, language_code=code))
    await patiently(lambda: bot.set_my_description(words.label("bot-description"), language_code=code))
    await patiently(lambda: bot.set_my_short_description(words.label("bot-short-description"), language_code=code))
