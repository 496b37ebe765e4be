"""Port to broadcasts."""

from typing import Protocol

from domain.broadcasts import Broadcast, Progress
from domain.ids import BroadcastId


class Broadcasts(Protocol):
    """One row each, and counters of what became of their messages."""

    def get(self, broadcast_id: BroadcastId) -> Broadcast:
        """Raises NotFound."""
        ...

    def latest(self, limit: int = 20) -> list[Broadcast]:
        """Newest first."""
        ...

    def running(self) -> list[Broadcast]:
        """Those of whose audience somebody may not be listed yet."""
        ...

    def add(self, broadcast: Broadcast) -> None: ...

    def save(self, broadcast: Broadcast) -> None: ...

    def count(self, broadcast_id: BroadcastId, **outcomes: int) -> None:
        """So many messages more that are in inboxes only: `kept`, or `gone`; with the unit."""
        ...

    def progress(self, broadcast: Broadcast) -> Progress: ...
