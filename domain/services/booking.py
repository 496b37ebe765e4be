"""Booking: holding berths for a party while it pays, and giving them back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from domain.bookings import (
    PAID,
    Booking,
    BookingStatus,
    Passenger,
    PassengerDetails,
    check_journey_date,
)
from domain.catalogue import Catalogue
from domain.errors import Busy, Problem
from domain.fares import HALF, NOTHING, FareBreakup, is_dynamic
from domain.ids import BookingId, Pnr, StationCode, UserId, made_at, new_id
from domain.journeys import Journey
from domain.pnr import new_pnr, pnrs_for
from domain.ports import UnitOfWork, Units
from domain.quotas import Quota
from domain.railtime import today
from domain.rules.openings import check_open
from domain.rules.partyrules import check_children, check_monthly, check_quota_party, fare_shares
from domain.rules.upgrades import may_ask
from domain.rules.waitlists import waiting_list
from domain.runs import run_of
from domain.services.berths import take_berths, together
from domain.services.first_attempts import first_payment
from domain.services.promoting import Promoting
from domain.services.searching import fare_of, is_open
from domain.trains import TravelClass
from domain.users import RECENT, SELF, KycStatus, User

MAX_HELD = 3  # unpaid bookings of one user at a time
LOOKED_AT = 60  # bookings of a user, the newest: more than a month allows
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
    quota: Quota = Quota.GENERAL
    upgrade: bool = False  # asked for, where there is such a thing


Ids = Callable[[datetime], str]


class BookingService:
    """Holds and releases berths. Every call may be repeated: with the same key it answers the same."""

    def __init__(
        self,
        catalogue: Callable[[], Catalogue],
        units: Units,
        promoting: Promoting,
        hold: timedelta = HOLD,
        ids: Ids = new_id,
    ) -> None:
        """`ids` makes the ids of bookings, of which the last digits tell where in a train berths are looked for."""
        self._catalogue = catalogue
        self._units = units
        self._promoting = promoting
        self._hold = hold
        self._ids = ids

    def quote(self, request: HoldRequest, now: datetime) -> tuple[Journey, FareBreakup]:
        """The journey and what the party would pay. Problem if it cannot be booked at all: by its party, its date, its
        quota, or because the train does not go or has no fare."""
        check_quota_party(request.quota, request.party, today(now))
        check_children(request.party, request.travel_class)
        check_journey_date(request.journey_date, today(now))
        journey = self._catalogue().timetable.journey(
            request.train_number, request.origin, request.destination, request.journey_date
        )
        if journey is None or request.travel_class not in journey.train.classes:
            raise Problem("train-not-that-day", train=request.train_number)
        if not is_open(journey, now, request.quota):
            raise Problem("train-closed", train=journey.train.name)
        fixed = request.quota is Quota.TATKAL  # whatever is sold; nobody waits for a reading that does not count
        sold = Decimal(0) if fixed else self._sold_part(journey, request.travel_class, now)
        shares = fare_shares(request.party, request.travel_class)
        paying, halves = sum(share > 0 for share in shares), shares.count(HALF)
        price = fare_of(journey, request.travel_class, paying, today(now), request.quota, sold, halves)
        if price is None:
            raise Problem("class-not-sold", travel_class=request.travel_class)
        return journey, price

    def _sold_part(self, journey: Journey, travel_class: TravelClass, now: datetime) -> Decimal:
        """How much of the class is sold, where its fare rises with that; the store is not asked for others."""
        train = journey.train
        if not is_dynamic(train.type, train.number, train.name, travel_class, today(now)):
            return Decimal(0)
        with self._units() as work:
            state = work.runs.load(run_of(journey).key)
        return state.sold_part(travel_class) if state else Decimal(0)

    def hold(self, request: HoldRequest, key: str, now: datetime, onward: HoldRequest | None = None) -> Booking:
        """Berths for the party until `hold_until`, with a payment still to be made; `key` makes it happen once.
        `onward` is the train changed to: a ticket of its own, held and paid together with the first or not at all.
        Problem `class-full` if they are not to be had."""
        requests = (request, onward) if onward else (request,)
        return self._promoting.until_settled(lambda attempt: self._hold_once(requests, key, now, attempt), now)

    def _hold_once(self, requests: tuple[HoldRequest, ...], key: str, now: datetime, attempt: int) -> Booking:
        with self._units() as work:
            pnr, done = self._named(work, requests[0], key)
            if done is not None:
                return done
            user, made = self._check_user(work, requests, now)
            quotes = [self.quote(request, now) for request in requests]
            bookings = [self._new_booking(r, *quote, now) for r, quote in zip(requests, quotes, strict=True)]
            bookings[0] = bookings[0].but(pnr=pnr)
            _remember(work, user, made, bookings)
            pairs = zip(_tied(bookings), quotes, strict=True)
            lead, *others = [take_berths(work, booking, journey, attempt) for booking, (journey, _) in pairs]
            work.bookings.add(lead, key)
            for booking in others:
                work.bookings.add(booking)
            work.commit()
            return lead.but(rev=1)  # as it is stored now

    def _named(self, work: UnitOfWork, request: HoldRequest, key: str) -> tuple[Pnr, Booking | None]:
        """The PNR of the request with this key, and its booking if that was made before."""
        ends = request.origin, request.destination, request.journey_date
        journey = self._catalogue().timetable.journey(request.train_number, *ends)
        for pnr in pnrs_for(key, self._zone(journey) if journey else ""):
            work.expect(pnr=pnr, user=request.user_id)
            booking, whose = work.bookings.claimed(pnr)
            if booking is None:
                return pnr, None
            if whose == key:
                return pnr, work.bookings.get(booking)
        raise Busy("no PNR is free")

    def _zone(self, journey: Journey) -> str:
        """Of the train's first station, by which a PNR begins."""
        origin = self._catalogue().station(journey.train.origin.station)
        return origin.zone if origin else ""

    def _new_booking(self, request: HoldRequest, journey: Journey, price: FareBreakup, now: datetime) -> Booking:
        booking_id = BookingId(self._ids(now))
        return Booking(
            booking_id=booking_id,
            user_id=request.user_id,
            train_id=journey.train.train_id,
            train_name=journey.train.name,
            pnr=new_pnr(self._zone(journey)),
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
            upgrade_wanted=request.upgrade and may_upgrade(request, journey),
            fare=price.total,
            fare_breakup=price,
            quota=request.quota,
            waiting_list=waiting_list(request.quota, journey.from_stop, journey.to_stop, journey.train.stops),
            passengers=_passengers(request, price),
            payment_id=first_payment(booking_id),
            hold_until=now + self._hold,
            created_at=now,
            updated_at=now,
        )

    def _check_user(
        self, work: UnitOfWork, requests: tuple[HoldRequest, ...], now: datetime
    ) -> tuple[User, list[BookingId]]:
        """The user and the bookings they made lately, if they may buy now: nobody keeps half a train from others
        without paying, and there are limits by month, by quota and by the hour. Problem `too-many-holds`, or those of
        `check_monthly` and `check_open`."""
        user = work.users.get(requests[0].user_id)
        if not user.is_active:
            raise Problem("account-resting" if user.closed_by == SELF else "account-closed")
        verified = user.kyc_status is KycStatus.VERIFIED
        made = {one: made_at(one) for one in self._made(work, user, now)}
        self._check_month(work, [one for one, at in made.items() if _month(at) == _month(now)], verified, now)
        for request in requests:
            days = request.journey_date, self._run_date(request)
            check_open(request.quota, request.travel_class, *days, now, verified=verified)
        recent = [one for one, at in made.items() if now - at <= 2 * self._hold]  # prolonged at most once over
        if len(recent) >= MAX_HELD:
            latest = map(work.bookings.get, recent)
            held = [b for b in latest if b.booking_status is BookingStatus.HELD and b.hold_until > now and not b.lead]
            if len(held) >= MAX_HELD:
                raise Problem("too-many-holds", most=MAX_HELD)
        return user, list(made)

    def _made(self, work: UnitOfWork, user: User, now: datetime) -> list[BookingId]:
        """What the user has booked, as far back as any limit looks, the newest first. The user's own row knows the
        latest; only of who made more than those is the index asked, which may be a moment late."""
        kept = user.recent_bookings
        oldest = made_at(kept[-1]) if len(kept) == RECENT else None
        if oldest is None or (_month(oldest) != _month(now) and now - oldest > 2 * self._hold):
            return list(kept)
        return sorted({*kept, *work.bookings.ids_of_user(user.user_id, limit=LOOKED_AT)}, reverse=True)

    def _check_month(self, work: UnitOfWork, made: list[BookingId], verified: bool, now: datetime) -> None:
        """Of this month's bookings only those that are paid count; they are read only if they might be too many.
        Problems of `check_monthly`."""
        try:
            check_monthly(len(made), verified, today(now))
        except Problem:
            bought = sum(work.bookings.get(one).booking_status in PAID for one in made)
            check_monthly(bought, verified, today(now))

    def _run_date(self, request: HoldRequest) -> date:
        """When the train leaves its first station."""
        ends = request.origin, request.destination, request.journey_date
        journey = self._catalogue().timetable.journey(request.train_number, *ends)
        return journey.run_date if journey else request.journey_date

    def get(self, booking_id: BookingId, user_id: UserId) -> Booking:
        """The user's own booking; somebody else's is as if it were not there: Problem `no-such-booking`."""
        with self._units() as work:
            booking = work.bookings.get(booking_id)
        if booking.user_id != user_id:
            raise Problem("no-such-booking")
        return booking

    def together(self, booking: Booking) -> tuple[Booking, ...]:
        """This booking, or the two that are paid as one, in the order in which they are travelled."""
        with self._units() as work:
            return together(work, booking)

    def of_user(self, user_id: UserId, limit: int = 10) -> list[Booking]:
        """The user's bookings, newest first."""
        with self._units() as work:
            return work.bookings.of_user(user_id, limit)


