"""Answering, the desk's side of support: each act checks the role and writes its row of the admin log with itself."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.adminlog import entry
from domain.deliveries import DeliveryKind
from domain.errors import NotFound, Problem
from domain.ports import UnitOfWork, Units
from domain.services.retrying import until_settled
from domain.services.staffing import AlreadyDone, Hand, Staffing
from domain.staff import Right, Staff
from domain.support import Attachment, Category, Response, ResponseKind, Ticket, TicketStatus
from domain.users import User

Change = Callable[[UnitOfWork, Ticket, Staff], Ticket]
LOOKED_AT = 20  # tickets of the passenger


@dataclass(frozen=True, slots=True)
class Answer:
    """What staff wrote in a topic; `answers` is the message of the topic that it replies to."""

    text: str
    message_id: int | None = None
    attachment: Attachment | None = None
    answers: int | None = None


class Answering:
    """Acts on the ticket of a topic. Problem `no-ticket-here` where there is none, and as Staffing.allow."""

    def __init__(self, units: Units, staffing: Staffing) -> None:
        self._units = units
        self._staffing = staffing

    def ticket(self, topic_id: int | None) -> Ticket:
        """The ticket of a topic."""
        with self._units() as work:
            return _here(work, topic_id)

    def passenger(self, ticket: Ticket) -> User:
        """Whose ticket it is."""
        with self._units() as work:
            return work.users.get(ticket.user_id)

    def answer(self, hand: Hand, topic_id: int | None, said: Answer) -> Ticket:
        """To the passenger; who answers first is assigned."""

        def change(work: UnitOfWork, ticket: Ticket, staff: Staff) -> Ticket:
            answered = work.tickets.find(ticket, topic=said.answers) if said.answers else None
            ticket = ticket.adding(_response(hand, said, ResponseKind.SAID, answered.number if answered else None))
            ticket = ticket.to_deliver(DeliveryKind.SHOW, ticket.count - 1).answered(hand.now)
            return ticket if ticket.assignee else _assigned(ticket, hand, staff.actor_id, hand.name)

        return self._do(hand, topic_id, Right.ANSWER, "support-answered", change)

    def note(self, hand: Hand, topic_id: int | None, said: Answer) -> Ticket:
        """For the desk alone; it is in the topic already."""

        def change(_: UnitOfWork, ticket: Ticket, __: Staff) -> Ticket:
            return ticket.adding(_response(hand, said, ResponseKind.NOTE, None))

        return self._do(hand, topic_id, Right.ANSWER, "support-noted", change)

    def edit(self, hand: Hand, topic_id: int | None, said: Answer, *, note: bool) -> Ticket:
        """A message of their own in the topic was changed; one that is not of the ticket is no matter, and words that
        became a note must not reach the passenger."""

        def change(work: UnitOfWork, ticket: Ticket, staff: Staff) -> Ticket:
            old = work.tickets.find(ticket, topic=said.message_id)
            if old is None or old.responder != staff.actor_id or old.message == said.text:
                raise AlreadyDone
            if note and old.kind is ResponseKind.SAID:
                raise AlreadyDone
            ticket = work.tickets.amend(ticket, old.but(message=said.text, edited_at=hand.now))
            return ticket.to_deliver(DeliveryKind.EDIT, old.number) if old.kind is ResponseKind.SAID else ticket

        return self._do(hand, topic_id, Right.ANSWER, "support-edited", change)

    def assign(self, hand: Hand, topic_id: int | None, called: str = "") -> Ticket:
        """To who asks, or to who is `called` so on the roster. Problem `assign-how`."""
        to = self._staffing.called(called) if called and called.casefold() != hand.name.casefold() else None

        def change(_: UnitOfWork, ticket: Ticket, staff: Staff) -> Ticket:
            return _assigned(ticket, hand, (to or staff).actor_id, to.name if to else hand.name)

        given = {"after": to.actor_id} if to else {}
        return self._do(hand, topic_id, Right.HANDLE, "support-assigned", change, **given)

    def pending(self, hand: Hand, topic_id: int | None) -> Ticket:
        """Waits for the passenger. Problem `ticket-is-closed`."""

        def change(_: UnitOfWork, ticket: Ticket, __: Staff) -> Ticket:
            if ticket.is_closed:
                raise Problem("ticket-is-closed")
            return ticket if ticket.status is TicketStatus.PENDING else ticket.made_pending(hand.now, hand.name)

        return self._do(hand, topic_id, Right.HANDLE, "support-pending", change)

    def close(self, hand: Hand, topic_id: int | None) -> Ticket:
        """Solved. Problem `ticket-is-closed`."""

        def change(_: UnitOfWork, ticket: Ticket, __: Staff) -> Ticket:
            if ticket.is_closed:
                raise Problem("ticket-is-closed")
            return ticket.closed(hand.now, hand.name, "support-closed")

        return self._do(hand, topic_id, Right.HANDLE, "support-closed", change)

    def reopen(self, hand: Hand, topic_id: int | None) -> Ticket:
        """Open again, by the desk."""

        def change(_: UnitOfWork, ticket: Ticket, __: Staff) -> Ticket:
            return ticket.opened_again(hand.now) if ticket.is_closed else ticket

        return self._do(hand, topic_id, Right.HANDLE, "support-reopened", change)

    def categorise(self, hand: Hand, topic_id: int | None, category: Category) -> Ticket:
        """What it is about after all."""

        def change(_: UnitOfWork, ticket: Ticket, __: Staff) -> Ticket:
            changed = ticket.but(category=category, updated_at=hand.now)
            return changed.to_deliver(DeliveryKind.CARD).to_deliver(DeliveryKind.STATE)

        return self._do(hand, topic_id, Right.HANDLE, "support-category", change, after=category.value)

    def merge(self, hand: Hand, topic_id: int | None, ref: str) -> tuple[Ticket, Ticket]:
        """This double goes into the passenger's ticket `ref`, with all that was said; the passenger is told there.
        Problem `no-ticket-to-merge`."""

        def change(work: UnitOfWork, ticket: Ticket, _: Staff) -> Ticket:
            into = _other(work, ticket, ref)
            for response in work.tickets.thread(ticket):
                # Its messages stay known, so that whoever answers to one of them is heard in the other ticket.
                moved = response.but(topic_message=None, reply_to=None)
                into = into.but(responses=(*into.responses, moved.but(number=into.count)))
            # Of what was said there, who knows which is answered: nobody's silence counts until the desk writes.
            into = into.opened_again(hand.now) if into.is_closed else into.heard()
            into = into.but(related_booking_id=into.related_booking_id or ticket.related_booking_id)
            into = into.event("merged", hand.now, ticket.ref).to_deliver(DeliveryKind.HISTORY, key=ticket.ticket_id)
            work.tickets.save(into.to_deliver(DeliveryKind.CARD))
            merged.append(into)
            over = ticket.closed(hand.now, hand.name, "support-merged")
            return over.but(merged_into=into.ticket_id)

        merged: list[Ticket] = []
        double = self._do(hand, topic_id, Right.MERGE, "support-merged", change, after=ref)
        return double, merged[-1] if merged else double

    def reading(self, hand: Hand, topic_id: int | None) -> Ticket:
        """The ticket, of which all is about to be read, the desk's notes too: that it was is a row of the log."""
        with self._units() as work:
            ticket = _here(work, topic_id)
            staff = self._staffing.allow(hand, Right.HANDLE, ticket.ticket_id)
            looked = entry("transcript-looked-at", staff.actor_id, ticket.ticket_id, hand.now, user=ticket.user_id)
            work.logs.add(looked)
            work.commit()
            return ticket

    def canned(self) -> dict[str, str]:
        """The desk's own canned replies, by name."""
        with self._units() as work:
            return work.tickets.canned()

    def keep_canned(self, hand: Hand, name: str, text: str) -> None:
        """A canned reply of the desk's own; without a text it is taken away."""

        def attempt(_: int) -> None:
            with self._units() as work:
                before = work.tickets.canned().get(name)
                self._staffing.begin(work, hand, Right.CANNED, "canned-reply", name, before=before, after=text or None)
                if text:
                    work.tickets.keep_canned(name, text)
                else:
                    work.tickets.drop_canned(name)
                work.commit()

        until_settled(attempt)

    def _do(
        self, hand: Hand, topic_id: int | None, right: Right, act: str, change: Change, **details: object
    ) -> Ticket:
        def attempt(_: int) -> Ticket:
            with self._units() as work:
                ticket = _here(work, topic_id)
                before = {"before": ticket.status.value, "ref": ticket.ref, "user": ticket.user_id}
                staff = self._staffing.begin(work, hand, right, act, ticket.ticket_id, **before, **details)
                work.tickets.save(changed := change(work, ticket, staff))
                work.commit()
                return changed

        return until_settled(attempt)


