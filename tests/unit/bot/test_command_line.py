"""The command line: answers on stdout, one line on stderr for what is wrong, and nothing mixed."""

import json
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import run_command
from bot.feeds.starter import starter_path

STARTER = ("--catalog", str(starter_path()))


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    code: int
    out: str
    err: str


class Terminal:
    """Runs commands in this process, with these variables and no others of ours."""

    def __init__(self, capsys: pytest.CaptureFixture[str], variables: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._variables = variables

    def yatri(self, *arguments: str, **environment: str) -> Done:
        """Run a command."""
        with self._variables.context() as variables:
            for name, value in environment.items():
                variables.setenv(name, value)
            code = run_command(list(arguments))
        return Done(code, *self._capsys.readouterr())

    def told(self, *arguments: str, **environment: str) -> Any:
        """The JSON answer of a command that succeeds."""
        done = self.yatri(*arguments, "--json", **environment)
        assert done.code == 0, done.err
        return json.loads(done.out)


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, own_data: Path) -> Terminal:
    monkeypatch.setenv("YATRI_DATA_DIR", str(own_data / "none"))
    return Terminal(capsys, monkeypatch)


def test_help_names_every_command(terminal: Terminal) -> None:
    done = terminal.yatri("--help")
    assert done.code == 0
    for command in ("run", "sandbox", "tables", "catalog", "check", "stations", "trains", "fare"):
        assert f"\n  {command} " in done.out
    assert terminal.yatri().out == done.out


@pytest.mark.parametrize(
    ("group", "commands"),
    [("catalog", ("import", "show")), ("tables", ("create", "show")), ("runs", ("cancel", "show"))],
)
def test_a_group_alone_tells_what_it_can_do(terminal: Terminal, group: str, commands: tuple[str, str]) -> None:
    done = terminal.yatri(group)
    assert (done.code, done.err) == (0, "")
    assert done.out == terminal.yatri(group, "--help").out
    for command in commands:
        assert f"\n  {command} " in done.out


def test_stations_from_a_feed_without_a_database(terminal: Terminal) -> None:
    answer = terminal.told("stations", "new", "delhi", *STARTER)
    assert answer["query"] == "new delhi"
    assert answer["matches"][0]["code"] == "NDLS"
    assert set(answer["matches"][0]) == {"code", "name", "city", "state", "score"}
    assert answer["matches"][0]["city"] == "Delhi"


def test_trains_of_a_day_with_the_day_they_arrive(terminal: Terminal) -> None:
    answer = terminal.told("trains", "MMCT", "NDLS", "2026-12-01", *STARTER)
    rajdhani = next(train for train in answer["trains"] if train["number"] == "12951")
    assert (rajdhani["departure"], rajdhani["day_offset"], rajdhani["from"]) == ("17:00", 1, "MMCT")
    assert {"name", "arrival", "km", "classes"} <= set(rajdhani)


def test_trains_that_have_left_are_told_with_a_word_of_warning(terminal: Terminal) -> None:
    done = terminal.yatri("trains", "MMCT", "NDLS", "2026-01-05", *STARTER)
    assert (done.code, done.err) == (0, "Mon 05 Jan 2026 is over: these trains have left.\n")
    assert "12951" in done.out


def test_a_fare_and_what_it_is_made_of(terminal: Terminal) -> None:
    answer = terminal.told("fare", "12951", "MMCT", "NDLS", "3A", "--date", "2026-12-01", *STARTER)
    parts = (answer[part] for part in ("base", "reservation", "superfast", "gst", "rounding"))
    assert answer["fare"] == sum(parts)
    assert answer["total"] > answer["fare"]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("trains", "NDLS", "Atlantis-sur-Mer", "tomorrow", *STARTER), "TO"),
        (("trains", "NDLS", "MMCT", "someday", *STARTER), "DATE"),
        (("fare", "99999", "NDLS", "MMCT", "3A", *STARTER), "TRAIN"),
        (("fare", "12951", "MMCT", "NDLS", "9Z", *STARTER), "CLASS"),
        (("fare", "12951", "MMCT", "NDLS", "SL", *STARTER), "12951 has no SL"),
        (("stations", "delhi", "--catalog", "no/where.zip"), "no/where.zip"),
        (("fly",), "fly"),
        (("stations",), "TEXT"),
        (("catalog", "import", "/no/where.zip"), "/no/where.zip"),
    ],
)
def test_a_wrong_argument_gets_one_line(terminal: Terminal, arguments: tuple[str, ...], word: str) -> None:
    done = terminal.yatri(*arguments)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1), done.err
    assert word in done.err


