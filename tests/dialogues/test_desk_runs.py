"""Trains that the desk cancels, delays and lengthens, seen from the desk and by those who travel."""

import itertools
from datetime import date, timedelta
from html import unescape

import pytest

from bot.drawing import Drawing
from domain.bookings import Booking
from domain.ids import TrainId
from domain.inventory import RunKey
from domain.reasons import LONGEST
from domain.staff import Role
from domain.trains import TravelClass
from tests.dialogues.staffer import Staffer, a_staffer
from tests.dialogues.test_cancelling import open_ticket, ticket
from tests.dialogues.test_money import balance_of
from tests.dialogues.test_waiting import a_full_day, books, standings
from tests.dialogues.transcript import Passenger, World

_days = itertools.count(1)  # of March 2030: every test has a run of its own


@pytest.fixture
def on(world: World) -> date:
    """A day on which 12310 has one berth left in 2A, and two seats in RAC."""
    return a_full_day(world, left=1, on=world.clock.now().date() + timedelta(days=40 + next(_days)))


@pytest.fixture
def vikram(world: World) -> Staffer:
    return a_staffer(world, Role.SUPERVISOR, "Vikram")


def logged(world: World, booking: Booking) -> list[str]:
    """Acts on the booking's run, the newest first."""
    with world.units() as work:
        return [row.action for row in work.logs.about(f"RUN#{booking.train_id}#{booking.run_date}")]


def test_a_cancelled_train_pays_everybody_back(world: World, on: date, vikram: Staffer) -> None:
    asha, ravi = books(world, on, "Asha 34 F"), books(world, on, "Ravi 40 M")
    ravi.says("/language").taps("हिन्दी")
    booking = ticket(asha)
    for one in (asha, ravi):
        one.is_told()
    vikram.says(f"/run 12310 {booking.run_date}").sees("12310", "2A", "sold").taps("Cancel").sees("cannot be undone")
    vikram.says("  fog <b>&\ncold" + " and wind" * 60).sees("is cancelled")
    world.services.giving_back.run(world.clock.now())
    assert balance_of(asha) == booking.fare_breakup.ticket
    (told,), (in_hindi,) = asha.is_told(), ravi.is_told()
    assert "has cancelled" in told
    reason = told.partition("The railway’s reason: ")[2]
    assert reason.startswith("fog &lt;b&gt;&amp; cold and wind")
    assert "रद्द" in in_hindi
    assert in_hindi.endswith(reason)
    assert len(unescape(reason)) <= LONGEST
    vikram.says(f"/run 12310 {booking.run_date}").sees("Cancelled: fog &lt;b&gt;&amp; cold").sees_not("➕ Coach")
    for words in ("|again", ""):
        vikram.says(f"/run 12310|{booking.run_date}|cancel{words}").sees("cancelled already")
    assert logged(world, booking) == ["run-cancelled"]


def test_a_delay_moves_the_tickets_and_is_told_once(world: World, on: date, vikram: Staffer) -> None:
    asha = books(world, on, "Asha 34 F")
    booking = ticket(asha)
    asha.is_told()
    vikram.says(f"/run 12310|{booking.run_date}|late|0|odd").sees("no delay to take back")
    vikram.says(f"/run 12310 {booking.run_date}").taps("Late").sees("0 takes a delay back").sees_not("On time after")
    vikram.taps("2h 00m").sees("2h 00m after its timetable")
    vikram.says("fog at Patna").sees("Tickets that follow: 1")
    assert ticket(asha).departure_at == booking.departure_at + timedelta(hours=2)
    assert ticket(asha).arrival_at == booking.arrival_at + timedelta(hours=2)
    world.services.rescheduling.run(world.clock.now())
    assert sum("leaves at another time" in told and "reason: fog at Patna" in told for told in asha.is_told()) == 1
    for words in ("120|same", "120"):
        vikram.says(f"/run 12310|{booking.run_date}|late|{words}").sees("120 minutes already").sees_not("Why?")
    vikram.says(f"/run 12310|{booking.run_date}|late|3|odd").sees("from 5 to 2,880")
    ravi = books(world, on, "Ravi 40 M")
    assert ticket(ravi).late == 0
    world.services.rescheduling.run(world.clock.now())
    assert ticket(ravi).late == 120
    assert any("leaves at another time" in told for told in ravi.is_told())
    assert ticket(asha).late == 120
    vikram.says(f"/run 12310 {booking.run_date}").taps("Late").taps("On time after all").sees(
        "on time after all", "Why?"
    )
    vikram.says("clear sky").sees("leaves on time after all", "Tickets that follow: 2").sees_not("0h")
    assert ticket(asha).departure_at == booking.departure_at
    assert any("earlier than you were told" in told for told in asha.is_told())
    assert logged(world, booking) == ["run-delayed", "run-delayed"]


