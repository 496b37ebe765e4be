"""Steps of a support ticket: what it is about, which trip, what happened; then the conversation, and the stars."""

from html import escape

from domain.bookings import PAID
from domain.errors import Problem
from domain.ids import BookingId
from domain.services.supporting import Asked, Words
from domain.support import STARS, Attachment, Category, Ticket
from domain.users import User
from handlers.dialogue import PROBLEM, SKIPPED, Answer, Step
from handlers.incoming import Incoming, Kind
from handlers.reply import Reply
from handlers.talk import Talk
from handlers.trips import own_booking

TRIPS_SHOWN = 5
MOST_SAID = 4096  # characters: whatever fits into one message is kept for the desk
NEW, CLOSE, LEAVE = "new", "close", "leave"


class Which(Step):
    """A ticket that is open already, or a new one."""

    slot, longest = "which", MOST_SAID

    def wanted(self, talk: Talk) -> bool:
        return "ticket" not in talk.draft and bool(open_tickets(talk))

    def ask(self, talk: Talk) -> Reply:
        rows = [
            (
                talk.button(
                    talk.say.label("button-ticket", ref=each.ref, subject=each.subject), self.slot, each.ticket_id
                ),
            )
            for each in open_tickets(talk)
        ]
        rows.append((talk.button(talk.say.label("button-new-ticket"), self.slot, NEW),))
        return Reply(text=talk.say.text("ask-which-ticket"), buttons=tuple(rows))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is not Kind.TAP:
            return {"said": heard(talk), PROBLEM: Problem("support-which-first")}
        if incoming.text == NEW:
            return {"which": NEW}
        ticket = talk.services.supporting.get(person(talk).user_id, incoming.text)
        return {"which": ticket.ticket_id, "ticket": ticket.ticket_id}


class About(Step):
    """What it is about."""

    slot, longest = "category", MOST_SAID

    def wanted(self, talk: Talk) -> bool:
        return "ticket" not in talk.draft

    def ask(self, talk: Talk) -> Reply:
        buttons = [talk.button(talk.say.label(f"category-{each}"), self.slot, each) for each in Category]
        rows = tuple(tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2))
        return Reply(text=talk.say.text("ask-category"), buttons=rows)

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        said = incoming.text.strip().casefold()
        for each in Category:
            if said == each.value or (
                incoming.kind is Kind.TEXT and said in talk.say.label(f"category-{each}").casefold()
            ):
                return opening(talk, {"category": each.value})
        if incoming.kind is Kind.TAP or not said:
            raise Problem("support-category-first")
        return {"said": heard(talk), PROBLEM: Problem("support-category-first")}


class Trip(Step):
    """Which booking it is about, of the recent ones."""

    slot, longest = "trip", MOST_SAID

    def wanted(self, talk: Talk) -> bool:
        return "ticket" not in talk.draft and asks_trip(talk, talk.draft.get("category"))

    def ask(self, talk: Talk) -> Reply:
        rows = [
            (talk.button(_trip_label(talk, booking_id), self.slot, booking_id),) for booking_id in _recent_trips(talk)
        ]
        rows.append((talk.button(talk.say.label("button-no-trip"), self.slot, SKIPPED),))
        return Reply(text=talk.say.text("ask-about-trip"), buttons=tuple(rows))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is Kind.TAP and incoming.text == SKIPPED:
            return opening(talk, {"trip": SKIPPED})
        if incoming.kind is not Kind.TAP:
            return {"said": heard(talk), PROBLEM: Problem("support-trip-first")}
        return opening(talk, {"trip": own_booking(talk, incoming.text).booking_id})


class Telling(Step):
    """What has happened, in the passenger's own words."""

    slot, longest = "words", MOST_SAID

    def wanted(self, talk: Talk) -> bool:
        return "ticket" not in talk.draft and "said" not in talk.draft

    def ask(self, talk: Talk) -> Reply:
        return Reply(text=talk.say.text("ask-what-happened"))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is not Kind.TEXT or not incoming.text.strip():
            raise Problem("unreadable")
        return {"words": "yes", **opening(talk, {"said": heard(talk)})}


