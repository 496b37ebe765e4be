"""What Telegram shows around the chat: the command menu, its button and the bot's descriptions, by language."""

import asyncio
from collections.abc import Iterable, Mapping
from functools import partial

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat, MenuButtonCommands
from telegram.error import TelegramError

from bot.logs import logger
from bot.telegram_calls import ChatGone, patiently
from domain.staff import Role
from handlers.desk.private import commands_of
from handlers.desk.router import COMMANDS as DESK_COMMANDS
from handlers.menu import COMMANDS
from handlers.reply import StaffMenu
from handlers.texts import DEFAULT, LANGUAGES, say

_log = logger(__name__)


_NOBODY: Mapping[int, Role] = {}


async def publish_menu(bot: Bot, staff_group: int | None = None, staff: Mapping[int, Role] = _NOBODY) -> None:
    """Set everything in every language; a failure is logged, since chats work without it. The staff group has commands
    of its own, and so has the private chat of each of the `staff`, by their role: all who are there see them, and who
    may use them is decided at each use."""
    try:
        await asyncio.gather(*(_in_language(bot, language) for language in LANGUAGES))
        await patiently(lambda: bot.set_chat_menu_button(menu_button=MenuButtonCommands()))
    except TelegramError as error:
        _log.warning("the command menu was not set", error=type(error).__name__)
    if staff_group is not None:
        await _for_chat(bot, staff_group, (), DESK_COMMANDS)
    await asyncio.gather(*(publish_staff_menu(bot, StaffMenu(telegram_id=each, role=staff[each])) for each in staff))


async def publish_staff_menu(bot: Bot, menu: StaffMenu) -> None:
    """Of one person of the desk, or of one who is not of it any more."""
    if menu.role:
        await _for_chat(bot, menu.telegram_id, COMMANDS, commands_of(menu.role))
        return
    scope = BotCommandScopeChat(menu.telegram_id)
    try:
        for language in LANGUAGES:
            code = None if language == DEFAULT else language
            await patiently(partial(bot.delete_my_commands, scope=scope, language_code=code))
    except (TelegramError, ChatGone) as error:
        _log.warning("commands of staff were not taken away", error=type(error).__name__)


async def _for_chat(bot: Bot, chat_id: int, ours: Iterable[str], of_desk: Iterable[str]) -> None:
    """Passengers' commands and those of the desk, for one chat."""
    scope = BotCommandScopeChat(chat_id)
    try:
        for language in LANGUAGES:
            words, code = say(language), None if language == DEFAULT else language
            commands = [BotCommand(name, words.label(f"command-{name}")) for name in ours]
            commands += [BotCommand(name, words.label(f"desk-command-{name}")) for name in of_desk]
            await patiently(partial(bot.set_my_commands, commands, scope=scope, language_code=code))
    except (TelegramError, ChatGone) as error:
        _log.warning("commands of staff were not set: is the bot in the chat?", error=type(error).__name__)


async def _in_language(bot: Bot, language: str) -> None:
    """The default language is also what people with any other language see, so it is set for none in particular."""
    words = say(language)
    code = None if language == DEFAULT else language
    commands = [BotCommand(name, words.label(f"command-{name}")) for name in COMMANDS]
    scope = BotCommandScopeAllPrivateChats()
    await patiently(lambda: bot.set_my_commands(commands, scope=scope, language_code=code))
    await patiently(lambda: bot.set_my_description(words.label("bot-description"), language_code=code))
    await patiently(lambda: bot.set_my_short_description(words.label("bot-short-description"), language_code=code))
