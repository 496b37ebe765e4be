"""A ticket whose passengers get in further on than they booked from."""

from datetime import UTC, datetime

from bot.pictures.fonts import find_fonts
from bot.pictures.ticket import TicketView, ticket_view
from bot.pictures.ticket_image import ticket_png
from bot.pictures.ticket_pdf import ticket_pdf
from bot.pictures.words import Words
from domain.ids import StationCode
from domain.stations import Station
from tests.unit.pictures.samples import DELHI, MUMBAI, booking

SURAT = Station(StationCode("ST"), "Surat", "सूरत")
EVENING, NIGHT = datetime(2026, 12, 26, 14, 42, tzinfo=UTC), datetime(2026, 12, 26, 20, 10, tzinfo=UTC)


def boarded(at: datetime, language: str = "en") -> TicketView:
    """The ticket from Mumbai, boarded at Surat."""
    changed = booking(2).but(boarding_station_code=SURAT.code, boarding_at=at)
    return ticket_view(changed, MUMBAI, DELHI, "12951", boarding=SURAT, language=language)


def test_where_and_when_they_get_in_is_on_the_ticket() -> None:
    assert Words("en").boarding(boarded(EVENING)) == "Surat (ST), 20:12"
    assert Words("hi").boarding(boarded(EVENING, "hi")) == "सूरत (ST), 20:12"
    assert Words("en").boarding(boarded(NIGHT)) == "Surat (ST), 01:40 +1"


def test_the_journey_that_was_booked_stays_as_it_was() -> None:
    ticket = boarded(EVENING)
    assert (ticket.origin, f"{ticket.departure_at:%H:%M}", ticket.km) == (MUMBAI, "17:00", 1384)
    assert "MMCT-NDLS" in ticket.qr


def test_who_gets_in_where_they_booked_from_sees_only_the_place() -> None:
    assert Words("en").boarding(ticket_view(booking(2), MUMBAI, DELHI, "12951")) == "Mumbai Central (MMCT)"


def test_picture_and_pdf_are_drawn_with_it() -> None:
    plain, changed = ticket_view(booking(2), MUMBAI, DELHI, "12951"), boarded(NIGHT)
    fonts = find_fonts()
    assert ticket_png(changed, fonts) != ticket_png(plain, fonts)
    assert ticket_pdf(changed, fonts).startswith(b"%PDF")
