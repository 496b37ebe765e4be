"""The statement as a PDF: A4 pages with the headings repeated and the balance after every movement."""

from collections.abc import Sequence
from decimal import Decimal

from bot.pictures.fonts import Fonts
from bot.pictures.letterhead import LEFT, RIGHT, Letterhead
from bot.pictures.page import Align, Page
from bot.pictures.palette import GREY, INK, NAVY, RULE, SHADE
from bot.pictures.statement import StatementView, what_for
from bot.pictures.statement_words import WORDS
from bot.pictures.words import Words
from domain.railtime import INDIA
from domain.statements import StatementLine

ROW = 9.6
ON_FIRST, ON_OTHERS = 19, 23  # movements on a page: the first has the summary above them
FOOT = 289.0

# Label, where the text begins or ends, width.
COLUMNS: tuple[tuple[str, float, Align, float], ...] = (
    ("date", 18, "left", 32),
    ("what", 52, "left", 60),
    ("credit", 140, "right", 26),
    ("debit", 166, "right", 26),
    ("balance", 192, "right", 26),
)


def statement_pdf(view: StatementView, fonts: Fonts) -> bytes:
    """The document; the same view and fonts give the same bytes."""
    return _Sheets(view, fonts).draw()


def sheets(lines: Sequence[StatementLine]) -> list[Sequence[StatementLine]]:
    """The lines of each page; one page at least."""
    rest = [lines[start : start + ON_OTHERS] for start in range(ON_FIRST, len(lines), ON_OTHERS)]
    return [lines[:ON_FIRST], *rest]


class _Sheets:
    """Draws from the top down; every part takes the y it begins at and returns where it ended."""

    def __init__(self, view: StatementView, fonts: Fonts) -> None:
        self.view = view
        self.statement = view.statement
        language = fonts.language(view.language)
        self.words = Words(language)
        self.labels = WORDS[language]
        self.page = Page(f"Yatri {view.name}", language, view.made_at, fonts)

    def draw(self) -> bytes:
        pages = sheets(self.statement.lines)
        for number, lines in enumerate(pages, 1):
            if number > 1:
                self.page.turn_over()
            y = self._head() + 7
            y = self._summary(y) + 8 if number == 1 else y
            carried = pages[number - 2][-1].balance if number > 1 else self.statement.opening
            y = self._table(y, lines, self.labels["brought" if number > 1 else "opening"], carried)
            if number == len(pages):
                self._end(y)
            page = self.labels["page"].format(number, len(pages))
            self.page.text(RIGHT, FOOT, page, 8.5, GREY, align="right")
        return self.page.bytes()

    def _head(self) -> float:
        labels, period = self.labels, self.statement.period
        strip, across = (labels["sample"], self.words("watermark")) if self.view.sample else ("", "")
        days = f"{self.words.day(period.first)} – {self.words.day(period.last)}"
        return Letterhead(labels["title"], days, strip, across).draw(self.page)

    def _summary(self, y: float) -> float:
        """Whose wallet, and what the period made of it."""
        view, labels, page = self.view, self.labels, self.page
        for left, label, value, width in (
            (LEFT, labels["owner"], view.owner, 62),
            (82, labels["wallet"], view.wallet_id, 66),
            (152, labels["made"], self.words.moment(view.made_at), 44),
        ):
            page.text(left, y + 3, label, 8.5, GREY, width=width)
            page.text(left, y + 9, value, 11, INK, bold=True, width=width, least=6.5)
        y += 15
        box = (RIGHT - LEFT) / 4
        for place, key in enumerate(("opening", "credits", "debits", "closing")):
            x = LEFT + place * box
            page.frame(x, y, x + box, y + 15, RULE)
            page.text(x + 2.5, y + 4.8, labels[key], 8, GREY, width=box - 5)
            amount = self.words.money(getattr(self.statement, key))
            page.text(x + 2.5, y + 11.6, amount, 13, NAVY, bold=True, width=box - 5, least=8)
        return y + 15

    def _table(self, y: float, lines: Sequence[StatementLine], label: str, carried: Decimal) -> float:
        page, top = self.page, y
        page.box(LEFT, y, RIGHT, y + 7, SHADE)
        for key, x, align, width in COLUMNS:
            page.text(x, y + 4.8, self.labels[key], 8.5, GREY, bold=True, align=align, width=width)
        y = self._carried(y + 7, label, carried)
        for line in lines:
            page.line(LEFT, y, RIGHT, y, RULE)
            self._line(y, line)
            y += ROW
        page.frame(LEFT, top, RIGHT, y, RULE)
        return y

    def _carried(self, y: float, label: str, amount: Decimal) -> float:
        """The balance with which a page begins."""
        self.page.text(COLUMNS[1][1], y + 4.9, label, 9, GREY, width=60)
        self._amount(y + 4.9, "balance", amount)
        return y + 7.4

    def _line(self, y: float, line: StatementLine) -> None:
        page, row = self.page, line.row
        when = row.created_at.astimezone(INDIA)
        left, middle = COLUMNS[0][1], COLUMNS[1][1]
        page.text(left, y + 4.1, self.words.day(when), 9, INK, width=32)
        page.text(left, y + 7.9, f"{when:%H:%M}", 7.5, GREY)
        page.text(middle, y + 4.1, what_for(row, self.words.language), 9.5, INK, width=62)
        below = " · ".join(filter(None, (row.notes, row.reference_id)))
        page.text(middle, y + 7.9, below, 7, GREY, width=62, least=5.5)
        for key, amount in (("credit", line.credit), ("debit", line.debit)):
            if amount:
                self._amount(y + 5.8, key, amount)
        self._amount(y + 5.8, "balance", line.balance)

    def _amount(self, y: float, key: str, amount: Decimal) -> None:
        x, width = next((x, width) for name, x, _, width in COLUMNS if name == key)
        bold = key == "balance"
        self.page.text(x, y, self.words.money(amount), 9.5, INK, bold=bold, align="right", width=width - 2, least=6)

    def _end(self, y: float) -> None:
        """The totals under the last line."""
        if not self.statement.lines:
            self.page.text(LEFT, y + 8, self.labels["none"], 10, INK)
            return
        self.page.box(LEFT, y, RIGHT, y + 9, SHADE)
        self.page.text(COLUMNS[1][1], y + 5.9, self.labels["total"], 10.5, NAVY, bold=True)
        for key, amount in (
            ("credit", self.statement.credits),
            ("debit", self.statement.debits),
            ("balance", self.statement.closing),
        ):
            self._amount(y + 5.9, key, amount)
