"""Supporting, the passenger's side: tickets opened, written to, reopened, rated."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from domain.deliveries import DeliveryKind
from domain.errors import NotFound, Problem
from domain.ids import BookingId, TicketId, UserId, new_id
from domain.ports import UnitOfWork, Units
from domain.services.retrying import until_settled
from domain.support import (
    PASSENGER,
    STARS,
    SUBJECT_LENGTH,
    Attachment,
    Category,
    Response,
    ResponseKind,
    Ticket,
)
from domain.users import User

MOST_OPEN = 5  # tickets of one passenger at a time
_LOOKED_AT = 10  # tickets in which a message that is answered to is looked for


@dataclass(frozen=True, slots=True)
class Words:
    """What a passenger sent: `text` as Telegram HTML (`plain` without), the ids of it and of what it answers to."""

    text: str
    plain: str
    now: datetime
    message_id: int | None = None
    attachment: Attachment | None = None
    answers: int | None = None  # message in their chat


@dataclass(frozen=True, slots=True)
class Asked:
    """A ticket about to be opened."""

    category: Category
    booking_id: BookingId | None
    words: Words


class Supporting:
    """What is to be carried to the staff group goes into the ticket's outbox, in the same write."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def open(self, user: User, asked: Asked, key: str) -> Ticket:
        """The ticket, made once for each `key`. Problem `too-many-tickets`."""

        def attempt(_: int) -> Ticket:
            with self._units() as work:
                known = work.tickets.by_key(user.user_id, key)
                if known:
                    return known
                if sum(not each.is_closed for each in work.tickets.of_user(user.user_id)) >= MOST_OPEN:
                    raise Problem("too-many-tickets", most=MOST_OPEN)
                ticket = _fresh(user, asked)
                work.tickets.add(ticket, key)
                work.commit()
                return ticket

        return until_settled(attempt)

    def get(self, user_id: UserId, ticket_id: str) -> Ticket:
        """A ticket of this user; of one that was merged, the other. Problem `no-such-ticket`."""
        with self._units() as work:
            return _own(work, user_id, TicketId(ticket_id))

    def of_user(self, user_id: UserId) -> list[Ticket]:
        """The last changed first, without those that were merged into another."""
        with self._units() as work:
            return [ticket for ticket in work.tickets.of_user(user_id, _LOOKED_AT) if not ticket.merged_into]

    def about(self, user_id: UserId, message_id: int) -> Ticket | None:
        """The ticket of this user in which the message of their chat was said."""
        with self._units() as work:
            for ticket in work.tickets.of_user(user_id, _LOOKED_AT):
                if work.tickets.find(ticket, chat=message_id):
                    return _own(work, user_id, ticket.ticket_id)
        return None

    def say(self, user_id: UserId, name: str, ticket_id: TicketId, words: Words) -> Ticket:
        """One more word of the passenger, taken once for each message; a closed ticket is opened again by it."""

        def change(work: UnitOfWork, ticket: Ticket) -> Ticket | None:
            if words.message_id and any(each.chat_message == words.message_id for each in ticket.responses):
                return None  # what comes again comes soon: it is among the latest
            answered = work.tickets.find(ticket, chat=words.answers) if words.answers else None
            said = _response(words, name, answered.number if answered else None)
            ticket = ticket.opened_again(words.now) if ticket.is_closed else ticket.heard()
            ticket = ticket.adding(said)
            return ticket.to_deliver(DeliveryKind.SHOW, ticket.count - 1)

        return self._changed(user_id, ticket_id, change)

    def edit(self, user_id: UserId, ticket_id: TicketId, words: Words) -> Ticket:
        """A message of theirs that was changed. Nothing happens if it is not of the ticket."""

        def change(work: UnitOfWork, ticket: Ticket) -> Ticket | None:
            old = work.tickets.find(ticket, chat=words.message_id)
            if old is None or not old.by_passenger or old.message == words.text:
                return None
            ticket = work.tickets.amend(ticket, old.but(message=words.text, edited_at=words.now))
            return ticket.to_deliver(DeliveryKind.EDIT, old.number)

        return self._changed(user_id, ticket_id, change)

    def close(self, user_id: UserId, ticket_id: TicketId, now: datetime) -> Ticket:
        """The passenger says that it is solved."""

        def change(_: UnitOfWork, ticket: Ticket) -> Ticket | None:
            return None if ticket.is_closed else ticket.closed(now, "", "support-closed-by-you")

        return self._changed(user_id, ticket_id, change)

    def rate(self, user_id: UserId, ticket_id: TicketId, stars: int, comment: str, now: datetime) -> Ticket:
        """One to five stars for a closed ticket; the last word counts. Problem `rate-when-closed`."""
        if not 1 <= stars <= STARS:
            raise Problem("no-such-ticket")

        def change(_: UnitOfWork, ticket: Ticket) -> Ticket | None:
            if not ticket.is_closed:
                raise Problem("rate-when-closed")
            if (ticket.rating, ticket.comment) == (stars, comment):
                return None
            return ticket.but(rating=stars, comment=comment, updated_at=now).to_deliver(DeliveryKind.CARD)

        return self._changed(user_id, ticket_id, change)

    def thread(self, user_id: UserId, ticket_id: str) -> tuple[Ticket, list[Response]]:
        """A ticket of this user with all that was said in it; notes of the desk are not for the passenger."""
        with self._units() as work:
            ticket = _own(work, user_id, TicketId(ticket_id))
            return ticket, [each for each in work.tickets.thread(ticket) if each.kind is not ResponseKind.NOTE]

    def _changed(
        self, user_id: UserId, ticket_id: TicketId, change: Callable[[UnitOfWork, Ticket], Ticket | None]
    ) -> Ticket:
        def attempt(_: int) -> Ticket:
            with self._units() as work:
                ticket = _own(work, user_id, ticket_id)
                changed = change(work, ticket)
                if changed is None:
                    return ticket
                work.tickets.save(changed)
                work.commit()
                return changed

        return until_settled(attempt)


def _own(work: UnitOfWork, user_id: UserId, ticket_id: TicketId) -> Ticket:
    try:
        ticket = work.tickets.get(user_id, ticket_id)
        while ticket.merged_into:
            ticket = work.tickets.get(user_id, ticket.merged_into)
    except NotFound:
        raise Problem("no-such-ticket") from None
    return ticket


def _fresh(user: User, asked: Asked) -> Ticket:
    words, now = asked.words, asked.words.now
    line = " ".join(words.plain.split()) or (words.attachment.kind if words.attachment else "")
    ticket = Ticket(
        ticket_id=TicketId(new_id(now)),
        user_id=user.user_id,
        subject=line if len(line) <= SUBJECT_LENGTH else f"{line[: SUBJECT_LENGTH - 1]}…",
        description=words.plain,
        category=asked.category,
        related_booking_id=asked.booking_id,
        opened_at=now,
        waiting_since=now,
        created_at=now,
        updated_at=now,
    )
    ticket = ticket.adding(_response(words, user.full_name, None))
    return ticket.to_deliver(DeliveryKind.TOPIC).to_deliver(DeliveryKind.CARD).to_deliver(DeliveryKind.SHOW, 0)


def _response(words: Words, name: str, reply_to: int | None) -> Response:
    return Response(
        number=0,
        responder=PASSENGER,
        name=name,
        message=words.text,
        timestamp=words.now,
        attachment=words.attachment,
        reply_to=reply_to,
        chat_message=words.message_id,
    )
