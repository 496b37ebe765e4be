"""A worker of the rush: a process with some threads, whose buyers hold and pay; then its transactions again, bare."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from typing import Any, TypeVar

from domain.errors import Problem
from domain.ids import BookingId
from domain.payments import GatewayPayment
from domain.services.booking import BookingService
from domain.services.paying import PayingService
from domain.services.promoting import Promoting
from domain.users import User
from storage.client import connect
from storage.settings import StorageSettings
from storage.units import UnitsOfWork
from tests.benchmarks.rush_calls import TRANSACTION, Calls, Commit
from tests.benchmarks.rush_train import RushTrain, add, registered
from tests.benchmarks.rush_units import ONE_LINK

A = TypeVar("A")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class Shift:
    """What one worker is to do. `tables` and `bare` are where the rush happens, and its transactions once more."""

    tables: StorageSettings
    bare: StorageSettings
    buyers: Sequence[int]
    threads: int
    parties: bool


@dataclass(frozen=True, slots=True)
class Buyer:
    """How it went: a ticket, or the key of the Problem that refused; times of the machine's clock."""

    number: int
    people: int
    booking_id: BookingId | None
    refused: str | None
    ended: float
    took: float


@dataclass(slots=True)
class Report:
    """What one worker saw."""

    begun: float
    buyers: list[Buyer]
    calls: dict[str, int]
    transactions: int
    cpu: float  # seconds of this process
    puts_begun: float = 0.0  # of the commits of one row, which are repeated first
    puts_ended: float = 0.0
    bare_begun: float = 0.0  # of the transactions
    bare_ended: float = 0.0
    bare_cpu: float = 0.0


class Worker:
    """Prepared at once; `rush` and `bare` are called when the barrier opens."""

    def __init__(self, shift: Shift) -> None:
        self._shift = shift
        self._train = RushTrain()
        client = connect(shift.tables)
        self._client = client
        self._units = UnitsOfWork(client, shift.tables)
        promoting = Promoting(self._units)
        self._booking = BookingService(lambda: self._train.catalogue, self._units, promoting)
        self._paying = PayingService(self._units, ONE_LINK)
        self._people = {number: 1 + number % 7 % 4 if shift.parties else 1 for number in shift.buyers}
        self._users = self._registered()
        self._calls = Calls(client)
        self._done: list[list[Commit]] = []
        self._begun = 0.0

    def _registered(self) -> dict[int, User]:
        """The buyers, known in both sets of tables."""
        bare = UnitsOfWork(self._client, self._shift.bare)

        def known(number: int) -> tuple[int, User]:
            user = registered(self._units, number, self._train.opens - timedelta(days=30))
            add(bare, user)
            return number, user

        return dict(self._each(known, self._shift.buyers))

    def rush(self) -> Report:
        """Everybody buys, as many at once as there are threads."""
        self._begun, cpu = time.perf_counter(), time.process_time()
        buyers = self._each(self._buy, self._shift.buyers)
        transactions = sum(call == TRANSACTION for booking in self._done for call, _ in booking)
        return Report(self._begun, buyers, dict(self._calls.made), transactions, time.process_time() - cpu)

    def bare_puts(self, report: Report) -> None:
        """The payments that were put, by the same client and as many threads: the transactions find them stored."""
        report.puts_begun = time.perf_counter()
        self._each(self._send, [[one for one in booking if one[0] != TRANSACTION] for booking in self._again()])
        report.puts_ended = time.perf_counter()

    def bare(self, report: Report) -> None:
        """The same transactions, by the same client and as many threads, with nothing around them; `report` is told."""
        requests = [[one for one in booking if one[0] == TRANSACTION] for booking in self._again()]
        report.bare_begun, cpu = time.perf_counter(), time.process_time()
        self._each(self._send, requests)
        report.bare_ended, report.bare_cpu = time.perf_counter(), time.process_time() - cpu

    def _again(self) -> list[list[Commit]]:
        return [[_renamed(one, self._shift) for one in booking] for booking in self._done]

    def _send(self, commits: list[Commit]) -> None:
        for call, request in commits:
            (self._client.transact_write_items if call == TRANSACTION else self._client.put_item)(**request)

    def _each(self, work: Callable[[A], B], of: Sequence[A]) -> list[B]:
        with ThreadPoolExecutor(self._shift.threads) as pool:
            return list(pool.map(work, of))

    def _buy(self, number: int) -> Buyer:
        people, begun = self._people[number], time.perf_counter()
        booking_id, refused = None, None
        try:
            booking_id = self._hold_and_pay(number, people)
        except Problem as problem:
            refused = problem.key
        except Exception as error:  # any other end is a fault, and counted as one
            refused = f"{type(error).__name__}: {error}"
        if done := self._calls.carried_out():
            self._done.append(done)
        ended = time.perf_counter()
        return Buyer(number, people, booking_id, refused, ended, ended - begun)

    def _hold_and_pay(self, number: int, people: int) -> BookingId:
        request = self._train.request(self._users[number].user_id, people)
        held = self._booking.hold(request, f"{number}:1:2.5", self._now())
        payment = self._paying.begun(held, self._now())
        money = GatewayPayment(f"pay_{number:014}", held.fare, "upi", "captured")
        self._paying.settle(payment.payment_id, money, self._now())
        return held.booking_id

    def _now(self) -> datetime:
        return self._train.opens + timedelta(seconds=1 + time.perf_counter() - self._begun)


def work(shift: Shift, barrier: Barrier, answer: Connection) -> None:
    """The process: prepares, waits for all others, rushes, waits again, repeats it bare, and reports."""
    worker = Worker(shift)
    barrier.wait()
    report = worker.rush()
    barrier.wait()
    worker.bare_puts(report)
    barrier.wait()
    worker.bare(report)
    answer.send(report)
    answer.close()


def _renamed(commit: Commit, shift: Shift) -> Commit:
    """The commit for the other set of tables."""

    def moved(write: dict[str, Any]) -> dict[str, Any]:
        return {**write, "TableName": write["TableName"].replace(shift.tables.prefix, shift.bare.prefix, 1)}

    call, request = commit
    if call != TRANSACTION:
        return call, moved(request)
    actions = [{verb: moved(write)} for action in request["TransactItems"] for verb, write in action.items()]
    return call, {**request, "TransactItems": actions}
