"""Pushes news that is due: the urgent first, at the pace that all workers keep together."""

import asyncio
from collections import deque
from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Protocol

from telegram.error import RetryAfter

from bot.errands import LEASE, Errand, Errands, Word
from bot.logs import logger
from bot.measures import Measures
from bot.telegram_calls import ChatGone, seconds_of
from bot.telegram_send import Drawn, Sender
from domain.delivery import Lane, lane_of, turn_of
from domain.errors import Busy, YatriError
from domain.notifications import Notification
from domain.ports import Clock, Units
from handlers.reply import Picture
from storage.keys import news_shard_of
from storage.schema import NEWS_SHARDS

Pictures = dict[Picture, Drawn | None]
_log = logger(__name__)
_SENDING = 0.8  # of its lease: sending ends before that does, for then another worker may send the same
_FRESH = 0.25  # of its lease: what waited longer for the line is claimed anew, so that a slow request is not cut off
_SLOT = 0.5  # of its lease: what gets no slot within that makes room
_TOGETHER = 6  # persons whose news are prepared at a time; how many are on the line is another matter
_PROMOS = 2  # of these, at the most: whatever is more urgent finds a place at once
_ROUND = 1.0  # seconds until the next round may begin
_PAGE = 60  # read of a lane at a time: one person's news do not fill it
_ENOUGH = 30  # waiting of a lane: no need to read more
_RESTS = {Lane.URGENT: 0.0, Lane.ALERT: 1.0, Lane.PROMO: 2.0}  # seconds between looks at a lane that was empty
_CHAT_GAP, _GROUP_GAP = 1.0, 3.0  # seconds a message in one chat: Telegram's 1 a second, and 20 a minute in a group
_FLOODED_CHATS, _FLOODED_WITHIN = 3, 5.0  # so many chats refused in so many seconds: it is not the chats
_LONGEST_PAUSE = 5.0  # seconds of all sending: it may be those chats after all, and then payments must not wait
PATIENCE = 3.0  # seconds that the rest of some news waits for a flood limit once its first message is out


class NoTurn(Exception):
    """No slot came free in time, or another worker has the news by now: nothing was tried."""


class Slots(Protocol):
    """See storage.pace.Pace."""

    def reserve(self, slots: int, now: datetime) -> datetime: ...

    def pause(self, until: datetime) -> None: ...


