"""Requests: a sentence, and how much of a journey it tells."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.reading.classwords import read_class
from domain.requests import Request, read_request
from domain.stations import Match
from domain.trains import TravelClass
from tests.unit.network import catalogue

MONDAY = date(2026, 11, 23)
TOMORROW = date(2026, 11, 24)
COUNTRY = catalogue()
SL, A3 = TravelClass.SLEEPER, TravelClass.THIRD_AC


def read(text: str) -> Request:
    return read_request(text, MONDAY, COUNTRY)


def first(matches: list[Match]) -> str:
    return matches[0].station.code if matches else ""


def told(text: str) -> tuple[str, str, date | None, TravelClass | None, int | None]:
    request = read(text)
    return first(request.origin), first(request.destination), request.date, request.travel_class, request.passengers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 sleeper tickets patna to delhi tomorrow", ("PNBE", "NDLS", TOMORROW, SL, 2)),
        ("delhi se kanpur kal 3a", ("NDLS", "CNB", TOMORROW, A3, None)),
        ("ndls->cnb today", ("NDLS", "CNB", MONDAY, None, None)),
        ("delhi-kolkata", ("NDLS", "HWH", None, None, None)),
        ("Delhi Kolkata 24-12-26", ("NDLS", "HWH", date(2026, 12, 24), None, None)),
        ("i want to travel from kolkata to patna on friday", ("HWH", "PNBE", date(2026, 11, 27), None, None)),
        ("delhi jana hai lucknow se kal", ("LKO", "NDLS", TOMORROW, None, None)),
        ("from lucknow", ("LKO", "", None, None, None)),
        ("to Agra on friday", ("", "AGC", date(2026, 11, 27), None, None)),
        ("agra to patna 2 adults and 1 child 25 dec", ("AGC", "PNBE", date(2026, 12, 25), None, 3)),
        ("delhi to patna for two 20 dec 3 tier AC", ("NDLS", "PNBE", date(2026, 12, 20), A3, 2)),
        ("कल पटना से दिल्ली दो टिकट स्लीपर", ("PNBE", "NDLS", TOMORROW, SL, 2)),
        ("howra to new dehli", ("HWH", "NDLS", None, None, None)),
        ("7 tickets to agra", ("", "AGC", None, None, 7)),
        ("make it sleeper", ("", "", None, SL, None)),
        ("मुझे पटना जाना है", ("", "PNBE", None, None, None)),
        ("mujhe delhi jana hai", ("", "NDLS", None, None, None)),
        ("patna kal jana hai", ("", "PNBE", TOMORROW, None, None)),
        ("i want to go to patna", ("", "PNBE", None, None, None)),
        ("i want to go patna", ("", "PNBE", None, None, None)),
        ("ready to go to patna", ("", "PNBE", None, None, None)),
        ("i want to book delhi to patna", ("NDLS", "PNBE", None, None, None)),
        ("delhi patna jana hai", ("NDLS", "PNBE", None, None, None)),
        ("patna se jana hai", ("PNBE", "", None, None, None)),
        ("new delhi to agra cantt in 5 days", ("NDLS", "AGC", date(2026, 11, 28), None, None)),
    ],
)
def test_sentences(text: str, expected: tuple[object, ...]) -> None:
    assert told(text) == expected


def test_kal_is_tomorrow_and_never_the_station_of_that_code() -> None:
    assert first(COUNTRY.stations.find("KAL")) == "KAL"
    assert told("patna se agra kal") == ("PNBE", "AGC", TOMORROW, None, None)


@pytest.mark.parametrize(
    "text", ["no, from Kanpur", "nahi, kanpur se", "नहीं, कानपुर से", "sorry from kanpur", "from kanpur instead"]
)
def test_a_changed_mind(text: str) -> None:
    request = read(text)
    assert request.correction
    assert first(request.origin) == "CNB"
    assert request.destination == []


def test_a_place_alone_may_be_either_end() -> None:
    request = read("no, Kanpur")
    assert request.correction
    assert (request.origin, request.destination, first(request.place)) == ([], [], "CNB")


@pytest.mark.parametrize("text", ["I am in Patna", "patna", "main patna me hun", "पटना में हूँ"])
def test_where_somebody_is_may_be_either_end(text: str) -> None:
    request = read(text)
    assert (request.origin, request.destination, first(request.place)) == ([], [], "PNBE")


@pytest.mark.parametrize(
    "text",
    ["", "hello", "🙂", "thanks", "how to book", "nice to meet you", "happy to see you", "98765 43210", "a@example.com",
     "Asha 34 F lower", "Bina 34 F, Agra 30 M", "Bina Agra SL 34 F",
     "delhi to patna " * 1_000, "to to to", "se se", "-", "->", "to"],
)  # fmt: skip
def test_what_is_no_journey_tells_nothing_of_places(text: str) -> None:
    request = read(text)
    assert (request.origin, request.destination, request.place) == ([], [], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sleeper", SL), ("SL", SL), ("स्लीपर", SL), ("make it sleeper class", SL), ("3a", A3), ("3AC", A3),
        ("third ac", A3), ("3rd AC", A3), ("AC 3 tier", A3), ("थर्ड एसी", A3), ("2 tier", TravelClass.SECOND_AC),
        ("second ac", TravelClass.SECOND_AC), ("first ac", TravelClass.FIRST_AC), ("1st class", TravelClass.FIRST_AC),
        ("chair car", TravelClass.CHAIR_CAR), ("ac chair car", TravelClass.CHAIR_CAR), ("cc", TravelClass.CHAIR_CAR),
        ("executive", TravelClass.EXECUTIVE_CHAIR), ("second sitting", TravelClass.SECOND_SITTING),
        ("2S", TravelClass.SECOND_SITTING), ("3 ac economy", TravelClass.THIRD_ECONOMY),
        ("3e", TravelClass.THIRD_ECONOMY),
        ("vistadome", TravelClass.VISTADOME), ("ac", None), ("hello", None), ("slow", None), ("2 tickets", None),
        ("sleeper " * 1_000, None),
    ],
)  # fmt: skip
def test_classes_by_their_many_names(text: str, expected: TravelClass | None) -> None:
    assert read_class(text) is expected


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=320), st.lists(st.sampled_from(
    ["from", "to", "se", "delhi", "patna", "kal", "2", "tickets", "no", ",", "->", "5/12", "3a", "कल", "🙂", "से", "for"]
), max_size=40).map(" ".join)))  # fmt: skip
def test_any_text_is_taken(text: str) -> None:
    request = read(text)
    assert request.passengers is None or 0 <= request.passengers <= 999


@pytest.mark.parametrize(
    ("text", "origin", "destination", "unknown"),
    [
        ("delhi to atlantis", "NDLS", "", "atlantis"),
        ("from delhi to atlantis tomorrow", "NDLS", "", "atlantis"),
        ("atlantis to delhi", "", "NDLS", "atlantis"),
        ("xyzabc to delhi", "", "NDLS", "xyzabc"),
        ("delhi -> atlantis", "NDLS", "", "atlantis"),
        ("delhi - atlantis", "NDLS", "", "atlantis"),
        ("from atlantis to delhi", "", "NDLS", "atlantis"),
        ("delhi se atlantis", "NDLS", "", "atlantis"),
        ("atlantis se delhi", "", "NDLS", "atlantis"),
        ("दिल्ली से पेरिस", "NDLS", "", "पेरिस"),
        ("पेरिस से दिल्ली कल", "", "NDLS", "पेरिस"),
        ("delhi to patna", "NDLS", "PNBE", ""),
        ("delhi se patna jaldi", "NDLS", "PNBE", ""),
        ("delhi se kal 2 log, jaldi", "NDLS", "", ""),
        ("happy to go to agra", "", "AGC", ""),
        ("atlantis to lemuria", "", "", ""),
        ("atlantis", "", "", ""),
        ("nice to meet you", "", "", ""),
        ("i want to go", "", "", ""),
    ],
)
def test_an_end_that_is_no_place_is_told_as_it_was_said(text: str, origin: str, destination: str, unknown: str) -> None:
    request = read(text)
    assert (first(request.origin), first(request.destination), request.unknown) == (origin, destination, unknown)
