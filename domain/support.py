"""Support tickets: a conversation between a passenger and the desk, its state, and when something is due in it."""

from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import AwareDatetime

from domain.deliveries import Delivery, DeliveryKind
from domain.ids import BookingId, TicketId, UserId
from domain.model import Entity, Value

FIRST_ANSWER = timedelta(minutes=15)  # our targets, from November 2026 on
SOLVED = timedelta(hours=24)
SILENCE_CLOSES = timedelta(days=3)  # of a passenger from whom the desk waits for something
ANSWERED_CLOSES = timedelta(days=7)  # of one who was answered and has not written since
WORD_BEFORE = timedelta(days=1)
STARS = 5
PASSENGER, SYSTEM_SAID = "passenger", "system"  # responders beside STAFF#<id>
SUBJECT_LENGTH = 60


class TicketStatus(StrEnum):
    """As in the schema; pending waits for the passenger."""

    OPEN = "open"
    PENDING = "pending"
    CLOSED = "closed"


class Category(StrEnum):
    """What it is about. TDR: a Ticket Deposit Receipt, by which a refund is asked for after the chart is made."""

    BOOKING = "booking"
    PAYMENT = "payment"
    REFUND = "refund"
    TDR = "tdr"
    JOURNEY = "journey"
    ACCOUNT = "account"
    OTHER = "other"


class ResponseKind(StrEnum):
    """Said is carried to the other side; a note stays with the desk; an event is what happened to the ticket."""

    SAID = "said"
    NOTE = "note"
    EVENT = "event"


class Attachment(Value):
    """A file at Telegram: photo, document, voice ..."""

    kind: str
    file_id: str
    name: str = ""


class Response(Value):
    """One entry of a ticket's thread. `number` counts from 0; `message` is Telegram HTML; `chat_message` and
    `topic_message` are its ids in the passenger's chat and in the staff group, where it has been shown."""

    number: int
    responder: str
    name: str = ""
    message: str = ""
    timestamp: AwareDatetime
    kind: ResponseKind = ResponseKind.SAID
    attachment: Attachment | None = None
    reply_to: int | None = None
    chat_message: int | None = None
    topic_message: int | None = None
    edited_at: AwareDatetime | None = None

    @property
    def by_passenger(self) -> bool:
        return self.responder == PASSENGER


class Ticket(Entity):
    """`responses` are the latest of the thread; `moved` older ones lie in rows of their own. `outbox` is what has to be
    carried to the far ends, in order; `leased_until` keeps a second worker off, or puts the next attempt off."""

    ticket_id: TicketId
    user_id: UserId
    subject: str
    description: str
    status: TicketStatus = TicketStatus.OPEN
    category: Category
    related_booking_id: BookingId | None = None
    responses: tuple[Response, ...] = ()
    moved: int = 0
    opened_at: AwareDatetime
    waiting_since: AwareDatetime | None = None  # for the first answer, since it was opened (again)
    pending_since: AwareDatetime | None = None
    answered_at: AwareDatetime | None = None  # by the desk, and the passenger has not written since
    warned: bool = False
    closed_at: AwareDatetime | None = None
    alarms: tuple[str, ...] = ()
    assignee: str = ""
    assignee_name: str = ""
    rating: int | None = None
    comment: str = ""
    merged_into: TicketId | None = None
    topic_id: int | None = None
    card_id: int | None = None
    outbox: tuple[Delivery, ...] = ()
    delivery_count: int = 0
    leased_until: AwareDatetime | None = None
    attempts: int = 0

    @property
    def ref(self) -> str:
        """What people call it."""
        return self.ticket_id.replace("-", "")[-6:].upper()

    @property
    def count(self) -> int:
        """All responses there have been."""
        return self.moved + len(self.responses)

    @property
    def is_closed(self) -> bool:
        return self.status is TicketStatus.CLOSED

    @property
    def due_at(self) -> datetime | None:
        """When somebody has to look at it by themselves; None if never."""
        if self.outbox:
            return self.leased_until or self.created_at
        times = [at for _, at in timers(self)]
        return min(times, default=None)

    def response(self, number: int) -> Response | None:
        """One of the latest; None if it was moved, or there is none."""
        place = number - self.moved
        return self.responses[place] if 0 <= place < len(self.responses) else None

    def adding(self, response: Response) -> "Ticket":
        """With one more entry; its number is given here."""
        return self.but(responses=(*self.responses, response.but(number=self.count)), updated_at=response.timestamp)

    def replacing(self, response: Response) -> "Ticket":
        """With one of the latest changed."""
        place = response.number - self.moved
        return self.but(responses=(*self.responses[:place], response, *self.responses[place + 1 :]))

    def to_deliver(self, kind: DeliveryKind, response: int | None = None, key: str = "", **args: str) -> "Ticket":
        """With one more thing to carry out. The card and the topic's state need not wait twice: they are shown as they
        are then. (The first of the outbox may be under way already, with words of before.)"""
        if kind in (DeliveryKind.CARD, DeliveryKind.STATE) and any(each.kind is kind for each in self.outbox[1:]):
            return self
        delivery = Delivery(number=self.delivery_count, kind=kind, response=response, key=key, args=args)
        return self.but(outbox=(*self.outbox, delivery), delivery_count=self.delivery_count + 1)

    def event(self, key: str, now: datetime, by: str = "") -> "Ticket":
        """With an entry of what happened, as `closed`; `by` names who did it."""
        happened = Response(
            number=0, responder=SYSTEM_SAID, name=by, message=key, timestamp=now, kind=ResponseKind.EVENT
        )
        return self.adding(happened)

    def opened_again(self, now: datetime) -> "Ticket":
        """Open, with its targets begun anew."""
        fresh = self.but(status=TicketStatus.OPEN, opened_at=now, waiting_since=now, pending_since=None, warned=False)
        fresh = fresh.but(answered_at=None, closed_at=None, alarms=(), updated_at=now, rating=None, comment="")
        fresh = fresh.event("reopened", now)
        return fresh.to_deliver(DeliveryKind.STATE).to_deliver(DeliveryKind.CARD)

    def made_pending(self, now: datetime, by: str) -> "Ticket":
        """Waiting for the passenger."""
        waits = self.but(status=TicketStatus.PENDING, pending_since=now, warned=False, updated_at=now)
        return waits.event("pending", now, by).to_deliver(DeliveryKind.CARD)

    def answered(self, now: datetime) -> "Ticket":
        """By the desk: from now on the passenger's silence counts, unless that of a pending ticket does already."""
        quiet = self.but(waiting_since=None, answered_at=now)
        return quiet if self.status is TicketStatus.PENDING else quiet.but(warned=False)

    def heard(self) -> "Ticket":
        """The passenger has written: nobody waits for them any more."""
        here = self.but(answered_at=None, pending_since=None, warned=False)
        if self.status is not TicketStatus.PENDING:
            return here
        return here.but(status=TicketStatus.OPEN).to_deliver(DeliveryKind.CARD)

    def closed(self, now: datetime, by: str, key: str) -> "Ticket":
        """Closed, the passenger told with the words of `key`, and the topic closed last."""
        over = self.but(
            status=TicketStatus.CLOSED, closed_at=now, pending_since=None, waiting_since=None, updated_at=now
        ).but(answered_at=None)
        over = over.event("closed", now, by).to_deliver(DeliveryKind.TELL, key=key)
        return over.to_deliver(DeliveryKind.CARD).to_deliver(DeliveryKind.STATE)


