"""What a ticket shows of a booking."""

from decimal import Decimal

import pytest

from bot.pictures.fonts import find_fonts
from bot.pictures.ticket import ticket_view
from bot.pictures.ticket_image import ticket_png
from bot.pictures.words import ENGLISH, HINDI, Words
from domain.bookings import NOSB
from domain.inventory import BerthKind
from handlers.texts import LANGUAGES, say
from tests.unit.pictures.samples import DELHI, FAMILY, MUMBAI, booking, view


def test_times_are_those_of_the_stations_clocks() -> None:
    ticket = view()
    assert f"{ticket.departure_at:%d %H:%M}" == "26 17:00"
    assert f"{ticket.arrival_at:%d %H:%M}" == "27 08:32"
    assert Words("en").duration(ticket.duration) == "15 h 32 m"


def test_each_traveller_has_coach_berth_and_its_position() -> None:
    lower = view(3).travellers[1]
    assert (lower.coach, lower.number, lower.kind, lower.status) == ("B2", "36", BerthKind.LOWER, "CNF")


def test_a_booking_without_berths_or_payment_can_be_shown() -> None:
    bare = booking(1)
    waiting = bare.but(payment_id=None, passengers=(bare.passengers[0].but(seat=None, status="GNWL 12/WL 4"),))
    ticket = ticket_view(waiting, MUMBAI, DELHI, "12951")
    assert (ticket.travellers[0].coach, ticket.transaction) == ("", "")
    assert "GNWL 12/WL 4" in ticket.qr


def test_the_qr_code_says_what_an_inspector_needs_and_no_names() -> None:
    said = view(6).qr
    for fact in ("PNR 8512345678", "Train 12951 3A GN", "26-12-2026 17:00", "MMCT-NDLS", "6 pax B2-35 B2-36"):
        assert fact in said
    assert not any(name.split()[0] in said for name, _, _ in FAMILY)
    assert said.isascii()


def test_both_languages_have_every_word() -> None:
    assert ENGLISH.keys() == HINDI.keys()


def test_berths_are_called_what_the_chat_calls_them() -> None:
    for language in LANGUAGES:
        for kind in BerthKind:
            assert say(language).label(f"berth-{kind}").casefold().startswith(Words(language).kind(kind).casefold())


def test_charges_add_up_and_leave_out_what_is_nothing() -> None:
    ticket = view(2)
    shown = [Decimal(amount.lstrip("₹").replace(",", "")) for _, amount in Words("en").charges(ticket)]
    assert sum(shown) == ticket.fare.total
    assert 0 not in shown


def test_hindi_names_are_used_where_they_are_known() -> None:
    ticket = view(language="hi")
    assert Words("hi").station(ticket.origin) == "मुंबई सेंट्रल"
    assert Words("en").station(ticket.origin) == "Mumbai Central"
    assert Words("hi").day(ticket.journey_date) == "शनि, 26 दिस॰ 2026"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_child_without_a_berth_is_shown_as_such(language: str) -> None:
    family = booking(2)
    lap = family.passengers[1].but(age=0, seat=None, berth_kind=None, berth_wanted=False, status=NOSB)
    ticket = ticket_view(family.but(passengers=(family.passengers[0], lap)), MUMBAI, DELHI, "12951", language=language)
    assert [person.without_berth for person in ticket.travellers] == [False, True]
    assert "2 pax B2-35 NOSB" in ticket.qr
    assert Words(language)("no-berth").casefold() == say(language).label("no-berth").casefold()
    assert ticket_png(ticket, find_fonts()) != ticket_png(view(2, language), find_fonts())
