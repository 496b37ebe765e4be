"""Bookings: the passengers, their berths, and the states a booking goes through."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import AwareDatetime, Field

from domain.errors import InvalidChange, Problem
from domain.fares import FareBreakup
from domain.ids import BookingId, ChatId, PaymentId, Pnr, StationCode, TrainId, UserId
from domain.inventory import Berth, BerthKind, RunKey, legs_between
from domain.model import Entity, Rupees, Value
from domain.quotas import Quota
from domain.rules.children import CHILD_BELOW, goes_free
from domain.rules.waitlists import WaitingList
from domain.trains import TravelClass

MAX_PASSENGERS = 6  # a PNR; railway-rules "Limits"
MAX_FREE = 2  # children under 5 without a berth beside them: as many as the reservation form has lines for (K)
CNF, RAC, WL, CAN = "CNF", "RAC", "WL", "CAN"  # of a passenger; the last has left the ticket
NOSB = "NOSB"  # of a child without a berth ("no seat, no berth"): it stands as those do whom it travels with
PAISA = Decimal("0.01")
MAX_DAYS_AHEAD = 60  # advance reservation period, the journey date excluded


class Gender(StrEnum):
    """As on the reservation form."""

    MALE = "M"
    FEMALE = "F"
    TRANSGENDER = "T"


class BookingStatus(StrEnum):
    """`held` and `expired` are what a hold needs beside the schema's own words."""

    HELD = "held"
    CONFIRMED = "confirmed"
    WAITLIST = "waitlist"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"
    EXPIRED = "expired"


MOVES: dict[BookingStatus, frozenset[BookingStatus]] = {
    BookingStatus.HELD: frozenset(
        {BookingStatus.CONFIRMED, BookingStatus.WAITLIST, BookingStatus.EXPIRED, BookingStatus.CANCELLED}
    ),
    BookingStatus.WAITLIST: frozenset({BookingStatus.CONFIRMED, BookingStatus.CANCELLED}),
    BookingStatus.CONFIRMED: frozenset({BookingStatus.CANCELLED}),
    BookingStatus.CANCELLED: frozenset({BookingStatus.REFUNDED}),
    BookingStatus.REFUNDED: frozenset(),
    BookingStatus.EXPIRED: frozenset({BookingStatus.CONFIRMED}),  # money came late and berths were still to be had
}


PAID = frozenset({BookingStatus.CONFIRMED, BookingStatus.WAITLIST})


class PassengerDetails(Value):
    """A traveller as typed: age in years (0: under one), whether they have a berth, and the one they would like."""

    unsaid = frozenset({"berth_wanted"})

    name: str
    age: int = Field(ge=0, le=125)
    gender: Gender
    preference: BerthKind | None = None
    berth_wanted: bool = True

    @property
    def is_free(self) -> bool:
        """A small child who pays nothing and has no berth."""
        return goes_free(self.age, berth=self.berth_wanted)

    @property
    def minds_children(self) -> bool:
        """May children without a berth travel with this one?"""
        return self.berth_wanted and self.age >= CHILD_BELOW


class Passenger(PassengerDetails):
    """A traveller with what the railway gave them. `seat` is coach-number, as `B2-35`, or `S1-7/2` for the second seat
    of a side lower; `status` CNF, RAC, WL, NOSB or CAN; `booked_as` CNF, RAC 22, GNWL52 or NOSB, and never changes.
    `fare` is what this one paid for the ticket, in rupees: the sum of all is the ticket's. None in bookings made
    before each fare was kept."""

    seat: str | None = None
    berth_kind: BerthKind | None = None
    status: str = CNF
    booked_as: str | None = None
    fare: Rupees | None = None
    id_proof: str | None = None

    @property
    def berth(self) -> Berth | None:
        return Berth.parse(self.seat) if self.seat else None


class Bill(Value):
    """A message in which the passenger is asked to pay."""

    chat_id: ChatId
    message_id: int


