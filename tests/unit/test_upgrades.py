"""Who is moved to empty berths of a higher class when the chart is made."""

from dataclasses import replace

import pytest

from domain.bookings import CNF, RAC, WL, Booking, BookingStatus, Gender, Passenger, PassengerDetails
from domain.ids import Pnr, StationCode, TrainId
from domain.inventory import Berth, Coach, Place, Run, RunKey, RunState
from domain.quotas import Quota
from domain.rules.upgrades import classes_above, lot, may_ask, next_upgrade
from domain.trains import TravelClass
from tests.contract.samples import NOW, a_booking

C = TravelClass
SL, E3, A3, A2, A1 = C.SLEEPER, C.THIRD_ECONOMY, C.THIRD_AC, C.SECOND_AC, C.FIRST_AC
KEY = RunKey(TrainId("12952"), NOW.date())
STOPS = tuple(StationCode(code) for code in ("AAA", "BBB", "CCC"))
WHOLE, FIRST = 0b11, 0b01
COACHES = (Coach("S1", SL, 8), Coach("B1", A3, 4), Coach("A1", A2, 2), Coach("H1", A1, 1))
ADULT = PassengerDetails(name="Asha", age=34, gender=Gender.FEMALE)


def ticket(seats: str, paid: TravelClass = A3, **changes: object) -> Booking:
    """Paid, asking for an upgrade, with these seats: "B1-1 B1-2"; WL waits, RAC is a seat of a side lower."""
    people = tuple(_person(n, seat) for n, seat in enumerate(seats.split()))
    stands: dict[str, object] = {"train_id": KEY.train_id, "run_date": KEY.run_date, "from_stop": 0, "to_stop": 2}
    stands |= {"travel_class": paid, "upgrade_wanted": True, "booking_status": BookingStatus.CONFIRMED}
    return a_booking().but(passengers=people, **stands | changes)


def _person(n: int, seat: str) -> Passenger:
    status = seat if seat in (WL, RAC) else CNF
    return Passenger(name=f"P{n}", age=34, gender=Gender.MALE, status=status, seat=seat if status == CNF else None)


def charted(*bookings: Booking, sold: str = "", queue: tuple[Place, ...] = ()) -> RunState:
    """The run once its first chart is made, with the seats of these tickets taken, and others sold besides."""
    taken: dict[str, dict[int, int]] = {}
    seats = [person.seat for booking in bookings for person in booking.passengers if person.seat]
    for berth in map(Berth.parse, (*seats, *sold.split())):
        taken.setdefault(berth.coach, {})[berth.number] = WHOLE
    return RunState(Run(KEY, STOPS, COACHES), taken, queue=queue, chart=1)


def place(turn: int, booking: Booking, berth: Berth | None = None) -> Place:
    return Place(turn, "GNWL", turn, booking.booking_id, 0, booking.travel_class, Quota.GENERAL, WHOLE, berth)


def who(state: RunState, *bookings: Booking) -> tuple[str, TravelClass] | None:
    found = next_upgrade(state, bookings)
    return (found.booking.booking_id, found.travel_class) if found else None


@pytest.mark.parametrize(
    ("paid", "of_train", "above"),
    [
        (SL, (SL, A3, A2, A1), [A3, A2]),
        (SL, (SL, E3, A3, A2), [E3, A3]),
        (SL, (SL, A3, A1), [A3]),
        (SL, (SL,), []),
        (A3, (SL, A3, A2, A1), [A2]),
        (A3, (A3, A1), []),
        (A2, (A3, A2, A1), [A1]),
        (A1, (A2, A1), []),
        (C.SECOND_SITTING, (C.SECOND_SITTING, C.CHAIR_CAR, C.EXECUTIVE_CHAIR), [C.CHAIR_CAR]),
        (C.CHAIR_CAR, (C.CHAIR_CAR, C.EXECUTIVE_CHAIR, C.VISTADOME), [C.EXECUTIVE_CHAIR, C.VISTADOME]),
        (C.CHAIR_CAR, (C.CHAIR_CAR, SL, A3), []),
    ],
)
def test_two_classes_up_at_most_and_into_the_first_ones_only_from_just_below(
    paid: TravelClass, of_train: tuple[TravelClass, ...], above: list[TravelClass]
) -> None:
    assert classes_above(paid, of_train) == above


