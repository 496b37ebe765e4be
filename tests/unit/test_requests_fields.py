"""Requests: quota, time of day, who travels, what is changed and what is unclear, on the little network."""

from datetime import date

import pytest

from domain.daytimes import TimeOfDay
from domain.quotas import Quota
from domain.requests import Request, read_request
from domain.trains import TravelClass
from tests.unit.network import catalogue

MONDAY = date(2026, 11, 23)
COUNTRY = catalogue()


def read(text: str) -> Request:
    return read_request(text, MONDAY, COUNTRY)


def ends(text: str) -> str:
    """Codes as "NDLS>PNBE"."""
    request = read(text)
    return ">".join(matches[0].station.code if matches else "" for matches in (request.origin, request.destination))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ("delhi to patna tomorrow morning|kal subah patna|early morning|सुबह|at 6 am|subah 5 baje|10:30 am", "morning"),
        ("afternoon|dopahar|दोपहर|2 pm", "afternoon"),
        ("evening|shaam ko|शाम को|around 6 in the evening|5pm|17:45", "evening"),
        ("tonight|night|aaj raat|रात को|late night|10.30 pm|raat 9 baje|overnight", "night"),
        ("good morning, delhi to patna|good evening sir|7 baje", None),
    ],
)
def test_times_of_day(texts: str, expected: str | None) -> None:
    for text in texts.split("|"):
        assert (text, read(text).time_of_day) == (text, expected and TimeOfDay(expected))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ("tatkal|tatkaal me|तत्काल|TQ", "TQ"), ("premium tatkal", "PT"), ("general quota|sleeper general", "GN"),
        ("ladies quota|mahila quota|mahila kota|महिला कोटा|female quota", "LD"),
        ("senior citizen|sr citizen quota|varishth nagrik|वरिष्ठ नागरिक कोटा|lower berth quota", "SS"),
        ("divyang|handicapped quota|physically handicapped|viklang|दिव्यांग", "HP"),
        ("general|2 ladies|lower berth|kota to jaipur", None),
    ],
)  # fmt: skip
def test_quotas(texts: str, expected: str | None) -> None:
    for text in texts.split("|"):
        assert (text, read(text).quota) == (text, expected and Quota(expected))


def test_kota_behind_a_quota_is_a_place_where_a_journey_begins_there() -> None:
    request = read("ladies kota to agra")
    assert (request.quota, request.unknown) == (Quota.LADIES, "kota")  # this network has no Kota


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ("2 adults 1 child|2 bade 1 bachcha|adults: 2, children: 1|दो बड़े एक बच्चा|2 adults + 1 kid", (3, 1)),
        ("4 passengers incl. 2 children|4 tickets including 2 kids", (4, 2)),
        ("3 tickets|3 seats|teen log|तीन टिकट|for three|3 sleeper|tickets: 3|hum teen", (3, None)),
        ("me and my wife|my wife and i|main aur meri patni|मैं और मेरी पत्नी", (2, None)),
        ("2 adults and a 7 year old|me and my wife and our 4 year old daughter|2 bade aur 5 saal ka bachcha", (3, 1)),
        ("me and my 7 year old son", (2, 1)),
        ("my 70 year old mother and i", (2, None)),
        ("for my parents|do log|couple of tickets", (2, None)),
        ("family of 4|group of four|4 people", (4, None)), ("me, my wife and 2 kids", (4, 2)),
        ("akele jana hai|alone|single ticket|just me|papa ke liye ticket", (1, None)),
        ("a ticket|ticket do|3rd ac|2 tier|uncle ji|25 dec", (None, None)), ("2 ladies 1 man", (3, None)),
        ("2 senior citizens|2 tatkal", (2, None)), ("3 tickets 1 child", (4, 1)),
    ],
)  # fmt: skip
def test_who_travels(texts: str, expected: tuple[int | None, int | None]) -> None:
    for text in texts.split("|"):
        request = read(text)
        assert (text, request.passengers, request.children) == (text, *expected)
        assert request.added is None


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ("add one child|ek bachcha aur|ek aur bachcha|एक और बच्चा|one more kid", (1, 1)),
        ("one more passenger|add my wife|+1 adult|plus one|ek aur ticket|एक और टिकट", (1, None)),
        ("also add 2 children|2 more kids", (2, 2)), ("2 more adults|aur do log", (2, None)),
        ("remove one passenger|ek kam karo|one less", (-1, None)), ("remove 1 child", (-1, -1)),
    ],
)  # fmt: skip
def test_one_more_is_added_to_what_was_said(texts: str, expected: tuple[int, int | None]) -> None:
    for text in texts.split("|"):
        request = read(text)
        assert (text, request.added, request.added_children) == (text, *expected)
        assert (request.passengers, request.children) == (None, None)


