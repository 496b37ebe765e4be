"""How quickly a sentence is understood, over the whole country.

Run as `python -m tests.benchmarks.requests`; it needs the country's timetable and the queries beside this repository.
"""

import time
from collections.abc import Iterable
from statistics import median, quantiles

from bot.feeds.feed import read_feed
from domain.catalogue import Catalogue
from domain.requests import read_request
from tests.accuracy import SHARED
from tests.accuracy_journeys import OWN, TODAY, cases_of
from tests.made_journeys import made


def once(query: str, country: Catalogue) -> float:
    """Milliseconds of the first reading."""
    begun = time.perf_counter()
    read_request(query, TODAY, country)
    return (time.perf_counter() - begun) * 1000


def line(what: str, queries: Iterable[str], country: Catalogue) -> str:
    """Median, 99th percentile and the slowest, for one set of sentences, each read once: nothing is remembered."""
    took = [once(query, country) for query in queries]
    return f"{what:24}{len(took):9}{median(took):9.3f}{quantiles(took, n=100)[98]:9.3f}{max(took):9.3f}"


def main() -> None:
    """Print the table."""
    feed = read_feed(SHARED / "india")
    country = Catalogue("country", feed.stations, feed.trains)
    read_request("delhi to patna", TODAY, country)  # the tables of words are made at the first sentence
    print(f"{'milliseconds':24}{'sentences':>9}{'median':>9}{'99 %':>9}{'most':>9}")
    print(line("development", (case.query for case in cases_of(SHARED / "queries" / "journeys.tsv")), country))
    print(line("our own", (case.query for case in cases_of(OWN)), country))
    print(line("made by grammar", [query for query, _, _ in made()][:300], country))


if __name__ == "__main__":
    main()
