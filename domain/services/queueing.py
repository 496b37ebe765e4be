"""Queueing: where the passengers of a booking stand now, and how likely those who wait get a berth."""

from domain.bookings import WL, Booking
from domain.chances import Chance, chance, waited_as
from domain.errors import NotFound
from domain.ids import Pnr, TrainId
from domain.ports import Units
from domain.queues import standing
from domain.rules.waitlists import WaitingList
from domain.trains import TravelClass


class Queueing:
    """Reads a booking together with its run's queue."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def by_pnr(self, pnr: Pnr) -> tuple[Booking, dict[int, int]] | None:
        """The booking of this PNR and, by their places in it (from 0), where those who wait stand now; None if there
        is none."""
        with self._units() as work:
            try:
                booking = work.bookings.by_pnr(pnr)
            except NotFound:
                return None
            if booking is None:
                return None
            state = work.runs.load(booking.run_key)
        places = [place for place in state.queue if place.booking_id == booking.booking_id] if state else []
        return booking, {place.passenger: standing(state, place)[1] for place in places if state}

    def chance(
        self, train_id: TrainId, travel_class: TravelClass, waiting_list: WaitingList, number: int
    ) -> Chance | None:
        """How likely who books this number (from 1) gets a berth, by what became of such numbers of this train; None
        while too few are known."""
        with self._units() as work:
            return chance(work.histories.of(train_id, travel_class, waiting_list), number)

    def chance_of(self, booking: Booking) -> Chance | None:
        """How likely the last of those on this ticket who wait gets a berth, by the number he booked; None if nobody
        waits, or the chart has decided it."""
        waited = [number for person in booking.passengers if person.status == WL and (number := waited_as(person))]
        if not waited:
            return None
        with self._units() as work:
            state = work.runs.load(booking.run_key)
        if state is None or state.chart or state.cancelled:
            return None
        return self.chance(booking.train_id, booking.travel_class, *max(waited, key=lambda number: number[1]))
