"""Canned replies: ours in the passenger's language, the desk's own as typed; {name}, {pnr}, {refund} are filled in."""

import re
from collections.abc import Callable
from decimal import Decimal
from html import escape

from domain.bookings import Booking
from domain.errors import NotFound, Problem
from domain.services.answering import Answer
from domain.staff import Right
from domain.support import Ticket
from domain.users import User
from handlers.desk.talk import Act, DeskTalk
from handlers.reply import Button, Reply
from handlers.texts import Say, say

OURS = ("hello", "looking", "refund-time", "need-photo", "solved")
FIELDS = ("name", "pnr", "refund")
_FIELD = re.compile(r"\{(\w+)\}")
_NAME = re.compile(r"[a-z0-9-]{2,20}")


def offer(talk: DeskTalk, name: str) -> tuple[Reply, ...]:
    """All there are, as buttons; or the one that is named, filled in, to be looked at before it is sent."""
    own = talk.services.answering.canned()
    if not name:
        titles = {each: talk.say.label(f"canned-title-{each}") for each in OURS} | {each: each for each in own}
        rows = tuple((Button(text=title, data=f"d.canned={each}"),) for each, title in titles.items())
        return (Reply(text=talk.say.text("desk-canned"), buttons=rows),)
    send = Button(text=talk.say.label("button-send"), data=f"d.send={name}")
    back = Button(text=talk.say.label("button-back"), data="d.canned")
    return (Reply(text=_filled(talk, name), buttons=((send,), (back,)), edit=talk.tapped),)


def send(talk: DeskTalk, name: str) -> tuple[Reply, ...]:
    """To the passenger, as an answer of who taps; the message shows in the topic what was sent."""
    words = _filled(talk, name)
    talk.services.answering.answer(
        talk.hand, talk.topic, Answer(words, talk.incoming.message_id if talk.tapped else None)
    )
    return (Reply(text=talk.say.text("desk-canned-sent", words=words), edit=talk.tapped),)


def keep(talk: DeskTalk, value: str) -> tuple[Reply, ...]:
    """`/keep name text` keeps a canned reply of the desk's own, `/keep name` takes it away. Problem `canned-how`."""
    name, _, text = value.partition(" ")
    if not _NAME.fullmatch(name) or name in OURS:
        raise Problem("canned-how")
    for field in _FIELD.findall(text):
        if field not in FIELDS:
            raise Problem("canned-field-unknown", field=field[:20])
    talk.services.answering.keep_canned(talk.hand, name, text.strip())
    return (Reply(text=talk.say.text("desk-canned-kept" if text.strip() else "desk-canned-gone", name=name)),)


def _filled(talk: DeskTalk, name: str) -> str:
    """Telegram HTML. Problem `no-such-canned`, or `canned-field-missing` if the ticket does not know a field."""
    ticket = talk.ticket
    user = talk.services.answering.passenger(ticket)
    words = say(user.preferences.language)
    field = _fields(talk, ticket, user, words)
    text = words.label(f"canned-{name}") if name in OURS else talk.services.answering.canned().get(name, "")
    if not text:
        raise Problem("no-such-canned")
    return _FIELD.sub(lambda match: field(match[1]), escape(text, quote=False))


def _fields(talk: DeskTalk, ticket: Ticket, user: User, words: Say) -> Callable[[str], str]:
    def value(name: str) -> str:
        if name == "name":
            return escape(user.full_name, quote=False)
        booking = _booking(talk, ticket)
        text = _pnr(booking) if name == "pnr" else _refund(booking, words)
        if not text:
            raise Problem("canned-field-missing", field=name)
        return escape(text, quote=False)

    return value


def _booking(talk: DeskTalk, ticket: Ticket) -> Booking | None:
    if ticket.related_booking_id is None:
        return None
    try:
        return talk.services.booking.get(ticket.related_booking_id, ticket.user_id)
    except NotFound:
        return None


def _pnr(booking: Booking | None) -> str:
    return booking.pnr if booking else ""


def _refund(booking: Booking | None, words: Say) -> str:
    back = (booking.cancellation_details or {}).get("refund") if booking else None
    return "" if back is None else words.money(Decimal(back))


ACTS = {
    "canned": Act(Right.ANSWER, offer),
    "send": Act(Right.ANSWER, send),
    "keep": Act(Right.CANNED, keep),
}
