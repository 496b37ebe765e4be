"""Port to what passengers asked to be told of."""

from datetime import datetime
from typing import Protocol

from domain.alerts import Alert
from domain.ids import AlertId, UserId
from domain.inventory import RunKey
from domain.trains import TravelClass


class Alerts(Protocol):
    """A user's alerts; those of openings are listed by when they are due, those of berths by their run."""

    def add(self, alert: Alert) -> None:
        """Its commit is a Conflict if there is one of this id."""
        ...

    def get(self, user_id: UserId, alert_id: AlertId) -> Alert | None: ...

    def of_user(self, user_id: UserId) -> list[Alert]:
        """All of them, those of former days too until they are swept away."""
        ...

    def remove(self, alert: Alert) -> None:
        """Whether it is there or not."""
        ...

    def told(self, alert: Alert) -> None:
        """As `remove`, but the commit is a Conflict if it is not there: it was told, or removed, by another."""
        ...

    def due(self, now: datetime, limit: int = 100) -> list[Alert]:
        """Openings to be told of now."""
        ...

    def watched_classes(self, key: RunKey) -> list[TravelClass]:
        """The classes of a run that somebody watches."""
        ...

    def watchers(self, key: RunKey, travel_class: TravelClass, limit: int = 1000) -> list[Alert]:
        """Who watches the berths of a class of a run, the oldest first."""
        ...

    def watch_again(self, key: RunKey, at: datetime) -> None:
        """Berths of the run are left, and watchers: look at it again then."""
        ...

    def to_watch(self, now: datetime, limit: int = 100) -> list[tuple[RunKey, datetime]]:
        """Runs to be looked at again, and since when."""
        ...

    def watched(self, key: RunKey, at: datetime) -> None:
        """The look that was due at that time is done."""
        ...
