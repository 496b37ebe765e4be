"""A rush: two hundred buyers at once after the last fifty berths of a train, on an engine with real isolation."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.feeds.feed import read_feed
from bot.feeds.starter import starter_path
from bot.gateways.razorpay import RazorpayGateway
from domain.bookings import Booking, BookingStatus, Gender, PassengerDetails
from domain.catalogue import Catalogue
from domain.errors import Problem
from domain.ids import ChatId, StationCode, UserId, new_id
from domain.inventory import Berth
from domain.payments import GatewayPayment
from domain.ports import Units
from domain.quotas import Quota
from domain.railtime import today
from domain.rules.waitlists import waiting_cap
from domain.runs import run_of
from domain.services.accounts import AccountService, Registration
from domain.services.booking import BookingService, HoldRequest
from domain.services.paying import PayingService
from domain.services.promoting import Promoting
from domain.trains import TravelClass
from storage.embedded import EmbeddedEngine
from tests.engines import prepared

BUYERS, LEFT = 200, 50
CLASS = TravelClass.SLEEPER
UNASKED = RazorpayGateway(key_id="k", key_secret="s", webhook_secret="w", base_url="http://127.0.0.1:9")


@pytest.mark.timeout(100)
def test_two_hundred_buyers_share_fifty_berths() -> None:
    now = datetime(2030, 1, 7, 4, 30, tzinfo=UTC)  # 10:00 in India: nothing is sold at night
    feed = read_feed(starter_path())
    catalogue = Catalogue("starter", feed.stations, feed.trains)
    with EmbeddedEngine(ephemeral=True) as engine:
        units = prepared(engine.settings()).units
        request = _request(now)
        _sell_all_but(LEFT, units, catalogue, request)
        promoting = Promoting(units)
        booking, paying = BookingService(lambda: catalogue, units, promoting), PayingService(units, UNASKED)

        buyers = [_registered(AccountService(units), number, now) for number in range(BUYERS)]

        def buy(number: int) -> Booking | None:
            try:
                held = booking.hold(replace(request, user_id=buyers[number]), f"buyer {number}", now)
            except Problem as problem:
                if problem.key != "class-full":
                    raise
                return None
            assert held.payment_id
            paying.settle(held.payment_id, GatewayPayment(f"pay_{number}", held.fare, "upi", "captured"), now)
            with units() as work:
                return work.bookings.get(held.booking_id)

        with ThreadPoolExecutor(BUYERS) as pool:
            tickets = [ticket for ticket in pool.map(buy, range(BUYERS)) if ticket]

    confirmed = [ticket for ticket in tickets if ticket.booking_status is BookingStatus.CONFIRMED]
    waiting = [ticket for ticket in tickets if ticket.booking_status is BookingStatus.WAITLIST]
    assert len(confirmed) == len({ticket.passengers[0].seat for ticket in confirmed}) == LEFT
    assert len({ticket.pnr for ticket in tickets}) == len(tickets)
    assert 0 < len(waiting) <= waiting_cap(_capacity(catalogue, request), CLASS)
    assert len({ticket.passengers[0].booked_as for ticket in waiting}) == len(waiting)


def _registered(accounts: AccountService, number: int, now: datetime) -> UserId:
    new = Registration(ChatId(number), "Asha Verma", f"+9198765{number:05d}", f"asha{number}@example.com", "en")
    return accounts.register(new, now).user_id


def _request(now: datetime) -> HoldRequest:
    party = (PassengerDetails(name="Asha", age=34, gender=Gender.FEMALE),)
    day = today(now) + timedelta(days=9)
    return HoldRequest(UserId(new_id(now)), "12311", CLASS, StationCode("HWH"), StationCode("CNB"), day, party)


def _sell_all_but(left: int, units: Units, catalogue: Catalogue, request: HoldRequest) -> None:
    """Marks every general berth of the class as sold but for the last `left`, and every seat in RAC."""
    journey = catalogue.timetable.journey(
        request.train_number, request.origin, request.destination, request.journey_date
    )
    assert journey is not None
    run = run_of(journey)
    coaches = [coach for coach in run.coaches if coach.travel_class is CLASS]
    with units() as work:
        work.runs.open(run)
    general = [Berth(coach.name, number) for coach in coaches for number in coach.numbers(Quota.GENERAL)]
    shared = [seat for coach in coaches for number in coach.rac for seat in Berth(coach.name, number).halves]
    with units() as work:
        work.runs.change(run.key, dict.fromkeys((*general[:-left], *shared), (0, journey.legs)))
        work.commit()


def _capacity(catalogue: Catalogue, request: HoldRequest) -> int:
    """Berths of the class in the general quota."""
    ends = request.origin, request.destination, request.journey_date
    journey = catalogue.timetable.journey(request.train_number, *ends)
    assert journey is not None
    coaches = [coach for coach in run_of(journey).coaches if coach.travel_class is CLASS]
    return sum(len(coach.numbers(Quota.GENERAL)) + len(coach.rac) for coach in coaches)
