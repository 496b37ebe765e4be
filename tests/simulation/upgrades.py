"""Upgrades, said again in plain words: whose turn it is when berths of a higher class are empty, and what changes."""

from collections.abc import Iterator
from hashlib import sha256

from domain.bookings import CAN, CNF, NOSB, PAID, RAC, WL, Booking
from domain.inventory import RunKey
from domain.quotas import Quota
from domain.trains import TravelClass
from tests.simulation.model import Legs, Railway, Rider, Train
from tests.simulation.scenery import A1, A2, A3, SL

HIGHEST_FIRST = (A1, A2, A3)
FROM: dict[TravelClass, tuple[TravelClass, ...]] = {A1: (A2,), A2: (A3, SL), A3: (SL,)}  # the nearest class first


def check_upgrades(before: Railway, after: Railway, *, alone: bool) -> list[str]:
    """What one commit did: at most one ticket, and the right one; AssertionError otherwise. The upgrade in words."""
    upgraded = [(before.bookings[one.booking_id], one) for one in after.bookings.values() if _is_new(before, one)]
    assert len(upgraded) <= 1, f"two tickets upgraded at once: {upgraded}"
    for old, new in upgraded:
        train, target = before.trains[old.run_key], new.berth_class
        _check_ticket(old, new)
        _check_berths(train, after.trains[old.run_key], new)
        assert old.travel_class in FROM[target], f"from {old.travel_class} to {target}"
        assert train.chart, "an upgrade before the chart"
        assert not train.cancelled, "an upgrade on a train that does not run"
        assert not alone or due(before, old.run_key) == (target, old.booking_id), f"not the turn of {old.pnr}"
    for one in after.bookings.values():
        kept = before.bookings.get(one.booking_id)
        assert kept is None or kept.upgrade_wanted == one.upgrade_wanted, "a wish that changed"
        assert kept is None or kept.upgraded_to in (None, one.upgraded_to), "upgraded and not any more"
    return [
        f"{old.travel_class} upgraded to {new.upgraded_to}" + ", from the queue" * _waits(old) for old, new in upgraded
    ]


def due(railway: Railway, key: RunKey) -> tuple[TravelClass, str] | None:
    """The ticket that must be upgraded next, as things stand, and to which class."""
    train = railway.trains[key]
    asking = [one for one in railway.bookings.values() if one.run_key == key and _may(one)]
    for target in HIGHEST_FIRST:
        for paid in FROM[target]:
            has_berths = [one for one in asking if one.travel_class is paid and not _turn(train, one)]
            waits = [one for one in asking if one.travel_class is paid and _turn(train, one)]
            for booking in (*sorted(has_berths, key=_draw), *sorted(waits, key=lambda one: _turn(train, one))):
                if _free(train, target, _legs(booking)) >= len(list(_due_a_berth(booking))):
                    return target, booking.booking_id
    return None


def _is_new(before: Railway, booking: Booking) -> bool:
    old = before.bookings.get(booking.booking_id)
    return booking.upgraded_to is not None and (old is None or old.upgraded_to is None)


def _waits(booking: Booking) -> bool:
    return any(person.status in (RAC, WL) for person in booking.passengers)


def _may(booking: Booking) -> bool:
    """It asked for it, is paid in full for everybody on it, and was not upgraded before."""
    left = [person for person in booking.passengers if person.status != CAN]
    halves = any(5 <= person.age < 12 and not person.berth_wanted for person in left)
    asks = booking.upgrade_wanted and booking.upgraded_to is None and booking.booking_status in PAID
    return asks and not halves and any(_due_a_berth(booking))


def _due_a_berth(booking: Booking) -> Iterator[bool]:
    return (True for person in booking.passengers if person.status in (CNF, RAC, WL))


def _turn(train: Train, booking: Booking) -> tuple[int, ...]:
    """Where the first of them who waits comes in the queue; empty if nobody does."""
    places = (place for place, _ in train.in_turn() if place.booking_id == booking.booking_id)
    first = next(places, None)
    return (int(not first.berth), int(first.quota is Quota.TATKAL), first.turn) if first else ()


def _draw(booking: Booking) -> str:
    return sha256(f"{booking.train_id} {booking.run_date} {booking.pnr}".encode()).hexdigest()


def _legs(booking: Booking) -> Legs:
    return frozenset(range(booking.from_stop, booking.to_stop))


def _free(train: Train, travel_class: TravelClass, legs: Legs) -> int:
    return sum(train.is_free(berth, legs) for berth in train.whole(travel_class, Quota.GENERAL))


def _check_ticket(old: Booking, new: Booking) -> None:
    """All move or nobody; nothing is paid for it, and nothing else changes."""
    assert _may(old), f"nobody asked, or may not: {old}"
    for was, is_now in zip(old.passengers, new.passengers, strict=True):
        moves = was.status not in (CAN, NOSB)
        assert is_now.status == (CNF if moves else was.status), f"{was} became {is_now}"
        assert is_now.but(status=was.status, seat=was.seat, berth_kind=was.berth_kind) == was
    same = ("fare", "fare_breakup", "travel_class", "quota", "payment_id", "legs", "pnr", "cancellation_details")
    assert all(getattr(old, name) == getattr(new, name) for name in same)


def _check_berths(before: Train, after: Train, new: Booking) -> None:
    """They were empty, and nobody who waits in that class could have had them. That they are of it, see the model."""
    names = {coach.name for coach in before.of_class(new.berth_class)}
    for person in new.passengers:
        if person.berth and person.status == CNF:
            assert person.berth.coach in names
            assert before.is_free(person.berth, _legs(new)), f"{person.berth} was not empty"
            for place, rider in before.in_turn():
                assert not before.suits(rider, person.berth), f"{person.berth} of {before.key} passed over {place}"
    riders: list[Rider] = [rider for rider in after.riders if rider.booking.booking_id == new.booking_id]
    assert not [place for place in after.queue if place.booking_id == new.booking_id], f"still waits: {riders}"
