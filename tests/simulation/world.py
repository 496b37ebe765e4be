"""A railway so small that all of it is full at once, and everything that may happen to it, one choice after another.

Every operation draws its choices from `pick(n)`, a number below n: from hypothesis in the short test, from a seeded
die in the long run.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from itertools import count
from typing import Any

import uuid_utils

from bot.gateways.razorpay import RazorpayGateway
from domain.bookings import CAN, WL, Booking, BookingStatus, Gender, PassengerDetails
from domain.catalogue import Catalogue
from domain.errors import Busy, Problem
from domain.ids import BookingId, ChatId, UserId
from domain.inventory import Run, RunKey
from domain.payments import GatewayPayment
from domain.railtime import INDIA
from domain.rules.charts import first_chart_at, second_chart_at
from domain.services.accounts import AccountService, Registration
from domain.services.booking import BookingService, HoldRequest
from domain.services.cancelling import CancellingService
from domain.services.charting import Charting
from domain.services.expiring import ExpiringService
from domain.services.paying import PayingService
from domain.services.promoting import Promoting
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
from tests.simulation.scenery import A1, A3, BEGINS, DAY_OF_RUNS, LD, RAKES, SL, STATIONS, TQ, TRAINS, Rake, legs_of
from tests.simulation.telling import told
from tests.simulation.trouble import Killed, Kind, Trouble, Troubled

Pick = Callable[[int], int]
Act = Callable[[], None]
UNASKED = RazorpayGateway(key_id="k", key_secret="s", webhook_secret="w", base_url="http://127.0.0.1:9")
REFUSALS = {"class-full", "train-closed", "too-many-holds", "not-open-yet", "booking-hours", "date-past", "no-tatkal"}
NEEDED = [
    table for table in TABLES if table.name not in {"trains", "stations", "support-tickets", "admin-logs", "sessions"}
]
PASSES = (1, 1, 2, 2, 5, 5, 9, 9, 16, 17, 60 * 2)  # minutes
OPERATIONS: dict[str, float] = {
    "books": 22, "pays": 9, "pays_from_wallet": 2, "gives_up": 1.5, "cancels": 4, "time_passes": 2,
    "chart_time_comes": 0.8, "holds_are_swept": 2, "marks_are_swept": 2, "charts_are_swept": 2, "all_is_swept": 2,
}  # fmt: skip


class World:
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
        self._keys, self._sent, self._counted = count(), dict[str, Decimal](), list[str]()
        self.asked: dict[str, BookingId] = {}
        self._build_services()
        with self._seeded():
            create_tables(client, self._settings, NEEDED)
            self._reading = Reading(Wire(settings), self._settings)
            self.users = [self._registers(number) for number in range(5)]
            self._runs = [self._opens(train, pick) for train in TRAINS]
            self.seen = self._reading.railway()
        self._paid_at: Railway | None = None
        self.wire.wrote = self._after_write

    def _build_services(self) -> None:
        catalogue = Catalogue("small", STATIONS, TRAINS)
        self._units = UnitsOfWork(self.wire, self._settings)  # type: ignore[arg-type]
        self.promoting = Promoting(self._units)
        self.booking = BookingService(lambda: catalogue, self._units, self.promoting)
        self.paying = PayingService(self._units, UNASKED)
        self.cancelling = CancellingService(lambda: catalogue, self._units, self.promoting)
        self.expiring = ExpiringService(self._units, self.paying, self.promoting)
        self.charting = Charting(self._units, self.promoting, self.cancelling)

    def close(self) -> None:
        """The tables are dropped."""
        for table in NEEDED:
            self._client.delete_table(TableName=self._settings.table(table.name))

    @property
    def over(self) -> bool:
        """All trains have left."""
        return self.now > datetime.combine(DAY_OF_RUNS + timedelta(days=1), time(23), INDIA)

    def step(self, name: str, pick: Pick) -> None:
        """One operation, with or without trouble; who died may do it again."""
        trouble = self._draws_trouble(pick) if pick(3) == 0 else None
        act: Act = getattr(self, f"_{name}")(pick)
        self.log.append(f"{self.now:%d %H:%M} {name}: {told(act)}" + (f", {trouble}" if trouble else ""))
        with self._seeded():
            survived = self.does(act, trouble)
            if not survived and pick(2):
                self.does(act, None, again=True)
            self.check()

    # What may happen.

    def _books(self, pick: Pick) -> Act:
        if self.asked and pick(8) == 0:
            key = list(self.asked)[pick(len(self.asked))]
            return partial(self._asks_again, key)
        train = TRAINS[pick(7) // 6]
        requests = [self._wishes(train, pick)]
        if train is TRAINS[0] and pick(6) == 0:
            requests.append(replace(requests[0], **legs_of(TRAINS[1], 0, 1 + pick(2))))
            requests[1] = replace(requests[1], travel_class=(SL, A3)[pick(2)])
        elif pick(5) == 0:
            requests = [replace(requests[0], quota=TQ)]
        elif pick(8) == 0:
            ladies = tuple(person.but(gender=Gender.FEMALE) for person in requests[0].party)
            requests = [replace(requests[0], quota=LD, party=ladies)]
        return partial(self.holds, tuple(requests), f"key {next(self._keys)}")

    def _wishes(self, train: Train, pick: Pick) -> HoldRequest:
        start = pick(len(train.stops) - 1) if pick(3) == 0 else 0
        end = start + 1 + pick(len(train.stops) - 1 - start) if pick(2) else len(train.stops) - 1
        party = tuple(
            PassengerDetails(name=f"P{n}", age=(9, 30, 62)[pick(3)], gender=(Gender.MALE, Gender.FEMALE)[pick(2)])
            for n in range(1 + pick(4))
        )
        travel_class = (A3, A3, A3, A3, SL, SL, A1)[pick(7 if A1 in train.classes else 6)]
        user = self.users[pick(len(self.users))]
        return HoldRequest(user, travel_class=travel_class, party=party, **legs_of(train, start, end))

    def holds(self, requests: tuple[HoldRequest, ...], key: str) -> None:
        try:
            booking = self.booking.hold(requests[0], key, self.now, *requests[1:])
        except Problem as problem:
            if problem.key not in REFUSALS:
                raise
            self.reached[problem.key] += 1
            if problem.key == "class-full" and self._calm:
                self._check_refused(requests)
            return
        self.asked[key] = booking.booking_id

    def _asks_again(self, key: str) -> None:
        """The same request once more, whatever is in it by now: the key alone tells."""
        asked = self.seen.bookings[self.asked[key]]
        train = next(train for train in TRAINS if train.train_id == asked.train_id)
        legs = legs_of(train, asked.from_stop, asked.to_stop)
        request = HoldRequest(asked.user_id, travel_class=asked.travel_class, party=asked.passengers, **legs)
        assert self.booking.hold(request, key, self.now).booking_id == asked.booking_id

    def _pays(self, pick: Pick) -> Act:
        if self._sent and pick(8) == 0:
            name = list(self._sent)[pick(len(self._sent))]
            return partial(self.settles, BookingId(name.split()[1]), name, self._sent[name])
        booking = self._some(pick, *self._those(BookingStatus.HELD)) if pick(4) else self._some(pick)
        if booking is None:
            return _nothing
        amount = self.fare(booking)
        name = f"pay {booking.booking_id} {len(self._sent)}"
        return partial(self.settles, booking.booking_id, name, amount + (5 if pick(10) == 0 else 0))

    def fare(self, booking: Booking) -> Decimal:
        """What its payment asks for, with that of the ticket tied to it."""
        tied = [other for other in self.seen.bookings.values() if other.payment_id == booking.payment_id]
        return sum((other.fare for other in tied), Decimal(0))

    def settles(self, booking_id: BookingId, name: str, amount: Decimal) -> None:
        payment_id = self.seen.bookings[booking_id].payment_id
        assert payment_id
        self._sent[name] = amount
        self.paying.settle(payment_id, GatewayPayment(name, amount, "upi", "captured"), self.now)
        self._counted.append(name)

    def _pays_from_wallet(self, pick: Pick) -> Act:
        booking = self._some(pick, *self._those(BookingStatus.HELD))
        return partial(self._debits, booking) if booking else _nothing

    def _debits(self, booking: Booking) -> None:
        try:
            paid = self.paying.from_wallet(booking, self.now)
        except Problem as problem:
            if problem.key not in {"wallet-short", "hold-over"}:
                raise
        else:
            assert paid.booking_status in {BookingStatus.CONFIRMED, BookingStatus.WAITLIST}

    def _gives_up(self, pick: Pick) -> Act:
        booking = self._some(pick, *self._those(BookingStatus.HELD))
        return partial(self.ends, booking) if booking else _nothing

    def ends(self, booking: Booking) -> None:
        self.expiring.end(booking.booking_id, BookingStatus.CANCELLED, self.now)
        if self._calm:
            self._check_nobody_could_move(booking.run_key)

    def _cancels(self, pick: Pick) -> Act:
        paid = self._those(BookingStatus.CONFIRMED, BookingStatus.WAITLIST)
        booking = self._some(pick, *paid)
        if booking is None:
            return _nothing
        there = [n for n, person in enumerate(booking.passengers) if person.status != CAN]
        leaving = there if pick(2) else [n for n in there if pick(2)] or there[:1]
        return partial(self._leave, booking, tuple(leaving))

    def _leave(self, booking: Booking, leaving: tuple[int, ...]) -> None:
        try:
            self.cancelling.cancel(booking.booking_id, booking.user_id, leaving, self.now)
        except Problem as problem:
            if problem.key not in {"cancelled-already", "train-has-left"}:
                raise
        if self._calm:
            self._check_nobody_could_move(booking.run_key)

    def _time_passes(self, pick: Pick) -> Act:
        return partial(self._waits_until, self.now + timedelta(minutes=PASSES[pick(len(PASSES))]))

    def _chart_time_comes(self, pick: Pick) -> Act:
        leaves = [run.departs_at for run in self._runs if run.departs_at]
        times = sorted(at(leave) for leave in leaves for at in (first_chart_at, second_chart_at))
        ahead = [at for at in times if at > self.now]
        return partial(self._waits_until, ahead[0] + timedelta(minutes=pick(3))) if ahead else _nothing

    def _waits_until(self, now: datetime) -> None:
        self.now = now.astimezone(UTC)

    def _holds_are_swept(self, _: Pick) -> Act:
        return self._sweeps_holds

    def _sweeps_holds(self) -> None:
        sweep = self.expiring.run(self.now)
        assert not (self._calm and sweep.troubles), sweep.troubles

    def _marks_are_swept(self, _: Pick) -> Act:
        return partial(self._sweeps, self.promoting)

    def _charts_are_swept(self, _: Pick) -> Act:
        return partial(self._sweeps, self.charting)

    def _sweeps(self, sweeper: Promoting | Charting) -> None:
        sweeper.run(self.now)

    def _all_is_swept(self, _: Pick) -> Act:
        return self.sweeps_all

    def sweeps_all(self) -> None:
        """The scheduler's rounds; if nothing disturbs them, all is quiet afterwards."""
        for _ in range(3):
            self._sweeps_holds()
            self._sweeps(self.promoting)
            self._sweeps(self.charting)
        if self._calm:
            self.check_quiet()

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

    def check_quiet(self) -> None:
        """The sweepers have nothing to do, and all is done that was due."""
        assert not self.seen.marks
        for run in self._runs:
            self._check_nobody_could_move(run.key)
            assert run.departs_at
            due = (first_chart_at(run.departs_at) <= self.now) + (second_chart_at(run.departs_at) <= self.now)
            train = self.seen.trains[run.key]
            assert train.chart == due, f"{train.chart} charts of {due}"
            paid = [rider.booking for rider in train.riders if rider.booking.booking_status is not BookingStatus.HELD]
            left = [one.pnr for one in paid if all(person.status in {WL, CAN} for person in one.passengers)]
            assert due < 2 or not left, f"they wait for a train that is closed: {left}"
        over = [one for one in self._those(BookingStatus.HELD) if one.hold_until <= self.now]
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

    def _draws_trouble(self, pick: Pick) -> Trouble:
        kind = tuple(Kind)[pick(len(Kind))]
        at = pick(4) * (1 + pick(8))
        if kind is not Kind.MEANWHILE:
            return Trouble(kind, at)
        name = ("books", "pays", "gives_up", "cancels", "holds_are_swept", "marks_are_swept")[pick(6)]
        act: Act = getattr(self, f"_{name}")(pick)
        return Trouble(kind, at, act)

    def _those(self, *statuses: BookingStatus) -> list[Booking]:
        return [booking for booking in self.seen.bookings.values() if booking.booking_status in statuses]

    def _some(self, pick: Pick, *among: Booking) -> Booking | None:
        """One of these, or of all bookings if there are none."""
        among = among or tuple(self.seen.bookings.values())
        return among[pick(len(among))] if among else None

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

    @contextmanager
    def _seeded(self) -> Iterator[None]:
        """Ids come from this world's die, for berths are chosen by them: so that a seed replays all of it."""
        real = uuid_utils.uuid7
        uuid_utils.uuid7 = self._id
        try:
            yield
        finally:
            uuid_utils.uuid7 = real

    def _id(self, timestamp: int | None = None, nanoseconds: int | None = None) -> uuid_utils.UUID:
        at = (nanoseconds or 0) // 1_000_000
        return uuid_utils.UUID(
            int=at << 80 | 7 << 76 | self._ids.getrandbits(12) << 64 | 2 << 62 | self._ids.getrandbits(62)
        )


def _nothing() -> None:
    """There is nothing to do it to."""
