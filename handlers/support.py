"""Support, the passenger's side: a ticket in words, then a conversation that stays open until it is solved or left."""

from collections.abc import Sequence
from datetime import timedelta
from html import escape

from domain.requests import read_request
from domain.support import Ticket
from handlers.area import Area
from handlers.dialogue import Dialogue, Outcome
from handlers.incoming import Kind
from handlers.menu import SAID, home_buttons
from handlers.reply import Button, Picture, PictureKind, Reply
from handlers.steps.support import (
    LEAVE,
    NEW,
    About,
    Comment,
    Conversing,
    Telling,
    Trip,
    Which,
    asks_trip,
    heard,
    opening,
    person,
    ticket_of,
    words_of,
)
from handlers.talk import Talk
from handlers.trips import own_booking

REOPENS_WITHIN = timedelta(days=1)  # after that the next word is not about the ticket any more


def to_ticket(talk: Talk) -> Outcome | None:
    """What is said to support and not to the bot: anything while that conversation is open, and at any time a reply to
    one of its messages or the change of one. None if it is for the bot."""
    incoming = talk.incoming
    if talk.tapped or (incoming.kind is Kind.TEXT and incoming.text.startswith("/")):
        return None
    if incoming.what == "edited" and incoming.message_id:
        return _edited(talk, incoming.message_id)
    if incoming.answers and talk.user:
        ticket = talk.services.supporting.about(talk.user.user_id, incoming.answers)
        if ticket:
            return _said(talk, ticket)
    if talk.session.flow != SUPPORT.name or incoming.what == "edited":
        return None
    return _in_dialogue(talk)


def _in_dialogue(talk: Talk) -> Outcome | None:
    if "ticket" not in talk.draft:
        if talk.incoming.attachment is None or not _is_told(talk):
            return None
        talk.session = talk.session.but(draft={**talk.draft, **opening(talk, {"said": heard(talk)})})
        return SUPPORT.ask(talk)
    ticket = ticket_of(talk)
    if ticket.is_closed and _is_for_the_bot(talk, ticket):
        talk.session = talk.session.but(flow=None, draft={}, trail=(), panel=None)
        return None
    return _said(talk, ticket)


def _said(talk: Talk, ticket: Ticket) -> Outcome:
    user = person(talk)
    after = talk.services.supporting.say(user.user_id, user.full_name, ticket.ticket_id, words_of(talk))
    if ticket.is_closed and not after.is_closed:
        return Outcome(talk.session, (Reply(text=talk.say.text("support-reopened", ref=ticket.ref)),))
    if talk.session.flow == SUPPORT.name:
        return Outcome(talk.session, ())
    return Outcome(talk.session, (Reply(text=talk.say.text("support-passed-on", ref=ticket.ref)),))


def _edited(talk: Talk, message_id: int) -> Outcome | None:
    ticket = talk.services.supporting.about(talk.user.user_id, message_id) if talk.user else None
    if ticket is None:
        return None
    talk.services.supporting.edit(ticket.user_id, ticket.ticket_id, words_of(talk))
    return Outcome(talk.session, ())


def _is_for_the_bot(talk: Talk, ticket: Ticket) -> bool:
    """After a ticket was closed: a journey, a word of the menu, or anything a day later."""
    if ticket.closed_at is None or talk.now - ticket.closed_at > REOPENS_WITHIN:
        return True
    if talk.incoming.kind is not Kind.TEXT:
        return talk.incoming.attachment is None
    if talk.incoming.text.strip(" .!?").casefold() in SAID:
        return True
    request = read_request(talk.incoming.text, talk.today, talk.services.catalogue())
    return bool(request and request.origin and request.destination)


def _is_told(talk: Talk) -> bool:
    """Is the question open what has happened?"""
    draft = talk.draft
    trip = "trip" in draft or not asks_trip(talk, draft.get("category"))
    return "category" in draft and trip


