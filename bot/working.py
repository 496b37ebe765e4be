"""A worker without a door: the jobs and the outbox alone, beside bots that talk."""

import asyncio
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from telegram.error import InvalidToken, TelegramError

from bot.lifecycle import Yatri
from bot.logs import logger
from bot.telegram_calls import patiently
from domain.errors import SettingError

_log = logger(__name__)


async def work(yatri: Yatri, stop: asyncio.Event, ready: Callable[[str], None]) -> None:
    """Do this worker's part until `stop`; `ready(username)` is called once that has begun.

    Raises SettingError if Telegram does not know the token.
    """
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(yatri.threads, thread_name_prefix="work"))
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    try:
        await patiently(yatri.bot.initialize)
        yatri.scheduler.start()
        ready(yatri.bot.username)
        await stop.wait()
        _log.info("ending: finishing what is under way")
        await yatri.scheduler.end()
        await yatri.finish()
    except InvalidToken as error:
        raise SettingError("YATRI_BOT_TOKEN", "Telegram does not know this token") from error
    except TelegramError as error:
        raise SettingError("YATRI_TELEGRAM_API", f"cannot be reached ({type(error).__name__})") from error
    finally:
        await yatri.bot.shutdown()
        yatri.close()
