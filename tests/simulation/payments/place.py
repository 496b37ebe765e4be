"""The place of the storm: an engine, a hostile sandbox in a process of its own, our web server, services and jobs."""

import random
import socket
import subprocess
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import requests
import uvicorn

from bot.gateways.razorpay import RazorpayGateway
from bot.measures import Measures
from bot.payments import PaymentDoors
from bot.sandbox.settings import SandboxSettings
from bot.web import Doors, build_web
from domain.catalogue import Catalogue
from domain.errors import Busy, NotFound
from domain.services.accounts import AccountService
from domain.services.agenda import AgendaService
from domain.services.auditing import Auditing
from domain.services.booking import BookingService
from domain.services.cancelling import CancellingService
from domain.services.comparing import Comparing
from domain.services.expiring import ExpiringService
from domain.services.paying import PayingService
from domain.services.promoting import Promoting
from domain.services.reconciling import ReconcilingService, Report
from domain.services.refunding import RefundingService
from domain.services.topping_up import ToppingUp
from domain.services.wallets import WalletService
from storage.audit import Books
from storage.settings import Backoff
from storage.units import UnitsOfWork
from tests.engines import Storage
from tests.simulation.payments.perils import Perils
from tests.simulation.scenery import STATIONS, TRAINS
from tests.simulation.trouble import Killed

DOOR_PERIL, LOOK_PERIL = 0.03, 0.25
PATIENCE = (3.0, 2.0)  # seconds with the gateway
Job = Callable[[datetime], object]


