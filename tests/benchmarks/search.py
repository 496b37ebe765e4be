"""How quickly stations are found, beside rapidfuzz over the same names in the same run.

Run as `python -m tests.benchmarks.search`; it needs the country's timetable and the queries beside this repository.
"""

import gc
import time
import tracemalloc
from collections.abc import Callable, Iterable
from statistics import median, quantiles

from rapidfuzz import fuzz, process

from bot.feeds.feed import read_feed
from domain.catalogue import Catalogue, importance
from domain.stations import StationFinder
from tests.accuracy import SHARED, development, made

TIMES = 5  # each query; the quickest counts, for the machine may be busy with something else


def milliseconds(work: Callable[[str], object], query: str) -> float:
    """Of the quickest of some runs."""
    best = float("inf")
    for _ in range(TIMES):
        begun = time.perf_counter()
        work(query)
        best = min(best, time.perf_counter() - begun)
    return best * 1000


def line(what: str, find: Callable[[str], object], other: Callable[[str], object], queries: Iterable[str]) -> str:
    """Median, 99th percentile and the ratio of medians, for one sort of query."""
    queries = list(queries)
    ours = [milliseconds(find, query) for query in queries]
    theirs = [milliseconds(other, query) for query in queries]
    ratio = median(theirs) / median(ours)
    return f"{what:24}{median(ours):9.3f}{quantiles(ours, n=100)[98]:9.3f}{median(theirs):11.3f}{ratio:8.0f}"


def main() -> None:
    """Print the tables."""
    feed = read_feed(SHARED / "india")
    calls = importance(feed.trains)
    begun = time.perf_counter()
    finder = StationFinder(feed.stations, calls)
    built = time.perf_counter() - begun
    del finder
    gc.collect()
    tracemalloc.start()
    finder = StationFinder(feed.stations, calls)
    gc.collect()
    size = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    print(f"index of {len(finder)} stations: {built:.2f} s, {size:.0f} MB")
    names = [station.name for station in feed.stations]
    country = Catalogue("country", feed.stations, feed.trains)
    typed = [query for query, _, _ in made(country, calls)][:300]

    def wratio(query: str) -> object:
        return process.extractOne(query, names, scorer=fuzz.WRatio)

    print(f"{'milliseconds':24}{'median':>9}{'99 %':>9}{'rapidfuzz':>11}{'times':>8}")
    print(line("development queries", finder.find, wratio, (query for query, _, _ in development())))
    for kind in ("typo", "script", "prefix", "negative"):
        print(line(kind, finder.find, wratio, (query for query, _, _ in development(kind))))
    print(line("typos made by rule", finder.find, wratio, typed))


if __name__ == "__main__":
    main()
