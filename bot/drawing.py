"""The pictures that a reply asks for, drawn from the database or the timetable as it is now."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial

from bot.clock import SystemClock
from bot.papers import Paper, Papers
from bot.pictures.coach import coach_view
from bot.pictures.coach_image import coach_png
from bot.pictures.route import route_view
from bot.pictures.route_image import route_png
from bot.pictures.ticket import TicketView, ticket_view
from bot.pictures.ticket_image import ticket_png
from bot.pictures.ticket_pdf import ticket_pdf
from bot.picturesources import PictureSources
from domain.catalogue import Catalogue
from domain.errors import NotFound
from domain.figures import Figures
from domain.ids import BookingId, PaymentId, UserId
from domain.ports import Units
from handlers.reply import Picture, PictureKind


class Drawing:
    """Call it with a picture to get its bytes and a file name. Blocking. `sample`: nothing here is real, neither
    tickets nor money; `now`: the clock by which the days of a statement are counted, by default this machine's;
    `figures`: what a day brought; `documents`: the document that a user has shown, as Telegram names its file."""

    def __init__(
        self,
        units: Units,
        catalogue: Callable[[], Catalogue],
        *,
        sample: bool,
        now: Callable[[], datetime] | None = None,
        figures: Callable[[date], Figures] | None = None,
        documents: Callable[[UserId], str] | None = None,
    ) -> None:
        self._sources = PictureSources(units, catalogue, now or SystemClock().now, figures, sample)
        papers = Papers(self._sources)
        self._drawers: Mapping[PictureKind, Callable[[Picture], Paper]] = {
            PictureKind.TICKET_IMAGE: self._ticket_image,
            PictureKind.TICKET_PDF: self._ticket_pdf,
            PictureKind.ROUTE: self._route,
            PictureKind.COACH: self._coach,
            PictureKind.PAY_QR: papers.pay_qr,
            PictureKind.STATEMENT_PDF: papers.statement_pdf,
            PictureKind.STATEMENT_CSV: papers.statement_csv,
            PictureKind.INVOICE: papers.invoice,
            PictureKind.CALENDAR: papers.calendar,
            PictureKind.OPENING: papers.opening,
            PictureKind.FIGURES: papers.figures,
            PictureKind.TRANSCRIPT: papers.transcript,
            PictureKind.IDENTITY: partial(_document, documents),
            PictureKind.EXPORT: papers.export,
        }

    def __call__(self, picture: Picture) -> Paper:
        """Raises NotFound if what it is about is not there: the booking, the train, a berth for a coach picture."""
        return self._drawers[picture.kind](picture)

    def _ticket_image(self, picture: Picture) -> Paper:
        view = self._ticket(picture)
        return ticket_png(view, self._sources.fonts), f"Yatri-{view.pnr}.png"

    def _ticket_pdf(self, picture: Picture) -> Paper:
        view = self._ticket(picture)
        return ticket_pdf(view, self._sources.fonts), f"Yatri-{view.pnr}.pdf"

    def _ticket(self, picture: Picture) -> TicketView:
        sources = self._sources
        with sources.units() as work:
            booking = work.bookings.get(BookingId(picture.booking_id))
            payment = work.payments.get(PaymentId(booking.payment_id)) if booking.payment_id else None
        train = sources.train(booking)
        return ticket_view(
            booking,
            sources.station(booking.origin_station_code),
            sources.station(booking.destination_station_code),
            train.number if train else booking.train_id,
            boarding=sources.station(booking.boarding_station_code) if booking.boarding_station_code else None,
            language=picture.language,
            train_name_hi=train.name_hi if train else "",
            transaction=payment.transaction_reference if payment else None,
            sample=sources.sample,
        )

    def _coach(self, picture: Picture) -> Paper:
        booking = self._sources.booking(picture.booking_id)
        view = coach_view(booking, self._sources.train(booking), language=picture.language)
        return coach_png(view, self._sources.fonts), f"Yatri-{view.pnr}-coach.png"

    def _route(self, picture: Picture) -> Paper:
        train = self._sources.catalogue().train(picture.train_number)
        if train is None:
            raise NotFound(f"train {picture.train_number}")
        view = route_view(train, self._sources.station, language=picture.language, part=picture.part)
        return route_png(view, self._sources.fonts), f"Yatri-{picture.train_number}.png"


def _document(documents: Callable[[UserId], str] | None, picture: Picture) -> Paper:
    """Nothing to draw: the name of a file that Telegram has, which is sent on by it. NotFound where none is kept."""
    if documents is None:
        raise NotFound("documents")
    return documents(UserId(picture.user_id)).encode(), "identity"
