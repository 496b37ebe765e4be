"""My trips: the list, one of them, and its ticket again."""

from datetime import date
from typing import Any

from domain.bookings import CAN, PAID, WL, Booking, BookingStatus, PassengerDetails
from domain.errors import GatewayError, NotFound, Problem
from domain.ids import BookingId
from domain.services.billing import billed
from handlers.dialogue import Answer
from handlers.menu import home_buttons
from handlers.papers import paper_rows
from handlers.refundwords import refund_words
from handlers.reply import Button, Picture, PictureKind, Reply
from handlers.steps.dates import meant
from handlers.steps.pay import give_up, payment_reply
from handlers.talk import Talk
from handlers.tickets import (
    boarding_words,
    booked_reply,
    like_button,
    seats_words,
    ticket_replies,
    train_called,
    upgrade_button,
)

SHOWN, LOOKED_AT = 8, 100  # bookings: many may be holds that came to nothing
_WHO = tuple(PassengerDetails.model_fields)


def trips(talk: Talk) -> tuple[Reply, ...]:
    """The latest bookings, each a button; holds that came to nothing are left out."""
    say = talk.say
    user = talk.user
    bookings = talk.services.booking.of_user(user.user_id, limit=LOOKED_AT) if user else []
    shown = [booking for booking in bookings if _matters(booking)][:SHOWN]
    if not shown:
        return (Reply(text=say.text("no-trips"), buttons=home_buttons(say)[:1]),)
    rows = tuple((Button(text=_label(talk, booking), data=f"g.trip={booking.booking_id}"),) for booking in shown)
    return (Reply(text=say.text("trips", count=len(shown)), buttons=rows),)


def trip(talk: Talk, booking_id: str) -> tuple[Reply, ...]:
    """One booking of this user: its ticket, or how to pay for it. Problem `no-such-booking`."""
    booking = own_booking(talk, booking_id)
    if booking.booking_status in PAID:
        catalogue, say = talk.services.catalogue(), talk.say
        boarding = boarding_words(catalogue, booking, say)
        if booking.cancellation_details:  # of some on it, who have left
            boarding = "\n".join(filter(None, (boarding, refund_words(talk, booking))))
        return ticket_replies(booking, train_called(catalogue, booking, say), say, _acts(talk, booking), boarding)
    if booking.booking_status is BookingStatus.HELD:
        if _is_paid(talk, booking):
            return (
                booked_reply(talk.services.booking.together(booking), talk.say),
            )  # and the ticket itself is on its way
        return (_unpaid(talk, booking),)
    if booking.cancellation_details is None:
        again = Button(text=talk.say.label("menu-book"), data="g.book")
        return (Reply(text=talk.say.text("trip-over", pnr=booking.pnr), buttons=((again,),)),)
    text = talk.say.text("trip-cancelled", pnr=booking.pnr, refunds=refund_words(talk, booking))
    return (Reply(text=text, buttons=paper_rows(booking, talk.say, talk.now)),)


def give_trip_up(talk: Talk, booking_id: str) -> tuple[Reply, ...]:
    """Gives the berths of an unpaid booking back, and shows what it is now."""
    booking = own_booking(talk, booking_id)
    if booking.booking_status is BookingStatus.HELD:
        give_up(booking, talk)
        return (Reply(text=talk.say.text("hold-dropped"), edit=True, strips=billed(booking, talk.chat_id)),)
    return trip(talk, booking_id)


def latest_trip(talk: Talk) -> Booking:
    """The trip booked last. Problem `nothing-to-return` if there is none."""
    bookings = talk.services.booking.of_user(talk.user.user_id, limit=LOOKED_AT) if talk.user else []
    booked = [booking for booking in bookings if booking.booking_status in PAID]
    if not booked:
        raise Problem("nothing-to-return")
    return booked[0]


def way_back(talk: Talk, booking: Booking, on: date | None) -> Answer:
    """The same people the other way, from where the booking (or the second train of two) ends to where it begins."""
    whole = talk.services.booking.together(booking)
    back: dict[str, Any] = {
        "origin": whole[-1].destination_station_code,
        "destination": whole[0].origin_station_code,
        "people": _people(booking),
    }
    return back | (dict(meant((on,), talk)) if on else {})


