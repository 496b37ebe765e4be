"""Where berths and seats are in a coach."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.coach_plan import Box, Plan, plan_of
from domain.coaches import ICF_SIZE, LHB_SIZE, kind_of
from domain.inventory import BerthKind
from domain.trains import TravelClass

WIDTH, HEIGHT = 972, 1560
C = TravelClass
COACHES = sorted({(cls, sizes[cls]) for sizes in (ICF_SIZE, LHB_SIZE) for cls in C})
every_coach = pytest.mark.parametrize(("travel_class", "size"), COACHES)


def boxes(plan: Plan) -> dict[int, Box]:
    return {spot.number: spot.box for spot in plan.spots}


def plan(travel_class: TravelClass, size: int) -> Plan:
    return plan_of(travel_class, size, WIDTH, HEIGHT)


def touch(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


@every_coach
def test_every_berth_is_there_once_inside_and_touches_no_other(travel_class: TravelClass, size: int) -> None:
    drawn = plan(travel_class, size)
    assert [spot.number for spot in drawn.spots] == list(range(1, size + 1))
    assert all(spot.kind is kind_of(travel_class, spot.number) for spot in drawn.spots)
    inside = Box(0, 0, WIDTH, drawn.height)
    for spot in drawn.spots:
        box = spot.box
        assert inside.left <= box.left < box.right <= inside.right
        assert inside.top <= box.top < box.bottom <= inside.bottom
        assert not touch(box, drawn.corridor)
    assert not any(touch(one.box, other.box) for one, other in combinations(drawn.spots, 2))


@given(travel_class=st.sampled_from(C), size=st.integers(1, 130), width=st.integers(600, 1000))
def test_a_coach_of_any_size_can_be_planned(travel_class: TravelClass, size: int, width: int) -> None:
    drawn = plan_of(travel_class, size, width, HEIGHT)
    assert len(drawn.spots) == size
    assert drawn.spots[-1].box.bottom <= drawn.height
    assert all(min(spot.box.width, spot.box.height) >= 50 for spot in drawn.spots)
    assert not any(touch(wall, spot.box) for wall in drawn.walls for spot in drawn.spots)


@pytest.mark.parametrize("travel_class", [C.SLEEPER, C.THIRD_AC, C.THIRD_ECONOMY])
def test_in_a_bay_of_eight_three_face_three_and_two_lie_beyond_the_corridor(travel_class: TravelClass) -> None:
    drawn = plan(travel_class, 64)
    at = boxes(drawn)
    assert at[1].left == at[4].left < at[2].left == at[5].left < at[3].left == at[6].left < drawn.corridor.left
    assert at[1].top == at[2].top == at[3].top
    assert at[3].bottom < at[4].top == at[5].top == at[6].top
    assert drawn.corridor.right < at[7].left < at[8].left
    assert (at[7].top, at[7].bottom) == (at[1].top, at[4].bottom)  # side berths lie along the coach
    assert at[9].top > at[6].bottom
    assert [spot.back for spot in drawn.spots[:8]] == [-1, -1, -1, 1, 1, 1, 0, 0]


def test_two_tier_has_no_middle_berths() -> None:
    drawn = plan(C.SECOND_AC, 46)
    at = boxes(drawn)
    assert at[1].left == at[3].left < at[2].left == at[4].left < drawn.corridor.left < at[5].left < at[6].left
    assert BerthKind.MIDDLE not in {spot.kind for spot in drawn.spots}
    assert at[46].right < drawn.corridor.left  # the last bay has no side berths


def test_first_class_has_cabins_with_doors_and_the_corridor_at_the_wall() -> None:
    drawn = plan(C.FIRST_AC, 18)
    assert drawn.corridor.right == WIDTH
    assert len(drawn.bays) == 5
    assert drawn.bays[-1].height < drawn.bays[0].height / 2  # a coupe
    beside = [wall for wall in drawn.walls if wall.left == drawn.corridor.left]
    assert len(beside) == 2 * len(drawn.bays)  # on either side of each door
    assert len(drawn.sides) == 1


@pytest.mark.parametrize(
    ("travel_class", "left", "right"),
    [(C.CHAIR_CAR, 3, 2), (C.EXECUTIVE_CHAIR, 2, 2), (C.VISTADOME, 2, 2), (C.SECOND_SITTING, 3, 3)],
)
def test_seats_stand_in_rows_with_windows_outside_and_the_aisle_between(
    travel_class: TravelClass, left: int, right: int
) -> None:
    drawn = plan(travel_class, 44)
    row = [spot for spot in drawn.spots if spot.box.top == drawn.spots[0].box.top]
    assert len([spot for spot in row if spot.box.right <= drawn.corridor.left]) == left
    assert len([spot for spot in row if spot.box.left >= drawn.corridor.right]) == right
    assert row[0].kind is row[-1].kind is BerthKind.WINDOW
    assert row[left - 1].kind is row[left].kind is BerthKind.AISLE
    assert drawn.chairs
    assert drawn.walls == ()


def test_a_shared_side_lower_is_halved_along_the_coach() -> None:
    whole = Box(10, 20, 90, 180)
    assert whole.half(0) == whole
    assert (whole.half(1), whole.half(2)) == (Box(10, 20, 90, 100), Box(10, 100, 90, 180))
