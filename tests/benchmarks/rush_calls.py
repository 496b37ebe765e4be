"""Calls to the engine, as they go out: how many of each kind, and which commits were carried out."""

import threading
from collections import Counter
from typing import Any

from storage.client import Client

TRANSACTION = "TransactWriteItems"
COMMITS = (TRANSACTION, "PutItem")  # the second is a commit of one row
Commit = tuple[str, dict[str, Any]]  # the call and its parameters


class Calls:
    """Listens at one client. `carried_out` are a thread's own commits since it last asked."""

    def __init__(self, client: Client) -> None:
        self.made: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._here = threading.local()
        for call in COMMITS:
            client.meta.events.register(f"provide-client-params.dynamodb.{call}", self._sent)
        client.meta.events.register("after-call.dynamodb", self._answered)

    def carried_out(self) -> list[Commit]:
        """This thread's commits that went through, in order."""
        done = getattr(self._here, "done", [])
        self._here.done = []
        return done

    def _sent(self, params: dict[str, Any], **_: object) -> None:
        self._here.params = params

    def _answered(self, model: Any, http_response: Any, **_: object) -> None:
        refused = http_response.status_code != 200
        with self._lock:
            self.made[f"{model.name}, refused" if refused else model.name] += 1
        if model.name in COMMITS and not refused:
            self._here.done = [*getattr(self._here, "done", []), (model.name, self._here.params)]
