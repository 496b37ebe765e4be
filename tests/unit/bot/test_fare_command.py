"""`yatri fare`: from the timetable or from kilometres alone, in the tariff of a day, and what it refuses."""

from typing import Any

import pytest

from tests.unit.bot.test_command_line import STARTER, Terminal, terminal

__all__ = ["terminal"]

PARTS = ("base", "dynamic", "reservation", "superfast", "tatkal", "gst", "rounding")
RAJDHANI = ("12951", "MMCT", "NDLS", "3A", *STARTER)
IN_2023 = ("--tariff", "2023-10-10")


def fare(terminal: Terminal, *arguments: str) -> Any:
    """The answer, whose parts make the fare."""
    answer = terminal.told("fare", *arguments)
    assert sum(answer[part] for part in PARTS) == answer["fare"]
    return answer


@pytest.mark.parametrize(
    ("arguments", "rupees"),
    [
        (("11057", "NBA", "JNL", "SL", "--km", "206"), 165),
        (("12324", "BME", "DIA", "SL", "--km", "424"), 295),
        (("12303", "CRJ", "ETW", "SL", "--km", "1003"), 520),
        (("SL", "--km", "1003", "--superfast", "yes"), 520),
        (("12303", "SL", "--km", "1003", "--superfast", "no"), 490),
        (("13240", "KOTA", "PNBE", "2A", "--km", "1240", "--quota", "TQ"), 2655),
    ],
)
def test_from_kilometres_for_a_train_that_is_in_no_timetable(
    terminal: Terminal, arguments: tuple[str, ...], rupees: int
) -> None:
    assert fare(terminal, *arguments, *IN_2023, *STARTER)["fare"] == rupees


def test_from_the_timetable(terminal: Terminal) -> None:
    answer = fare(terminal, *RAJDHANI, "--date", "2026-12-01")
    assert (answer["train"], answer["from"], answer["to"], answer["class"]) == ("12951", "MMCT", "NDLS", "3A")
    assert answer["total"] == answer["fare"] + 35.4
    assert answer["tariff"] == "2026-12-01"


def test_the_tariff_is_that_of_the_day_of_booking(terminal: Terminal) -> None:
    old, new = (
        fare(terminal, *RAJDHANI, "--date", "2026-02-01", "--tariff", day) for day in ("2025-12-25", "2025-12-26")
    )
    assert old["base"] < new["base"]
    assert old["date"] == new["date"] == "2026-02-01"


def test_kilometres_with_a_train_of_the_timetable_take_its_kind_from_there(terminal: Terminal) -> None:
    known = fare(terminal, "12951", "3A", "--km", "1000", *STARTER)
    told = fare(terminal, "3A", "--km", "1000", "--superfast", "yes", "--train-type", "rajdhani")
    plain = fare(terminal, "3A", "--km", "1000", "--superfast", "yes")
    assert known["fare"] == told["fare"] > plain["fare"]


def test_the_fare_is_of_the_whole_party_with_children_at_half(terminal: Terminal) -> None:
    party = ("SL", "--km", "1003", "--superfast", "yes", "--passengers", "3", "--half-fares", "1", *IN_2023)
    assert fare(terminal, *party)["fare"] == 520 + 520 + 285


def test_demand_and_upi(terminal: Terminal) -> None:
    usual, full = (fare(terminal, *RAJDHANI, "--sold", sold) for sold in ("0", "95.5"))
    assert usual["dynamic"] == 0
    assert full["dynamic"] == pytest.approx(0.4 * full["base"], abs=0.5)
    assert fare(terminal, *RAJDHANI, "--upi")["convenience"] == 23.6


def test_people_read_the_break_up(terminal: Terminal) -> None:
    done = terminal.yatri("fare", "SL", "--km", "1003", "--superfast", "yes", *IN_2023)
    assert done.code == 0
    assert "470" in done.out
    assert "tatkal" not in done.out


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("12951", "MMCT", "3A"), "CLASS"),
        ((), "CLASS"),
        (("9Z", "--km", "300", "--superfast", "no"), "CLASS"),
        (("EC", "--km", "300", "--superfast", "no"), "no published fare in EC"),
        (("SL", "--km", "300"), "--superfast"),
        (("SL", "--km", "300", "--superfast", "maybe"), "--superfast"),
        (("SL", "--km", "0", "--superfast", "no"), "--km"),
        (("SL", "--km", "300", "--superfast", "no", "--quota", "ZZ"), "--quota"),
        (("1A", "--km", "300", "--superfast", "no", "--quota", "TQ"), "Tatkal is not sold in 1A"),
        (("3A", "--km", "300", "--superfast", "no", "--quota", "PT"), "premium Tatkal"),
        (("CC", "--km", "300", "--superfast", "no", "--half-fares", "1"), "--half-fares"),
        (("SL", "--km", "300", "--superfast", "no", "--half-fares", "2"), "--half-fares"),
        (("SL", "--km", "300", "--superfast", "no", "--train-type", "spaceship"), "--train-type"),
        (("SL", "--km", "300", "--superfast", "no", "--tariff", "someday"), "--tariff"),
    ],
)
def test_a_wrong_argument_gets_one_line(terminal: Terminal, arguments: tuple[str, ...], word: str) -> None:
    done = terminal.yatri("fare", *arguments)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1), done.err
    assert word in done.err
