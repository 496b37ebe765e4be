"""How fast a bot may talk, by real time.

Telegram names three limits: about 30 messages a second over all chats, about 1 a second in one chat with short bursts
tolerated, and 20 a minute in a group. Here a burst in one chat may be 20 messages long.
"""

from __future__ import annotations

import math
import time
from collections import deque

from bot.sandbox.errors import too_many_requests

OVERALL = 30
BURST = 20
GROUP_PER_MINUTE = 20


class FloodGate:
    """Counts what a bot sends and edits; raises ApiError 429 with the seconds to wait."""

    def __init__(self, enabled: bool) -> None:
        self._enabled = enabled
        self._all: deque[float] = deque()
        self._groups: dict[int, deque[float]] = {}
        self._full_at: dict[int, float] = {}

    def check(self, chat_id: int, messages: int = 1) -> None:
        """Count so many messages, or refuse them and count none."""
        if not self._enabled:
            return
        now = time.monotonic()
        group = self._groups.setdefault(chat_id, deque()) if chat_id < 0 else None
        wait = max(self._chat_wait(chat_id, messages, now), _wait(self._all, OVERALL, 1.0, messages, now))
        if group is not None:
            wait = max(wait, _wait(group, GROUP_PER_MINUTE, 60.0, messages, now))
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        self._full_at[chat_id] = max(self._full_at.get(chat_id, now), now) + messages
        for window in (self._all, group):
            if window is not None:
                window.extend([now] * messages)

    def _chat_wait(self, chat_id: int, messages: int, now: float) -> float:
        return max(self._full_at.get(chat_id, now), now) + messages - now - BURST


def _wait(window: deque[float], limit: int, seconds: float, messages: int, now: float) -> float:
    while window and window[0] <= now - seconds:
        window.popleft()
    excess = len(window) + messages - limit
    return window[min(excess, len(window)) - 1] + seconds - now if excess > 0 and window else 0.0
