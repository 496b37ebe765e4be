"""Where each berth of a coach is, from above: bays or cabins beside a corridor, or rows of seats with an aisle.

All follows from domain/coaches: the kinds in a bay tell how many tiers it has, whether there are side berths, and where
the aisle parts a row. Berths above one another are drawn side by side, the lower one at the window, as on Indian
coach plans. Lengths in pixels, from the inside of the coach's left wall and the top of its first bay.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from domain.coaches import BAYS, kind_of
from domain.inventory import BerthKind
from domain.trains import TravelClass

GAP = 6  # between berths side by side
WALL = 16  # from a bay to the next one
KNEES = 22  # between the two sides of a bay, which face each other
THICK = 4  # a wall
ROWS = 12  # from a row of seats to the next one
CORRIDOR, CABIN_CORRIDOR, AISLE = 0.08, 0.14, 0.11  # shares of the coach's width
SIDE = 0.26  # of both side berths
FLATTEST, HIGHEST = 60, 112  # a berth or a seat
_SIDES = (BerthKind.SIDE_LOWER, BerthKind.SIDE_UPPER)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, right and bottom excluded."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Left to right."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Top to bottom."""
        return self.bottom - self.top

    def moved(self, x: int, y: int) -> "Box":
        """The same elsewhere."""
        return Box(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def half(self, which: int) -> "Box":
        """Seat 1 or 2 of a shared side lower, at its two ends; 0: all of it."""
        middle = (self.top + self.bottom) // 2
        top = middle if which == 2 else self.top
        return Box(self.left, top, self.right, middle if which == 1 else self.bottom)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a berth or a seat is. `back`: one leans against its top (-1) or its bottom (1); 0 if that is not known."""

    number: int
    kind: BerthKind
    box: Box
    back: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """A coach from above. `bays`: compartments, cabins or rows, each with windows at its outer sides; `corridor` goes
    all along; `chairs`: of seats, not berths."""

    spots: tuple[Spot, ...]
    bays: tuple[Box, ...]
    corridor: Box
    chairs: bool

    @property
    def height(self) -> int:
        """Of the inside."""
        return self.bays[-1].bottom

    @property
    def sides(self) -> tuple[tuple[int, int], ...]:
        """What is left and right of the corridor, from where to where; cabins have it at the wall."""
        sides = ((0, self.corridor.left), (self.corridor.right, self.bays[0].right))
        return tuple((left, right) for left, right in sides if left < right)

    @property
    def walls(self) -> tuple[Box, ...]:
        """Between the bays, on both sides of the corridor; of cabins also beside it, with a door in each."""
        if self.chairs:
            return ()
        tops = [(upper.bottom + lower.top - THICK) // 2 for upper, lower in pairwise(self.bays)]
        across = [Box(left, top, right, top + THICK) for top in tops for left, right in self.sides]
        return (*across, *self._beside())

    def _beside(self) -> Iterator[Box]:
        if len(self.sides) > 1:
            return
        left, right = self.corridor.left, self.corridor.left + THICK
        for bay in self.bays:
            door = min(bay.height // 4, FLATTEST) // 2
            middle = (bay.top + bay.bottom) // 2
            yield Box(left, bay.top - WALL // 2, right, middle - door)
            yield Box(left, middle + door, right, bay.bottom + WALL // 2)


def plan_of(travel_class: TravelClass, size: int, width: int, height: int) -> Plan:
    """The plan of a coach of `size` berths, so wide inside, and so high if its berths are then neither too flat nor too
    high."""
    length = len(BAYS[travel_class])
    bays = [range(first, min(first + length, size + 1)) for first in range(1, size + 1, length)]
    bay = BAYS[travel_class]
    kinds = (*bay[1:], bay[0])  # in the order of their numbers
    rows = _Seats(kinds, width) if BerthKind.AISLE in kinds else _Bays(kinds, width)
    return rows.plan(travel_class, bays, height)


def _columns(left: int, right: int, count: int) -> list[tuple[int, int]]:
    """So many columns side by side: where each begins and ends."""
    step = (right - left + GAP) / count
    return [(round(left + n * step), round(left + (n + 1) * step) - GAP) for n in range(count)]


def _height(room: int, rows: int) -> int:
    return max(FLATTEST, min(HIGHEST, room // rows))


class _Bays:
    """Tiers of berths face each other across a bay; side berths, if any, lie along the other wall."""

    def __init__(self, kinds: Sequence[BerthKind], width: int) -> None:
        sides = sum(kind in _SIDES for kind in kinds)
        self.width = width
        self.tiers = (len(kinds) - sides) // 2
        share = CORRIDOR if sides else CABIN_CORRIDOR
        self.block = round(width * (1 - share - (SIDE if sides else 0)))
        self.side = self.block + round(width * share)
        self.columns = _columns(GAP, self.block - GAP, self.tiers)
        self.side_columns = _columns(self.side + GAP, width - GAP, sides) if sides else []

    def plan(self, travel_class: TravelClass, bays: Sequence[range], height: int) -> Plan:
        room = height - len(bays) * KNEES - (len(bays) - 1) * WALL
        high = _height(room, 2 * len(bays))
        spots: list[Spot] = []
        boxes: list[Box] = []
        y = GAP
        for numbers in bays:
            bottom = y + (high if len(numbers) <= self.tiers else 2 * high + KNEES)
            boxes.append(Box(0, y, self.width, bottom))
            for at, number in enumerate(numbers):
                box, back = self._place(at, boxes[-1], high)
                spots.append(Spot(number, kind_of(travel_class, number), box, back))
            y = bottom + WALL
        corridor = Box(self.block, 0, self.side, boxes[-1].bottom)
        return Plan(tuple(spots), tuple(boxes), corridor, chairs=False)

    def _place(self, at: int, bay: Box, high: int) -> tuple[Box, int]:
        """Where the berth is that comes so far along in its bay."""
        row, column = divmod(at, self.tiers)
        if row > 1:
            left, right = self.side_columns[at - 2 * self.tiers]
            return Box(left, bay.top, right, bay.bottom), 0
        left, right = self.columns[column]
        top = bay.top + row * (high + KNEES)
        return Box(left, top, right, top + high), 1 if row else -1


class _Seats:
    """Rows of seats, parted by the aisle after the first seat beside it."""

    def __init__(self, kinds: Sequence[BerthKind], width: int) -> None:
        left = kinds.index(BerthKind.AISLE) + 1
        seat = (width * (1 - AISLE)) / len(kinds)
        self.width = width
        self.block = round(seat * left)
        self.beyond = self.block + round(width * AISLE)
        self.columns = _columns(GAP, self.block - GAP, left) + _columns(
            self.beyond + GAP, width - GAP, len(kinds) - left
        )

    def plan(self, travel_class: TravelClass, bays: Sequence[range], height: int) -> Plan:
        high = _height(height - (len(bays) - 1) * ROWS, len(bays))
        boxes = [Box(0, top := GAP + row * (high + ROWS), self.width, top + high) for row in range(len(bays))]
        spots = [
            Spot(number, kind_of(travel_class, number), Box(left, box.top, right, box.bottom))
            for numbers, box in zip(bays, boxes, strict=True)
            for number, (left, right) in zip(numbers, self.columns, strict=False)
        ]
        return Plan(tuple(spots), tuple(boxes), Box(self.block, 0, self.beyond, boxes[-1].bottom), chairs=True)
