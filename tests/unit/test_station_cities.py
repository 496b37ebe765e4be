"""Station cities: what the feed tells, and what names and distances tell where it is silent."""

from domain.places.station_cities import cities, kilometres
from domain.stations import Station, StationFinder
from tests.unit.network import code


def station(letters: str, name: str, latitude: float, longitude: float, city: str = "") -> Station:
    return Station(code(letters), name, city=city, latitude=latitude, longitude=longitude)


AGRA, FORT = station("AGC", "Agra Cantt", 27.158, 77.990), station("AF", "Agra Fort", 27.184, 78.019)
FAR = station("AGX", "Agra Khas", 21.0, 81.0)
DELHI = (
    station("NDLS", "New Delhi", 28.642, 77.220), station("DLI", "Delhi Jn", 28.661, 77.228),
    station("NZM", "Hazrat Nizamuddin", 28.588, 77.253),
)  # fmt: skip
CALLS = {code("AGC"): 2200, code("AF"): 500, code("NDLS"): 6000, code("DLI"): 2300, code("NZM"): 4200}


def told(*stations: Station) -> dict[str, str]:
    return {str(found): city for found, city in cities({s.code: s for s in stations}, CALLS).items()}


def test_what_the_feed_tells_stands() -> None:
    assert told(station("BSR", "Vasai Road", 19.38, 72.83, "Palghar")) == {"BSR": "Palghar"}


def test_a_station_is_in_the_city_that_it_is_called_after() -> None:
    assert told(AGRA, FORT) == {"AGC": "Agra", "AF": "Agra"}


def test_a_namesake_far_away_is_another_place() -> None:
    assert told(AGRA, FORT, FAR)["AGX"] == "Agra Khas"


def test_cities_whose_stations_bear_other_names_are_known() -> None:
    assert told(*DELHI) == {"NDLS": "Delhi", "DLI": "Delhi", "NZM": "Delhi"}


def test_a_station_left_blank_joins_the_city_beside_it() -> None:
    bokaro = station("BKSC", "Bokaro Steel City", 23.65, 86.09)
    assert told(station("CRP", "Chandrapura", 23.75, 86.12, "Bokaro"), bokaro)["BKSC"] == "Bokaro"


def test_a_feed_without_cities_still_finds_a_whole_city() -> None:
    matches = StationFinder(DELHI, CALLS).find("delhi")
    assert {match.station.code for match in matches} == {"NDLS", "DLI", "NZM"}
    assert all(match.whole_city for match in matches)


def test_kilometres_are_those_of_a_map() -> None:
    assert round(kilometres(DELHI[0], AGRA)) == 181
    assert kilometres(AGRA, Station(code("XX"), "Nowhere")) == 0.0
