"""Berths: taking them for a booking, a place in the queue where there are none, and giving all of it back."""

from collections.abc import Sequence
from dataclasses import replace

from domain.allocation import available, choose
from domain.bookings import CNF, NOSB, RAC, WL, Booking, BookingStatus, Passenger
from domain.coaches import kind_of
from domain.errors import Conflict, Problem
from domain.inventory import Berth, Place, RunState
from domain.journeys import Journey
from domain.ports import UnitOfWork
from domain.queues import next_move, rac_seats, waiting
from domain.quotas import Quota
from domain.rules.waitlists import WaitingList, waiting_cap
from domain.runs import run_of
from domain.services.promoting import Promotable
from domain.trains import TravelClass

FRESH = 2  # attempts that do not read the queue if they need not
READS = 3  # of two tickets until they fit each other
_AS_ONE = {BookingStatus.HELD, BookingStatus.EXPIRED}  # while one of the two is in such a state, so is the other


def take_berths(
    work: UnitOfWork, booking: Booking, journey: Journey | None, spread: int, *, confirmed_only: bool = False
) -> Booking:
    """The booking with berths on its run, or unless `confirmed_only` places in its queue, to be taken by the unit's
    commit; `journey` opens a run that nobody has booked on. With somebody in the queue the run is marked: a berth may
    have come free since the run was read. Problem `class-full` when there is no room, `train-not-that-day` if the run
    no longer serves the journey, or `train-cancelled`. Promotable while somebody who waits is about to move up: their
    turn comes first."""
    state = work.runs.load_berths(booking.run_key)
    if state is None:
        if journey is None:
            raise Problem("train-not-that-day", train=booking.train_name)
        state = RunState(work.runs.open(run_of(journey)), {})
    if state.cancelled:
        raise Problem("train-cancelled", train=booking.train_name)
    booking = _placed(booking, state)
    party, legs = booking.passengers, booking.legs
    free = available(state, booking.travel_class, legs, booking.quota)
    seated = [place for place, person in enumerate(party) if person.berth_wanted]  # or queued; others have no berth
    if state.issued and _queue_matters(work, state, booking, len(seated), free, fresh=spread < FRESH):
        state = replace(state, queue=work.runs.who_waits(booking.run_key, booking.travel_class))
        if next_move(state):
            raise Promotable(booking.run_key)
    if confirmed_only and free < len(seated):
        raise Problem("class-full", travel_class=booking.travel_class)
    seed = int(booking.booking_id[-8:], 16) + spread
    first, children = [party[place] for place in seated[:free]], len(party) - len(seated)
    berths = choose(state, booking.travel_class, legs, first, seed, booking.quota, children) or () if free else ()
    taken = _taken(state, berths, legs)
    confirmed = [_seated(party[place], b, booking) for place, b in zip(seated, berths, strict=False)]
    others = _queued(work, state, booking, seated[len(berths) :])
    taken |= _taken(state, _rac_seats(others), legs)
    work.runs.change(booking.run_key, taken)
    if not taken:
        work.runs.still_goes(booking.run_key, state.run.coaches[seed % len(state.run.coaches)].name)
    if others:
        work.runs.mark(booking.run_key)
    placed = dict(zip(seated, (*confirmed, *others), strict=True))
    people = (placed.get(place) or person.but(status=NOSB, booked_as=NOSB) for place, person in enumerate(party))
    return booking.but(passengers=tuple(people))


