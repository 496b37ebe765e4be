"""A small child who comes along on a ticket that is booked: name, age and gender in one line."""

from collections.abc import Sequence

from domain.bookings import NOSB
from domain.errors import Problem
from domain.ids import BookingId
from domain.parties import read_passenger
from domain.rules.children import FREE_BELOW
from handlers.dialogue import Answer, Dialogue, Step
from handlers.incoming import Incoming, Kind
from handlers.menu import home_buttons
from handlers.reply import Button, Reply
from handlers.talk import Talk
from handlers.trips import own_booking


class Child(Step):
    """Who: named, it is on the ticket at once, for it costs nothing and can be taken off again."""

    slot = "child"

    def ask(self, talk: Talk) -> Reply:
        booking = own_booking(talk, BookingId(talk.draft["ticket"]))
        return Reply(text=talk.say.text("ask-child", pnr=booking.pnr, age=FREE_BELOW))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is not Kind.TEXT:
            raise Problem("unreadable")
        child = read_passenger(incoming.text)
        booking = own_booking(talk, BookingId(talk.draft["ticket"]))
        talk.services.changing.add_child(
            booking.booking_id, booking.user_id, child.name, child.age, child.gender, talk.now
        )
        return {"child": child.name}


def finish(talk: Talk) -> Sequence[Reply]:
    """Who is on the ticket now."""
    ticket = talk.draft["ticket"]
    show = Button(text=talk.say.label("button-show-ticket"), data=f"g.trip={ticket}")
    text = talk.say.text("child-added", name=talk.draft["child"], status=NOSB)
    return (Reply(text=text, buttons=((show,),)),)


def opening(talk: Talk, booking_id: str) -> Answer:
    """How it begins. Problem `no-such-booking`, or that no child can be added (any more)."""
    booking = own_booking(talk, booking_id)
    talk.services.changing.check_child(booking, talk.now)
    return {"ticket": booking.booking_id}


def _unchanged(talk: Talk) -> Sequence[Reply]:
    return (Reply(text=talk.say.text("child-not-added"), buttons=home_buttons(talk.say)),)


ADD_CHILD = Dialogue("child", (Child(),), finish=finish, leave=_unchanged)
