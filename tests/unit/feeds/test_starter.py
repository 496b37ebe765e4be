"""Yatri's own plain-text form, and the starter network: whole, and of use to a newcomer."""

from collections import Counter
from itertools import permutations
from pathlib import Path

import pytest

from bot.feeds.feed import Feed, read_feed
from bot.feeds.starter import starter_path
from domain.errors import FeedError
from domain.trains import DAY, Train
from tests.unit.feeds.folders import OWN, TRIO, folder

METROS = ("Delhi", "Mumbai", "Kolkata", "Chennai", "Bengaluru", "Hyderabad")
CITIES = (
    "Pune", "Ahmedabad", "Jaipur", "Lucknow", "Patna", "Bhopal", "Nagpur", "Kochi", "Thiruvananthapuram",
    "Guwahati", "Bhubaneswar", "Puri", "Chandigarh", "Amritsar", "Jammu", "Varanasi", "Prayagraj", "Kanpur",
    "Goa", "Visakhapatnam", "Vijayawada", "Coimbatore", "Madurai", "Mysuru", "Indore", "Surat", "Vadodara",
    "Ranchi", "Gorakhpur", "Dehradun", "Haridwar", "Jodhpur", "Udaipur", "Agra", "Gwalior", "Mangaluru",
    "Hubballi", "Siliguri", "Rajkot",
)  # fmt: skip


@pytest.fixture(scope="module")
def starter() -> Feed:
    return read_feed(starter_path())


def test_the_own_form_says_the_same_as_the_trio(tmp_path: Path) -> None:
    own, trio = read_feed(folder(tmp_path / "own", OWN)), read_feed(folder(tmp_path / "trio", TRIO))

    assert own.stations == trio.stations
    (mine,), (theirs,) = own.trains, trio.trains
    assert (mine.number, mine.name, mine.type, mine.zone) == (theirs.number, theirs.name, theirs.type, theirs.zone)
    assert (mine.days, mine.classes, mine.stops) == (theirs.days, theirs.classes, theirs.stops)
    assert mine.name_hi == "मगध एक्सप्रेस"


@pytest.mark.parametrize(
    ("said", "days"),
    [("daily", "1111111"), ("Mon", "1000000"), ("Sat Sun", "0000011"), ("except Wed", "1101111")],
)
def test_days_are_told_as_people_say_them(tmp_path: Path, said: str, days: str) -> None:
    trains = OWN["trains.txt"].replace("Mon Sat Sun", said)
    assert read_feed(folder(tmp_path, OWN, trains=trains)).trains[0].days == days


@pytest.mark.parametrize(
    ("file", "before", "after", "told"),
    [
        ("stations", "28.6425 77.2201", "28.6425", "stations.txt:2: '28.6425' is not a latitude and a longitude"),
        ("stations", "| Delhi | Delhi |", "| Delhi |", "stations.txt:2: has 5 fields between the bars, not 6"),
        ("stations", "CNB ", "NDLS ", "stations.txt:3: station NDLS is already in line 2"),
        ("trains", "Mon Sat Sun", "Mondays", "trains.txt:2: 'Mondays' is neither 'daily' nor days such as"),
        ("trains", "2A", "2AC", "trains.txt:2: '2AC' is not a valid TravelClass"),
        ("trains", "23:55-00:05+1", "23:55", "trains.txt:4: the first and last calls have one time"),
        ("trains", "23:55-00:05+1", "23:55 to 0:05", "trains.txt:4: 'CNB 23:55 to 0:05 440' is not a call such as"),
        ("trains", "23:55-00:05+1", "23:55-24:05+1", "trains.txt:4: '24:05' is not a time of the day"),
        ("trains", "09:10+1", "09:10", "trains.txt:5: train 12398 at PNBE: is there at 09:10 of day 1, before"),
        ("trains", "CNB", "XYZ", "trains.txt:4: station XYZ of train 12398 is not among the stations"),
        ("trains", "12398", "  12398", "trains.txt:2: a call stands before the first train"),
    ],
)  # fmt: skip
def test_a_bad_line_is_told_with_file_line_and_reason(
    tmp_path: Path, file: str, before: str, after: str, told: str
) -> None:
    text = OWN[f"{file}.txt"]
    assert before in text
    with pytest.raises(FeedError) as error:
        read_feed(folder(tmp_path, OWN, **{file: text.replace(before, after, 1)}))
    assert told in str(error.value)


def test_the_starter_network_is_read_whole(starter: Feed) -> None:
    assert 150 <= len(starter.stations) <= 170
    assert len(starter.trains) >= 80
    assert starter.skipped == ()


def test_every_station_and_train_of_it_is_told_in_full_and_in_hindi(starter: Feed) -> None:
    for station in starter.stations:
        assert station.city and station.state and station.zone, station.code  # noqa: PT018
        assert station.latitude is not None
        assert station.longitude is not None
        assert 8 < station.latitude < 35
        assert 68 < station.longitude < 96
        assert _devanagari(station.name_hi), station.code
    for train in starter.trains:
        assert train.classes, train.number
        assert train.type, train.number
        assert train.zone, train.number
        assert _devanagari(train.name_hi), train.number


def _devanagari(text: str) -> bool:
    return bool(text) and not any("a" <= letter.lower() <= "z" for letter in text)


def test_every_station_has_trains_and_times_rise_along_each(starter: Feed) -> None:
    calls = Counter(stop.station for train in starter.trains for stop in train.stops)

    assert {station.code for station in starter.stations} == set(calls)
    for train in starter.trains:
        times = [time for stop in train.stops for time in (stop.arrival, stop.departure) if time is not None]
        assert times == sorted(times), train.number


def test_a_train_goes_from_every_metro_to_every_other(starter: Feed) -> None:
    served = _served(starter)
    assert [pair for pair in permutations(METROS, 2) if pair not in served] == []


def test_every_city_of_note_is_joined_with_a_metro_both_ways(starter: Feed) -> None:
    served = _served(starter)
    for city in CITIES:
        assert any((city, metro) in served for metro in METROS), city
        assert any((metro, city) in served for metro in METROS), city


def _served(feed: Feed) -> set[tuple[str, str]]:
    """The pairs of cities between which a train goes."""
    city = {station.code: station.city for station in feed.stations}
    return {
        (city[start.station], city[end.station])
        for train in feed.trains
        for index, start in enumerate(train.stops)
        for end in train.stops[index + 1 :]
    }


def test_kinds_of_trains_that_people_know_are_there(starter: Feed) -> None:
    kinds = Counter(train.type for train in starter.trains)
    assert {"RAJ", "SHT", "JSH", "DRNT", "VNDB", "GBR", "TEJ", "SUF", "MEX"} <= set(kinds)


def test_hard_cases_of_timetables_are_there(starter: Feed) -> None:
    trains = {train.number: train for train in starter.trains}

    assert (trains["12454"].days, trains["12453"].days) == ("0000010", "0000001")  # Saturdays there, Sundays back
    assert {stop.day for stop in trains["22504"].stops} == {1, 2, 3, 4}  # joined on any of four days
    assert any(_stands_over_midnight(train) for train in starter.trains)


def _stands_over_midnight(train: Train) -> bool:
    return any(stop.arrival // DAY < stop.departure // DAY for stop in train.stops if stop.arrival and stop.departure)
