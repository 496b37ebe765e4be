"""The tax invoice as a PDF: its words, read back from the document."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bot.pictures.fonts import Fonts, find_fonts
from bot.pictures.invoice import InvoiceView, invoice_pdf, invoice_view
from bot.pictures.letterhead import RIGHT
from domain.invoices import SAMPLE_SUPPLIER, Invoice, Supplier
from tests.unit.pictures.documents import PDFTOTEXT, pages, places, read
from tests.unit.pictures.samples import TRAIN_HI, booking

FONTS = find_fonts()
SUPPLIER = Supplier(name="Yatri Services LLP", gstin="27AAPFU0939F1ZV", address="4 Station Road, Pune 411001")
NOW = datetime(2026, 11, 23, 6, 7, tzinfo=UTC)
LONG = "Venkatanarasimharajuvaripeta Subrahmanyam Chandrasekhara Rao"


def invoice(**changes: object) -> Invoice:
    """Of the samples' booking, for its fee of 35.40."""
    about = booking(2)
    return Invoice(
        booking_id=about.booking_id,
        user_id=about.user_id,
        pnr=about.pnr,
        number="Y/26-27/000042",
        issued_on=date(2026, 11, 23),
        supplier=SUPPLIER,
        recipient="Asha Sharma",
        supplied_to="27",
        fee=about.fare_breakup.convenience,
        rate=Decimal("0.18"),
        created_at=NOW,
        updated_at=NOW,
    ).but(**changes)


def view(language: str = "en", **changes: object) -> InvoiceView:
    return invoice_view(invoice(**changes), booking(2), language=language, train_number="12951", train_name_hi=TRAIN_HI)


def words(language: str = "en", **changes: object) -> str:
    (page,) = pages(invoice_pdf(view(language, **changes), Fonts()))
    return page


def test_it_names_all_that_rule_46_asks_for() -> None:
    text = words()
    for supplier in ("Tax Invoice", "Yatri Services LLP", "4 Station Road, Pune 411001", "GSTIN 27AAPFU0939F1ZV"):
        assert supplier in text
    for about in ("Y/26-27/000042", "Mon, 23 Nov 2026", "27 Maharashtra", "Asha Sharma", "998551", "8512345678"):
        assert about in text
    for money in ("Rs 30.00", "CGST 9 %", "SGST 9 %", "Rs 2.70", "Rs 35.40", "Rupees thirty-five and forty paise only"):
        assert money in text
    assert "Tax payable on reverse charge: no." in text
    assert "IGST 18" not in text


def test_the_railways_fare_is_told_to_be_the_railways() -> None:
    assert "train fare of Rs 3,850.00 is Indian Railways' own supply" in words()


def test_to_another_state_the_tax_is_integrated() -> None:
    text = words(supplied_to="29")
    assert "IGST 18 %" in text
    assert "Rs 5.40" in text
    assert "29 Karnataka" in text
    assert "CGST" not in text
    assert "not on record" not in text


def test_where_the_passengers_state_is_unknown_it_says_why_it_is_the_suppliers() -> None:
    assert "12(2)(b)" in words()


def test_a_sample_says_so_and_an_invoice_does_not() -> None:
    assert "not a tax invoice" in words(sample=True, supplier=SAMPLE_SUPPLIER)
    assert "SAMPLE" not in words()


@pytest.mark.skipif(not (PDFTOTEXT and FONTS.devanagari), reason="needs pdftotext and a Devanagari font")
def test_in_hindi_it_is_written_in_hindi(tmp_path: Path) -> None:
    text = read(invoice_pdf(view("hi"), FONTS), tmp_path).replace(" ", "")
    for fact in ("कर बीजक", "पैंतीस रुपये चालीस पैसे मात्र", "₹35.40", "Y/26-27/000042", "27AAPFU0939F1ZV"):
        assert fact.replace(" ", "") in text  # a space may be read between letters


@pytest.mark.parametrize("fonts", [FONTS, Fonts()], ids=["all", "no"])
@pytest.mark.parametrize("language", ["en", "hi"])
def test_the_longest_names_stay_on_one_page(fonts: Fonts, language: str) -> None:
    supplier = SUPPLIER.but(name=f"{LONG} and Sons Private Limited", address=f"{LONG} Road, " * 4)
    document = invoice_pdf(view(language, supplier=supplier, recipient=LONG), fonts)
    found = places(document)
    assert len(found) > 30
    assert all(10 < x < RIGHT and 8 < y < 297 for x, y in found)


def test_the_same_invoice_gives_the_same_bytes() -> None:
    assert invoice_pdf(view(), FONTS) == invoice_pdf(view(), FONTS)
