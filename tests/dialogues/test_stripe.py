"""The same passengers with Stripe as the gateway: from the held berths to the ticket, or to the money back."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from threading import Thread
from typing import Any

import httpx
import pytest
import requests

from bot.lifecycle import WebServer
from bot.measures import Measures
from bot.payments import PaymentDoors
from bot.sandbox.running import RunningSandbox
from bot.web import Doors, build_web
from domain.bookings import Booking, BookingStatus
from domain.ids import PaymentId
from domain.payments import LinkStatus
from domain.ports import PaymentGateway
from storage.sessions import Sessions
from tests.contract.shops import stripe_at
from tests.dialogues.conftest import NEW_YEAR
from tests.dialogues.test_happy_path import at_payment
from tests.dialogues.transcript import MovedClock, Passenger, World
from tests.engines import Storage
from tests.unit.sandbox.merchant import until


@dataclass(frozen=True)
class Counter:
    """A bot that takes money by Stripe, and its web server."""

    world: World
    gateway: PaymentGateway
    web: httpx.Client

    def booking(self, passenger: Passenger) -> Booking:
        """The passenger's only one."""
        with self.world.units() as work:
            user = work.users.by_chat(passenger.chat_id)
            assert user is not None
            (booking,) = work.bookings.of_user(user.user_id)
            return booking

    def session_id(self, passenger: Passenger) -> str:
        """Of the link that is on the screen."""
        return next(b.url for row in passenger.screen.buttons for b in row if b.url).rpartition("/")[2]


@pytest.fixture(scope="module")
def counter(world: World, storage: Storage) -> Iterator[Counter]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with RunningSandbox(stripe_webhook_url=f"{url}/webhooks/stripe") as sandbox:
            requests.post(f"{sandbox.url}/clock", json={"to": NEW_YEAR}, timeout=5).raise_for_status()
            clock = MovedClock(sandbox)
            gateway = stripe_at(sandbox.url, now=clock.now)
            sessions = Sessions(storage.client, storage.settings, clock)
            own = replace(world, gateway=gateway, clock=clock, sessions=sessions)
            server = WebServer(build_web(_doors(own, gateway)))
            thread = Thread(target=server.run, args=([listener],), daemon=True)
            thread.start()
            with httpx.Client(base_url=url, trust_env=False, timeout=10) as web:
                yield Counter(own, gateway, web)
            server.should_exit = True
            thread.join()


def _doors(world: World, gateway: PaymentGateway) -> Doors:
    payments = PaymentDoors(gateway, world.services.paying, world.services.refunding, world.clock)
    measures: Any = Measures()
    return Doors(
        gateway_event=payments.event,
        came_back=payments.came_back,
        ready=lambda: None,
        chat_url=lambda: "https://t.me/yatri",
        measures=measures,
        gateway="stripe",
    )


def test_a_webhook_turns_held_berths_into_a_ticket(counter: Counter) -> None:
    asha = at_payment(counter.world.passenger())
    asha.pays(method="card", webhook="twice")

    until(lambda: counter.booking(asha).booking_status is BookingStatus.CONFIRMED)

    assert any("PNR" in words for words in asha.is_told())
    with counter.world.units() as work:
        payment = work.payments.get(PaymentId(counter.booking(asha).payment_id or ""))
        assert work.users.get(payment.user_id).wallet_balance == 0
    assert (payment.transaction_reference or "").startswith("pi_")
    assert payment.extra_references == ()
    assert payment.payment_method == "link", "the webhook does not tell, and nobody is asked while it waits"
    for _ in range(2):
        counter.world.services.reconciling.run(counter.world.clock.now())
    with counter.world.units() as work:
        payment = work.payments.get(payment.payment_id)
        assert payment.payment_id not in work.payments.open_due(counter.world.clock.now() + timedelta(days=9))
    assert payment.payment_method == "card"
    assert (payment.gateway_response or {})["card"]["last4"] == "**** 1111"


def test_a_payer_who_taps_that_it_is_paid_has_the_ticket_without_any_webhook(counter: Counter) -> None:
    asha = at_payment(counter.world.passenger())
    asha.taps("I have paid").sees("not")
    asha.pays(webhook="never").taps("I have paid")

    assert counter.booking(asha).booking_status is BookingStatus.CONFIRMED


def test_the_browser_that_comes_back_is_believed_only_as_far_as_stripe_says(counter: Counter) -> None:
    asha = at_payment(counter.world.passenger())
    back = {"session_id": counter.session_id(asha)}
    assert "As soon as the payment is confirmed" in counter.web.get("/pay/return", params=back).text
    assert counter.booking(asha).booking_status is BookingStatus.HELD

    asha.pays(webhook="never")

    assert "Your ticket is in the chat." in counter.web.get("/pay/return", params=back).text
    assert counter.booking(asha).booking_status is BookingStatus.CONFIRMED


def test_nobody_else_can_say_that_it_is_paid(counter: Counter) -> None:
    asha = at_payment(counter.world.passenger())
    event = {"id": "evt_1", "type": "checkout.session.completed", "data": {"object": {"id": counter.session_id(asha)}}}

    for signature in ("", "t=1,v1=0", "t=1893990600,v1=" + "0" * 64):
        answer = counter.web.post("/webhooks/stripe", json=event, headers={"Stripe-Signature": signature})
        assert answer.status_code == 400
    assert counter.web.post("/webhooks/razorpay", json=event).status_code == 404
    assert counter.booking(asha).booking_status is BookingStatus.HELD


def test_a_hold_that_is_over_closes_the_session_though_stripe_would_leave_it_open(counter: Counter) -> None:
    asha = at_payment(counter.world.passenger())
    link_id = counter.session_id(asha)
    counter.world.clock.advance(timedelta(minutes=17))
    assert counter.gateway.fetch_link(link_id).status is LinkStatus.CREATED

    booking = counter.booking(asha)
    assert counter.world.services.expiring.end(booking.booking_id, BookingStatus.EXPIRED, counter.world.clock.now())

    assert counter.gateway.fetch_link(link_id).status is LinkStatus.EXPIRED
    asha.pays()
    assert counter.booking(asha).booking_status is BookingStatus.EXPIRED


def test_money_that_comes_after_the_hold_is_a_ticket_again_or_in_the_wallet(counter: Counter) -> None:
    asha = at_payment(counter.world.passenger())
    asha.pays(outcome="late", webhook="once")
    counter.world.clock.advance(timedelta(minutes=17))
    booking = counter.booking(asha)
    counter.world.services.expiring.end(booking.booking_id, BookingStatus.EXPIRED, counter.world.clock.now())
    assert counter.booking(asha).booking_status is BookingStatus.EXPIRED

    counter.world.clock.advance(timedelta(minutes=20))

    until(lambda: counter.booking(asha).booking_status is BookingStatus.CONFIRMED)
