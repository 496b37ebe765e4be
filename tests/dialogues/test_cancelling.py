"""Cancelling: the refund first, line by line, then the yes, and the money is in the wallet."""

from decimal import Decimal

from domain.bookings import Booking, BookingStatus
from handlers.reply import PictureKind
from tests.dialogues.test_happy_path import at_payment, at_review
from tests.dialogues.transcript import Passenger, World


def booked(world: World, party: str = "Asha 34 F lower\nRavi 40 M") -> Passenger:
    """With a paid ticket for tomorrow, 16:55."""
    return at_payment(world.passenger(), party).pays().taps("I have paid").sees("Booked and paid")


def ticket(asha: Passenger) -> Booking:
    """The only booking."""
    with asha.world.units() as work:
        user = work.users.by_chat(asha.chat_id)
        assert user is not None
        (booking,) = work.bookings.of_user(user.user_id)
        return booking


def test_a_whole_ticket_is_given_back(world: World) -> None:
    asha = booked(world).says("/trips").taps("NDLS → MMCT")
    asha = open_ticket(asha).taps("✖ Cancel").sees("Who does not travel?", "Nothing is cancelled yet", "Asha", "Ravi")
    asha.taps("Everybody").sees("Asha", "25% of the fare", "comes back to your wallet", "convenience fee")
    booking = ticket(asha)
    each = (booking.fare_breakup.ticket / 2 * Decimal("0.75")).quantize(Decimal("0.01"))
    asha.taps("Yes, cancel").sees("The ticket is cancelled", f"₹{2 * each:,.2f}".removesuffix(".00"))
    booking = ticket(asha)
    assert booking.booking_status is BookingStatus.REFUNDED
    assert booking.refund_status == "wallet"
    with world.units() as work:
        state = work.runs.load(booking.run_key)
    assert state is not None
    assert not any(state.mask(person.berth) & booking.legs for person in booking.passengers if person.berth)
    asha.says("/wallet").sees("refund").says("/trips").taps("✖").sees("is cancelled", "came back to your wallet")


def open_ticket(asha: Passenger) -> Passenger:
    """The ticket's picture, not its PDF, is where its buttons are."""
    asha.screen = asha.replies[0]
    return asha


def test_one_of_two_leaves_and_the_other_travels(world: World) -> None:
    asha = open_ticket(booked(world).says("/trips").taps("NDLS → MMCT")).taps("✖ Cancel")
    asha.taps("No, keep the ticket").sees("Nothing was cancelled")
    open_ticket(asha.says("/trips").taps("NDLS → MMCT")).taps("✖ Cancel")
    asha.taps("Ravi").sees("✓ Ravi", "Only this one").taps("Only this one").sees("Ravi").sees_not("Asha</b>: paid")
    asha.taps("Yes, cancel").sees("One passenger stays on the ticket", "Show the ticket")
    booking = ticket(asha)
    assert [person.status for person in booking.passengers] == ["CNF", "CAN"]
    assert booking.booking_status is BookingStatus.CONFIRMED
    asha.says(f"/pnr {booking.pnr}").sees("Asha: <b>CNF", "Ravi: <b>CAN")


def test_the_coach_with_ones_own_berths(world: World) -> None:
    asha = open_ticket(booked(world).says("/trips").taps("NDLS → MMCT")).taps("Our berths").sees("Your berths on 12952")
    assert asha.screen.picture is not None
    assert asha.screen.picture.kind is PictureKind.COACH


def test_keeping_the_ticket_changes_nothing(world: World) -> None:
    asha = open_ticket(booked(world, "Asha 34 F").says("/trips").taps("NDLS → MMCT")).taps("✖ Cancel")
    asha.sees("comes back").taps("No, keep").sees("Nothing was cancelled")
    assert ticket(asha).booking_status is BookingStatus.CONFIRMED


def test_what_was_cancelled_once_is_not_paid_back_twice(world: World) -> None:
    asha = open_ticket(booked(world, "Asha 34 F").says("/trips").taps("NDLS → MMCT"))
    cancel = asha.button("✖ Cancel")
    yes = asha.taps("✖ Cancel").button("Yes, cancel")
    asha.taps("Yes, cancel").sees("The ticket is cancelled")
    asha.taps_old(yes).sees("earlier").taps_old(cancel).sees("cancelled already")


def test_a_hold_cannot_be_cancelled_for_money(world: World) -> None:
    asha = at_review(world.passenger()).taps("Pay ₹")
    other = booked(world, "Meera 40 F")
    booking = ticket(asha)
    stolen = other.button("way back").but(data=f"g.leave={booking.booking_id}")
    other.taps_old(stolen).sees("do not find that booking")
    asha.taps_old(stolen).sees("cancelled already")


def test_a_pnr_alone_tells_no_names(world: World) -> None:
    asha, other = booked(world), world.passenger().says("/start").taps("English").taps("Look around")
    pnr = ticket(asha).pnr
    other.says(f"/pnr {pnr}").sees("1: <b>CNF", "2: <b>CNF").sees_not("Asha", "Ravi")
    asha.says(f"/pnr {pnr}").sees("Asha: <b>CNF")
    asha.says("/pnr 12").sees("do not find").says("/pnr").sees("ten digits")
