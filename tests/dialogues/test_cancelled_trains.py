"""A train that the railway cancels: nobody can book it any more, and everybody gets the whole fare without asking."""

import itertools
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from bot.gateways.razorpay import RazorpayGateway
from domain.bookings import Booking, BookingStatus
from domain.payments import GatewayPayment
from domain.services.giving_back import SETTLED, GivenBack, live_bookings
from domain.services.withdrawing import Withdrawing
from handlers.pushes import worded
from tests.dialogues.accounts import latest_news, user_of
from tests.dialogues.test_cancelling import open_ticket, ticket
from tests.dialogues.test_two_tickets import at_review as at_review_of_two
from tests.dialogues.test_two_tickets import tickets
from tests.dialogues.test_waiting import a_full_day, at_review, books, chart, standings
from tests.dialogues.transcript import Passenger, World, build_services

_days = itertools.count(10)  # of February 2030: every test has a run of its own


def a_day(world: World, left: int) -> date:
    """A day on which 12310 has so many berths left in 2A, and two seats in RAC."""
    return a_full_day(world, left, on=date(2030, 2, next(_days)))


def railway_cancels(world: World, booking: Booking) -> None:
    """The mark alone: nothing is given back yet."""
    withdrawing = Withdrawing(lambda: world.catalogue, world.units)
    withdrawing.cancel_run(booking.train_id, booking.run_date, world.clock.now(), "dense fog")


def a_round(world: World, later: timedelta = timedelta()) -> GivenBack:
    return world.services.giving_back.run(world.clock.now() + later)


def in_wallet(asha: Passenger) -> str:
    """The balance, as it is shown."""
    with asha.world.units() as work:
        user = work.users.by_chat(asha.chat_id)
        assert user is not None
        return f"₹{user.wallet_balance:,.2f}".removesuffix(".00")


@pytest.fixture(autouse=True)
def nothing_left_of_other_stories(world: World) -> None:
    """All stories share one engine; what a round does is counted."""
    a_round(world)


def test_everybody_is_paid_back_and_told(world: World) -> None:
    on = a_day(world, left=1)
    first, second = books(world, on, "Asha 34 F\nRavi 40 M"), books(world, on, "Meera 40 F\nNeha 41 F")
    third = books(world, on, "Farid 50 M")
    assert standings(first) + standings(second) + standings(third) == ["CNF", "RAC", "RAC", "WL", "WL"]
    people = (first, second, third)
    for asha in people:
        asha.is_told()
    railway_cancels(world, ticket(first))
    done = a_round(world)
    assert (done.tickets, done.holds, done.troubles) == (3, 0, ())
    for asha in people:
        booking = ticket(asha)
        assert booking.booking_status is BookingStatus.REFUNDED
        assert set(standings(asha)) == {"CAN"}
        back = f"₹{booking.fare_breakup.ticket:,.2f}".removesuffix(".00")
        assert in_wallet(asha) == back
        (told,) = asha.is_told()
        assert "The railway has cancelled" in told
        assert back in told
    with world.units() as work:
        state = work.runs.load(ticket(first).run_key)
    assert state is not None
    assert state.queue == ()


def test_a_second_round_pays_nobody_twice_and_in_the_end_the_run_is_off_the_list(world: World) -> None:
    asha = books(world, a_day(world, left=1), "Asha 34 F")
    key = ticket(asha).run_key
    railway_cancels(world, ticket(asha))
    assert a_round(world).tickets == 1
    once = in_wallet(asha)
    assert a_round(world).tickets == 0
    assert in_wallet(asha) == once
    assert live_bookings(world.units, key) == []
    with world.units() as work:
        assert key in work.runs.to_give_back(1000)
    a_round(world, SETTLED + timedelta(seconds=1))
    with world.units() as work:
        assert key not in work.runs.to_give_back(1000)


def test_it_cannot_be_booked_any_more(world: World) -> None:
    on = a_day(world, left=20)
    asha = books(world, on, "Asha 34 F")
    late, waits = at_review(world, on, "Ravi 40 M"), at_review(world, on, "Meera 40 F\nNeha 41 F")
    railway_cancels(world, ticket(asha))
    late.taps("Pay ₹").sees("The railway has cancelled").sees_not("Pay the fare")
    waits.says("yes").sees("The railway has cancelled")
    other = world.passenger().says("/start").taps("English").taps("Look around")
    other.says(f"new delhi to patna on {on:%d %b} in 2a").sees("12310 · 2A · cancelled").taps("12310 · 2A")
    other.sees("The railway has cancelled", "choose another")


def test_nobody_joins_the_waiting_list_of_a_cancelled_train(world: World) -> None:
    on = a_day(world, left=0)
    asha, late = books(world, on, "Asha 34 F\nRavi 40 M"), at_review(world, on, "Meera 40 F")
    late.sees("you would be WL 1")
    railway_cancels(world, ticket(asha))
    late.taps("Pay ₹").sees("The railway has cancelled")


def test_a_hold_ends_and_is_told_why(world: World) -> None:
    on = a_day(world, left=5)
    asha = at_review(world, on, "Asha 34 F").taps("Pay ₹").sees("held until")
    railway_cancels(world, ticket(asha))
    a_round(world)
    assert ticket(asha).booking_status is BookingStatus.CANCELLED
    told = "\n".join(asha.is_told())
    assert "the places held for you are given up" in told
    assert "The railway’s reason: dense fog" in told
    assert in_wallet(asha) == "₹0"


