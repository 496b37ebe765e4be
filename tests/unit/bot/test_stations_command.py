"""`yatri stations`: one text as an argument, or many on standard input."""

import io
import json
from types import SimpleNamespace

import pytest

from tests.unit.bot.test_command_line import STARTER, Terminal, terminal

__all__ = ["terminal"]


def test_lines_of_standard_input_become_lines_of_json(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = "new delhi\n\nपटना जंक्शन\r\nhello\n".encode() + b"\xff\xfe\n"
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(typed)))
    done = terminal.yatri("stations", "--stdin", "--json", *STARTER)
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert [answer["query"] for answer in answers] == ["new delhi", "", "पटना जंक्शन", "hello", "\ufffd\ufffd"]
    assert [[match["code"] for match in answer["matches"]][:1] for answer in answers] == [
        ["NDLS"],
        [],
        ["PNBE"],
        [],
        [],
    ]
    assert answers[0]["matches"][0]["name"] == "New Delhi"
    assert answers[0]["matches"][0]["score"] == 99.0


def test_a_text_and_standard_input_at_once_are_refused(terminal: Terminal) -> None:
    assert "TEXT" in terminal.yatri("stations", "delhi", "--stdin", *STARTER).err
