"""Quota shares: which berths of a run are set aside for whom, and which are kept for RAC.

Sources. SS: a combined quota of lower berths in every coach for men of 60 and women of 45 (Railway Board, 27 December
2018; told to the Rajya Sabha again on 5 December 2025; evidence S). LD: six berths a train in SL, and in 3A where the
whole train has AC (Railway Board, 30 November 2018; S). HP: four berths a train, two lower and two middle, or four
seats (Rajya Sabha, 5 December 2025; S). TQ: each zone decides between 5 and 30 % of a class (Commercial Circular 29 of
2018; S); over the whole railway it is a fifth (3.05 of 15.14 lakh berths a day; S), and that every class of every
train has just that fifth is our guess (K). RAC: railway rules, "RAC" (K). Which numbers they are is nowhere
published: that is our choice too (K).
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.coaches import BAYS, ICF_SIZE, kind_of
from domain.inventory import Berth, BerthKind, Coach
from domain.quotas import Quota
from domain.rules.dated import in_force
from domain.rules.tariffs import tariff_on
from domain.trains import AC_CLASSES, TravelClass

C = TravelClass
K = BerthKind
_FRONT = (Quota.LADIES, Quota.DIVYANG, Quota.SENIOR)  # in this order from the front of a coach; Tatkal from its end
_SUITING = {
    Quota.LADIES: frozenset(BerthKind) - {K.SIDE_LOWER, K.SIDE_UPPER},
    Quota.DIVYANG: frozenset({K.LOWER, K.MIDDLE, K.WINDOW, K.MIDDLE_SEAT, K.AISLE}),
    Quota.SENIOR: frozenset({K.LOWER}),
}


@dataclass(frozen=True, slots=True)
class ClassShares:
    """What is set aside in one class whose coaches are of the usual (ICF) size; in others it is in proportion."""

    tatkal: int = 0  # percent of each coach, rounded to whole bays
    ladies: int = 0  # a train that is not all AC
    ladies_all_ac: int = 0  # a train that is
    seniors: int = 0  # lower berths, if the class has a single coach
    seniors_each: int = 0  # in each of several coaches
    seniors_all_ac: int = 0  # in each coach of a train that is all AC
    divyang: int = 0  # a train
    rac: int = 0  # side lowers in each coach, two passengers on each


@dataclass(frozen=True, slots=True)
class ShareRules:
    """The shares of runs from `valid_from` on. `tatkal_most`: percent of a coach; `confirmed_only`: by train type,
    the classes without RAC or waiting list."""

    valid_from: date
    classes: Mapping[TravelClass, ClassShares]
    tatkal_most: int
    confirmed_only: Mapping[str, frozenset[TravelClass]]


_FROM_DECEMBER_2025 = ShareRules(
    valid_from=date(2025, 12, 5),  # when the numbers of SS and HP were last told; those of TQ and RAC are K
    classes={
        C.FIRST_AC: ClassShares(),
        C.SECOND_AC: ClassShares(tatkal=20, seniors=3, seniors_each=4, seniors_all_ac=4, rac=2),
        C.THIRD_AC: ClassShares(
            tatkal=20, ladies_all_ac=6, seniors=4, seniors_each=4, seniors_all_ac=5, divyang=4, rac=4
        ),
        # The shares of seniors are told for 3A only; in 3E the same (K).
        C.THIRD_ECONOMY: ClassShares(tatkal=20, seniors=4, seniors_each=4, seniors_all_ac=5, divyang=4, rac=4),
        C.SLEEPER: ClassShares(tatkal=20, ladies=6, seniors=6, seniors_each=7, divyang=4, rac=9),
        C.EXECUTIVE_CHAIR: ClassShares(tatkal=20),
        C.VISTADOME: ClassShares(),
        C.CHAIR_CAR: ClassShares(tatkal=20, divyang=4),
        C.SECOND_SITTING: ClassShares(tatkal=20, divyang=4),
    },
    tatkal_most=30,
    confirmed_only={},
)
_FROM_JANUARY_2026 = replace(
    _FROM_DECEMBER_2025,
    valid_from=date(2026, 1, 16),
    # Notification of 16 January 2026; railway rules, "No RAC and no waiting list" (S). Of VNDB the sleeping cars are
    # meant. AMTB is the type of every Amrit Bharat: a timetable does not tell the older ones.
    confirmed_only={
        "VNDB": frozenset({C.FIRST_AC, C.SECOND_AC, C.THIRD_AC, C.THIRD_ECONOMY}),
        "AMTB": frozenset({C.SLEEPER}),
    },
)
SHARE_RULES = (_FROM_DECEMBER_2025, _FROM_JANUARY_2026)


def confirmed_only(train_type: str, travel_class: TravelClass, on: date | None = None) -> bool:
    """Has this class of this train neither RAC nor a waiting list? `on`: the run's date (newest rules if None).
    Railway rules, "No RAC and no waiting list" (S)."""
    return travel_class in in_force(SHARE_RULES, on).confirmed_only.get(train_type, frozenset())


def rac_berths(coach: Coach, train_type: str, on: date | None = None) -> tuple[int, ...]:
    """Numbers of the side lowers that two RAC passengers share; none where the class has no RAC. `on`: the run's date
    (newest rules if None).

    Railway rules, "RAC" (K): every one in SL (9 of 72, so 18 passengers), 4 in 3A (8 passengers), 2 in 2A (4; up to 6
    are told of), none in 1A and where one sits; 3E as 3A. That they are those with the lowest numbers is our choice.
    """
    if confirmed_only(train_type, coach.travel_class, on):
        return ()
    return _side_lowers(coach, in_force(SHARE_RULES, on).classes[coach.travel_class].rac)


def shares(coaches: Sequence[Coach], train_type: str = "", on: date | None = None) -> Mapping[Berth, Quota]:
    """The berths of a run that are set aside; those not named are general. None of them is ever a RAC berth.

    Whole bays for TQ and one bay for LD, so that parties sit together; both lowers of a bay for SS, so that couples
    do. `train_type` tells where no Tatkal is sold; `on` is the run's date (newest rules if None). The same coaches
    always have the same shares. Numbers and their sources: above, and SHARE_RULES.
    """
    rules = in_force(SHARE_RULES, on)
    held: dict[Berth, Quota] = {}
    for travel_class in dict.fromkeys(coach.travel_class for coach in coaches):
        group = [coach for coach in coaches if coach.travel_class is travel_class]
        wanted = _wanted(rules, travel_class, coaches)
        tatkal = _tatkal_part(rules, travel_class, train_type, on)
        for coach in group:
            bays = _bays(coach, rules.classes[travel_class].rac)
            held |= dict.fromkeys(_whole_bays(coach, bays, tatkal, rules.tatkal_most), Quota.TATKAL)
            for quota in _FRONT if coach is group[0] else (Quota.SENIOR,):
                held |= dict.fromkeys(_suiting(coach, bays, quota, wanted[quota]), quota)
    return held


def _wanted(rules: ShareRules, travel_class: TravelClass, coaches: Sequence[Coach]) -> dict[Quota, int]:
    """How many usual berths each quota has of a class: SS in each coach, the others in the first for the train."""
    share, classes = rules.classes[travel_class], [coach.travel_class for coach in coaches]
    all_ac = set(classes) <= AC_CLASSES
    seniors = share.seniors_each if classes.count(travel_class) > 1 else share.seniors
    # Commercial Circular 7 of 2023 (S): in 3E only where there is no 3A.
    in_third_ac = travel_class is C.THIRD_ECONOMY and C.THIRD_AC in classes
    return {
        Quota.LADIES: share.ladies_all_ac if all_ac else share.ladies,
        Quota.DIVYANG: 0 if in_third_ac else share.divyang,
        Quota.SENIOR: share.seniors_all_ac if all_ac else seniors,
    }


def _tatkal_part(rules: ShareRules, travel_class: TravelClass, train_type: str, on: date | None) -> int:
    """Percent of each coach; where there is no Tatkal charge there is no Tatkal quota either."""
    sold = tariff_on(on or date.max).tatkal_of(train_type, travel_class) is not None
    return rules.classes[travel_class].tatkal if sold else 0


def _bays(coach: Coach, rac: int) -> deque[list[int]]:
    """The coach's whole bays (or rows) by number, without the berths that RAC has on most trains: a run's shares are
    the same on the few that have no RAC."""
    length = len(BAYS[coach.travel_class])
    kept = set(_side_lowers(coach, rac))
    starts = range(1, coach.size - length + 2, length)
    return deque([number for number in range(start, start + length) if number not in kept] for start in starts)


def _side_lowers(coach: Coach, most: int) -> tuple[int, ...]:
    """The first side lowers of a coach, so many of a usual one."""
    numbers = [n for n in range(1, coach.size + 1) if kind_of(coach.travel_class, n) is K.SIDE_LOWER]
    return tuple(numbers[: _in_proportion(coach, most)])


def _in_proportion(coach: Coach, count: int) -> int:
    """So many berths of a usual coach are so many of this one."""
    return count * coach.size // ICF_SIZE[coach.travel_class]


def _whole_bays(coach: Coach, bays: deque[list[int]], part: int, most: int) -> Iterator[Berth]:
    """Whole bays from the end of the coach: as near to `part` percent as they come, never above `most`."""
    length = len(BAYS[coach.travel_class])
    nearest = (coach.size * part + 50 * length) // (100 * length)
    for _ in range(min(nearest, coach.size * most // (100 * length), len(bays))):
        yield from (Berth(coach.name, number) for number in bays.pop())


def _suiting(coach: Coach, bays: deque[list[int]], quota: Quota, usual: int) -> Iterator[Berth]:
    """The berths that suit a quota, bay by bay from the front of the coach; no bay serves two of these quotas."""
    count = _in_proportion(coach, usual)
    while count and bays:
        numbers = [n for n in bays.popleft() if kind_of(coach.travel_class, n) in _SUITING[quota]][:count]
        count -= len(numbers)
        yield from (Berth(coach.name, number) for number in numbers)