def reseat(work: UnitOfWork, state: RunState, booking: Booking, travel_class: TravelClass, spread: int) -> Booking:
    """The booking with a berth of another class for everybody who has or waits for one, to be taken by the unit's
    commit, which also gives back their berths and places in the queue. The run, whose chart is made, is marked: whoever
    waits for what they leave is then due to move up. Conflict if the berths are not there."""
    people, going = list(booking.passengers), booking.entitled
    party, children = [people[index] for index in going], sum(person.status == NOSB for person in people)
    seed = int(booking.booking_id[-8:], 16) + spread
    berths = choose(state, travel_class, booking.legs, party, seed, children=children)
    if berths is None:
        raise Conflict(f"run {booking.train_id} {booking.run_date} has no such berths in {travel_class}")
    left = [person.berth for person in party if person.berth]
    given_back, taken = _given_back(state, left, booking.legs), _taken(state, berths, booking.legs)
    work.runs.change(booking.run_key, given_back | taken)
    for place in state.queue:
        if place.booking_id == booking.booking_id and place.passenger in going:
            work.runs.leave(booking.run_key, place)
    work.runs.mark(booking.run_key)
    for index, berth in zip(going, berths, strict=True):
        kind = kind_of(travel_class, berth.number)
        people[index] = people[index].but(status=CNF, seat=str(berth), berth_kind=kind)
    return booking.but(passengers=tuple(people))


def free_berths(work: UnitOfWork, booking: Booking, passengers: Sequence[int] | None = None) -> None:
    """Gives the booking's legs and places back, of these passengers or of all, with the unit's commit; whoever waits
    on the run is then due to move up."""
    state = work.runs.load(booking.run_key)
    if state is None:
        return
    leaving = range(len(booking.passengers)) if passengers is None else passengers
    berths = [booking.passengers[index].berth for index in leaving]
    work.runs.change(booking.run_key, _given_back(state, [berth for berth in berths if berth], booking.legs))
    for place in state.queue:
        if place.booking_id == booking.booking_id and place.passenger in leaving:
            work.runs.leave(booking.run_key, place)
    work.runs.mark(booking.run_key)


def together(work: UnitOfWork, booking: Booking) -> tuple[Booking, ...]:
    """This booking, or the two that are paid as one: the first to be travelled leads, whichever of them is given.
    They are read one after the other; Conflict if somebody keeps changing them meanwhile."""
    lead = work.bookings.get(booking.lead) if booking.lead else booking
    if not lead.onward:
        return (lead,)
    for _ in range(READS):
        onward = work.bookings.get(lead.onward)
        if not {lead.booking_status, onward.booking_status} & _AS_ONE or lead.booking_status is onward.booking_status:
            return lead, onward
        lead = work.bookings.get(lead.booking_id)
    raise Conflict(f"bookings {lead.booking_id} and {lead.onward} change")


def _queue_matters(work: UnitOfWork, state: RunState, booking: Booking, people: int, free: int, *, fresh: bool) -> bool:
    """Must the queue be read? Hundreds may wait, and in a rush reading them all would take most of the time. Who gets
    no berth and no seat passes nobody, and while fewer numbers were given than may wait there is a slot for each: so
    they are put at the end unread. Such a slot can be held only by a list that shares theirs; then a later attempt,
    which is not `fresh`, reads. Problem `class-full` if the list is."""
    if free or (booking.quota is Quota.GENERAL and rac_seats(state, booking.travel_class, booking.legs)):
        return True
    cap = _cap(state, booking)
    if fresh and people + _given(state, booking) <= cap:
        return False
    if people > cap or people + work.runs.how_many_wait(booking.run_key, booking.travel_class, booking.quota) > cap:
        raise Problem("class-full", travel_class=booking.travel_class)
    return True


def _given(state: RunState, booking: Booking) -> int:
    """How many numbers were ever given on the lists that share the slots of this booking's."""
    tatkal = booking.waiting_list == WaitingList.TATKAL
    lists = {listed for listed in WaitingList if (listed == WaitingList.TATKAL) is tatkal}
    return sum(state.issued.get((booking.travel_class, listed), 0) for listed in lists)


def _queued(work: UnitOfWork, state: RunState, booking: Booking, people: Sequence[int]) -> list[Passenger]:
    """These passengers in RAC as far as there are seats, and on the waiting list as far as it has room."""
    if not people:
        return []
    general = booking.quota is Quota.GENERAL and not state.chart
    if waiting(state, booking.travel_class, Quota.GENERAL):
        general = False  # nobody goes past the list
    seats = rac_seats(state, booking.travel_class, booking.legs)[: len(people)] if general else []
    slots = _slots(state, booking) if len(seats) < len(people) else []
    if len(seats) + len(slots) < len(people):
        raise Problem("class-full", travel_class=booking.travel_class)  # before any number is given
    in_rac = [
        replace(place, berth=seat)
        for place, seat in zip(_places(work, booking, people[: len(seats)], RAC, ()), seats, strict=True)
    ]
    waits = _places(work, booking, people[len(seats) :], booking.waiting_list or "", slots)
    for place in (*in_rac, *waits):
        work.runs.queue(booking.run_key, place)
    return [_waiting(booking.passengers[place.passenger], place) for place in (*in_rac, *waits)]


