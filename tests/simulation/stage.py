"""The stage: a small railway over tables of its own, with its services, and what must hold after every commit."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from itertools import count
from typing import Any, cast
from uuid import UUID

from bot.gateways.razorpay import RazorpayGateway
from domain.bookings import CAN, NOSB, WL, Booking, BookingStatus
from domain.catalogue import Catalogue
from domain.errors import Busy
from domain.ids import BookingId, ChatId, UserId
from domain.inventory import Run, RunKey
from domain.railtime import INDIA
from domain.rules.charts import first_chart_at, second_chart_at
from domain.services.accounts import AccountService, Registration
from domain.services.agenda import AgendaService
from domain.services.attempts import Attempts
from domain.services.booking import HOLD, BookingService, HoldRequest
from domain.services.cancelling import CancellingService
from domain.services.changing import ChangingService
from domain.services.charting import Charting
from domain.services.expiring import ExpiringService
from domain.services.giving_back import GivingBack
from domain.services.paying import PayingService
from domain.services.promoting import Promoting
from domain.services.withdrawing import Withdrawing
from domain.trains import Train
from domain.users import KycStatus
from storage.client import Client
from storage.schema import TABLES
from storage.settings import Backoff, StorageSettings
from storage.tables import create_tables
from storage.units import UnitsOfWork
from tests.simulation.model import Railway, Wish
from tests.simulation.money import check_money, check_refunds
from tests.simulation.reading import Reading, Wire
from tests.simulation.scenery import BEGINS, DAY_OF_RUNS, RAKES, STATIONS, TRAINS, Rake
from tests.simulation.trouble import Killed, Kind, Trouble, Troubled
from tests.simulation.upgrades import check_upgrades, due

Pick = Callable[[int], int]
Act = Callable[[], None]
UNASKED = RazorpayGateway(key_id="k", key_secret="s", webhook_secret="w", base_url="http://127.0.0.1:9")
NEEDED = [table for table in TABLES if table.name not in {"trains", "stations", "support-tickets", "sessions"}]


class Stage:
    """One railway over tables of its own. After each commit and each step the invariants are checked; a breach is
    raised as AssertionError when the step ends."""

    def __init__(
        self, client: Client, settings: StorageSettings, pick: Pick, seed: int, rakes: Sequence[Rake] = RAKES
    ) -> None:
        self.now = BEGINS
        self.log: list[str] = []
        self._rakes = rakes
        self.reached: Counter[str] = Counter()
        self._client = client
        self._settings = replace(settings, backoff=Backoff(base=0, cap=0))
        self._ids = random.Random(seed)
        self.wire = Troubled(client)
        self._breach: AssertionError | None = None
        self._calm, self._alone = True, True
        self._keys, self._names, self._sent, self._counted = count(), count(), dict[str, Decimal](), list[str]()
        self.asked: dict[str, BookingId] = {}
        self._build_services()
        create_tables(client, self._settings, NEEDED)
        self._reading = Reading(Wire(settings), self._settings)
        self.users = [self._registers(number) for number in range(5)]
        self._runs = [self._opens(train, pick) for train in TRAINS]
        self.seen = self._reading.railway()
        self._paid_at: Railway | None = None
        self.wire.wrote = self._after_write

    def _build_services(self) -> None:
        catalogue = Catalogue("small", STATIONS, TRAINS)
        self._units = UnitsOfWork(cast("Client", self.wire), self._settings)
        self.promoting = Promoting(self._units)
        self.booking = BookingService(lambda: catalogue, self._units, self.promoting, ids=self._id)
        self.paying = PayingService(self._units, UNASKED)
        self.attempts = Attempts(self._units, HOLD)
        self.cancelling = CancellingService(lambda: catalogue, self._units, self.promoting)
        self.expiring = ExpiringService(self._units, self.paying, self.promoting)
        self.agenda = AgendaService(self._units, self.expiring)
        self.charting = Charting(self._units, self.promoting, self.cancelling)
        self.changing = ChangingService(lambda: catalogue, self._units)
        self.withdrawing = Withdrawing(lambda: catalogue, self._units)
        self.giving_back = GivingBack(self._units, self.cancelling, self.expiring)

    def close(self) -> None:
        """The tables are dropped."""
        for table in NEEDED:
            self._client.delete_table(TableName=self._settings.table(table.name))

    @property
    def over(self) -> bool:
        """All trains have left."""
        return self.now > datetime.combine(DAY_OF_RUNS + timedelta(days=1), time(23), INDIA)

    # What must hold.

    def _after_write(self, request: dict[str, Any]) -> None:
        """Called at the wire, in the middle of a service: a breach ends the operation and is raised at its end."""
        if not request.get("Key", {}).get("SK", {}).get("S", "").startswith("NUMBERS"):
            self._look()

    def _look(self) -> None:
        """Reads everything of berths and tickets back and compares it with what was before."""
        before, self.seen = self.seen, self._reading.railway()
        try:
            self.seen.check(self.now)
            self.seen.check_step(before, alone=self._alone)
            self.reached.update(check_upgrades(before, self.seen, alone=self._alone))
            check_refunds(before, self.seen, self.now)
        except AssertionError as breach:
            self._breach = self._breach or breach
            raise self.wire.die() from breach
        self.reached.update(self.seen.news(before))

    def check(self) -> None:
        """Raises the breach there was, if any, and counts the money."""
        if self._breach:
            raise self._breach
        if self.seen is self._paid_at:
            return
        self._paid_at = self.seen
        money = self._reading.money()
        check_money(money, self.seen.bookings, self._sent)
        arrived = {name for payment in money.payments for name in payment.extra_references}
        arrived |= {payment.transaction_reference or "" for payment in money.payments}
        assert arrived.issuperset(self._counted), f"money lost: {set(self._counted) - arrived}"

    def _check_refused(self, requests: tuple[HoldRequest, ...]) -> None:
        promised = []
        for request in requests:
            train = next(train for train in TRAINS if train.number == request.train_number)
            codes = [stop.station for stop in train.stops]
            start, end = codes.index(request.origin), codes.index(request.destination)
            wish = Wish(request.travel_class, request.quota, frozenset(range(start, end)), len(request.party))
            promised.append(self.seen.trains[RunKey(train.train_id, DAY_OF_RUNS)].promised(wish))
        assert None in promised, f"refused, but {promised}"

    def _check_nobody_could_move(self, key: RunKey) -> None:
        assert not self._breach
        assert not (movers := self.seen.trains[key].could_move()), f"could move up: {movers}"

    def _check_all_upgraded(self, before: Railway) -> None:
        """Where the first chart was made just now, nobody who asked for it is left below an empty berth."""
        assert not self._breach
        for key, train in self.seen.trains.items():
            if train.chart > before.trains[key].chart == 0:
                assert not (left := due(self.seen, key)), f"not upgraded: {left}"

    def check_quiet(self) -> None:
        """The sweepers have nothing to do, and all is done that was due."""
        assert not self.seen.marks
        for run in self._runs:
            self._check_nobody_could_move(run.key)
            assert run.departs_at
            due = (first_chart_at(run.departs_at) <= self.now) + (second_chart_at(run.departs_at) <= self.now)
            train = self.seen.trains[run.key]
            if train.cancelled:
                assert not train.riders, f"not paid back: {train.riders}"
                continue
            assert train.chart == due, f"{train.chart} charts of {due}"
            paid = [rider.booking for rider in train.riders if rider.booking.booking_status is not BookingStatus.HELD]
            left = [one.pnr for one in paid if all(person.status in {WL, CAN, NOSB} for person in one.passengers)]
            assert due < 2 or not left, f"they wait for a train that is closed: {left}"
        over = [one for one in self.those(BookingStatus.HELD) if one.hold_until <= self.now]
        assert not over, f"holds not ended: {over}"

    # How it is done.

    def does(self, act: Act, trouble: Trouble | None, *, again: bool = False) -> bool:
        """False if the process died on it."""
        self._calm = trouble is None and not again
        self._alone = trouble is None or trouble.kind is not Kind.MEANWHILE
        self.wire.await_trouble(trouble)
        try:
            act()
        except Killed:
            return False
        except Busy:
            if trouble is None:
                raise
        finally:
            self.wire.await_trouble(None)
        return True

    def those(self, *statuses: BookingStatus) -> list[Booking]:
        return [booking for booking in self.seen.bookings.values() if booking.booking_status in statuses]

    def _registers(self, number: int) -> UserId:
        phone, mail = f"+9198765{number:05d}", f"asha{number}@example.com"
        registration = Registration(ChatId(number), "Asha Verma", phone, mail, "en")
        user = AccountService(self._units).register(registration, self.now)
        with self._units() as work:
            work.users.save(user.but(kyc_status=KycStatus.VERIFIED))
            work.commit()
        return user.user_id

    def _opens(self, train: Train, pick: Pick) -> Run:
        coaches = tuple(coach for coach in self._rakes[pick(len(self._rakes))] if coach.travel_class in train.classes)
        departs_at = datetime.combine(DAY_OF_RUNS, time(), INDIA) + timedelta(minutes=train.origin.leaves)
        stops = tuple(stop.station for stop in train.stops)
        with self._units() as work:
            return work.runs.open(Run(RunKey(train.train_id, DAY_OF_RUNS), stops, coaches, departs_at))

    def _id(self, now: datetime) -> str:
        """From this world's die, for berths are chosen by it: so that a seed replays all of it."""
        at = int(now.timestamp() * 1000)
        return str(UUID(int=at << 80 | 7 << 76 | self._ids.getrandbits(12) << 64 | 2 << 62 | self._ids.getrandbits(62)))
