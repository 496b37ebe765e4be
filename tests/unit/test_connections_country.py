"""Cities and connections of the whole country, as reading every stop finds them. Skipped where the data is not."""

from datetime import date

import pytest

from domain.catalogue import Catalogue
from domain.connections import connections, every_connection
from domain.ids import StationCode
from domain.traintypes import family
from handlers.texts import LANGUAGES, say
from tests import brute
from tests.country import IN_COUNTRY, the_country
from tests.unit.network import code

SUNDAY = date(2026, 11, 29)

pytestmark = IN_COUNTRY


@pytest.fixture(scope="module")
def country() -> Catalogue:
    return the_country()


def city(country: Catalogue, station: str) -> list[StationCode]:
    return [station.code for station in country.stations.stations_of_city(code(station))]


@pytest.mark.parametrize(
    "pair", ["NDLS HWH", "CSMT NDLS", "MAS SBC", "PNBE LKO", "SC MAS", "CSMT KYN", "NDLS DLI", "ADI ST"]
)
def test_between_cities_the_same_trains_as_reading_every_stop(country: Catalogue, pair: str) -> None:
    origins, destinations = (city(country, station) for station in pair.split())
    expected = brute.direct(country.timetable, origins, destinations, SUNDAY)
    assert expected
    assert country.timetable.direct(origins, destinations, SUNDAY) == expected


@pytest.mark.parametrize("pair", ["PNBE UDZ", "LKO SBC", "GHY ADI", "TVC PURI"])
def test_with_one_change_the_same_connections(country: Catalogue, pair: str) -> None:
    origins, destinations = (city(country, station) for station in pair.split())
    reserved = [train for train in country.timetable if train.classes]
    beside = {code(station): city(country, station) for station in ("HWH", "NDLS", "CSMT", "MAS", "SC", "SBC")}
    expected = brute.connections(reserved, origins, destinations, SUNDAY, beside)
    assert expected
    found = list(every_connection(country.timetable, origins, destinations, SUNDAY, cities=beside))
    assert len(found) == len(expected)
    assert set(found) == set(expected)
    told = connections(country.timetable, origins, destinations, SUNDAY, cities=beside, limit=len(found))
    assert {brute.runs(connection) for connection in told} == brute.unbeaten(expected)
    assert [c.arrival_at for c in told] == sorted(c.arrival_at for c in told)


def test_every_kind_of_train_that_runs_has_a_name(country: Catalogue) -> None:
    kinds = {train.type: family(train.type) for train in country.timetable}
    assert len(set(kinds.values())) == 13
    assert all(say(language).label(f"family-{kind}") for kind in kinds.values() for language in LANGUAGES)
