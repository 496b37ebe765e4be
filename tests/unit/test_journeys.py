"""Journeys: which trains go on the passenger's date, seen from the passenger's station."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ids import StationCode
from domain.journeys import Timetable
from domain.railtime import INDIA
from domain.trains import Train
from tests import brute
from tests.unit.network import STATIONS, TRAINS, code, codes, train
from tests.unit.railways import places, railways

MONDAY = date(2026, 11, 23)
TUESDAY = MONDAY + timedelta(days=1)
TIMETABLE = Timetable(TRAINS)

stations = st.sampled_from([station.code for station in STATIONS])
dates = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def found(origins: str, destinations: str, on: date, *, bookable_only: bool = False) -> list[str]:
    """Journeys as number@departure."""
    journeys = TIMETABLE.direct(codes(origins), codes(destinations), on, bookable_only=bookable_only)
    return [f"{journey.train.number}@{journey.departure_at:%H:%M}" for journey in journeys]


def test_a_train_goes_on_its_days_and_the_earlier_comes_first() -> None:
    assert found("NDLS", "CNB", MONDAY) == ["12004@06:10", "12394@17:00"]
    assert found("NDLS", "CNB", TUESDAY) == ["12004@06:10"]


def test_a_train_joined_after_midnight_is_found_on_the_passengers_date() -> None:
    assert found("PNBE", "HWH", MONDAY) == []
    (journey,) = TIMETABLE.direct([code("PNBE")], [code("HWH")], TUESDAY)
    assert (journey.date, journey.run_date) == (TUESDAY, MONDAY)
    assert journey.departure_at == datetime(2026, 11, 24, 0, 5, tzinfo=INDIA)
    assert journey.arrival_at == datetime(2026, 11, 24, 8, 0, tzinfo=INDIA)
    assert (journey.duration, journey.km, journey.legs) == (475, 531, 0b100)


def test_nothing_goes_backwards_nor_to_where_one_is() -> None:
    assert found("LKO", "NDLS", MONDAY) == []
    assert found("CNB", "CNB", MONDAY) == []
    assert found("NOWHERE", "CNB", MONDAY) == []


def test_of_a_train_that_calls_twice_the_first_call_before_the_destination_counts() -> None:
    to_patna = TIMETABLE.journey("11109", code("CNB"), code("PNBE"), MONDAY)
    back = TIMETABLE.journey("11109", code("LKO"), code("CNB"), MONDAY)
    assert to_patna is not None
    assert back is not None
    assert (to_patna.from_stop, to_patna.to_stop, to_patna.km) == (1, 4, 705)
    assert (back.from_stop, back.to_stop, back.km) == (2, 3, 72)
    assert "11109@11:00" in found("LKO", "CNB", MONDAY)


def test_unreserved_trains_can_be_left_out() -> None:
    assert found("LKO", "CNB", MONDAY) == ["54251@07:00", "11109@11:00"]
    assert found("LKO", "CNB", MONDAY, bookable_only=True) == ["11109@11:00"]


def test_a_run_that_serves_two_stations_of_a_city_is_listed_once_from_its_terminal() -> None:
    assert found("PNBE RJPB", "NDLS DLI", MONDAY) == ["13010@04:10", "12309@19:00"]
    assert found("RJPB PNBE", "NDLS DLI", MONDAY) == ["13010@04:10", "12309@19:00"]
    (to_delhi,) = TIMETABLE.direct(codes("HWH"), codes("CNB NDLS"), MONDAY)
    assert (to_delhi.train.number, to_delhi.destination) == ("13010", "NDLS")


def test_a_run_that_neither_starts_nor_ends_there_is_listed_at_the_station_named_first() -> None:
    through = train("12555", ["GKP -17:00 0", "LKO 22:00-22:10 270", "CNB 23:30-23:40 345", "NDLS 05:00-+1 785"])
    past_both = Timetable([through])
    for place in ("LKO CNB", "CNB LKO"):
        (leaving,) = past_both.direct(codes(place), codes("NDLS"), MONDAY)
        (arriving,) = past_both.direct(codes("GKP"), codes(place), MONDAY)
        assert leaving.origin == arriving.destination == place.split()[0]


def test_a_run_that_passes_midnight_within_a_city_is_found_on_both_dates() -> None:
    assert found("NDLS DLI", "HWH", MONDAY) == ["12394@17:00", "22222@23:50"]
    assert found("NDLS DLI", "HWH", TUESDAY) == ["22222@00:10"]


def test_a_train_is_found_by_its_number() -> None:
    assert TIMETABLE.train("12004") is TRAINS[1]
    assert TIMETABLE.train("99999") is None
    assert TIMETABLE.journey("99999", code("NDLS"), code("CNB"), MONDAY) is None
    assert TIMETABLE.journey("12394", code("NDLS"), code("CNB"), TUESDAY) is None
    assert TIMETABLE.journey("12394", code("HWH"), code("NDLS"), MONDAY) is None


def test_the_days_between_two_places_are_those_at_the_passengers_station() -> None:
    assert TIMETABLE.days_between(codes("NDLS"), codes("PNBE")) == "1010100"
    assert TIMETABLE.days_between(codes("PNBE"), codes("HWH")) == "0101010"
    assert TIMETABLE.days_between(codes("HWH"), codes("LKO")) == "0000000"


def test_a_train_whose_days_are_unknown_is_taken_to_run_daily() -> None:
    assert TIMETABLE.days_between(codes("KYN"), codes("BINA")) == "1111111"


def test_the_nearest_dates_with_a_train() -> None:
    assert TIMETABLE.next_dates(codes("NDLS"), codes("PNBE"), MONDAY) == [
        date(2026, 11, 25), date(2026, 11, 27), date(2026, 11, 30)
    ]  # fmt: skip
    assert TIMETABLE.next_dates(codes("DLI"), codes("HWH"), MONDAY, limit=2) == [
        date(2026, 11, 30), date(2026, 12, 7)
    ]  # fmt: skip
    assert TIMETABLE.next_dates(codes("HWH"), codes("LKO"), MONDAY) == []
    only_unreserved = Timetable([train("54251", ["LKO -07:00 0", "CNB 09:30- 72"], classes=())])
    assert only_unreserved.next_dates(codes("LKO"), codes("CNB"), MONDAY, bookable_only=True) == []


def test_every_train_that_calls_at_a_station_is_known() -> None:
    calls = [(caller.number, position) for caller, position in TIMETABLE.calls(code("LKO"))]
    assert calls == [("12004", 2), ("11109", 2), ("12180", 1), ("54251", 0)]
    assert list(TIMETABLE) == list(TRAINS)
    assert len(TIMETABLE) == len(TRAINS)


@given(stations, stations, dates)
def test_the_index_finds_what_looking_at_every_stop_finds(origin: str, destination: str, on: date) -> None:
    journeys = TIMETABLE.direct([code(origin)], [code(destination)], on)
    assert journeys == brute.direct(TRAINS, [code(origin)], [code(destination)], on)
    assert all(journey.date == on == journey.departure_at.date() for journey in journeys)
    assert all((journey.origin, journey.destination) == (origin, destination) for journey in journeys)


@given(railways, places, places, dates)
def test_between_cities_too_on_any_railway(
    trains: list[Train], origins: list[StationCode], destinations: list[StationCode], on: date
) -> None:
    timetable = Timetable(trains)
    expected = brute.direct(trains, origins, destinations, on)
    assert timetable.direct(origins, destinations, on) == expected
    bookable = timetable.direct(origins, destinations, on, bookable_only=True)
    assert bookable == [journey for journey in expected if journey.train.classes]


@given(railways, places, places, dates)
def test_the_days_between_cities_are_those_on_which_a_train_is_found(
    trains: list[Train], origins: list[StationCode], destinations: list[StationCode], on: date
) -> None:
    timetable = Timetable(trains)
    runs = timetable.days_between(origins, destinations)[on.weekday()]
    assert runs == ("1" if timetable.direct(origins, destinations, on) else "0")


@given(stations, stations, dates)
def test_dates_offered_are_dates_found(origin: str, destination: str, after: date) -> None:
    for day in TIMETABLE.next_dates([code(origin)], [code(destination)], after):
        assert day > after
        assert TIMETABLE.direct([code(origin)], [code(destination)], day)


@pytest.mark.parametrize("number", [journey.number for journey in TRAINS])
def test_a_journey_by_number_is_the_one_in_the_list(number: str) -> None:
    calls = next(candidate for candidate in TRAINS if candidate.number == number).stops
    ends = calls[0].station, calls[-1].station
    listed = (j for j in TIMETABLE.direct([ends[0]], [ends[1]], MONDAY) if j.train.number == number)
    assert TIMETABLE.journey(number, *ends, MONDAY) == next(listed, None)
