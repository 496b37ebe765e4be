"""What Telegram shows around the chat: the command menu, its button and the bot's descriptions, by language."""

import asyncio

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, MenuButtonCommands
from telegram.error import TelegramError

from bot.logs import logger
from bot.telegram_calls import patiently
from handlers.menu import COMMANDS
from handlers.texts import DEFAULT, LANGUAGES, say

_log = logger(__name__)


async def publish_menu(bot: Bot) -> None:
    """Set everything in every language; a failure is logged, since chats work without it."""
    try:
        await asyncio.gather(*(_in_language(bot, language) for language in LANGUAGES))
        await patiently(lambda: bot.set_chat_menu_button(menu_button=MenuButtonCommands()))
    except TelegramError as error:
        _log.warning("the command menu was not set", error=type(error).__name__)


async def _in_language(bot: Bot, language: str) -> None:
    """The default language is also what people with any other language see, so it is set for none in particular."""
    words = say(language)
    code = None if language == DEFAULT else language
    commands = [BotCommand(name, words.label(f"command-{name}")) for name in COMMANDS]
    scope = BotCommandScopeAllPrivateChats()
    await patiently(lambda: bot.set_my_commands(commands, scope=scope, language_code=code))
    await patiently(lambda: bot.set_my_description(words.label("bot-description"), language_code=code))
    await patiently(lambda: bot.set_my_short_description(words.label("bot-short-description"), language_code=code))
