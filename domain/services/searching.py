"""Searching: which trains go, what is free on them and what it costs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from domain.allocation import available
from domain.catalogue import Catalogue
from domain.coaches import rake
from domain.fares import FareBreakup, fare
from domain.ids import StationCode
from domain.inventory import Run, RunKey, RunState, legs_between
from domain.journeys import Journey
from domain.ports import UnitOfWork, Units
from domain.railtime import today
from domain.trains import TravelClass

BOOKING_CLOSES = timedelta(minutes=30)  # before departure: the second chart (railway rules)


@dataclass(frozen=True, slots=True)
class Offer:
    """One class of one train for this journey: berths free now, and the fare of one passenger without fees."""

    journey: Journey
    travel_class: TravelClass
    free: int
    fare: Decimal


def run_of(journey: Journey) -> Run:
    """The run as the timetable would open it."""
    key = RunKey(journey.train.train_id, journey.run_date)
    return Run(key, tuple(stop.station for stop in journey.train.stops), rake(journey.train))


def fare_of(journey: Journey, travel_class: TravelClass, passengers: int, on: date) -> FareBreakup | None:
    """What the party pays if it books on this date, or None if the class has no fare."""
    train = journey.train
    return fare(train.type, train.number, train.name, travel_class, journey.km, passengers, on)


class Searching:
    """Answers from the catalogue in memory; only what is sold is read from the store."""

    def __init__(self, catalogue: Callable[[], Catalogue], units: Units) -> None:
        self._catalogue = catalogue
        self._units = units

    def offers(
        self, origins: Iterable[StationCode], destinations: Iterable[StationCode], on: date, now: datetime
    ) -> list[Offer]:
        """Every class of every train that can still be booked, by departure; `on` is the date at the origin."""
        found = self._catalogue().timetable.direct(origins, destinations, on, bookable_only=True)
        with self._units() as work:
            return [offer for j in found if is_open(j, now) for offer in self._of_train(work, j, today(now))]

    def offer(self, journey: Journey, travel_class: TravelClass, now: datetime) -> Offer | None:
        """The class as it stands now, or None if this train does not have it or has no fare for it."""
        with self._units() as work:
            offers = self._of_train(work, journey, today(now))
        return next((offer for offer in offers if offer.travel_class is travel_class), None)

    def _of_train(self, work: UnitOfWork, journey: Journey, tariff_date: date) -> list[Offer]:
        run = run_of(journey)
        state = work.runs.load(run.key) or RunState(run, {})
        span = state.run.span(journey.from_stop, journey.to_stop, journey.origin, journey.destination)
        if span is None:
            return []
        offers = []
        for travel_class in journey.train.classes:
            price = fare_of(journey, travel_class, 1, tariff_date)
            if price is not None:
                free = available(state, travel_class, legs_between(*span))
                offers.append(Offer(journey, travel_class, free, price.ticket))
        return offers


def is_open(journey: Journey, now: datetime) -> bool:
    """Can it still be booked?"""
    return journey.departure_at - now >= BOOKING_CLOSES
