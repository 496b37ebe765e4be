"""What a coach picture shows: the coaches in which somebody of the party has a berth, and which berth is whose."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.bookings import CAN, Booking, BookingStatus, Passenger
from domain.coaches import ICF_SIZE, PREFIX, kind_of, rake
from domain.errors import NotFound
from domain.inventory import Berth, BerthKind
from domain.trains import Train, TravelClass

MOST_COACHES = 3  # in one picture; more would be too small to read on a phone
GIVEN_UP = frozenset({BookingStatus.CANCELLED, BookingStatus.REFUNDED, BookingStatus.EXPIRED})
TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "master", "dr", "prof", "shri", "sri", "smt", "kumari", "km",
    "श्री", "श्रीमती", "सुश्री", "कुमारी", "डॉ", "डा",
})  # fmt: skip
_DIGITS = "0123456789"
_CLASS_OF: Mapping[str, TravelClass] = {prefix: travel_class for travel_class, prefix in PREFIX.items()}


@dataclass(frozen=True, slots=True)
class Own:
    """A berth of the party, or one of the two seats of a side lower that is shared in RAC (`berth.half`)."""

    name: str
    berth: Berth
    kind: BerthKind

    @property
    def first_name(self) -> str:
        """As there is room for on a berth."""
        return first_name(self.name)


@dataclass(frozen=True, slots=True)
class Panel:
    """A coach as drawn: `size` is its number of berths, `own` the party's in the order of their numbers."""

    name: str
    travel_class: TravelClass
    size: int
    own: tuple[Own, ...]


@dataclass(frozen=True, slots=True)
class CoachView:
    """The coaches of a party. `panels`: at most MOST_COACHES; `left_out`: the names of coaches beyond them; `own`: the
    whole party's berths, in the order of the ticket."""

    language: str
    pnr: str
    train_number: str
    train_name: str
    train_name_hi: str
    journey_date: date
    panels: tuple[Panel, ...]
    left_out: tuple[str, ...]
    own: tuple[Own, ...]


def coach_view(booking: Booking, train: Train | None, *, language: str = "en") -> CoachView:
    """`train` is the booking's, None if the timetable has lost it. NotFound if nobody of the party has a berth (any
    more): all waiting, cancelled, or the booking given up."""
    sitting = [] if booking.booking_status in GIVEN_UP else list(filter(_sits, booking.passengers))
    if not sitting:
        raise NotFound(f"berth of booking {booking.booking_id}")
    coaches = {name: _coach(name, booking, train) for name in {_berth(person).coach for person in sitting}}
    own = tuple(_own(person, coaches[_berth(person).coach][0]) for person in sitting)
    panels = tuple(_panel(name, *coaches[name], own) for name in sorted(coaches, key=_place_in_train))
    return CoachView(
        language=language,
        pnr=booking.pnr,
        train_number=train.number if train else booking.train_id,
        train_name=booking.train_name,
        train_name_hi=train.name_hi if train else "",
        journey_date=booking.journey_date,
        panels=panels[:MOST_COACHES],
        left_out=tuple(panel.name for panel in panels[MOST_COACHES:]),
        own=own,
    )


def first_name(name: str) -> str:
    """What a person is called by: the first word that is neither a title nor an initial, else the first word."""
    words = name.split()
    called = (word for word in words if len(word.strip(".")) > 1 and word.strip(".").casefold() not in TITLES)
    return next(called, words[0] if words else name)


def _sits(person: Passenger) -> bool:
    return person.seat is not None and person.status != CAN


def _berth(person: Passenger) -> Berth:
    return Berth.parse(person.seat or "")


def _own(person: Passenger, travel_class: TravelClass) -> Own:
    berth = _berth(person)
    return Own(person.name, berth, person.berth_kind or kind_of(travel_class, berth.number))


def _coach(name: str, booking: Booking, train: Train | None) -> tuple[TravelClass, int]:
    """Class and size: as the train has it, else by the letters of its name (an upgrade is in another class)."""
    for coach in rake(train) if train else ():
        if coach.name == name:
            return coach.travel_class, coach.size
    travel_class = _CLASS_OF.get(name.rstrip(_DIGITS), booking.berth_class)
    return travel_class, ICF_SIZE[travel_class]


def _panel(name: str, travel_class: TravelClass, size: int, party: tuple[Own, ...]) -> Panel:
    """A coach that was larger when the berths were sold is as large as the highest of them."""
    own = sorted((one for one in party if one.berth.coach == name), key=lambda one: one.berth)
    return Panel(name, travel_class, max(size, own[-1].berth.number), tuple(own))


def _place_in_train(name: str) -> tuple[str, int]:
    """S2 before S10."""
    letters = name.rstrip(_DIGITS)
    return letters, int(name[len(letters) :] or 0)
