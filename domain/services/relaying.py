"""Relaying: what is due in tickets is leased, carried out by whoever reaches Telegram, and noted; at least once."""

from collections.abc import Callable
from datetime import datetime, timedelta

from domain.adminlog import SYSTEM, entry
from domain.deliveries import Delivered, Delivery, DeliveryKind
from domain.ids import ChatId, TicketId, UserId
from domain.ports import UnitOfWork, Units
from domain.services.accounts import AccountService
from domain.services.retrying import until_settled
from domain.support import Response, Ticket, ticked
from domain.users import User

LEASE = timedelta(seconds=60)  # longer than carrying one thing out ever takes


class Relaying:
    """A crash between carrying something out and noting it carries it out again."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def due(self, now: datetime) -> list[tuple[UserId, TicketId]]:
        """Tickets in which there is something to do."""
        with self._units() as work:
            return work.tickets.due(now)

    def lease(self, user_id: UserId, ticket_id: TicketId, now: datetime) -> Ticket | None:
        """The ticket after what was due by itself, for this worker alone; None if there is nothing to carry out, or
        another worker is at it."""

        def attempt(_: int) -> Ticket | None:
            with self._units() as work:
                ticket = work.tickets.get(user_id, ticket_id)
                if ticket.due_at is None or ticket.due_at > now:
                    return None
                after = ticked(ticket, now)
                if after.is_closed and not ticket.is_closed:
                    work.logs.add(entry("support-closed", SYSTEM, ticket_id, now, user=user_id, why="silence"))
                after = after.but(leased_until=now + LEASE if after.outbox else None)
                work.tickets.save(after)
                work.commit()
                return after.but(rev=after.rev + 1) if after.outbox else None

        return until_settled(attempt)

    def seen(self, ticket: Ticket, delivery: Delivery) -> tuple[User, Response | None, Response | None]:
        """The passenger, the response that a delivery is about, and the one which that answers to."""
        with self._units() as work:
            user = work.users.get(ticket.user_id)
            if delivery.response is None:
                return user, None, None
            response = work.tickets.response(ticket, delivery.response)
            answered = None if response.reply_to is None else work.tickets.response(ticket, response.reply_to)
            return user, response, answered

    def done(self, ticket: Ticket, delivery: Delivery, result: Delivered, now: datetime) -> Ticket:
        """Notes what came of it, and goes on holding the lease while there is more."""

        def change(work: UnitOfWork, stored: Ticket) -> Ticket:
            left = tuple(each for each in stored.outbox if each.number != delivery.number)
            stored = stored.but(outbox=left, attempts=0, leased_until=now + LEASE if left else None)
            return _noted(work, stored, delivery, result, now)

        return self._changed(ticket, change)

    def put_off(self, ticket: Ticket, until: datetime) -> None:
        """The far end cannot be reached now."""
        self._changed(ticket, lambda _, stored: stored.but(leased_until=until, attempts=stored.attempts + 1))

    def topic_lost(self, ticket: Ticket, now: datetime) -> Ticket:
        """Somebody deleted the topic: make it anew, with what was said, before going on."""

        def change(_: UnitOfWork, stored: Ticket) -> Ticket:
            if stored.topic_id != ticket.topic_id:
                return stored
            waiting, bare = stored.outbox, stored.but(topic_id=None, card_id=None, outbox=())
            anew = bare.event("topic-lost", now).to_deliver(DeliveryKind.TOPIC).to_deliver(DeliveryKind.CARD)
            anew = anew.to_deliver(DeliveryKind.HISTORY)
            return anew.but(outbox=(*anew.outbox, *(each for each in waiting if each.kind is not DeliveryKind.CARD)))

        return self._changed(ticket, change)

    def left(self, ticket: Ticket, chat_id: ChatId, now: datetime) -> None:
        """The passenger blocked the bot in this chat: news are not sent to them either."""
        AccountService(self._units).left(ticket.user_id, chat_id, now)

    def thread(self, user_id: UserId, ticket_id: TicketId) -> tuple[Ticket, list[Response]]:
        """A ticket and all that was said in it, notes too."""
        with self._units() as work:
            ticket = work.tickets.get(user_id, ticket_id)
            return ticket, work.tickets.thread(ticket)

    def _changed(self, ticket: Ticket, change: Callable[[UnitOfWork, Ticket], Ticket]) -> Ticket:
        def attempt(_: int) -> Ticket:
            with self._units() as work:
                changed = change(work, work.tickets.get(ticket.user_id, ticket.ticket_id))
                work.tickets.save(changed)
                work.commit()
                return changed

        return until_settled(attempt)


def _noted(work: UnitOfWork, ticket: Ticket, delivery: Delivery, result: Delivered, now: datetime) -> Ticket:
    if result.lost:
        lost = ticket.event("not-delivered", now)
        said = delivery.kind in (DeliveryKind.SHOW, DeliveryKind.TELL)
        alarm = "alarm-not-delivered" if result.gone else "alarm-refused"
        return lost.to_deliver(DeliveryKind.ALERT, key=alarm) if said else lost
    match delivery.kind:
        case DeliveryKind.TOPIC:
            return ticket.but(topic_id=result.topic_id or ticket.topic_id)
        case DeliveryKind.CARD:
            return ticket.but(card_id=result.message_id or ticket.card_id)
        case DeliveryKind.SHOW if delivery.response is not None:
            response = work.tickets.response(ticket, delivery.response)
            side = "topic_message" if response.by_passenger else "chat_message"
            return work.tickets.amend(ticket, response.but(**{side: result.message_id}))
        case DeliveryKind.FORGET:
            return ticket.but(topic_id=result.topic_id, card_id=ticket.card_id if result.topic_id else None)
        case _:
            return ticket
