"""A train by what people call it: in the starter network, and in the whole country where that is at hand."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.feed import read_feed
from bot.feeds.starter import starter_path
from domain.catalogue import Catalogue
from domain.train_finder import TrainFinder
from tests.country import COUNTRY, IN_COUNTRY, country_feed, the_country
from tests.unit import network

Story = TypeVar("Story", bound=Callable[..., None])
SHARED = COUNTRY.parents[1]


def in_country(test: Story) -> Story:
    """Only where the country's timetable is."""
    for mark in IN_COUNTRY:
        test = mark(test)
    return test


def finder_of(path: Path) -> TrainFinder:
    feed = read_feed(path)
    return Catalogue("test", feed.stations, feed.trains).trains_by_name


@pytest.fixture(scope="module")
def starter() -> TrainFinder:
    return finder_of(starter_path())


@pytest.fixture(scope="module")
def country() -> TrainFinder:
    return the_country().trains_by_name


def numbers(finder: TrainFinder, text: str) -> list[str]:
    return [match.train.number for match in finder.find(text)]


@pytest.mark.parametrize(
    "text", ["12951", "train no 12951", "12951 up", "Train-12951 timetable", "१२९५१", "12951 rajdhani"]
)
def test_a_number_is_taken_without_asking(starter: TrainFinder, text: str) -> None:
    (match,) = starter.find(text)
    assert (match.train.number, match.sure) == ("12951", True)


def test_the_beginning_of_a_number_offers_the_trains_that_begin_so(starter: TrainFinder) -> None:
    assert numbers(starter, "1295") == ["12951", "12952", "12953", "12954", "12955", "12956"]
    assert not any(match.sure for match in starter.find("1295"))


def test_a_number_of_before_2010_is_still_known(starter: TrainFinder) -> None:
    assert numbers(starter, "2951") == ["12951"]


def test_both_ways_of_a_train_may_be_said_in_one(starter: TrainFinder) -> None:
    assert numbers(starter, "12951/52") == numbers(starter, "12951-12952") == ["12951", "12952"]


@pytest.mark.parametrize(
    "text", ["99999", "PNR 8512345678", "9812951000", "2 tickets", "25 dec 2026", "12", "5 jan", "rs 1295"]
)
def test_other_numbers_are_no_trains(starter: TrainFinder, text: str) -> None:
    assert starter.find(text) == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("mumbai rajdhani", "12951 12952"), ("bombay rajdhani", "12951 12952"), ("mumbai raj exp", "12951 12952"),
        ("मुंबई राजधानी", "12951 12952"), ("mumbai rajdhni", "12951 12952"), ("bambai rajdhani express", "12951 12952"),
        ("mumbai central new delhi tejas rajdhani", "12951 12952"), ("august kranti", "12953 12954"),
        ("अगस्त क्रांति", "12953 12954"), ("august kranti rajdhani", "12953 12954"), ("gitanjali", "12859 12860"),
        ("gitanjali exp", "12859 12860"), ("geetanjali express", "12859 12860"), ("gitanjli express", "12859 12860"),
        ("गीतांजलि एक्सप्रेस", "12859 12860"), ("punjab mail", "12137 12138"), ("पंजाब मेल", "12137 12138"),
        ("deccan queen", "12123 12124"), ("dekkan queen", "12123 12124"), ("डेक्कन क्वीन", "12123 12124"),
        ("coromandel", "12841 12842"), ("coromandal express", "12841 12842"), ("tamil nadu express", "12621 12622"),
        ("tamilnadu exp", "12621 12622"), ("तमिलनाडु एक्सप्रेस", "12621 12622"), ("kerala express", "12625 12626"),
        ("shatabdi bhopal", "12001 12002"), ("bhopal new delhi shatabdi", "12001 12002"),
        ("vb varanasi", "22435 22436"),
        ("ndls bsb vande bharat", "22435 22436"), ("banaras vandebharat", "22435 22436"), ("kalka mail", "12311 12312"),
        ("netaji", "12311 12312"), ("frontier mail", "12903 12904"), ("golden temple mail", "12903 12904"),
        ("goa express", "12779 12780"), ("konkan kanya", "20111 20112"), ("jan shatabdi hubli", "12079 12080"),
        ("bangalore hubballi janshatabdi", "12079 12080"), ("howrah puri vande bharat", "22895 22896"),
        ("patna humsafar", "22353 22354"), ("bihar sampark kranti", "12565 12566"), ("बिहार संपर्क क्रांति", "12565 12566"),
        ("grand trunk", "12615 12616"), ("jhelum", "11077 11078"), ("pushpak exp", "12533 12534"),
        ("azad hind", "12129 12130"), ("shiv ganga sf exp", "12559 12560"), ("madurai tejas", "22671 22672"),
        ("मदुरै तेजस", "22671 22672"), ("ernakulam intercity", "12677 12678"), ("vivek express", "22503 22504"),
        ("calcutta mail", "12321 12322"), ("madras garib rath", "12611 12612"), ("lko ndls shatabdi", "12003 12004"),
        ("sangha mitra", "12295 12296"), ("hussainsagar", "12701 12702"), ("poona duronto", "12263 12264"),
    ],
)  # fmt: skip
def test_a_name_finds_the_train_and_that_of_the_other_direction(starter: TrainFinder, text: str, pair: str) -> None:
    assert sorted(numbers(starter, text)[:2]) == pair.split()
    assert not starter.find(text)[0].sure


