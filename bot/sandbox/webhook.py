"""Delivers updates to the bot's webhook: in order within a chat, again and again until it answers 2xx."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from bot.sandbox.botapi.calling import perform
from bot.sandbox.botapi.params import Call
from bot.sandbox.errors import ApiError
from bot.sandbox.outgoing import caller
from bot.sandbox.store import Json
from bot.sandbox.world import World

if TYPE_CHECKING:
    import httpx

_TIMEOUT = 60.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.25, 30.0


class WebhookDelivery:
    """The task that empties one bot's queue into its webhook."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._failures: dict[int, int] = {}
        self._client: httpx.AsyncClient | None = None

    async def run(self) -> None:
        """Deliver until cancelled."""
        updates = self._world.updates
        try:
            while True:
                if updates.webhook:
                    self._start_lanes(updates.webhook)
                await updates.changed(60)
        finally:
            for task in self._busy.values():
                task.cancel()
            if self._client is not None:
                await self._client.aclose()

    def _start_lanes(self, webhook: Json) -> None:
        for update in self._world.updates.pending:
            lane = _lane(update)
            if lane not in self._busy and len(self._busy) < webhook["max_connections"]:
                self._busy[lane] = asyncio.create_task(self._deliver(lane, webhook, update))

    async def _deliver(self, lane: int, webhook: Json, update: Json) -> None:
        try:
            problem = await self._post(webhook, update)
            if problem is None:
                self._failures.pop(lane, None)
                self._world.updates.done(update["update_id"])
                return
            failures = self._failures[lane] = self._failures.get(lane, 0) + 1
            self._world.updates.webhook_failed(problem, self._world.unix_now())
            await asyncio.sleep(min(_FIRST_PAUSE * 2 ** min(failures - 1, 10), _LONGEST_PAUSE))
        finally:
            del self._busy[lane]
            self._world.updates.wake()

    async def _post(self, webhook: Json, update: Json) -> str | None:
        import httpx  # here, since most sandboxes poll and should start at once

        if self._client is None:
            self._client = caller(_TIMEOUT)
        secret = webhook["secret_token"]
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        try:
            answer = await self._client.post(webhook["url"], json=update, headers=headers)
        except httpx.TimeoutException:
            return "Read timeout expired"
        except httpx.HTTPError as problem:
            return "Connection refused" if isinstance(problem, httpx.ConnectError) else str(problem)
        if not answer.is_success:
            return f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}"
        await self._perform_reply(answer)
        return None

    async def _perform_reply(self, answer: httpx.Response) -> None:
        """A webhook may answer with a method to call; nobody learns how that ended, as at Telegram."""
        try:
            body: Any = answer.json()
        except ValueError:
            return
        if not isinstance(body, dict) or "method" not in body:
            return
        method = str(body.pop("method"))
        try:
            await perform(method, Call(self._world, body))
        except ApiError:
            return


def _lane(update: Json) -> int:
    """Updates of one chat are delivered one after the other."""
    for content in update.values():
        if isinstance(content, dict):
            message = content.get("message", content)
            return int(message.get("chat", {}).get("id", 0))
    return 0
