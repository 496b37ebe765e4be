"""People of the storm: each buys, pays, tops up, gives up or cancels, as their own die says, and tries again or not."""

import random
import re
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from html import unescape
from threading import Thread
from typing import TypeVar

import requests

from domain.bookings import CAN, PAID, Booking, BookingStatus, Gender, PassengerDetails
from domain.errors import Busy, GatewayError, Problem
from domain.ids import ChatId
from domain.payments import Payment, PaymentStatus
from domain.railtime import today
from domain.services.accounts import Registration
from domain.services.booking import HoldRequest
from domain.users import KycStatus, User
from tests.simulation.payments.place import Place
from tests.simulation.scenery import A3, SL, TRAINS
from tests.simulation.trouble import Killed

T = TypeVar("T")
PERIL, IMPATIENCE, TAPS_TWICE = 0.2, 0.3, 0.08
STORIES = {"by_link": 42, "by_wallet": 14, "in_part": 14, "tops_up": 12, "gives_up": 10, "late": 8}
_WAY_BACK = re.compile(r'href="([^"]*)"[^>]*data-testid="pay-return"')


class GaveUp(Exception):
    """This person has had enough of this purchase."""


class Person:
    """`life` goes on by a step a round; `payments` stories of it are purchases."""

    def __init__(self, place: Place, seed: int, number: int, payments: int) -> None:
        self._place = place
        self.number = number
        self._payments = payments
        self._dice = random.Random(f"{seed} person {number}")
        self._session = requests.Session()
        self.met: Counter[str] = Counter()
        self.user: User | None = None

    def life(self) -> Iterator[None]:
        """All that they do."""
        self.user = self._registers()
        for number in range(self._payments):
            story = self._dice.choices(list(STORIES), list(STORIES.values()))[0]
            self.met[story] += 1
            try:
                yield from getattr(self, f"_{story}")(f"{self.number} {number}")
            except GaveUp as why:
                self.met[f"gave up: {why}"] += 1
            yield
        self._session.close()

    def _registers(self) -> User:
        phone, mail = f"+9198{self.number:08d}", f"asha{self.number}@example.com"
        registration = Registration(ChatId(self.number), "Asha Verma", phone, mail, "en")
        user = self._place.accounts.register(registration, self._place.clock.now())
        with self._place.units() as work:
            work.users.save(user.but(kyc_status=KycStatus.VERIFIED))
            work.commit()
        return user

    # Stories

    def _by_link(self, key: str) -> Iterator[None]:
        booking = self._holds(key)
        for _ in range(3):
            payment = self._tries(lambda now: self._place.paying.link(booking, now))
            if self._dice.random() < 0.2:
                yield
            self._presses(payment)
            if self._dice.random() < IMPATIENCE:
                self._tries(lambda now: self._place.paying.check(booking, now))
            yield
            if self._now(booking).booking_status is not BookingStatus.HELD:
                break
        yield from self._perhaps_cancels(booking)

    def _by_wallet(self, key: str) -> Iterator[None]:
        yield from self._tops_up(f"{key} first", Decimal(2000))
        booking = self._holds(key)
        if self._dice.random() < 0.4:
            self._presses(self._tries(lambda now: self._place.paying.link(booking, now)))
        self._tries(lambda now: self._place.paying.from_wallet(booking, now))
        yield
        yield from self._perhaps_cancels(booking)

    def _in_part(self, key: str) -> Iterator[None]:
        yield from self._tops_up(f"{key} first", Decimal(300))
        booking = self._holds(key)
        if self._dice.random() < 0.3:
            payment = self._tries(lambda now: self._place.paying.link(booking, now))
            if self._dice.random() < 0.4:
                self._presses(payment)
        part = Decimal(self._dice.randrange(50, 250))
        self._tries(lambda now: self._place.paying.part_from_wallet(booking, part, now))
        yield
        if self._dice.random() < 0.8:
            self._presses(self._tries(lambda now: self._place.paying.link(booking, now)))
        yield
        yield from self._perhaps_cancels(booking)

    def _tops_up(self, key: str, amount: Decimal | None = None) -> Iterator[None]:
        assert self.user
        user, rupees = self.user.user_id, amount or Decimal(self._dice.randrange(100, 5000))
        begun = self._tries(lambda now: self._place.topping_up.begin(user, rupees, key, now))
        payment = self._tries(lambda now: self._place.topping_up.link(begun, now))
        for _ in range(2):
            self._presses(payment)
            if self._dice.random() < IMPATIENCE:
                self._tries(lambda now: self._place.topping_up.look(payment, now))
            yield
            with self._place.units() as work:
                if work.payments.get(payment.payment_id).payment_status is not PaymentStatus.PENDING:
                    return

    def _gives_up(self, key: str) -> Iterator[None]:
        booking = self._holds(key)
        payment = self._tries(lambda now: self._place.paying.link(booking, now))
        if self._dice.random() < 0.5:
            self._presses(payment)
        if self._dice.random() < 0.3:
            yield
        end, gone = self._place.expiring.end, BookingStatus.CANCELLED
        self._tries(lambda now: end(booking.booking_id, gone, now))
        yield
        self._presses(payment)

    def _late(self, key: str) -> Iterator[None]:
        booking = self._holds(key)
        payment = self._tries(lambda now: self._place.paying.link(booking, now))
        for _ in range(self._dice.randrange(1, 5)):
            yield
        self._presses(payment)
        yield
        yield from self._perhaps_cancels(booking)

    # Acts

    def _holds(self, key: str) -> Booking:
        assert self.user
        train = TRAINS[self._dice.randrange(2)]
        start = self._dice.randrange(len(train.stops) - 1)
        end = self._dice.randrange(start + 1, len(train.stops))
        people = tuple(
            PassengerDetails(name=f"P{n}", age=30 + n, gender=Gender.FEMALE) for n in range(self._dice.randrange(1, 3))
        )
        day = today(self._place.clock.now()) + timedelta(days=2 + int(self._dice.expovariate(0.12)) % 50)
        request = HoldRequest(
            user_id=self.user.user_id,
            train_number=train.number,
            travel_class=self._dice.choice((A3, SL)),
            origin=train.stops[start].station,
            destination=train.stops[end].station,
            journey_date=day,
            party=people,
        )
        return self._tries(lambda now: self._place.booking.hold(request, key, now))

    def _presses(self, payment: Payment) -> None:
        """On the pay page; the browser may come back to us, and may be closed before."""
        if not payment.link_url:
            return
        method = self._dice.choice(("upi", "card", "netbanking"))
        page = self._session.post(payment.link_url, data={"method": method}, timeout=30).text
        back = _WAY_BACK.search(page)
        if back and self._dice.random() < 0.6:
            answer = self._session.get(unescape(back[1]), timeout=30)
            assert answer.status_code == 200, answer.text

    def _perhaps_cancels(self, booking: Booking) -> Iterator[None]:
        if self._dice.random() < 0.5:
            return
        for _ in range(self._dice.randrange(2)):
            yield
        stored, source = self._now(booking), self._dice.random() < 0.6
        there = [place for place, person in enumerate(stored.passengers) if person.status != CAN]
        if stored.booking_status in PAID and there:
            leaving = there if self._dice.random() < 0.6 else there[:1]
            self._tries(lambda now: self._cancels(stored, leaving, now, to_source=source))

    def _cancels(self, booking: Booking, leaving: list[int], now: datetime, *, to_source: bool) -> Booking:
        """As they were shown: what comes back, and how much of it goes where it came from."""
        cancelling = self._place.cancelling
        back = cancelling.quote(booking, leaving, now).refund
        part = cancelling.source_part(booking, back)[0] if to_source else Decimal(0)
        return cancelling.cancel(booking.booking_id, booking.user_id, leaving, now, back, to_source=part)

    def _now(self, booking: Booking) -> Booking:
        with self._place.units() as work:
            return work.bookings.get(booking.booking_id)

    def _tries(self, call: Callable[[datetime], T]) -> T:
        """What the bot does for them, in a process that may die; they try again, or not. GaveUp also for a Problem."""
        other = None
        if self._dice.random() < TAPS_TWICE:
            other = Thread(target=self._taps_too, args=(call,))
            other.start()
        try:
            for chance in (PERIL, PERIL / 2, 0, 0, 0, 0):
                try:
                    with self._place.perils.may_strike(self._dice, chance):
                        return call(self._place.clock.now())
                except Problem as problem:
                    raise GaveUp(problem.key) from problem
                except (Killed, Busy) as trouble:
                    self.met[type(trouble).__name__] += 1
                    if self._dice.random() < IMPATIENCE:
                        raise GaveUp("impatient") from trouble
                except GatewayError as refusal:
                    raise GaveUp(f"{type(refusal).__name__}: {refusal}") from refusal
        finally:
            if other:
                other.join()
        raise GaveUp("it does not work")

    def _taps_too(self, call: Callable[[datetime], object]) -> None:
        """The same at the same time, by another process that is well."""
        try:
            call(self._place.clock.now())
        except (Problem, Busy, GatewayError):
            return
        except Exception:
            self._place.faults.append(traceback.format_exc())
