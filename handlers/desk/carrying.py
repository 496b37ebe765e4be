"""What a ticket's delivery means at Telegram: topics, cards, and each side's words as the other reads them."""

import re
from html import escape, unescape

from domain.bookings import Booking
from domain.deliveries import Delivery, DeliveryKind
from domain.errors import NotFound, Problem
from domain.ids import TicketId
from domain.support import STARS, Response, ResponseKind, Ticket
from domain.users import User
from handlers.desk.card import card, topic_name
from handlers.desk.transcript import happened
from handlers.errand import Copy, DropTopic, Errand, MakeTopic, Post, SetTopic
from handlers.reply import Button, Reply
from handlers.services import Services
from handlers.texts import DEFAULT, Html, Say, say

EARLIER_SHOWN = 4
HISTORY_LENGTH = 3500  # characters; the whole is in the transcript
LEAST_SHOWN = 40  # of words that are cut
_TAG = re.compile(r"</?[a-z][^>]*>")
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
            case DeliveryKind.FORGET:
                card = self._card(ticket, user, desk)
                return DropTopic(ticket.topic_id, topic_name(ticket, user, desk), card) if ticket.topic_id else None

    def _card(self, ticket: Ticket, user: User, desk: Say) -> Post:
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
        lines, room = list[str](), HISTORY_LENGTH
        for response in reversed(thread):
            line = _line(response, desk, room)
            if line is None:
                lines.append("…")
                break
            lines.append(line)
            room -= len(line)
        key = "desk-history-merged" if delivery.key else "desk-history"
        text = desk.text(key, ref=told.ref, lines=Html("\n".join(reversed(lines))))
        return Post(None, Reply(text=text), topic_id=ticket.topic_id)


def _shown(
    ticket: Ticket, user: User, response: Response, answered: Response | None, delivery: Delivery
) -> Post | None:
    """A response as the other side reads it, new or changed."""
    for_desk = response.by_passenger
    there = response.topic_message if for_desk else response.chat_message
    changed = delivery.kind is DeliveryKind.EDIT
    if changed and there is None:
        return None  # it will be shown as it is now
    here = response.chat_message if for_desk else response.topic_message
    can_caption = response.attachment is not None and response.attachment.kind in _WITH_CAPTION
    reply = _words(ticket, user, response).but(edits=there if changed else None)
    copies = _copy(user, response, here, reply.text) if response.attachment else None
    if response.attachment and not can_caption:
        reply = reply.but(text="")
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


def _copy(user: User, response: Response, message_id: int | None, text: str) -> Copy | None:
    """The file of a response; `text` tells who sent it and what they wrote to it."""
    if response.attachment is None:
        return None
    words = _language(user, response)
    instead = f"{text}\n[{words.text('said-file', kind=response.attachment.kind)}]"
    return Copy(message_id, response.attachment, _head(words, response), instead)


def _language(user: User, response: Response) -> Say:
    """Of the side that reads it."""
    return say(DEFAULT if response.by_passenger else user.preferences.language)


def _head(words: Say, response: Response) -> str:
    return words.text("said-by-passenger" if response.by_passenger else "said-by-staff", name=response.name)


def _words(ticket: Ticket, user: User, response: Response) -> Reply:
    """Who said it and what; the passenger has a button to answer."""
    for_desk, words = response.by_passenger, _language(user, response)
    edited = f"\n{words.text('said-edited')}" if response.edited_at else ""
    text = Html(f"{_head(words, response)}\n{response.message}{edited}")
    answer = Button(text=words.label("button-answer-support"), data=f"g.answer={ticket.ticket_id}")
    return Reply(text=text, buttons=() if for_desk else ((answer,),))


def _told(ticket: Ticket, delivery: Delivery, words: Say) -> Reply:
    """Words of ours to the passenger; after the end also the stars, the way back and the transcript."""
    text = words.text(delivery.key, ref=ticket.ref, subject=ticket.subject)
    again = Button(text=words.label("button-write-support"), data=f"g.answer={ticket.ticket_id}")
    if not ticket.is_closed or ticket.merged_into:
        return Reply(text=text, buttons=((again,),))
    stars = tuple(Button(text=f"{n} ★", data=f"g.rate={ticket.ticket_id}|{n}") for n in range(1, STARS + 1))
    whole = Button(text=words.label("button-transcript"), data=f"g.transcript={ticket.ticket_id}")
    return Reply(text=text, buttons=(stars, (again,), (whole,)))


def _line(response: Response, desk: Say, room: int) -> str | None:
    """One entry of a history; of words for which there is no room the beginning, without their formatting. None if
    there is not even room for that."""
    line = _whole_line(response, desk)
    if len(line) <= room:
        return line
    least = len(_whole_line(response.but(message="…"), desk)) + LEAST_SHOWN
    if response.kind is ResponseKind.EVENT or room < least:
        return None
    plain = unescape(_TAG.sub("", response.message))
    kept = escape(plain[: room - least + LEAST_SHOWN], quote=False)
    return _whole_line(response.but(message=f"{kept}…"), desk)


def _whole_line(response: Response, desk: Say) -> str:
    """One entry of a history, in a line or two."""
    if response.kind is ResponseKind.EVENT:
        return desk.text("history-event", when=desk.clock(response.timestamp), what=happened(response, desk))
    mark = "🔒 " if response.kind is ResponseKind.NOTE else ""
    file = f" [{desk.text('said-file', kind=response.attachment.kind)}]" if response.attachment else ""
    words = Html(f"{mark}{response.message}{file}")
    return desk.text("history-said", when=desk.clock(response.timestamp), name=response.name, words=words)
