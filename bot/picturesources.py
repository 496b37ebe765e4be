"""Where pictures get what they show: the database and the timetable as they are now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from bot.pictures.fonts import Fonts, find_fonts
from domain.bookings import Booking
from domain.catalogue import Catalogue
from domain.figures import Figures
from domain.ids import BookingId, StationCode
from domain.ports import Units
from domain.stations import Station
from domain.trains import Train


@dataclass(frozen=True)
class PictureSources:
    """`figures`: what a day brought, None where nobody counts it. `sample`: nothing here is real, neither tickets nor
    money."""

    units: Units
    catalogue: Callable[[], Catalogue]
    now: Callable[[], datetime]
    figures: Callable[[date], Figures] | None
    sample: bool

    @cached_property
    def fonts(self) -> Fonts:
        """Looked for once."""
        return find_fonts()

    def booking(self, booking_id: str) -> Booking:
        """Raises NotFound."""
        with self.units() as work:
            return work.bookings.get(BookingId(booking_id))

    def train(self, booking: Booking) -> Train | None:
        """The booking's; None if the timetable has lost it."""
        return self.catalogue().train(booking.train_id)

    def station(self, code: StationCode) -> Station:
        """A station that a newer timetable dropped is still there by its code."""
        return self.catalogue().station(code) or Station(code, code)
