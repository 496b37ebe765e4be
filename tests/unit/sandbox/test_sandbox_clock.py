"""The clock that can be moved, and the limits that go by real time."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.unit.sandbox.clients import ASHA, RAVI, SUPPORT, Stage


def test_the_clock_moves_forward_only(stage: Stage) -> None:
    before = stage.asha.get("/clock")
    moved = stage.asha.post("/clock", advance=3600)
    assert (moved["offset"], moved["rev"]) == (3600, before["rev"] + 1)
    ahead = datetime.fromisoformat(moved["now"]) - datetime.now(UTC)
    assert timedelta(minutes=59) < ahead <= timedelta(hours=1)
    to = (datetime.now(UTC) + timedelta(days=2)).isoformat()
    assert stage.asha.post("/clock", to=to)["offset"] == pytest.approx(2 * 86400, abs=5)
    for nonsense in ({"advance": -1}, {"to": "2020-01-01T00:00:00+00:00"}, {"to": "soon"}, {}, {"advance": "nan"}):
        assert stage.http.post("/clock", json=nonsense).status_code == 400


def test_who_waits_for_the_clock_is_told(stage: Stage) -> None:
    with ThreadPoolExecutor() as threads:
        waiting = threads.submit(stage.asha.get, "/clock?after=0&timeout=20")
        time.sleep(0.1)
        stage.person(RAVI).post("/clock", advance=5)
        assert waiting.result(5)["rev"] == 1
    assert stage.asha.get("/clock?after=1&timeout=0.05")["rev"] == 1


def test_messages_carry_the_moved_time(stage: Stage) -> None:
    stage.asha.post("/clock", advance=86400)
    said = stage.asha.says("tomorrow")
    assert said["date"] == pytest.approx(time.time() + 86400, abs=5)


def test_too_many_messages_to_one_chat(tmp_path: Path) -> None:
    stage = Stage.open(tmp_path)
    answers = [stage.bot.answer("sendMessage", chat_id=ASHA, text=str(number)) for number in range(25)]
    stage.sandbox.close()
    refused = [answer for answer in answers if not answer["ok"]]
    assert answers[19]["ok"]
    assert refused[0]["error_code"] == 429
    after = refused[0]["parameters"]["retry_after"]
    assert refused[0]["description"] == f"Too Many Requests: retry after {after}"


def test_a_group_takes_twenty_a_minute_and_all_chats_thirty_a_second(tmp_path: Path) -> None:
    stage = Stage.open(tmp_path)
    stage.person(RAVI).says("/start")
    group = [stage.bot.answer("sendMessage", chat_id=SUPPORT, text="x") for _ in range(21)]
    stage.asha.post("/clock", advance=3600)
    again = stage.bot.answer("sendMessage", chat_id=SUPPORT, text="the moved clock does not help")
    time.sleep(1)
    chats = (ASHA, RAVI)
    everywhere = [stage.bot.answer("sendMessage", chat_id=chats[n % 2], text="x") for n in range(31)]
    stage.sandbox.close()
    assert [answer["ok"] for answer in group] == [True] * 20 + [False]
    assert not again["ok"]
    assert 50 <= again["parameters"]["retry_after"] <= 60
    assert all(answer["ok"] for answer in everywhere[:30])


def test_without_flood_limits_nothing_is_counted(stage: Stage) -> None:
    assert all(stage.bot.answer("sendMessage", chat_id=ASHA, text="x")["ok"] for _ in range(40))
