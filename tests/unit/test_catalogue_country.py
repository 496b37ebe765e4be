"""The whole country: the answers that were found by brute force, and how quickly. Skipped where the data is not."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.feeds.feed import Feed
from domain.catalogue import Catalogue
from domain.ids import StationCode
from domain.requests import read_request
from tests.country import IN_COUNTRY, country_feed, the_country

SHARED = Path(__file__).parents[2].parent / "shared"
DIRECT = SHARED / "data" / "queries" / "direct_trains.tsv"
MONDAY = date(2026, 11, 23)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

pytestmark = IN_COUNTRY


@pytest.fixture(scope="module")
def feed() -> Feed:
    return country_feed()


@pytest.fixture(scope="module")
def country(feed: Feed) -> Catalogue:
    return the_country()


def expected() -> list[dict[str, str]]:
    with DIRECT.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize(("column", "bookable_only"), [("all", False), ("reserved", True)])
def test_direct_trains_are_those_found_by_brute_force(country: Catalogue, column: str, bookable_only: bool) -> None:
    rows = expected()
    assert len(rows) == 56
    for row in rows:
        on = MONDAY + timedelta(days=WEEKDAYS.index(row["weekday_at_origin"]))
        ends = [StationCode(row["origin"])], [StationCode(row["destination"])]
        found = country.timetable.direct(*ends, on, bookable_only=bookable_only)
        assert all(journey.departure_at.date() == journey.date == on for journey in found)
        numbers = [f"{journey.train.number}@{journey.departure_at:%H:%M}" for journey in found]
        assert sorted(numbers) == sorted(row[f"{column}_trains_number@departure"].split()), row
        assert [journey.departure_at for journey in found] == sorted(journey.departure_at for journey in found)


@pytest.mark.parametrize(
    ("text", "first"),
    [("delhi", "NDLS"), ("kolkata", "HWH"), ("patna", "PNBE"), ("lucknow", "LKO"), ("goa", "MAO"), ("gaya", "GAYA"),
     ("thane", "TNA"), ("नई दिल्ली", "NDLS"), ("lokmanya tilak", "LTT"), ("luckbow", "LKO"), ("egmore", "MS"),
     ("कानपुर", "CNB"), ("आगरा", "AGC"), ("जम्मू", "JAT"), ("गोवा", "MAO"), ("परेल", "PR"), ("झांसी", "VGLJ")],
)  # fmt: skip
def test_well_known_places(country: Catalogue, text: str, first: str) -> None:
    assert country.stations.find(text)[0].station.code == first


def test_a_sentence_of_the_country(country: Catalogue) -> None:
    request = read_request("kal haridwar se dilli 2 tickets 3ac", MONDAY, country)
    assert request.origin[0].station.code == "HW"
    assert request.destination[0].station.code == "NDLS"
    assert (request.date, request.travel_class, request.passengers) == (date(2026, 11, 24), "3A", 2)
