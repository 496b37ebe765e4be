"""Reading ahead, reading back, and reading a run without those who wait on it: fewer calls, the same answers."""

from dataclasses import replace
from typing import Any, cast

import pytest

from domain.bookings import Booking, BookingStatus
from domain.errors import Conflict, NotFound, Problem
from domain.ids import BookingId, new_id
from domain.inventory import Berth, Place
from domain.payments import GatewayPayment, PaymentStatus
from domain.quotas import Quota
from domain.services.attempts import Attempts
from domain.services.booking import HOLD
from domain.services.expiring import ExpiringService
from domain.services.first_attempts import first_payment
from domain.services.paying import PayingService
from domain.services.promoting import Promoting
from domain.services.settling import Settling
from storage.client import Client
from tests.contract.opening import opened, state
from tests.contract.samples import NOW, a_booking, a_payment, a_run, a_user
from tests.engines import Storage
from tests.simulation.stage import UNASKED


class _Listening:
    """A client that notes what is called."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.called: list[str] = []

    def __getattr__(self, name: str) -> Any:
        self.called.append(name)
        return getattr(self._client, name)


def listening(storage: Storage) -> tuple[Storage, list[str]]:
    client = _Listening(storage.client)
    return replace(storage, client=cast(Client, client)), client.called


def test_what_is_expected_is_read_with_one_call(steady: Storage) -> None:
    asha = a_user()
    booking = a_booking(asha.user_id)
    with steady.units() as work:
        work.users.add(asha)
        work.bookings.add(booking, "key")
        work.commit()
    storage, called = listening(steady)
    with storage.units() as work:
        unpaid = a_payment(booking).payment_id
        work.expect(user=asha.user_id, booking=booking.booking_id, payment=unpaid, pnr=booking.pnr)
        assert work.users.get(asha.user_id) == asha.but(rev=1)
        assert work.bookings.get(booking.booking_id) == booking.but(rev=1)
        assert work.bookings.claimed(booking.pnr) == (booking.booking_id, "key")
        with pytest.raises(NotFound):
            work.payments.get(unpaid)
    assert called == ["batch_get_item"]


def test_what_was_put_is_known_until_somebody_else_is_seen_to_have_changed_it(steady: Storage) -> None:
    asha = a_user()
    storage, called = listening(steady)
    with storage.units() as work:
        work.users.add(asha)
        work.commit()
        called.clear()
        mine = work.users.get(asha.user_id)
        assert (mine, called) == (asha.but(rev=1), [])
        with steady.units() as other:
            other.users.save(other.users.get(asha.user_id).but(full_name="Asha Rao"))
            other.commit()
        work.users.save(mine.but(full_name="Asha Roy"))
        with pytest.raises(Conflict):
            work.commit()
        assert work.users.get(asha.user_id).full_name == "Asha Rao"


def test_a_run_is_read_without_those_who_wait_and_they_without_the_run(storage: Storage) -> None:
    run = opened(storage, a_run())
    travel_class, berth = run.coaches[0].travel_class, Berth("B1", 7)
    booking = BookingId(new_id(NOW))
    later, first = (Place(n, "GNWL", n, booking, n, travel_class, Quota.GENERAL, 1, slot=n) for n in (2, 1))
    seat = Place(3, "RAC", 1, booking, 3, travel_class, Quota.GENERAL, 1, berth=Berth("B1", 8, 1))
    with storage.units() as work:
        assert work.runs.how_many_wait(run.key, travel_class, Quota.GENERAL) == 0
        work.runs.change(run.key, {berth: (0, 0b101)})
        for place in (later, first, seat):
            work.runs.queue(run.key, place)
        work.commit()
        assert work.runs.load_berths(run.key) == replace(state(storage, run), queue=())
        assert work.runs.who_waits(run.key, travel_class) == state(storage, run).queue == (first, later, seat)
        assert work.runs.how_many_wait(run.key, travel_class, Quota.GENERAL) == 2
        assert work.runs.how_many_wait(run.key, travel_class, Quota.TATKAL) == 0
        assert state(storage, run).mask(berth) == 0b101


def test_a_run_that_nobody_opened_has_no_berths(storage: Storage) -> None:
    with storage.units() as work:
        assert work.runs.load_berths(a_run().key) is None


def test_who_pays_right_after_the_hold_is_not_read_again_and_the_money_finds_all_it_needs_with_one_call(
    steady: Storage,
) -> None:
    storage, called = listening(steady)
    held = _held(steady)
    payment = Attempts(storage.units, HOLD).begun(held, NOW)
    assert (payment.payment_id, payment.amount, payment.rev) == (held.payment_id, held.fare, 1)
    Settling(storage.units).settle(payment.payment_id, GatewayPayment("pay_1", held.fare, "upi", "captured"), NOW)
    assert called == ["put_item", "batch_get_item", "transact_write_items"]
    with steady.units() as work:
        assert work.bookings.get(held.booking_id).booking_status is BookingStatus.CONFIRMED


def test_a_hold_that_ended_meanwhile_cannot_be_paid_by_who_still_sees_it(steady: Storage) -> None:
    held = _held(steady)
    paying = PayingService(steady.units, UNASKED)
    ExpiringService(steady.units, paying, Promoting(steady.units)).end(held.booking_id, BookingStatus.CANCELLED, NOW)
    with pytest.raises(Problem, match="hold-over"):
        paying.begun(held, NOW)
    with steady.units() as work:
        assert work.payments.get(first_payment(held.booking_id)).payment_status is PaymentStatus.FAILED


def test_paying_that_is_begun_twice_is_one_attempt(steady: Storage) -> None:
    held, paying = _held(steady), PayingService(steady.units, UNASKED)
    assert paying.begun(held, NOW) == paying.begun(held, NOW)


def _held(storage: Storage) -> Booking:
    """As whoever held it sees it."""
    run = opened(storage, a_run())
    booking = a_booking(train_id=run.key.train_id, run_date=run.key.run_date)
    booking = booking.but(payment_id=first_payment(booking.booking_id))
    with storage.units() as work:
        work.bookings.add(booking)
        work.commit()
    return booking.but(rev=1)
