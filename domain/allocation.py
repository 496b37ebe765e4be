"""Choosing berths: a party together first, then what each would like, then keeping long stretches free for others."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
from typing import TypeVar

from domain.bookings import Gender, PassengerDetails
from domain.coaches import BAYS, bay_of, is_seat, kind_of
from domain.inventory import Berth, BerthKind, Coach, RunState
from domain.quotas import Quota
from domain.trains import TravelClass

N = TypeVar("N")
LOWER_MEN, LOWER_WOMEN = 60, 45  # ages from which a lower berth is tried first; railway rules "Lower berth"


def available(state: RunState, travel_class: TravelClass, legs: int, quota: Quota = Quota.GENERAL) -> int:
    """How many berths of the class and quota are free over all of these legs."""
    coaches = (coach for coach in state.run.coaches if coach.travel_class is travel_class)
    return sum(len(free_in(state, coach, legs, quota)) for coach in coaches)


def free_in(state: RunState, coach: Coach, legs: int, quota: Quota = Quota.GENERAL) -> list[int]:
    """Numbers of the coach's berths that can be given whole over all of these legs. Once the first chart is made no
    quota is kept any more, and a side lower that nobody shares is a berth as any other."""
    sold, second = state.sold.get(coach.name, {}), state.shared.get(coach.name, {})
    numbers = range(1, coach.size + 1) if state.chart else coach.numbers(quota)
    return [number for number in numbers if not (sold.get(number, 0) | second.get(number, 0)) & legs]


def choose(
    state: RunState,
    travel_class: TravelClass,
    legs: int,
    party: Sequence[PassengerDetails],
    spread: int,
    quota: Quota = Quota.GENERAL,
    children: int = 0,
) -> tuple[Berth, ...] | None:
    """A berth for each of the party, in its order, or None if the class is full. `spread` is any number: buyers with
    different ones begin looking in different places, so that a rush does not contend for one berth. So many `children`
    without a berth travel with them."""
    coaches = [coach for coach in state.run.coaches if coach.travel_class is travel_class]
    free = {coach: free_in(state, coach, legs, quota) for coach in _turned(coaches, spread)}
    if sum(map(len, free.values())) < len(party):
        return None
    wishes = _wishes(party, children)
    offers = (_seat(state, coach, numbers, wishes) for coach, numbers in _groups(free, len(party), spread))
    return _best(offers, _most(state, free, wishes, travel_class)) or _scattered(state, free, wishes)


def wish_of(person: PassengerDetails) -> BerthKind | None:
    """What was asked for; else a lower berth for those whom the rules try to give one."""
    if person.preference is None:
        limit = LOWER_WOMEN if person.gender is Gender.FEMALE else LOWER_MEN
        return BerthKind.LOWER if person.age >= limit else None
    return person.preference


def _wishes(party: Sequence[PassengerDetails], children: int) -> list[BerthKind | None]:
    """The wish of each. Every child without a berth is taken along on a lower one, if some adult does not ask for
    another: railway rules, "Lower berth" (S)."""
    wishes = [wish_of(person) for person in party]
    minding = [n for n, person in enumerate(party) if person.minds_children]
    without = children - sum(wishes[n] in (BerthKind.LOWER, BerthKind.SIDE_LOWER) for n in minding)
    for n in [n for n in minding if wishes[n] is None][: max(without, 0)]:
        wishes[n] = BerthKind.LOWER
    return wishes


def _groups(free: dict[Coach, list[int]], size: int, spread: int) -> Iterator[tuple[Coach, list[int]]]:
    """Places where the whole party fits: every bay that is large enough, else the tightest stretch of each coach."""
    found = False
    for coach, numbers in free.items():
        bays = _bays(coach, numbers)
        for bay in _turned(bays, spread // 7):
            if len(bay) >= size:
                found = True
                turned = _turned(bay, spread // 101)
                yield from ((coach, side) for side in _sides(coach, turned, size))
                yield coach, turned
    if found:
        return
    for coach, numbers in free.items():
        stretches = [numbers[i : i + size] for i in range(len(numbers) - size + 1)]
        if stretches:
            yield coach, min(stretches, key=lambda stretch: stretch[-1] - stretch[0])


def _sides(coach: Coach, row: list[int], size: int) -> list[list[int]]:
    """Of a row of seats, all places where so many sit next to each other; nothing for berths, whose bay is one room."""
    if size == 1 or not is_seat(coach.travel_class):
        return []
    return [side for first in row if set(side := list(range(first, first + size))) <= set(row)]


def _turned(things: list[N], by: int) -> list[N]:
    """The same, beginning with another one."""
    turn = by % len(things) if things else 0
    return [*things[turn:], *things[:turn]]


def _bays(coach: Coach, numbers: list[int]) -> list[list[int]]:
    """These berth numbers, bay by bay."""
    return [list(bay) for _, bay in groupby(numbers, lambda number: bay_of(coach.travel_class, number))]


Score = tuple[int, int, int]  # wishes met, seats apart (negative), and legs sold already
Offer = tuple[Score, tuple[Berth, ...]]


def _best(offers: Iterator[Offer], most: Score) -> tuple[Berth, ...]:
    """The first of the best, nothing if there are none; none is looked at after one as good as any can be (`most`),
    which on a train with whole bays to give is nearly always the first."""
    best: Offer = ((-1, 0, 0), ())
    for offer in offers:
        best = max(best, offer, key=lambda one: one[0])
        if best[0] >= most:
            break
    return best[1]


def _most(
    state: RunState, free: dict[Coach, list[int]], wishes: Sequence[BerthKind | None], travel_class: TravelClass
) -> Score:
    """What no offer can be scored above."""
    used = 0
    for coach, numbers in free.items():
        sold, second = state.sold.get(coach.name, {}), state.shared.get(coach.name, {})
        used = max([used, *(sold.get(number, 0) | second.get(number, 0) for number in numbers)], key=int.bit_count)
    return (
        sum(3 if wish else 1 for wish in wishes),
        -_nearest(travel_class, len(wishes)),
        len(wishes) * used.bit_count(),
    )


def _apart(travel_class: TravelClass, numbers: Iterable[int]) -> int:
    """How far from each other a party sits: strangers' seats between them, and the aisle as one more."""
    taken = sorted(numbers)
    if not is_seat(travel_class):
        return 0
    kinds = [kind_of(travel_class, number) for number in range(taken[0], taken[-1] + 1)]
    aisles = sum(pair == (BerthKind.AISLE, BerthKind.AISLE) for pair in pairwise(kinds))
    return len(kinds) - len(taken) + aisles


