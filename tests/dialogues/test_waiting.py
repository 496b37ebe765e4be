"""RAC and the waiting list, seen by those who wait."""

import itertools
from datetime import date, timedelta
from decimal import Decimal

from domain.bookings import Booking, BookingStatus
from domain.ids import StationCode
from domain.inventory import Berth
from domain.notifications import is_pressing
from domain.queues import whole_berths
from domain.quotas import Quota
from domain.runs import run_of
from domain.trains import TravelClass
from handlers.pushes import worded
from tests.dialogues.accounts import latest_news, user_of
from tests.dialogues.test_cancelling import open_ticket, ticket
from tests.dialogues.transcript import Passenger, World

_days = itertools.count(10)  # of January 2030: every test has a run of its own
CLASS = TravelClass.SECOND_AC
QUOTAS = (Quota.TATKAL, Quota.LADIES, Quota.SENIOR, Quota.DIVYANG)


def a_full_day(
    world: World,
    left: int,
    *,
    quotas_too: bool = False,
    travel_class: TravelClass = CLASS,
    on: date | None = None,
) -> date:
    """A day on which 12310 from New Delhi to Patna has so many general berths left in 2A, or this class, and two seats
    in RAC."""
    on = on or date(2030, 1, next(_days))
    journey = world.catalogue.timetable.journey("12310", StationCode("NDLS"), StationCode("PNBE"), on)
    assert journey is not None
    run = run_of(journey)
    coaches = [coach for coach in run.coaches if coach.travel_class is travel_class]
    seats = [seat for coach in coaches for number in coach.rac for seat in Berth(coach.name, number).halves]
    with world.units() as work:
        work.runs.open(run)
        state = work.runs.load(run.key)
        assert state is not None
        sold = whole_berths(state, travel_class, Quota.GENERAL, journey.legs)[left:] + seats[2:]
        for quota in QUOTAS if quotas_too else ():
            sold += whole_berths(state, travel_class, quota, journey.legs)
        work.runs.change(run.key, dict.fromkeys(sold, (0, journey.legs)))
        work.commit()
    return on


def at_review(world: World, on: date, party: str, travel_class: TravelClass = CLASS) -> Passenger:
    """A ticket in 2A, or this class, all but held and paid."""
    asha = world.passenger().says("/start").taps("English").taps("Look around")
    asha.says(f"new delhi to patna on {on:%d %b} in {travel_class}").taps(f"12310 · {travel_class}").registers()
    return asha.says(party).taps("Done").sees("Please check")


def books(world: World, on: date, party: str, travel_class: TravelClass = CLASS) -> Passenger:
    """A ticket, paid."""
    return at_review(world, on, party, travel_class).taps("Pay ₹").pays().taps("I have paid").sees("Booked and paid")


def test_the_review_says_who_would_wait(world: World) -> None:
    on = a_full_day(world, left=1)
    asha = world.passenger().says("/start").taps("English").taps("Look around")
    asha.says(f"new delhi to patna on {on.day} jan in 2a").taps("12310 · 2A").registers().says("Asha 34 F\nRavi 40 M")
    asha.taps("Done").sees("Only 1 berth is free on 12310", "paid back by itself")


def standings(asha: Passenger) -> list[str]:
    return [person.status for person in ticket(asha).passengers]


def test_first_berths_then_rac_then_the_waiting_list(world: World) -> None:
    on = a_full_day(world, left=1)
    first = books(world, on, "Asha 34 F\nRavi 40 M")
    assert standings(first) == ["CNF", "RAC"]
    second = books(world, on, "Meera 40 F\nNeha 41 F")
    assert standings(second) == ["RAC", "WL"]
    second.says(f"/pnr {ticket(second).pnr}").sees("Meera: <b>RAC 2/RAC 2", "Neha: <b>GNWL1/WL1")
    third = world.passenger().says("/start").taps("English").taps("Look around")
    third.says(f"new delhi to patna on {on.day} jan in 2a").sees("12310 · 2A", "WL 2")
    third.taps("12310 · 2A").registers().sees("Who travels?", "No berth is free on 12310 2A now: GNWL 2 at the moment")


