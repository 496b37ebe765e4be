"""Taps on inline buttons that wait for the bot's answer."""

from __future__ import annotations

import secrets
from datetime import datetime

from bot.sandbox.errors import bad_request
from bot.sandbox.store import Json, Store

SECONDS_TO_ANSWER = 60


class Callbacks:
    """Open taps {id, user_id, chat_id, at}; each is answered once, within 60 seconds of the sandbox's clock."""

    def __init__(self, store: Store, bot_id: int) -> None:
        self._store = store
        self._kind = f"callback:{bot_id}"
        self._open = store.all(self._kind)

    def add(self, user_id: int, chat_id: int, now: datetime) -> str:
        """A new tap; its query id."""
        self._forget_old(now)
        query_id = str(secrets.randbits(62) | 1 << 61)
        tap = {"id": query_id, "user_id": user_id, "chat_id": chat_id, "at": now.timestamp()}
        self._open[query_id] = tap
        self._store.put(self._kind, query_id, tap)
        return query_id

    def answer(self, query_id: str | None, now: datetime) -> Json:
        """The tap that is answered by this. Raises ApiError."""
        self._forget_old(now)
        tap = self._open.get(query_id or "")
        if tap is None:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        self._forget(tap["id"])
        return tap

    def _forget(self, query_id: str) -> None:
        del self._open[query_id]
        self._store.delete(self._kind, query_id)

    def _forget_old(self, now: datetime) -> None:
        oldest = now.timestamp() - SECONDS_TO_ANSWER
        for query_id in [each["id"] for each in self._open.values() if each["at"] < oldest]:
            self._forget(query_id)
