"""Everything that may happen to a railway so small that all of it is full at once, one choice after another.

Every operation draws its choices from `pick(n)`, a number below n: from hypothesis in the short test, from a seeded
die in the long run.
"""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial

from domain.bookings import CAN, Booking, BookingStatus, Gender, PassengerDetails
from domain.errors import Problem
from domain.ids import BookingId, PaymentId, StationCode
from domain.inventory import RunKey
from domain.payments import GatewayPayment
from domain.rules.charts import first_chart_at, second_chart_at
from domain.services.booking import HoldRequest
from domain.services.charting import Charting
from domain.services.promoting import Promoting
from domain.services.retrying import until_settled
from domain.trains import Train
from tests.simulation.scenery import A1, A2, A3, LD, SL, TQ, TRAINS, legs_of
from tests.simulation.stage import Act, Pick, Stage
from tests.simulation.telling import told
from tests.simulation.trouble import Kind, Trouble

REFUSALS = {"class-full", "train-closed", "too-many-holds", "not-open-yet", "booking-hours", "date-past", "no-tatkal"}
REFUSALS |= {"train-cancelled", "children-alone", "too-many-infants", "no-half-fare"}
BOARDING = {"boarding-changed-already", "boarding-waiting", "boarding-too-late", "boarding-nowhere"}
BOARDING |= {"boarding-not-on-route", "train-cancelled", "no-such-booking"}
CHILD = {"child-too-late", "train-cancelled", "no-such-booking", "too-many-infants", "children-alone"}
AGES = ((30, True), (62, True), (9, True), (30, True), (62, True), (9, True), (3, False), (8, False))
PASSES = (1, 1, 2, 2, 5, 5, 9, 9, 16, 17, 60 * 2)  # minutes
OPERATIONS: dict[str, float] = {
    "books": 22, "pays": 9, "pays_from_wallet": 2, "gives_up": 1.5, "cancels": 4, "time_passes": 2,
    "chart_time_comes": 0.8, "holds_are_swept": 2, "marks_are_swept": 2, "charts_are_swept": 2, "all_is_swept": 2,
    "boards_later": 1, "adds_child": 1, "railway_cancels": 0.12, "tickets_are_given_back": 0.5,
}  # fmt: skip


