"""The pictures that a reply asks for, drawn from the booking as it is now."""

from collections.abc import Callable
from functools import cached_property

from bot.pictures.fonts import Fonts, find_fonts
from bot.pictures.ticket import TicketView, ticket_view
from bot.pictures.ticket_image import ticket_png
from bot.pictures.ticket_pdf import ticket_pdf
from domain.catalogue import Catalogue
from domain.ids import BookingId, PaymentId, StationCode
from domain.ports import Units
from domain.stations import Station
from handlers.reply import Picture, PictureKind


class Drawing:
    """Call it with a picture to get its bytes and a file name. Blocking. `sample`: tickets here are not real ones."""

    def __init__(self, units: Units, catalogue: Callable[[], Catalogue], *, sample: bool) -> None:
        self._units = units
        self._catalogue = catalogue
        self._sample = sample

    def __call__(self, picture: Picture) -> tuple[bytes, str]:
        """Raises NotFound if the booking is not there."""
        view = self._ticket(picture)
        if picture.kind is PictureKind.TICKET_PDF:
            return ticket_pdf(view, self._fonts), f"Yatri-{view.pnr}.pdf"
        return ticket_png(view, self._fonts), f"Yatri-{view.pnr}.png"

    @cached_property
    def _fonts(self) -> Fonts:
        return find_fonts()

    def _ticket(self, picture: Picture) -> TicketView:
        with self._units() as work:
            booking = work.bookings.get(BookingId(picture.booking_id))
            payment = work.payments.get(PaymentId(booking.payment_id)) if booking.payment_id else None
        train = self._catalogue().train(booking.train_id)
        return ticket_view(
            booking,
            self._station(booking.origin_station_code),
            self._station(booking.destination_station_code),
            train.number if train else booking.train_id,
            language=picture.language,
            train_name_hi=train.name_hi if train else "",
            transaction=payment.transaction_reference if payment else None,
            sample=self._sample,
        )

    def _station(self, code: StationCode) -> Station:
        """A station that a newer timetable dropped is still on the ticket by its code."""
        return self._catalogue().station(code) or Station(code, code)
