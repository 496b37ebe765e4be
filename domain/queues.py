"""Queues: RAC and the waiting lists of a class, where each passenger stands, and who moves up when a berth is free.

Promotion (railway rules, "Reservation"): a freed berth goes to the oldest RAC that fits, its place to the oldest on the
waiting list; Tatkal's list has no RAC and is confirmed directly, and at charting the general list comes before it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from domain.allocation import free_in
from domain.bookings import RAC
from domain.coaches import bay_of
from domain.inventory import Berth, Place, RunState
from domain.quotas import Quota
from domain.trains import TravelClass


@dataclass(frozen=True, slots=True)
class Move:
    """A place in the queue and the berth that is free for it: whole, or a seat in RAC."""

    place: Place
    berth: Berth


def whole_berths(state: RunState, travel_class: TravelClass, quota: Quota, legs: int) -> list[Berth]:
    """Berths that can be given whole over all of these legs."""
    coaches = (coach for coach in state.run.coaches if coach.travel_class is travel_class)
    return [Berth(coach.name, number) for coach in coaches for number in free_in(state, coach, legs, quota)]


def rac_seats(state: RunState, travel_class: TravelClass, legs: int) -> list[Berth]:
    """Seats of side lowers that are free over these legs, those beside somebody who sits there already first."""
    seats = [
        seat
        for coach in state.run.coaches
        if coach.travel_class is travel_class
        for number in coach.rac
        for seat in Berth(coach.name, number).halves
        if not state.mask(seat) & legs
    ]
    return sorted(seats, key=lambda seat: not state.mask(Berth(seat.coach, seat.number)))


def waiting(state: RunState, travel_class: TravelClass, quota: Quota | None = None) -> list[Place]:
    """Who waits for this class without a seat, in turn; of one quota or of all."""
    places = (place for place in state.queue if place.travel_class is travel_class and place.berth is None)
    return [place for place in places if quota in (None, place.quota)]


def in_rac(state: RunState, travel_class: TravelClass) -> list[Place]:
    """Who shares a side lower in this class, in turn."""
    return [place for place in state.queue if place.travel_class is travel_class and place.berth is not None]


def standing(state: RunState, place: Place) -> tuple[str, int]:
    """Where it stands now, as ("RAC", 21) or ("GNWL", 33): how many of the same list come before, itself counted."""
    if place.berth is not None:
        return RAC, 1 + sum(other.turn < place.turn for other in in_rac(state, place.travel_class))
    ahead = waiting(state, place.travel_class)
    ahead = [other for other in ahead if other.waiting_list == place.waiting_list and other.turn < place.turn]
    return place.waiting_list, 1 + len(ahead)


def next_move(state: RunState) -> Move | None:
    """The move to make now; None when nobody can move up. Made one by one: each changes what is free."""
    if state.cancelled:
        return None
    for travel_class in dict.fromkeys(place.travel_class for place in state.queue):
        if move := next(_moves(state, travel_class), None):
            return move
    return None


def _moves(state: RunState, travel_class: TravelClass) -> Iterator[Move]:
    """Every move that could be made first, the one to make before all others. Hundreds wait for the same legs: what is
    free over them is counted once."""

    @cache
    def whole(quota: Quota, legs: int) -> list[Berth]:
        return whole_berths(state, travel_class, quota, legs)

    @cache
    def seats(legs: int) -> list[Berth]:
        return rac_seats(state, travel_class, legs)

    for place in in_rac(state, travel_class):
        berths = whole(Quota.GENERAL, place.legs)
        own = _own_side_lower(state, place)
        if berths or own:
            yield Move(place, _nearest(berths, place) if berths else own[0])
    for place in sorted(waiting(state, travel_class), key=lambda place: (place.quota is Quota.TATKAL, place.turn)):
        free = whole(place.quota, place.legs) or (seats(place.legs) if place.quota is Quota.GENERAL else [])
        if free:
            yield Move(place, free[0])


def _own_side_lower(state: RunState, place: Place) -> list[Berth]:
    """After charting, the side lower itself, if nobody shares it over the passenger's legs."""
    if not state.chart or place.berth is None:
        return []
    first, second = place.berth.halves
    other = second if place.berth.half == 1 else first
    return [] if state.mask(other) & place.legs else [Berth(place.berth.coach, place.berth.number)]


def _nearest(berths: list[Berth], place: Place) -> Berth:
    """A berth in the passenger's own coach and bay if there is one: those who travel together stay so."""
    assert place.berth is not None
    here = place.berth

    def far(berth: Berth) -> tuple[bool, int]:
        bays = (bay_of(place.travel_class, number) for number in (berth.number, here.number))
        return berth.coach != here.coach, abs(next(bays) - next(bays))

    return min(berths, key=far)


def after(state: RunState, move: Move) -> dict[Berth, tuple[int, int]]:
    """For each berth or seat that the move touches, the legs sold before and after it."""
    legs, old = move.place.legs, move.place.berth
    changed = {part: state.mask(part) for part in state.parts(move.berth)}
    if old is not None:
        changed[old] = changed.get(old, state.mask(old)) & ~legs
    for part in state.parts(move.berth):
        changed[part] |= legs
    return {part: (state.mask(part), mask) for part, mask in changed.items() if state.mask(part) != mask}
