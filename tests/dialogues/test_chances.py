"""The chance of a place on the waiting list, told before paying, once there is enough to tell it from."""

from datetime import date

from domain.rules.waitlists import WaitingList
from domain.trains import TravelClass
from tests.dialogues.test_cancelling import open_ticket, ticket
from tests.dialogues.test_waiting import a_full_day, at_review, books, chart, standings
from tests.dialogues.transcript import World

CLASS = TravelClass.THIRD_AC
SIX = "\n".join(f"{name} {age} M" for age, name in enumerate(("Asha", "Ravi", "Meera", "Neha", "Farid", "Gita"), 30))


def ten_wait(world: World, on: date, *, quotas_too: bool) -> None:
    """Numbers 1 to 10 of the list, behind two in RAC; then the chart is made."""
    a_full_day(world, 0, quotas_too=quotas_too, travel_class=CLASS, on=on)
    first, second = books(world, on, SIX, CLASS), books(world, on, SIX, CLASS)
    assert standings(first) + standings(second) == ["RAC"] * 2 + ["WL"] * 10
    chart(world, ticket(first))
    chart(world, ticket(first))  # a worker that comes late counts nothing twice


def test_nothing_is_claimed_before_there_are_enough_cases(world: World) -> None:
    ten_wait(world, date(2030, 2, 1), quotas_too=False)
    on = a_full_day(world, 0, travel_class=CLASS, on=date(2030, 2, 3))
    first = books(world, on, "Asha 34 F\nRavi 40 M", CLASS)
    at_review(world, on, "Meera 40 F", CLASS).sees("you would be WL 1").sees_not("Chance")
    ten_wait(world, date(2030, 2, 2), quotas_too=True)
    at_review(world, on, "Meera 40 F", CLASS).sees("Chance of a berth: <b>50%</b> (of 20 such places on this train)")
    six = at_review(world, on, SIX, CLASS)
    six.sees("you would be WL 1").sees_not("Chance")  # the last would be number 6: of those only 10 are known
    assert standings(first) == ["RAC", "RAC"]
    waits = books(world, on, "Neha 41 F", CLASS)
    waits.says(f"/pnr {ticket(waits).pnr}").sees(
        "GNWL1/WL1", "booked such a number", "<b>50%</b> got a berth (20 cases)"
    )
    first.says(f"/pnr {ticket(first).pnr}").sees("RAC 1/RAC 1").sees_not("such a number")


def test_who_cancels_himself_is_no_case(world: World) -> None:
    on = a_full_day(world, 0, quotas_too=True, travel_class=TravelClass.SECOND_AC, on=date(2030, 2, 4))
    books(world, on, "Asha 34 F\nRavi 40 M")
    leaves, stays = books(world, on, "Meera 40 F"), books(world, on, "Neha 41 F")
    queueing, train = world.services.queueing, ticket(stays).train_id
    with world.units() as work:
        before = work.histories.of(train, TravelClass.SECOND_AC, WaitingList.GENERAL)
    open_ticket(leaves.says("/trips").taps("NDLS → PNBE")).taps("✖ Cancel").taps("Yes, cancel")
    chart(world, ticket(stays))
    with world.units() as work:
        after = work.histories.of(train, TravelClass.SECOND_AC, WaitingList.GENERAL)
    assert sum(found.cases for found in after.values()) == sum(found.cases for found in before.values()) + 1
    assert queueing.chance(train, TravelClass.FIRST_AC, WaitingList.GENERAL, 1) is None
