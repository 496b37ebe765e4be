"""`yatri run` as a newcomer starts it: one address, a chat that answers, and nothing left behind."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from bot.sandbox.running import RunningSandbox
from tests.e2e.yatri import RunningYatri

READY = re.compile(r"Yatri is ready: (\S+)  \(Ctrl-C ends it\)\n")
KIRAN = {"first_name": "Kiran", "language_code": "en"}


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Started:
    """A running `yatri run`."""

    def __init__(self, process: "subprocess.Popen[str]", port: int) -> None:
        assert process.stdout is not None
        match = READY.fullmatch(process.stdout.readline())
        assert match, "the first line on stdout is the address"
        self.process = process
        self.address = match.group(1)
        self.http = httpx.Client(base_url=self.address, trust_env=False, timeout=20)
        self.web = httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=20)

    def children(self) -> list[int]:
        """The processes it started, and theirs."""
        found = [self.process.pid]
        for pid in found:
            with suppress_gone():
                told = Path(f"/proc/{pid}/task/{pid}/children").read_text()
                found.extend(int(child) for child in told.split())
        return found[1:]

    def newcomer(self) -> int:
        """Somebody who has just pressed Start."""
        person = int(self.http.post("/page/users", json=KIRAN).json()["id"])
        self.http.post(f"/page/chats/{person}/send", json={"user_id": person, "text": "/start"})
        return person

    def answers(self, person: int) -> list[str]:
        """What the bot said."""
        messages = self.http.get(f"/page/chats/{person}/messages").json()["messages"]
        return [message.get("text", "") for message in messages if message["from_bot"]]


@contextmanager
def suppress_gone() -> Iterator[None]:
    """A process may end while it is looked at."""
    try:
        yield
    except OSError:
        return


@contextmanager
def yatri_run(data_dir: Path, **settings: str) -> Iterator[Started]:
    """Started on a data directory; killed at the end if it is still there."""
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("YATRI_", "AWS_"))}
    own = {"YATRI_DATA_DIR": str(data_dir), "YATRI_PORT": str(port), "YATRI_SANDBOX_PORT": str(free_port())}
    own |= {name: value.format(port=port) for name, value in settings.items()}
    with (data_dir.parent / "stderr").open("a") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"], env=kept | own, stdout=subprocess.PIPE, stderr=errors, text=True
        )
    try:
        yield Started(process, port)
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def until(true: Callable[[], object], seconds: float = 10) -> bool:
    """Whether it became true within so many seconds."""
    ends = time.monotonic() + seconds
    while not true():
        if time.monotonic() > ends:
            return False
        time.sleep(0.05)
    return True


def alive(pid: int) -> bool:
    """Is the process there, and no zombie?"""
    with suppress_gone():
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc to see the child processes")
def test_a_newcomer_starts_it_uses_it_ends_it_and_starts_it_again(tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    with yatri_run(data_dir) as yatri:
        person = yatri.newcomer()
        assert until(lambda: yatri.answers(person))
        assert yatri.web.get("/readyz").json() == {"ok": True}
        assert yatri.web.post("/webhooks/razorpay", content=b"{}").status_code == 400
        assert "yatri_turn_seconds_count 1.0" in yatri.web.get("/metrics").text
        children = yatri.children()
        assert children
        yatri.process.send_signal(signal.SIGTERM)
        assert yatri.process.wait(15) == 0
        assert until(lambda: not any(map(alive, children)))
        assert not (data_dir / "engine.json").exists()
    with yatri_run(data_dir) as yatri:
        assert yatri.answers(person)
    errors = (tmp_path / "stderr").read_text()
    assert "Traceback" not in errors


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc to see the child processes")
def test_killed_it_leaves_no_process_behind_and_starts_again(tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    with yatri_run(data_dir) as yatri:
        children = yatri.children()
        yatri.process.kill()
        assert until(lambda: not any(map(alive, children)))
    with yatri_run(data_dir) as yatri:
        person = yatri.newcomer()
        assert until(lambda: yatri.answers(person))


def elsewhere(sandbox: RunningSandbox) -> dict[str, str]:
    """The settings of production, at whose far end is the sandbox."""
    known = sandbox.settings
    return {
        "YATRI_BOT_TOKEN": sandbox.token,
        "YATRI_TELEGRAM_API": sandbox.url,
        "YATRI_RAZORPAY_URL": sandbox.url,
        "YATRI_RAZORPAY_KEY_ID": known.razorpay_key_id,
        "YATRI_RAZORPAY_KEY_SECRET": known.razorpay_key_secret,
        "YATRI_RAZORPAY_WEBHOOK_SECRET": known.razorpay_webhook_secret,
    }


@pytest.mark.parametrize("way", [{}, {"YATRI_WEBHOOK_URL": "http://127.0.0.1:{port}"}], ids=["polling", "webhook"])
def test_with_a_token_it_answers_on_telegram(tmp_path: Path, way: dict[str, str]) -> None:
    with RunningSandbox(data_dir=tmp_path / "far") as sandbox:
        with yatri_run(tmp_path / "data", **elsewhere(sandbox), **way) as yatri:
            assert yatri.address.startswith("https://t.me/")
            yatri.http = httpx.Client(base_url=sandbox.url, trust_env=False, timeout=20)
            person = yatri.newcomer()
            assert until(lambda: yatri.answers(person))
            commands = yatri.http.get("/page/commands", params={"chat_id": person, "user_id": person}).json()
            assert "book" in {command["command"] for command in commands["commands"]}
            yatri.process.send_signal(signal.SIGINT)
            assert yatri.process.wait(15) == 0
        log = (tmp_path / "stderr").read_text()
    assert sandbox.token not in log
    assert "Traceback" not in log


def test_a_token_that_telegram_does_not_know_gets_one_line(tmp_path: Path) -> None:
    with RunningSandbox(data_dir=tmp_path / "far") as sandbox:
        settings = elsewhere(sandbox) | {"YATRI_BOT_TOKEN": "1:" + "x" * 35}
        with pytest.raises(AssertionError, match="first line"), yatri_run(tmp_path / "data", **settings):
            pass
    last = (tmp_path / "stderr").read_text().splitlines()[-1]
    assert last == "yatri: YATRI_BOT_TOKEN: Telegram does not know this token"


def test_an_import_beside_a_running_bot_is_taken_up(tmp_path: Path) -> None:
    from bot.feeds.starter import starter_path

    data_dir = tmp_path / "data"
    with yatri_run(data_dir) as yatri:
        command = [sys.executable, "-m", "bot", "catalog", "import", str(starter_path())]
        subprocess.run(command, env=os.environ | {"YATRI_DATA_DIR": str(data_dir)}, check=True, capture_output=True)
        log = tmp_path / "stderr"
        assert until(lambda: log.read_text().count("timetable loaded") == 2)
        assert "yatri_catalogue_trains 0.0" not in yatri.web.get("/metrics").text


def test_ports_that_are_taken_are_passed_over(tmp_path: Path) -> None:
    with socket.socket() as first, socket.socket() as second:
        for taken in (first, second):
            taken.bind(("127.0.0.1", 0))
            taken.listen()
        ports = (int(first.getsockname()[1]), int(second.getsockname()[1]))
        with RunningYatri(tmp_path / "data", ports) as yatri, RunningYatri(tmp_path / "other", ports) as beside:
            assert len({yatri.url, beside.url, *(f"http://127.0.0.1:{port}" for port in ports)}) == 4
