"""/pnr: where each passenger of a booking stands now. A PNR alone shows places, never names."""

from domain.availability import Availability, AvailabilityKind
from domain.bookings import CAN, NOSB, RAC, WL, Booking, Passenger
from domain.errors import Problem
from domain.ids import Pnr
from domain.rules.waitlists import WaitingList
from handlers.reply import Button, Reply
from handlers.talk import Talk
from handlers.texts import Html
from handlers.tickets import boarding_words, place_words, train_called, upgrade_words

DIGITS = 10  # of a PNR


def pnr_reply(talk: Talk, text: str) -> tuple[Reply, ...]:
    """The booking with this PNR, line by line. Problem `no-such-pnr`."""
    digits = "".join(letter for letter in text if letter.isdecimal())
    if not text.strip():
        return (Reply(text=talk.say.text("ask-pnr")),)
    found = talk.services.queueing.by_pnr(Pnr(digits)) if len(digits) == DIGITS else None
    if found is None:
        raise Problem("no-such-pnr", pnr=text[:20])
    booking, standings = found
    own = talk.user is not None and booking.user_id == talk.user.user_id
    lines: list[str] = [
        talk.say.text(
            "pnr-line", name=person.name if own else str(n), standing=_words(talk, person, standings.get(n - 1))
        )
        for n, person in enumerate(booking.passengers, 1)
    ]
    notes = upgrade_words(booking, talk.say), boarding_words(talk.services.catalogue(), booking, talk.say)
    if any(notes):
        lines += ["", *filter(None, notes)]
    if chance := talk.services.queueing.chance_of(booking):
        lines.append(talk.say.text("pnr-chance", percent=chance.percent, cases=chance.cases))
    reply = Reply(text=talk.say.text("pnr", **_trip(talk, booking), lines=Html("\n".join(lines))))
    if not own:
        return (reply,)
    show = Button(text=talk.say.label("button-show-ticket"), data=f"g.trip={booking.booking_id}")
    return (reply.but(buttons=((show,),)),)


def _trip(talk: Talk, booking: Booking) -> dict[str, object]:
    return {
        "pnr": booking.pnr,
        "number": booking.train_id,
        "name": train_called(talk.services.catalogue(), booking, talk.say),
        "origin": talk.place(booking.origin_station_code),
        "destination": talk.place(booking.destination_station_code),
        "day": talk.say.day(booking.journey_date),
        "departure": talk.say.clock(booking.departure_at),
    }


def _words(talk: Talk, person: Passenger, now: int | None) -> str:
    """CNF B2-35, RAC 22/RAC 21 S1-7, GNWL52/WL33, NOSB · no berth: the words that people know."""
    if person.status == NOSB:
        return f"{NOSB} · {talk.say.label('no-berth')}"
    if person.status == CAN or now is None:
        return f"{person.status} {place_words(person)}" if person.status not in (CAN, WL) else person.status
    booked = person.booked_as or ""
    listed = next((name for name in WaitingList if booked.startswith(name)), None)
    number = int("".join(letter for letter in booked if letter.isdecimal()) or 0)
    kind = AvailabilityKind.RAC if person.status == RAC else AvailabilityKind.WAITING
    standing = Availability(kind, number, now, listed).text
    return f"{standing} · {place_words(person)}" if person.status == RAC else standing
