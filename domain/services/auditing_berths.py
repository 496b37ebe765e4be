"""The rules about berths: what a run has sold is what its tickets say, and nobody waits who has no ticket."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from domain.audits import Difference, Rule
from domain.bookings import CAN, PAID, RAC, WL, Booking, BookingStatus
from domain.errors import Unreadable
from domain.inventory import Berth, RunKey, RunState
from domain.ports import Books, UnitOfWork, Units

_LIVE = {*PAID, BookingStatus.HELD}
_Place = tuple[str, int]  # booking and passenger


class Berths:
    """Looks at a run at a time."""

    def __init__(self, units: Units, books: Books) -> None:
        self._units = units
        self._books = books

    def run(self, key: RunKey) -> list[Difference]:
        """What is wrong on this run, by all its bookings as they are now."""
        with self._units() as work:
            listed = work.bookings.of_run(key)
            state = self._state(work, key)
        bookings = self._books.found(Booking, [booking.booking_id for booking in listed]).values()
        live = [booking for booking in bookings if booking.booking_status in _LIVE and booking.run_key == key]
        if state is None:
            named = self._books.name_of_run(key)
            return [
                Difference(Rule.BERTH, (self._books.key_of(one), named), "a ticket for a run that was never opened")
                for one in live
            ]
        return [*self._berths(state, live), *self._queue(state, live)]

    def _state(self, work: UnitOfWork, key: RunKey) -> RunState | None:
        """Raises Unreadable: its rows are no entities, and whatever is wrong with one shows when it is unpacked."""
        try:
            return work.runs.load(key)
        except (KeyError, ValueError, TypeError, AttributeError) as wrong:
            raise Unreadable(self._books.name_of_run(key), f"a row of it: {type(wrong).__name__}") from wrong

    def _berths(self, state: RunState, live: list[Booking]) -> Iterator[Difference]:
        taken: defaultdict[Berth, int] = defaultdict(int)
        for booking in live:
            for part in _parts(state, booking):
                if taken[part] & booking.legs:
                    yield self._difference(state, part, "sold to two people on the same part of the way", booking)
                taken[part] |= booking.legs
        sold = _sold(state)
        holders = {part: booking for booking in live for part in _parts(state, booking)}
        for part in sorted({*sold, *taken}):
            if lost := sold.get(part, 0) & ~taken[part]:
                yield self._difference(state, part, f"sold to nobody on legs {_legs(lost)}", None)
            if unsold := taken[part] & ~sold.get(part, 0):
                yield self._difference(state, part, f"a passenger's, but free on legs {_legs(unsold)}", holders[part])

    def _difference(self, state: RunState, berth: Berth, words: str, booking: Booking | None) -> Difference:
        named = f"{self._books.name_of_run(state.run.key)} COACH#{berth.coach}"
        rows = (named, self._books.key_of(booking)) if booking else (named,)
        return Difference(Rule.BERTH, rows, f"berth {berth}: {words}")

    def _queue(self, state: RunState, live: list[Booking]) -> Iterator[Difference]:
        named = f"{self._books.name_of_run(state.run.key)} QUEUE"
        waiting = {place: booking for booking in live for place in _waiting(booking)}
        queued = {(place.booking_id, place.passenger) for place in state.queue}
        for booking_id, passenger in sorted(queued - waiting.keys()):
            rows = named, self._books.name(Booking, booking_id)
            yield Difference(Rule.QUEUE, rows, f"passenger {passenger} is in the queue without waiting for anything")
        for place in sorted(waiting.keys() - queued):
            rows = named, self._books.key_of(waiting[place])
            yield Difference(Rule.QUEUE, rows, f"passenger {place[1]} waits, but is not in the queue")


def _parts(state: RunState, booking: Booking) -> Iterator[Berth]:
    """The berths and seats of everybody who is still on the ticket."""
    for person in booking.passengers:
        if person.berth and person.status != CAN:
            yield from state.parts(person.berth)


def _waiting(booking: Booking) -> Iterable[_Place]:
    people = enumerate(booking.passengers)
    return [(booking.booking_id, place) for place, person in people if person.status in (RAC, WL)]


def _sold(state: RunState) -> Mapping[Berth, int]:
    """By berth, or by seat where a side lower is shared."""
    shared = {coach.name: set(coach.rac) for coach in state.run.coaches}
    sold: dict[Berth, int] = {}
    for coach, berths in state.sold.items():
        for number, legs in berths.items():
            sold[Berth(coach, number, 1 if number in shared.get(coach, ()) else 0)] = legs
    for coach, berths in state.shared.items():
        for number, legs in berths.items():
            sold[Berth(coach, number, 2)] = legs
    return sold


def _legs(mask: int) -> str:
    """Which, from 0 for that from the first stop."""
    return ", ".join(str(leg) for leg in range(mask.bit_length()) if mask >> leg & 1)