def test_of_two_cities_the_first_is_where_it_starts(starter: TrainFinder) -> None:
    assert numbers(starter, "delhi mumbai rajdhani")[:2] == ["12952", "12951"]
    assert numbers(starter, "mumbai delhi rajdhani")[:2] == ["12951", "12952"]


@pytest.mark.parametrize("text", ["rajdhani patna to delhi", "rajdhani patna se delhi tak", "पटना से दिल्ली राजधानी"])
def test_a_direction_that_is_said_leaves_only_one(starter: TrainFinder, text: str) -> None:
    best = starter.find(text)[0]
    assert (best.train.number, best.sure) == ("12309", True)


def test_a_kind_alone_offers_its_most_important_trains(starter: TrainFinder) -> None:
    for text in ("rajdhani", "राजधानी एक्सप्रेस", "raj exp"):
        found = starter.find(text)
        assert len(found) == 6
        assert {match.train.type for match in found} == {"RAJ"}
        assert not any(match.sure for match in found)


def test_a_train_is_found_by_a_place_on_its_way_if_none_ends_there(starter: TrainFinder) -> None:
    assert numbers(starter, "kota rajdhani")
    for match in starter.find("kota rajdhani"):
        assert "KOTA" in {stop.station for stop in match.train.stops}


@pytest.mark.parametrize(
    "text",
    [
        "delhi", "mumbai", "new delhi", "दिल्ली", "goa", "kerala", "delhi to mumbai", "दिल्ली से मुंबई",
        "delhi mumbai", "delhi to mumbai tomorrow", "2 tickets delhi to mumbai", "kal delhi se patna sleeper",
        "express", "passenger", "special", "local", "mail", "train", "one passenger", "hello", "hi", "thank you", "yes",
        "ok",
        "book a ticket", "my name is asha", "ramesh kumar", "priya", "queen", "temple", "tamil", "asdfgh", "", "?!",
        "raj", "cancel my ticket", "धन्यवाद", "मदद", "x" * 500, "delhi " * 40,
    ],
)  # fmt: skip
def test_what_is_no_train_finds_nothing(starter: TrainFinder, text: str) -> None:
    assert starter.find(text) == []


@given(st.text(max_size=60))
def test_any_text_can_be_asked(text: str) -> None:
    for match in TINY.find(text):
        assert 0 < match.score <= 100


TINY = network.catalogue().trains_by_name


def test_the_other_direction_of_a_train(starter: TrainFinder) -> None:
    other = starter.partner("12951")
    assert other is not None
    assert other.number == "12952"
    assert starter.partner("00000") is None


def test_every_train_is_found_by_its_own_name(starter: TrainFinder) -> None:
    feed = read_feed(starter_path())
    for train in feed.trains:
        for name in (train.name, train.name_hi):
            found = starter.find(name, limit=8)
            assert train.number in [match.train.number for match in found], name


@in_country
@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("mumbai rajdhani", "12951 12952"), ("delhi mumbai rajdhani", "12951 12952"), ("ndls lko tejas", "82501 82502"),
        ("flying ranee", "12921 12922"), ("taj express", "12279 12280"), ("kashi vishwanath", "15127 15128"),
        ("august kranti rajdhani", "12953 12954"), ("ganga sutlej", "13307 13308"), ("gatiman", "12049 12050"),
        ("karnataka sampark kranti", "12649 12650"), ("saharsa garib rath", "12203 12204"),
        ("avadh assam", "15909 15910"),
        ("kanpur shatabdi", "12033 12034"), ("double decker jaipur", "12985 12986"), ("गीतांजलि", "12859 12860"),
        ("brahmaputra mail", "15657 15658"), ("matsyagandha", "12619 12620"), ("sanghamitra", "12295 12296"),
        ("mumbai mail", "12321 12322"), ("purva exp", "12303 12304"), ("coromandel", "12841 12842"),
        ("sabarmati express", "19165 19166"), ("netravati", "16345 16346"), ("swarn shatabdi", "12029 12030"),
        ("vaishali exp", "12553 12554"), ("golconda", "17201 17202"), ("nandankanan", "12815 12816"),
    ],
)  # fmt: skip
def test_well_known_trains_of_the_country(country: TrainFinder, text: str, pair: str) -> None:
    """Names there are abbreviated and half of them are codes: "Kashi V Nath", "Ak Tejas Rajdhani", "CNB SHT"."""
    assert set(pair.split()) <= set(numbers(country, text)[:4])


@in_country
def test_no_place_of_the_country_is_taken_for_a_train(country: TrainFinder) -> None:
    feed = country_feed()
    ends = {stop.station for train in feed.trains if train.classes for stop in (train.origin, train.terminus)}
    places = {station.city for station in feed.stations} | {station.state for station in feed.stations}
    places |= {station.name for station in feed.stations if station.code in ends} | ends
    assert [text for text in sorted(places) if country.find(text)] == []
