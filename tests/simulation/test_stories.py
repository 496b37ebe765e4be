"""What the model-based test once found, told as stories."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from functools import partial
from uuid import uuid4

import pytest

from domain.bookings import Booking, BookingStatus, Gender, PassengerDetails
from domain.errors import Problem
from domain.inventory import Coach
from domain.railtime import INDIA
from domain.rules.charts import first_chart_at, second_chart_at
from domain.services.booking import HoldRequest
from storage.client import Client
from storage.embedded import EmbeddedEngine
from tests.simulation.scenery import A3, DAY_OF_RUNS, SL, TRAINS, legs_of
from tests.simulation.trouble import Kind, Trouble
from tests.simulation.world import World

# Three berths for everybody and a side lower for RAC; two may wait.
RAKE = (Coach("B1", A3, 4, (), (2,)),)
A, B, C, E = 0, 1, 2, 4
SLOW_LEAVES = datetime.combine(DAY_OF_RUNS, time(16), INDIA)


@pytest.fixture
def world(engine: EmbeddedEngine, line: Client) -> Iterator[World]:
    settings = engine.settings(f"s{uuid4().hex[:8]}")
    world = World(line, settings, lambda n: n - 1, 7, [RAKE])
    yield world
    world.close()


def request(world: World, people: int, start: int = A, end: int = E, user: int = 0, train: int = 0) -> HoldRequest:
    party = tuple(PassengerDetails(name=f"P{n}", age=30, gender=Gender.FEMALE) for n in range(people))
    legs = legs_of(TRAINS[train], start, end)
    return HoldRequest(world.users[user], travel_class=A3, party=party, **legs)


def holds(world: World, people: int, start: int = A, end: int = E, user: int = 0, train: int = 0) -> Booking:
    asked = request(world, people, start, end, user, train)
    return world.booking.hold(asked, uuid4().hex, world.now)


def pays(world: World, booking: Booking) -> Booking:
    assert booking.payment_id
    world.settles(booking.booking_id, f"pay {booking.booking_id}", world.fare(booking))
    world.check()
    return world.seen.bookings[booking.booking_id]


def buys(world: World, people: int, start: int = A, end: int = E, user: int = 0) -> Booking:
    return pays(world, holds(world, people, start, end, user))


def stands(world: World, booking: Booking) -> list[str]:
    return [person.status for person in world.seen.bookings[booking.booking_id].passengers]


def cancels(world: World, booking: Booking, *people: int) -> None:
    world.cancelling.cancel(booking.booking_id, booking.user_id, people, world.now)
    world.check()


def test_a_payment_is_refunded_even_if_the_last_to_leave_gets_nothing(world: World) -> None:
    ticket = buys(world, 2)
    cancels(world, ticket, 0)
    world.now = ticket.departure_at
    with pytest.raises(Problem, match="train-has-left"):
        cancels(world, ticket, 1)
    world.now = second_chart_at(ticket.departure_at)
    cancels(world, ticket, 1)
    assert world.seen.bookings[ticket.booking_id].booking_status is BookingStatus.REFUNDED


def test_nobody_is_paid_back_twice_for_being_named_twice(world: World) -> None:
    ticket = buys(world, 2)
    with pytest.raises(Problem, match="cancelled-already"):
        cancels(world, ticket, 0, 0)
    assert stands(world, ticket) == ["CNF", "CNF"]


def test_a_party_that_is_refused_uses_up_no_number(world: World) -> None:
    buys(world, 3)
    with pytest.raises(Problem, match="class-full"):
        holds(world, 5)
    assert [person.booked_as for person in holds(world, 3).passengers] == ["RAC 1", "RAC 2", "GNWL1"]


def test_a_berth_that_comes_free_while_somebody_is_put_into_the_queue_is_his(world: World) -> None:
    """Whichever of the storage calls it happens at, and though a sweeper has just been there: seen by the hold itself,
    or by the sweeper afterwards."""

    def gives_up() -> None:
        world.ends(first)
        world.promoting.run(world.now)

    for call in range(16):
        first = holds(world, 3)
        trouble = Trouble(Kind.MEANWHILE, call, gives_up)
        world.does(partial(world.holds, (request(world, 2, user=1),), f"call {call}"), trouble)
        gives_up()
        world.promoting.run(world.now)
        second = world.seen.bookings[world.asked[f"call {call}"]]
        assert stands(world, second) == ["CNF", "CNF"], f"at call {call}"
        world.ends(second)
    world.check()


def test_a_ticket_is_dropped_at_charting_when_only_they_who_wait_are_left_on_it(world: World) -> None:
    buys(world, 2)
    buys(world, 1, A, B)
    buys(world, 1, A, E)
    buys(world, 1, A, C)
    ticket = buys(world, 2, B, E, user=1)
    later = buys(world, 1, C, E, user=2)
    world.promoting.run(world.now)
    assert (stands(world, ticket), stands(world, later)) == (["CNF", "WL"], ["RAC"])
    cancels(world, ticket, 0)
    assert (stands(world, ticket), stands(world, later)) == (["CAN", "WL"], ["CNF"])
    world.now = first_chart_at(SLOW_LEAVES)
    world.charting.run(world.now)
    assert world.seen.bookings[ticket.booking_id].booking_status is BookingStatus.REFUNDED


def test_who_pays_after_the_last_chart_for_a_place_on_the_list_has_the_money_back(world: World) -> None:
    buys(world, 3)
    buys(world, 2)
    waits = holds(world, 1, user=1)
    assert stands(world, waits) == ["WL"]
    world.now = second_chart_at(SLOW_LEAVES)
    world.charting.run(world.now)
    assert pays(world, waits).booking_status is BookingStatus.WAITLIST
    world.sweeps_all()
    world.check_quiet()
    world.check()
    assert world.seen.bookings[waits.booking_id].booking_status is BookingStatus.REFUNDED


def holds_both(world: World) -> Booking:
    """Two tickets, of the slow train and of the one changed to, to be paid as one."""
    onward = request(world, 2, 0, 1, user=1, train=1)
    lead = request(world, 2, A, C, user=1)
    key = uuid4().hex
    world.holds((lead, onward), key)
    return world.seen.bookings[world.asked[key]]


def test_late_money_for_two_tickets_takes_both_berths_or_none(world: World) -> None:
    lead = holds_both(world)
    world.now = lead.hold_until
    world.agenda.run(world.now)
    holds(world, 3, 0, 2, train=1)
    assert pays(world, lead).booking_status is BookingStatus.EXPIRED
    assert world.seen.trains[lead.run_key].riders == ()


def test_giving_up_two_tickets_while_their_money_comes_goes_one_way_or_the_other(world: World) -> None:
    for call in range(10):
        lead = holds_both(world)
        settles = partial(world.settles, lead.booking_id, f"pay {call}", world.fare(lead))
        assert world.does(settles, Trouble(Kind.MEANWHILE, call, partial(world.ends, lead)))
        world.check()
        both = [one for one in world.seen.bookings.values() if one.payment_id == lead.payment_id]
        assert len({one.booking_status for one in both}) == 1
        for one in both:
            if one.booking_status is BookingStatus.CONFIRMED:
                cancels(world, one, 0, 1)


def test_a_child_in_the_place_of_one_who_left_has_not_left(world: World) -> None:
    lead = buys(world, 1)
    for name in ("Baby A", "Baby B"):
        world.changing.add_child(lead.booking_id, lead.user_id, name, 2, Gender.FEMALE, world.now)
        if name == "Baby A":
            cancels(world, world.seen.bookings[lead.booking_id], 1)
    world.check()
    both = world.seen.bookings[lead.booking_id]
    assert [(person.name, person.status) for person in both.passengers[1:]] == [("Baby B", "NOSB")]
    assert (both.cancellation_details or {})["lines"] == []


def test_an_upgrade_that_is_cut_short_is_made_once_and_its_berths_go_to_who_waits(
    engine: EmbeddedEngine, line: Client
) -> None:
    """The worker dies on the way, and the next round goes on. Who waits and asks is upgraded after who had berths."""
    settings, rake = engine.settings(f"s{uuid4().hex[:8]}"), (Coach("S1", SL, 5, (), (2,)), Coach("B1", A3, 3))
    world = World(line, settings, lambda n: n - 1, 7, [rake])
    parties = [(2, True), (2, False), (2, False), (1, True)]
    asked = [
        replace(request(world, people, user=user), travel_class=SL, upgrade=upgrade)
        for user, (people, upgrade) in enumerate(parties)
    ]
    tickets = [pays(world, world.booking.hold(one, uuid4().hex, world.now)) for one in asked]
    assert [stands(world, one)[0] for one in tickets] == ["CNF", "CNF", "RAC", "WL"]
    world.now = first_chart_at(SLOW_LEAVES)

    def charts() -> None:
        world.charting.run(world.now)

    while not world.reached["SL upgraded to 3A"]:
        assert not world.does(charts, Trouble(Kind.DIES_AFTER, 12))
    charts()
    world.check()
    assert [stands(world, one)[0] for one in tickets] == ["CNF"] * 4
    assert [world.seen.bookings[one.booking_id].berth_class for one in tickets] == [A3, SL, SL, A3]
    assert world.reached["SL upgraded to 3A"] == 2
    world.close()
