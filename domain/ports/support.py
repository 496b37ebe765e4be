"""Ports to support: tickets with their threads, the desk's canned replies, and the roster of staff."""

from datetime import datetime
from typing import Protocol

from domain.ids import ChatId, TicketId, UserId
from domain.staff import Staff
from domain.support import Response, Ticket


class Tickets(Protocol):
    """A ticket's row holds the latest of its thread; a save moves what is too much into rows of its own."""

    def get(self, user_id: UserId, ticket_id: TicketId) -> Ticket:
        """Raises NotFound, also for a ticket of somebody else."""
        ...

    def by_topic(self, topic_id: int) -> Ticket | None:
        """From an index: a topic of this very second may be missing."""
        ...

    def by_key(self, user_id: UserId, key: str) -> Ticket | None:
        """The user's ticket that was added with this idempotency key."""
        ...

    def of_user(self, user_id: UserId, limit: int = 10) -> list[Ticket]:
        """The last changed first; from an index."""
        ...

    def by_ref(self, ref: str) -> list[Ticket]:
        """Those that people call so: seldom more than one."""
        ...

    def due(self, now: datetime, limit: int = 50) -> list[tuple[UserId, TicketId]]:
        """Those in which something has to be done by now."""
        ...

    def thread(self, ticket: Ticket) -> list[Response]:
        """All of it, the oldest first."""
        ...

    def response(self, ticket: Ticket, number: int) -> Response:
        """One of the thread, wherever it lies. Raises NotFound."""
        ...

    def find(self, ticket: Ticket, *, chat: int | None = None, topic: int | None = None) -> Response | None:
        """The response that has this message id in the passenger's chat or in the topic."""
        ...

    def add(self, ticket: Ticket, key: str) -> None: ...

    def save(self, ticket: Ticket) -> None: ...

    def amend(self, ticket: Ticket, response: Response) -> Ticket:
        """The ticket with a response of its thread changed; the ticket has still to be saved, in the same unit."""
        ...

    def blank(self, ticket: Ticket) -> None:
        """Saves it without the words and files of its passenger, in all of its rows."""
        ...

    def canned(self) -> dict[str, str]:
        """The desk's own canned replies by name."""
        ...

    def keep_canned(self, name: str, text: str) -> None: ...

    def drop_canned(self, name: str) -> None: ...


class Roster(Protocol):
    """Who is staff. Reads are consistent, so that a role that was taken away is gone at the next act."""

    def get(self, telegram_id: ChatId) -> Staff | None: ...

    def all(self) -> list[Staff]: ...

    def add(self, staff: Staff) -> None: ...

    def save(self, staff: Staff) -> None: ...

    def remove(self, staff: Staff) -> None: ...

    def greet(self, telegram_id: ChatId) -> bool:
        """At once, outside the unit: True the first time that this stranger is seen."""
        ...

    def was_done(self, update_id: int) -> bool:
        """Has the act of this update been committed?"""
        ...

    def done(self, update_id: int, now: datetime) -> None:
        """Notes, in this unit, that the act of this update is done; a second unit that does meets a Conflict."""
        ...
