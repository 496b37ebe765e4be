"""Holds that are hard to end, and those that must not be had twice."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from bot.gateways.razorpay import RazorpayGateway
from domain.bookings import Booking, BookingStatus
from domain.ids import BookingId
from handlers.incoming import Kind
from tests.dialogues.test_happy_path import at_payment, at_review, credit
from tests.dialogues.test_money import balance_of, booking_of, change_link
from tests.dialogues.transcript import Passenger, World

OVER = timedelta(minutes=17)


def bookings_of(asha: Passenger) -> list[Booking]:
    with asha.world.units() as work:
        user = work.users.by_chat(asha.chat_id)
        assert user is not None
        return work.bookings.of_user(user.user_id)


def with_gateway_away(world: World) -> World:
    """The same world, in which nothing answers at the gateway's address."""
    away = RazorpayGateway(key_id="k", key_secret="s", webhook_secret="w", base_url="http://127.0.0.1:9")
    return World(world.units, world.sessions, away, world.catalogue, world.clock)


def test_a_tap_that_loses_to_another_turn_of_its_chat_still_books_once(world: World) -> None:
    asha = at_review(world.passenger())
    credit(asha, Decimal("20000.00"))
    asha.says("/help")
    tap = asha.incoming(Kind.TAP, text=asha.button("Pay from wallet").data, message_id=1, callback_id="c")
    world.turns._router.answer(world.sessions.load(asha.chat_id), tap)  # booked and paid, but another turn comes first
    asha.receives(world.turns.run(asha.incoming(Kind.TEXT, text="/help")))
    asha.receives(world.turns.run(tap))
    assert [booking.booking_status for booking in bookings_of(asha)] == [BookingStatus.CONFIRMED]
    assert balance_of(asha) == Decimal("20000.00") - booking_of(asha).fare


def test_a_wallet_that_may_not_pay_leaves_the_berths_held_and_the_link_to_pay_by(world: World) -> None:
    asha = at_review(world.passenger())
    credit(asha, Decimal("9000.00"))
    asha.says("/help")
    with world.units() as work:
        user = work.users.by_chat(asha.chat_id)
        assert user is not None
        work.wallets.suspend(work.wallets.get(user.wallet_id))
        work.commit()
    asha.taps("Pay from wallet").sees("cannot pay at the moment", "held until", "Pay ₹")
    assert [booking.booking_status for booking in bookings_of(asha)] == [BookingStatus.HELD]
    asha.pays().taps("I have paid").sees("Booked and paid")


def test_a_fare_that_changed_is_shown_before_it_is_paid(world: World) -> None:
    asha = at_review(world.passenger())
    old = asha.button("Pay ₹")
    assert old.data is not None
    asha.taps_old(old.but(data=old.data.replace("3885.40", "3000.00"))).sees("Please check", "Total ₹3,885.40")
    assert bookings_of(asha) == []


def test_a_link_that_the_gateway_does_not_know_ends_with_its_time(world: World) -> None:
    asha = at_payment(world.passenger())
    change_link(asha, "plink_AAAAAAAAAAAAAA")
    world.services.agenda.run(world.clock.now() + OVER)
    assert booking_of(asha).booking_status is BookingStatus.EXPIRED


def test_berths_can_be_given_up_although_the_gateway_lost_the_link(world: World) -> None:
    asha = at_payment(world.passenger())
    change_link(asha, "plink_AAAAAAAAAAAAAA")
    asha.taps("Give the berths up").sees("given back. Nothing was charged")


def test_one_hold_that_cannot_be_ended_keeps_no_other_from_ending(world: World) -> None:
    poisoned, fine = at_payment(world.passenger()), at_payment(world.passenger("Ravi Kumar"))
    with world.units() as work:
        work.bookings.save(booking_of(poisoned).but(onward=BookingId("a ticket that is not there")))
        work.commit()
    later = world.clock.now() + OVER
    sweep = world.services.agenda.run(later)
    assert booking_of(fine).booking_status is BookingStatus.EXPIRED
    assert any(booking_of(poisoned).booking_id in trouble for trouble in sweep.troubles)
    with world.units() as work:
        assert booking_of(poisoned).booking_id not in {look.booking_id for look in work.bookings.due(later)}
        again = work.bookings.due(later + timedelta(minutes=2))
    assert booking_of(poisoned).booking_id in {look.booking_id for look in again}


def test_a_gateway_that_is_away_delays_the_end_and_the_passenger_is_told_the_truth(world: World) -> None:
    asha = at_payment(world.passenger())
    away = with_gateway_away(world)
    there = replace(asha, world=away)
    there.taps("Give the berths up").sees("payment service does not answer", "stay held until")
    there.taps("I have paid").sees("payment service does not answer")
    sweep = away.services.agenda.run(world.clock.now() + OVER)
    assert sweep.ended == 0
    assert booking_of(asha).booking_status is BookingStatus.HELD
    asha.pays().taps("I have paid").sees("Booked and paid")


def test_the_link_comes_once_the_gateway_is_back(world: World) -> None:
    asha = at_review(world.passenger())
    there = replace(asha, world=with_gateway_away(world))
    there.taps("Pay ₹").sees("does not answer", "Nothing has been charged", "I have paid")
    back = replace(there, world=world)
    back.taps("I have paid").sees("Pay ₹3,885.40 now").pays().taps("I have paid").sees("Booked and paid")


def test_a_hold_that_was_prolonged_is_not_ended_by_a_sweep_that_saw_it_before(world: World) -> None:
    asha = at_payment(world.passenger())
    booking = booking_of(asha)
    with world.units() as work:
        work.bookings.save(work.bookings.get(booking.booking_id).but(hold_until=booking.hold_until + OVER))
        work.commit()
    assert not world.services.expiring.end(booking.booking_id, BookingStatus.EXPIRED, booking.hold_until)
    assert booking_of(asha).booking_status is BookingStatus.HELD


def test_nobody_holds_more_than_three_unpaid_bookings(world: World) -> None:
    asha = at_payment(world.passenger())
    for _ in range(2):
        asha.says("/book").says("new delhi").says("mumbai central").says("tomorrow").taps("12952 · 3A")
        asha.taps("➕ Asha").taps("Done").taps("Pay ₹").sees("held until")
    asha.says("/book").says("new delhi").says("mumbai central").says("tomorrow").taps("12952 · 3A")
    asha.taps("➕ Asha").taps("Done").taps("Pay ₹").sees("3 bookings waiting to be paid")
    asha.says("/cancel").says("/trips").taps("⏳").sees("held until").taps("Give the berths up").sees("given back")
    assert sorted(booking.booking_status for booking in bookings_of(asha)) == ["cancelled", "held", "held"]


def test_many_holds_that_came_to_nothing_hide_no_ticket(world: World) -> None:
    asha = at_payment(world.passenger()).pays().taps("I have paid")
    for _ in range(9):
        asha.says("/book").says("new delhi").says("mumbai central").says("tomorrow").taps("12952 · 2A")
        asha.taps("➕ Asha").taps("Done").taps("Pay ₹").taps("Give the berths up")
    asha.says("/trips").sees("NDLS → MMCT")
