"""Searching: which trains go, what is free on them and what it costs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from domain.allocation import available
from domain.availability import Availability, AvailabilityKind, Counts, next_place
from domain.bookings import RAC
from domain.catalogue import Catalogue
from domain.errors import Problem
from domain.fares import NOTHING, FareBreakup, fare
from domain.ids import StationCode
from domain.inventory import RunState, legs_between
from domain.journeys import Journey
from domain.ports import UnitOfWork, Units
from domain.queues import rac_seats, waiting
from domain.quotas import Quota
from domain.railtime import today
from domain.rules.openings import closes_at
from domain.rules.waitlists import waiting_cap, waiting_list
from domain.runs import run_of
from domain.trains import TravelClass

BOOKING_CLOSES = timedelta(minutes=30)  # before departure: the second chart (railway rules)


@dataclass(frozen=True, slots=True)
class Offer:
    """One class of one train for this journey: berths free now, what the next passenger gets, and the fare of one
    without fees."""

    journey: Journey
    travel_class: TravelClass
    free: int
    fare: Decimal
    availability: Availability

    @property
    def can_be_booked(self) -> bool:
        """With a berth, in RAC or on the waiting list."""
        return self.availability.kind in _BOOKABLE


def fare_of(
    journey: Journey,
    travel_class: TravelClass,
    passengers: int,
    on: date,
    quota: Quota = Quota.GENERAL,
    sold: Decimal = NOTHING,
    half_fares: int = 0,
) -> FareBreakup | None:
    """What the party pays if it books on this date with this part of the berths `sold`, or None if the class has no
    fare; `half_fares` of the passengers are children without a berth. Problem if it has no such quota."""
    train = journey.train
    run_km = train.terminus.km - train.origin.km
    kind = train.type, train.number, train.name
    return fare(
        *kind,
        travel_class,
        journey.km,
        passengers,
        on,
        quota=quota,
        half_fares=half_fares,
        sold=sold,
        run_km=run_km,
    )


_FREE = frozenset({AvailabilityKind.AVAILABLE, AvailabilityKind.CURRENT})
_BOOKABLE = _FREE | {AvailabilityKind.RAC, AvailabilityKind.WAITING}


class Searching:
    """Answers from the catalogue in memory; only what is sold is read from the store."""

    def __init__(self, catalogue: Callable[[], Catalogue], units: Units) -> None:
        self._catalogue = catalogue
        self._units = units

    def offers(
        self,
        origins: Iterable[StationCode],
        destinations: Iterable[StationCode],
        on: date,
        now: datetime,
        quota: Quota = Quota.GENERAL,
    ) -> list[Offer]:
        """Every class of every train that can still be booked, by departure; `on` is the date at the origin."""
        found = self._catalogue().timetable.direct(origins, destinations, on, bookable_only=True)
        with self._units() as work:
            open_ = [journey for journey in found if is_open(journey, now, quota)]
            return [offer for journey in open_ for offer in self._of_train(work, journey, today(now), quota)]

    def of_journeys(
        self, journeys: Iterable[Journey], now: datetime, quota: Quota = Quota.GENERAL
    ) -> list[list[Offer]]:
        """The classes of each of these journeys, as they stand now; an empty list for a journey with none."""
        with self._units() as work:
            return [self._of_train(work, journey, today(now), quota) for journey in journeys]

    def _of_train(
        self, work: UnitOfWork, journey: Journey, tariff_date: date, quota: Quota = Quota.GENERAL
    ) -> list[Offer]:
        run = run_of(journey)
        state = work.runs.load(run.key) or RunState(run, {})
        span = state.run.span(journey.from_stop, journey.to_stop, journey.origin, journey.destination)
        if span is None:
            return []
        offers = []
        for travel_class in journey.train.classes:
            price = _price(journey, travel_class, tariff_date, quota, state.sold_part(travel_class))
            if price is not None:
                standing = _standing(state, journey, travel_class, legs_between(*span), quota)
                free = standing.number if standing.kind in _FREE else 0
                offers.append(Offer(journey, travel_class, free, price.ticket, standing))
        return offers


def is_open(journey: Journey, now: datetime, quota: Quota = Quota.GENERAL) -> bool:
    """Can it still be booked? Quotas other than the general one end with the first chart."""
    if journey.departure_at - now < BOOKING_CLOSES:
        return False
    departs_at = run_of(journey).departs_at
    return quota is Quota.GENERAL or departs_at is None or now < closes_at(quota, departs_at)


def _price(journey: Journey, travel_class: TravelClass, on: date, quota: Quota, sold: Decimal) -> FareBreakup | None:
    """One passenger's fare; None where this class is not sold in this quota."""
    try:
        return fare_of(journey, travel_class, 1, on, quota, sold)
    except Problem:
        return None


def _standing(state: RunState, journey: Journey, travel_class: TravelClass, legs: int, quota: Quota) -> Availability:
    """What the next passenger on these legs gets."""
    if state.cancelled:
        return Availability(AvailabilityKind.TRAIN_CANCELLED)
    coaches = [coach for coach in state.run.coaches if coach.travel_class is travel_class]
    listed = waiting_list(quota, journey.from_stop, journey.to_stop, journey.train.stops)
    queues = any(coach.queues for coach in coaches)
    shared = [number for coach in coaches for number in coach.rac] if quota is Quota.GENERAL else []
    capacity = sum(len(coach.numbers(quota)) for coach in coaches) + len(shared)
    waits = waiting(state, travel_class, quota)
    counts = Counts(
        free=available(state, travel_class, legs, quota),
        rac_places=2 * len(shared),
        rac_taken=2 * len(shared) - len(rac_seats(state, travel_class, legs)) if shared else 0,
        rac_last=state.issued.get((travel_class, RAC), 0),
        waiting=listed if queues else None,
        waiting_cap=waiting_cap(capacity, travel_class),
        waiting_taken=len(waits),
        waiting_last=state.issued.get((travel_class, listed), 0) if listed else 0,
    )
    return next_place(counts, charted=bool(state.chart))
