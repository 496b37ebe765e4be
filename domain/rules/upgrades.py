"""Upgrades: who may be moved, at no extra fare, to berths of a higher class that are empty when the chart is made.

Railway rules do not name it. Here is the railway's own scheme of 2006, as South Eastern Railway's page "Scheme for up
gradation of full fare paying passengers" and indianrail.gov.in tell it, with the circular of 13 May 2025 that amended
it (India Today, 16 May 2025). All of it S unless said otherwise.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256

from domain.allocation import available
from domain.bookings import CAN, PAID, Booking, PassengerDetails
from domain.fares import HALF
from domain.ids import BookingId
from domain.inventory import RunState
from domain.quotas import Quota
from domain.rules.dated import in_force
from domain.rules.partyrules import fare_shares
from domain.trains import TravelClass

C = TravelClass


@dataclass(frozen=True, slots=True)
class UpgradeRules:
    """`ladders` are classes from the lowest up, berths and seats apart. An upgrade goes up at most `levels` of those
    that the train has, and into some classes `only_from` another. Tickets of `concessions` are not of full fare."""

    valid_from: date
    ladders: tuple[tuple[TravelClass, ...], ...]
    levels: int
    only_from: Mapping[TravelClass, TravelClass]
    concessions: frozenset[Quota]


UPGRADE_RULES = (
    UpgradeRules(
        valid_from=date(2025, 5, 13),
        ladders=(
            (C.SLEEPER, C.THIRD_ECONOMY, C.THIRD_AC, C.SECOND_AC, C.FIRST_AC),
            (C.SECOND_SITTING, C.CHAIR_CAR, C.EXECUTIVE_CHAIR, C.VISTADOME),
        ),
        levels=2,
        only_from={
            C.FIRST_AC: C.SECOND_AC,
            C.EXECUTIVE_CHAIR: C.CHAIR_CAR,
            C.VISTADOME: C.CHAIR_CAR,
        },
        concessions=frozenset({Quota.DIVYANG}),  # its fares are the railway's largest concession (K)
    ),
)


@dataclass(frozen=True, slots=True)
class Upgrade:
    """A ticket and the class in which berths for all of its people are free."""

    booking: Booking
    travel_class: TravelClass


def classes_above(paid: TravelClass, of_train: Iterable[TravelClass], on: date | None = None) -> list[TravelClass]:
    """Into which of the train's classes a ticket of this class may be moved, the nearest first. `on`: the day on which
    the train leaves its origin (newest rules if None)."""
    rules, sold = in_force(UPGRADE_RULES, on), {*of_train, paid}
    for ladder in rules.ladders:
        if paid in ladder:
            above = [each for each in ladder[ladder.index(paid) + 1 :] if each in sold][: rules.levels]
            return [each for each in above if rules.only_from.get(each, paid) is paid]
    return []


def may_ask(
    party: Sequence[PassengerDetails],
    paid: TravelClass,
    quota: Quota,
    of_train: Iterable[TravelClass],
    on: date | None = None,
) -> bool:
    """Can a ticket of these people be upgraded at all? Only one of full fare: no child at half, no concession. Small
    children who go free take no berth in any class, and go along."""
    full = HALF not in fare_shares(party, paid) and quota not in in_force(UPGRADE_RULES, on).concessions
    return full and bool(classes_above(paid, of_train, on))


def next_upgrade(state: RunState, bookings: Iterable[Booking]) -> Upgrade | None:
    """The upgrade to make now, of these tickets of a run whose chart is made; None when there is none. Made one by one:
    each changes what is free.

    From the highest class down, so that the berths which are left on the way fill from below; into each the tickets of
    the class just below come first. Everybody of a ticket moves, or nobody. Among those who have berths the scheme
    draws lots: here each PNR's is drawn for good, so that a chart made again draws the same. After them come those who
    still wait, in the order of the queue, past which nobody goes: berths of their own class are theirs before (K).
    """
    if not state.chart or state.cancelled:
        return None
    classes, on = {coach.travel_class for coach in state.run.coaches}, state.run.key.run_date
    asked = [booking for booking in bookings if _asks(booking, classes, on)]
    above = {booking.booking_id: classes_above(booking.travel_class, classes, on) for booking in asked}
    turns = _turns(state)
    free = cache(lambda travel_class, legs: available(state, travel_class, legs))
    for target in (each for ladder in in_force(UPGRADE_RULES, on).ladders for each in reversed(ladder)):
        candidates = [booking for booking in asked if target in above[booking.booking_id]]
        candidates.sort(key=lambda one: (above[one.booking_id].index(target), turns.get(one.booking_id, ()), lot(one)))
        for booking in candidates:
            if free(target, booking.legs) >= len(booking.entitled):
                return Upgrade(booking, target)
    return None


def lot(booking: Booking) -> str:
    """What this PNR drew for its run: the smallest comes first."""
    return sha256(f"{booking.train_id} {booking.run_date} {booking.pnr}".encode()).hexdigest()


def _asks(booking: Booking, of_train: Iterable[TravelClass], on: date) -> bool:
    if not booking.upgrade_wanted or booking.upgraded_to or booking.booking_status not in PAID:
        return False
    party = [person for person in booking.passengers if person.status != CAN]
    return bool(booking.entitled) and may_ask(party, booking.travel_class, booking.quota, of_train, on)


def _turns(state: RunState) -> dict[BookingId, tuple[bool, bool, int]]:
    """Where each booking of which somebody waits comes in the queue: RAC, the general list, Tatkal's, each by turn."""
    turns: dict[BookingId, tuple[bool, bool, int]] = {}
    for place in state.queue:
        turn = place.berth is None, place.quota is Quota.TATKAL, place.turn
        turns[place.booking_id] = min(turn, turns.get(place.booking_id, turn))
    return turns
