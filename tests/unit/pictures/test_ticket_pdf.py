"""The ticket as a PDF: its words and squares, read back from the document."""

import re
import shutil
import subprocess
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from bot.pictures.fonts import Fonts, find_fonts
from bot.pictures.letterhead import RIGHT
from bot.pictures.qr import qr_matrix
from bot.pictures.ticket import TicketView
from bot.pictures.ticket_pdf import QR, ticket_pdf
from tests.unit.pictures.samples import view

FONTS = find_fonts()
PDFTOTEXT = shutil.which("pdftotext")
POINT = 25.4 / 72  # millimetres
FACTS = ("8512345678", "12951", "MMCT", "Mumbai Central", "17:00", "NDLS", "New Delhi", "08:32", "Sat, 26 Dec 2026")
CHARGES = ("Ticket fare", "Reservation charge", "Superfast charge", "GST", "Convenience fee", "11,585.40")
TRAVELLERS = ("Asha Sharma", "B2", "35", "40", "CNF", "Side upper")


def drawing(document: bytes) -> str:
    """The page's drawing commands."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", document, re.DOTALL)
    return next(text for text in (zlib.decompress(s).decode("latin-1") for s in streams) if " re " in text)


def words(document: bytes) -> str:
    """All that is written in one of PDF's own fonts, one text a line."""
    texts = re.findall(r"\(((?:\\.|[^\\)])*)\) Tj", drawing(document))
    return "\n".join(re.sub(r"\\(.)", r"\1", text) for text in texts)


def read(document: bytes, tmp_path: Path) -> str:
    """What another program reads in it."""
    path = tmp_path / "ticket.pdf"
    path.write_bytes(document)
    assert PDFTOTEXT
    return subprocess.run([PDFTOTEXT, "-layout", path, "-"], capture_output=True, check=True).stdout.decode()


def test_without_any_font_every_fact_is_there() -> None:
    text = words(ticket_pdf(view(6, "hi"), Fonts()))
    for fact in (*FACTS, *CHARGES, *TRAVELLERS, "Rajakumar Sharma", "Muttu Kumar", "Rs 11,585.40"):
        assert fact in text
    assert text.isascii()


@pytest.mark.skipif(not (PDFTOTEXT and FONTS.latin), reason="needs pdftotext (poppler-utils) and a Latin font")
def test_with_fonts_another_program_reads_every_fact(tmp_path: Path) -> None:
    text = read(ticket_pdf(view(6), FONTS), tmp_path)
    for fact in (*FACTS, *CHARGES, *TRAVELLERS, "Zoë D'Souza", "₹11,585.40", "pay_RkQ2x8vYt1LmNo"):
        assert fact in text


@pytest.mark.skipif(not (PDFTOTEXT and FONTS.devanagari), reason="needs pdftotext and a Devanagari font")
def test_in_hindi_it_is_written_in_hindi(tmp_path: Path) -> None:
    text = read(ticket_pdf(view(2, "hi"), FONTS), tmp_path)
    for fact in ("मुंबई सेंट्रल", "राजकुमार शर्मा", "कुल भुगतान", "17:00", "8512345678"):
        assert fact in text


@pytest.mark.parametrize("fonts", [FONTS, Fonts()], ids=["all", "no"])
@pytest.mark.parametrize("language", ["en", "hi"])
def test_six_people_with_the_longest_names_fit_one_page(fonts: Fonts, language: str) -> None:
    document = ticket_pdf(view(6, language, long=True, sample=False), fonts)
    assert document.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b", document)) == 1
    places = [
        (float(x) * POINT, float(y) * POINT) for x, y in re.findall(r"BT ([\d.]+) ([\d.]+) Td", drawing(document))
    ]
    assert len(places) > 60
    assert all(10 < x < RIGHT and 8 < y < 297 for x, y in places)  # from the page's lower left corner


def test_the_qr_code_has_its_squares() -> None:
    ticket = view(6)
    matrix = qr_matrix(ticket.qr)
    boxes = _boxes_at_qr(ticket)
    top = max(y for _, y, _, _ in boxes)
    scale = QR / len(matrix)
    for row, line in enumerate(matrix):
        for column, square in enumerate(line):
            x, y = RIGHT - QR + (column + 0.5) * scale, top - (row + 0.5) * scale
            assert square == any(left < x < left + wide and up - high < y < up for left, up, wide, high in boxes)


def _boxes_at_qr(ticket: TicketView) -> list[tuple[float, float, float, float]]:
    """Filled rectangles in the QR code's columns: left, top, width, height in millimetres from the lower left."""
    number = r"(-?[\d.]+)"
    found = re.findall(rf"{number} {number} {number} {number} re f", drawing(ticket_pdf(ticket, Fonts())))
    boxes = [(float(x) * POINT, float(y) * POINT, float(w) * POINT, -float(h) * POINT) for x, y, w, h in found]
    return [box for box in boxes if box[0] > RIGHT - QR - 0.1 and box[2] <= QR]


def test_a_sample_says_so_and_a_ticket_does_not() -> None:
    assert "not valid for travel" in words(ticket_pdf(view(sample=True), Fonts()))
    assert "SAMPLE" not in words(ticket_pdf(view(sample=False), Fonts()))


def test_a_place_in_the_waiting_list_is_written_out() -> None:
    ticket = view()
    waiting = replace(ticket.travellers[0], status="GNWL 112/WL 104", coach="", number="", kind=None)
    text = words(ticket_pdf(replace(ticket, travellers=(waiting,)), Fonts()))
    assert "GNWL 112/WL 104" in text


def test_yatri_does_not_pretend_to_be_the_railway() -> None:
    assert "Yatri is neither Indian Railways nor IRCTC" in words(ticket_pdf(view(), Fonts()))


def test_the_same_ticket_gives_the_same_bytes() -> None:
    assert ticket_pdf(view(), FONTS) == ticket_pdf(view(), FONTS)