class Clock:
    """The sandbox's clock, which moves when the storm says so."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def advance(self, by: timedelta) -> None:
        """For everybody."""
        answer = requests.post(f"{self._url}/clock", json={"advance": by.total_seconds()}, timeout=10)
        answer.raise_for_status()
        self._ahead = timedelta(seconds=answer.json()["offset"])


class Place:
    """`with Place(storage, data_dir, seed) as place:` everything runs, with nothing hostile yet."""

    def __init__(self, storage: Storage, data_dir: Path, seed: int) -> None:
        self.storage = storage
        self.perils = Perils()
        self.troubles: Counter[str] = Counter()
        self.faults: list[str] = []  # what should never be raised
        self._dir = data_dir
        self._dice = random.Random(f"{seed} place")
        self._stack = ExitStack()

    def __enter__(self) -> "Place":
        known = SandboxSettings(data_dir=self._dir)
        where = self._serve()
        self.url = self._start_sandbox(f"{where}/webhooks/razorpay")
        self.clock = Clock(self.url)
        self.gateway = RazorpayGateway(
            key_id=known.razorpay_key_id,
            key_secret=known.razorpay_key_secret,
            webhook_secret=known.razorpay_webhook_secret,
            base_url=self.url,
            timeout=PATIENCE,
        )
        self._build(f"{where}/pay/return")
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _build(self, callback: str) -> None:
        """The services, wired as bot/app.py does, over a store and a gateway that may fail at any call."""
        catalogue = Catalogue("small", STATIONS, TRAINS)
        settings = replace(self.storage.settings, backoff=Backoff(base=0.001, cap=0.02))
        self.units = units = UnitsOfWork(self.perils.client(self.storage.client), settings)
        gateway = self.perils.gateway(self.gateway)
        promoting = Promoting(units)
        self.accounts, self.wallets = AccountService(units), WalletService(units)
        self.booking = BookingService(lambda: catalogue, units, promoting)
        self.paying = PayingService(units, gateway, callback)
        self.cancelling = CancellingService(lambda: catalogue, units, promoting)
        self.expiring = ExpiringService(units, self.paying, promoting)
        self.topping_up = ToppingUp(units, gateway, self.paying, callback)
        refunding = RefundingService(units, gateway)
        reconciling = ReconcilingService(units, gateway, self.paying, Comparing(units, gateway, self.paying, refunding))
        self._doors = PaymentDoors(gateway, self.paying, refunding, self.clock)
        self.jobs: dict[str, Job] = {
            "holds": AgendaService(units, self.expiring).run,
            "moves": promoting.run,
            "refunds": refunding.run,
            "open payments": reconciling.run,
        }
        self._compare = reconciling.compare

    def _event(self, body: bytes, signature: str, event_id: str) -> None:
        """The webhook's door. A process that dies there answers nothing that is good."""
        try:
            with self.perils.may_strike(self._dice, DOOR_PERIL):
                self._doors.event(body, signature, event_id)
        except Killed as death:
            raise Busy("died") from death
        except (Busy, NotFound):
            raise
        except Exception:
            self.faults.append(traceback.format_exc())
            raise

    def _came_back(self, params: Mapping[str, str]) -> bool:
        try:
            with self.perils.may_strike(self._dice, DOOR_PERIL):
                return self._doors.came_back(params)
        except Killed as death:
            raise Busy("died") from death

    def run_jobs(self, processes: int, peril: float) -> None:
        """One round of all, side by side, in so many processes."""
        rounds = [(name, random.Random(self._dice.random())) for name in [*self.jobs] * processes]
        with ThreadPoolExecutor(4) as pool:
            for done in [pool.submit(self._run_job, name, dice, peril) for name, dice in rounds]:
                done.result()

    def _run_job(self, name: str, dice: random.Random, peril: float) -> None:
        try:
            with self.perils.may_strike(dice, peril):
                done = self.jobs[name](self.clock.now())
        except (Killed, Busy) as trouble:
            self.troubles[f"{name}: {type(trouble).__name__}"] += 1
        except Exception:
            self.faults.append(traceback.format_exc())
        else:
            for told in getattr(done, "troubles", ()):
                self.troubles[f"{name}: {told.partition(' put off: ')[2][:40] or told[:60]}"] += 1

    def compare(self, since: datetime) -> Report | None:
        """The reconciler's long look. None if it came to nothing."""
        try:
            with self.perils.may_strike(self._dice, LOOK_PERIL):
                report = self._compare(since, self.clock.now())
        except (Killed, Busy) as trouble:
            self.troubles[f"compare: {type(trouble).__name__}"] += 1
            return None
        self.faults += report.troubles
        return report

    def audit(self) -> list[str]:
        """What `yatri audit` would say."""
        storage = self.storage
        auditing = Auditing(storage.units, Books(storage.client, storage.settings), lambda: None)
        return [f"audit: {found.rule} {found.rows} {found.words}" for found in auditing.run(self.clock.now())]

    def is_due(self) -> bool:
        """Whether a job has anything to do."""
        now = self.clock.now()
        with self.units() as work:
            return bool(work.bookings.due(now) or work.payments.open_due(now) or work.payments.refunds_due(now))

    def become(self, **chances: float) -> None:
        """How hostile the gateway is from now on."""
        requests.post(f"{self.url}/hostility", json=chances, timeout=10).raise_for_status()

    def hostility(self) -> dict[str, Any]:
        """What it did so far."""
        return dict(requests.get(f"{self.url}/hostility", timeout=30).json())

    def refunds_at_gateway(self) -> list[dict[str, Any]]:
        """All of them, as the gateway has them."""
        known = SandboxSettings(data_dir=self._dir)
        found: list[dict[str, Any]] = []
        while True:
            page = requests.get(
                f"{self.url}/v1/refunds",
                params={"count": 100, "skip": len(found)},
                auth=(known.razorpay_key_id, known.razorpay_key_secret),
                timeout=30,
            ).json()["items"]
            found += page
            if len(page) < 100:
                return found

    def _start_sandbox(self, webhooks: str) -> str:
        command = [
            sys.executable,
            "-m",
            "bot.sandbox",
            "--data-dir",
            str(self._dir),
            "--razorpay-webhook-url",
            webhooks,
        ]
        process = subprocess.Popen(
            [*command, "--exit-with-stdin"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._stack.callback(_end, process)
        assert process.stdout is not None
        return process.stdout.readline().split()[1]

    def _serve(self) -> str:
        """Our web server, as others reach it."""
        doors = Doors(
            gateway_event=self._event,
            came_back=self._came_back,
            ready=lambda: None,
            chat_url=lambda: "https://t.me/yatri",
            measures=Measures(),
        )
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(build_web(doors), log_config=None, access_log=False, lifespan="off"))
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()

        def end() -> None:
            server.should_exit = True
            thread.join(timeout=10)
            listener.close()

        self._stack.callback(end)
        return f"http://127.0.0.1:{listener.getsockname()[1]}"


def _end(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    process.stdin.close()
    process.wait(timeout=10)


def rupees(paise: int) -> Decimal:
    """Of the gateway's own rows."""
    return Decimal(paise) / 100
