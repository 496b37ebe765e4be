"""Who moves up when a berth is free: stories of RAC and the waiting lists."""

from dataclasses import replace

from domain.bookings import RAC
from domain.ids import BookingId, StationCode, TrainId
from domain.inventory import Berth, Coach, Place, Run, RunKey, RunState
from domain.queues import Move, after, in_rac, next_move, rac_seats, standing, waiting, whole_berths
from domain.quotas import Quota
from domain.trains import TravelClass
from tests.contract.samples import NOW

SL, A3 = TravelClass.SLEEPER, TravelClass.THIRD_AC
GN, TQ = Quota.GENERAL, Quota.TATKAL
STOPS = tuple(StationCode(code) for code in ("AAA", "BBB", "CCC", "DDD"))
WHOLE, FIRST, REST = 0b111, 0b001, 0b110
FRONT, BACK = Berth("S1", 7, 1), Berth("S1", 7, 2)
# Two berths for everybody, two for Tatkal, a side lower for RAC.
COACH = Coach("S1", SL, 8, ((TQ, (1, 2)), (Quota.LADIES, (3, 4, 5))), (7,))
OTHER = Coach("S2", SL, 1)


def full(*queue: Place, chart: int = 0, coaches: tuple[Coach, ...] = (COACH,)) -> RunState:
    """A run on which every berth and every seat is sold all the way."""
    run = Run(RunKey(TrainId("16001"), NOW.date()), STOPS, coaches)
    sold = {coach.name: dict.fromkeys(range(1, coach.size + 1), WHOLE) for coach in coaches}
    return RunState(run, sold, {"S1": {7: WHOLE}}, queue, chart=chart)


def freed(state: RunState, berth: Berth, legs: int = WHOLE) -> RunState:
    """The same with this berth or seat free over these legs."""
    sold = {name: dict(numbers) for name, numbers in state.sold.items()}
    shared = {name: dict(numbers) for name, numbers in state.shared.items()}
    for part in state.parts(berth):
        (shared if part.half == 2 else sold)[part.coach][part.number] &= ~legs
    return replace(state, sold=sold, shared=shared)


def in_seat(turn: int, seat: Berth = FRONT, legs: int = WHOLE) -> Place:
    return Place(turn, RAC, turn, BookingId(f"rac {turn}"), 0, SL, GN, legs, seat)


def waits(turn: int, legs: int = WHOLE, quota: Quota = GN, listed: str = "GNWL") -> Place:
    return Place(turn, listed, turn, BookingId(f"waits {turn}"), 0, SL, quota, legs)


def moves(state: RunState) -> list[tuple[str, str]]:
    """Everybody who moves up, one after the other, and where to."""
    made: list[tuple[str, str]] = []
    while move := next_move(state):
        made.append((move.place.booking_id, str(move.berth)))
        state = made_of(state, move)
    return made


def made_of(state: RunState, move: Move) -> RunState:
    """The run once the move is made."""
    for part, (before, legs) in after(state, move).items():
        assert state.mask(part) == before
        state = freed(state, part, WHOLE)
        kept = (state.shared if part.half == 2 else state.sold)[part.coach]
        assert isinstance(kept, dict)
        kept[part.number] = legs
    others = [place for place in state.queue if place != move.place]
    stays = [replace(move.place, berth=move.berth)] if move.berth.half else []
    return replace(state, queue=tuple(sorted([*others, *stays], key=lambda place: place.turn)))


def test_nobody_moves_while_all_is_sold() -> None:
    assert moves(full(in_seat(1), in_seat(2, BACK), waits(3))) == []


def test_a_freed_berth_goes_to_the_oldest_in_rac_and_its_seat_to_the_oldest_on_the_list() -> None:
    state = full(in_seat(1), in_seat(2, BACK), waits(3), waits(4))
    assert moves(freed(state, Berth("S1", 6))) == [("rac 1", "S1-6"), ("waits 3", "S1-7/1")]


def test_a_freed_seat_is_nothing_for_those_in_rac() -> None:
    state = full(in_seat(2, BACK), waits(3))
    assert moves(freed(state, FRONT)) == [("waits 3", "S1-7/1")]