class Outbox:
    """At least once: a crash between sending and noting it sends again. So `at_once` is how many news may be between
    the two in this worker: one, unless Telegram is so far away that one after the other is too slow.

    `shards`: the parts of the due list that are this worker's to push; None for all. `pace` and, for promos, `promos`
    are asked for a slot before each message."""

    def __init__(
        self,
        units: Units,
        word: Word,
        sender: Sender,
        clock: Clock,
        measures: Measures,
        *,
        shards: Callable[[], Collection[int]] = lambda: range(NEWS_SHARDS),
        pace: Slots | None = None,
        promos: Slots | None = None,
        at_once: int = 1,
        lease: timedelta = LEASE,
    ) -> None:
        self._errands = Errands(units, word, lease)
        self._lease = lease.total_seconds()
        self._sender = sender
        self._clock = clock
        self._measures = measures
        self._shards = shards
        self._pace = pace
        self._promo_pace = promos
        self._line = asyncio.Semaphore(at_once)
        self._waiting: list[Notification] = []
        self._under_way: dict[str, Notification] = {}  # by user
        self._resting: dict[str, float] = {}  # by user, the loop's time from which they may be sent more
        self._looked: dict[Lane, float] = {}
        self._runners: set[asyncio.Task[None]] = set()
        self._refused: deque[tuple[float, int]] = deque()
        self._pushed = 0
        self._ending = False

    async def push_due(self) -> int:
        """Push what is due now; how many were pushed by the end of the round. A person to whom sending is slow keeps
        nobody waiting: it goes on while the next rounds serve the others."""
        await self._look()
        while self._waiting and len(self._runners) < min(_TOGETHER, len(self._waiting) + len(self._under_way)):
            runner = asyncio.create_task(self._run())
            self._runners.add(runner)
            runner.add_done_callback(self._runners.discard)
        if self._runners:
            await asyncio.wait(self._runners, timeout=_ROUND)
        pushed, self._pushed = self._pushed, 0
        return pushed

    async def finish(self) -> None:
        """Returns when nothing is being sent any more; no more is begun."""
        self._ending = True
        if self._runners:
            await asyncio.wait(self._runners)

    async def _look(self) -> None:
        """Read what is due, of the lanes of which that is needed."""
        shards, now = set(self._shards()), _time()
        self._resting = {user: until for user, until in self._resting.items() if until > now}
        kept = [each for each in self._waiting if news_shard_of(each.user_id) in shards]
        waiting = {lane: [each for each in kept if lane_of(each) is lane] for lane in Lane}
        lanes = [lane for lane in Lane if self._is_looked_at(lane, len(waiting[lane]), now)]
        if not shards or self._ending:
            self._waiting = []
            return
        for lane in lanes:
            found = await asyncio.to_thread(self._errands.due, self._clock.now(), _PAGE, [lane], shards)
            self._looked[lane] = now if not found else 0.0
            waiting[lane] = found
        under_way = {each.notif_id for each in self._under_way.values()}
        found = [each for lane in Lane for each in waiting[lane] if each.notif_id not in under_way]
        self._waiting = sorted(found, key=turn_of)

    def _is_looked_at(self, lane: Lane, waiting: int, now: float) -> bool:
        return waiting < _ENOUGH and now - self._looked.get(lane, 0.0) >= _RESTS[lane]

    async def _run(self) -> None:
        """One after the other, as long as there is somebody who may be sent something now."""
        while (notification := self._next()) is not None:
            user_id = notification.user_id
            self._under_way[user_id] = notification
            try:
                await self._serve(notification)
            except Exception as error:
                # Its claim ends by itself, and then it is tried again.
                _log.error("pushing news broke off", user_id=user_id, exc_info=error)
            finally:
                del self._under_way[user_id]

    def _next(self) -> Notification | None:
        now = _time()
        promos = sum(lane_of(each) is Lane.PROMO for each in self._under_way.values())
        for place, notification in enumerate(self._waiting if not self._ending else ()):
            user_id = notification.user_id
            if user_id in self._under_way or self._resting.get(user_id, 0.0) > now:
                continue
            if lane_of(notification) is Lane.PROMO and promos >= _PROMOS:
                return None
            return self._waiting.pop(place)
        return None

    async def _serve(self, notification: Notification) -> None:
        claimed_at = _time()
        errand = await asyncio.to_thread(self._errands.begin, notification, self._clock.now())
        if errand is None:
            return
        try:
            async with asyncio.timeout_at(claimed_at + self._lease * _SENDING):
                drawn = await self._sender.prepare(errand.left)
            if self._promo_pace and lane_of(notification) is Lane.PROMO:
                await self._slot(self._promo_pace, len(errand.left))
            async with self._line:
                outcome = await self._on_the_line(errand, drawn, claimed_at)
        except NoTurn:
            until = notification.due_at or self._clock.now()
            await asyncio.to_thread(self._errands.put_off, [errand.notification], until)
        except RetryAfter as asked:
            await self._flooded(errand, seconds_of(asked))
        except Exception as error:
            dead = await asyncio.to_thread(self._errands.failed, errand.notification, error, self._clock.now())
            self._measures.pushed.labels("dead" if dead else "failed").inc()
        else:
            self._told(notification, errand, outcome)

    async def _on_the_line(self, errand: Errand, drawn: Pictures, claimed_at: float) -> str:
        """Sent, or gone, and noted as that."""
        if self._pace and errand.left:
            await self._slot(self._pace, len(errand.left))
        if _time() > claimed_at + self._lease * _FRESH:
            claimed_at = _time()
            if not await asyncio.to_thread(self._errands.prolong, errand, self._clock.now()):
                raise NoTurn
        async with asyncio.timeout_at(claimed_at + self._lease * _SENDING):
            outcome = await self._sent(errand, drawn)
        note = self._errands.sent if outcome == "sent" else self._errands.gone
        await asyncio.to_thread(note, errand, self._clock.now())
        return outcome

    async def _sent(self, errand: Errand, drawn: Pictures) -> str:
        """One after the other, so that it is known how many are out if the next one is refused."""
        try:
            for place, reply in enumerate(errand.left):
                await self._sender.send(errand.user.chat_id, [reply], drawn=drawn, hasty=place == 0)
                errand.one_is_out()
        except ChatGone:
            return "gone"
        return "sent"

    async def _slot(self, slots: Slots, count: int) -> None:
        """Waits for the slots of so many messages. By the real clock, as Telegram counts. Raises NoTurn."""
        try:
            async with asyncio.timeout(self._lease * _SLOT):
                at = await asyncio.to_thread(slots.reserve, count, datetime.now(UTC))
                await asyncio.sleep((at - datetime.now(UTC)).total_seconds())
        except (TimeoutError, Busy) as late:
            raise NoTurn from late

    def _told(self, notification: Notification, errand: Errand, outcome: str) -> None:
        gap = _CHAT_GAP if errand.user.chat_id > 0 else _GROUP_GAP
        self._resting[notification.user_id] = _time() + gap * len(errand.replies)
        self._pushed += 1
        self._measures.pushed.labels(outcome).inc()
        if notification.due_at:
            late = (self._clock.now() - notification.due_at).total_seconds()
            self._measures.lateness.labels(lane_of(notification).value).observe(max(0.0, late))

    async def _flooded(self, errand: Errand, seconds: float) -> None:
        """All of the person's news wait as long as Telegram asks, and keep their order. When several chats are refused
        at once it is all of our sending that is meant."""
        _log.info("a chat is flooded: its news are put off", seconds=seconds)
        self._measures.pushed.labels("flooded").inc()
        user_id = errand.user.user_id
        following = [each for each in self._waiting if each.user_id == user_id]
        self._waiting = [each for each in self._waiting if each.user_id != user_id]
        until = self._clock.now() + timedelta(seconds=seconds + 1)
        # If this fails they are only tried sooner than they should be.
        with suppress(YatriError):
            await asyncio.to_thread(self._errands.put_off, [errand.notification, *following], until)
        if self._pace and self._is_everywhere(errand.user.chat_id):
            pause = min(seconds, _LONGEST_PAUSE)
            _log.warning("telegram refuses many chats: all sending pauses", seconds=pause)
            await asyncio.to_thread(self._pace.pause, datetime.now(UTC) + timedelta(seconds=pause))

    def _is_everywhere(self, chat_id: int) -> bool:
        now = _time()
        self._refused.append((now, chat_id))
        while self._refused[0][0] < now - _FLOODED_WITHIN:
            self._refused.popleft()
        return len({chat for _, chat in self._refused}) >= _FLOODED_CHATS


def _time() -> float:
    return asyncio.get_running_loop().time()
