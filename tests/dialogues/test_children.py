"""Children on a ticket: free, half fare or with a berth of their own, and what becomes of them."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest

from domain.bookings import Booking, BookingStatus
from tests.dialogues.test_cancelling import open_ticket, ticket
from tests.dialogues.test_happy_path import at_review
from tests.dialogues.test_waiting import a_full_day, chart
from tests.dialogues.transcript import Passenger, World

FAMILY = "Asha 34 F\nAnu 7 F no berth\nKiran 8 months M"


def at_people(world: World, choice: str = "12952 · 3A") -> Passenger:
    """A new passenger who is asked who travels."""
    asha = world.passenger().says("/start").taps("English").taps("Look around first")
    return asha.says("new delhi to mumbai central tomorrow").taps(choice).registers().sees("Who travels?")


def booked(world: World, party: str = FAMILY) -> Passenger:
    """With a paid ticket for tomorrow."""
    return at_review(world.passenger(), party).taps("Pay ₹").pays().taps("I have paid").sees("Booked and paid")


def statuses(booking: Booking) -> list[str]:
    return [person.status for person in booking.passengers]


def fares_add_up(booking: Booking) -> bool:
    return sum(booking.paid_by(person) for person in booking.passengers) == booking.fare_breakup.ticket


def test_a_family_with_a_child_at_half_fare_and_an_infant(world: World) -> None:
    asha = at_people(world).sees("Children under 5 travel free without a berth", "Anu 7 F no berth")
    asha.says(FAMILY).sees("2. Anu, 7, female, no berth, half fare", "3. Kiran, under 1 year, male, free, no berth")
    # Half of 1745 is 873; with 40, 45 and GST of 48 it is 1006, raised to 1010.
    asha.taps("Done").sees("Please check", "1 adult ₹1,925 + 1 child, half fare ₹1,010 + 1 child free", "₹2,970.40")
    asha.taps("Pay ₹").sees("Your berths are held").sees_not("NOSB", ", B").pays().taps("I have paid").sees("Booked")
    booking = ticket(asha)
    assert statuses(booking) == ["CNF", "NOSB", "NOSB"]
    assert [person.seat is None for person in booking.passengers] == [False, True, True]
    assert [person.fare for person in booking.passengers] == [Decimal(1925), Decimal(1010), Decimal(0)]
    assert fares_add_up(booking)
    asha.says(f"/pnr {booking.pnr}").sees("Asha: <b>CNF", "Anu: <b>NOSB · no berth", "Kiran: <b>NOSB · no berth")


def test_the_adult_with_a_child_on_her_lap_gets_a_lower_berth(world: World) -> None:
    booking = ticket(booked(world))
    assert booking.passengers[0].berth_kind == "LB"


def test_a_tap_turns_the_berth_of_a_child_off_and_on(world: World) -> None:
    asha = at_people(world).says("Asha 34 F").sees_not("half fare").says("Anu 7 F").sees("2. Anu, 7, female\n")
    asha.taps("Anu: without a berth, half fare").sees("2. Anu, 7, female, no berth, half fare")
    asha.taps("Anu: with a berth").sees_not("no berth, half fare").says("Kiran 3 M").sees("Kiran, 3, male, free, no b")
    asha.taps("Kiran: with a berth, full fare").sees("3. Kiran, 3, male\n", "Kiran: without a berth, free")
    asha.taps("Done").sees("1 adult ₹1,925 + 2 children with berths ₹3,850")
    asha.taps("Pay ₹").pays().taps("I have paid")
    assert statuses(ticket(asha)) == ["CNF", "CNF", "CNF"]


def test_where_everybody_sits_there_is_no_half_fare(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around first")
    asha.says("new delhi to kanpur central tomorrow in cc").taps("· CC").registers()
    asha.sees("from 5 on they need one here and pay in full")
    asha.says("Anu 7 F no berth").sees("In CC a child of 5 to 11 needs a seat").sees_not("1. Anu")
    asha.says("Asha 34 F\nAnu 7 F").sees("2. Anu, 7, female").sees_not("half fare")
    asha.says("Kiran 2 M").sees("free, no berth").taps("Done").sees("1 child with a berth", "1 child free")
    assert re.search(r"\d, \d\d:\d\d → \d\d:\d\d\n", asha.screen.text), "the same day is said once"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Ravi 40 M no berth", "Ravi cannot go without"),
        ("Anu 12 F without berth", "Anu cannot go without"),
        ("Asha 34 F\nAa 1 F\nBb 2 F\nCc 3 F", "At most 2 children under 5"),
        ("\n".join(f"{name} 7 F no berth" for name in ("Aa", "Bb", "Cc", "Dd", "Ee", "Ff", "Gg")), "At most 6"),
    ],
)
def test_what_the_rules_do_not_allow_is_said(world: World, typed: str, answer: str) -> None:
    at_people(world).says(typed).sees(answer, "Who travels?").sees_not("1. ")


@pytest.mark.parametrize(
    "typed", ["Kiran 3 M", "Kiran 3 M with berth", "Anu 7 F no berth", "Meera 11 F\nAnu 7 F no berth"]
)
def test_small_children_need_somebody_with_a_berth(world: World, typed: str) -> None:
    asha = at_people(world).says(typed).sees("1. ").taps("Done").sees("needs somebody of 12 or older")
    asha.says("Asha 34 F").taps("Done").sees("Please check")


def test_a_child_of_seven_with_a_berth_may_go_alone(world: World) -> None:
    at_people(world).says("Anu 7 F").taps("Done").sees("Please check", "1 child with a berth ₹1,925")


def test_six_adults_take_two_infants_along(world: World) -> None:
    six = "\n".join(f"{name} 30 M" for name in ("Aa", "Bb", "Cc", "Dd", "Ee", "Ff"))
    asha = booked(world, f"{six}\nKiran 1 F\nMeera 2 F")
    assert statuses(ticket(asha)) == ["CNF"] * 6 + ["NOSB"] * 2
    assert fares_add_up(ticket(asha))


def test_a_party_counted_beforehand_is_complete_with_its_child(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around first")
    asha.says("new delhi to mumbai central tomorrow 1 adult 1 child").taps("12952 · 3A").registers()
    asha.says("Kiran").sees("How old is “Kiran”?").says("8 months M").sees("1. Kiran, under 1 year")
    asha.says("Asha 34 F").sees("Please check", "1 adult", "1 child free")


def test_children_said_in_hindi(world: World) -> None:
    asha = at_people(world).says("आशा 34 महिला\nअनु 7 महिला बिना बर्थ\nकिरण 8 महीने पुरुष")
    asha.sees("अनु, 7, female, no berth, half fare", "किरण, under 1 year, male, free")
    asha.says("/language").taps("हिन्दी").sees(
        "अनु, 7, महिला, बिना बर्थ, आधा किराया", "किरण, 1 साल से कम, पुरुष, मुफ़्त, बिना बर्थ"
    )
    asha.taps("अनु: बर्थ के साथ").sees("अनु, 7, महिला\n", "अनु: बिना बर्थ, आधा किराया").taps("अनु: बिना")
    asha.taps("हो गया").sees("1 वयस्क ₹1,925 + 1 बच्चा, आधा किराया ₹1,010 + 1 बच्चा मुफ़्त")


def test_the_child_leaves_and_gets_its_own_half_back(world: World) -> None:
    asha = open_ticket(booked(world).says("/trips").taps("NDLS → MMCT")).taps("✖ Cancel").taps("Anu").taps("Only this")
    # 25 % of 1010 is above the 180 with GST of row 5: 252.50; railway rules, "Refunds", row 6
    asha.sees("Anu</b>: paid ₹1,010, kept ₹252.50, back ₹757.50").taps("Yes, cancel").sees("2 passengers stay")
    booking = ticket(asha)
    assert statuses(booking) == ["CNF", "CAN", "NOSB"]
    open_ticket(asha.says("/trips").taps("NDLS → MMCT")).taps("✖ Cancel").taps("Everybody")
    asha.sees("Asha</b>: paid ₹1,925, kept ₹481.25", "Kiran</b>: paid ₹0, kept ₹0, back ₹0").taps("Yes, cancel")
    booking = ticket(asha)
    assert booking.booking_status is BookingStatus.REFUNDED
    assert booking.cancellation_details is not None
    assert booking.cancellation_details["refund"] == Decimal("757.50") + Decimal("1443.75")


def test_no_child_is_left_on_the_ticket_alone(world: World) -> None:
    asha = open_ticket(booked(world).says("/trips").taps("NDLS → MMCT")).taps("✖ Cancel").taps("Asha").taps("Only this")
    asha.sees("cannot stay on the ticket with nobody to travel with")
    assert statuses(ticket(asha)) == ["CNF", "NOSB", "NOSB"]


def test_the_way_back_is_for_the_same_family(world: World) -> None:
    asha = booked(world).taps("way back").says("in 5 days").taps("· 3A")
    asha.sees("Anu, 7, female, no berth, half fare", "Kiran, under 1 year, male, free, no berth").taps("Done")
    asha.sees("1 child, half fare", "1 child free")


def test_saved_children_are_one_tap_with_what_their_age_gives_them(world: World) -> None:
    asha = booked(world).says("/book").says("new delhi").says("mumbai central").says("tomorrow").taps("12952 · 3A")
    asha.taps("➕ Kiran, under 1 year").sees("1. Kiran, under 1 year, male, free, no berth")
    asha.taps("➕ Anu, 7").sees("2. Anu, 7, female\n", "Anu: without a berth")


def test_while_the_adults_wait_the_child_waits_with_them_and_takes_no_place(world: World) -> None:
    on = a_full_day(world, left=0, quotas_too=True)
    waits = family_in_2a(world, on.day, "Ravi 40 M\nMeera 41 F\nAsha 34 F\nAnu 7 F no berth")
    assert statuses(ticket(waits)) == ["RAC", "RAC", "WL", "NOSB"]
    last = family_in_2a(world, on.day, "Neha 30 F\nKiran 1 F")
    assert [person.booked_as for person in ticket(last).passengers] == ["GNWL2", "NOSB"]
    assert ticket(last).booking_status is BookingStatus.WAITLIST
    chart(world, ticket(last))
    assert ticket(last).booking_status is BookingStatus.REFUNDED
    assert statuses(ticket(last)) == ["CAN", "CAN"]
    assert any("nobody on your ticket got a berth" in words for words in last.is_told(timedelta(days=30)))


def family_in_2a(world: World, day: int, party: str) -> Passenger:
    """A paid ticket in 2A of 12310 on that day of January, berths or none."""
    asha = world.passenger().says("/start").taps("English").taps("Look around")
    asha.says(f"new delhi to patna on {day} jan in 2a").taps("12310 · 2A").registers().says(party).taps("Done")
    return asha.taps("Pay ₹").pays().taps("I have paid").sees("Booked and paid")
