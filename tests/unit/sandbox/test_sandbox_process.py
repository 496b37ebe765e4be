"""The sandbox as a process: it starts at once, forgets nothing, and never outlives its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx

from bot.sandbox.settings import EXAMPLE_TOKEN
from tests.unit.sandbox.clients import ASHA, Person, RawBot


def start(data_dir: Path, *options: str, **environment: str) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "bot.sandbox", "--data-dir", str(data_dir), "--exit-with-stdin", *options]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )
    assert process.stdout is not None
    word, url = process.stdout.readline().split()
    assert word == "ready"
    return process, url


def kill(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_kill_9_loses_neither_history_nor_updates_nor_files(tmp_path: Path) -> None:
    process, url = start(tmp_path)
    asha, bot = Person(url), RawBot(url, EXAMPLE_TOKEN)
    asha.says("/start")
    bot.take()
    sent = bot("sendDocument", chat_id=ASHA, files={"document": ("t.pdf", b"%PDF")}, caption="c")
    keys = {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}]]}
    asked = bot("sendMessage", chat_id=ASHA, text="sure?", reply_markup=keys)
    asha.says("not yet taken")
    query_id = asha.taps(asked["message_id"], "yes")
    asha.post("/clock", advance=30)
    before = asha.sees()
    kill(process)

    process, url = start(tmp_path)
    asha, bot = Person(url), RawBot(url, EXAMPLE_TOKEN)
    assert asha.sees() == before
    said, tapped = bot.take()
    assert (said["message"]["text"], tapped["callback_query"]["id"]) == ("not yet taken", query_id)
    assert bot("answerCallbackQuery", callback_query_id=query_id)
    assert httpx.get(f"{url}/page/file/{sent['document']['file_id']}").content == b"%PDF"
    assert asha.get("/clock")["offset"] == 30
    next_one = bot("sendMessage", chat_id=ASHA, text="new")
    assert next_one["message_id"] > before[-1]["message_id"]
    kill(process)


def test_it_starts_within_a_second_or_so_and_ends_with_its_stdin(tmp_path: Path) -> None:
    began = time.monotonic()
    process, url = start(tmp_path)
    assert time.monotonic() - began < 5
    assert httpx.get(f"{url}/healthz").json() == {"ok": True}
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(5) == 0


def test_sigterm_ends_it_though_a_poll_hangs(tmp_path: Path) -> None:
    process, url = start(tmp_path)
    with httpx.stream("GET", f"{url}/page/events"):
        process.terminate()
        process.wait(8)


def test_secrets_come_by_the_environment(tmp_path: Path) -> None:
    token = "123456:" + "a" * 35
    process, url = start(tmp_path, YATRI_SANDBOX_BOT_TOKENS=f"{token}, 77:{'b' * 35}")
    assert RawBot(url, token)("getMe")["id"] == 123456
    assert RawBot(url, "77:" + "b" * 35)("getMe")["id"] == 77
    assert RawBot(url, EXAMPLE_TOKEN).answer("getMe")["error_code"] == 401
    kill(process)


def test_one_data_directory_serves_one_sandbox(tmp_path: Path) -> None:
    process, _ = start(tmp_path)
    command = [sys.executable, "-m", "bot.sandbox", "--data-dir", str(tmp_path)]
    second = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    assert second.returncode == 2
    assert "is another sandbox running on it?" in second.stderr
    kill(process)


def test_it_listens_on_loopback_only(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bot.sandbox", "--data-dir", str(tmp_path), "--host", "0.0.0.0"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    assert ended.returncode == 2
    assert ended.stderr == "sandbox: the sandbox listens on loopback only, not on 0.0.0.0\n"
