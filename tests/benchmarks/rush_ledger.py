"""The books after the rush: everything read back, and whatever does not add up."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from domain.bookings import CNF, WL, Booking, BookingStatus, Passenger
from domain.inventory import RunState
from domain.ports import Units
from domain.rules.waitlists import waiting_cap
from tests.benchmarks.rush_train import CLASS, COACHES, SIZE, RushTrain
from tests.benchmarks.rush_worker import Buyer

BERTHS = COACHES * SIZE


def faults(units: Units, train: RushTrain, buyers: Sequence[Buyer]) -> list[str]:
    """What is wrong, a line each; none if the train was sold as it should be."""
    with units() as work:
        state = work.runs.load(train.key)
        bookings = [work.bookings.get(buyer.booking_id) for buyer in buyers if buyer.booking_id]
    assert state is not None
    people = [(booking, place, person) for booking in bookings for place, person in enumerate(booking.passengers)]
    return [
        *_buyers(buyers, bookings),
        *_berths(state, train, [person for _, _, person in people]),
        *_queue(state, people),
    ]


def _buyers(buyers: Sequence[Buyer], bookings: Sequence[Booking]) -> Iterator[str]:
    """Everybody has a ticket that is paid, or was told that the class is full."""
    for refused in {buyer.refused for buyer in buyers if buyer.refused not in (None, "class-full")}:
        yield f"a buyer ended with {refused}"
    if len({booking.pnr for booking in bookings}) < len(bookings):
        yield "a PNR was given twice"
    for booking in bookings:
        waits = all(person.status == WL for person in booking.passengers)
        if booking.booking_status is not (BookingStatus.WAITLIST if waits else BookingStatus.CONFIRMED):
            yield f"booking {booking.booking_id} was paid and is {booking.booking_status}"


def _berths(state: RunState, train: RushTrain, people: Sequence[Passenger]) -> Iterator[str]:
    """As many berths as there are, each one passenger's, and each sold in the books over the whole journey."""
    seats = [person.seat for person in people if person.status == CNF]
    if len(set(seats)) < len(seats):
        yield f"{len(seats) - len(set(seats))} berths are on two tickets"
    sold = {
        f"{coach}-{number}": legs for coach, berths in state.sold.items() for number, legs in berths.items() if legs
    }
    if set(sold) != set(seats) or any(legs != train.journey.legs for legs in sold.values()):
        yield f"the books have {len(sold)} berths, the tickets {len(seats)}"
    if len(seats) < BERTHS and any(person.status == WL for person in people):
        yield f"{BERTHS - len(seats)} berths are free while somebody waits"


def _queue(state: RunState, people: Sequence[tuple[Booking, int, Passenger]]) -> Iterator[str]:
    """Who waits is in the queue once, numbered in the order of the queue, up to the cap, with no number twice."""
    waiting = {(booking.booking_id, place): person for booking, place, person in people if person.status == WL}
    queued = {(place.booking_id, place.passenger): place for place in state.queue}
    if set(waiting) != set(queued) or len(queued) != len(state.queue):
        yield f"{len(waiting)} passengers wait, {len(state.queue)} places are in the queue"
    for key, place in queued.items():
        if key in waiting and waiting[key].booked_as != f"{place.waiting_list}{place.number}":
            yield f"{waiting[key].booked_as} is {place.waiting_list}{place.number} in the queue"
    numbers = [place.number for place in sorted(state.queue, key=lambda place: place.turn)]
    if any(later <= earlier for earlier, later in pairwise(numbers)):
        yield "the list is not in the order of its numbers"
    if len(numbers) > waiting_cap(BERTHS, CLASS):
        yield f"{len(numbers)} wait where {waiting_cap(BERTHS, CLASS)} may"
