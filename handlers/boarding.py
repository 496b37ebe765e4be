"""Boarding elsewhere: at which later stop of the train a party gets in."""

from collections.abc import Sequence

from domain.bookings import Booking
from domain.errors import Problem
from domain.ids import BookingId, StationCode
from domain.railtime import INDIA
from domain.services.changing import BoardingPoint
from handlers.dialogue import Answer, Dialogue, Step
from handlers.incoming import Incoming, Kind
from handlers.menu import home_buttons
from handlers.reply import Button, Reply
from handlers.talk import Talk
from handlers.trips import own_booking

A_PAGE = 8  # stops in one message
YES = ("yes", "ok", "haan", "हाँ", "हां", "ठीक है")
NO = ("no", "keep", "nahi", "nahin", "नहीं")


class Where(Step):
    """The stop: tapped, or its name or code typed."""

    slot = "station"

    def ask(self, talk: Talk) -> Reply:
        booking = _ticket(talk)
        points = talk.services.changing.boarding_points(booking, talk.now)
        pages = (len(points) - 1) // A_PAGE
        page = min(talk.draft.get("station_page", 0), pages)
        shown = points[page * A_PAGE : (page + 1) * A_PAGE]
        rows = [(talk.button(_label(talk, point), self.slot, point.station),) for point in shown]
        text = talk.say.text(
            "ask-boarding",
            trip=_words(talk, booking),
            origin=talk.place(booking.origin_station_code),
            departure=talk.say.clock(booking.departure_at),
        )
        return Reply(text=text, buttons=(*rows, *self._pages(talk, page, pages)))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        if incoming.kind is Kind.TAP and incoming.text.startswith("page"):
            page = incoming.text.removeprefix("page")
            return {"station_page": int(page) if page.isdecimal() and len(page) < 3 else 0}
        if incoming.kind not in (Kind.TAP, Kind.TEXT):
            raise Problem("unreadable")
        codes = [point.station for point in talk.services.changing.boarding_points(_ticket(talk), talk.now)]
        if incoming.text in codes:
            return {"station": incoming.text}
        named = [match.station.code for match in talk.services.catalogue().stations.find(incoming.text)]
        meant = [code for code in named if code in codes]
        if not meant:
            raise Problem("boarding-not-on-route", station=incoming.text[:40])
        return {"station": meant[0]}

    def _pages(self, talk: Talk, page: int, pages: int) -> tuple[tuple[Button, ...], ...]:
        turns = []
        if page:
            turns.append(talk.button(talk.say.label("button-stops-before"), self.slot, f"page{page - 1}"))
        if page < pages:
            turns.append(talk.button(talk.say.label("button-stops-after"), self.slot, f"page{page + 1}"))
        return (tuple(turns),) if turns else ()


class Agree(Step):
    """What it means, and the yes: it can be done only once."""

    slot, needs = "agreed", ("station",)

    def ask(self, talk: Talk) -> Reply:
        booking, point = _ticket(talk), _point(talk)
        text = talk.say.text(
            "ask-boarding-agree",
            trip=_words(talk, booking),
            station=talk.place(point.station),
            when=_when(talk, point),
            origin=talk.place(booking.origin_station_code),
        )
        yes = talk.button(talk.say.label("button-boarding-yes", station=talk.place(point.station)), self.slot, "yes")
        keep = talk.button(talk.say.label("button-boarding-keep"), self.slot, "keep")
        return Reply(text=text, buttons=((yes,), (keep,)))

    def read(self, incoming: Incoming, talk: Talk) -> Answer:
        said = incoming.text.strip(" .!").casefold()
        if said in NO:
            return {"agreed": "no"}
        if said not in YES:
            raise Problem("boarding-by-button")
        booking = _ticket(talk)
        talk.services.changing.board_at(
            booking.booking_id, booking.user_id, StationCode(talk.draft["station"]), talk.now
        )
        return {"agreed": "yes"}


def finish(talk: Talk) -> Sequence[Reply]:
    """What was done."""
    if talk.draft["agreed"] == "no":
        return _kept(talk)
    booking = _ticket(talk)
    at = BoardingPoint(
        booking.boarding_station_code or booking.origin_station_code, booking.boarding_at or booking.departure_at
    )
    show = Button(text=talk.say.label("button-show-ticket"), data=f"g.trip={booking.booking_id}")
    text = talk.say.text("boarding-changed", station=talk.place(at.station), when=_when(talk, at))
    return (Reply(text=text, buttons=((show,),)),)


def opening(talk: Talk, booking_id: str) -> Answer:
    """How it begins. Problem `no-such-booking`, or why this ticket's boarding cannot be changed (any more)."""
    booking = own_booking(talk, booking_id)
    talk.services.changing.boarding_points(booking, talk.now)
    return {"ticket": booking.booking_id}


def _kept(talk: Talk) -> Sequence[Reply]:
    return (Reply(text=talk.say.text("boarding-kept"), buttons=home_buttons(talk.say)),)


def _ticket(talk: Talk) -> Booking:
    return own_booking(talk, BookingId(talk.draft["ticket"]))


def _point(talk: Talk) -> BoardingPoint:
    """The stop that was chosen. Problem `stale` if it is none any more."""
    points = talk.services.changing.boarding_points(_ticket(talk), talk.now)
    found = next((point for point in points if point.station == talk.draft["station"]), None)
    if found is None:
        raise Problem("stale")
    return found


def _words(talk: Talk, booking: Booking) -> str:
    ends = f"{talk.place(booking.origin_station_code)} → {talk.place(booking.destination_station_code)}"
    return f"{ends} · {talk.say.day(booking.journey_date)} · {booking.train_id} {booking.berth_class}"


def _label(talk: Talk, point: BoardingPoint) -> str:
    return f"{talk.place(point.station)} ({point.station}) · {_when(talk, point)}"


def _when(talk: Talk, point: BoardingPoint) -> str:
    """Mon 7 Jan, 16:55."""
    return f"{talk.say.day(point.at.astimezone(INDIA).date())}, {talk.say.clock(point.at)}"


BOARD = Dialogue("board", (Where(), Agree()), finish=finish, leave=_kept)
