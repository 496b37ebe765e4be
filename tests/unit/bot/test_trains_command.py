"""`yatri trains`: direct trains, journeys with one change, and what may be asked of both."""

import pytest

from tests.unit.bot.test_command_line import STARTER, Terminal, terminal

__all__ = ["terminal"]


def test_a_code_is_that_station_and_a_city_is_all_of_its_stations(terminal: Terminal) -> None:
    at_the_station = terminal.told("trains", "MMCT", "NDLS", "2026-12-01", *STARTER)
    assert (at_the_station["from"], at_the_station["to"]) == (["MMCT"], ["NDLS"])
    of_the_city = terminal.told("trains", "mumbai", "delhi", "2026-12-01", *STARTER)
    assert {"MMCT", "CSMT"} < set(of_the_city["from"])
    assert {"NDLS", "NZM"} < set(of_the_city["to"])
    assert len(of_the_city["trains"]) > len(at_the_station["trains"])


def test_only_trains_with_a_class_at_a_time_of_day(terminal: Terminal) -> None:
    every = terminal.told("trains", "NDLS", "PRYJ", "2026-12-01", *STARTER)["trains"]
    sleeper = terminal.told("trains", "NDLS", "PRYJ", "2026-12-01", "--class", "sl", *STARTER)["trains"]
    evening = terminal.told("trains", "NDLS", "PRYJ", "2026-12-01", "--time", "evening", *STARTER)["trains"]
    assert sleeper == [train for train in every if "SL" in train["classes"]]
    assert evening == [train for train in every if "16:00" <= train["departure"] < "20:00"]
    assert 0 < len(sleeper) < len(every)
    assert 0 < len(evening) < len(every)


def test_with_one_change_beside_the_direct_trains(terminal: Terminal) -> None:
    answer = terminal.told("trains", "NGP", "BBS", "2026-12-01", "--connections", *STARTER)
    arrivals = [connection["arrival_at"] for connection in answer["connections"]]
    assert arrivals
    assert arrivals == sorted(arrivals)
    for connection in answer["connections"]:
        first, second = connection["trains"]
        assert (first["from"], first["to"], second["from"], second["to"]) == (
            "NGP", connection["change"], connection["change"], "BBS"
        )  # fmt: skip
        assert 45 <= connection["wait_minutes"] <= 480
        assert connection["departure_at"].startswith("2026-12-01")
    assert "connections" not in terminal.told("trains", "NGP", "BBS", "2026-12-01", *STARTER)


def test_with_one_change_in_words(terminal: Terminal) -> None:
    done = terminal.yatri("trains", "NGP", "BBS", "2026-12-01", "--connections", *STARTER)
    assert (done.code, done.err) == (0, "")
    assert "With one change" in done.out
    nowhere = terminal.yatri("trains", "NDLS", "NDLS", "2026-12-01", "--connections", *STARTER)
    assert "no direct train" in nowhere.out
    assert "No journey with one change" in nowhere.out


@pytest.mark.parametrize(("option", "value"), [("--class", "9Z"), ("--time", "tea")])
def test_a_wish_that_cannot_be_gets_one_line(terminal: Terminal, option: str, value: str) -> None:
    done = terminal.yatri("trains", "NGP", "BBS", "2026-12-01", option, value, *STARTER)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert option in done.err
    assert value in done.err
