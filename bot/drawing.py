"""The pictures that a reply asks for, drawn from the booking or the timetable as it is now."""

from collections.abc import Callable
from functools import cached_property

from bot.pictures.coach import CoachView, coach_view
from bot.pictures.coach_image import coach_png
from bot.pictures.fonts import Fonts, find_fonts
from bot.pictures.route import RouteView, route_view
from bot.pictures.route_image import route_png
from bot.pictures.ticket import TicketView, ticket_view
from bot.pictures.ticket_image import ticket_png
from bot.pictures.ticket_pdf import ticket_pdf
from domain.catalogue import Catalogue
from domain.errors import NotFound
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
        """Raises NotFound if the booking, the train, or any berth for a coach picture is not there."""
        if picture.kind is PictureKind.ROUTE:
            return route_png(self._route(picture), self._fonts), f"Yatri-{picture.train_number}.png"
        if picture.kind is PictureKind.COACH:
            coach = self._coach(picture)
            return coach_png(coach, self._fonts), f"Yatri-{coach.pnr}-coach.png"
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
            boarding=self._station(booking.boarding_station_code) if booking.boarding_station_code else None,
            language=picture.language,
            train_name_hi=train.name_hi if train else "",
            transaction=payment.transaction_reference if payment else None,
            sample=self._sample,
        )

    def _coach(self, picture: Picture) -> CoachView:
        with self._units() as work:
            booking = work.bookings.get(BookingId(picture.booking_id))
        return coach_view(booking, self._catalogue().train(booking.train_id), language=picture.language)

    def _route(self, picture: Picture) -> RouteView:
        train = self._catalogue().train(picture.train_number)
        if train is None:
            raise NotFound(f"train {picture.train_number}")
        return route_view(train, self._station, language=picture.language, part=picture.part)

    def _station(self, code: StationCode) -> Station:
        """A station that a newer timetable dropped is still there by its code."""
        return self._catalogue().station(code) or Station(code, code)
