"""Booking: holding berths for a party while it pays, and giving them back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.allocation import choose
from domain.bookings import (
    Booking,
    BookingStatus,
    Passenger,
    PassengerDetails,
    check_journey_date,
    check_party,
)
from domain.catalogue import Catalogue
from domain.coaches import kind_of
from domain.errors import Problem
from domain.fares import FareBreakup
from domain.ids import BookingId, PaymentId, StationCode, UserId, new_id
from domain.inventory import Berth, Run, RunState
from domain.journeys import Journey
from domain.payments import Payment
from domain.pnr import new_pnr
from domain.ports import UnitOfWork, Units
from domain.railtime import today
from domain.services.retrying import until_settled
from domain.services.searching import fare_of, is_open, run_of
from domain.trains import TravelClass

MAX_HELD = 3  # unpaid bookings of one user at a time
HOLD = timedelta(minutes=16)  # a payment link lives 15 minutes at least, by the gateway's clock, which may differ


@dataclass(frozen=True, slots=True)
class HoldRequest:
    """What a passenger wants held."""

    user_id: UserId
    train_number: str
    travel_class: TravelClass
    origin: StationCode
    destination: StationCode
    journey_date: date
    party: tuple[PassengerDetails, ...]


class BookingService:
    """Holds and releases berths. Every call may be repeated: with the same key it answers the same."""

    def __init__(self, catalogue: Callable[[], Catalogue], units: Units, hold: timedelta = HOLD) -> None:
        self._catalogue = catalogue
        self._units = units
        self._hold = hold

    def quote(self, request: HoldRequest, now: datetime) -> tuple[Journey, FareBreakup]:
        """The journey and what the party would pay. Problem if it cannot be booked at all."""
        check_party(request.party)
        check_journey_date(request.journey_date, today(now))
        journey = self._catalogue().timetable.journey(
            request.train_number, request.origin, request.destination, request.journey_date
        )
        if journey is None or request.travel_class not in journey.train.classes:
            raise Problem("train-not-that-day", train=request.train_number)
        if not is_open(journey, now):
            raise Problem("train-closed", train=journey.train.name)
        price = fare_of(journey, request.travel_class, len(request.party), today(now))
        if price is None:
            raise Problem("class-not-sold", travel_class=request.travel_class)
        return journey, price

    def hold(self, request: HoldRequest, key: str, now: datetime) -> Booking:
        """Berths for the party until `hold_until`, with a payment still to be made; `key` makes it happen once.
        Problem `class-full` if they are not to be had."""
        return until_settled(lambda attempt: self._hold_once(request, key, now, attempt))

    def _hold_once(self, request: HoldRequest, key: str, now: datetime, attempt: int) -> Booking:
        with self._units() as work:
            done = work.bookings.by_key(key)
            if done is not None:
                return done
            journey, price = self.quote(request, now)
            self._check_holds(work, request.user_id, now)
            booking = self._new_booking(request, journey, price, now)
            booking = take_berths(work, booking, journey, attempt)
            work.bookings.add(booking, key)
            work.payments.add(_payment_for(booking, now))
            work.commit()
            return work.bookings.get(booking.booking_id)

    def _new_booking(self, request: HoldRequest, journey: Journey, price: FareBreakup, now: datetime) -> Booking:
        origin = self._catalogue().station(journey.train.origin.station)
        return Booking(
            booking_id=BookingId(new_id(now)),
            user_id=request.user_id,
            train_id=journey.train.train_id,
            train_name=journey.train.name,
            pnr=new_pnr(origin.zone if origin else ""),
            booking_status=BookingStatus.HELD,
            journey_date=request.journey_date,
            run_date=journey.run_date,
            origin_station_code=request.origin,
            destination_station_code=request.destination,
            from_stop=journey.from_stop,
            to_stop=journey.to_stop,
            departure_at=journey.departure_at,
            arrival_at=journey.arrival_at,
            km=journey.km,
            travel_class=request.travel_class,
            fare=price.total,
            fare_breakup=price,
            passengers=tuple(Passenger(**dict(person)) for person in request.party),
            payment_id=PaymentId(new_id(now)),
            hold_until=now + self._hold,
            created_at=now,
            updated_at=now,
        )

    def _check_holds(self, work: UnitOfWork, user_id: UserId, now: datetime) -> None:
        """Nobody keeps half a train from others without paying. Problem `too-many-holds`."""
        latest = work.bookings.of_user(user_id, limit=2 * MAX_HELD)
        held = [b for b in latest if b.booking_status is BookingStatus.HELD and b.hold_until > now]
        if len(held) >= MAX_HELD:
            raise Problem("too-many-holds", most=MAX_HELD)

    def get(self, booking_id: BookingId, user_id: UserId) -> Booking:
        """The user's own booking; somebody else's is as if it were not there: Problem `no-such-booking`."""
        with self._units() as work:
            booking = work.bookings.get(booking_id)
        if booking.user_id != user_id:
            raise Problem("no-such-booking")
        return booking

    def of_user(self, user_id: UserId, limit: int = 10) -> list[Booking]:
        """The user's bookings, newest first."""
        with self._units() as work:
            return work.bookings.of_user(user_id, limit)


def take_berths(work: UnitOfWork, booking: Booking, journey: Journey | None, spread: int) -> Booking:
    """The booking with berths on its run, to be taken by the unit's commit; `journey` opens a run that nobody has
    booked on. Problem `class-full`, or `train-not-that-day` if the run no longer serves the journey."""
    state = work.runs.load(booking.run_key)
    if state is None:
        if journey is None:
            raise Problem("train-not-that-day", train=booking.train_name)
        state = RunState(work.runs.open(run_of(journey)), {})
    booking = _placed(booking, state.run)
    seed = int(booking.booking_id[-8:], 16) + spread
    berths = choose(state, booking.travel_class, booking.legs, booking.passengers, seed)
    if berths is None:
        raise Problem("class-full", travel_class=booking.travel_class)
    work.runs.change(booking.run_key, {b: (state.mask(b), state.mask(b) | booking.legs) for b in berths})
    people = [_seated(person, b, booking.travel_class) for person, b in zip(booking.passengers, berths, strict=True)]
    return booking.but(passengers=tuple(people))


def free_berths(work: UnitOfWork, booking: Booking) -> None:
    """Give the booking's legs back, with the unit's commit."""
    state = work.runs.load(booking.run_key)
    berths = [person.berth for person in booking.passengers if person.berth]
    if state is not None and berths:
        work.runs.change(booking.run_key, {b: (state.mask(b), state.mask(b) & ~booking.legs) for b in berths})


def _placed(booking: Booking, run: Run) -> Booking:
    """The booking with its stops numbered as this run numbers them."""
    span = run.span(booking.from_stop, booking.to_stop, booking.origin_station_code, booking.destination_station_code)
    if span is None:
        raise Problem("train-not-that-day", train=booking.train_name)
    return booking.but(from_stop=span[0], to_stop=span[1])


def _seated(person: Passenger, berth: Berth, travel_class: TravelClass) -> Passenger:
    return person.but(seat=str(berth), berth_kind=kind_of(travel_class, berth.number))


def _payment_for(booking: Booking, now: datetime) -> Payment:
    assert booking.payment_id is not None
    return Payment(
        payment_id=booking.payment_id,
        user_id=booking.user_id,
        booking_id=booking.booking_id,
        amount=booking.fare,
        payment_method="link",
        expires_at=booking.hold_until,
        initiated_at=now,
        created_at=now,
        updated_at=now,
    )
