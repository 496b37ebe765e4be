"""Support tickets: the row with the latest of the thread, rows of older responses, and the list of what is due."""

from datetime import datetime

from domain.errors import NotFound
from domain.ids import TicketId, UserId
from domain.model import Value
from domain.support import Response, Ticket, without_words, wordless
from storage.entities import Entities
from storage.items import Item, encode, load, stamp
from storage.keys import canned_key, due_partition, shard_of, thread_key, ticket_claim, ticket_key, ticket_ref_key
from storage.schema import BY_TOPIC, BY_USER, SHARDS, Key
from storage.transaction import Transaction
from storage.writes import delete, put

TABLE = "support-tickets"
MOST_RESPONSES = 60  # in the ticket's own row; what DynamoDB sets a limit to is bytes (400 KB), each of which is
MOST_BYTES = 120_000  # written again with every change of the ticket
_DUE = "SUPPORT"


class _Part(Value):
    """Responses that were moved out of the ticket's row."""

    responses: tuple[Response, ...]


class Tickets:
    """See domain.ports.support.Tickets."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._tickets = Entities(
            transaction, TABLE, Ticket, lambda ticket: ticket_key(ticket.user_id, ticket.ticket_id)
        )
        self._rows = transaction.rows(TABLE)

    def get(self, user_id: UserId, ticket_id: TicketId) -> Ticket:
        return self._tickets.get(ticket_key(user_id, ticket_id))

    def by_topic(self, topic_id: int) -> Ticket | None:
        for row in self._rows.query("topic_id = :topic", {"topic": topic_id}, index=BY_TOPIC, limit=1):
            found = self._tickets.loaded(row)
            current = self.get(found.user_id, found.ticket_id)
            return current if current.topic_id == topic_id else None
        return None

    def by_key(self, user_id: UserId, key: str) -> Ticket | None:
        claim = self._rows.get(ticket_claim(user_id, key))
        return self.get(user_id, TicketId(claim["ticket_id"]["S"])) if claim else None

    def of_user(self, user_id: UserId, limit: int = 10) -> list[Ticket]:
        rows = self._rows.query("user_id = :user", {"user": user_id}, index=BY_USER, newest_first=True, limit=limit)
        return [self._tickets.loaded(row) for row in rows]

    def by_ref(self, ref: str) -> list[Ticket]:
        rows = self._rows.query("PK = :ref", {"ref": ticket_ref_key(ref, TicketId(""))[0]})
        return [self.get(UserId(row["owner_id"]["S"]), TicketId(row["SK"]["S"])) for row in rows]

    def due(self, now: datetime, limit: int = 50) -> list[tuple[UserId, TicketId]]:
        until = stamp(now) + "$"  # which comes after the "#" that ends the time in the key
        found: list[Item] = []
        for shard in range(SHARDS):
            values = {"shard": due_partition(_DUE, shard), "until": until}
            found.extend(self._rows.query("PK = :shard AND SK <= :until", values, limit=limit))
        found.sort(key=lambda row: row["SK"]["S"])
        return [(UserId(row["owner_id"]["S"]), TicketId(row["ticket_id"]["S"])) for row in found[:limit]]

    def thread(self, ticket: Ticket) -> list[Response]:
        first, beyond = (thread_key(ticket.user_id, ticket.ticket_id, number) for number in (0, ticket.moved))
        if not ticket.moved:
            return list(ticket.responses)
        values = {"user": first[0], "first": first[1], "beyond": beyond[1]}
        rows = self._rows.query("PK = :user AND SK BETWEEN :first AND :beyond", values)
        return [response for row in rows for response in load(_Part, row).responses] + list(ticket.responses)

    def response(self, ticket: Ticket, number: int) -> Response:
        recent = ticket.response(number)
        if recent is not None:
            return recent
        _, part = self._part(ticket, number)
        return next(response for response in part.responses if response.number == number)

    def find(self, ticket: Ticket, *, chat: int | None = None, topic: int | None = None) -> Response | None:
        def is_meant(response: Response) -> bool:
            by_chat = chat is not None and response.chat_message == chat
            return by_chat or (topic is not None and response.topic_message == topic)

        recent = next(filter(is_meant, reversed(ticket.responses)), None)
        return recent or (next(filter(is_meant, reversed(self.thread(ticket))), None) if ticket.moved else None)

    def add(self, ticket: Ticket, key: str) -> None:
        self._tickets.add(ticket)
        owner = {"ticket_id": encode(ticket.ticket_id)}
        self._transaction.add(put(TABLE, ticket_claim(ticket.user_id, key), owner, rev=0))
        named = ticket_ref_key(ticket.ref, ticket.ticket_id)
        self._transaction.add(put(TABLE, named, {"owner_id": encode(ticket.user_id)}))
        self._list(ticket, None, _due_key(ticket))

    def save(self, ticket: Ticket) -> None:
        before = _due_key(self._tickets.before(ticket))
        ticket = self._lightened(ticket)
        self._tickets.save(ticket)
        self._list(ticket, before, _due_key(ticket))

    def amend(self, ticket: Ticket, response: Response) -> Ticket:
        if response.number >= ticket.moved:
            return ticket.replacing(response)
        key, part = self._part(ticket, response.number)
        changed = tuple(response if old.number == response.number else old for old in part.responses)
        self._transaction.add(put(TABLE, key, {"responses": encode(changed)}))  # guarded by the ticket's rev
        return ticket

    def blank(self, ticket: Ticket) -> None:
        start, prefix = thread_key(ticket.user_id, ticket.ticket_id, 0)
        values = {"user": start, "prefix": prefix.removesuffix("0000000")}
        for row in self._rows.query("PK = :user AND begins_with(SK, :prefix)", values):
            told = tuple(map(wordless, load(_Part, row).responses))
            self._transaction.add(put(TABLE, (row["PK"]["S"], row["SK"]["S"]), {"responses": encode(told)}))
        self.save(without_words(ticket))

    def canned(self) -> dict[str, str]:
        rows = self._rows.query("PK = :all", {"all": "CANNED"})
        return {row["SK"]["S"]: row["message"]["S"] for row in rows}

    def keep_canned(self, name: str, text: str) -> None:
        self._transaction.add(put(TABLE, canned_key(name), {"message": encode(text)}))

    def drop_canned(self, name: str) -> None:
        self._transaction.add(delete(TABLE, canned_key(name)))

    def _part(self, ticket: Ticket, number: int) -> tuple[Key, _Part]:
        """The row of older responses in which this number lies."""
        first, key = (thread_key(ticket.user_id, ticket.ticket_id, place) for place in (0, number))
        values = {"user": key[0], "first": first[1], "number": key[1]}
        rows = self._rows.query("PK = :user AND SK BETWEEN :first AND :number", values, newest_first=True, limit=1)
        for row in rows:
            part = load(_Part, row)
            if 0 <= number <= part.responses[-1].number:
                return (row["PK"]["S"], row["SK"]["S"]), part
        raise NotFound(f"{TABLE}: response {number} of {ticket.ticket_id}")

    def _lightened(self, ticket: Ticket) -> Ticket:
        """Moves the older half of the thread out of a row that grows too large."""
        size = sum(len(response.message.encode()) + 400 for response in ticket.responses)
        if len(ticket.responses) <= MOST_RESPONSES and size <= MOST_BYTES:
            return ticket
        half = min((len(ticket.responses) + 1) // 2, MOST_RESPONSES)
        old, kept = ticket.responses[:half], ticket.responses[half:]
        key = thread_key(ticket.user_id, ticket.ticket_id, ticket.moved)
        self._transaction.add(put(TABLE, key, {"responses": encode(old)}))
        return self._lightened(ticket.but(responses=kept, moved=ticket.moved + half))

    def _list(self, ticket: Ticket, before: Key | None, after: Key | None) -> None:
        """Moves the ticket on the list of what is due."""
        if before and before != after:
            self._transaction.add(delete(TABLE, before))
        if after and before != after:
            owner = {"owner_id": encode(ticket.user_id), "ticket_id": encode(ticket.ticket_id)}
            self._transaction.add(put(TABLE, after, owner))


def _due_key(ticket: Ticket) -> Key | None:
    if ticket.due_at is None:
        return None
    return due_partition(_DUE, shard_of(ticket.ticket_id)), f"{stamp(ticket.due_at)}#{ticket.ticket_id}"