@cache
def _nearest(travel_class: TravelClass, size: int) -> int:
    """How far apart so many sit at the least."""
    return min(_apart(travel_class, range(first, first + size)) for first in range(1, len(BAYS[travel_class]) + 1))


def _seat(state: RunState, coach: Coach, numbers: Sequence[int], wishes: Sequence[BerthKind | None]) -> Offer:
    """Seats the party within these numbers: who has a wish chooses first. Scored by how well the wishes are met, then
    by how near to each other they sit, then by how much of the chosen berths is sold on other legs already."""
    left = list(numbers)
    picked: dict[int, Berth] = {}
    met = used = 0
    for index in sorted(range(len(wishes)), key=lambda i: wishes[i] is None):
        berth, liking = _pick(state, coach, left, wishes[index])
        left.remove(berth.number)
        picked[index] = berth
        met += liking
        used += state.mask(berth).bit_count()
    apart = _apart(coach.travel_class, (berth.number for berth in picked.values()))
    return (met, -apart, used), tuple(picked[index] for index in range(len(wishes)))


def _pick(state: RunState, coach: Coach, numbers: Sequence[int], wish: BerthKind | None) -> tuple[Berth, int]:
    """The best of these numbers for one wish, and how much it is liked."""

    def worth(number: int) -> tuple[int, int]:
        return _liking(kind_of(coach.travel_class, number), wish), state.mask(Berth(coach.name, number)).bit_count()

    best = max(numbers, key=worth)
    return Berth(coach.name, best), worth(best)[0]


def _liking(kind: BerthKind, wish: BerthKind | None) -> int:
    """3 exactly what was wished, 2 near enough (a side lower is a lower), 1 anything for who wishes nothing, else 0."""
    if wish is None:
        return 1
    near = {(BerthKind.LOWER, BerthKind.SIDE_LOWER), (BerthKind.UPPER, BerthKind.SIDE_UPPER)}
    return 3 if kind is wish else 2 if (wish, kind) in near else 0


def _scattered(state: RunState, free: dict[Coach, list[int]], wishes: Sequence[BerthKind | None]) -> tuple[Berth, ...]:
    """When no coach holds them all: fill the emptiest coaches first, so that the party is split as little as can be."""
    berths: list[Berth] = []
    for coach, numbers in sorted(free.items(), key=lambda item: -len(item[1])):
        part = wishes[len(berths) : len(berths) + len(numbers)]
        berths += _seat(state, coach, numbers, part)[1] if part else ()
    return tuple(berths)
