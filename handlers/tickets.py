"""A booking in words: that it is made, and its ticket."""

from collections.abc import Sequence
from decimal import Decimal

from domain.bookings import CAN, NOSB, RAC, WL, Booking, Passenger
from domain.catalogue import Catalogue
from domain.railtime import INDIA
from handlers.reply import Button, Picture, PictureKind, Reply
from handlers.texts import Html, Say

WISHES = {"on": True, "off": False}  # for a free upgrade, as taps say it


def seats_words(bookings: Sequence[Booking]) -> str:
    """S1-23, S1-24; of a journey with a change, those of the second train behind a plus. Children without a berth have
    none to name."""
    seated = ([person for person in booking.passengers if person.status != NOSB] for booking in bookings)
    return " + ".join(", ".join(map(place_words, people)) for people in seated)


def place_words(person: Passenger) -> str:
    """S1-23; S1-7 RAC for a shared side lower; GNWL52 for somebody who waits."""
    if person.berth is None or person.status == CAN:
        return person.booked_as or person.status if person.status == WL else person.status
    seat = unbroken(f"{person.berth.coach}-{person.berth.number}")
    return f"{seat} {RAC}" if person.berth.half else seat


def unbroken(code: str) -> str:
    """A berth for the chat, with hyphens at which no line is broken: `B1-` at its end and `32` below would be two."""
    return code.replace("-", "\N{NON-BREAKING HYPHEN}")


def train_called(catalogue: Catalogue, booking: Booking, say: Say) -> str:
    """The booking's train by its name in this language; a train that the timetable lost keeps the name it had."""
    train = catalogue.train(booking.train_id)
    return (train.name_hi if train and say.language == "hi" else "") or booking.train_name


def boarding_words(catalogue: Catalogue, booking: Booking, say: Say) -> str:
    """Where and when the party gets in, if that is a later stop than they booked from; else empty."""
    if booking.boarding_station_code is None or booking.boarding_at is None:
        return ""
    station = catalogue.station(booking.boarding_station_code)
    name = (station.name_hi if station and say.language == "hi" else "") or (station.name if station else "")
    day = say.day(booking.boarding_at.astimezone(INDIA).date())
    code = booking.boarding_station_code
    return say.text("boarding", station=name or code, code=code, day=day, departure=say.clock(booking.boarding_at))


def upgrade_words(booking: Booking, say: Say) -> str:
    """That the party sits in a higher class than it paid for, or has asked to; else empty."""
    if booking.upgraded_to:
        now, paid = (say.label(f"class-{each.value}") for each in (booking.upgraded_to, booking.travel_class))
        return say.text("upgraded", now=now, paid=paid)
    return say.text("upgrade-wanted") if booking.upgrade_wanted else ""


def upgrade_button(booking: Booking, say: Say) -> Button:
    """Says whether a free upgrade is asked for, and turns it with a tap."""
    key, turned = ("button-wish-on", "off") if booking.upgrade_wanted else ("button-wish-off", "on")
    return Button(text=say.label(key), data=f"g.upgrade={booking.booking_id}|{turned}")


def booked_reply(bookings: Sequence[Booking], say: Say, return_on: str = "") -> Reply:
    """Paid: the last word of booking, before the ticket comes, and a way to book the journey back, on `return_on` (an
    ISO date) if that was said."""
    amount = say.money(sum((booking.fare for booking in bookings), Decimal(0)))
    pnrs = [say.text("booked-pnr", pnr=booking.pnr, seats=seats_words([booking])) for booking in bookings]
    back = Button(text=say.label("button-return"), data=f"g.return={bookings[-1].booking_id}|{return_on}")
    text = say.text("booked", amount=amount, pnrs=Html("\n".join(pnrs)), count=len(bookings))
    return Reply(text=text, buttons=((back,), (like_button(bookings[0], say),)))


def ticket_replies(
    booking: Booking, train: str, say: Say, acts: tuple[tuple[Button, ...], ...] = (), boarding: str = ""
) -> tuple[Reply, ...]:
    """The ticket as a picture with the essentials under it, and as PDF. `train` is the train's name; `acts` are buttons
    for what can be done with it; `boarding` as `boarding_words`."""
    text = say.text(
        "ticket",
        pnr=booking.pnr,
        number=booking.train_id,
        name=train,
        day=say.long_day(booking.journey_date),
        departure=say.clock(booking.departure_at),
        seats=seats_words([booking]),
    )
    copy = Button(text=say.label("button-copy-pnr", pnr=booking.pnr), copies=booking.pnr)
    image = Picture(kind=PictureKind.TICKET_IMAGE, booking_id=booking.booking_id, language=say.language)
    pdf = image.but(kind=PictureKind.TICKET_PDF)
    lines = text, upgrade_words(booking, say), boarding
    return (
        Reply(text="\n".join(filter(None, lines)), picture=image, buttons=((copy,), *acts), protect=True),
        Reply(text=say.text("ticket-pdf"), picture=pdf, protect=True),
    )


def like_button(booking: Booking, say: Say) -> Button:
    """Keeps the journey among the favourites."""
    return Button(text=say.label("button-like"), data=f"g.like={booking.booking_id}")


def calendar_button(booking: Booking, say: Say) -> Button:
    """Puts the trip into the passenger's own calendar."""
    return Button(text=say.label("button-calendar"), data=f"g.calendar={booking.booking_id}")