class Booking(Entity):
    """A party on one train. `journey_date` is at their station, `run_date` where the train starts."""

    unsaid = frozenset({"upgrade_wanted", "bills"})

    booking_id: BookingId
    user_id: UserId
    train_id: TrainId
    train_name: str
    pnr: Pnr
    booking_status: BookingStatus
    journey_date: date
    run_date: date
    origin_station_code: StationCode
    destination_station_code: StationCode
    from_stop: int
    to_stop: int
    departure_at: AwareDatetime
    arrival_at: AwareDatetime
    boarding_station_code: StationCode | None = None  # a later stop at which they get in; the berths stay theirs before
    boarding_at: AwareDatetime | None = None  # when the train leaves it
    late: int = 0  # minutes by which the railway lets the train leave later than its timetable: in all times above
    retimed_at: AwareDatetime | None = None  # when the desk last changed that, and the passenger was told
    km: int
    travel_class: TravelClass = Field(alias="class")  # that is paid for
    upgrade_wanted: bool = False  # to a higher class, at no extra fare, if berths are empty there at charting
    upgraded_to: TravelClass | None = None  # the class of their berths, if it is not the one paid for
    quota: Quota = Quota.GENERAL
    waiting_list: WaitingList | None = None  # on which it would wait
    fare: Rupees
    fare_breakup: FareBreakup
    passengers: tuple[Passenger, ...]
    payment_id: PaymentId | None = None
    onward: BookingId | None = None  # the ticket of the train changed to: held, paid and given up together with this
    lead: BookingId | None = None  # of such a ticket: the one with which it is held and paid
    hold_until: AwareDatetime
    bills: tuple[Bill, ...] = ()  # that lose their buttons when there is nothing to pay any more
    cancellation_details: dict[str, Any] | None = None
    refund_status: str | None = None

    @property
    def legs(self) -> int:
        """Bitmap of the legs travelled."""
        return legs_between(self.from_stop, self.to_stop)

    @property
    def entitled(self) -> list[int]:
        """The places, from 0, of those still on the ticket who have a berth or wait for one."""
        return [place for place, person in enumerate(self.passengers) if person.status not in (CAN, NOSB)]

    @property
    def berth_class(self) -> TravelClass:
        """The class in which their berths are: what is paid for, or a higher one."""
        return self.upgraded_to or self.travel_class

    @property
    def run_key(self) -> RunKey:
        """The run on which it has its berths."""
        return RunKey(self.train_id, self.run_date)

    @property
    def status_if_paid(self) -> BookingStatus:
        """Confirmed if anybody may travel, with a berth or in RAC; else on the waiting list."""
        waits = all(person.status in (WL, NOSB) for person in self.passengers)
        return BookingStatus.WAITLIST if waits else BookingStatus.CONFIRMED

    def paid_by(self, person: Passenger) -> Decimal:
        """What this passenger paid for the ticket, in rupees; an equal share where that was not kept."""
        if person.fare is not None:
            return person.fare
        kept = [each.fare for each in self.passengers if each.fare is not None]
        rest = self.fare_breakup.ticket - sum(kept, Decimal(0))
        return (rest / (len(self.passengers) - len(kept))).quantize(PAISA)

    def moved(self, status: BookingStatus, **changes: object) -> "Booking":
        """The booking in another state; InvalidChange if there is no such move."""
        if status not in MOVES[self.booking_status]:
            raise InvalidChange(f"booking {self.booking_status} -> {status}")
        return self.but(booking_status=status, **changes)


def check_party(people: tuple[PassengerDetails, ...]) -> None:
    """One to six people who pay and up to two small children who do not, nobody twice; Problem `no-passengers`,
    `too-many-passengers`, `too-many-infants` or `passenger-twice`."""
    if not people:
        raise Problem("no-passengers")
    free = sum(person.is_free for person in people)
    if len(people) - free > MAX_PASSENGERS:
        raise Problem("too-many-passengers", most=MAX_PASSENGERS)
    if free > MAX_FREE:
        raise Problem("too-many-infants", most=MAX_FREE)
    seen: set[tuple[str, int]] = set()
    for person in people:
        if (who := (person.name.casefold(), person.age)) in seen:
            raise Problem("passenger-twice", name=person.name)
        seen.add(who)


def check_journey_date(journey_date: date, today: date) -> None:
    """Today to 60 days ahead (Asia/Kolkata dates); Problem `date-past` or `date-too-far` otherwise."""
    if journey_date < today:
        raise Problem("date-past")
    if (journey_date - today).days > MAX_DAYS_AHEAD:
        raise Problem("date-too-far", days=MAX_DAYS_AHEAD)
