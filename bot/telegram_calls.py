"""Manners of a Telegram client: wait when told to wait, try again when the line is bad, know when nobody is there."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter
from telegram.request import HTTPXRequest

from bot.logs import logger

Result = TypeVar("Result")
_log = logger(__name__)
_TRIES = 5
LONGEST_WAIT = 20.0  # seconds that one message waits for a flood limit
_FIRST_PAUSE = 0.5  # seconds, doubled with each try


class ChatGone(Exception):
    """The person blocked the bot, or the chat does not exist (any more): nothing can be sent there."""


def connect(token: str, api: str, *, local: bool) -> Bot:
    """A Bot on this API server; a server on this machine is reached around any proxy of the environment."""
    # Times as timedelta, as python-telegram-bot will have them; without this it warns at every 429.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    direct = {"trust_env": False} if local else {}
    return Bot(
        token,
        base_url=f"{api.rstrip('/')}/bot",
        base_file_url=f"{api.rstrip('/')}/file/bot",
        request=HTTPXRequest(connection_pool_size=64, read_timeout=15, pool_timeout=15, httpx_kwargs=direct),
        get_updates_request=HTTPXRequest(connection_pool_size=2, httpx_kwargs=direct),
    )


async def patiently(
    call: Callable[[], Awaitable[Result]], tries: int = _TRIES, longest: float = LONGEST_WAIT
) -> Result:
    """The result of `call`, which is made again after RetryAfter and after a network error.

    Raises ChatGone, BadRequest, RetryAfter once it would wait for more than `longest` seconds in all, or the last
    NetworkError after `tries`. An answer that got lost may mean that a message is sent twice: once too often is better
    than never.
    """
    failures, waited = 0, 0.0
    while True:
        try:
            return await call()
        except RetryAfter as asked:
            _log.info("telegram asks us to wait", seconds=_seconds(asked))
            waited += _seconds(asked) + 0.1
            if waited > longest:
                raise
            await asyncio.sleep(_seconds(asked) + 0.1)
        except Forbidden as refused:
            raise ChatGone from refused
        except BadRequest as refused:
            if "chat not found" in refused.message.lower():
                raise ChatGone from refused
            raise
        except NetworkError as lost:
            failures += 1
            if failures >= tries:
                raise
            _log.info("telegram is hard to reach", error=type(lost).__name__, failures=failures)
            await asyncio.sleep(_FIRST_PAUSE * 2 ** (failures - 1))


def _seconds(asked: RetryAfter) -> float:
    wait = asked.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
