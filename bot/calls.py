"""Calls the staff group when something of the desk waits for one of them."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Protocol

from telegram.error import TelegramError

from bot.logs import logger
from bot.telegram_calls import ChatGone
from domain.approvals import Approval, Call
from domain.ids import ChatId
from domain.payouts import Withdrawal
from domain.ports import Clock
from domain.services.calling import Calling
from domain.users import User
from handlers.reply import Reply

Word = Callable[[Approval | Withdrawal | User], Reply]  # blocking
CALL_SECONDS = 3.0
_log = logger(__name__)


class Sends(Protocol):
    """What takes replies to a chat: bot.telegram_send.Sender."""

    async def send(self, chat_id: ChatId, replies: Sequence[Reply]) -> object: ...


class Calls:
    """A job: each round tells the group what it has not been told yet."""

    def __init__(self, calling: Calling, word: Word, sender: Sends, group: ChatId, clock: Clock) -> None:
        self._calling = calling
        self._word = word
        self._sender = sender
        self._group = group
        self._clock = clock

    async def run(self) -> None:
        """One round. What fails keeps nothing behind it waiting: it is tried again when its lease is over."""
        for call in await asyncio.to_thread(self._calling.waiting):
            try:
                await self._one(call)
            except Exception as error:
                _log.error("a call to the staff group broke off", exc_info=error)

    async def _one(self, call: Call) -> None:
        now = self._clock.now()
        if not await asyncio.to_thread(self._calling.take, call, now):
            return
        about = await asyncio.to_thread(self._calling.about, call, now)
        if about is not None:
            reply = await asyncio.to_thread(self._word, about)
            try:
                await self._sender.send(self._group, [reply])
            except (TelegramError, ChatGone) as error:
                # It stays on the list: when the lease is over somebody tries again.
                _log.warning("the staff group was not called for a second person", error=type(error).__name__)
                return
        await asyncio.to_thread(self._calling.done, call)