@pytest.mark.parametrize("text", ["return on sunday", "wapsi sunday ko", "return ticket for sunday", "रविवार को वापसी"])
def test_the_way_back(text: str) -> None:
    request = read(text)
    assert (request.is_return, request.date) == (True, date(2026, 11, 29))
    assert not read("sunday").is_return


def test_there_and_back_in_one_sentence() -> None:
    request = read("delhi to agra tomorrow, return on sunday")
    assert (request.is_return, request.date, request.return_date) == (True, date(2026, 11, 24), date(2026, 11, 29))


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("delhi to patna kal 2 sleeper tatkal", ()), ("kanpur se delhi 25 dec subah 3ac 2 log", ()),
        ("delhi to atlantis", ("destination",)), ("atlantis se delhi kal", ("origin",)),
        ("delhi to patna next friday", ("date",)), ("delhi to patna 5 dec or 6 dec", ("date",)),
        ("delhi to patna 31/11", ("date",)), ("delhi to patna 25", ("date",)), ("delhi to patna next week", ("date",)),
        ("delhi to patna sleeper or 3ac", ("class",)), ("delhi to patna ac", ("class",)),
        ("delhi to patna general", ("class",)), ("delhi to patna tatkal ladies quota", ("quota",)),
        ("delhi to patna morning or evening", ("time_of_day",)),
        ("delhi to patna 2 tickets 3 tickets", ("passengers",)),
        ("delhi to patna with my family", ("passengers",)), ("delhi to patna tomorrow 4", ("passengers",)),
        ("delhi or agra to patna", ("origin",)), ("delhi to agra or patna", ("destination",)),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_without_asking_is_told(text: str, unclear: tuple[str, ...]) -> None:
    assert read(text).unclear == unclear


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("agra patna se kal", "PNBE>AGC"), ("kal patna se dilli jana hai", "PNBE>NDLS"),
        ("patna ke liye delhi se", "NDLS>PNBE"),
        ("any train for agra from patna", "PNBE>AGC"), ("between delhi and agra", "NDLS>AGC"),
        ("delhi to patna via kanpur", "NDLS>PNBE"), ("rajdhani delhi to patna", "NDLS>PNBE"),
        ("delhi 2 patna", "NDLS>PNBE"),
        ("delhi / patna / 2 tickets", "NDLS>PNBE"), ("delhi - patna - 3ac - 2 seats", "NDLS>PNBE"),
        ("ndls=>pnbe", "NDLS>PNBE"),
        ("hello sir delhi to patna", "NDLS>PNBE"), ("delhi se patna tak", "NDLS>PNBE"), ("दिल्ली से पटना", "NDLS>PNBE"),
        ("patna wali train delhi se", "NDLS>PNBE"), ("leaving patna tomorrow for agra", "PNBE>AGC"),
        ("patna ते agra", "PNBE>AGC"),
        ("instead of delhi from kanpur", "CNB>"), ("not from delhi, from kanpur", "CNB>"),
        ("delhi नहीं kanpur से", "CNB>"),
        ("From: Kanpur To: Agra Date: 26/11/2026", "CNB>AGC"), ("delhi से patna", "NDLS>PNBE"),
    ],
)  # fmt: skip
def test_ends_of_a_journey(text: str, expected: str) -> None:
    assert ends(text) == expected


def test_a_class_taken_back_is_not_meant() -> None:
    request = read("sleeper nahi 3ac")
    assert (request.travel_class, request.correction, request.unclear) == (TravelClass.THIRD_AC, True, ())