class World(Stage):
    """A stage on which things happen."""

    def step(self, name: str, pick: Pick) -> None:
        """One operation, with or without trouble; who died may do it again."""
        trouble = self._draws_trouble(pick) if pick(3) == 0 else None
        act: Act = getattr(self, f"_{name}")(pick)
        self.log.append(f"{self.now:%d %H:%M} {name}: {told(act)}" + (f", {trouble}" if trouble else ""))
        survived = self.does(act, trouble)
        if not survived and pick(2):
            self.does(act, None, again=True)
        self.check()

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
        party = tuple(_person(n, pick) for n in range(1 + pick(4)))
        travel_class = (A3, A3, A3, A3, SL, SL, A2, A1)[pick(8 if A1 in train.classes else 6)]
        user, upgrade = self.users[pick(len(self.users))], pick(3) > 0
        legs = legs_of(train, start, end)
        return HoldRequest(user, travel_class=travel_class, party=party, upgrade=upgrade, **legs)

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
        booking = self._some(pick, *self.those(BookingStatus.HELD)) if pick(4) else self._some(pick)
        if booking is None:
            return _nothing
        amount = self.fare(booking)
        name = f"pay {booking.booking_id} {next(self._names)}"
        return partial(self.settles, booking.booking_id, name, amount + (5 if pick(10) == 0 else 0))

    def fare(self, booking: Booking) -> Decimal:
        """What its payment asks for, with that of the ticket tied to it."""
        tied = [other for other in self.seen.bookings.values() if other.payment_id == booking.payment_id]
        return sum((other.fare for other in tied), Decimal(0))

    def settles(self, booking_id: BookingId, name: str, amount: Decimal) -> None:
        booking = self.seen.bookings[booking_id]
        assert booking.payment_id
        payment_id = self.begins(booking)
        self._sent[name] = amount
        self.paying.settle(payment_id, GatewayPayment(name, amount, "upi", "captured"), self.now)
        self._counted.append(name)

    def begins(self, booking: Booking) -> PaymentId:
        """Nobody can pay before they have begun to: as by a link, which is not asked for here."""
        with suppress(Problem):
            return until_settled(lambda _: self.attempts.begun(booking, self.now)).payment_id
        assert booking.payment_id
        return booking.payment_id

    def _pays_from_wallet(self, pick: Pick) -> Act:
        booking = self._some(pick, *self.those(BookingStatus.HELD))
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
        booking = self._some(pick, *self.those(BookingStatus.HELD))
        return partial(self.ends, booking) if booking else _nothing

    def ends(self, booking: Booking) -> None:
        self.expiring.end(booking.booking_id, BookingStatus.CANCELLED, self.now)
        if self._calm:
            self._check_nobody_could_move(booking.run_key)

    def _cancels(self, pick: Pick) -> Act:
        paid = self.those(BookingStatus.CONFIRMED, BookingStatus.WAITLIST)
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
            if problem.key not in {"cancelled-already", "train-has-left", "child-left-alone"}:
                raise
            return
        if self._calm:
            self._check_nobody_could_move(booking.run_key)

    def _boards_later(self, pick: Pick) -> Act:
        booking = self._some(pick, *self.those(BookingStatus.CONFIRMED, BookingStatus.WAITLIST))
        if booking is None:
            return _nothing
        stops = next(train.stops for train in TRAINS if train.train_id == booking.train_id)
        return partial(self._boards_at, booking, stops[pick(len(stops))].station)

    def _boards_at(self, booking: Booking, station: StationCode) -> None:
        try:
            self.changing.board_at(booking.booking_id, booking.user_id, station, self.now)
        except Problem as problem:
            if problem.key not in BOARDING:
                raise

    def _adds_child(self, pick: Pick) -> Act:
        booking = self._some(pick, *self.those(BookingStatus.CONFIRMED, BookingStatus.WAITLIST))
        return partial(self._adds, booking, f"Baby {chr(65 + pick(4))}", pick(5)) if booking else _nothing

    def _adds(self, booking: Booking, name: str, age: int) -> None:
        try:
            self.changing.add_child(booking.booking_id, booking.user_id, name, age, Gender.FEMALE, self.now)
        except Problem as problem:
            if problem.key not in CHILD:
                raise

    def _railway_cancels(self, pick: Pick) -> Act:
        return partial(self._withdraws, self._runs[pick(len(self._runs))].key)

    def _withdraws(self, key: RunKey) -> None:
        self.withdrawing.cancel_run(key.train_id, key.run_date, self.now)

    def _tickets_are_given_back(self, _: Pick) -> Act:
        return self._gives_back

    def _gives_back(self) -> None:
        done = self.giving_back.run(self.now)
        assert not (self._calm and done.troubles), done.troubles

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
        sweep = self.agenda.run(self.now)
        assert not (self._calm and sweep.troubles), sweep.troubles

    def _marks_are_swept(self, _: Pick) -> Act:
        return partial(self._sweeps, self.promoting)

    def _charts_are_swept(self, _: Pick) -> Act:
        return partial(self._sweeps, self.charting)

    def _sweeps(self, sweeper: Promoting | Charting) -> None:
        before = self.seen
        sweeper.run(self.now)
        if self._calm:
            self._check_all_upgraded(before)

    def _all_is_swept(self, _: Pick) -> Act:
        return self.sweeps_all

    def sweeps_all(self) -> None:
        """The scheduler's rounds; if nothing disturbs them, all is quiet afterwards."""
        for _ in range(3):
            self._sweeps_holds()
            self._sweeps(self.promoting)
            self._sweeps(self.charting)
            self._gives_back()
        if self._calm:
            self.check_quiet()

    def _draws_trouble(self, pick: Pick) -> Trouble:
        kind = tuple(Kind)[pick(len(Kind))]
        at = pick(4) * (1 + pick(8))
        if kind is not Kind.MEANWHILE:
            return Trouble(kind, at)
        name = ("books", "pays", "gives_up", "cancels", "holds_are_swept", "marks_are_swept")[pick(6)]
        act: Act = getattr(self, f"_{name}")(pick)
        return Trouble(kind, at, act)

    def _some(self, pick: Pick, *among: Booking) -> Booking | None:
        """One of these, or of all bookings if there are none."""
        among = among or tuple(self.seen.bookings.values())
        return among[pick(len(among))] if among else None


def _person(n: int, pick: Pick) -> PassengerDetails:
    age, berth = AGES[pick(len(AGES))]
    gender = (Gender.MALE, Gender.FEMALE)[pick(2)]
    return PassengerDetails(name=f"P{n}", age=age, gender=gender, berth_wanted=berth)


def _nothing() -> None:
    """There is nothing to do it to."""
