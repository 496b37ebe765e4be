"""Queueing: where the passengers of a booking stand now."""

from domain.bookings import Booking
from domain.errors import NotFound
from domain.ids import Pnr
from domain.ports import Units
from domain.queues import standing


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
