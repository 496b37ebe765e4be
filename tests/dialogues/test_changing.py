"""Changing a ticket: boarding further on, a small child who comes along, and other trains for who waits."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from domain.bookings import Booking, Gender
from domain.errors import Problem
from domain.ids import StationCode, UserId
from domain.railtime import INDIA
from tests.dialogues.test_cancelling import open_ticket, ticket
from tests.dialogues.test_waiting import a_full_day, books, chart
from tests.dialogues.transcript import Passenger, World

LEAVES = datetime(2030, 1, 29, 16, 55, tzinfo=INDIA)  # 12952 from New Delhi, its first station
FIRST_CHART, SECOND_CHART = LEAVES - timedelta(hours=10), LEAVES - timedelta(minutes=30)  # railway rules
SOON = timedelta(seconds=1)
KEPT = Decimal("189.00")  # of each adult in 3A, more than 72 hours before: railway rules, "Refunds", row 5, with GST
KOTA, SURAT = StationCode("KOTA"), StationCode("ST")


def booked(world: World, party: str = "Asha 34 F\nRavi 40 M") -> Passenger:
    """With a paid ticket on that train."""
    asha = world.passenger().says("/start").taps("English").taps("Look around")
    asha.says("new delhi to mumbai central on 29 jan").taps("12952 · 3A").registers().says(party).taps("Done")
    return asha.taps("Pay ₹").pays().taps("I have paid").sees("Booked and paid")


def at_trip(asha: Passenger) -> Passenger:
    """Looking at the only ticket."""
    return open_ticket(asha.says("/trips").taps(f"{ticket(asha).origin_station_code} →"))


def statuses(asha: Passenger) -> list[str]:
    return [person.status for person in ticket(asha).passengers]


def refused(world: World, booking: Booking, station: StationCode, now: datetime, user_id: UserId | None = None) -> str:
    """By which rule boarding there is refused to this user, by default who booked."""
    with pytest.raises(Problem) as refusal:
        world.services.changing.board_at(booking.booking_id, user_id or booking.user_id, station, now)
    return refusal.value.key


def test_boarding_further_on(world: World) -> None:
    asha = at_trip(booked(world)).taps("Board elsewhere")
    asha.sees("Where will you get in?", "New Delhi at 16:55", "Kota", "(KOTA) · Tue 29 Jan, 21:40", "Wed 30 Jan, 00:33")
    asha.sees_not("(NDLS)", "(MMCT)").taps("(KOTA)")
    asha.sees("no more at New Delhi", "only once").taps("Yes, board at Kota")
    asha.sees("You board at <b>Kota", "Tue 29 Jan, 21:40").taps("Show the ticket")
    assert "Boarding at <b>Kota" in asha.replies[0].text
    open_ticket(asha).sees_not("Board elsewhere").sees("Tuesday, 29 January 2030, 16:55")
    asha.says(f"/pnr {ticket(asha).pnr}").sees("Boarding at <b>Kota", "Tue 29 Jan, 21:40")


def test_the_berths_and_the_fare_stay_as_they_were_booked(world: World) -> None:
    asha = booked(world)
    before = ticket(asha)
    at_trip(asha).taps("Board elsewhere").says("surat").taps("Yes, board at Surat").sees("Done")
    after = ticket(asha)
    assert (after.boarding_station_code, after.boarding_at) == (SURAT, datetime(2030, 1, 30, 5, 18, tzinfo=INDIA))
    unchanged = {"boarding_station_code": None, "boarding_at": None, "rev": before.rev, "updated_at": before.updated_at}
    assert after.but(**unchanged) == before
    with world.units() as work:
        state = work.runs.load(before.run_key)
    assert state is not None
    assert all(state.mask(person.berth) & before.legs == before.legs for person in after.passengers if person.berth)


def test_a_ticket_that_is_looked_at_before_shows_no_boarding(world: World) -> None:
    at_trip(booked(world)).sees_not("Boarding at")


def test_a_mind_changed_on_the_way_leaves_the_ticket_alone(world: World) -> None:
    asha = at_trip(booked(world)).taps("Board elsewhere").taps("(KOTA)").taps("Back").sees("Where will you get in?")
    asha.says("jaipur").sees("no later stop “jaipur”", "Where will you get in?")
    asha.says("new delhi").sees("no later stop").says("mumbai central").sees("no later stop")
    asha.says("kota").says("maybe").sees("Please tap whether").taps("No, leave it").sees("Nothing was changed")
    at_trip(asha).taps("Board elsewhere").says("/cancel").sees("Nothing was changed")
    assert ticket(asha).boarding_station_code is None


def test_many_stops_come_in_pages(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around")
    asha.says("TVC to NDLS on 20 jan in sl").taps("12625 · SL").registers().says("Asha 34 F").taps("Done")
    asha.taps("Pay ₹").pays().taps("I have paid").sees("Booked and paid")
    at_trip(asha).taps("Board elsewhere").sees("(QLN)").sees_not("Stops before").taps("More stops").taps("More stops")
    asha.sees("(AGC)").sees_not("More stops", "(QLN)").taps("Stops before").sees("More stops", "(BZA)").taps("(BZA)")
    asha.taps("Yes, board").sees("Vijayawada")


def test_boarding_is_changed_once_and_the_same_wish_again_changes_nothing(world: World) -> None:
    booking = ticket(booked(world))
    changing, now = world.services.changing, world.clock.now()
    once = changing.board_at(booking.booking_id, booking.user_id, KOTA, now)
    assert changing.board_at(booking.booking_id, booking.user_id, KOTA, now) == once
    assert refused(world, booking, SURAT, now) == "boarding-changed-already"
    assert refused(world, booking, StationCode("NDLS"), now) == "boarding-changed-already"


def test_boarding_can_be_changed_until_the_second_chart(world: World) -> None:
    first, second = ticket(booked(world)), ticket(booked(world))
    assert refused(world, first, KOTA, SECOND_CHART) == "boarding-too-late"
    assert not world.services.changing.changeable(first, SECOND_CHART).boarding
    assert world.services.changing.changeable(first, SECOND_CHART - SOON).boarding
    world.services.changing.board_at(first.booking_id, first.user_id, KOTA, SECOND_CHART - SOON)
    assert refused(world, second, StationCode("MMCT"), FIRST_CHART) == "boarding-not-on-route"
    assert refused(world, second, StationCode("NDLS"), FIRST_CHART) == "boarding-not-on-route"


def test_nobody_else_changes_my_ticket(world: World) -> None:
    booking, other = ticket(booked(world)), booked(world, "Meera 40 F")
    now = world.clock.now()
    assert refused(world, booking, KOTA, now, user_id=ticket(other).user_id) == "no-such-booking"
    for what in ("board", "child", "others"):
        stolen = other.button("way back").but(data=f"g.{what}={booking.booking_id}")
        other.taps_old(stolen).sees("do not find that booking")
    with pytest.raises(Problem, match="no-such-booking"):
        world.services.changing.add_child(booking.booking_id, ticket(other).user_id, "Anu", 3, Gender.FEMALE, now)


def test_who_waits_cannot_board_elsewhere_but_who_is_in_rac_can(world: World) -> None:
    on = a_full_day(world, left=0, on=date(2030, 3, 4))
    rac, waits = books(world, on, "Asha 34 F\nRavi 40 M"), books(world, on, "Meera 40 F")
    assert (statuses(rac), statuses(waits)) == (["RAC", "RAC"], ["WL"])
    board = at_trip(rac).button("Board elsewhere")
    at_trip(waits).sees_not("Board elsewhere")
    waits.taps_old(board.but(data=f"g.board={ticket(waits).booking_id}")).sees("Meera is still on the waiting list")
    rac.taps("Board elsewhere").taps("(CNB)").taps("Yes, board").sees("Done")
    at_trip(rac).sees_not("Other trains")


def test_who_waits_is_shown_other_trains_with_berths(world: World) -> None:
    on = a_full_day(world, left=0, on=date(2030, 3, 2))  # a Saturday: 12304 goes from New Delhi to Patna, too
    books(world, on, "Asha 34 F\nRavi 40 M")
    waits = books(world, on, "Meera 40 F")
    at_trip(waits).taps("Other trains with berths").sees("Your ticket that waits stays", "New Delhi → Patna", "12304")
    waits.sees_not("12310").taps("12304 · 2A").sees("1. Meera, 40, female").taps("Done").sees("Please check")
    assert statuses(waits) == ["WL"]


def test_where_no_train_has_berths_other_days_are_offered(world: World) -> None:
    on = a_full_day(world, left=0, on=date(2030, 3, 1))  # a Friday, without 12304
    books(world, on, "Asha 34 F\nRavi 40 M")
    waits = at_trip(books(world, on, "Meera 40 F")).taps("Other trains with berths")
    waits.sees("No train fits 2A, Free berths only", "here is what else there is")
    waits.taps_old(waits.button("Sat 2 Mar")).sees("12304 · 2A").sees_not("No train fits")


def test_a_small_child_comes_along(world: World) -> None:
    asha = at_trip(booked(world)).taps("Add a small child").sees("Who comes along", "Anu 3 F")
    asha.says("Kiran").sees("How old is Kiran?").says("Kiran 5 M").sees("Only children under 5")
    asha.says("Kiran 8 months M").sees("Kiran is on the ticket", "NOSB", "nothing to pay")
    booking = ticket(asha)
    assert statuses(asha) == ["CNF", "CNF", "NOSB"]
    assert sum(booking.paid_by(person) for person in booking.passengers) == booking.fare_breakup.ticket
    asha.says(f"/pnr {booking.pnr}").sees("Kiran: <b>NOSB · no berth")
    at_trip(asha).sees("B", "Our berths").taps("Add a small child").says("Kiran 0 M").says("/trips")
    assert len(ticket(asha).passengers) == 3


def test_the_child_leaves_again_and_nothing_is_kept_or_paid_back(world: World) -> None:
    asha = at_trip(booked(world)).taps("Add a small child").says("Anu 3 F").sees("Anu is on the ticket")
    at_trip(asha).taps("✖ Cancel").taps("Anu").taps("Only this").sees("Anu</b>: paid ₹0, kept ₹0, back ₹0")
    asha.taps("Yes, cancel").sees("2 passengers stay")
    assert statuses(asha) == ["CNF", "CNF", "CAN"]
    at_trip(asha).taps("Add a small child").says("Kiran 2 M").sees("Kiran is on the ticket")
    assert statuses(asha) == ["CNF", "CNF", "NOSB"]


def test_parents_who_cancel_get_their_whole_share_and_take_the_child_along(world: World) -> None:
    asha = at_trip(booked(world)).taps("Add a small child").says("Anu 3 F").sees("on the ticket")
    before = ticket(asha)
    at_trip(asha).taps("✖ Cancel").taps("Ravi").taps("Only this").taps("Yes, cancel").sees("2 passengers stay")
    at_trip(asha).taps("✖ Cancel").taps("Asha").taps("Only this").sees("cannot stay on the ticket with nobody")
    asha.taps("Back").taps("Everybody").sees("Asha</b>: paid", "Anu</b>: paid ₹0").taps("Yes, cancel").sees("cancelled")
    booking = ticket(asha)
    assert booking.cancellation_details is not None
    assert booking.cancellation_details["refund"] == before.fare_breakup.ticket - 2 * KEPT


def test_there_is_room_for_two_small_children_and_none_without_an_adult(world: World) -> None:
    asha = booked(world)
    for name in ("Anu", "Kiran"):
        at_trip(asha).taps("Add a small child").says(f"{name} 3 F").sees(f"{name} is on the ticket")
    at_trip(asha).taps("Add a small child").says("Meera 1 F").sees("At most 2 children under 5")
    alone = at_trip(booked(world, "Ravi 10 M")).taps("Add a small child").says("Anu 3 F")
    alone.sees("needs somebody of 12 or older")


def test_a_child_is_added_until_the_first_chart(world: World) -> None:
    booking = ticket(booked(world))
    add = world.services.changing.add_child
    with pytest.raises(Problem, match="child-too-late"):
        add(booking.booking_id, booking.user_id, "Anu", 3, Gender.FEMALE, FIRST_CHART)
    assert not world.services.changing.changeable(booking, FIRST_CHART).child
    changed = add(booking.booking_id, booking.user_id, "Anu", 3, Gender.FEMALE, FIRST_CHART - SOON)
    assert changed.passengers[-1].name == "Anu"
    assert add(booking.booking_id, booking.user_id, "Anu", 3, Gender.FEMALE, FIRST_CHART) == changed


def test_who_waits_with_a_child_moves_up_and_the_child_stays_a_child(world: World) -> None:
    on = a_full_day(world, left=0, on=date(2030, 3, 5))
    books(world, on, "Asha 34 F\nRavi 40 M")
    waits = books(world, on, "Meera 40 F")
    at_trip(waits).taps("Add a small child").says("Anu 3 F").sees("Anu is on the ticket")
    assert statuses(waits) == ["WL", "NOSB"]
    chart(world, ticket(waits))
    assert statuses(waits) == ["CNF", "NOSB"]


def test_a_child_does_not_keep_a_waiting_ticket_alive_at_the_chart(world: World) -> None:
    on = a_full_day(world, left=0, quotas_too=True, on=date(2030, 3, 6))
    books(world, on, "Asha 34 F\nRavi 40 M")
    waits = books(world, on, "Meera 40 F")
    at_trip(waits).taps("Add a small child").says("Anu 3 F").sees("Anu is on the ticket")
    chart(world, ticket(waits))
    assert statuses(waits) == ["CAN", "CAN"]


def test_a_hold_has_nothing_to_change_yet(world: World) -> None:
    asha = booked(world)
    asha.says("new delhi to mumbai central on 29 jan").taps("12952 · 3A").says("Meera 40 F").taps("Done").taps("Pay ₹")
    with world.units() as work:
        user = work.users.by_chat(asha.chat_id)
        assert user is not None
        held = work.bookings.of_user(user.user_id)[0]
    assert refused(world, held, KOTA, world.clock.now()) == "no-such-booking"


def test_a_change_in_hindi(world: World) -> None:
    asha = booked(world).says("/language").taps("हिन्दी")
    at_trip(asha).taps("दूसरे स्टेशन से चढ़ें").sees("आप कहाँ से चढ़ेंगे?", "नई दिल्ली").says("कोटा")
    asha.sees("केवल एक बार").says("हाँ").sees("हो गया", "कोटा")
    at_trip(asha).taps("छोटा बच्चा जोड़ें").sees("कौन साथ चलेगा?").says("अनु 3 महिला").sees("अनु का नाम टिकट पर आ गया")
    asha.says(f"/pnr {ticket(asha).pnr}").sees("चढ़ने का स्टेशन <b>कोटा जंक्शन (KOTA)", "अनु: <b>NOSB · बिना बर्थ")
