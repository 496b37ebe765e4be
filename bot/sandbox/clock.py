"""The sandbox's clock: the real one, moved forward on demand."""

from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime, timedelta

from bot.sandbox.store import Json, Store


class SandboxClock:
    """Real UTC plus an offset that only grows and is still there after a restart."""

    def __init__(self, store: Store) -> None:
        self._store = store
        saved = store.get("clock", "clock") or {}
        self._offset = float(saved.get("offset", 0.0))
        self._rev = int(saved.get("rev", 0))
        self._lock = threading.Lock()
        self._closed = False
        self._waiters: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()

    @property
    def offset(self) -> float:
        """Seconds ahead of real time."""
        return self._offset

    @property
    def rev(self) -> int:
        """Grows by one with every move."""
        return self._rev

    @property
    def closed(self) -> bool:
        """Whether the sandbox is about to end."""
        return self._closed

    def now(self) -> datetime:
        """The sandbox's time, in UTC."""
        return datetime.now(UTC) + timedelta(seconds=self._offset)

    def advance(self, seconds: float) -> None:
        """Move forward. Raises ValueError for less than nothing, or for more than ten years."""
        if not 0 <= seconds <= 10 * 365 * 86400:
            raise ValueError("the clock moves forward only, ten years at most")
        with self._lock:
            self._offset += seconds
            self._rev += 1
            self._store.put("clock", "clock", {"offset": self._offset, "rev": self._rev})
        self._wake()

    def close(self) -> None:
        """Let every waiter go, now and later."""
        self._closed = True
        self._wake()

    def _wake(self) -> None:
        with self._lock:
            waiters = list(self._waiters)
        for loop, event in waiters:
            loop.call_soon_threadsafe(event.set)

    async def wait(self, rev: int, timeout: float) -> int:
        """Return the revision as soon as it is not `rev`, or after `timeout` real seconds."""
        waiter = (asyncio.get_running_loop(), asyncio.Event())
        with self._lock:
            self._waiters.add(waiter)
        try:
            if self._rev == rev and not self._closed:
                async with asyncio.timeout(timeout):
                    await waiter[1].wait()
        except TimeoutError:
            pass
        finally:
            with self._lock:
                self._waiters.discard(waiter)
        return self._rev

    def as_json(self) -> Json:
        """The clock as GET /clock tells it."""
        return {"now": self.now().isoformat(), "offset": self._offset, "rev": self._rev}