def gives_up(asha: Passenger) -> Passenger:
    return open_ticket(asha.says("/trips").taps("NDLS → PNBE")).taps("✖ Cancel")


def test_more_than_three_hours_late_all_of_the_fare_comes_back(world: World, on: date, vikram: Staffer) -> None:
    asha = books(world, on, "Asha 34 F")
    booking = ticket(asha)
    vikram.says(f"/run 12310|{booking.run_date}|late|180|fog").sees("Tickets that follow: 1")
    asha.is_told()
    gives_up(asha).sees_not(f"comes back to your wallet: {booking.fare_breakup.ticket}").taps("No")
    vikram.says(f"/run 12310|{booking.run_date}|late|200|more fog").sees("Tickets that follow: 1")
    gives_up(asha).taps("Yes, cancel").sees("The ticket is cancelled")
    assert balance_of(asha) == booking.fare_breakup.ticket
    assert not any("You gave the ticket back" in told for told in asha.is_told())


def test_a_coach_more_gives_berths_to_those_who_wait(world: World, on: date, vikram: Staffer) -> None:
    first, second = books(world, on, "Asha 34 F\nRavi 40 M"), books(world, on, "Meera 40 F\nNeha 41 F")
    assert standings(first) + standings(second) == ["CNF", "RAC", "RAC", "WL"]
    booking = ticket(first)
    vikram.says(f"/run 12310 {booking.run_date}").sees("RAC 2", "waiting 1").taps("➕ Coach").taps("2A").sees("with")
    assert standings(first) + standings(second) == ["CNF"] * 4
    with world.units() as work:
        state = work.runs.load(booking.run_key)
    assert state is not None
    extra = [coach for coach in state.run.coaches if coach.travel_class is TravelClass.SECOND_AC][-1].name
    assert {person.seat.split("-")[0] for person in ticket(second).passengers if person.seat} == {extra}
    assert standings(books(world, on, "Farid 50 M")) == ["CNF"]
    open_ticket(second.says("/trips").taps("NDLS → PNBE")).taps("Our berths").sees(extra)
    picture = second.screen.picture
    assert picture is not None
    assert Drawing(world.units, lambda: world.catalogue, sample=True)(picture)
    vikram.says(f"/run 12310|{booking.run_date}|coach|EV").sees("does not have this class")
    assert logged(world, booking) == ["coach-added"]


def test_a_remark_in_the_group_is_no_answer(world: World, vikram: Staffer) -> None:
    run = RunKey(TrainId("12310"), world.clock.now().date() + timedelta(days=40 + next(_days)))
    vikram.says(f"/run 12310|{run.run_date}|cancel").sees("cannot be undone", "reply to this message")
    for words in ({}, {"answers": min(vikram.screen) - 1}):
        vikram.remarks("Not again, poor people", **words)
        assert not vikram.screen
    with world.units() as work:
        assert not work.runs.cancelled(run)
    vikram.says("no rake").sees("is cancelled", "no rake")
    with world.units() as work:
        assert work.runs.cancelled(run)


def test_what_is_no_run_is_told(world: World, vikram: Staffer) -> None:
    for words in (
        "12310",
        "99999 tomorrow",
        "12310 someday",
        "12310|2030-13-01|late",
        "x|y|z",
        "12310|9999-12-31|coach",
    ):
        vikram.says(f"/run {words}").sees_not("went wrong")
    agent = a_staffer(world, Role.AGENT)
    agent.says("/run 12310 tomorrow").sees("role")
