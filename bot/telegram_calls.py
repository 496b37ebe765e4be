"""Manners of a Telegram client: wait when told to wait, try again when the line is bad, know when nobody is there."""

import asyncio
import os
import ssl
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import cache
from typing import Any, TypeVar

import httpx
from telegram import Bot, Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter
from telegram.request import HTTPXRequest

from bot.logs import logger

Result = TypeVar("Result")
_log = logger(__name__)
_TRIES = 5
LONGEST_WAIT = 20.0  # seconds that all messages of one turn wait for a flood limit
_FIRST_PAUSE = 0.5  # seconds, doubled with each try


class ChatGone(Exception):
    """The person blocked the bot, or the chat does not exist (any more): nothing can be sent there."""


class Patience:
    """Seconds that may be spent on Telegram's RetryAfter, by all calls that share it."""

    def __init__(self, seconds: float = LONGEST_WAIT) -> None:
        self._left = seconds

    async def wait(self, asked: RetryAfter) -> None:
        """As long as Telegram asks; raises `asked`, at once, if that is longer than what is left."""
        seconds = seconds_of(asked)
        if seconds > self._left:
            raise asked
        self._left -= seconds
        await asyncio.sleep(seconds + 0.1)


class UpdatesRequest(HTTPXRequest):
    """Long polls whose answer can always be read: one update that python-telegram-bot cannot make sense of would
    otherwise hide all others, for ever. Of such an update only its number is left, so that it is acknowledged."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """As python-telegram-bot does it."""
        answer = HTTPXRequest.parse_json_payload(payload)
        updates = answer.get("result")
        if isinstance(updates, list):
            answer["result"] = [_readable(update) for update in updates]
        return answer


def _readable(update: dict[str, Any]) -> dict[str, Any]:
    try:
        Update.de_json(update)
    except Exception as error:
        # Without the error's words: they may quote what the person wrote.
        _log.error("an update cannot be read", update_id=update["update_id"], error=type(error).__name__)
        return {"update_id": update["update_id"]}
    return update


def connect(token: str, api: str, *, local: bool) -> Bot:
    """A Bot on this API server; a server on this machine is reached around any proxy of the environment."""
    # Times as timedelta, as python-telegram-bot will have them; without this it warns at every 429.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    line = {"trust_env": not local, "verify": _authorities(environment=not local)}
    return Bot(
        token,
        base_url=f"{api.rstrip('/')}/bot",
        base_file_url=f"{api.rstrip('/')}/file/bot",
        request=HTTPXRequest(connection_pool_size=64, read_timeout=15, pool_timeout=15, httpx_kwargs=line),
        get_updates_request=UpdatesRequest(connection_pool_size=2, httpx_kwargs=line),
    )


@cache
def _authorities(*, environment: bool) -> ssl.SSLContext:
    """Whose certificates are believed, by the variables of the environment or not: read once a process."""
    return httpx.create_ssl_context(trust_env=environment)


async def patiently(
    call: Callable[[], Awaitable[Result]], tries: int = _TRIES, patience: Patience | None = None
) -> Result:
    """The result of `call`, which is made again after RetryAfter and after a network error.

    Raises ChatGone, BadRequest, RetryAfter once `patience` (LONGEST_WAIT of its own) is used up, or the last
    NetworkError after `tries`. An answer that got lost may mean that a message is sent twice: once too often is better
    than never.
    """
    failures, patience = 0, patience or Patience()
    while True:
        try:
            return await call()
        except RetryAfter as asked:
            _log.info("telegram asks us to wait", seconds=seconds_of(asked))
            await patience.wait(asked)
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


def seconds_of(asked: RetryAfter) -> float:
    """How long Telegram asks us to wait."""
    wait = asked.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
