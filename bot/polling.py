"""Long polling that acknowledges an update only when it is done, so that a crash between two lines loses none."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

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
_CONFLICT_PAUSE = 5.0
_PAGE = 100  # Telegram shows no more updates than that, from the offset on
_WAITING = 10  # updates of one chat that may wait for the one under way
_HELD_UP = 3.0  # seconds after which a turn counts as stuck


@dataclass
class _Lane:
    """A chat's updates that are not done, in their order; the first is or will be under way."""

    updates: deque[Update] = field(default_factory=deque)
    begun: float | None = None  # when the turn under way began, by the loop's clock
    full: bool = False  # once too many came, until it is empty

    def add(self, update: Update) -> bool:
        """False, and the update is not taken, while more comes than a person would write."""
        if not self.full and len(self.updates) > _WAITING:
            self.full = True
            _log.warning("a chat writes more than can be answered: what it wrote beyond is dropped")
        if not self.full:
            self.updates.append(update)
        return not self.full


class Poller:
    """Chats run side by side, at most `workers` at a time; within a chat updates keep their order.

    Telegram forgets what is below the offset of a poll, so the offset stays at the lowest update that is not done; one
    that `take` raised for is tried again, with what follows it in its chat waiting. Telegram also shows only the next
    hundred: when all of these are known and the first belongs to a chat that is stuck (for `held_up` seconds) or
    floods us, the offset goes on past it, so that this chat keeps nobody else from being seen. Such an update still
    gets its turn here, but would be lost if the program ended before that.
    """

    def __init__(
        self, bot: Bot, take: Callable[[Update], Awaitable[None]], workers: int, held_up: float = _HELD_UP
    ) -> None:
        self._bot = bot
        self._take = take
        self._slots = asyncio.Semaphore(workers)
        self._held_up = held_up
        self._lanes: dict[int, _Lane] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._done: set[int] = set()  # above the offset
        self._last = 0
        self._past = 0  # what is below is acknowledged, done or not
        self._failures = 0  # in a row
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Poll until `stop`, then finish the turns under way and acknowledge them."""
        while not self._stopping.is_set():
            await self._round()
        if self._tasks:
            await asyncio.wait(self._tasks)
        if lost := [update_id for update_id in self._not_done() if update_id < self._past]:
            _log.warning("updates of chats that were stuck are lost", updates=len(lost))
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
        except Exception as error:
            # Whatever it is, ending would not help. Its words may hold what people wrote.
            self._failures += 1
            tell = _log.warning if isinstance(error, TelegramError) else _log.error
            tell("telegram cannot be polled", error=type(error).__name__, failures=self._failures)
            await self._rest(self._pause())
        else:
            news = self._start(updates)
            went_on = not news and len(updates) >= _PAGE and self._go_past()
            if self._tasks and not went_on:
                await asyncio.wait(self._tasks, timeout=_GLANCE, return_when=asyncio.FIRST_COMPLETED)

    async def _poll(self, hang: int) -> tuple[Update, ...]:
        """What Telegram has from the offset on; nothing if told to stop meanwhile."""
        ask = self._bot.get_updates(
            offset=self._offset(), limit=_PAGE, timeout=hang, allowed_updates=ALLOWED, read_timeout=_GRACE
        )
        asking, stopping = asyncio.ensure_future(ask), asyncio.ensure_future(self._stopping.wait())
        await asyncio.wait({asking, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if asking.done():
            return asking.result()
        asking.cancel()
        return ()

    def _not_done(self) -> set[int]:
        return {update.update_id for lane in self._lanes.values() for update in lane.updates}

    def _offset(self) -> int | None:
        """The lowest update that is not done nor passed, else the one after the last; None before the first."""
        kept = (update_id for update_id in self._not_done() if update_id >= self._past)
        offset = min(kept, default=self._last + 1 if self._last else None)
        if offset:
            self._done = {update_id for update_id in self._done if update_id >= offset}
        return offset

    def _start(self, updates: Sequence[Update]) -> bool:
        """Give each new update to its chat's lane; False if there is none."""
        known = self._not_done() | self._done
        new = [update for update in updates if update.update_id not in known]
        for update in new:
            self._last = max(self._last, update.update_id)
            chat = chat_of(update)
            if chat not in self._lanes:
                self._open(chat)
            if not self._lanes[chat].add(update):
                self._done.add(update.update_id)
        return bool(new)

    def _open(self, chat: int) -> None:
        self._lanes[chat] = _Lane()
        task = asyncio.create_task(self._run_lane(chat))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _go_past(self) -> bool:
        """Let the offset pass the lowest update, if its chat is to blame for what we cannot see."""
        lowest = self._offset()
        lanes = (lane for lane in self._lanes.values() if any(one.update_id == lowest for one in lane.updates))
        lane = next(lanes, None)
        if lowest is None or lane is None:
            return False
        now = asyncio.get_running_loop().time()
        stuck = lane.begun is not None and now - lane.begun > self._held_up
        if not stuck and not lane.full:
            return False
        _log.info("an update is acknowledged early: others cannot be seen for it", update_id=lowest)
        self._past = lowest + 1
        return True

    async def _run_lane(self, chat: int) -> None:
        """A chat's updates one after the other, until there are no more. What is left at the end comes again."""
        lane = self._lanes[chat]
        while lane.updates and not self._stopping.is_set():
            if await self._taken(lane):
                self._done.add(lane.updates.popleft().update_id)
            else:
                await self._rest(self._pause())
        if not lane.updates:
            del self._lanes[chat]

    async def _taken(self, lane: _Lane) -> bool:
        """False if the lane's first update has to be tried again."""
        async with self._slots:
            if self._stopping.is_set():
                return False
            lane.begun = asyncio.get_running_loop().time()
            try:
                await self._take(lane.updates[0])
            except Exception as error:
                self._failures += 1
                update_id = lane.updates[0].update_id
                _log.info("an update will be tried again", update_id=update_id, error=type(error).__name__)
                return False
            finally:
                lane.begun = None
        self._failures = 0
        return True

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
