"""The updates a bot has not taken yet, and the two ways of taking them: polling and webhook."""

from __future__ import annotations

import asyncio
import secrets

from bot.sandbox.errors import conflict
from bot.sandbox.store import Json, Store

_OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
_NOT_BY_DEFAULT = ("chat_member", "message_reaction", "message_reaction_count")


class Updates:
    """A queue on disk; an update leaves it when a poll's offset passes it or the webhook answers 2xx."""

    def __init__(self, store: Store, bot_id: int) -> None:
        self._store = store
        self._kind = f"update:{bot_id}"
        self._meta = f"updates:{bot_id}"
        self._pending = {int(key): update for key, update in store.all(self._kind).items()}
        saved = store.get(self._meta, "next")
        self._next = int(saved["id"]) if saved else 100_000_000 + secrets.randbelow(800_000_000)
        self.settings: Json = store.get(self._meta, "settings") or {"webhook": None, "allowed": []}
        self._news = asyncio.Event()
        self._poll = 0
        self._closed = False

    @property
    def webhook(self) -> Json | None:
        """The webhook {url, secret_token, max_connections, last_error_date?, last_error_message?}, or None."""
        webhook: Json | None = self.settings["webhook"]
        return webhook

    @property
    def pending(self) -> list[Json]:
        """What waits, oldest first."""
        return list(self._pending.values())

    def save_settings(self) -> None:
        """Keep the webhook and the allowed kinds, and let everybody look at them again."""
        self._store.put(self._meta, "settings", self.settings)
        self.wake()

    def webhook_failed(self, why: str, when: int) -> None:
        """Remember what went wrong last; `when` in unix seconds."""
        if self.webhook:
            self.webhook.update(last_error_date=when, last_error_message=why)
            self._store.put(self._meta, "settings", self.settings)

    def add(self, kind: str, content: Json) -> None:
        """Queue an update, unless the bot does not want its kind."""
        allowed = self.settings["allowed"]
        if (kind not in allowed) if allowed else (kind in _NOT_BY_DEFAULT):
            return
        update_id = self._next
        update: Json = {"update_id": update_id, kind: content}
        with self._store.together():
            self._store.put(self._meta, "next", {"id": update_id + 1})
            self._store.put(self._kind, f"{update_id:012d}", update)
        self._next = update_id + 1
        self._pending[update_id] = update
        self.wake()

    def done(self, update_id: int) -> None:
        """The bot has it."""
        if self._pending.pop(update_id, None) is not None:
            self._store.delete(self._kind, f"{update_id:012d}")

    def drop_all(self) -> None:
        """Forget everything that waits."""
        with self._store.together():
            for update_id in list(self._pending):
                self.done(update_id)

    def close(self) -> None:
        """End polls; what waits is on disk."""
        self._closed = True
        self.wake()

    def wake(self) -> None:
        """Let everybody who waits look again."""
        self._news.set()
        self._news = asyncio.Event()

    async def changed(self, timeout: float) -> None:
        """Wait for something new, or for so many real seconds."""
        try:
            async with asyncio.timeout(timeout):
                await self._news.wait()
        except TimeoutError:
            return

    async def poll(self, offset: int, limit: int, timeout: float) -> list[Json]:
        """What waits from `offset` on; a later poll ends this one. Raises ApiError."""
        if self.webhook:
            why = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            raise conflict(why)
        self._poll += 1
        mine = self._poll
        self.wake()
        self._acknowledge(offset)
        deadline = asyncio.get_running_loop().time() + timeout
        while not self._pending and not self._closed:
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                break
            await self.changed(left)
            if self._poll != mine:
                raise conflict(_OTHER_POLL)
            if self.webhook:
                raise conflict("terminated by setWebhook request")
        return list(self._pending.values())[:limit]

    def _acknowledge(self, offset: int) -> None:
        known = list(self._pending)
        done = known[:offset] if offset < 0 else [update_id for update_id in known if update_id < offset]
        with self._store.together():
            for update_id in done:
                self.done(update_id)
