"""A trip on paper: the invoice for Yatri's own fee, and a file for the passenger's calendar."""

from domain.bookings import PAID
from domain.errors import Problem
from domain.services.invoicing import was_paid
from handlers.area import Area
from handlers.reply import Picture, PictureKind, Reply
from handlers.talk import Talk
from handlers.trips import own_booking


def invoice(talk: Talk, booking_id: str) -> tuple[Reply, ...]:
    """The tax invoice, issued now if it was not before. Problem `no-such-booking`, or `no-invoice` while nothing was
    paid."""
    booking = own_booking(talk, booking_id)
    issued = talk.services.invoicing.issue(booking.booking_id, booking.user_id, talk.now)
    key = "invoice-sample" if issued.sample else "invoice"
    text = talk.say.text(key, number=issued.number, amount=talk.say.money(issued.fee), pnr=booking.pnr)
    picture = Picture(kind=PictureKind.INVOICE, booking_id=booking.booking_id, language=talk.say.language)
    return (Reply(text=text, picture=picture),)


def calendar(talk: Talk, booking_id: str) -> tuple[Reply, ...]:
    """The departure for a calendar, or that it is off. Problem `no-such-booking`, also for one that was never paid."""
    booking = own_booking(talk, booking_id)
    if not was_paid(booking):
        raise Problem("no-such-booking")
    key = "calendar" if booking.booking_status in PAID else "calendar-off"
    picture = Picture(kind=PictureKind.CALENDAR, booking_id=booking.booking_id, language=talk.say.language)
    return (Reply(text=talk.say.text(key, pnr=booking.pnr), picture=picture),)


DOCUMENTS = Area(asides={"invoice": invoice, "calendar": calendar})
