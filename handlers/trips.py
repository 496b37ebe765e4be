"""My trips: the list, one of them, and its ticket again."""

from domain.bookings import Booking, BookingStatus
from domain.errors import GatewayError, NotFound, Problem
from domain.ids import BookingId
from handlers.menu import home_buttons
from handlers.reply import Button, Reply
from handlers.steps.review import give_up
from handlers.talk import Talk
from handlers.tickets import booked_reply, seats_words, ticket_replies, train_called

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
        return ticket_replies(booking, train_called(talk.services.catalogue(), booking, talk.say), talk.say)
    if booking.booking_status is BookingStatus.HELD:
        if _is_paid(talk, booking):
            return (booked_reply(booking, talk.say),)  # and the ticket itself is on its way
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


def _is_paid(talk: Talk, booking: Booking) -> bool:
    """Asks the gateway: whoever looks at an unpaid trip may just have paid."""
    try:
        return talk.services.paying.check(booking, talk.now).booking_status is BookingStatus.CONFIRMED
    except GatewayError:
        return False


def _unpaid(talk: Talk, booking: Booking) -> Reply:
    say = talk.say
    check = (Button(text=say.label("button-check"), data=f"g.trip={booking.booking_id}"),)
    drop = (Button(text=say.label("button-drop"), data=f"g.drop={booking.booking_id}"),)
    held = {"seats": seats_words(booking), "amount": say.money(booking.fare)}
    try:
        payment = talk.services.paying.link(booking, talk.now)
    except GatewayError:
        text = say.text("pay-link-later-trip", until=say.clock(booking.hold_until), seats=held["seats"])
        return Reply(text=text, buttons=(check, drop))
    pay = Button(text=say.label("button-open-link", amount=held["amount"]), url=payment.link_url)
    text = say.text("pay-by-link", until=say.clock(payment.expires_at), **held)
    return Reply(text=text, buttons=((pay,), check, drop))


def _label(talk: Talk, booking: Booking) -> str:
    ends = f"{booking.origin_station_code} → {booking.destination_station_code}"
    key = "button-trip" if booking.booking_status is BookingStatus.CONFIRMED else "button-trip-unpaid"
    return talk.say.label(key, day=talk.say.day(booking.journey_date), trip=ends, number=booking.train_id)
