"""Starting and ending: everything of one process, and the order in which it comes up and goes down."""

import asyncio
import signal
import socket
from collections.abc import Awaitable, Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.commandmenu import publish_menu
from bot.logs import logger
from bot.polling import Poller
from bot.scheduler import Scheduler
from bot.telegram import ALLOWED
from bot.telegram_calls import patiently
from domain.errors import SettingError, YatriError
from domain.staff import Role

_log = logger(__name__)
_GRACE = 20  # seconds for requests under way


@dataclass(frozen=True)
class Webhook:
    """What Telegram is told: where to post updates, with which secret, how many at a time."""

    url: str
    secret: str
    at_a_time: int


@dataclass(frozen=True)
class Yatri:
    """One process, wired by bot/app.py. With `webhook` set there is no poller."""

    bot: Bot
    web: Starlette
    scheduler: Scheduler
    poller: Poller | None
    webhook: Webhook | None
    threads: int
    finish: Callable[[], Awaitable[None]]  # what is being pushed
    close: Callable[[], None]
    staff_group: int | None = None
    staff: Callable[[], Mapping[int, Role]] = dict  # blocking


class WebServer(uvicorn.Server):
    """uvicorn beside other things in one loop: signals are not its business."""

    def __init__(self, app: Starlette) -> None:
        config = uvicorn.Config(
            app, access_log=False, log_config=None, lifespan="off", http="h11", ws="none",
            server_header=False, timeout_graceful_shutdown=_GRACE,
        )  # fmt: skip
        super().__init__(config)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave them as they are."""
        yield


async def run(yatri: Yatri, listener: socket.socket, stop: asyncio.Event, ready: Callable[[str], None]) -> None:
    """Serve until `stop`; `ready(username)` is called once when people can be answered. Then turns under way end.

    Raises SettingError if Telegram does not know the token.
    """
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(yatri.threads, thread_name_prefix="turn"))
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    server = WebServer(yatri.web)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        username = await _greeted(yatri.bot)
        await _attached(yatri)
        yatri.scheduler.start()
        polling = asyncio.create_task(yatri.poller.run()) if yatri.poller else None
        ready(username)
        await _stopped(stop, serving, polling)
        await _ended(yatri, polling)
    finally:
        server.should_exit = True
        await serving
        await yatri.bot.shutdown()
        yatri.close()


async def _greeted(bot: Bot) -> str:
    try:
        await patiently(bot.initialize)
    except InvalidToken as error:
        raise SettingError("YATRI_BOT_TOKEN", "Telegram does not know this token") from error
    except TelegramError as error:
        raise SettingError("YATRI_TELEGRAM_API", f"cannot be reached ({type(error).__name__})") from error
    return bot.username


async def _attached(yatri: Yatri) -> None:
    """Tell Telegram how updates reach us, and what to show around the chat."""
    bot, webhook = yatri.bot, yatri.webhook
    if webhook:
        await patiently(
            lambda: bot.set_webhook(
                webhook.url,
                secret_token=webhook.secret,
                max_connections=webhook.at_a_time,
                allowed_updates=ALLOWED,
            )
        )
    else:
        await patiently(bot.delete_webhook)
    await publish_menu(bot, yatri.staff_group, await asyncio.to_thread(_staff, yatri))


def _staff(yatri: Yatri) -> Mapping[int, Role]:
    try:
        return yatri.staff()
    except YatriError as trouble:
        _log.warning("the roster could not be read: staff keep the commands they see", error=str(trouble))
        return {}


async def _stopped(stop: asyncio.Event, *essential: "asyncio.Task[None] | None") -> None:
    """Until told to stop, or until something without which there is no use ends."""
    waiting = asyncio.create_task(stop.wait())
    tasks = [task for task in essential if task]
    await asyncio.wait({waiting, *tasks}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    for task in tasks:
        if task.done() and not stop.is_set():
            _log.error("a part of the program ended by itself", exc_info=task.exception())


async def _ended(yatri: Yatri, polling: "asyncio.Task[None] | None") -> None:
    """No new updates, then no new jobs; what is under way is finished and acknowledged."""
    _log.info("ending: finishing what is under way")
    if yatri.poller and polling:
        yatri.poller.stop()
        await asyncio.wait({polling})
    await yatri.scheduler.end()
    await yatri.finish()
