"""Calendar: what is to be had day by day, and the nearest days on which a party finds berths."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from domain.bookings import MAX_DAYS_AHEAD
from domain.catalogue import Catalogue
from domain.ids import StationCode
from domain.railtime import today
from domain.services.searching import Offer, Searching
from domain.trains import TravelClass

WEEK = 7  # days of a calendar
NEAR = 10  # days to either side in which a nearest day is looked for


@dataclass(frozen=True, slots=True)
class Outlook:
    """One day: how many trains can be booked, how many of them have berths for the party, and the lowest fare of one
    passenger among these; None if there are none. `berths` are those of the train with the most."""

    day: date
    trains: int
    with_berths: int
    berths: int
    fare: Decimal | None


@dataclass(frozen=True, slots=True)
class Wish:
    """Whose berths are looked for: between which stations, how many, in which class (None: any)."""

    origins: Sequence[StationCode]
    destinations: Sequence[StationCode]
    people: int = 1
    travel_class: TravelClass | None = None


class Calendar:
    """Answers by looking at every bookable train of the days asked about."""

    def __init__(self, catalogue: Callable[[], Catalogue], searching: Searching) -> None:
        self._catalogue = catalogue
        self._searching = searching

    def week(self, wish: Wish, around: date, now: datetime) -> list[Outlook]:
        """Seven days with this one as near their middle as the days that can be booked allow."""
        first, last = today(now), today(now) + timedelta(days=MAX_DAYS_AHEAD - WEEK + 1)
        start = max(first, min(around - timedelta(days=WEEK // 2), last))
        return [self._outlook(wish, start + timedelta(days=ahead), now) for ahead in range(WEEK)]

    def nearest(self, wish: Wish, to: date, now: datetime, limit: int = 3) -> list[date]:
        """The days nearest to this one, other than it, on which the party finds berths, in their order."""
        running = self._catalogue().timetable.days_between(wish.origins, wish.destinations, bookable_only=True)
        found: list[date] = []
        for day in _around(to, today(now)):
            if running[day.weekday()] == "1" and self._outlook(wish, day, now).with_berths:
                found.append(day)
            if len(found) == limit:
                break
        return sorted(found)

    def _outlook(self, wish: Wish, day: date, now: datetime) -> Outlook:
        offers = self._searching.offers(wish.origins, wish.destinations, day, now)
        offers = [offer for offer in offers if wish.travel_class in (None, offer.travel_class)]
        fitting = [offer for offer in offers if offer.free >= wish.people]
        return Outlook(
            day,
            trains=_trains(offers),
            with_berths=_trains(fitting),
            berths=max((offer.free for offer in offers), default=0),
            fare=min((offer.fare for offer in fitting), default=None),
        )


def _trains(offers: list[Offer]) -> int:
    return len({offer.journey.train.number for offer in offers})


def _around(day: date, first: date) -> Iterator[date]:
    """The days beside this one that can be booked, the nearest first, the later of two before the earlier."""
    last = first + timedelta(days=MAX_DAYS_AHEAD)
    for distance in range(1, NEAR + 1):
        beside = (day + timedelta(days=distance), day - timedelta(days=distance))
        yield from (near for near in beside if first <= near <= last)
