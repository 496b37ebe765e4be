"""The message that shows the desk how far a broadcast is, changed as it goes on."""

import asyncio
from datetime import timedelta
from typing import Protocol

from telegram.error import TelegramError

from bot.logs import logger
from bot.telegram_calls import ChatGone
from bot.telegram_send import Sender
from domain.broadcasts import Broadcast, Progress, Shown
from domain.ports import Clock
from handlers.desk.broadcasts import progress_reply
from handlers.texts import say

LOOKED_AT = 5  # broadcasts, the latest
OVER = timedelta(days=2)  # after its beginning a message is left as it is
_log = logger(__name__)


class Casts(Protocol):
    """What tells how far broadcasts are."""

    def latest(self, limit: int) -> list[tuple[Broadcast, Progress]]: ...


class CastProgress:
    """One round changes each message whose numbers are others than when this worker showed them last."""

    def __init__(self, broadcasting: Casts, sender: Sender, clock: Clock) -> None:
        self._broadcasting = broadcasting
        self._sender = sender
        self._clock = clock
        self._last: dict[str, tuple[str, Progress]] = {}

    async def run(self) -> None:
        """One round."""
        for broadcast, done in await asyncio.to_thread(self._broadcasting.latest, LOOKED_AT):
            state = (broadcast.status.value, done)
            shown = broadcast.shown
            if shown is None or self._is_over(broadcast) or self._last.get(broadcast.broadcast_id) == state:
                continue
            await self._change(broadcast, done, shown)
            self._last[broadcast.broadcast_id] = state

    def _is_over(self, broadcast: Broadcast) -> bool:
        return self._clock.now() > broadcast.created_at + OVER

    async def _change(self, broadcast: Broadcast, done: Progress, shown: Shown) -> None:
        reply = progress_reply(say(shown.language), broadcast, done).but(edits=shown.message_id)
        try:
            await self._sender.send(shown.chat_id, [reply])
        except (TelegramError, ChatGone) as error:
            _log.info("the progress of a broadcast was not shown", error=type(error).__name__)
