"""The statement as CSV, for spreadsheets: RFC 4180, UTF-8 with a byte order mark, ISO dates, plain numbers."""

import csv
from io import StringIO

from bot.pictures.statement import StatementView, what_for
from bot.pictures.statement_words import WORDS
from domain.railtime import INDIA
from domain.statements import StatementLine

COLUMNS = ("date", "time", "kind", "what", "status", "reference", "notes", "credit", "debit", "balance")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # as OWASP lists them ("CSV injection")
_FULLWIDTH = "＝＋－＠"  # which some spreadsheets read as the same signs


def statement_csv(view: StatementView) -> bytes:
    """A heading, the opening balance, a line each movement, the totals with the closing balance. Times are India's,
    amounts rupees with a point and two places, in every language."""
    labels = WORDS[view.language]
    statement = view.statement
    first, last = statement.period.first, statement.period.last
    opening = ["", "", f"{statement.opening:.2f}"]
    totals = [f"{statement.credits:.2f}", f"{statement.debits:.2f}", f"{statement.closing:.2f}"]
    rows = [
        [labels[key] for key in COLUMNS],
        [first.isoformat(), "", "", labels["opening"], "", "", "", *opening],
        *(_row(view, line) for line in statement.lines),
        [last.isoformat(), "", "", labels["closing"], "", "", "", *totals],
    ]
    out = StringIO(newline="")
    csv.writer(out).writerows([safe(field) for field in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def safe(field: str) -> str:
    """A field that a spreadsheet will not run as a formula: one that would begin one is quoted with an apostrophe."""
    return f"'{field}" if field.lstrip(" ").startswith((*_FORMULA, *_FULLWIDTH)) else field


def _row(view: StatementView, line: StatementLine) -> list[str]:
    row = line.row
    when = row.created_at.astimezone(INDIA)
    return [
        f"{when:%Y-%m-%d}",
        f"{when:%H:%M:%S}",
        str(row.type),
        what_for(row, view.language),
        row.status,
        row.reference_id,
        row.notes,
        f"{line.credit:.2f}" if line.credit else "",
        f"{line.debit:.2f}" if line.debit else "",
        f"{line.balance:.2f}",
    ]
