"""Connecting: journeys with one change, with what both trains have free and cost."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from domain.catalogue import Catalogue
from domain.connections import Connection, connections
from domain.ids import StationCode
from domain.services.searching import Offer, Searching, is_open

LOOKED_AT = 12  # connections whose berths are looked up


@dataclass(frozen=True, slots=True)
class Pair:
    """A class on the first train and one on the second; `free` is what both have, `fare` one passenger's for both."""

    first: Offer
    second: Offer

    @property
    def free(self) -> int:
        return min(self.first.free, self.second.free)

    @property
    def can_be_booked(self) -> bool:
        """On both trains, with a berth, in RAC or on the waiting list."""
        return self.first.can_be_booked and self.second.can_be_booked

    @property
    def fare(self) -> Decimal:
        return self.first.fare + self.second.fare


@dataclass(frozen=True, slots=True)
class Change:
    """A connection and the pairs of classes in which it can be booked as two tickets, never none."""

    connection: Connection
    pairs: tuple[Pair, ...]


class Connecting:
    """Finds connections that can be booked."""

    def __init__(self, catalogue: Callable[[], Catalogue], searching: Searching) -> None:
        self._catalogue = catalogue
        self._searching = searching

    def changes(
        self, origins: Iterable[StationCode], destinations: Iterable[StationCode], on: date, now: datetime
    ) -> list[Change]:
        """By arrival; `on` is the date at the passenger's first station."""
        found = connections(self._catalogue().timetable, origins, destinations, on, bookable_only=True, limit=LOOKED_AT)
        found = [connection for connection in found if is_open(connection.first, now)]
        firsts = self._searching.of_journeys([connection.first for connection in found], now)
        seconds = self._searching.of_journeys([connection.second for connection in found], now)
        changes = (Change(c, _pairs(one, two)) for c, one, two in zip(found, firsts, seconds, strict=True))
        return [change for change in changes if change.pairs]


def _pairs(firsts: list[Offer], seconds: list[Offer]) -> tuple[Pair, ...]:
    """The same class on both trains; where they have none in common, the cheapest of each with berths."""
    by_class = {offer.travel_class: offer for offer in seconds}
    same = tuple(Pair(o, by_class[o.travel_class]) for o in firsts if o.travel_class in by_class)
    if same or not (firsts and seconds):
        return same
    return (Pair(_cheapest(firsts), _cheapest(seconds)),)


def _cheapest(offers: list[Offer]) -> Offer:
    return min(offers, key=lambda offer: (not offer.free, offer.fare))