def _here(work: UnitOfWork, topic_id: int | None) -> Ticket:
    ticket = work.tickets.by_topic(topic_id) if topic_id else None
    if ticket is None:
        raise Problem("no-ticket-here")
    return ticket


def _other(work: UnitOfWork, ticket: Ticket, ref: str) -> Ticket:
    wanted = ref.strip().lstrip("#").upper()
    for other in work.tickets.of_user(ticket.user_id, LOOKED_AT):
        if other.ref == wanted and other.ticket_id != ticket.ticket_id and not other.merged_into:
            try:
                return work.tickets.get(other.user_id, other.ticket_id)
            except NotFound:
                break
    raise Problem("no-ticket-to-merge", ref=wanted[:10])


def _assigned(ticket: Ticket, hand: Hand, actor_id: str, name: str) -> Ticket:
    if ticket.assignee == actor_id:
        return ticket
    ticket = ticket.but(assignee=actor_id, assignee_name=name, updated_at=hand.now)
    return ticket.event("assigned", hand.now, name).to_deliver(DeliveryKind.CARD)


def _response(hand: Hand, said: Answer, kind: ResponseKind, reply_to: int | None) -> Response:
    return Response(
        number=0,
        responder=f"STAFF#{hand.telegram_id}",
        name=hand.name,
        message=said.text,
        timestamp=hand.now,
        kind=kind,
        attachment=said.attachment,
        reply_to=reply_to,
        topic_message=said.message_id,
    )