def may_upgrade(request: HoldRequest, journey: Journey) -> bool:
    """Could this ticket be upgraded at charting, if its passengers asked for it?"""
    asks = request.party, request.travel_class, request.quota
    return may_ask(*asks, journey.train.classes, journey.run_date)


def _passengers(request: HoldRequest, price: FareBreakup) -> tuple[Passenger, ...]:
    """The party, each with what they pay; together it is the ticket's price."""
    paid = {Decimal(1): price.full, HALF: price.half}
    shares = fare_shares(request.party, request.travel_class)
    return tuple(
        Passenger(**dict(person), fare=paid.get(share, NOTHING))
        for person, share in zip(request.party, shares, strict=True)
    )


def _remember(work: UnitOfWork, user: User, made: list[BookingId], bookings: list[Booking]) -> None:
    """On the user's own row, conditional on how it was read: so it is not closed meanwhile, and who holds twice at once
    passes no limit that way."""
    latest = sorted((*made, *(booking.booking_id for booking in bookings)), reverse=True)[:RECENT]
    work.users.save(user.but(recent_bookings=tuple(latest)))


def _month(at: datetime) -> tuple[int, int]:
    day = today(at)
    return day.year, day.month


def _tied(bookings: list[Booking]) -> list[Booking]:
    """A second one is tied to the first, and paid with it."""
    lead, *others = bookings
    if not others:
        return bookings
    onward = others[0].but(lead=lead.booking_id, payment_id=lead.payment_id)
    return [lead.but(onward=onward.booking_id), onward]