def test_whoever_it_does_not_fit_is_passed_over_and_keeps_his_turn() -> None:
    state = freed(full(in_seat(1), in_seat(2, BACK, REST), waits(3), waits(4, REST)), Berth("S1", 6), REST)
    assert moves(state) == [("rac 2", "S1-6"), ("waits 4", "S1-7/2")]


def test_where_rac_cannot_go_the_list_has_the_berth_whole() -> None:
    state = freed(full(in_seat(1), waits(2), waits(3, FIRST)), Berth("S1", 6), FIRST)
    assert moves(state) == [("waits 3", "S1-6")]


def test_those_who_travel_together_stay_near_each_other() -> None:
    state = full(in_seat(1), coaches=(OTHER, COACH))
    state = freed(freed(state, Berth("S2", 1)), Berth("S1", 6))
    assert moves(state) == [("rac 1", "S1-6")]


def test_tatkal_waits_for_its_own_berths_only() -> None:
    state = full(waits(1, quota=TQ, listed="TQWL"), waits(2))
    assert moves(freed(state, Berth("S1", 6))) == [("waits 2", "S1-6")]
    assert moves(freed(state, Berth("S1", 1))) == [("waits 1", "S1-1")]
    assert moves(freed(state, FRONT)) == [("waits 2", "S1-7/1")]


def test_ladies_berths_are_nobodys_until_the_chart() -> None:
    state = full(in_seat(1), in_seat(2, BACK))
    assert moves(freed(state, Berth("S1", 3))) == []
    assert moves(freed(replace(state, chart=1), Berth("S1", 3))) == [("rac 1", "S1-3"), ("rac 2", "S1-7")]


def test_at_charting_rac_comes_first_then_the_general_list_then_tatkals() -> None:
    state = full(waits(1, quota=TQ, listed="TQWL"), in_seat(2), in_seat(3, BACK), waits(4), chart=1)
    for number in (1, 3, 4, 5):
        state = freed(state, Berth("S1", number))
    assert [who for who, _ in moves(state)] == ["rac 2", "rac 3", "waits 4", "waits 1"]


def test_after_the_chart_who_sits_alone_has_the_side_lower() -> None:
    state = freed(full(in_seat(1)), BACK)
    assert moves(state) == []
    assert moves(replace(state, chart=1)) == [("rac 1", "S1-7")]


def test_who_shares_on_a_part_of_the_way_does_not_have_it() -> None:
    state = freed(full(in_seat(1), in_seat(2, BACK, FIRST), chart=1), BACK, REST)
    assert moves(state) == []


def test_a_seat_beside_somebody_comes_before_one_on_an_empty_side_lower() -> None:
    coach = Coach("S1", SL, 16, (), (7, 15))
    run = Run(RunKey(TrainId("16001"), NOW.date()), STOPS, (coach,))
    state = RunState(run, {"S1": {15: WHOLE}})
    assert [str(seat) for seat in rac_seats(state, SL, WHOLE)] == ["S1-15/2", "S1-7/1", "S1-7/2"]


def test_a_side_lower_that_is_shared_is_no_whole_berth_before_the_chart() -> None:
    state = freed(full(), Berth("S1", 7))
    assert whole_berths(state, SL, GN, WHOLE) == []
    assert whole_berths(replace(state, chart=1), SL, GN, WHOLE) == [Berth("S1", 7)]


def test_other_classes_are_not_touched() -> None:
    state = full(replace(waits(1), travel_class=A3))
    assert moves(freed(state, Berth("S1", 6))) == []


def test_where_everybody_stands() -> None:
    state = full(in_seat(3), in_seat(5, BACK), waits(6), waits(7, listed="RLWL"), waits(9), waits(8, quota=TQ))
    assert [standing(state, place) for place in in_rac(state, SL)] == [("RAC", 1), ("RAC", 2)]
    general = [standing(state, place) for place in waiting(state, SL, GN)]
    assert general == [("GNWL", 1), ("RLWL", 1), ("GNWL", 3)]


def test_a_move_tells_what_was_sold_before_it_and_after() -> None:
    state = freed(full(in_seat(1, FRONT, REST)), Berth("S1", 6), REST)
    move = next_move(state)
    assert move == Move(in_seat(1, FRONT, REST), Berth("S1", 6))
    assert after(state, move) == {Berth("S1", 6): (FIRST, WHOLE), FRONT: (WHOLE, FIRST)}
