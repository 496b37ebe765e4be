"""Filters: of the journeys found, those that a passenger wants to see."""

from dataclasses import replace
from datetime import date

import pytest

from domain.daytimes import TimeOfDay
from domain.filters import ANY, Filters, families_of, part_of_minute
from domain.journeys import Timetable
from domain.trains import Train, TravelClass
from domain.traintypes import TrainFamily, family
from tests.unit.network import codes, train

MONDAY = date(2026, 11, 23)


def of_type(train_type: str, running: Train) -> Train:
    return replace(running, type=train_type)


RAJDHANI = of_type("RAJ", train("12301", ["HWH -16:50 0", "NDLS 10:05-+1 1450"], classes=(TravelClass.THIRD_AC,)))
MAIL = of_type("MEX", train("12311", ["HWH -23:55 0", "NDLS 04:00-+2 1600"]))
VANDE_BHARAT = of_type("VNDB", train("22301", ["HWH -05:55 0", "NDLS 19:25- 1450"], classes=(TravelClass.CHAIR_CAR,)))
FOUND = Timetable([RAJDHANI, MAIL, VANDE_BHARAT]).direct(codes("HWH"), codes("NDLS"), MONDAY)


def kept(filters: Filters) -> list[str]:
    return [journey.train.number for journey in filters.apply(FOUND)]


def test_who_wants_nothing_sees_all_by_departure() -> None:
    assert kept(ANY) == ["22301", "12301", "12311"]


def test_a_class_a_kind_or_a_time_of_day() -> None:
    assert kept(Filters(travel_class=TravelClass.THIRD_AC)) == ["12301", "12311"]
    assert kept(Filters(families=frozenset({TrainFamily.RAJDHANI, TrainFamily.VANDE_BHARAT}))) == ["22301", "12301"]
    assert kept(Filters(time_of_day=TimeOfDay.NIGHT)) == ["12311"]
    assert kept(Filters(travel_class=TravelClass.CHAIR_CAR, time_of_day=TimeOfDay.EVENING)) == []


def test_the_fastest_first() -> None:
    late_but_fast = replace(
        VANDE_BHARAT, number="22303", stops=train("22303", ["HWH -20:00 0", "NDLS 08:00-+1 1450"]).stops
    )
    found = Timetable([RAJDHANI, MAIL, late_but_fast]).direct(codes("HWH"), codes("NDLS"), MONDAY)
    fastest = Filters(fastest=True).apply(found)
    assert [(journey.train.number, journey.duration) for journey in fastest] == [
        ("22303", 720), ("12301", 1035), ("12311", 1685)
    ]  # fmt: skip


def test_the_time_of_day_is_that_at_the_passengers_station_also_after_midnight() -> None:
    joined = train("12393", ["GAYA -21:00 0", "PNBE 00:30-00:40+1 90", "NDLS 14:00-+1 1090"])
    found = Timetable([joined]).direct(codes("PNBE"), codes("NDLS"), MONDAY)
    assert Filters(time_of_day=TimeOfDay.NIGHT).apply(found) == found
    assert Filters(time_of_day=TimeOfDay.MORNING).apply(found) == []


@pytest.mark.parametrize(
    ("clock", "part"),
    [("03:59", "night"), ("04:00", "morning"), ("12:00", "afternoon"), ("16:00", "evening"), ("20:00", "night")],
)
def test_parts_of_the_day_begin_on_the_hour(clock: str, part: str) -> None:
    hours, minutes = map(int, clock.split(":"))
    assert part_of_minute(hours * 60 + minutes) == part
    assert part_of_minute(hours * 60 + minutes + 1440) == part


def test_kinds_that_are_offered_are_those_that_go() -> None:
    assert families_of(FOUND) == [TrainFamily.VANDE_BHARAT, TrainFamily.RAJDHANI, TrainFamily.EXPRESS]
    assert families_of(FOUND) == [TrainFamily.VANDE_BHARAT, TrainFamily.RAJDHANI, TrainFamily.EXPRESS]
    assert (family("MEMU"), family("SUB"), family("a new one")) == ("passenger", "local", "express")
