"""The whole country's timetable, where it is at hand beside the project: it imports, and the starter agrees with it."""

import pytest

from bot.feeds.feed import Feed, read_feed
from bot.feeds.starter import starter_path
from tests.country import COUNTRY, IN_COUNTRY, country_feed

pytestmark = IN_COUNTRY


@pytest.fixture(scope="module")
def country() -> Feed:
    return country_feed()


@pytest.fixture(scope="module")
def gtfs() -> Feed:
    return read_feed(COUNTRY / "gtfs.zip", days_go_on=True)


def test_the_trio_of_the_country_is_read_whole() -> None:
    feed = country_feed()
    assert (len(feed.stations), len(feed.trains)) == (8_527, 9_669)
    assert sum(len(train.stops) for train in feed.trains) == 188_269
    assert [note.split(" is ")[0] for note in feed.skipped] == [
        "Class EA (Anubhuti class)",
        "Class FC (first class without air conditioning)",
    ]


def test_the_gtfs_feed_of_the_country_tells_the_same_trains(country: Feed, gtfs: Feed) -> None:
    of_gtfs = {train.number: train for train in gtfs.trains}

    assert not any(number.startswith("00") for number in of_gtfs)
    assert [
        train.number
        for train in country.trains
        if (train.days, train.stops) != (of_gtfs[train.number].days, of_gtfs[train.number].stops)
    ] == []


def test_every_fact_of_the_starter_network_is_the_countrys(country: Feed) -> None:
    trains = {train.number: train for train in country.trains}
    starter = read_feed(starter_path())
    listed = {station.code for station in starter.stations}

    for mine in starter.trains:
        theirs = trains[mine.number]
        assert mine.stops == tuple(stop for stop in theirs.stops if stop.station in listed), mine.number
        assert (mine.days, mine.classes) == (theirs.days, theirs.classes), mine.number
        assert (mine.type, mine.zone) == (theirs.type, theirs.zone), mine.number


def test_every_station_of_the_starter_network_is_where_the_country_has_it(country: Feed) -> None:
    theirs = {station.code: station for station in country.stations}
    for mine in read_feed(starter_path()).stations:
        there = theirs[mine.code]
        assert (mine.latitude, mine.longitude) == pytest.approx((there.latitude, there.longitude), abs=0.001), mine.code
        assert mine.zone == there.zone, mine.code
