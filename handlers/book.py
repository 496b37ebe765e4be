"""Booking a train: from, to, date, train and class, who travels, review, payment, ticket."""

import re
from collections.abc import Mapping, Sequence

from domain.bookings import MAX_FREE, MAX_PASSENGERS, PAID, BookingStatus
from domain.errors import Problem
from domain.quotas import Quota
from domain.requests import Request, read_request
from handlers.dialogue import PROBLEM, Answer, Dialogue, Step
from handlers.menu import home_buttons
from handlers.reply import Reply
from handlers.steps.dates import When
from handlers.steps.dates import meant as days_meant
from handlers.steps.pay import Pay, bills_over, give_up, held_booking
from handlers.steps.people import Who
from handlers.steps.places import From, To
from handlers.steps.register import Email, FullName, Phone
from handlers.steps.review import Confirm
from handlers.steps.trains import Choose
from handlers.talk import Talk
from handlers.tickets import booked_reply

FROM, TO = From(), To()
_NUMBER = re.compile(r"\d{5}")  # of a train
STEPS: Sequence[Step] = (FROM, TO, When(), Choose(), FullName(), Phone(), Email(), Who(), Confirm(), Pay())


def finish(talk: Talk) -> Sequence[Reply]:
    """The last word: the ticket itself comes from the outbox, so that it is sent however the money arrived."""
    booking = held_booking(talk)
    say = talk.say
    strips = bills_over(booking, talk)
    if booking.booking_status in PAID:
        booked = booked_reply(talk.services.booking.together(booking), say, talk.draft.get("return_on", ""))
        return (booked.but(strips=strips),)
    key = "hold-dropped" if booking.booking_status is BookingStatus.CANCELLED else "hold-over"
    return (Reply(text=say.text(key), buttons=home_buttons(say), strips=strips),)


def leave(talk: Talk) -> Sequence[Reply]:
    """/cancel: berths that are held are given back at once."""
    if "booking" not in talk.draft:
        return (Reply(text=talk.say.text("cancelled"), buttons=home_buttons(talk.say)),)
    give_up(held_booking(talk), talk)
    return finish(talk)


def reread(step: Step, talk: Talk) -> Answer | None:
    """A journey in one sentence, or a changed mind ("no, from Kanpur"), at whatever question it comes."""
    if step.slot in ("full_name", "email"):
        return None
    request = read_request(talk.incoming.text, talk.today, talk.services.catalogue())
    whole = bool(request.origin and request.destination) or bool(request.unknown)
    if request.is_return and not whole and "destination" in talk.draft:
        return _return_later(request)
    if request.added:
        return _more(request, talk)
    narrower = bool(request.date or request.travel_class or request.time_of_day or request.quota)
    narrower = narrower and not _NUMBER.search(talk.incoming.text)
    if not (whole or request.correction or (step.slot == "choice" and narrower)):
        return None
    if request.place:
        other = TO if "destination" in talk.draft else FROM
        against = talk.draft.get(other.other)
        return dict(other.meant(request.place, talk, talk.incoming, against)) | dict(answers(request, talk))
    return answers(request, talk) or None


def answers(request: Request, talk: Talk) -> Answer:
    """What a sentence says, as answers; an end that may be several stations is asked about."""
    found: dict[str, object] = {}
    if request.origin:
        against = None if request.destination else talk.draft.get("destination")
        found |= FROM.meant(list(request.origin), talk, talk.incoming, against)
    if request.destination:
        against = found.get("origin") if request.origin else talk.draft.get("origin")
        found |= TO.meant(list(request.destination), talk, talk.incoming, against)
    if request.unknown:
        found[PROBLEM] = Problem("no-such-station", text=request.unknown[:40])
    try:
        if request.date is not None:
            found |= days_meant(request.dates or (request.date,), talk)
    except Problem as problem:  # the places stand, the day is asked
        found |= {PROBLEM: problem, "date": None}
    if request.return_date is not None:
        found |= {"return_on": request.return_date.isoformat()}
    if request.passengers is not None:
        found |= _counted(request.passengers, request.children or 0)
    return found | dict(_wishes(request, found))


def _wishes(request: Request, found: Mapping[str, object]) -> Answer:
    """Class, time of day and quota; to each the trains are shown anew. A problem that was found already is kept."""
    wished: dict[str, object] = {}
    if request.travel_class is not None:
        wished |= {"class": request.travel_class.value}
    if request.time_of_day is not None:
        wished |= {"time": request.time_of_day.value}
    if request.quota not in (None, Quota.PREMIUM_TATKAL):
        wished |= {"quota": None if request.quota is Quota.GENERAL else request.quota}
    if wished:
        wished |= {"choice": None, "view": None}
    if request.quota is Quota.PREMIUM_TATKAL and PROBLEM not in found:
        wished |= {PROBLEM: Problem("no-premium-tatkal")}
    return wished


def _return_later(request: Request) -> Answer:
    """ "return on sunday" while a journey is being booked: that one first, then the way back."""
    day = request.date.isoformat() if request.date else "none"
    return {"return_on": day, PROBLEM: Problem("return-later", day=day)}


def _more(request: Request, talk: Talk) -> Answer:
    """ "add one child": so many more travel, and they are to be named."""
    named = max(talk.draft.get("count", 0), len(talk.draft.get("people", ())))
    return {**_counted(named + (request.added or 0)), "party": None}


def _counted(passengers: int, children: int = 0) -> Answer:
    """How many were said to travel, `children` among them, of whom the smallest may come beside six who pay: who they
    are is asked."""
    if not passengers:
        return {PROBLEM: Problem("no-passengers")}
    if passengers > MAX_PASSENGERS + min(children, MAX_FREE):
        return {PROBLEM: Problem("too-many-passengers", most=MAX_PASSENGERS)}
    return {"count": passengers}


BOOK = Dialogue("book", STEPS, finish=finish, reread=reread, locked="booking", leave=leave)