def test_only_tickets_of_full_fare_can_ask_for_it() -> None:
    child = PassengerDetails(name="Anu", age=8, gender=Gender.FEMALE, berth_wanted=False)
    infant, with_berth = child.but(age=3), child.but(berth_wanted=True)
    assert may_ask((ADULT, infant, with_berth), A3, Quota.TATKAL, (A3, A2))
    assert not may_ask((ADULT, child), A3, Quota.GENERAL, (A3, A2))
    assert not may_ask((ADULT,), A3, Quota.DIVYANG, (A3, A2))
    assert not may_ask((ADULT,), A2, Quota.GENERAL, (A3, A2))


def test_nobody_is_moved_before_the_chart_or_without_having_asked() -> None:
    asks = ticket("B1-1")
    state = charted(asks)
    assert who(state, asks) == (asks.booking_id, A2)
    assert who(replace(state, chart=0), asks) is None
    others = {"upgrade_wanted": False}, {"booking_status": BookingStatus.HELD}, {"upgraded_to": A2}
    assert [who(state, asks.but(**other)) for other in others] == [None] * 3


def test_a_party_moves_together_or_not_at_all() -> None:
    three, one = ticket("B1-1 B1-2 B1-3"), ticket("B1-4")
    assert who(charted(three, one), three, one) == (one.booking_id, A2)
    left = three.but(passengers=(*three.passengers[:2], three.passengers[2].but(status="CAN")))
    assert who(charted(three), left) == (three.booking_id, A2)


def test_a_berth_must_be_empty_on_all_of_the_way() -> None:
    asks = ticket("B1-1")
    state = charted(asks, sold="A1-1")
    partly = replace(state, sold={**state.sold, "A1": {1: WHOLE, 2: FIRST}})
    assert who(partly, asks) is None
    assert who(partly, asks.but(from_stop=1)) == (asks.booking_id, A2)


def test_lots_are_drawn_among_those_who_have_berths_the_same_each_time() -> None:
    tickets = [ticket(f"B1-{n}", pnr=Pnr(f"24000000{n:02}")) for n in (1, 2, 3, 4)]
    state = charted(*tickets)
    first = min(tickets, key=lot)
    assert who(state, *tickets) == who(state, *reversed(tickets)) == (first.booking_id, A2)
    assert {min(tickets, key=lambda one: lot(one.but(train_id=str(train)))).pnr for train in range(12000, 12050)} == {
        one.pnr for one in tickets
    }


def test_the_highest_class_fills_first_and_from_just_below() -> None:
    sleeper, three_tier, two_tier = ticket("S1-1", SL), ticket("B1-1"), ticket("A1-1", A2)
    everybody = sleeper, three_tier, two_tier
    state = charted(*everybody)
    assert who(state, *everybody) == (two_tier.booking_id, A1)
    assert who(charted(*everybody, sold="H1-1"), *everybody) == (three_tier.booking_id, A2)
    assert who(charted(*everybody, sold="H1-1"), sleeper) == (sleeper.booking_id, A2)
    assert who(charted(*everybody, sold="H1-1 A1-2"), *everybody) == (sleeper.booking_id, A3)


def test_those_who_wait_come_after_and_in_their_turn() -> None:
    seated, later, sooner, in_rac = ticket("B1-1"), ticket("WL"), ticket("WL"), ticket("RAC")
    queue = place(5, later), place(4, sooner), place(7, in_rac, Berth("B1", 4, 1))
    state = charted(seated, queue=queue)
    order = [seated, in_rac, sooner, later]
    for n, comes in enumerate(order):
        assert who(state, *reversed(order[n:])) == (comes.booking_id, A2)
