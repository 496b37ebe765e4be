"""Coaches: how many of each class a train has, how large they are, and what each berth number is.

Sizes and berth positions by number: railway rules, table "class / ICF coach / LHB coach / berth by number".
How many coaches a train has is not published with its timetable: COMPOSITION is a usual rake of each train type,
common knowledge, and the place to put an operator's own figures.
"""

from collections.abc import Mapping

from domain.inventory import BerthKind, Coach
from domain.trains import Train, TravelClass

C = TravelClass
K = BerthKind

PREFIX: Mapping[TravelClass, str] = {
    C.FIRST_AC: "H", C.SECOND_AC: "A", C.THIRD_AC: "B", C.THIRD_ECONOMY: "M", C.SLEEPER: "S",
    C.EXECUTIVE_CHAIR: "E", C.VISTADOME: "EV", C.CHAIR_CAR: "C", C.SECOND_SITTING: "D",
}  # fmt: skip

ICF_SIZE: Mapping[TravelClass, int] = {
    C.FIRST_AC: 18, C.SECOND_AC: 46, C.THIRD_AC: 64, C.THIRD_ECONOMY: 83, C.SLEEPER: 72,
    C.EXECUTIVE_CHAIR: 46, C.VISTADOME: 44, C.CHAIR_CAR: 73, C.SECOND_SITTING: 108,
}  # fmt: skip
LHB_SIZE: Mapping[TravelClass, int] = {
    C.FIRST_AC: 24, C.SECOND_AC: 54, C.THIRD_AC: 72, C.THIRD_ECONOMY: 83, C.SLEEPER: 80,
    C.EXECUTIVE_CHAIR: 56, C.VISTADOME: 44, C.CHAIR_CAR: 78, C.SECOND_SITTING: 108,
}  # fmt: skip
LHB_TYPES = frozenset({"RAJ", "SHT", "DRNT", "VNDB", "VNDM", "TEJ", "AMTB", "SUF", "GBR"})

USUAL: Mapping[TravelClass, int] = {
    C.FIRST_AC: 1, C.SECOND_AC: 2, C.THIRD_AC: 5, C.THIRD_ECONOMY: 2, C.SLEEPER: 7,
    C.EXECUTIVE_CHAIR: 1, C.VISTADOME: 1, C.CHAIR_CAR: 3, C.SECOND_SITTING: 4,
}  # fmt: skip
COMPOSITION: Mapping[str, Mapping[TravelClass, int]] = {
    "RAJ": {C.FIRST_AC: 1, C.SECOND_AC: 4, C.THIRD_AC: 10},
    "DRNT": {C.FIRST_AC: 1, C.SECOND_AC: 3, C.THIRD_AC: 8, C.SLEEPER: 4},
    "SHT": {C.EXECUTIVE_CHAIR: 2, C.CHAIR_CAR: 10},
    "VNDB": {C.EXECUTIVE_CHAIR: 2, C.CHAIR_CAR: 14},
    "TEJ": {C.EXECUTIVE_CHAIR: 2, C.CHAIR_CAR: 12},
    "JSH": {C.CHAIR_CAR: 3, C.SECOND_SITTING: 12},
    "GBR": {C.THIRD_AC: 16, C.CHAIR_CAR: 2},
    "AMTB": {C.SLEEPER: 8, C.SECOND_SITTING: 10},
}

_EIGHT = (K.SIDE_UPPER, K.LOWER, K.MIDDLE, K.UPPER, K.LOWER, K.MIDDLE, K.UPPER, K.SIDE_LOWER)
_SIX = (K.SIDE_UPPER, K.LOWER, K.UPPER, K.LOWER, K.UPPER, K.SIDE_LOWER)
_FOUR = (K.UPPER, K.LOWER, K.UPPER, K.LOWER)
_THREE_TWO = (K.WINDOW, K.WINDOW, K.MIDDLE_SEAT, K.AISLE, K.AISLE)
_TWO_TWO = (K.WINDOW, K.WINDOW, K.AISLE, K.AISLE)
_THREE_THREE = (K.WINDOW, K.WINDOW, K.MIDDLE_SEAT, K.AISLE, K.AISLE, K.MIDDLE_SEAT)

# One bay (or row) of each class: the kind of berth by number modulo the bay's length.
BAYS: Mapping[TravelClass, tuple[BerthKind, ...]] = {
    C.FIRST_AC: _FOUR, C.SECOND_AC: _SIX, C.THIRD_AC: _EIGHT, C.THIRD_ECONOMY: _EIGHT, C.SLEEPER: _EIGHT,
    C.EXECUTIVE_CHAIR: _TWO_TWO, C.VISTADOME: _TWO_TWO, C.CHAIR_CAR: _THREE_TWO, C.SECOND_SITTING: _THREE_THREE,
}  # fmt: skip


def kind_of(travel_class: TravelClass, number: int) -> BerthKind:
    """What berth `number` (from 1) of a coach of this class is."""
    bay = BAYS[travel_class]
    return bay[number % len(bay)]


def bay_of(travel_class: TravelClass, number: int) -> int:
    """The compartment or row, from 0, in which berth `number` is."""
    return (number - 1) // len(BAYS[travel_class])


def is_seat(travel_class: TravelClass) -> bool:
    """Whether one sits in this class, in rows with an aisle."""
    return K.AISLE in BAYS[travel_class]


def kinds_in(travel_class: TravelClass) -> tuple[BerthKind, ...]:
    """The kinds one can wish for in this class, in the order of their numbers."""
    bay = BAYS[travel_class]
    return tuple(dict.fromkeys((*bay[1:], bay[0])))


def rake(train: Train) -> tuple[Coach, ...]:
    """The coaches of a train: those that are known of it, else every class that it offers, in the usual number for its
    type."""
    if train.rake:
        return tuple(Coach(f"{PREFIX[c]}{n}", c, size) for c, many, size in train.rake for n in range(1, many + 1))
    sizes = LHB_SIZE if train.type in LHB_TYPES else ICF_SIZE
    counts = COMPOSITION.get(train.type, USUAL)
    return tuple(
        Coach(f"{PREFIX[cls]}{n}", cls, sizes[cls])
        for cls in train.classes
        for n in range(1, counts.get(cls, USUAL[cls]) + 1)
    )
