"""Telegram's webhook: the secret is checked first, and 200 means that the turn is committed and its replies are out."""

import asyncio
import hmac
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from telegram import Bot, Update

from bot.conversation import TurnFailed
from bot.telegram import chat_of

Take = Callable[[Update], Awaitable[None]]


class TelegramHook:
    """One address for updates; `answer` tells the HTTP status. Within a chat updates keep the order they come in."""

    def __init__(self, path: str, secret: str, bot: Bot, take: Take) -> None:
        self.path = path
        self._secret = secret.encode()
        self._bot = bot
        self._take = take
        self._lanes: dict[int, tuple[asyncio.Lock, int]] = {}

    def allows(self, shown: str) -> bool:
        """Is this the secret header that we asked Telegram for? In constant time."""
        return hmac.compare_digest(shown.encode(), self._secret)

    async def answer(self, body: bytes) -> int:
        """200; 400 for what is not an update; 503 asks Telegram to send it again."""
        update = self._update(body)
        if update is None:
            return 400
        try:
            async with self._lane(chat_of(update)):
                await self._take(update)
        except TurnFailed:
            return 503
        return 200

    def _update(self, body: bytes) -> Update | None:
        try:
            told = json.loads(body)
            return Update.de_json(told, self._bot) if isinstance(told["update_id"], int) else None
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None

    @asynccontextmanager
    async def _lane(self, chat: int) -> AsyncIterator[None]:
        lock, waiting = self._lanes.get(chat, (asyncio.Lock(), 0))
        self._lanes[chat] = (lock, waiting + 1)
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._lanes.pop(chat)
            if waiting > 1:
                self._lanes[chat] = (lock, waiting - 1)
