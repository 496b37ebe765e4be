"""`yatri refund`: the worked examples, the words people use, and what it refuses."""

from typing import Any

import pytest

from tests.unit.bot.test_command_line import Terminal, terminal

__all__ = ["terminal"]

SLEEPER = ("--class", "SL", "--fare", "310")
THIRD_AC = ("--class", "3A", "--fare", "1670")


def refund(terminal: Terminal, *arguments: str) -> Any:
    """The answer by the rules of today's November, unless it says another day."""
    day = () if "--on" in arguments else ("--on", "2026-11-23")
    return terminal.told("refund", *arguments, *day)


@pytest.mark.parametrize(
    ("arguments", "returned", "deducted"),
    [
        ((*THIRD_AC, "--status", "CNF", "--passengers", "1", "--hours", "96"), 1481, 189),
        ((*THIRD_AC, "--status", "CNF", "--passengers", "1", "--hours", "72"), 1252.5, 417.5),
        ((*SLEEPER, "--status", "CNF", "--passengers", "1", "--hours", "48"), 190, 120),
        ((*SLEEPER, "--status", "WL", "--passengers", "2", "--hours", "30"), 500, 120),
    ],
)
def test_the_worked_examples(terminal: Terminal, arguments: tuple[str, ...], returned: float, deducted: float) -> None:
    answer = refund(terminal, *arguments)
    assert (answer["refund"], answer["deduction"]) == (returned, deducted)
    assert answer["rule"]


def test_the_fare_is_of_one_passenger_and_the_answer_for_all(terminal: Terminal) -> None:
    answer = refund(terminal, *SLEEPER, "--status", "WL", "--passengers", "2", "--hours", "30")
    assert (answer["fare_per_passenger"], answer["fare_total"]) == (310, 620)
    assert [line["refund"] for line in answer["passengers"]] == [250, 250]


@pytest.mark.parametrize("status", ["CNF", "cnf", "RAC", "RAC 22", "WL", "GNWL", "PQWL", "RLWL", "TQWL", "GNWL52/WL33"])
def test_standings_in_the_words_on_tickets(terminal: Terminal, status: str) -> None:
    answer = refund(terminal, *SLEEPER, "--status", status, "--hours", "10")
    assert answer["deduction"] == (155 if status.upper() == "CNF" else 60)


def test_who_has_moved_up_to_rac_stands_there_now(terminal: Terminal) -> None:
    answer = refund(terminal, *SLEEPER, "--status", "GNWL1/RAC6", "--hours", "10")
    assert answer["passengers"][0]["status"] == "RAC"


def test_a_mixed_party_told_one_by_one(terminal: Terminal) -> None:
    answer = refund(terminal, *THIRD_AC, "--status", "CNF,WL", "--hours", "10")
    assert (answer["deduction"], answer["rule"]) == (126, "partly-confirmed")


@pytest.mark.parametrize(
    "kind", ["VNDB", "vande-bharat-sleeper", "Vande Bharat Sleeper", "vande bharat sleeper express", "VNDB-S"]
)
def test_a_vande_bharat_sleeper_by_many_names(terminal: Terminal, kind: str) -> None:
    answer = refund(terminal, *THIRD_AC, "--status", "CNF", "--hours", "96", "--train-type", kind)
    assert (answer["refund"], answer["rule"]) == (1252.5, "assured")


@pytest.mark.parametrize("kind", ["AMTB", "amrit-bharat-ii", "Amrit Bharat 2 Express"])
def test_an_amrit_bharat_by_many_names(terminal: Terminal, kind: str) -> None:
    answer = refund(terminal, *SLEEPER, "--status", "CNF", "--hours", "20", "--train-type", kind)
    assert (answer["refund"], answer["rule"]) == (155, "assured")


def test_events_quota_and_the_day_of_the_cancellation(terminal: Terminal) -> None:
    confirmed = (*THIRD_AC, "--status", "CNF")
    assert refund(terminal, *confirmed, "--hours", "20", "--quota", "tq")["refund"] == 0
    assert refund(terminal, *confirmed, "--hours", "-2", "--quota", "TQ", "--event", "late")["refund"] == 1670
    assert refund(terminal, *confirmed, "--event", "train-cancelled")["deduction"] == 0
    assert refund(terminal, *THIRD_AC, "--status", "WL", "--event", "chart")["deduction"] == 63
    assert refund(terminal, *confirmed, "--hours", "-0.5")["refund"] == 0
    assert refund(terminal, *confirmed, "--hours", "60", "--on", "2026-03-31")["deduction"] == 189


def test_first_class_is_ruled_though_it_is_not_sold(terminal: Terminal) -> None:
    answer = refund(terminal, "--class", "FC", "--fare", "1000", "--status", "CNF", "--hours", "30")
    assert answer["deduction"] == 250


def test_people_read_a_line_for_each_passenger_and_why(terminal: Terminal) -> None:
    done = terminal.yatri("refund", *THIRD_AC, "--status", "CNF,WL", "--hours", "10")
    assert done.code == 0
    assert done.out.count("1607.00") == 2
    assert "3214.00" in done.out
    assert "clerkage" in done.out


@pytest.mark.parametrize(
    ("changed", "option"),
    [
        (("--class", "9Z"), "--class"),
        (("--status", "XX"), "--status"),
        (("--status", "CNF,WL", "--passengers", "3"), "--status"),
        (("--fare", "many"), "--fare"),
        (("--fare", "-5"), "--fare"),
        (("--fare", "10.005"), "--fare"),
        (("--fare", "nan"), "--fare"),
        (("--passengers", "7"), "--passengers"),
        (("--hours", "soon"), "--hours"),
        (("--hours", "1e99"), "--hours"),
        (("--quota", "ZZ"), "--quota"),
        (("--train-type", "spaceship"), "--train-type"),
        (("--on", "someday"), "--on"),
        (("--event", "party"), "--event"),
        (("--event", "chart"), "--event"),
    ],
)
def test_a_wrong_argument_gets_one_line_that_names_it(
    terminal: Terminal, changed: tuple[str, ...], option: str
) -> None:
    done = terminal.yatri("refund", *THIRD_AC, "--status", "CNF", "--hours", "30", *changed)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1), done.err
    assert option in done.err


def test_hours_are_needed_where_no_event_decides(terminal: Terminal) -> None:
    done = terminal.yatri("refund", *THIRD_AC, "--status", "CNF")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "--hours" in done.err
