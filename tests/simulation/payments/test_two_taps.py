"""Two taps at one moment: whatever the second comes between, money goes back once, and nobody sees an error of ours."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import cast

from domain.bookings import Booking, Gender, PassengerDetails
from domain.catalogue import Catalogue
from domain.errors import Problem
from domain.ids import ChatId
from domain.payments import GatewayPayment
from domain.services.accounts import AccountService, Registration
from domain.services.attempts import Attempts
from domain.services.booking import HOLD, BookingService, HoldRequest
from domain.services.cancelling import CancellingService
from domain.services.paying import PayingService
from domain.services.promoting import Promoting
from storage.client import Client
from storage.settings import Backoff
from storage.units import UnitsOfWork
from tests.engines import Storage
from tests.simulation.scenery import BEGINS, SL, STATIONS, TRAINS, legs_of
from tests.simulation.stage import UNASKED
from tests.simulation.trouble import Kind, Trouble, Troubled

CATALOGUE = Catalogue("small", STATIONS, TRAINS)
PARTY = tuple(PassengerDetails(name=name, age=30, gender=Gender.FEMALE) for name in ("Asha", "Meena"))


class Counter:
    """Where somebody pays, and taps Cancel twice."""

    def __init__(self, storage: Storage) -> None:
        self.wire = Troubled(storage.client)
        self.units = UnitsOfWork(cast("Client", self.wire), replace(storage.settings, backoff=Backoff(base=0, cap=0)))
        self.cancelling = CancellingService(lambda: CATALOGUE, self.units, Promoting(self.units))

    def sells(self, number: int) -> Booking:
        """A ticket that was paid by link."""
        phone, mail = f"+9198765{number:05d}", f"asha{number}@example.com"
        registration = Registration(ChatId(number + 1), "Asha Verma", phone, mail, "en")
        user = AccountService(self.units).register(registration, BEGINS)
        legs = legs_of(TRAINS[0], 0, 4) | {"journey_date": BEGINS.date() + timedelta(days=number + 2)}
        request = HoldRequest(user.user_id, travel_class=SL, party=PARTY, **legs)
        held = BookingService(lambda: CATALOGUE, self.units, Promoting(self.units)).hold(request, str(number), BEGINS)
        payment = Attempts(self.units, HOLD).begun(held, BEGINS)
        money = GatewayPayment(f"pay_{number}", held.fare, "upi", "captured")
        PayingService(self.units, UNASKED).settle(payment.payment_id, money, BEGINS)
        with self.units() as work:
            return work.bookings.get(held.booking_id)

    def cancels(self, booking: Booking, refund: Decimal) -> None:
        """One tap, all of the refund to where it was paid from."""
        everybody = range(len(booking.passengers))
        self.cancelling.cancel(booking.booking_id, booking.user_id, everybody, BEGINS, refund, to_source=refund)

    def sent_back(self, booking: Booking) -> tuple[Decimal, ...]:
        with self.units() as work:
            assert work.users.get(booking.user_id).wallet_balance == 0
            assert booking.payment_id
            return tuple(refund.amount for refund in work.payments.get(booking.payment_id).refunds)


def test_a_ticket_that_is_cancelled_while_it_is_cancelled_is_paid_back_once(storage: Storage) -> None:
    counter, told = Counter(storage), set()
    for at in range(16):
        booking = counter.sells(at)
        refund = counter.cancelling.quote(booking, [0, 1], BEGINS).refund
        counter.wire.await_trouble(Trouble(Kind.MEANWHILE, at, partial(counter.cancels, booking, refund)))
        try:
            counter.cancels(booking, refund)
        except Problem as problem:
            told.add(problem.key)
        counter.wire.await_trouble(None)
        assert counter.sent_back(booking) == (refund,)
    assert told == {"cancelled-already", "refund-changed"}
