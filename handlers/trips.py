"""My trips: the list, one of them, and its ticket again."""

from domain.bookings import Booking, BookingStatus
from domain.errors import GatewayError, NotFound, Problem
from domain.ids import BookingId
from domain.users import User
from handlers.menu import home_buttons
from handlers.reply import Button, Picture, PictureKind, Reply
from handlers.steps.review import give_up, seats_words
from handlers.talk import Talk
from handlers.texts import Html, Say

SHOWN, LOOKED_AT = 8, 100  # bookings: many may be holds that came to nothing
HIDDEN = (BookingStatus.EXPIRED, BookingStatus.CANCELLED)


def trips(talk: Talk) -> tuple[Reply, ...]:
    """The latest bookings, each a button; holds that came to nothing are left out."""
    say = talk.say
    user = talk.user
    bookings = talk.services.booking.of_user(user.user_id, limit=LOOKED_AT) if user else []
    shown = [booking for booking in bookings if booking.booking_status not in HIDDEN][:SHOWN]
    if not shown:
        return (Reply(text=say.text("no-trips"), buttons=home_buttons(say)[:1]),)
    rows = tuple((Button(text=_label(talk, booking), data=f"g.trip={booking.booking_id}"),) for booking in shown)
    return (Reply(text=say.text("trips", count=len(shown)), buttons=rows),)


def trip(talk: Talk, booking_id: str) -> tuple[Reply, ...]:
    """One booking of this user: its ticket, or how to pay for it. Problem `no-such-booking`."""
    booking = _own(talk, booking_id)
    if booking.booking_status is BookingStatus.CONFIRMED:
        return ticket_replies(booking, talk.say)
    if booking.booking_status is BookingStatus.HELD:
        return (_unpaid(talk, booking),)
    return (Reply(text=talk.say.text("trip-over", pnr=booking.pnr)),)


def give_trip_up(talk: Talk, booking_id: str) -> tuple[Reply, ...]:
    """Gives the berths of an unpaid booking back, and shows what it is now."""
    booking = _own(talk, booking_id)
    if booking.booking_status is BookingStatus.HELD:
        give_up(booking, talk)
        return (Reply(text=talk.say.text("hold-dropped"), edit=True),)
    return trip(talk, booking_id)


def _own(talk: Talk, booking_id: str) -> Booking:
    """The booking if it is this user's; Problem `no-such-booking` otherwise."""
    if talk.user is None:
        raise Problem("no-such-booking")
    try:
        return talk.services.booking.get(BookingId(booking_id), talk.user.user_id)
    except NotFound:
        raise Problem("no-such-booking") from None


def ticket_replies(booking: Booking, say: Say) -> tuple[Reply, ...]:
    """The ticket as a picture with the essentials under it, and as PDF."""
    text = say.text(
        "ticket",
        pnr=booking.pnr,
        number=booking.train_id,
        name=booking.train_name,
        day=say.long_day(booking.journey_date),
        departure=say.clock(booking.departure_at),
        seats=seats_words(booking),
    )
    copy = Button(text=say.label("button-copy-pnr", pnr=booking.pnr), copies=booking.pnr)
    image = Picture(kind=PictureKind.TICKET_IMAGE, booking_id=booking.booking_id, language=say.language)
    pdf = image.but(kind=PictureKind.TICKET_PDF)
    return (
        Reply(text=text, picture=image, buttons=((copy,),), protect=True),
        Reply(text=say.text("ticket-pdf"), picture=pdf, protect=True),
    )


def told(title: str, args: dict[str, object], booking: Booking | None, user: User, say: Say) -> tuple[Reply, ...]:
    """A notification in words: the ticket for `told-ticket`, else its own text."""
    if title == "told-ticket" and booking is not None:
        return ticket_replies(booking, say)
    return (Reply(text=Html(say.text(title, **args)), buttons=home_buttons(say)[:1]),)


def _unpaid(talk: Talk, booking: Booking) -> Reply:
    say = talk.say
    drop = (Button(text=say.label("button-drop"), data=f"g.drop={booking.booking_id}"),)
    held = {"seats": seats_words(booking), "amount": say.money(booking.fare)}
    try:
        payment = talk.services.paying.link(booking, talk.now)
    except GatewayError:
        text = say.text("pay-link-later-trip", until=say.clock(booking.hold_until), seats=held["seats"])
        return Reply(text=text, buttons=(drop,))
    pay = Button(text=say.label("button-open-link", amount=held["amount"]), url=payment.link_url)
    return Reply(text=say.text("pay-by-link", until=say.clock(payment.expires_at), **held), buttons=((pay,), drop))


def _label(talk: Talk, booking: Booking) -> str:
    ends = f"{booking.origin_station_code} → {booking.destination_station_code}"
    key = "button-trip" if booking.booking_status is BookingStatus.CONFIRMED else "button-trip-unpaid"
    return talk.say.label(key, day=talk.say.day(booking.journey_date), trip=ends, number=booking.train_id)
