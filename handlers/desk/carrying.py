"""What a ticket's delivery means at Telegram: topics, cards, and each side's words as the other reads them."""

from domain.bookings import Booking
from domain.deliveries import Delivery, DeliveryKind
from domain.errors import NotFound, Problem
from domain.ids import TicketId
from domain.support import STARS, Response, ResponseKind, Ticket
from domain.users import User
from handlers.desk.card import card, topic_name
from handlers.desk.transcript import happened
from handlers.errand import Copy, Errand, MakeTopic, Post, SetTopic
from handlers.reply import Button, Reply
from handlers.services import Services
from handlers.texts import DEFAULT, Html, Say, say

EARLIER_SHOWN = 4
HISTORY_LENGTH = 3500  # characters; the whole is in the transcript
_WITH_CAPTION = frozenset({"photo", "document", "voice", "video", "audio", "animation"})


class Carrying:
    """Words deliveries: to the desk in our default language, to the passenger in theirs."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def word(self, ticket: Ticket, delivery: Delivery) -> Errand | None:
        """What to do; None if there is nothing (any more)."""
        user, response, answered = self._services.relaying.seen(ticket, delivery)
        desk = say(DEFAULT)
        match delivery.kind:
            case DeliveryKind.TOPIC:
                return None if ticket.topic_id else MakeTopic(topic_name(ticket, user, desk))
            case DeliveryKind.CARD:
                return self._card(ticket, user, desk)
            case DeliveryKind.STATE:
                name = topic_name(ticket, user, desk)
                return SetTopic(ticket.topic_id, name, ticket.is_closed) if ticket.topic_id else None
            case DeliveryKind.SHOW | DeliveryKind.EDIT:
                return _shown(ticket, user, response, answered, delivery) if response else None
            case DeliveryKind.TELL:
                return Post(user.chat_id, _told(ticket, delivery, say(user.preferences.language)))
            case DeliveryKind.ALERT:
                text = desk.text(delivery.key, ref=ticket.ref, name=ticket.assignee_name or "-")
                return Post(None, Reply(text=text), topic_id=ticket.topic_id)
            case DeliveryKind.HISTORY:
                return self._history(ticket, delivery, desk)

    def _card(self, ticket: Ticket, user: User, desk: Say) -> Errand:
        others = [
            each for each in self._services.supporting.of_user(user.user_id) if each.ticket_id != ticket.ticket_id
        ]
        shown = card(ticket, user, self._booking(ticket), others[:EARLIER_SHOWN], desk)
        return Post(None, shown.but(edits=ticket.card_id), topic_id=ticket.topic_id, pin=ticket.card_id is None)

    def _booking(self, ticket: Ticket) -> Booking | None:
        if ticket.related_booking_id is None:
            return None
        try:
            return self._services.booking.get(ticket.related_booking_id, ticket.user_id)
        except (NotFound, Problem):
            return None

    def _history(self, ticket: Ticket, delivery: Delivery, desk: Say) -> Errand:
        """What was said before, for a topic made anew or a double that was merged: the latest of it."""
        other = TicketId(delivery.key) if delivery.key else ticket.ticket_id
        told, thread = self._services.relaying.thread(ticket.user_id, other)
        lines: list[str] = []
        for response in reversed(thread):
            line = _line(response, desk)
            if sum(map(len, lines)) + len(line) > HISTORY_LENGTH:
                lines.append("…")
                break
            lines.append(line)
        key = "desk-history-merged" if delivery.key else "desk-history"
        text = desk.text(key, ref=told.ref, lines=Html("\n".join(reversed(lines))))
        return Post(None, Reply(text=text), topic_id=ticket.topic_id)


def _shown(
    ticket: Ticket, user: User, response: Response, answered: Response | None, delivery: Delivery
) -> Post | None:
    """A response as the other side reads it, new or changed."""
    for_desk = response.by_passenger
    words = say(DEFAULT if for_desk else user.preferences.language)
    head = words.text("said-by-passenger" if for_desk else "said-by-staff", name=response.name)
    there = response.topic_message if for_desk else response.chat_message
    changed = delivery.kind is DeliveryKind.EDIT
    if changed and there is None:
        return None  # it will be shown as it is now
    text = Html(f"{head}\n{response.message}" + (f"\n{words.text('said-edited')}" if response.edited_at else ""))
    here = response.chat_message if for_desk else response.topic_message
    copies = Copy(here, response.attachment) if response.attachment and not changed else None
    can_caption = response.attachment is not None and response.attachment.kind in _WITH_CAPTION
    answer = Button(text=words.label("button-answer-support"), data=f"g.answer={ticket.ticket_id}")
    reply = Reply(
        text=text if not response.attachment or can_caption else "",
        buttons=() if for_desk else ((answer,),),
        edits=there if changed else None,
    )
    target = None if answered is None else (answered.topic_message if for_desk else answered.chat_message)
    return Post(
        None if for_desk else user.chat_id,
        reply,
        topic_id=ticket.topic_id if for_desk else None,
        reply_to=target,
        copies=copies,
        source=user.chat_id if for_desk else None,
        caption=can_caption,
    )


def _told(ticket: Ticket, delivery: Delivery, words: Say) -> Reply:
    """Words of ours to the passenger; after the end also the stars, the way back and the transcript."""
    text = words.text(delivery.key, ref=ticket.ref, subject=ticket.subject)
    again = Button(text=words.label("button-write-support"), data=f"g.answer={ticket.ticket_id}")
    if not ticket.is_closed or ticket.merged_into:
        return Reply(text=text, buttons=((again,),))
    stars = tuple(Button(text=f"{n} ★", data=f"g.rate={ticket.ticket_id}|{n}") for n in range(1, STARS + 1))
    whole = Button(text=words.label("button-transcript"), data=f"g.transcript={ticket.ticket_id}")
    return Reply(text=text, buttons=(stars, (again,), (whole,)))


def _line(response: Response, desk: Say) -> str:
    """One entry of a history, in a line or two."""
    if response.kind is ResponseKind.EVENT:
        return desk.text("history-event", when=desk.clock(response.timestamp), what=happened(response, desk))
    mark = "🔒 " if response.kind is ResponseKind.NOTE else ""
    file = f" [{response.attachment.kind}]" if response.attachment else ""
    words = Html(f"{mark}{response.message}{file}")
    return desk.text("history-said", when=desk.clock(response.timestamp), name=response.name, words=words)
