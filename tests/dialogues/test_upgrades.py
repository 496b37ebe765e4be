"""A free upgrade: asked for with one tap before paying, and given when the chart is made."""

from datetime import date, timedelta
from decimal import Decimal

from bot.pictures.ticket import ticket_view
from domain.staff import Role
from domain.trains import TravelClass
from handlers.tickets import unbroken
from tests.dialogues.staffer import a_staffer
from tests.dialogues.test_cancelling import open_ticket, ticket
from tests.dialogues.test_money import balance_of
from tests.dialogues.test_waiting import a_full_day, at_review, books, chart, standings
from tests.dialogues.transcript import World

A3, A2 = TravelClass.THIRD_AC, TravelClass.SECOND_AC
DEDUCTED = Decimal("189.00")  # of 3A, more than 72 hours before: 180 with GST; railway rules, "Refunds", row 5


def test_who_asks_for_it_is_moved_up_and_who_waits_has_the_berths(world: World) -> None:
    on = a_full_day(world, left=2, quotas_too=True, travel_class=A3, on=date(2030, 2, 14))
    asha = at_review(world, on, "Asha 34 F\nRavi 40 M", A3).sees("Free upgrade if berths stay empty: no")
    asha.taps("Free upgrade").sees("empty: yes", "moved there, all together", "nothing more to pay")
    asha.taps("Free upgrade").sees("empty: no").sees_not("moved there").taps("Free upgrade").sees("Please check")
    asha.taps("Pay ₹").pays().taps("I have paid").sees("Booked and paid")
    meera = books(world, on, "Meera 40 F\nNeha 41 F\nTara 42 F", A3)
    assert (standings(asha), standings(meera)) == (["CNF", "CNF"], ["RAC", "RAC", "WL"])
    before = ticket(asha)
    open_ticket(asha.says("/trips").taps("NDLS → PNBE")).sees(
        "Free upgrade: yes, if berths of a higher class are empty"
    )
    asha.taps("Free upgrade: on").sees("free upgrade off", "the class that you booked")
    open_ticket(asha.says("/trips").taps("NDLS → PNBE")).sees("Free upgrade: off").sees_not("Free upgrade: yes")
    off = asha.taps("Free upgrade: off").sees("free upgrade on", "moved there, all together").button("upgrade: on")
    asha.taps_old(off).taps("Free upgrade: off").sees("free upgrade on")
    asha.is_told()
    meera.is_told()

    chart(world, before)
    asha.taps_old(off).sees("until the first chart is made")
    booking = ticket(asha)
    assert (booking.travel_class, booking.upgraded_to, booking.fare) == (A3, A2, before.fare)
    assert all(person.seat and person.seat.startswith("A") for person in booking.passengers)
    told = "\n".join(asha.is_told(timedelta(days=60)))
    assert "A free upgrade!" in told
    assert "AC 2 Tier (2A), not AC 3 Tier (3A)" in told
    seat = booking.passengers[0].seat or ""
    assert unbroken(seat) in told
    assert standings(meera)[:2] == ["CNF", "CNF"]
    given = {person.seat for person in before.passengers}
    assert given <= {person.seat for person in ticket(meera).passengers}
    assert sum("has a berth now" in words for words in meera.is_told(timedelta(days=60))) >= 2

    codes = booking.origin_station_code, booking.destination_station_code
    origin, destination = map(world.catalogue.station, codes)
    assert origin
    assert destination
    view = ticket_view(booking, origin, destination, booking.train_id)
    assert (view.travel_class, view.travellers[0].coach) == (A2, seat.partition("-")[0])
    upgraded = "Free upgrade: <b>AC 2 Tier (2A)</b>, paid as AC 3 Tier (3A)"
    asha.says(f"/pnr {booking.pnr}").sees(upgraded, f"CNF {unbroken(seat)}")
    open_ticket(asha.says("/trips").taps("NDLS → PNBE")).sees(upgraded, unbroken(seat)).taps("Our berths")
    a_staffer(world, Role.SUPERVISOR, "Vikram").says(f"/booking {booking.pnr}").sees(
        "12310 2A", upgraded, unbroken(seat)
    )
    open_ticket(asha.says("/trips").taps("NDLS → PNBE")).taps("✖ Cancel").taps("Everybody").taps("Yes, cancel")
    assert balance_of(asha) == booking.fare_breakup.ticket - 2 * DEDUCTED


def test_a_ticket_with_a_child_at_half_fare_is_offered_none(world: World) -> None:
    on = date(2030, 2, 15)
    at_review(world, on, "Asha 34 F\nAnu 8 F no berth", A3).sees("Please check").sees_not("Free upgrade")
