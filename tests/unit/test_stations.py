"""Stations: what people type, and what is found for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.stations import Station, StationFinder
from domain.words import lowered
from tests.unit.network import STATIONS, catalogue, code

FINDER = catalogue().stations


def found(text: str) -> list[str]:
    return [match.station.code for match in FINDER.find(text)]


def sure(text: str) -> bool:
    matches = FINDER.find(text)
    return bool(matches) and matches[0].sure


NEW_DELHI = ("NDLS", "ndls", " Ndls ", "ndls station", "NDLS.", "from ndls", "newdelhi", "NEW  DELHI", "नई दिल्ली")
NO_PLACES = (
    "", "   ", "🙂", "🙂🙂", "???", "9999", "0", "hello", "xyzxyz", "book ticket", "नमस्ते", "/start", "\x00", "से",
    "http://example.com", "sleeper class", "a" * 10_000, "delhi " * 2_000,
)  # fmt: skip


@pytest.mark.parametrize("text", [*NEW_DELHI, "New Delhi Railway Station"])
def test_a_code_or_a_whole_name_is_taken_without_asking(text: str) -> None:
    assert found(text)[0] == "NDLS"
    assert sure(text)


@pytest.mark.parametrize(("text", "wanted"), [("new dehli", "NDLS"), ("kanpur centrl", "CNB"), ("calyan", "KYN"),
                                              ("howra", "HWH"), ("पटनां", "PNBE"), ("agra", "AGC"), ("kaly", "KYN"),
                                              ("rajendra", "RJPB"), ("हावड़ा", "HWH"), ("हावडा", "HWH")])  # fmt: skip
def test_slips_beginnings_and_parts_of_names_are_found(text: str, wanted: str) -> None:
    assert found(text)[0] == wanted


def test_a_city_offers_its_stations_the_busiest_first() -> None:
    assert found("delhi") == ["NDLS", "DLI"]
    assert not sure("delhi")
    assert all(match.whole_city for match in FINDER.find("delhi"))
    assert found("दिल्ली") == ["NDLS", "DLI"]


def test_a_city_is_meant_rather_than_its_lesser_station_of_that_name() -> None:
    assert found("kolkata") == ["HWH", "KOAA"]
    assert not sure("kolkata")
    assert found("calcutta") == ["HWH", "KOAA"]


def test_the_main_station_named_like_its_city_is_taken_and_the_others_are_offered() -> None:
    assert found("patna") == ["PNBE", "RJPB"]
    assert sure("patna")


def test_a_code_that_is_also_a_famous_place_is_asked_about() -> None:
    stations = (
        Station(code("GOA"), "Gohad Road", city="Bhind", state="Madhya Pradesh"),
        Station(code("MAO"), "Madgaon Jn", city="Goa", state="Goa"),
    )
    matches = StationFinder(stations, {code("GOA"): 4, code("MAO"): 100}).find("goa")
    assert [(match.station.code, match.sure) for match in matches] == [("MAO", False), ("GOA", False)]


@pytest.mark.parametrize(("hindi", "english"), [("कानपुर", "kanpur"), ("आगरा", "agra"), ("लखनऊ", "lucknow"),
                                                ("पटना", "patna"), ("कोलकाता", "kolkata")])  # fmt: skip
def test_a_city_in_hindi_finds_what_it_finds_in_english(hindi: str, english: str) -> None:
    assert FINDER.find(hindi) == FINDER.find(english)


@pytest.mark.parametrize(
    ("name", "name_hi", "city", "typed"),
    [
        ("Virangana Lakshmibai Jhansi Jn", "वीरांगना लक्ष्मीबाई झाँसी जंक्शन", "Jhansi", "झांसी"),
        ("Shri Mata Vaishno Devi Katra", "श्री माता वैष्णो देवी कटरा", "Katra", "कटरा"),
        ("Madgaon Jn", "मडगाँव जंक्शन", "Goa", "गोवा"),
        ("Ernakulam Jn", "एर्नाकुलम जंक्शन", "Kochi", "कोच्चि"),
    ],
)
def test_a_city_in_hindi_is_known_from_its_stations_or_by_heart(name: str, name_hi: str, city: str, typed: str) -> None:
    finder = StationFinder([Station(code("AAA"), name, name_hi, city)], {})
    assert [match.station.code for match in finder.find(typed, exactly=True)] == ["AAA"]
    assert lowered(finder.city_in_hindi(code("AAA"))) == lowered(typed)


def test_a_station_whose_hindi_name_leaves_its_city_out_does_not_name_the_city() -> None:
    stations = [
        Station(code("CSMT"), "Mumbai Central", "मुंबई सेंट्रल", "Mumbai"),
        Station(code("PR"), "Mumbai Parel", "परेल", "Mumbai"),
    ]
    finder = StationFinder(stations, {code("CSMT"): 50, code("PR"): 40})
    assert [match.station.code for match in finder.find("परेल")] == ["PR"]
    assert [match.station.code for match in finder.find("मुंबई")] == ["CSMT", "PR"]
    assert finder.city_in_hindi(code("PR")) == "मुंबई"


def test_namesakes_are_asked_about_unless_one_towers_above_the_other() -> None:
    stations = [Station(code("RMU"), "Rampur"), Station(code("RMP"), "Rampur", state="Bihar")]
    alike = StationFinder(stations, {code("RMU"): 50, code("RMP"): 40}).find("rampur")
    towering = StationFinder(stations, {code("RMU"): 500, code("RMP"): 4}).find("rampur")
    assert [match.sure for match in alike] == [False, False]
    assert [(match.station.code, match.sure) for match in towering] == [("RMU", True), ("RMP", False)]


@pytest.mark.parametrize("text", NO_PLACES)
def test_what_is_no_place_finds_nothing(text: str) -> None:
    assert found(text) == []


@given(st.text(max_size=400))
def test_any_text_is_taken(text: str) -> None:
    matches = FINDER.find(text, limit=3)
    assert len(matches) <= 3
    assert all(0 <= match.score <= 100 for match in matches)
    assert not any(match.sure for match in matches[1:])


@given(st.sampled_from(STATIONS))
def test_every_station_is_found_by_its_code(station: Station) -> None:
    assert FINDER.find(station.code)[0].station == station
    assert FINDER.get(station.code) is station


@given(st.sampled_from(STATIONS), st.integers(0, 40))
def test_one_letter_too_many_in_a_word_still_finds_the_place(station: Station, at: int) -> None:
    first_word, *rest = station.name.split()
    at %= len(first_word)
    typed = " ".join([first_word[:at] + "x" + first_word[at:], *rest])
    assert station.code in found(typed)


def test_the_stations_of_a_city() -> None:
    assert [station.code for station in FINDER.stations_of_city(code("RJPB"))] == ["PNBE", "RJPB"]
    assert [station.code for station in FINDER.stations_of_city(code("AGC"))] == ["AGC"]
    assert FINDER.stations_of_city(code("NOWHERE")) == []


def test_the_nearest_stations_with_their_distance() -> None:
    (first, km), (second, _) = FINDER.nearest(26.8301, 80.9251, limit=2)
    assert {first.code, second.code} == {"LKO", "LJN"}
    assert km < 1
    (agra, km), *_ = FINDER.nearest(27.16, 77.99)
    assert (agra.code, round(km)) == ("AGC", 0)
    assert [round(km) for station, km in FINDER.nearest(27.16, 77.99) if station.code == "NDLS"] == [181]


def test_the_finder_can_be_looked_through() -> None:
    assert len(FINDER) == len(STATIONS)
    assert list(FINDER) == list(STATIONS)
    assert FINDER.get(code("XX")) is None


ANY_OF_DELHI = (
    "any delhi station", "koi bhi delhi", "all delhi stations", "delhi ka koi bhi station", "दिल्ली का कोई भी स्टेशन",
    "any station in dilli",
)  # fmt: skip
AMONG_TALK = (
    "mujhe patna jana hai", "i want to go to patna", "patna 800001", "patna ke liye ticket", "मुझे पटना जाना है",
    "hello patna", "patna, bihar, india",
)  # fmt: skip
NOT_HERE = (
    "paris", "sydney", "लंदन", "லண்டன்", "canada", "sir", "can you help", "kya haal hai", "धन्यवाद", "நன்றி", "booked",
    "pizza", "my name", "कितना", "asdfgh", "שלום",
)  # fmt: skip


@pytest.mark.parametrize("text", ANY_OF_DELHI)
def test_any_station_of_a_city_means_all_of_them(text: str) -> None:
    assert found(text) == ["NDLS", "DLI"]
    assert all(match.whole_city and not match.sure for match in FINDER.find(text))


@pytest.mark.parametrize("text", AMONG_TALK)
def test_a_place_is_found_among_talk(text: str) -> None:
    assert found(text)[0] == "PNBE"


@pytest.mark.parametrize("text", NOT_HERE)
def test_places_abroad_and_everyday_words_are_not_guessed_at(text: str) -> None:
    assert found(text) == []


def among_busier(*stations: Station) -> StationFinder:
    """These stations, of which only those of Delhi are no halts, beside hundreds of busier ones."""
    busier = {Station(code(f"B{n}"), f"Elsewhere {n}"): 100 + n for n in range(900)}
    calls = {station.code: calls for station, calls in busier.items()} | {code("NDLS"): 6000, code("DLI"): 4000}
    return StationFinder([*stations, *busier], calls)


def test_an_everyday_word_is_still_the_station_that_is_called_so() -> None:
    finder = among_busier(Station(code("PEN"), "Pen"), Station(code("SIR"), "Sirhind"), Station(code("KAN"), "Khana"))
    assert [match.station.code for match in finder.find("pen")] == ["PEN"]
    assert finder.find("khana") == []  # food, in every sentence
    assert finder.find("sir") == []
    assert [match.station.code for match in finder.find("SIR")] == ["SIR"]


def test_a_halts_code_does_not_hide_the_city_that_sounds_so() -> None:
    delhi = [
        Station(code(letters), name, city="Delhi") for letters, name in (("NDLS", "New Delhi"), ("DLI", "Old Delhi"))
    ]
    finder = among_busier(Station(code("DELI"), "Deoli"), *delhi)
    assert [match.station.code for match in finder.find("deli")] == ["NDLS", "DLI", "DELI"]
    assert not any(match.sure for match in finder.find("deli"))
    assert [(match.station.code, match.sure) for match in finder.find("DELI")] == [("DELI", True)]


def test_a_suburb_is_known_by_the_city_beside_its_name() -> None:
    stations = [
        Station(code("KYN"), "Kalyan Jn", city="Kalyan", latitude=19.235, longitude=73.130),
        Station(code("KYZ"), "Kalyani", city="Nadia", latitude=22.975, longitude=88.434),
        Station(code("CSMT"), "Mumbai CSMT", city="Mumbai", latitude=18.940, longitude=72.835),
    ]
    finder = StationFinder(stations, {code("CSMT"): 3000, code("KYN"): 3000, code("KYZ"): 100})
    assert [match.station.code for match in finder.find("kalyan jn mumbai")] == ["KYN"]