def test_money_that_was_on_its_way_comes_back(world: World) -> None:
    on = a_day(world, left=5)
    asha = at_review(world, on, "Asha 34 F").taps("Pay ₹").pays()
    railway_cancels(world, ticket(asha))
    a_round(world)
    assert ticket(asha).booking_status is BookingStatus.REFUNDED
    assert in_wallet(asha) == f"₹{ticket(asha).fare_breakup.ticket:,.2f}".removesuffix(".00")


def test_a_gateway_that_is_away_holds_up_only_the_hold_with_a_link(world: World) -> None:
    on = a_day(world, left=5)
    held = at_review(world, on, "Asha 34 F").taps("Pay ₹").sees("held until")
    paid = books(world, on, "Ravi 40 M")
    railway_cancels(world, ticket(paid))
    nowhere = RazorpayGateway(key_id="k", key_secret="s", webhook_secret="w", base_url="http://127.0.0.1:9")
    cut_off = build_services(world.units, nowhere, world.catalogue)
    done = cut_off.giving_back.run(world.clock.now())
    assert any(ticket(held).booking_id in trouble for trouble in done.troubles)
    assert ticket(held).booking_status is BookingStatus.HELD
    assert ticket(paid).booking_status is BookingStatus.REFUNDED
    a_round(world)
    assert ticket(held).booking_status is BookingStatus.CANCELLED


def test_many_workers_pay_each_ticket_back_once(world: World) -> None:
    on = a_day(world, left=2)
    people = [books(world, on, party) for party in ("Asha 34 F\nRavi 40 M", "Meera 40 F", "Neha 41 F\nFarid 50 M")]
    railway_cancels(world, ticket(people[0]))
    with ThreadPoolExecutor(4) as pool:
        rounds = list(pool.map(lambda _: a_round(world), range(4)))
    assert sum(done.tickets for done in rounds) >= len(people)  # other stories' trains may be among them
    for asha in people:
        assert in_wallet(asha) == f"₹{ticket(asha).fare_breakup.ticket:,.2f}".removesuffix(".00")


def test_who_cancels_before_his_turn_comes_gets_the_whole_fare_too(world: World) -> None:
    asha = books(world, a_day(world, left=5), "Asha 34 F")
    railway_cancels(world, ticket(asha))
    open_ticket(asha.says("/trips").taps("NDLS → PNBE")).taps("✖ Cancel").sees("The railway cancelled the train")
    asha.taps("Yes, cancel").sees("The ticket is cancelled")
    assert a_round(world).tickets == 0
    assert in_wallet(asha) == f"₹{ticket(asha).fare_breakup.ticket:,.2f}".removesuffix(".00")


def test_the_chart_drops_nobody_from_a_cancelled_train(world: World) -> None:
    on = a_day(world, left=0)
    books(world, on, "Asha 34 F\nRavi 40 M")
    waits = books(world, on, "Meera 40 F")
    railway_cancels(world, ticket(waits))
    chart(world, ticket(waits))
    assert standings(waits) == ["WL"]
    assert a_round(world).tickets == 2
    assert in_wallet(waits) == f"₹{ticket(waits).fare_breakup.ticket:,.2f}".removesuffix(".00")


def test_of_a_journey_with_a_change_the_other_ticket_stays_good(world: World) -> None:
    asha = at_review_of_two(world, "27 feb").taps("Pay ₹").pays().taps("I have paid").sees("Your two tickets")
    first, second = tickets(asha)
    asha.is_told()
    railway_cancels(world, second)
    assert a_round(world).tickets >= 1
    first, second = tickets(asha)
    assert (first.booking_status, second.booking_status) == (BookingStatus.CONFIRMED, BookingStatus.REFUNDED)
    (told,) = asha.is_told()
    assert "is still good" in told
    assert "dense fog" in told
    assert first.pnr in told
    assert second.pnr in told
    hindi = world.catalogue.train(first.train_id)
    assert hindi
    asha.says("/language").taps("हिन्दी")
    (reply,) = worded(world.services, latest_news(asha), user_of(asha), world.clock.now())
    assert f"{hindi.name_hi} का आपका टिकट" in reply.text


def test_late_money_for_two_trains_of_which_one_is_cancelled_takes_no_berth_of_the_other(world: World) -> None:
    asha = at_review_of_two(world, "25 feb").taps("Pay ₹")
    first, second = tickets(asha)
    over = first.hold_until + timedelta(seconds=1)
    assert world.services.expiring.end(first.booking_id, BookingStatus.EXPIRED, over)
    railway_cancels(world, second)
    payment = world.services.paying.payment(first)
    late = GatewayPayment(f"late {payment.payment_id}", payment.amount, "upi", "captured")
    world.services.paying.settle(payment.payment_id, late, over)
    world.services.paying.settle(payment.payment_id, late, over)  # told twice, as gateways do
    assert {booking.booking_status for booking in tickets(asha)} == {BookingStatus.EXPIRED}
    assert in_wallet(asha) == f"₹{payment.amount:,.2f}".removesuffix(".00")
    with world.units() as work:
        state = work.runs.load(first.run_key)
    assert state is not None
    assert not any(state.mask(person.berth) & first.legs for person in first.passengers if person.berth)
