"""Statements as PDF and CSV: their lines and balances, read back."""

import csv
from datetime import timedelta
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.fonts import Fonts, find_fonts
from bot.pictures.letterhead import RIGHT
from bot.pictures.statement import StatementView, statement_view
from bot.pictures.statement_csv import COLUMNS, safe, statement_csv
from bot.pictures.statement_pdf import ON_FIRST, ON_OTHERS, statement_pdf
from domain.statements import period_of, statement
from domain.wallets import WalletTransaction
from tests.unit.pictures.documents import PDFTOTEXT, pages, places, read
from tests.unit.pictures.ledgers import MADE, OWNER, november, row

FONTS = find_fonts()


def table(view: StatementView) -> list[list[str]]:
    """The CSV as a spreadsheet reads it."""
    content = statement_csv(view)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def of(*rows: WalletTransaction) -> StatementView:
    return statement_view(statement(rows, period_of("2026-11", MADE.date())), OWNER, MADE)


def test_the_csv_runs_from_the_opening_balance_to_the_closing_one() -> None:
    heading, opening, *moves, closing = table(november(4))
    assert heading == ["Date", "Time", "Type", "What for", "Status", "Reference", "Notes", "Credit", "Debit", "Balance"]
    assert (opening[0], opening[3], opening[-1]) == ("2026-11-01", "Opening balance", "1000.00")
    assert [move[-3:] for move in moves] == [
        ["250.50", "", "1250.50"],
        ["100.00", "", "1350.50"],
        ["", "300.25", "1050.25"],
        ["250.50", "", "1300.75"],
    ]
    assert moves[0][:4] == ["2026-11-02", "09:00:00", "credit", "Refund"]
    assert (closing[0], closing[3], *closing[-3:]) == ("2026-11-30", "Closing balance", "601.00", "300.25", "1300.75")
    assert {len(line) for line in (heading, opening, *moves, closing)} == {len(COLUMNS)}


def test_in_hindi_only_the_words_of_the_csv_change() -> None:
    english, hindi = table(november(4)), table(november(4, "hi"))
    assert hindi[0][0] == "तारीख"
    assert hindi[2][3] == "रिफ़ंड"
    numbers = [[line[:2] + line[-3:] for line in told[1:]] for told in (english, hindi)]
    assert numbers[0] == numbers[1]


def test_a_note_with_commas_quotes_and_lines_comes_back_as_it_was() -> None:
    note = 'say "hello",\nthen go;  महोदय'
    assert table(of(row("10", MADE, notes=note)))[2][6] == note


@pytest.mark.parametrize("note", ["=1+1", "+91 98", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "＝1+1"])
def test_what_would_run_as_a_formula_is_quoted(note: str) -> None:
    assert table(of(row("10", MADE, notes=note, reference_id=note)))[2][5:7] == [f"'{note}", f"'{note}"]


@given(st.text(max_size=20))
def test_no_field_begins_as_a_formula_does(text: str) -> None:
    assert not safe(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert safe(text) in (text, f"'{text}")


def test_lines_end_as_rfc_4180_says() -> None:
    lines = statement_csv(november(4)).split(b"\r\n")
    assert lines[-1] == b""
    assert len(lines) == 4 + 3 + 1
    assert not any(b"\n" in line for line in lines)


def test_the_pdf_shows_every_movement_with_the_balance_after_it() -> None:
    (text,) = pages(statement_pdf(november(4), Fonts()))
    for fact in (
        "Wallet Statement",
        "Sun, 1 Nov 2026 - Mon, 30 Nov 2026",
        "Asha Sharma",
        "Opening balance",
        "Page 1 of 1",
    ):
        assert fact in text
    for amount in ("1,000.00", "250.50", "1,250.50", "300.25", "1,050.25", "1,300.75", "601.00"):
        assert f"Rs {amount}" in text


@pytest.mark.parametrize(
    ("count", "sheets"),
    [(0, 1), (ON_FIRST, 1), (ON_FIRST + 1, 2), (ON_FIRST + ON_OTHERS, 2), (ON_FIRST + ON_OTHERS + 1, 3), (100, 5)],
)
def test_every_page_has_the_headings_and_the_balance_carried(count: int, sheets: int) -> None:
    document = statement_pdf(november(count, sample=True), Fonts())
    texts = pages(document)
    assert len(texts) == sheets
    for number, text in enumerate(texts, 1):
        lines = text.splitlines()
        for heading in (
            "Wallet Statement",
            "Date",
            "What for",
            "Credit",
            "Debit",
            "Balance",
            f"Page {number} of {sheets}",
        ):
            assert heading in lines
        assert ("Brought forward" in text) == (number > 1)
        assert "SAMPLE" in text
    unmarked = statement_pdf(november(count), Fonts())  # a watermark is turned, and so are its places
    assert all(10 < x < RIGHT and 7 < y < 297 for x, y in places(unmarked))
    assert sum(text.count("pay_RkQ2x8vYt1LmNo") for text in texts) == count
    assert ("No money moved" in texts[-1]) == (count == 0)


def test_the_first_balance_of_a_page_is_the_last_of_the_page_before() -> None:
    view = november(ON_FIRST + 1)
    carried = pages(statement_pdf(view, Fonts()))[1].splitlines()
    after = carried[carried.index("Brought forward") + 1]
    assert after == f"Rs {view.statement.lines[ON_FIRST - 1].balance:,.2f}"


def test_a_withdrawal_that_is_not_out_yet_says_so() -> None:
    pending = row("-10", MADE, status="pending")
    (text,) = pages(statement_pdf(of(row("50", MADE - timedelta(hours=1)), pending), Fonts()))
    assert "(on its way)" in text


def test_millions_fit_their_columns() -> None:
    rich = of(row("999999999999.99", MADE), row("-123456789012.34", MADE + timedelta(hours=1)))
    (text,) = pages(statement_pdf(rich, Fonts()))
    assert "Rs 9,99,99,99,99,999.99" in text
    assert rich.statement.closing == Decimal("876543210987.65")


@pytest.mark.skipif(not (PDFTOTEXT and FONTS.devanagari), reason="needs pdftotext and a Devanagari font")
def test_in_hindi_it_is_written_in_hindi(tmp_path: Path) -> None:
    text = read(statement_pdf(november(3, "hi"), FONTS), tmp_path).replace(" ", "")
    for fact in ("वॉलेट विवरण", "आशा Sharma", "टिकट बुकिंग", "अंतिम शेष", "₹1,050.25"):
        assert fact.replace(" ", "") in text  # a space may be read between letters


def test_the_same_statement_gives_the_same_bytes() -> None:
    assert statement_pdf(november(3), FONTS) == statement_pdf(november(3), FONTS)
