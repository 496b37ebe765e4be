"""Long polling that acknowledges an update only when it is done, so that a crash between two lines loses none."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Bot, Update
from telegram.error import Conflict, TelegramError

from bot.logs import logger
from bot.telegram import ALLOWED, chat_of

_log = logger(__name__)
_HANG = 25  # seconds a poll is kept open when nothing is under way
_GRACE = 10  # seconds beyond that before the line is taken for dead
_GLANCE = 0.2  # seconds between polls while turns are under way: their updates would end a long poll at once
_PAUSE = 0.5  # seconds after a poll or a turn failed, doubled up to:
_LONGEST_PAUSE = 30.0
_LANE = 10  # updates of one chat that wait; nobody types faster, and a flood must not keep others from being seen
_CONFLICT_PAUSE = 5.0


class Poller:
    """Chats run side by side, at most `workers` at a time; within a chat updates keep their order.

    Telegram forgets what is below the offset of a poll, so the offset stays at the lowest update that is not done. An
    update that `take` raised for is dropped with what follows it in its chat; the next poll brings them again.
    """

    def __init__(self, bot: Bot, take: Callable[[Update], Awaitable[None]], workers: int) -> None:
        self._bot = bot
        self._take = take
        self._slots = asyncio.Semaphore(workers)
        self._lanes: dict[int, deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._done: set[int] = set()  # above the offset
        self._again: set[int] = set()  # dropped, to come again
        self._last = 0
        self._failures = 0  # in a row
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Poll until `stop`, then finish the turns under way and acknowledge them."""
        while not self._stopping.is_set():
            await self._round()
        if self._tasks:
            await asyncio.wait(self._tasks)
        await self._acknowledge()

    def stop(self) -> None:
        """Take no more updates."""
        self._stopping.set()

    async def _round(self) -> None:
        try:
            updates = await self._poll(0 if self._lanes else _HANG)
        except Conflict:
            _log.error("another program polls with this bot's token: waiting for it to end")
            await self._rest(_CONFLICT_PAUSE)
        except TelegramError as error:
            self._failures += 1
            _log.warning("telegram cannot be polled", error=type(error).__name__, failures=self._failures)
            await self._rest(self._pause())
        else:
            self._start(updates)
            if self._tasks:
                await asyncio.wait(self._tasks, timeout=_GLANCE, return_when=asyncio.FIRST_COMPLETED)
            if self._again:
                await self._rest(self._pause())

    async def _poll(self, hang: int) -> tuple[Update, ...]:
        """What Telegram has from the offset on; nothing if told to stop meanwhile."""
        ask = self._readable(self._offset(), hang)
        asking, stopping = asyncio.ensure_future(ask), asyncio.ensure_future(self._stopping.wait())
        await asyncio.wait({asking, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if asking.done():
            return asking.result()
        asking.cancel()
        return ()

    async def _readable(self, offset: int | None, hang: int) -> tuple[Update, ...]:
        """Updates; one that the library cannot read is passed over, or it would come for ever and end us each time."""
        try:
            return await self._bot.get_updates(
                offset=offset, timeout=hang, allowed_updates=ALLOWED, read_timeout=_GRACE
            )
        except TelegramError:
            raise
        except Exception as error:
            _log.error("an update cannot be read", error=type(error).__name__)
        # Method names know no case; in this one the library does not insist on reading the answer.
        wish = {"offset": offset, "timeout": 0, "allowed_updates": ALLOWED}
        found = await self._bot.do_api_request("getupdates", api_kwargs=wish)
        return tuple(update for update in map(self._read, found) if update)

    def _read(self, raw: dict[str, Any]) -> Update | None:
        try:
            return Update.de_json(raw, self._bot)
        except Exception:
            self._passed_over(int(raw["update_id"]))
            return None

    def _passed_over(self, update_id: int) -> None:
        self._last = max(self._last, update_id)
        self._done.add(update_id)

    def _under_way(self) -> set[int]:
        return {update.update_id for lane in self._lanes.values() for update in lane}

    def _offset(self) -> int | None:
        """The lowest update that is not done, else the one after the last; None before the first."""
        offset = min(self._under_way() | self._again, default=self._last + 1 if self._last else None)
        if offset:
            self._done = {update_id for update_id in self._done if update_id >= offset}
        return offset

    def _start(self, updates: tuple[Update, ...]) -> None:
        known = self._under_way() | self._done
        self._again.clear()
        crowded: set[int] = set()
        for update in updates:
            if update.update_id in known:
                continue
            self._last = max(self._last, update.update_id)
            chat = chat_of(update)
            if chat in self._lanes and len(self._lanes[chat]) >= _LANE:
                self._passed_over(update.update_id)
                crowded.add(chat)
            elif chat in self._lanes:
                self._lanes[chat].append(update)
            else:
                self._lanes[chat] = deque([update])
                task = asyncio.create_task(self._lane(chat))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
        if crowded:
            _log.warning("more was written than can be answered: the rest is passed over", chats=len(crowded))

    async def _lane(self, chat: int) -> None:
        """A chat's updates one after the other, until there are no more or one fails."""
        lane = self._lanes[chat]
        try:
            while lane and not self._stopping.is_set():
                async with self._slots:
                    await self._take(lane[0])
                self._done.add(lane.popleft().update_id)
                self._failures = 0
        except Exception as error:
            self._failures += 1
            _log.info("an update will come again", update_id=lane[0].update_id, error=type(error).__name__)
        finally:
            self._again.update(update.update_id for update in lane)
            del self._lanes[chat]

    async def _acknowledge(self) -> None:
        """Tell Telegram how far we came, so that the next start is not sent the same again."""
        try:
            await self._bot.get_updates(offset=self._offset(), timeout=0, limit=1, allowed_updates=ALLOWED)
        except TelegramError as error:
            _log.info("the last updates were not acknowledged", error=type(error).__name__)

    def _pause(self) -> float:
        return min(_LONGEST_PAUSE, _PAUSE * 2 ** min(self._failures - 1, 10)) if self._failures else _GLANCE

    async def _rest(self, seconds: float) -> None:
        """Sleep, unless told to stop."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)
