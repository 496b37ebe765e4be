"""Special trains: what the desk writes is read, and they run on their dates and on no other."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.catalogue import Catalogue
from domain.coaches import rake
from domain.connections import best, connections, every_connection
from domain.errors import Problem
from domain.ids import StationCode
from domain.journeys import Timetable
from domain.specialdates import Offered, offered_dates, read_run_dates
from domain.specials import Plan, Special, drawn_up, free_number, read_coaches, read_shift, shifted, usual_coaches
from domain.trains import DAY, Coaches, Train, TravelClass
from tests import brute
from tests.unit.network import STATIONS, TRAINS, code, codes, train
from tests.unit.railways import CITIES, finishes, places, railways, starts

FRIDAY = date(2026, 11, 20)
LIKE = replace(next(train for train in TRAINS if train.number == "12309"), type="RAJ")
NIGHT = train("12394", ["NDLS -23:50 0", "CNB 05:00-05:05+1 440", "PNBE 12:00-+1 1001"])


def a_special(like: Train = LIKE, **wishes: Any) -> Special:
    """As 12309 on three days of Advent, half an hour later."""
    dates = tuple(date(2026, 12, day) for day in (20, 21, 25))
    wanted = {"number": "02309", "dates": dates, "shift": 30, "coaches": usual_coaches(like), **wishes}
    ends = [next(each for each in STATIONS if each.code == stop.station) for stop in (like.origin, like.terminus)]
    return drawn_up(Plan(like, **wanted), (ends[0], ends[1]), "STAFF#1", datetime(2026, 11, 20, tzinfo=UTC))


@pytest.mark.parametrize(
    ("said", "first", "last", "many"),
    [
        ("25 Dec", (12, 25), (12, 25), 1),
        ("20 Dec to 23 Dec, 12 Dec", (12, 12), (12, 23), 5),
        ("20-25 dec", (12, 20), (12, 25), 6),
        ("20 to 25 Dec", (12, 20), (12, 25), 6),
        ("2026-12-20..2026-12-22", (12, 20), (12, 22), 3),
        ("२० दिसंबर से २२ दिसंबर तक", (12, 20), (12, 22), 3),
        ("fri and sun", (11, 22), (11, 27), 2),
        ("25/12, 25/12; 27/12", (12, 25), (12, 27), 2),
    ],
)
def test_dates_are_read_as_they_are_written(
    said: str, first: tuple[int, int], last: tuple[int, int], many: int
) -> None:
    dates = read_run_dates(said, FRIDAY)
    assert (dates[0], dates[-1], len(dates)) == (date(2026, *first), date(2026, *last), many)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("", "special-dates"), ("rubbish", "special-dates"), ("25 dec to 20 dec", "special-dates"),
        ("20 Nov", "special-dates-when"), ("1 May 2027", "special-dates-when"),
        ("1 Dec to 28 Feb", "special-dates-many"), ("1 Dec 2026 to 1 Dec 2036", "special-dates-many"),
    ],
)  # fmt: skip
def test_dates_that_cannot_be_are_refused(said: str, why: str) -> None:
    with pytest.raises(Problem) as refused:
        read_run_dates(said, FRIDAY)
    assert refused.value.key == why


def test_what_is_offered_lies_ahead() -> None:
    assert offered_dates(Offered.TOMORROW, FRIDAY) == (date(2026, 11, 21),)
    assert len(offered_dates(Offered.WEEK, FRIDAY)) == 7
    weekends = offered_dates(Offered.WEEKENDS, FRIDAY)
    assert ({day.strftime("%a") for day in weekends}, len(weekends)) == ({"Fri", "Sun"}, 8)


@pytest.mark.parametrize(("said", "minutes"), [("+45", 45), ("-20 min", -20), ("19:30", 30), ("६:५०", -730 + 1440)])
def test_a_shift_is_minutes_or_a_time(said: str, minutes: int) -> None:
    assert read_shift(said, LIKE) == (minutes if minutes < DAY // 2 else minutes - DAY)


@pytest.mark.parametrize("said", ["45", "+1440", "25:00", "later", ""])
def test_other_words_are_no_shift(said: str) -> None:
    with pytest.raises(Problem):
        read_shift(said, LIKE)


@given(st.integers(-DAY + 1, DAY - 1))
def test_every_call_shifts_by_the_same_and_the_date_stays(minutes: int) -> None:
    stops = shifted(NIGHT.stops, minutes)
    by = stops[0].leaves - NIGHT.stops[0].leaves
    assert 0 <= stops[0].leaves < DAY
    assert (by - minutes) % DAY == 0
    assert [stop.comes - by for stop in stops] == [stop.comes for stop in NIGHT.stops]


def test_its_coaches_are_those_of_the_other_train_or_what_the_desk_writes() -> None:
    assert [(one.name, one.size) for one in rake(a_special().train)] == [(one.name, one.size) for one in rake(LIKE)]
    written = read_coaches("2 x 3A, 1 1A; 8SL", LIKE)
    assert written == (
        Coaches(TravelClass.FIRST_AC, 1, 24), Coaches(TravelClass.THIRD_AC, 2, 72), Coaches(TravelClass.SLEEPER, 8, 80)
    )  # fmt: skip
    special = a_special(coaches=written).train
    assert special.classes == (TravelClass.FIRST_AC, TravelClass.THIRD_AC, TravelClass.SLEEPER)
    assert [coach.name for coach in rake(special)][:4] == ["H1", "B1", "B2", "S1"]
    for said, why in (("2", "special-coaches"), ("2 XX", "special-coaches"), ("2 3S", "special-coaches"),
                      ("0 SL", "special-coaches"), ("20 SL 20 3A", "train-too-long")):  # fmt: skip
        with pytest.raises(Problem) as refused:
            read_coaches(said, LIKE)
        assert refused.value.key == why


def test_the_number_that_is_offered_is_free() -> None:
    assert free_number("12309", {"02309", "02310"}.__contains__) == "02311"
    assert free_number("19999", {"09999"}.__contains__) == "00000"


def test_it_is_found_on_its_dates_only_and_named_after_its_ends() -> None:
    special = a_special(LIKE)
    catalogue = Catalogue("test", STATIONS, TRAINS, [special.train])
    ends = codes("RJPB"), codes("NDLS")
    found = {on: [j.train.number for j in catalogue.timetable.direct(*ends, on)] for on in special.dates}
    assert all(numbers == ["12309", "02309"] for numbers in found.values())
    assert [j.train.number for j in catalogue.timetable.direct(*ends, date(2026, 12, 22))] == ["12309"]
    assert catalogue.timetable.journey("02309", ends[0][0], ends[1][0], date(2026, 12, 27)) is None
    assert special.name == "Rajendra Nagar Terminal - New Delhi Special"
    assert special.name_hi == "राजेन्द्र नगर टर्मिनल - नई दिल्ली स्पेशल"
    assert (special.keeps_number(date(2027, 5, 1)), special.keeps_number(date(2027, 6, 1))) == (True, False)


def test_where_nothing_else_goes_its_dates_are_the_next_ones() -> None:
    timetable = Timetable([a_special(NIGHT).train])
    assert timetable.next_dates(codes("CNB"), codes("PNBE"), FRIDAY, limit=2) == [
        date(2026, 12, 20), date(2026, 12, 21)
    ]  # fmt: skip
    assert timetable.next_dates(codes("CNB"), codes("PNBE"), date(2026, 12, 25)) == []


def test_of_two_trains_with_one_number_the_special_is_sold_and_it_calls_at_known_stations_only() -> None:
    special = a_special(number="12004").train
    assert Catalogue("test", STATIONS, TRAINS, [special]).train("12004") == special
    elsewhere = replace(special, number="02004", stops=(replace(special.stops[0], station=code("ZZZ")), *special.stops))
    catalogue = Catalogue("test", STATIONS, TRAINS, [elsewhere])
    assert catalogue.train("02004") is None
    assert len(catalogue.timetable) == len(TRAINS)


def dated(trains: list[Train], on: date) -> list[Train]:
    """Every other one runs on a few dates about this day alone."""
    made = list(trains)
    for place in range(0, len(trains), 2):
        dates = tuple(on + timedelta(ahead) for ahead in range(-2, 4) if (place + ahead) % 3)
        days = "".join(str(int(any(day.weekday() == at for day in dates))) for at in range(7))
        made[place] = replace(trains[place], dates=dates, days=days)
    return made


@settings(max_examples=40)
@given(railways, st.one_of(starts, places), st.one_of(finishes, places), st.integers(-4, 9))
def test_on_any_railway_specials_are_found_as_by_reading_every_stop(
    trains: list[Train], origins: list[StationCode], destinations: list[StationCode], later: int
) -> None:
    trains, on = dated(trains, FRIDAY), FRIDAY + timedelta(later)
    timetable = Timetable(trains)
    assert timetable.direct(origins, destinations, on) == brute.direct(trains, origins, destinations, on)
    expected = brute.connections(trains, origins, destinations, on, CITIES)
    found = every_connection(timetable, origins, destinations, on, bookable_only=False, cities=CITIES)
    assert set(found) == set(expected)
    told = connections(
        timetable, origins, destinations, on, bookable_only=False, cities=CITIES, limit=len(expected)
    )  # fmt: skip
    assert told == best(expected, lambda station: len(list(timetable.calls(station))))
    for day in timetable.next_dates(origins, destinations, on):
        assert timetable.direct(origins, destinations, day)
