"""Station names: what a code, a name, a city or another name may mean."""

import pytest

from domain.ids import StationCode
from domain.places.station_names import CITY, CODE, NAME, StationNames, telling
from domain.stations import Station
from tests.unit.network import code

HERE = {"latitude": 25.0, "longitude": 85.0}
STATIONS = (
    Station(code("NK"), "Nashik Road", "नाशिक रोड", "Nashik", "Maharashtra", latitude=19.948, longitude=73.842),
    Station(code("MMR"), "Manmad Jn", "मनमाड जंक्शन", "Nashik", "Maharashtra", latitude=20.250, longitude=74.439),
    Station(code("DVL"), "Devlali", "", "Nashik", "Maharashtra", latitude=19.900, longitude=73.830),
    Station(code("MAS"), "MGR Chennai Central", "चेन्नई सेंट्रल", "Chennai", "Tamil Nadu"),
    Station(code("PRYJ"), "Prayagraj Jn", "प्रयागराज जंक्शन", "Prayagraj", "Uttar Pradesh"),
    Station(code("LKO"), "Lucknow Charbagh NR", "", "Lucknow", "Uttar Pradesh"),
    Station(code("LJN"), "Lucknow Jn NER", "", "Lucknow", "Uttar Pradesh"),
    Station(code("RJPB"), "Rajendra Nagar Terminal", "", "Patna", "Bihar"),
)
CALLS = {code("NK"): 1400, code("MMR"): 2100, code("DVL"): 150, code("MAS"): 4500, code("PRYJ"): 2800,
         code("LKO"): 3100, code("LJN"): 1300, code("RJPB"): 1000}  # fmt: skip
NAMES = StationNames({station.code: station for station in STATIONS}, CALLS)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Patna Junction Railway Station", ["patna"]),
        ("from: new delhi stn please", ["new", "delhi"]),
        ("agra cantonment", ["agra", "cantt"]),
        ("मुंबई सेंट्रल स्टेशन", ["mumbai", "central"]),
        ("कानपुर से", ["kaanpur"]),
        ("मदुरै ரயில் நிலையம்", ["madurai"]),
        ("station", ["station"]),
        ("", []),
    ],
)
def test_the_words_that_tell_which_place_it_is(text: str, words: list[str]) -> None:
    assert telling(text) == words


def test_a_code_beats_a_name_and_a_name_beats_a_city() -> None:
    assert NAMES.exactly("nk")[0] == {code("NK"): CODE}
    assert NAMES.exactly("manmad")[0] == {code("MMR"): NAME}
    scores, city = NAMES.exactly("lucknow")
    assert scores == {code("LKO"): CITY, code("LJN"): CITY}
    assert city == {code("LKO"), code("LJN")}


def test_old_names_and_withdrawn_codes_lead_to_todays() -> None:
    assert set(NAMES.exactly("allahabad")[0]) == {code("PRYJ")}
    assert set(NAMES.exactly("madrascentral")[0]) == {code("MAS")}
    assert NAMES.exactly("ald")[0] == {code("PRYJ"): NAME}


def test_a_district_is_not_its_city() -> None:
    """The feed puts Manmad in "Nashik", seventy kilometres from there."""
    assert NAMES.of_city("nashik") == [code("NK"), code("DVL")]
    assert NAMES.city_mates(code("MMR")) == [code("NK"), code("DVL")]


def test_a_city_without_stations_of_its_name_is_all_of_them() -> None:
    assert NAMES.of_city("patna") == [code("RJPB")]
    assert NAMES.of_city("atlantis") == []


def test_words_cut_short_are_understood_in_their_order() -> None:
    assert NAMES.shortened(["raj", "nagar"]) == {code("RJPB")}
    assert NAMES.shortened(["nagar", "raj"]) == set()
    assert NAMES.shortened(["mgr", "central"]) == {code("MAS")}
    assert NAMES.shortened(["nas", "road"]) == {code("NK")}


def test_a_small_railways_stations_are_all_known() -> None:
    assert all(NAMES.is_among(station.code, len(STATIONS)) for station in STATIONS)
    assert [station.code for station in STATIONS if NAMES.is_among(station.code, 1)] == ["MAS"]


def test_a_timetable_that_keeps_an_old_name_is_found_by_the_new_one() -> None:
    old = StationNames({code("MYS"): Station(code("MYS"), "Mysore Jn")}, {})
    assert set(old.exactly("mysuru")[0]) == {code("MYS")}
    assert set(old.exactly("maisur")[0]) == {code("MYS")}


def test_a_part_of_a_known_name_and_its_beginning() -> None:
    assert code("RJPB") in {found for found, _ in NAMES.of_key("rajendra")}
    assert {found for found, _ in NAMES.beginning("manm", today=True, indian=False)} == {StationCode("MMR")}
