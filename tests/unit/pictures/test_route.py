"""What a route picture shows of a train."""

from bot.pictures.route import Call, NewDay, RouteView, route_view
from bot.pictures.route_words import LETTERS, WORDS
from domain.ids import StationCode
from domain.stations import Station
from tests.unit import network
from tests.unit.network import train

CATALOGUE = network.catalogue()


def station(code: StationCode) -> Station:
    return CATALOGUE.station(code) or Station(code, code)


def route(number: str, part: tuple[int, int] | None = None) -> RouteView:
    found = CATALOGUE.train(number)
    assert found is not None
    return route_view(found, station, part=part)


def told(view: RouteView) -> list[str]:
    """A line for each line of the timetable."""
    return [
        f"day {line.day}"
        if isinstance(line, NewDay)
        else f"{line.station.code} {line.arrival}-{line.departure} {line.km}"
        for line in view.lines
    ]


def test_every_call_is_told_and_every_midnight_between() -> None:
    assert told(route("13010")) == [
        "HWH -20:00 0", "day 2", "PNBE 04:00-04:10 531", "CNB 12:00-12:05 1092", "NDLS 18:00- 1532",
    ]  # fmt: skip


def test_a_train_that_stands_at_midnight_gets_its_new_day_after_that_call() -> None:
    assert told(route("12394")) == [
        "NDLS -17:00 0", "CNB 22:00-22:05 440", "PNBE 23:50-00:05 1001", "day 2", "HWH 08:00- 1532",
    ]  # fmt: skip


def test_the_heading_tells_days_distance_and_duration() -> None:
    view = route("12394")
    assert (view.origin.name, view.terminus.name, view.km, view.stops) == ("New Delhi", "Howrah Jn", 1532, 4)
    assert view.days == (True, False, True, False, True, False, False)
    assert view.duration.total_seconds() == 15 * 3600
    assert all(route("13019").days)  # unknown days are told as daily, as they are searched


def test_the_ends_and_long_halts_are_major() -> None:
    assert [call.station.code for call in route("11109").calls if not call.major] == []
    assert [call.major for call in route("12394").calls] == [True, True, True, True]
    short = train("10001", ["NDLS -08:00 0", "CNB 12:00-12:02 440", "LKO 13:00- 512"])
    assert [call.major for call in route_view(short, station).calls] == [True, False, True]


def test_a_passengers_part_is_marked_and_its_figures_told() -> None:
    view = route("12394", (1, 3))
    assert [call.travelled for call in view.calls] == [False, True, True, True]
    assert [call.passenger for call in view.calls] == [False, True, False, True]
    assert [line.travelled for line in view.lines if isinstance(line, NewDay)] == [True]
    assert (view.km, view.stops, view.duration.total_seconds()) == (1092, 1, (9 * 60 + 55) * 60)


def test_a_day_that_begins_before_boarding_is_not_the_passengers() -> None:
    view = route("13010", (1, 2))
    assert [line.travelled for line in view.lines if isinstance(line, NewDay)] == [False]


def test_a_part_that_the_train_no_longer_has_is_left_out() -> None:
    for part in ((2, 9), (2, 1), (-1, 2)):
        assert route("12394", part) == route("12394")


def test_the_way_over_the_land_is_true_to_shape() -> None:
    delhi, kanpur, patna, howrah = route("12394").points
    assert delhi.y > kanpur.y > patna.y > howrah.y  # north is up
    assert delhi.x < kanpur.x < patna.x < howrah.x
    assert 1100 < ((delhi.x - howrah.x) ** 2 + (delhi.y - howrah.y) ** 2) ** 0.5 < 1400


def test_a_station_that_cannot_be_there_is_not_drawn() -> None:
    astray = Station(StationCode("PNBE"), "Patna Jn", latitude=8.1, longitude=60.0)
    found = CATALOGUE.train("12394")
    assert found is not None
    view = route_view(found, lambda code: astray if code == "PNBE" else station(code))
    assert [point.stop for point in view.points] == [0, 1]
    assert len(view.calls) == 4


def test_without_places_there_is_no_map() -> None:
    found = CATALOGUE.train("12394")
    assert found is not None
    assert route_view(found, lambda code: Station(code, code)).points == ()


def test_both_languages_have_every_word() -> None:
    assert WORDS["en"].keys() == WORDS["hi"].keys()
    assert [len(letters) for letters in LETTERS.values()] == [7, 7]
    assert all(isinstance(call, Call) for call in route("12394").calls)
