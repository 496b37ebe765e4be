"""Paying with another device: the code of a booking that waits for its money."""

from domain.bookings import Booking, BookingStatus
from domain.errors import GatewayError, Problem
from handlers.area import Area
from handlers.reply import Button, Picture, PictureKind, Reply
from handlers.talk import Talk
from handlers.trips import own_booking, trip


def pay_qr(talk: Talk, booking_id: str) -> tuple[Reply, ...]:
    """The code as a picture, with the link under it; the trip as it stands if it waits for no money any more. Problem
    `no-such-booking`, or `gateway-away` while there is no link to be had."""
    booking = own_booking(talk, booking_id)
    if booking.booking_status is not BookingStatus.HELD:
        return trip(talk, booking_id)
    return (_code(talk, booking),)


def _code(talk: Talk, booking: Booking) -> Reply:
    say = talk.say
    try:
        payment = talk.services.paying.link(booking, talk.now)
    except GatewayError:
        raise Problem("gateway-away", until=say.clock(booking.hold_until)) from None
    amount = say.money(payment.link_amount)
    pay = Button(text=say.label("button-open-link", amount=amount), url=payment.link_url)
    check = Button(text=say.label("button-check"), data=f"g.trip={booking.booking_id}")
    picture = Picture(kind=PictureKind.PAY_QR, payment_id=payment.payment_id, language=say.language)
    text = say.text("pay-qr", amount=amount, until=say.clock(payment.expires_at))
    return Reply(text=text, picture=picture, buttons=((pay,), (check,)), bill=booking.booking_id)


PAY_QR = Area(below={"qr": pay_qr})
