"""A rush: two hundred buyers at once after the last fifty berths of a train, on an engine with real isolation."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.feeds.feed import read_feed
from bot.feeds.starter import starter_path
from domain.bookings import Booking, BookingStatus, Gender, PassengerDetails
from domain.catalogue import Catalogue
from domain.errors import Problem
from domain.ids import ChatId, StationCode, UserId, new_id
from domain.inventory import Berth, Run, RunState
from domain.payments import GatewayPayment
from domain.ports import Units
from domain.quotas import Quota
from domain.railtime import today
from domain.rules.waitlists import waiting_cap
from domain.runs import run_of
from domain.services.accounts import AccountService, Registration
from domain.services.attempts import Attempts
from domain.services.booking import HOLD, BookingService, HoldRequest
from domain.services.paying import PayingService
from domain.services.promoting import Promoting
from domain.trains import TravelClass
from storage.embedded import EmbeddedEngine
from tests.engines import prepared
from tests.simulation.stage import UNASKED

BUYERS, LEFT = 200, 50
CLASS = TravelClass.SLEEPER


@pytest.mark.timeout(100)
def test_two_hundred_buyers_share_fifty_berths() -> None:
    now = datetime.now(UTC)
    feed = read_feed(starter_path())
    catalogue = Catalogue("starter", feed.stations, feed.trains)
    with EmbeddedEngine(ephemeral=True) as engine:
        units = prepared(engine.settings()).units
        request = _request(now)
        run = _sell_all_but(LEFT, units, catalogue, request)
        booking = BookingService(lambda: catalogue, units, Promoting(units))
        paying, attempts = PayingService(units, UNASKED), Attempts(units, HOLD)

        buyers = [_registered(AccountService(units), number, now) for number in range(BUYERS)]

        def buy(number: int) -> Booking | None:
            try:
                held = booking.hold(replace(request, user_id=buyers[number]), f"buyer {number}", now)
            except Problem as problem:
                if problem.key != "class-full":
                    raise
                return None
            asked = attempts.begun(held, now)
            paying.settle(asked.payment_id, GatewayPayment(f"pay_{number}", held.fare, "upi", "captured"), now)
            with units() as work:
                return work.bookings.get(held.booking_id)

        with ThreadPoolExecutor(BUYERS) as pool:
            tickets = [ticket for ticket in pool.map(buy, range(BUYERS)) if ticket]
        with units() as work:
            state = work.runs.load(run.key)

    assert state is not None
    coaches = [coach for coach in run.coaches if coach.travel_class is CLASS]
    seats = 2 * len(coaches[-1].rac)
    cap = waiting_cap(sum(len(coach.numbers(Quota.GENERAL)) + len(coach.rac) for coach in coaches), CLASS)
    assert LEFT + seats + cap < BUYERS
    stands = Counter(ticket.passengers[0].status for ticket in tickets)
    assert stands == {"CNF": LEFT, "RAC": seats, "WL": cap}
    for ticket in tickets:
        waits = ticket.passengers[0].status == "WL"
        assert ticket.booking_status is (BookingStatus.WAITLIST if waits else BookingStatus.CONFIRMED)
    given = [ticket.passengers[0].seat for ticket in tickets if ticket.passengers[0].seat]
    assert len(set(given)) == len(given)
    assert len({ticket.pnr for ticket in tickets}) == len(tickets)
    _check_queue(state, tickets)


def _check_queue(state: RunState, tickets: list[Booking]) -> None:
    """Everybody in RAC or on the list has a place of their own, in turn by their numbers, and nobody else has one."""
    booked = {ticket.booking_id: ticket.passengers[0].booked_as for ticket in tickets}
    queued = [ticket.booking_id for ticket in tickets if ticket.passengers[0].status != "CNF"]
    assert sorted(place.booking_id for place in state.queue) == sorted(queued)
    assert len({place.turn for place in state.queue}) == len(queued)
    for words, in_rac in (("RAC ", True), ("GNWL", False)):
        places = [place for place in state.queue if (place.berth is not None) is in_rac]
        numbers = [place.number for place in sorted(places, key=lambda place: place.turn)]
        assert numbers == sorted(set(numbers))
        assert all(booked[place.booking_id] == f"{words}{place.number}" for place in places)


def _registered(accounts: AccountService, number: int, now: datetime) -> UserId:
    new = Registration(ChatId(number), "Asha Verma", f"+9198765{number:05d}", f"asha{number}@example.com", "en")
    return accounts.register(new, now).user_id


def _request(now: datetime) -> HoldRequest:
    party = (PassengerDetails(name="Asha", age=34, gender=Gender.FEMALE),)
    day = today(now) + timedelta(days=9)
    return HoldRequest(UserId(new_id(now)), "12311", CLASS, StationCode("HWH"), StationCode("CNB"), day, party)


def _sell_all_but(left: int, units: Units, catalogue: Catalogue, request: HoldRequest) -> Run:
    """Marks the general berths of the class as sold, but for the last `left`, and every RAC seat but those of its
    last coach."""
    journey = catalogue.timetable.journey(
        request.train_number, request.origin, request.destination, request.journey_date
    )
    assert journey is not None
    run = run_of(journey)
    with units() as work:
        work.runs.open(run)
    coaches = [coach for coach in run.coaches if coach.travel_class is CLASS]
    general = [Berth(coach.name, number) for coach in coaches for number in coach.numbers(Quota.GENERAL)]
    halves = [half for coach in coaches[:-1] for number in coach.rac for half in Berth(coach.name, number).halves]
    for coach in coaches:
        sold = [berth for berth in (*general[:-left], *halves) if berth.coach == coach.name]
        with units() as work:
            work.runs.change(run.key, dict.fromkeys(sold, (0, journey.legs)))
            work.commit()
    return run
