"""`yatri ask`: one sentence as an argument, or many on standard input."""

import io
import json
from types import SimpleNamespace

import pytest

from tests.unit.bot.test_command_line import STARTER, Terminal, terminal

__all__ = ["terminal"]

NOW = ("--now", "2026-11-23T10:00")
KEYS = ["query", "origin", "destination", "date", "time_of_day", "class", "quota", "passengers", "children", "unclear"]


def test_a_sentence_is_told_with_exactly_these_keys(terminal: Terminal) -> None:
    answer = terminal.told("ask", "2 sleeper", "patna to new delhi", "kal subah tatkal", *NOW, *STARTER)
    assert list(answer) == KEYS
    assert answer == {
        "query": "2 sleeper patna to new delhi kal subah tatkal", "origin": answer["origin"], "destination": ["NDLS"],
        "date": "2026-11-24", "time_of_day": "morning", "class": "SL", "quota": "TQ", "passengers": 2, "children": None,
        "unclear": [],
    }  # fmt: skip
    assert answer["origin"][0] == "PNBE"


def test_lines_of_standard_input_become_lines_of_json(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = "delhi to patna\n\nनई दिल्ली से पटना कल\r\n".encode() + b"\xff\xfe\n"
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(typed)))
    done = terminal.yatri("ask", "--stdin", "--json", *NOW, *STARTER)
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert [answer["query"] for answer in answers] == ["delhi to patna", "", "नई दिल्ली से पटना कल", "\ufffd\ufffd"]
    assert set(answers[0]["origin"]) > {"NDLS"}  # any of the city
    assert answers[1] == dict.fromkeys(KEYS) | {"query": "", "origin": [], "destination": [], "unclear": []}
    assert (answers[2]["origin"], answers[2]["date"]) == (["NDLS"], "2026-11-24")


@pytest.mark.parametrize(
    ("now", "tomorrow"),
    [
        ("2026-11-23T23:00", "2026-11-24"), ("2026-11-23T20:00Z", "2026-11-25"),
        ("2026-11-23T23:00+05:30", "2026-11-24"),
        ("2026-11-23", "2026-11-24"),
    ],
)  # fmt: skip
def test_a_moment_without_a_zone_is_indias(terminal: Terminal, now: str, tomorrow: str) -> None:
    assert terminal.told("ask", "kal", "--now", now, *STARTER)["date"] == tomorrow


def test_for_people_it_is_a_table(terminal: Terminal) -> None:
    done = terminal.yatri("ask", "delhi to patna 25 dec 3ac", *NOW, *STARTER)
    assert all(word in done.out for word in ("2026-12-25", "3A", "PNBE"))


@pytest.mark.parametrize("arguments", [(), ("delhi", "--stdin"), ("delhi", "--now", "noon")])
def test_wrong_arguments_are_told_in_one_line(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    done = terminal.yatri("ask", *arguments, *STARTER)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
