"""The catalogue: one edition of stations and trains in memory, ready to answer."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from domain.ids import StationCode
from domain.journeys import Timetable
from domain.stations import Station, StationFinder
from domain.train_finder import TrainFinder
from domain.trains import Train


class Catalogue:
    """Immutable, so that threads may share it while a newer edition is being built beside it."""

    def __init__(
        self, edition: str, stations: Iterable[Station], trains: Iterable[Train], specials: Iterable[Train] = ()
    ) -> None:
        """`specials` are trains beside the edition, which they outlive."""
        stations = tuple(stations)
        trains = joined(stations, trains, specials)
        self.edition = edition
        self.timetable = Timetable(trains)
        self._calls = importance(trains)
        self.stations = StationFinder(stations, self._calls)

    @cached_property
    def trains_by_name(self) -> TrainFinder:
        """Finds trains by what people call them; made when first asked for, within half a second for a country."""
        return TrainFinder(self.timetable, self.stations, self._calls)

    def station(self, code: StationCode) -> Station | None:
        """The station of exactly this code."""
        return self.stations.get(code)

    def train(self, number: str) -> Train | None:
        """The train of exactly this number."""
        return self.timetable.train(number)


def joined(stations: Iterable[Station], trains: Iterable[Train], specials: Iterable[Train]) -> tuple[Train, ...]:
    """The trains of an edition and the specials. Of two with one number it is the special, for which tickets may be
    sold; one that calls where the edition has no station is left out."""
    codes = {station.code for station in stations}
    ours = {train.number: train for train in specials if codes.issuperset(stop.station for stop in train.stops)}
    return (*(train for train in trains if train.number not in ours), *ours.values()) if ours else tuple(trains)


def importance(trains: Iterable[Train]) -> Counter[StationCode]:
    """How much a station matters to people who book: calls of reserved trains count ten, and twice that again where
    they start or end, so that a city's terminals come before its suburbs; calls of other trains count one."""
    counts: Counter[StationCode] = Counter()
    for train in trains:
        weight = 10 if train.classes else 1
        for stop in train.stops:
            counts[stop.station] += weight
        if train.classes and train.stops:
            counts[train.origin.station] += 2 * weight
            counts[train.terminus.station] += 2 * weight
    return counts
