"""The timetable read stop by stop, with no index: slow, and easy to see that it is right. What searches are held to."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from domain.connections import MAX_WAIT, MIN_CROSSING, MIN_WAIT, Connection
from domain.ids import StationCode
from domain.journeys import Journey
from domain.trains import Train

LONGEST = 8  # days from leaving home to boarding the second train


def by_train(
    train: Train, origins: Sequence[StationCode], destinations: Sequence[StationCode], on: date
) -> Iterator[Journey]:
    """The journeys by this train on a date, one a run: from where it starts or else from the origin named first, to
    where it ends or else to the destination named first."""
    stations = [stop.station for stop in train.stops]
    runs: dict[date, list[tuple[bool, int, bool, int, Journey]]] = defaultdict(list)
    for origin in origins:
        start = stations.index(origin) if origin in stations else len(stations)
        for destination in destinations:
            if origin != destination and destination in stations[start + 1 :]:
                end = stations.index(destination, start + 1)
                leaves = train.stops[start].departure or 0
                run_date = on - timedelta(minutes=leaves // 1440 * 1440)
                wish = start != 0, origins.index(origin), end != len(stations) - 1, destinations.index(destination)
                if train.runs_on(run_date):
                    runs[run_date].append((*wish, Journey(train, start, end, run_date)))
    for same_run in runs.values():
        yield min(same_run, key=lambda wished: wished[:4])[4]


def direct(
    trains: Iterable[Train], origins: Iterable[StationCode], destinations: Iterable[StationCode], on: date
) -> list[Journey]:
    """What `Timetable.direct` is to find."""
    ends = tuple(origins), tuple(destinations)
    found = [journey for train in trains for journey in by_train(train, *ends, on)]
    return sorted(found, key=lambda journey: (journey.departure_at, journey.train.number))


def connections(
    trains: Iterable[Train],
    origins: Sequence[StationCode],
    destinations: Sequence[StationCode],
    on: date,
    cities: Mapping[StationCode, Collection[StationCode]],
) -> list[Connection]:
    """What `every_connection` is to find: each leg of each train to or from each station, and all pairs of these."""
    first: dict[StationCode, list[Journey]] = defaultdict(list)
    second: dict[StationCode, list[Journey]] = defaultdict(list)
    for train in trains:
        calls = {stop.station for stop in train.stops}
        changes = calls - {*origins, *destinations}
        if calls & set(origins) and not _goes_on(train, origins, destinations):
            for station in changes:
                first[station] += by_train(train, origins, [station], on)
        if calls & set(destinations):
            for station in changes:
                for days in range(LONGEST):
                    second[station] += by_train(train, [station], destinations, on + timedelta(days))
    return [
        Connection(one, other)
        for station, ones in first.items()
        for across in {station, *cities.get(station, ())}
        for one in ones
        for other in second.get(across, ())
        if one.origin != other.destination
        and (MIN_WAIT if across == station else MIN_CROSSING) <= Connection(one, other).wait <= MAX_WAIT
    ]


def _goes_on(train: Train, origins: Sequence[StationCode], destinations: Sequence[StationCode]) -> bool:
    stations = [stop.station for stop in train.stops]
    return any(
        origin in stations[:end] and origin != destination and station == destination
        for origin in origins
        for destination in destinations
        for end, station in enumerate(stations)
    )


def unbeaten(found: Iterable[Connection]) -> set[tuple[str, date, str, date]]:
    """The pairs of runs that none beats: that leaves no earlier and arrives no later, and not both at the same time."""
    found = list(found)
    times = {(connection.departure_at, connection.arrival_at) for connection in found}
    return {
        runs(c)
        for c in found
        if not any(
            leaves >= c.departure_at and arrives <= c.arrival_at and (leaves, arrives) != (c.departure_at, c.arrival_at)
            for leaves, arrives in times
        )
    }


def runs(connection: Connection) -> tuple[str, date, str, date]:
    """Which two trains, of which days."""
    first, second = connection.first, connection.second
    return first.train.number, first.run_date, second.train.number, second.run_date