def other_trains(talk: Talk, booking_id: str) -> Answer:
    """For who waits: the same people from end to end on the same day and in the same class, on trains with free berths.
    Problem `nobody-waits` if all have a place, `no-such-booking`."""
    booking = own_booking(talk, booking_id)
    if booking.booking_status not in PAID or not _waits(booking):
        raise Problem("nobody-waits")
    wanted: dict[str, Any] = {
        "origin": booking.origin_station_code,
        "destination": booking.destination_station_code,
        "class": booking.travel_class.value,
        "free": "yes",
        "people": _people(booking),
    }
    return dict(meant((booking.journey_date,), talk)) | wanted


def own_booking(talk: Talk, booking_id: str) -> Booking:
    """The booking if it is this user's; Problem `no-such-booking` otherwise."""
    if talk.user is None:
        raise Problem("no-such-booking")
    try:
        return talk.services.booking.get(BookingId(booking_id), talk.user.user_id)
    except NotFound:
        raise Problem("no-such-booking") from None


def _is_paid(talk: Talk, booking: Booking) -> bool:
    """Asks the gateway: whoever looks at an unpaid trip may just have paid."""
    try:
        return talk.services.paying.check(booking, talk.now).booking_status in PAID
    except GatewayError:
        return False


def _unpaid(talk: Talk, booking: Booking) -> Reply:
    """How to go on paying for berths that are held."""
    taps = (("button-pay-ways", "pay"), ("button-check", "trip"), ("button-drop", "drop"))
    acts = [(Button(text=talk.say.label(key), data=f"g.{what}={booking.booking_id}"),) for key, what in taps]
    panel = payment_reply(booking, talk)
    return panel.but(buttons=(*panel.buttons, *acts))


def _waits(booking: Booking) -> bool:
    """Is anybody on it on the waiting list?"""
    return any(person.status == WL for person in booking.passengers)


def _people(booking: Booking) -> list[dict[str, Any]]:
    """Who travels, for another booking: those still on the ticket, or all of one that is given up."""
    left = [person for person in booking.passengers if person.status != CAN] or booking.passengers
    people = (PassengerDetails(**{name: getattr(person, name) for name in _WHO}) for person in left)
    return [person.model_dump(mode="json") for person in people]


def _matters(booking: Booking) -> bool:
    """Not a hold that came to nothing."""
    nothing = booking.booking_status in (BookingStatus.EXPIRED, BookingStatus.CANCELLED)
    return not nothing or booking.cancellation_details is not None


def _acts(talk: Talk, booking: Booking) -> tuple[tuple[Button, ...], ...]:
    """What can be done with a ticket before the train leaves; after that there are only its papers."""
    say = talk.say
    papers = paper_rows(booking, say, talk.now)
    if booking.departure_at <= talk.now:
        return papers
    stands = Button(text=say.label("button-pnr"), data=f"g.pnr={booking.pnr}")
    coach = Button(text=say.label("button-coach"), data=f"g.coach={booking.booking_id}")
    seated = any(person.seat and person.status != CAN for person in booking.passengers)
    liked = (like_button(booking, say),)
    return ((stands, coach) if seated else (stands,), *papers, *_changes(talk, booking), liked)


def _changes(talk: Talk, booking: Booking) -> tuple[tuple[Button, ...], ...]:
    """What of a ticket can be altered now; where that is not possible any more there is no button."""
    possible = talk.services.changing.changeable(booking, talk.now)
    acts = (
        (_waits(booking), "button-others", "others"),
        (possible.boarding, "button-board", "board"),
        (possible.child, "button-child", "child"),
        (True, "button-leave", "leave"),
    )
    buttons = [
        Button(text=talk.say.label(key), data=f"g.{what}={booking.booking_id}") for may, key, what in acts if may
    ]
    wish = [upgrade_button(booking, talk.say)] if possible.upgrade else []
    return tuple((button,) for button in (*wish, *buttons))


def coach(talk: Talk, booking_id: str) -> tuple[Reply, ...]:
    """The plan of the coach with the party's own berths marked. Problem `no-such-booking`."""
    booking = own_booking(talk, booking_id)
    if booking.booking_status not in PAID:
        raise Problem("no-such-booking")
    picture = Picture(kind=PictureKind.COACH, booking_id=booking.booking_id, language=talk.say.language)
    text = talk.say.text("coach", seats=seats_words([booking]), number=booking.train_id)
    return (Reply(text=text, picture=picture, protect=True),)


def _label(talk: Talk, booking: Booking) -> str:
    ends = f"{booking.origin_station_code} → {booking.destination_station_code}"
    held = booking.booking_status is BookingStatus.HELD
    key = "button-trip-unpaid" if held else "button-trip" if booking.booking_status in PAID else "button-trip-over"
    return talk.say.label(key, day=talk.say.day(booking.journey_date), trip=ends, number=booking.train_id)
