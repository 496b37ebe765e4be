"""How quickly trains and connections are found in the whole country, beside reading the timetable stop by stop.

Run as `python -m tests.benchmarks.trains`, on one core; it needs the country's timetable beside this repository.
"""

import gc
import random
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import mean, median, quantiles

from bot.feeds.feed import read_feed
from domain.catalogue import Catalogue, importance
from domain.connections import connections, every_connection
from domain.ids import StationCode
from domain.journeys import Timetable
from domain.trains import Train
from tests import brute
from tests.accuracy import SHARED

BUSIEST, PAIRS, BY_BRUTE_FORCE = 300, 1000, 8
SEED, TIMES = 20261123, 5  # the quickest of some runs counts, for the machine may be busy with something else
MONDAY = date(2026, 11, 23)

Place = Sequence[StationCode]
Asked = list[tuple[Place, Place, date]]


def resident() -> float:
    """Megabytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def asked(places: Sequence[Place], dice: random.Random) -> Asked:
    """Pairs of different places, each on some day of a week."""
    pairs = [dice.sample(places, 2) for _ in range(PAIRS)]
    return [(origins, ends, MONDAY + timedelta(dice.randrange(7))) for origins, ends in pairs]


def seconds(search: Callable[[Place, Place, date], object], question: tuple[Place, Place, date], times: int) -> float:
    """Of the quickest of some runs."""
    best = float("inf")
    for _ in range(times):
        begun = time.perf_counter()
        search(*question)
        best = min(best, time.perf_counter() - begun)
    return best


def per_second(search: Callable[[Place, Place, date], object], questions: Asked) -> float:
    """Searches, one after the other, of the quickest of some rounds of them all."""

    def round_of_all(*_: object) -> None:
        for question in questions:
            search(*question)

    return len(questions) / seconds(round_of_all, questions[0], TIMES)


def direct_row(what: str, timetable: Timetable, questions: Asked) -> str:
    """Searches a second beside brute force; all places seen for the first time; and how many trains a search finds."""
    fresh = Timetable(timetable)
    begun = time.perf_counter()
    found = [len(fresh.direct(*question)) for question in questions]
    first = len(questions) / (time.perf_counter() - begun)
    ours = per_second(timetable.direct, questions)
    some = questions[:BY_BRUTE_FORCE]
    theirs = len(some) / sum(seconds(lambda *ends: brute.direct(timetable, *ends), question, 1) for question in some)
    return f"{what:24}{ours:10,.0f}{first:12,.0f}{theirs:10.1f}{ours / theirs:10,.0f}{mean(found):9.1f}"


def change_row(what: str, timetable: Timetable, questions: Asked, cities: Mapping[StationCode, Place]) -> str:
    """Milliseconds for one change, beside brute force over the trains that can be booked."""
    bookable = [train for train in timetable if train.classes]

    def ours(origins: Place, destinations: Place, on: date) -> int:
        return len(connections(timetable, origins, destinations, on, cities=cities))

    def reading_all(origins: Place, destinations: Place, on: date) -> int:
        return len(brute.connections(bookable, origins, destinations, on, cities))

    times = [seconds(ours, question, 3) * 1000 for question in questions]
    some = questions[:BY_BRUTE_FORCE]
    theirs = [seconds(reading_all, question, 1) * 1000 for question in some]
    all_found = [len(list(every_connection(timetable, *one, cities=cities))) for one in some]
    ratio = mean(theirs) / mean(times[:BY_BRUTE_FORCE])
    percentiles = f"{median(times):10.2f}{quantiles(times, n=100)[98]:12.2f}"
    return f"{what:24}{percentiles}{median(theirs):10,.0f}{ratio:10,.0f}{mean(all_found):9,.0f}"


def built(trains: Sequence[Train]) -> str:
    """How long the index takes, and its memory beside the trains themselves."""
    gc.collect()
    before, begun = resident(), time.perf_counter()
    timetable = Timetable(trains)
    took = time.perf_counter() - begun
    gc.collect()
    return f"index of {len(timetable):,} trains built in {took * 1000:.0f} ms, {resident() - before:.0f} MB resident"


def main() -> None:
    """Print the tables."""
    empty = resident()
    feed = read_feed(SHARED / "india")
    print(built(feed.trains))
    country = Catalogue("country", feed.stations, feed.trains)
    busy = [code for code, _ in importance(feed.trains).most_common(BUSIEST)]
    beside = {code: [station.code for station in country.stations.stations_of_city(code)] for code in busy}
    cities = list({tuple(codes): codes for codes in beside.values() if len(codes) > 1}.values())
    dice = random.Random(SEED)
    by_station, by_city = asked([[code] for code in busy], dice), asked(cities, dice)
    per_second(country.timetable.direct, by_city)
    print(f"{len(busy)} busiest stations, {len(cities)} cities of several stations merged")
    print(f"all together {resident() - empty:.0f} MB resident, with the trains and the stations' names")
    print(f"{'direct, searches/s':24}{'':>10}{'first time':>12}{'by brute':>10}{'times':>10}{'trains':>9}")
    print(direct_row("station to station", country.timetable, by_station))
    print(direct_row("city to city", country.timetable, by_city))
    print(f"{'one change, ms':24}{'median':>10}{'99 %':>12}{'by brute':>10}{'times':>10}{'possible':>9}")
    print(change_row("station to station", country.timetable, by_station, {}))
    print(change_row("city to city", country.timetable, by_city, {}))
    print(change_row("and across a city", country.timetable, by_city, beside))


if __name__ == "__main__":
    main()