@pytest.mark.parametrize("command", ["run", "check", "sandbox"])
def test_a_wrong_setting_gets_one_line(terminal: Terminal, command: str) -> None:
    done = terminal.yatri(command, YATRI_BOT_TOKEN="oops")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "YATRI_BOT_TOKEN" in done.err


@pytest.mark.parametrize("command", [("run",), ("sandbox",), ("tables", "show")])
def test_a_data_directory_that_cannot_be_made_gets_one_line(terminal: Terminal, command: tuple[str, ...]) -> None:
    done = terminal.yatri(*command, YATRI_DATA_DIR="/dev/null/yatri")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1), done.err
    assert "YATRI_DATA_DIR" in done.err


def test_tables_and_a_timetable_of_ones_own(terminal: Terminal, tmp_path: Path) -> None:
    own = {"YATRI_DATA_DIR": str(tmp_path), "YATRI_TABLE_PREFIX": "mine"}
    assert terminal.told("stations", "patna", **own)["matches"][0]["code"] == "PNBE"
    tables = terminal.told("tables", "create", **own)["tables"]
    assert {table["status"] for table in tables} == {"ACTIVE"}
    assert "mine-bookings" in {table["name"] for table in tables}
    assert terminal.told("tables", "names", **own) == {"users": 0, "listed": 0}
    assert terminal.told("catalog", "show", **own) == {"edition": None}
    imported = terminal.told("catalog", "import", str(starter_path()), **own)
    assert imported["trains"] > 80
    assert terminal.told("catalog", "show", **own)["edition"]["edition_id"] == imported["edition_id"]
    assert terminal.told("stations", "patna", **own)["matches"][0]["code"] == "PNBE"


def test_check_names_the_sandbox_and_no_address_that_is_not_used(terminal: Terminal) -> None:
    settings = terminal.told("check")["settings"]
    assert settings["YATRI_TELEGRAM_API"] == settings["YATRI_RAZORPAY_URL"] == "the sandbox"
    assert "https://api." not in terminal.yatri("check").out


def test_a_taken_port_gets_one_line_in_production(terminal: Terminal, tmp_path: Path) -> None:
    production = {"YATRI_BOT_TOKEN": "123456:" + "S" * 35, "YATRI_DATA_DIR": str(tmp_path)}
    gateway = {f"YATRI_RAZORPAY_{name}": "secret" for name in ("KEY_ID", "KEY_SECRET", "WEBHOOK_SECRET")}
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = terminal.yatri("run", YATRI_PORT=str(taken.getsockname()[1]), **production, **gateway)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1), done.err
    assert "YATRI_PORT" in done.err


def test_check_hides_secrets(terminal: Terminal) -> None:
    token = "123456:" + "S" * 35
    gateway = {"YATRI_RAZORPAY_KEY_ID": "rzp_test_x", "YATRI_RAZORPAY_KEY_SECRET": "shh-key"}
    nowhere = dict.fromkeys(("YATRI_TELEGRAM_API", "YATRI_RAZORPAY_URL"), "http://127.0.0.1:9")
    done = terminal.yatri(
        "check",
        YATRI_BOT_TOKEN=token,
        YATRI_RAZORPAY_WEBHOOK_SECRET="shh-hook",
        YATRI_COLOUR="blue",
        **gateway,
        **nowhere,
    )
    assert done.code == 1
    assert "NOT reachable" in done.out
    assert "YATRI_COLOUR" in done.err
    for secret in (token, "S" * 35, "shh-key", "shh-hook"):
        assert secret not in done.out + done.err