def timers(ticket: Ticket) -> list[tuple[str, datetime]]:
    """What happens by itself and when: alarms in the group, the word before closing, closing."""
    if ticket.is_closed:
        return []
    begun, closes = _silence(ticket)
    silence = [("close", begun + closes) if ticket.warned else ("warn", begun + closes - WORD_BEFORE)] if begun else []
    if ticket.status is TicketStatus.PENDING:
        return silence
    targets = [("alarm-solve", ticket.opened_at + SOLVED)]
    if ticket.waiting_since:
        targets.append(("alarm-first-answer", ticket.waiting_since + FIRST_ANSWER))
    return [(key, at) for key, at in targets if key not in ticket.alarms] + silence


def _silence(ticket: Ticket) -> tuple[datetime | None, timedelta]:
    """Since when the passenger is waited for, and after how long that closes the ticket."""
    if ticket.status is TicketStatus.PENDING:
        return ticket.pending_since, SILENCE_CLOSES
    return ticket.answered_at, ANSWERED_CLOSES


def ticked(ticket: Ticket, now: datetime) -> Ticket:
    """The ticket after all that was due by itself until now."""
    pending = ticket.status is TicketStatus.PENDING
    for key, at in timers(ticket):
        if at > now:
            continue
        if key == "warn":
            # A word that goes out late closes the ticket late.
            begun = now - _silence(ticket)[1] + WORD_BEFORE
            ticket = ticket.but(warned=True, **{"pending_since" if pending else "answered_at": begun})
            words = "support-closes-soon" if pending else "support-answered-closes-soon"
            ticket = ticket.to_deliver(DeliveryKind.TELL, key=words)
        elif key == "close":
            ticket = ticket.closed(now, "", "support-closed-silent" if pending else "support-closed-answered")
        else:
            ticket = ticket.but(alarms=(*ticket.alarms, key)).to_deliver(DeliveryKind.ALERT, key=key)
    return ticket


def wordless(response: Response) -> Response:
    """Without the words, file and name of the passenger; what others said stays."""
    return response.but(message="", name="", attachment=None) if response.by_passenger else response


def without_words(ticket: Ticket) -> Ticket:
    """The ticket of somebody who has left: it is closed, nothing is carried to them any more, none of their words are
    kept, and its topic goes. (A worker may be making that topic right now: `leased_until` lets it note that first.)"""
    said = tuple(map(wordless, ticket.responses))
    left = ticket.but(subject="", description="", comment="", responses=said, outbox=(), attempts=0)
    left = left.but(status=TicketStatus.CLOSED, closed_at=ticket.closed_at or ticket.updated_at)
    left = left.but(pending_since=None, waiting_since=None, answered_at=None)
    if ticket.topic_id or ticket.outbox:
        return left.to_deliver(DeliveryKind.FORGET)
    return left.but(leased_until=None)
