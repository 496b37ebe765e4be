"""A booking in words: that it is made, its ticket, and news about it."""

from decimal import Decimal

from domain.bookings import Booking
from domain.catalogue import Catalogue
from domain.notifications import Notification
from handlers.menu import home_buttons
from handlers.reply import Button, Picture, PictureKind, Reply
from handlers.texts import Say


def seats_words(booking: Booking) -> str:
    """S1-23, S1-24."""
    return ", ".join(person.seat for person in booking.passengers if person.seat)


def train_called(catalogue: Catalogue, booking: Booking, say: Say) -> str:
    """The booking's train by its name in this language; a train that the timetable lost keeps the name it had."""
    train = catalogue.train(booking.train_id)
    return (train.name_hi if train and say.language == "hi" else "") or booking.train_name


def booked_reply(booking: Booking, say: Say) -> Reply:
    """Paid: the last word of booking, before the ticket comes."""
    amount = say.money(booking.fare)
    return Reply(text=say.text("booked", pnr=booking.pnr, seats=seats_words(booking), amount=amount))


def ticket_replies(booking: Booking, train: str, say: Say) -> tuple[Reply, ...]:
    """The ticket as a picture with the essentials under it, and as PDF. `train` is the train's name."""
    text = say.text(
        "ticket",
        pnr=booking.pnr,
        number=booking.train_id,
        name=train,
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


def news_replies(news: Notification, booking: Booking, train: str, say: Say) -> tuple[Reply, ...]:
    """A notification in words: the ticket for `told-ticket`, else its own text."""
    if news.title == "told-ticket":
        return ticket_replies(booking, train, say)
    amount = say.money(Decimal(news.args.get("amount", 0)))
    return (Reply(text=say.text(news.title, train=train, amount=amount), buttons=home_buttons(say)[:1]),)
