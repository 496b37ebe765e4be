"""The papers that a reply asks for: codes to pay, statements, invoices, calendar entries, a day's figures."""

import json
from datetime import date

from bot.pictures.invoice import invoice_pdf, invoice_view
from bot.pictures.pay_qr import pay_png, pay_view
from bot.pictures.statement import StatementView, statement_view
from bot.pictures.statement_csv import statement_csv
from bot.pictures.statement_pdf import statement_pdf
from bot.picturesources import PictureSources
from domain.errors import NotFound
from domain.ids import AlertId, BookingId, PaymentId, TicketId, UserId, WalletId
from domain.railtime import today
from domain.services.exporting import Exporting
from domain.statements import period_of, statement
from domain.support import ResponseKind
from handlers.desk.transcript import transcript
from handlers.news import opening_of, quota_words
from handlers.reply import Picture
from handlers.texts import say

Paper = tuple[bytes, str]  # and its file name


class Papers:
    """Blocking. Each raises NotFound if what it is about is not there."""

    def __init__(self, sources: PictureSources) -> None:
        self._sources = sources

    def pay_qr(self, picture: Picture) -> Paper:
        """The code by which a payment is made; NotFound, too, while it has no link."""
        sources = self._sources
        with sources.units() as work:
            payment = work.payments.get(PaymentId(picture.payment_id))
            booking = work.bookings.get(payment.booking_id) if payment.booking_id else None
        train = sources.train(booking) if booking else None
        hindi = train.name_hi if train else ""
        view = pay_view(payment, booking, language=picture.language, train_name_hi=hindi, sample=sources.sample)
        return pay_png(view, sources.fonts), f"Yatri-pay-{view.pnr or 'wallet'}.png"

    def statement_pdf(self, picture: Picture) -> Paper:
        """Of a month or the last days. Problem `bad-month`."""
        view = self._statement(picture)
        return statement_pdf(view, self._sources.fonts), f"Yatri-wallet-{view.name}.pdf"

    def statement_csv(self, picture: Picture) -> Paper:
        """The same for spreadsheets."""
        view = self._statement(picture)
        return statement_csv(view), f"Yatri-wallet-{view.name}.csv"

    def invoice(self, picture: Picture) -> Paper:
        """As it was issued; NotFound if it was not."""
        sources = self._sources
        with sources.units() as work:
            booking = work.bookings.get(BookingId(picture.booking_id))
            invoice = work.invoices.of_booking(booking.booking_id)
        if invoice is None:
            raise NotFound(f"invoice of booking {booking.booking_id}")
        train = sources.train(booking)
        view = invoice_view(
            invoice,
            booking,
            language=picture.language,
            train_number=train.number if train else booking.train_id,
            train_name_hi=train.name_hi if train else "",
        )
        return invoice_pdf(view, sources.fonts), f"Yatri-invoice-{booking.pnr}.pdf"

    def calendar(self, picture: Picture) -> Paper:
        """The departure as a file for the passenger's calendar."""
        from bot.pictures.calendar_file import calendar_file, calendar_view  # slow to import, and seldom asked for

        sources = self._sources
        booking = sources.booking(picture.booking_id)
        train = sources.train(booking)
        view = calendar_view(
            booking,
            sources.station(booking.boarding_station_code or booking.origin_station_code),
            sources.station(booking.destination_station_code),
            train.number if train else booking.train_id,
            language=picture.language,
            train_name_hi=train.name_hi if train else "",
            sample=sources.sample,
        )
        return calendar_file(view), f"Yatri-{booking.pnr}.ics"

    def opening(self, picture: Picture) -> Paper:
        """What a user's alert waits for as a file for their calendar; NotFound, too, for one of a berth."""
        from bot.pictures.calendar_file import opening_file, opening_view

        sources = self._sources
        with sources.units() as work:
            alert = work.alerts.get(UserId(picture.user_id), AlertId(picture.alert_id))
        if alert is None or alert.at is None:
            raise NotFound(f"alert {picture.alert_id}")
        words = say(picture.language)
        view = opening_view(
            alert,
            alert.at,
            sources.station(alert.origin),
            sources.station(alert.destination),
            what=words.label(opening_of(alert.quota), **quota_words(words, alert.quota)),
            day=words.long_day(alert.journey_date),
            language=picture.language,
        )
        return opening_file(view), f"Yatri-opening-{alert.journey_date}.ics"

    def figures(self, picture: Picture) -> Paper:
        """What a day brought; NotFound where nobody counts it."""
        from bot.pictures.figures import FiguresView, figures_png

        if self._sources.figures is None:
            raise NotFound("figures")
        day = date.fromisoformat(picture.day)
        view = FiguresView(picture.language, self._sources.figures(day), self._sources.sample)
        return figures_png(view, self._sources.fonts), f"Yatri-figures-{day}.png"

    def export(self, picture: Picture) -> Paper:
        """All that is kept of a user, as JSON for themselves."""
        told = Exporting(self._sources.units).of_user(UserId(picture.user_id), self._sources.now())
        return json.dumps(told, ensure_ascii=False, indent=2).encode(), "Yatri-my-data.json"

    def _statement(self, picture: Picture) -> StatementView:
        sources, now = self._sources, self._sources.now()
        period = period_of(picture.month, today(now))
        with sources.units() as work:
            wallet = work.wallets.get(WalletId(picture.wallet_id))
            owner = work.users.get(wallet.user_id)
            told = statement(work.wallets.rows(wallet.wallet_id), period)
        return statement_view(told, owner, now, language=picture.language, sample=sources.sample)

    def transcript(self, picture: Picture) -> Paper:
        """All that was said in a support ticket, as a page; what the desk noted only if that is asked for."""
        with self._sources.units() as work:
            ticket = work.tickets.get(UserId(picture.user_id), TicketId(picture.ticket_id))
            thread = work.tickets.thread(ticket)
        shown = [each for each in thread if picture.notes or each.kind is not ResponseKind.NOTE]
        return transcript(ticket, shown, say(picture.language)), f"Yatri-{ticket.ref}.html"