class Conversing(Step):
    """The conversation: what is typed goes to the ticket (see `to_ticket`); only the buttons are answers."""

    slot, goes_back = "conversing", False

    def wanted(self, talk: Talk) -> bool:
        return not ticket_of(talk).is_closed

    def ask(self, talk: Talk) -> Reply:
        solved = talk.button(talk.say.label("button-solved"), self.slot, CLOSE)
        leave = talk.button(talk.say.label("button-leave-support"), self.slot, LEAVE)
        ticket = ticket_of(talk)
        text = talk.say.text("support-talking", ref=ticket.ref, subject=ticket.subject)
        return Reply(text=text, buttons=((solved,), (leave,)))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is not Kind.TAP or incoming.text not in (CLOSE, LEAVE):
            raise Problem("unreadable")
        if incoming.text == CLOSE:
            ticket = ticket_of(talk)
            talk.services.supporting.close(ticket.user_id, ticket.ticket_id, talk.now)
        return {"conversing": incoming.text}


class Comment(Step):
    """A word beside the stars."""

    slot = "comment"

    def ask(self, talk: Talk) -> Reply:
        skip = talk.button(talk.say.label("button-no-comment"), self.slot, SKIPPED)
        return Reply(text=talk.say.text("ask-comment", stars=_stars(talk.draft["stars"])), buttons=((skip,),))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is Kind.TEXT and incoming.text != SKIPPED:
            user, stars = person(talk), talk.draft["stars"]
            ticket = talk.services.supporting.get(user.user_id, talk.draft["rated"])
            talk.services.supporting.rate(user.user_id, ticket.ticket_id, stars, incoming.text, talk.now)
        return {"comment": "yes"}


def opening(talk: Talk, answer: Answer) -> Answer:
    """The answer, and with the last one that was needed the ticket itself."""
    draft = {**talk.draft, **answer}
    if "said" not in draft or "category" not in draft:
        return answer
    if "trip" not in draft and asks_trip(talk, draft["category"]):
        return answer
    said = draft["said"]
    attachment = Attachment.model_validate(said["attachment"]) if said["attachment"] else None
    words = Words(said["html"], said["plain"], talk.now, said["message"], attachment)
    booking = BookingId(draft["trip"]) if draft.get("trip", SKIPPED) != SKIPPED else None
    asked = Asked(Category(draft["category"]), booking, words)
    ticket = talk.services.supporting.open(person(talk), asked, f"{talk.chat_id}:{talk.session.serial}")
    return {**answer, "ticket": ticket.ticket_id}


def heard(talk: Talk) -> dict[str, object]:
    """What was just said, to be kept until the ticket can be opened with it."""
    words = words_of(talk)
    attachment = words.attachment.model_dump() if words.attachment else None
    return {"plain": words.plain, "html": words.text, "message": words.message_id, "attachment": attachment}


def words_of(talk: Talk) -> Words:
    """What was just said, as support takes it."""
    incoming = talk.incoming
    plain = incoming.words
    return Words(
        text=incoming.html or escape(plain, quote=False),
        plain=plain,
        now=talk.now,
        message_id=incoming.message_id,
        attachment=incoming.attachment,
        answers=incoming.answers,
    )


def person(talk: Talk) -> User:
    """Who it is. Problem `support-register-first`."""
    if talk.user is None:
        raise Problem("support-register-first")
    return talk.user


def ticket_of(talk: Talk) -> Ticket:
    """The ticket of this conversation."""
    return talk.services.supporting.get(person(talk).user_id, talk.draft["ticket"])


def open_tickets(talk: Talk) -> list[Ticket]:
    """Those of this person that are not closed."""
    return [each for each in talk.services.supporting.of_user(person(talk).user_id) if not each.is_closed]


def asks_trip(talk: Talk, category: str | None) -> bool:
    """Need it be asked which trip is meant?"""
    return category != Category.ACCOUNT and bool(_recent_trips(talk))


def _recent_trips(talk: Talk) -> list[BookingId]:
    """Bookings that were paid once, the newest first."""
    bookings = talk.services.booking.of_user(person(talk).user_id, limit=30)
    paid = (each for each in bookings if each.booking_status in PAID or each.cancellation_details)
    return [each.booking_id for each in paid][:TRIPS_SHOWN]


def _trip_label(talk: Talk, booking_id: str) -> str:
    booking = own_booking(talk, booking_id)
    ends = f"{booking.origin_station_code} → {booking.destination_station_code}"
    return talk.say.label("button-trip", day=talk.say.day(booking.journey_date), trip=ends, number=booking.train_id)


def _stars(count: int) -> str:
    return "★" * count + "☆" * (STARS - count)