def open_support(talk: Talk, value: str) -> Outcome:
    """/support, with the words already if they follow; `g.support=<booking>` is about that one."""
    person(talk)
    if talk.tapped and value:
        return SUPPORT.begin(talk, {"which": NEW, "trip": own_booking(talk, value).booking_id})
    return SUPPORT.begin(talk, {"said": _after_command(talk, value)} if value else None)


def _after_command(talk: Talk, words: str) -> dict[str, object]:
    return heard(talk) | {"plain": words, "html": escape(words, quote=False)}


def answer_ticket(talk: Talk, ticket_id: str) -> Outcome:
    """The conversation of one ticket again; a closed one opens by the next word."""
    ticket = talk.services.supporting.get(person(talk).user_id, ticket_id)
    if not ticket.is_closed:
        outcome = SUPPORT.begin(talk, {"ticket": ticket.ticket_id})
        return Outcome(outcome.session, tuple(reply.but(edit=False) for reply in outcome.replies))
    talk.session = talk.session.but(flow=SUPPORT.name, serial=talk.session.serial + 1, trail=())
    talk.session = talk.session.but(draft={"ticket": ticket.ticket_id}, panel=None)
    return Outcome(talk.session, (Reply(text=talk.say.text("support-write-again", ref=ticket.ref)),))


def rate(talk: Talk, value: str) -> Outcome:
    """Stars for a closed ticket, and then a word, unless something else is under way."""
    ticket_id, _, stars = value.partition("|")
    user = person(talk)
    ticket = talk.services.supporting.get(user.user_id, ticket_id)
    count = int(stars) if stars.isascii() and stars.isdecimal() and len(stars) == 1 else 0
    talk.services.supporting.rate(user.user_id, ticket.ticket_id, count, "", talk.now)
    if talk.session.flow not in (None, SUPPORT.name, RATE.name):
        return Outcome(talk.session, (Reply(toast=talk.say.label("support-thanks")),))
    return RATE.begin(talk, {"rated": ticket.ticket_id, "stars": count})


def transcript(talk: Talk, ticket_id: str) -> tuple[Reply, ...]:
    """The whole ticket as a file."""
    ticket = talk.services.supporting.get(person(talk).user_id, ticket_id)
    picture = Picture(
        kind=PictureKind.TRANSCRIPT, ticket_id=ticket.ticket_id, user_id=ticket.user_id, language=talk.say.language
    )
    return (Reply(text=talk.say.text("support-transcript", ref=ticket.ref), picture=picture),)


def finish(talk: Talk) -> Sequence[Reply]:
    """Solved, left, or closed by the desk meanwhile."""
    ticket = ticket_of(talk)
    key = "support-left" if talk.draft.get("conversing") == LEAVE else "support-solved"
    again = Button(text=talk.say.label("button-write-support"), data=f"g.answer={ticket.ticket_id}")
    return (Reply(text=talk.say.text(key, ref=ticket.ref), buttons=((again,),)),)


def leave(talk: Talk) -> Sequence[Reply]:
    """/cancel: the ticket stays as it is."""
    if "ticket" in talk.draft:
        return (Reply(text=talk.say.text("support-left", ref=ticket_of(talk).ref), buttons=home_buttons(talk.say)),)
    return (Reply(text=talk.say.text("support-not-opened"), buttons=home_buttons(talk.say)),)


def thanks(talk: Talk) -> Sequence[Reply]:
    """The last word after the stars."""
    return (Reply(text=talk.say.text("support-thanks"), buttons=home_buttons(talk.say)[:1]),)


SUPPORT = Dialogue("support", (Which(), About(), Trip(), Telling(), Conversing()), finish=finish, leave=leave)
RATE = Dialogue("rate", (Comment(),), finish=thanks, leave=thanks)
AREA = Area(
    asides={"transcript": transcript},
    opens={"support": open_support, "answer": answer_ticket, "rate": rate},
    dialogues=(SUPPORT, RATE),
)
