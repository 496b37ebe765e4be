"""The whole country's timetable beside the repository: read once a process, for all tests that ask for it.

They are of one group, so that one worker runs them all.
"""

from functools import cache
from pathlib import Path

import pytest

from bot.feeds.feed import Feed, read_feed
from domain.catalogue import Catalogue

COUNTRY = Path(__file__).parents[1].parent / "shared" / "data" / "india"
IN_COUNTRY = [
    pytest.mark.skipif(not COUNTRY.is_dir(), reason="the country's timetable is not beside this repository"),
    pytest.mark.xdist_group("country"),
]


@cache
def country_feed() -> Feed:
    """As it was read; not to be changed."""
    return read_feed(COUNTRY)


@cache
def the_country() -> Catalogue:
    """Ready to answer."""
    feed = country_feed()
    return Catalogue("country", feed.stations, feed.trains)
