"""Traffic: messages that wait for no slot, such as answers in a chat; counted, so that news make room for them."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Protocol

TRAFFIC_SECONDS = 1.0
# Of each second at the most, however much else is sent: the rest is left to news, for money and tickets are among them.
_SHARE = timedelta(seconds=0.75 * TRAFFIC_SECONDS)


class Takes(Protocol):
    """See storage.pace.Pace."""

    def take(self, slots: int, now: datetime, within: timedelta) -> None: ...


class Traffic:
    """What one worker sends beside its news. It is told to the common pace in bulk, one write a second and none while
    nothing is said, so those who answer never wait, and the news of all workers come after as many slots."""

    def __init__(self, pace: Takes) -> None:
        self._pace = pace
        self._count = 0

    def note(self) -> None:
        """One message is sent. In the event loop."""
        self._count += 1

    async def report(self) -> None:
        """A job: to be run each TRAFFIC_SECONDS. By the real clock, as Telegram counts."""
        count, self._count = self._count, 0
        if count:
            await asyncio.to_thread(self._pace.take, count, datetime.now(UTC), _SHARE)
