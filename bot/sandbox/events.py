"""What browsers are told as it happens: a log of events with a place in it for each listener."""

from __future__ import annotations

import asyncio
import json
import time
from collections import deque
from collections.abc import AsyncIterator

KEPT = 2000
_HEARTBEAT = 15.0


class EventLog:
    """The last events, numbered. The numbers start at the start time in ms, so no restart ever uses one again."""

    def __init__(self) -> None:
        self._first = self._last = int(time.time() * 1000)
        self._kept: deque[tuple[int, str]] = deque(maxlen=KEPT)
        self._news = asyncio.Event()
        self._closed = False

    @property
    def last(self) -> int:
        """The number of the newest event."""
        return self._last

    def publish(self, kind: str, **content: object) -> None:
        """Tell every listener."""
        self._last += 1
        self._kept.append((self._last, json.dumps({"type": kind, **content}, ensure_ascii=False)))
        self._wake()

    def close(self) -> None:
        """End every stream."""
        self._closed = True
        self._wake()

    def _wake(self) -> None:
        self._news.set()
        self._news = asyncio.Event()

    def missed(self, after: int) -> list[tuple[int, str]] | None:
        """The events after a number, or None when some of them are gone."""
        oldest = self._kept[0][0] if self._kept else self._last + 1
        if after > self._last or after < oldest - 1:
            return None
        return [entry for entry in self._kept if entry[0] > after]

    async def stream(self, after: int | None) -> AsyncIterator[str]:
        """Server-Sent Events from after that number on (from now on for None), with a heartbeat every 15 s."""
        seen = self._last if after is None else after
        yield ": welcome\nretry: 1000\n\n"
        while not self._closed:
            news = self._news
            entries = self.missed(seen)
            if entries is None:
                entries = [(self._last, json.dumps({"type": "reset"}))]
            for seq, data in entries:
                seen = seq
                yield f"id: {seq}\ndata: {data}\n\n"
            if entries:
                continue
            try:
                async with asyncio.timeout(_HEARTBEAT):
                    await news.wait()
            except TimeoutError:
                yield ": still here\n\n"
