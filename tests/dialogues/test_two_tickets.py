"""A journey with a change: two trains chosen with one tap, held, paid and given up as one."""

from datetime import timedelta
from decimal import Decimal

from domain.bookings import Booking, BookingStatus
from tests.dialogues.test_happy_path import credit
from tests.dialogues.transcript import Passenger, World


def at_review(world: World, day: str = "tomorrow") -> Passenger:
    """Howrah to Mumbai Central by way of New Delhi, one passenger, all but paid."""
    asha = world.passenger().says("/start").taps("English").taps("Look around")
    asha.says(f"howrah to mumbai central {day}").taps("One change").taps("· 3A ·").registers().says("Asha 34 F lower")
    return asha.taps("Done")


def tickets(asha: Passenger) -> list[Booking]:
    """The passenger's bookings, the first to be travelled first."""
    with asha.world.units() as work:
        user = work.users.by_chat(asha.chat_id)
        assert user is not None
        return sorted(work.bookings.of_user(user.user_id), key=lambda booking: booking.departure_at)


def test_both_are_reviewed_and_paid_as_one(world: World) -> None:
    asha = at_review(world).sees("Please check", "HWH", "MMCT", "Total ₹").taps("Pay ₹").sees("held until", " + ")
    asha.pays().taps("I have paid").sees("Booked and paid", "Your two tickets", "Book the way back")
    first, second = tickets(asha)
    assert {first.booking_status, second.booking_status} == {BookingStatus.CONFIRMED}
    assert first.destination_station_code == second.origin_station_code
    assert timedelta(minutes=45) <= second.departure_at - first.arrival_at <= timedelta(hours=8)
    assert first.pnr != second.pnr
    assert f"₹{first.fare + second.fare:,.2f}" in asha.shown
    told = asha.is_told()
    assert sum(f"PNR <b>{pnr}" in words or pnr in words for words in told for pnr in (first.pnr, second.pnr)) >= 2


def test_giving_one_up_gives_up_both(world: World) -> None:
    asha = at_review(world).taps("Pay ₹").taps("Give the berths up").sees("given back")
    assert {booking.booking_status for booking in tickets(asha)} == {BookingStatus.CANCELLED}


def test_a_hold_that_is_over_is_over_for_both_and_told_once(world: World) -> None:
    asha = at_review(world).taps("Pay ₹")
    first, second = tickets(asha)
    later = first.hold_until + timedelta(seconds=1)
    assert world.services.expiring.end(second.booking_id, BookingStatus.EXPIRED, later)
    assert {booking.booking_status for booking in tickets(asha)} == {BookingStatus.EXPIRED}
    assert len(asha.is_told(timedelta(hours=1))) == 1


def test_money_that_comes_late_buys_both_again(world: World) -> None:
    asha = at_review(world).taps("Pay ₹")
    payment = world.services.paying.payment(tickets(asha)[0])
    assert payment.amount == sum(booking.fare for booking in tickets(asha))
    asha.pays()
    world.services.expiring.end(tickets(asha)[0].booking_id, BookingStatus.EXPIRED, payment.expires_at)
    assert {booking.booking_status for booking in tickets(asha)} == {BookingStatus.CONFIRMED}


def test_the_wallet_pays_both(world: World) -> None:
    asha = at_review(world)
    credit(asha, Decimal("9000.00"))
    asha.says("/wallet").taps("Pay from wallet").sees("Booked and paid", "Your two tickets")
    left = Decimal("9000.00") - sum(booking.fare for booking in tickets(asha))
    asha.says("/wallet").sees(f"Wallet: ₹{left:,.2f}")


def test_the_way_back_is_one_tap_with_the_same_people(world: World) -> None:
    asha = at_review(world).taps("Pay ₹").pays().taps("I have paid").taps("Book the way back")
    asha.sees("Mumbai Central → Howrah Jn", "When?").says("15 jan").sees("No direct train").taps("One change")
    asha.taps("· 3A ·").sees("1. Asha, 34, female").taps("Done").sees("Please check")


def test_return_on_sunday_waits_for_its_turn(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around").says("return on sunday")
    asha.sees("Which journey back?").says("new delhi to patna tomorrow").says("return on sunday").sees(
        "First this journey", "12310"
    )
    asha.taps("· 3A ·").registers().says("Asha 34 F").says("add one child").sees("1 of 2 named").says("Anu 8 F")
    asha.taps("Pay ₹").pays().taps("I have paid").taps("Book the way back").sees("Patna", "New Delhi", "Sun 13 Jan")