def _places(
    work: UnitOfWork, booking: Booking, people: Sequence[int], listed: str, slots: Sequence[int]
) -> list[Place]:
    """Places with the next numbers of the list, in some of these slots."""
    if not people:
        return []
    turn, number = work.runs.numbers(booking.run_key, booking.travel_class, listed, len(people))
    own = booking.travel_class, booking.quota, booking.legs
    taken = _chosen(slots, number, len(people))
    return [
        Place(turn + ahead, listed, number + ahead, booking.booking_id, index, *own, slot=taken[ahead] if taken else 0)
        for ahead, index in enumerate(people)
    ]


def _chosen(slots: Sequence[int], number: int, people: int) -> list[int]:
    """The slots of these numbers: each has one of its own, by which those who come at once keep out of each other's
    way, and takes another if that is held."""
    left, chosen = list(slots), list[int]()
    for own in range(number, number + people) if slots else ():
        chosen.append(left.pop(left.index(own) if own in left else own % len(left)))
    return chosen


def _slots(state: RunState, booking: Booking) -> list[int]:
    """The slots of the booking's waiting list that nobody holds, from 1."""
    held = {place.slot for place in waiting(state, booking.travel_class, booking.quota)}
    return [slot for slot in range(1, _cap(state, booking) + 1) if slot not in held]


def _cap(state: RunState, booking: Booking) -> int:
    """How many may wait on the booking's list; nobody if it has none, or it is closed."""
    coaches = [coach for coach in state.run.coaches if coach.travel_class is booking.travel_class]
    if booking.waiting_list is None or state.chart or not any(coach.queues for coach in coaches):
        return 0
    capacity = sum(len(coach.numbers(booking.quota)) for coach in coaches)
    if booking.quota is Quota.GENERAL:
        capacity += sum(len(coach.rac) for coach in coaches)
    return waiting_cap(capacity, booking.travel_class)


def _placed(booking: Booking, state: RunState) -> Booking:
    """The booking with its stops numbered as this run numbers them."""
    ends = booking.origin_station_code, booking.destination_station_code
    span = state.run.span(booking.from_stop, booking.to_stop, *ends)
    if span is None:
        raise Problem("train-not-that-day", train=booking.train_name)
    return booking.but(from_stop=span[0], to_stop=span[1])


def _seated(person: Passenger, berth: Berth, booking: Booking) -> Passenger:
    kind = kind_of(booking.travel_class, berth.number)
    return person.but(status=CNF, seat=str(berth), berth_kind=kind, booked_as=CNF)


def _waiting(person: Passenger, place: Place) -> Passenger:
    booked = f"{place.waiting_list} {place.number}" if place.berth else f"{place.waiting_list}{place.number}"
    kind = kind_of(place.travel_class, place.berth.number) if place.berth else None
    seat = str(place.berth) if place.berth else None
    return person.but(status=RAC if place.berth else WL, seat=seat, berth_kind=kind, booked_as=booked)


def _rac_seats(people: Sequence[Passenger]) -> list[Berth]:
    return [person.berth for person in people if person.berth]


def _taken(state: RunState, berths: Sequence[Berth], legs: int) -> dict[Berth, tuple[int, int]]:
    parts = [part for berth in berths for part in state.parts(berth)]
    return {part: (state.mask(part), state.mask(part) | legs) for part in parts}


def _given_back(state: RunState, berths: Sequence[Berth], legs: int) -> dict[Berth, tuple[int, int]]:
    parts = [part for berth in berths for part in state.parts(berth)]
    return {part: (state.mask(part), state.mask(part) & ~legs) for part in parts}
