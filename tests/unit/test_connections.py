"""Connections: journeys with one change, worth taking and all that are possible."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain.connections import Connection, best, connections, every_connection
from domain.daytimes import TimeOfDay
from domain.filters import Filters
from domain.ids import StationCode
from domain.journeys import Timetable
from domain.trains import Train, TravelClass
from tests import brute
from tests.unit.network import code, codes, train
from tests.unit.railways import CITIES, finishes, places, railways, starts

MONDAY = date(2026, 11, 23)
dates = st.dates(date(2026, 1, 1), date(2026, 12, 31))

# Udaipur to Puri: no train goes all the way.
TO_KOTA = train("19665", ["UDZ -06:00 0", "KOTA 12:00- 300"])
TO_HOWRAH = train("12988", ["KOTA -13:30 0", "CNB 22:00-22:05 520", "HWH 12:00-+1 1500"])
TO_PURI = train("12837", ["HWH -22:00 0", "BBS 05:00-05:05+1 440", "PURI 07:00-+1 500"])
VIA_KOTA = train("18476", ["KOTA -14:00 0", "NGP 23:00-23:10 600", "PURI 20:00-+1 1700"])


def told(trains: list[Train], origins: str, destinations: str, on: date = MONDAY, **wishes: Any) -> list[str]:
    """Connections as number-change-number."""
    found = connections(Timetable(trains), codes(origins), codes(destinations), on, **wishes)
    return [f"{c.first.train.number}-{c.change}-{c.second.train.number}" for c in found]


def test_two_trains_make_a_journey_with_one_wait() -> None:
    (change,) = connections(Timetable([TO_KOTA, VIA_KOTA]), codes("UDZ"), codes("PURI"), MONDAY)
    assert (change.change, change.wait, change.crosses) == ("KOTA", 120, False)
    assert (change.departure_at, change.arrival_at) == (change.first.departure_at, change.second.arrival_at)
    assert (f"{change.departure_at:%a %H:%M}", f"{change.arrival_at:%a %H:%M}") == ("Mon 06:00", "Tue 20:00")
    assert (change.duration, change.km) == (38 * 60, 2000)


def test_nobody_changes_twice() -> None:
    assert told([TO_KOTA, TO_HOWRAH, TO_PURI], "UDZ", "PURI") == []


def test_a_wait_is_45_minutes_to_8_hours() -> None:
    for departure, suits in (("12:44", False), ("12:45", True), ("20:00", True), ("20:01", False)):
        onward = train("20000", [f"KOTA -{departure} 0", "PURI 23:00-+1 1500"])
        assert bool(told([TO_KOTA, onward], "UDZ", "PURI")) is suits


def test_the_second_train_may_leave_after_midnight_on_its_own_days() -> None:
    late = train("19666", ["UDZ -17:00 0", "KOTA 23:00- 300"])
    on_tuesdays = train("20001", ["KOTA -01:00 0", "PURI 23:00- 1500"], "0100000")
    assert told([late, on_tuesdays], "UDZ", "PURI") == ["19666-KOTA-20001"]
    assert told([late, on_tuesdays], "UDZ", "PURI", MONDAY + timedelta(days=1)) == []


def test_the_first_train_leaves_on_the_day_that_the_passenger_named() -> None:
    through = train("20002", ["JP -20:00 0", "UDZ 02:00-02:10+1 420", "KOTA 09:00-+1 700"], "1000000")
    assert told([through, VIA_KOTA], "UDZ", "PURI") == []
    (change,) = connections(Timetable([through, VIA_KOTA]), codes("UDZ"), codes("PURI"), MONDAY + timedelta(days=1))
    assert change.first.run_date == MONDAY
    assert change.departure_at.date() == MONDAY + timedelta(days=1)


def test_nobody_leaves_a_train_that_goes_on_to_the_destination() -> None:
    slow = train("20003", ["UDZ -05:00 0", "KOTA 11:00-11:10 300", "PURI 23:00-+2 1900"])
    assert told([slow, VIA_KOTA], "UDZ", "PURI") == []
    assert told([slow, TO_KOTA, VIA_KOTA], "UDZ", "PURI") == ["19665-KOTA-18476"]


def test_what_leaves_earlier_and_arrives_later_is_left_out() -> None:
    earlier = train("20004", ["UDZ -05:00 0", "KOTA 11:00- 300"])
    later_train = train("20005", ["KOTA -15:00 0", "PURI 23:00-+1 1700"])
    railway = [TO_KOTA, VIA_KOTA, earlier, later_train]
    assert told(railway, "UDZ", "PURI") == ["19665-KOTA-18476"]
    assert len(list(every_connection(Timetable(railway), codes("UDZ"), codes("PURI"), MONDAY))) == 4


def test_the_earliest_arrival_comes_first() -> None:
    by_night = train("20006", ["UDZ -22:00 0", "KOTA 04:00-+1 300"])
    in_the_morning = train("20007", ["KOTA -06:00 0", "PURI 23:00-+1 1700"])
    railway = [by_night, in_the_morning, TO_KOTA, VIA_KOTA]
    assert told(railway, "UDZ", "PURI") == ["19665-KOTA-18476", "20006-KOTA-20007"]
    assert told(railway, "UDZ", "PURI", limit=1) == ["19665-KOTA-18476"]


def test_where_two_trains_meet_often_one_changes_at_the_station_with_most_trains() -> None:
    first = train("20008", ["UDZ -06:00 0", "KOTA 12:00-12:10 300", "BINA 15:00-15:10 560", "JBP 19:00- 800"])
    second = train("20009", ["KOTA -14:00 0", "BINA 17:00-17:10 260", "KTE 18:00-18:05 400", "PURI 20:00-+1 1500"])
    elsewhere = train("20010", ["BPL -10:00 0", "BINA 12:00- 138"])
    assert told([first, second, elsewhere], "UDZ", "PURI") == ["20008-BINA-20009"]


def test_but_not_behind_a_detour_there_and_back() -> None:
    first = train("20011", ["UDZ -06:00 0", "KOTA 10:00-10:10 300", "BINA 13:00- 560"])
    back = train("20012", ["BINA -14:00 0", "KOTA 17:00-17:10 260", "BPL 23:00- 600"])
    elsewhere = [train(str(number), ["JBP -10:00 0", "BINA 12:00- 138"]) for number in (20013, 20014)]
    assert told([first, back, *elsewhere], "UDZ", "BPL") == ["20011-KOTA-20012"]


def test_a_city_is_crossed_with_time_enough() -> None:
    to_howrah = train("20015", ["GAYA -06:00 0", "HWH 14:00- 460"])
    railway = [to_howrah, train("20016", ["SDAH -16:40 0", "NJP 02:00-+1 570"])]
    cities = {code("HWH"): codes("HWH SDAH KOAA")}
    assert told(railway, "GAYA", "NJP") == []
    (change,) = connections(Timetable(railway), codes("GAYA"), codes("NJP"), MONDAY, cities=cities)
    assert (change.crosses, change.change, change.second.origin, change.wait) == (True, "HWH", "SDAH", 160)
    too_soon = [to_howrah, train("20017", ["SDAH -16:29 0", "NJP 02:00-+1 570"])]
    assert told(too_soon, "GAYA", "NJP", cities=cities) == []


def test_both_trains_have_the_class_and_the_first_leaves_at_the_time_of_day() -> None:
    seats = train("20018", ["KOTA -13:00 0", "PURI 19:00-+1 1700"], classes=(TravelClass.CHAIR_CAR,))
    unreserved = train("20019", ["KOTA -13:00 0", "PURI 18:00-+1 1700"], classes=())
    railway = [TO_KOTA, VIA_KOTA, seats, unreserved]
    assert told(railway, "UDZ", "PURI") == ["19665-KOTA-20018"]
    assert told(railway, "UDZ", "PURI", filters=Filters(travel_class=TravelClass.SLEEPER)) == ["19665-KOTA-18476"]
    assert told(railway, "UDZ", "PURI", bookable_only=False) == ["19665-KOTA-20019"]
    assert told(railway, "UDZ", "PURI", filters=Filters(time_of_day=TimeOfDay.MORNING)) == ["19665-KOTA-20018"]
    assert told(railway, "UDZ", "PURI", filters=Filters(time_of_day=TimeOfDay.NIGHT)) == []


@given(railways, st.one_of(starts, places), st.one_of(finishes, places), dates, st.booleans())
def test_on_any_railway_all_that_reading_every_stop_finds(
    trains: list[Train], origins: list[StationCode], destinations: list[StationCode], on: date, bookable_only: bool
) -> None:
    timetable = Timetable(trains)
    wanted = [t for t in trains if t.classes or not bookable_only]
    expected = brute.connections(wanted, origins, destinations, on, CITIES)
    found = list(every_connection(timetable, origins, destinations, on, bookable_only=bookable_only, cities=CITIES))
    assert len(found) == len(set(found))
    assert set(found) == set(expected)
    told = connections(
        timetable, origins, destinations, on, bookable_only=bookable_only, cities=CITIES, limit=len(expected)
    )
    assert told == best(expected, lambda station: len(list(timetable.calls(station))))
    assert {brute.runs(connection) for connection in told} == brute.unbeaten(expected)
    assert len(told) == len(brute.unbeaten(expected))
    for connection in told:
        _is_sane(connection, on)


def _is_sane(connection: Connection, on: date) -> None:
    first, second = connection.first, connection.second
    assert connection.departure_at.date() == first.date == on
    assert (150 if connection.crosses else 45) <= connection.wait <= 480
    assert (first.train.number, first.run_date) != (second.train.number, second.run_date)
    assert connection.duration == first.duration + connection.wait + second.duration
