"""Several worker processes beside one engine and one sandbox, with news for many people; workers can be killed."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from statistics import quantiles
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

import httpx

from bot.sandbox.chats import Chats
from bot.sandbox.people import People
from bot.sandbox.running import RunningSandbox
from bot.sandbox.settings import EXAMPLE_TOKEN
from bot.sandbox.store import Store
from domain.ids import ChatId, NotifId, UserId, WalletId, new_id
from domain.notifications import Notification, NotifType, news
from domain.users import User
from storage.embedded import EmbeddedEngine
from storage.settings import StorageSettings
from tests.contract import dynamodb_local
from tests.engines import Storage, prepared

_PAGE = 10  # users of one transaction: each is some seven rows
_FIRST_CHAT = 700_000_000
EMBEDDED, DYNAMODB_LOCAL = ENGINES = ("embedded", "dynamodb-local")


@dataclass(frozen=True)
class Tally:
    """How often each piece of news came, and how late (seconds) it was noted as sent."""

    expected: int
    came: Counter[str]
    late: list[float]

    @property
    def lost(self) -> int:
        """News that never came."""
        return self.expected - len(self.came)

    @property
    def doubles(self) -> int:
        """Messages more than there was news."""
        return self.came.total() - len(self.came)

    def late_at(self, percent: int) -> float:
        """Seconds that so many in a hundred are late at the most."""
        return quantiles(self.late, n=100)[percent - 1]

    def lateness(self) -> str:
        """Median, 95 %, 99 % and the most, in seconds."""
        shown = ", ".join(f"{percent} % {self.late_at(percent):.2f} s" for percent in (50, 95, 99))
        return f"{shown}, most {max(self.late):.2f} s"


class Crew:
    """`with Crew(folder, 3, people=300) as crew:` runs three of `yatri work` until the block ends, beside a sandbox in
    which so many `users` have written to the bot. The sandbox keeps Telegram's limits unless `flood` is off. `engine`:
    one of ENGINES. The embedded one reads the whole table at each query of an index, so with many news it is the engine
    that is measured; DynamoDB Local has indexes."""

    def __init__(
        self,
        folder: Path,
        workers: int,
        people: int,
        *,
        flood: bool = True,
        engine: str = EMBEDDED,
        **settings: str,
    ) -> None:
        self._folder = folder
        self._wanted = workers
        self._people = people
        self._flood = flood
        self._engine = _engine(engine)
        self._settings = {f"YATRI_{name.upper()}": value for name, value in settings.items()}
        self.workers: list[subprocess.Popen[str]] = []
        self.began = datetime.now(UTC)

    def __enter__(self) -> Self:
        where = self._engine.__enter__()
        _fill(self._folder / "sandbox", self._people)
        self._sandbox = RunningSandbox(data_dir=self._folder / "sandbox", flood=self._flood)
        self._http = httpx.Client(base_url=self._sandbox.url, trust_env=False, timeout=30, verify=False)
        self.storage: Storage = prepared(where)
        self.users = self._registered()
        for _ in range(self._wanted):
            self.hire()
        for worker in self.workers:
            assert worker.stdout is not None
            assert worker.stdout.readline().startswith("Working"), self.words()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        for worker in self.workers:
            worker.send_signal(signal.SIGTERM)
        for worker in self.workers:
            worker.wait(30)
            if worker.stdout:
                worker.stdout.close()
        self._http.close()
        self._sandbox.close()
        self._engine.__exit__(kind, error, tb)

    def hire(self) -> None:
        """A worker more."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("YATRI_", "AWS_"))}
        gateway = {f"YATRI_RAZORPAY_{name}": "rzp_test_none" for name in ("KEY_ID", "KEY_SECRET", "WEBHOOK_SECRET")}
        own = {
            "YATRI_BOT_TOKEN": self._sandbox.token,
            "YATRI_TELEGRAM_API": self._sandbox.url,
            "YATRI_CLOCK_URL": self._sandbox.url,
            "YATRI_RAZORPAY_URL": self._sandbox.url,
            "YATRI_DYNAMODB_ENDPOINT": self.storage.settings.endpoint or "",
            "YATRI_DATA_DIR": str(self._folder / f"worker{len(self.workers)}"),
            "YATRI_LOG_FORMAT": "json",
        }
        with (self._folder / "workers.log").open("ab") as log:
            worker = subprocess.Popen(
                [sys.executable, "-m", "bot", "work"],
                env=clean | gateway | own | self._settings,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        self.workers.append(worker)

    def kill(self, place: int) -> None:
        """kill -9: no farewell."""
        worker = self.workers.pop(place)
        worker.kill()
        worker.wait()
        if worker.stdout:
            worker.stdout.close()

    def words(self) -> str:
        """The last of what they logged."""
        return (self._folder / "workers.log").read_text(encoding="utf-8")[-3000:]

    def moves_clock(self, seconds: float) -> None:
        """The sandbox's clock, which all workers follow."""
        self._http.post("/clock", json={"advance": seconds}).raise_for_status()

    def _registered(self) -> list[User]:
        """Users for all the people, in the order of their chats."""
        now, found = datetime.now(UTC), []
        for start in range(0, self._people, _PAGE):
            with self.storage.units() as work:
                for number in range(start, min(start + _PAGE, self._people)):
                    found.append(_somebody(number, now))
                    work.users.add(found[-1])
                work.commit()
        return found

    def blocks(self, user: User) -> None:
        """The person blocks the bot."""
        self._http.post(f"/page/users/{user.chat_id}/block", json={"blocked": True}).raise_for_status()

    def tell(self, users: Sequence[User], due: Sequence[datetime], kind: NotifType = NotifType.ALERT) -> list[str]:
        """News for each, due then; the words by which each is known again."""
        words = []
        for start in range(0, len(users), 90):
            with self.storage.units() as work:
                for place in range(start, min(start + 90, len(users))):
                    words.append(f"news {uuid4().hex}")
                    work.notifications.add(_told(users[place], kind, words[-1], due[place]))
                work.commit()
        return words

    def waiting(self) -> int:
        """News that are not sent yet."""
        condition = "attribute_exists(due_at) AND attribute_not_exists(failed_at)"
        return sum(page["Count"] for page in self._pages(condition, Select="COUNT"))

    def _pages(self, condition: str, **asked: str) -> Iterator[Any]:
        """All news for which this is so, in one pass: the engine has no indexes, and the workers need it."""
        table = self.storage.settings.table("notifications")
        request: dict[str, Any] = {"TableName": table, "FilterExpression": condition, "Limit": 1000, **asked}
        while True:
            page = self.storage.client.scan(**request)
            yield page
            if (resume := page.get("LastEvaluatedKey")) is None:
                return
            request["ExclusiveStartKey"] = resume

    def until_sent(self, seconds: float) -> None:
        """Waits until nothing is left to send."""
        ends = time.monotonic() + seconds
        while left := self.waiting():
            assert time.monotonic() < ends, self.words()
            time.sleep(min(0.2 + left / 500, 5))

    def tally(self, users: Sequence[User], words: Sequence[str]) -> Tally:
        """What the people see."""
        came, expected = Counter[str](), set(words)
        for chat in dict.fromkeys(user.chat_id for user in users):
            answer: dict[str, Any] = self._http.get(f"/page/chats/{chat}/messages", params={"limit": 100}).json()
            texts = [message.get("text", "") for message in answer["messages"] if message["from_bot"]]
            came.update(each for text in texts for each in [_word(text)] if each in expected)
        return Tally(len(words), came, self._lateness(expected))

    def _lateness(self, words: set[str]) -> list[float]:
        late = []
        for page in self._pages("attribute_exists(pushed_at)"):
            for row in page["Items"]:
                if row["args"]["M"].get("text", {"S": ""})["S"] in words:
                    due = datetime.fromisoformat(row["args"]["M"]["due"]["S"])
                    late.append((datetime.fromisoformat(row["pushed_at"]["S"]) - due).total_seconds())
        return late


def _fill(folder: Path, people: int) -> None:
    """A sandbox's data in which so many people have written to the bot."""
    store = Store(folder / "sandbox.sqlite3")
    bot = EXAMPLE_TOKEN.partition(":")[0]
    listed, chats = People(store, f"person:{bot}"), Chats(store, f"chat:{bot}")
    for person in listed:
        chats.add_private(person)
    with store.together():
        for number in range(people):
            person = {"id": _FIRST_CHAT + number, "first_name": "Kiran", "last_name": "", "username": "", "phone": ""}
            person |= {"language_code": "en", "staff": False}
            store.put(f"person:{bot}", str(person["id"]), person)
            chats.save(chats.add_private(person) | {"started": True})
    store.close()


@contextmanager
def _engine(name: str) -> Iterator[StorageSettings]:
    """An engine in memory, and the tables' place on it as the workers see it."""
    if name == EMBEDDED:
        with EmbeddedEngine(ephemeral=True) as engine:
            yield engine.settings("yatri")
    else:
        with dynamodb_local.running() as local:
            yield replace(local, prefix="yatri", access_key="yatri")  # it keeps apart who comes with other keys


def _somebody(number: int, now: datetime) -> User:
    return User(
        user_id=UserId(new_id(now)),
        chat_id=ChatId(_FIRST_CHAT + number),
        full_name="Kiran Rao",
        phone=f"+9190{number:08}",
        email=f"kiran{number}@example.in",
        wallet_id=WalletId(new_id(now)),
        wallet_balance=Decimal(0),
        created_at=now,
        updated_at=now,
    )


def _told(user: User, kind: NotifType, words: str, due: datetime) -> Notification:
    told = news(user.user_id, kind, "told-promo", None, due, text=words, due=due.isoformat())
    return told.but(notif_id=NotifId(new_id(due)))


def _word(text: str) -> str:
    """The line of a message by which news are known again."""
    return text.splitlines()[0].removeprefix("📣 ") if text else ""
