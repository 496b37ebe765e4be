"""The admin log: who did what to whom, written in the transaction of the act and never changed."""

from datetime import date, datetime
from typing import Any

from pydantic import Field

from domain.ids import LogId, new_id
from domain.model import Entity
from domain.railtime import today

SYSTEM = "system"  # the actor of what no person did: the reconciler, a webhook that does not fit


class LogEntry(Entity):
    """One act. `action` is a verb of ours as `wallet-adjusted`; `actor_id` a user, `STAFF#<chat>` or SYSTEM; `details`
    what was before and after, in plain JSON values, with nothing that must stay secret."""

    log_id: LogId
    action: str
    actor_id: str
    target_id: str
    details: dict[str, Any] = Field(default_factory=dict)

    @property
    def day(self) -> date:
        """The day in India."""
        return today(self.created_at)


def entry(action: str, actor_id: str, target_id: str, now: datetime, **details: object) -> LogEntry:
    """A row to be added to the unit of work of the act."""
    return LogEntry(
        log_id=LogId(new_id(now)),
        action=action,
        actor_id=actor_id,
        target_id=target_id,
        details=details,
        created_at=now,
        updated_at=now,
    )
