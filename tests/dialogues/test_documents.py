"""A trip on paper: the code to pay, the invoice, the calendar file, the wallet's statement; for nobody else."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.drawing import Drawing
from domain.bookings import BookingStatus
from domain.errors import Problem
from domain.invoices import Invoice
from domain.railtime import INDIA
from domain.services.booking import HOLD
from domain.sessions import Session
from handlers.reply import Picture, PictureKind
from handlers.turns import Turn
from tests.dialogues.test_happy_path import at_payment, at_review, credit
from tests.dialogues.test_money import booking_of
from tests.dialogues.transcript import Passenger, World

Draw = Callable[[Picture], tuple[bytes, str]]


@pytest.fixture(scope="module")
def draw(world: World) -> Draw:
    """What the bot would send for a picture."""
    return Drawing(world.units, lambda: world.catalogue, sample=True, now=world.clock.now)


def booked(world: World) -> Passenger:
    """With a ticket that was paid."""
    return at_payment(world.passenger()).pays().taps("I have paid").sees("Booked and paid")


def shown(asha: Passenger) -> Picture:
    """The picture among the replies."""
    (picture,) = (reply.picture for reply in asha.replies if reply.picture)
    return picture


def at_trip(asha: Passenger) -> Passenger:
    """Looking at the ticket; its buttons stand under the picture."""
    asha.says("/trips").taps("NDLS → MMCT")
    asha.screen = asha.replies[0]
    return asha


def invoice_of(asha: Passenger) -> Invoice | None:
    booking = booking_of(asha)
    with asha.world.units() as work:
        return work.invoices.of_booking(booking.booking_id)


def test_the_code_to_pay_is_the_payments_link(world: World, draw: Draw) -> None:
    asha = at_payment(world.passenger())
    booking = booking_of(asha)
    asha.taps("QR code").sees("Scan this", "takes UPI").sees_not("Your berths are held")  # which still stands above it
    asha.says(f"/qr {booking.booking_id}").sees("Scan this", "₹3,885.40</b> until", "Your berths are held")
    picture = shown(asha)
    assert (picture.kind, picture.payment_id) == (PictureKind.PAY_QR, booking.payment_id)
    content, name = draw(picture)
    assert content.startswith(b"\x89PNG")
    assert name == f"Yatri-pay-{booking.pnr}.png"
    question, first, second, asked_again = (asha.message - before for before in (3, 2, 1, 0))
    assert asha.stripped == []
    asha.pays().taps("I have paid").sees("Booked and paid")
    asha.is_told()
    assert set(asha.stripped) == {question, first, second}, "the message that is tapped becomes the last word"
    assert world.turns.sent(Turn(Session(chat_id=asha.chat_id), ()), None, [(booking.booking_id, asked_again)])


@pytest.mark.parametrize("by_time", [True, False])
def test_the_code_asks_for_nothing_once_the_berths_are_given_back(world: World, *, by_time: bool) -> None:
    asha = at_payment(world.passenger())
    booking = booking_of(asha)
    question, code = asha.message, asha.taps("QR code").message
    if by_time:
        world.services.expiring.end(booking.booking_id, BookingStatus.EXPIRED, booking.hold_until)
        assert "The time to pay" in "".join(asha.is_told(HOLD))
        assert asha.stripped == [code]
    else:
        asha.says("/cancel").sees("given back")
        assert asha.stripped == [code, question]


def test_the_code_of_a_trip_that_is_paid_is_its_ticket(world: World) -> None:
    asha = booked(world)
    asha.says(f"/qr {booking_of(asha).booking_id}")
    kinds = [reply.picture.kind for reply in asha.replies if reply.picture]
    assert kinds == [PictureKind.TICKET_IMAGE, PictureKind.TICKET_PDF]


def test_the_invoice_is_numbered_when_it_is_first_asked_for(world: World, draw: Draw) -> None:
    asha = booked(world)
    assert invoice_of(asha) is None
    at_trip(asha).taps("GST invoice").sees("Sample invoice", "S/29-30/", "₹35.40")
    first, picture = invoice_of(asha), shown(asha)
    content, name = draw(picture)
    assert content.startswith(b"%PDF-")
    assert name == f"Yatri-invoice-{booking_of(asha).pnr}.pdf"
    at_trip(asha).taps("GST invoice")
    assert invoice_of(asha) == first
    assert draw(shown(asha)) == (content, name)
    mine = world.services.exporting.of_user(booking_of(asha).user_id, world.clock.now())
    assert [each["number"] for each in mine["invoices"]] == [first.number if first else ""]


def test_there_is_no_invoice_before_the_money(world: World) -> None:
    asha = at_payment(world.passenger())
    asha.says(f"/invoice {booking_of(asha).booking_id}").sees("once the trip is paid")
    assert invoice_of(asha) is None


def test_a_trip_in_the_calendar_is_cancelled_there_with_the_ticket(world: World, draw: Draw) -> None:
    asha = at_trip(booked(world)).taps("Add to calendar").sees("a day, 4 hours and 1 hour before")
    content, name = draw(shown(asha))
    assert b"STATUS:CONFIRMED" in content
    assert name == f"Yatri-{booking_of(asha).pnr}.ics"
    at_trip(asha).taps("✖ Cancel").taps("Everybody").taps("Yes, cancel")
    asha.says(f"/trip {booking_of(asha).booking_id}").taps("Add to calendar").sees("is cancelled", "mark it so")
    content, _ = draw(shown(asha))
    assert b"STATUS:CANCELLED" in content
    asha.says(f"/trip {booking_of(asha).booking_id}").taps("GST invoice").sees("Sample invoice")


@pytest.mark.parametrize("what", ["qr", "invoice", "calendar"])
def test_nobody_gets_the_papers_of_another(world: World, what: str) -> None:
    asha, eve = booked(world), world.passenger("Eve Rao")
    booking = booking_of(asha)
    eve.says("/start").taps("English").taps("Look around first")
    tries = [f"/{what} {value}" for value in (booking.booking_id, booking.pnr, "", "no such id")]
    refused(eve, tries, booking.pnr)
    eve.says("/start").registers()
    refused(eve, tries, booking.pnr)
    assert invoice_of(asha) is None


def refused(eve: Passenger, tries: list[str], secret: str) -> None:
    for said in tries:
        eve.says(said)
        assert not [reply for reply in eve.replies if reply.picture]
        assert secret not in eve.shown


@pytest.mark.parametrize("kind", [PictureKind.STATEMENT_PDF, PictureKind.STATEMENT_CSV])
def test_a_statement_is_of_the_months_movements(world: World, draw: Draw, kind: PictureKind) -> None:
    asha = at_review(world.passenger())
    credit(asha, Decimal("5000.00"))
    asha.says("/wallet").taps("Pay from wallet").sees("Booked and paid")
    with world.units() as work:
        user = work.users.get(booking_of(asha).user_id)
    picture = Picture(kind=kind, wallet_id=user.wallet_id, language="en")
    content, name = draw(picture)
    today = world.clock.now().astimezone(INDIA).date()
    assert name == f"Yatri-wallet-{today - timedelta(days=89)}-to-{today}.{kind.removeprefix('statement-')}"
    if kind is PictureKind.STATEMENT_CSV:
        assert b"5000.00,,5000.00\r\n" in content
        assert content.rstrip().endswith(b"5000.00,3885.40,1114.60")
    before, name = draw(picture.but(month="2029-12"))
    assert name.startswith("Yatri-wallet-2029-12-01-to-2029-12-31")
    assert len(before) < len(content)
    with pytest.raises(Problem, match="bad-month"):
        draw(picture.but(month="2029-13"))