def test_a_cancelled_berth_goes_to_rac_and_its_seat_to_the_waiting_list(world: World) -> None:
    on = a_full_day(world, left=1)
    first, second = books(world, on, "Asha 34 F\nRavi 40 M"), books(world, on, "Meera 40 F\nNeha 41 F")
    second.is_told()
    open_ticket(first.says("/trips").taps("NDLS → PNBE")).taps("✖ Cancel").taps("Asha").taps("Only this").taps("Yes, ")
    assert standings(first) == ["CAN", "CNF"]
    assert standings(second) == ["RAC", "RAC"]
    told = "\n".join(first.is_told())
    assert "Ravi has a berth now" in told
    told = "\n".join(second.is_told())
    assert "Neha moved up to RAC" in told
    second.says(f"/pnr {ticket(second).pnr}").sees("Meera: <b>RAC 2/RAC 1", "Neha: <b>GNWL1/RAC2")
    risen, now = latest_news(first), world.clock.now()
    world.services.cancelling.cancel(ticket(first).booking_id, user_of(first).user_id, [1], now)
    assert worded(world.services, risen, user_of(first), now) == ()  # had it waited for the morning


def test_the_chart_gives_quotas_that_nobody_took_to_those_who_wait(world: World) -> None:
    on = a_full_day(world, left=0)
    books(world, on, "Asha 34 F\nRavi 40 M")
    waits = books(world, on, "Meera 40 F")
    assert standings(waits) == ["WL"]
    chart(world, ticket(waits))
    assert standings(waits) == ["CNF"]
    assert any("Meera has a berth now" in words for words in waits.is_told(timedelta(days=30)))


def test_who_still_waits_at_the_chart_is_paid_back_and_told(world: World) -> None:
    on = a_full_day(world, left=0, quotas_too=True)
    rac = books(world, on, "Asha 34 F\nRavi 40 M")
    waits = books(world, on, "Meera 40 F")
    waits.is_told()
    chart(world, ticket(waits))
    booking = ticket(waits)
    assert booking.booking_status is BookingStatus.REFUNDED
    back = booking.fare_breakup.ticket - Decimal("63.00")  # clerkage of 60 with GST; railway rules, "Refunds", row 10
    waits.says("/wallet").sees(f"₹{back:,.0f}")
    assert is_pressing(latest_news(waits))  # it is about money, so it waits for no morning
    (told,) = waits.is_told(timedelta(days=30))
    assert "nobody on your ticket got a berth" in told
    assert standings(rac) == ["RAC", "RAC"]


def test_a_quota_that_is_asked_for_in_words(world: World) -> None:
    on = date(2030, 1, next(_days))
    asha = world.passenger().says("/start").taps("English").taps("Look around")
    asha.says(f"new delhi to patna on {on.day} jan in 3a senior citizen quota")
    asha.sees("· 3A ·").taps("12310 · 3A").registers().says("Ravi 40 M").taps("Done").sees("senior quota is for")
    asha.says("/cancel").says("new delhi to howrah on 17 jan tatkal 3a").taps("12304 · 3A").says("Ravi 40 M")
    asha.taps("Done").sees("Tatkal ₹", "Please check").taps("Pay ₹").sees("identity is verified")


def test_on_the_first_day_only_the_verified_can_book(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around")
    asha.says("new delhi to patna on 8 march in 3a").taps("12310 · 3A").registers().says("Ravi 40 M").taps("Done")
    asha.taps("Pay ₹").sees("first day of booking")


def chart(world: World, booking: Booking) -> None:
    """The first chart is made, nine hours before departure."""
    world.services.charting.chart(booking.run_key, booking.departure_at - timedelta(hours=9))


def test_a_dynamic_fare_rises_as_berths_are_sold(world: World) -> None:
    on = a_full_day(world, left=20)
    asha = world.passenger().says("/start").taps("English").taps("Look around")
    asha.says(f"new delhi to patna on {on.day} jan in 2a").taps("12310 · 2A").registers().says("Asha 34 F").taps("Done")
    asha.sees("Dynamic fare ₹")
    untouched = world.passenger().says("/start").taps("English").taps("Look around")
    untouched.says("new delhi to patna on 6 feb in 2a").taps("12310 · 2A").registers().says("Ravi 40 M").taps("Done")
    untouched.sees("Please check").sees_not("Dynamic fare")
