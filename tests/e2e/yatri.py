"""The whole program as a child process, and a passenger who reaches it only through the page's HTTP."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from datetime import time as time_of_day
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx

from domain.railtime import INDIA

READY = re.compile(r"http://127\.0\.0\.1:\d+")
PATIENCE = 40.0  # seconds for a start on a busy machine


class RunningYatri:
    """`yatri run` on a data directory and ports of its own. It can be killed with -9 and started again."""

    def __init__(self, data_dir: Path, ports: tuple[int, int] | None = None, **settings: str) -> None:
        """`ports`: wished for the sandbox and for our web server; by default free ones. `settings`: variables more."""
        self.data_dir = data_dir
        self._settings = settings
        self._ports = ports or (_free_port(), _free_port())
        self.start()

    def start(self) -> None:
        """Starts it and waits for the address of its chat."""
        own = {
            "YATRI_DATA_DIR": str(self.data_dir),
            "YATRI_SANDBOX_PORT": str(self._ports[0]),
            "YATRI_PORT": str(self._ports[1]),
            "YATRI_LOG_FORMAT": "json",
            "YATRI_UPDATES_A_MINUTE": "1000",  # these people are quicker than people
            "YATRI_CLAIM_SECONDS": "5",  # and wait less long for what a killed worker was about to send
        }
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("YATRI_", "AWS_"))}
        self.log = (self.data_dir.parent / "yatri.log").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"],
            env=clean | own | self._settings,
            stdout=subprocess.PIPE,
            stderr=self.log,
            text=True,
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        found = READY.search(line)
        assert found, f"no address in {line!r}; {self.words()[-2000:]}"
        self.url = found[0]
        self._within_booking_hours()

    def _within_booking_hours(self) -> None:
        """Nothing is sold from 23:45 to 00:20 in India: a test that runs then moves the sandbox's clock past it."""
        now = datetime.now(INDIA)
        if now.time() >= time_of_day(23, 30) or now.time() < time_of_day(0, 25):
            httpx.post(f"{self.url}/clock", json={"advance": 3600}, timeout=5).raise_for_status()

    def words(self) -> str:
        """All that it logged."""
        return (self.data_dir.parent / "yatri.log").read_text(encoding="utf-8")

    def kill(self) -> None:
        """kill -9: no farewell."""
        self.process.kill()
        self._over()

    def stop(self) -> int:
        """SIGTERM, as a service manager sends it; the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self._over()

    def _over(self) -> int:
        code = self.process.wait(PATIENCE)
        assert self.process.stdout is not None
        self.process.stdout.close()
        self.log.close()
        return code

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        if self.process.poll() is None:
            self.stop()


Message = dict[str, Any]


@dataclass
class Person:
    """One passenger's phone: what the chat shows, and what can be sent to it."""

    url: str
    user_id: int
    http: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=10))

    def messages(self) -> list[Message]:
        """The chat, oldest first."""
        answer = self.http.get(f"{self.url}/page/chats/{self.user_id}/messages", params={"limit": 100})
        answer.raise_for_status()
        found: list[Message] = answer.json()["messages"]
        return found

    def of_the_bot(self) -> list[Message]:
        return [message for message in self.messages() if message["from_bot"]]

    def says(self, text: str) -> None:
        self._send(text=text)

    def shares_contact(self, phone: str) -> None:
        self._send(contact={"phone_number": phone, "first_name": "Asha", "user_id": self.user_id})

    def taps(self, message: Message, words: str) -> None:
        """The button of this message with these words."""
        data = next(b["callback_data"] for b in buttons(message) if words in b["text"] and "callback_data" in b)
        body = {"user_id": self.user_id, "chat_id": self.user_id, "message_id": message["message_id"], "data": data}
        self.http.post(f"{self.url}/page/callback", json=body).raise_for_status()

    def pays(self, message: Message, **choices: str) -> None:
        """Opens the link of this message and pays as the page's form does."""
        link = next(b["url"] for b in buttons(message) if "url" in b)
        form = {"method": "upi", "outcome": "success", "webhook": "once", "callback": "closed", **choices}
        answer = self.http.post(link, data=form, headers={"Origin": self.url})
        assert answer.status_code in (200, 303), answer.text[:500]

    def _send(self, **body: Any) -> None:
        sent = self.http.post(f"{self.url}/page/chats/{self.user_id}/send", json={"user_id": self.user_id, **body})
        sent.raise_for_status()


def buttons(message: Message) -> list[dict[str, str]]:
    """The inline buttons under a message."""
    return [button for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]


def until(true: Callable[[], bool], seconds: float = 15.0) -> bool:
    """Waits for it; False if it did not come true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if true():
            return True
        time.sleep(0.05)
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
