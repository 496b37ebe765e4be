"""The tax invoice as a PDF: one A4 page that says what Rule 46 of the CGST Rules 2017 asks for, as we understand it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.pictures.fonts import Fonts
from bot.pictures.invoice_words import WORDS
from bot.pictures.letterhead import LEFT, RIGHT, Letterhead
from bot.pictures.page import Align, Page
from bot.pictures.palette import GREY, INK, NAVY, RULE, SHADE
from bot.pictures.words import Words
from domain.amounts import in_words
from domain.bookings import Booking
from domain.invoices import Invoice
from domain.rules.assumed import SAC
from domain.rules.gst_states import STATES

MIDDLE = 106.0
NOTES = ("note-fare", "note-inclusive", "note-reverse", "note-electronic")

# The table of what was supplied: label, where the text begins or ends, width.
COLUMNS: tuple[tuple[str, float, Align, float], ...] = (
    ("description", 18, "left", 96),
    ("sac", 118, "left", 18),
    ("quantity", 150, "right", 14),
    ("taxable", 192, "right", 40),
)


@dataclass(frozen=True, slots=True)
class InvoiceView:
    """An invoice and the journey that it is about; `fare` is the railway's part of what was paid, in rupees."""

    language: str
    invoice: Invoice
    train: str
    way: str
    journey_date: date
    fare: Decimal


def invoice_view(
    invoice: Invoice, booking: Booking, *, language: str = "en", train_number: str, train_name_hi: str = ""
) -> InvoiceView:
    """`booking` is the invoice's."""
    name = (train_name_hi if language == "hi" else "") or booking.train_name
    return InvoiceView(
        language=language,
        invoice=invoice,
        train=f"{train_number} {name}",
        way=f"{booking.origin_station_code} – {booking.destination_station_code}, {booking.travel_class}",
        journey_date=booking.journey_date,
        fare=booking.fare_breakup.ticket,
    )


def invoice_pdf(view: InvoiceView, fonts: Fonts) -> bytes:
    """The document; the same view and fonts give the same bytes."""
    return _Sheet(view, fonts).draw()


class _Sheet:
    """Draws from the top down; every part takes the y it begins at and returns where it ended."""

    def __init__(self, view: InvoiceView, fonts: Fonts) -> None:
        self.view = view
        self.invoice = view.invoice
        language = fonts.language(view.language)
        self.words = Words(language)
        self.labels = WORDS[language]
        self.page = Page(f"Yatri {self.invoice.number}", language, self.invoice.created_at, fonts)

    def draw(self) -> bytes:
        labels, sample = self.labels, self.invoice.sample
        strip, across = (labels["sample"], self.words("watermark")) if sample else ("", "")
        y = Letterhead(labels["title"], labels["original"], strip, across).draw(self.page)
        y = self._facts(y + 8)
        y = self._parties(y + 8)
        y = self._supply(y + 9)
        y = self._sum(y + 6)
        self._notes(y + 11)
        return self.page.bytes()

    def _facts(self, y: float) -> float:
        invoice, labels = self.invoice, self.labels
        facts = (
            (48, labels["number"], invoice.number),
            (44, labels["issued"], self.words.day(invoice.issued_on)),
            (36, self.words("pnr"), invoice.pnr),
            (54, labels["place"], _state(invoice.supplied_to)),
        )
        x = LEFT
        for width, label, value in facts:
            self.page.frame(x, y, x + width, y + 15, RULE)
            self.page.text(x + 2.5, y + 4.8, label, 8, GREY, width=width - 5)
            self.page.text(x + 2.5, y + 11.4, value, 11, INK, bold=True, width=width - 5, least=6.5)
            x += width
        return y + 15

    def _parties(self, y: float) -> float:
        """Who supplies at the left, who is supplied at the right."""
        supplier, labels = self.invoice.supplier, self.labels
        ours = (f"{labels['gstin']} {supplier.gstin}", f"{labels['state']} {_state(supplier.state_code)}")
        theirs = (labels["unregistered"],)
        left = self._party(LEFT, y, labels["supplier"], supplier.name, (supplier.address, *ours))
        right = self._party(MIDDLE + 4, y, labels["recipient"], self.invoice.recipient, theirs)
        return max(left, right)

    def _party(self, x: float, y: float, label: str, name: str, lines: tuple[str, ...]) -> float:
        width = MIDDLE - LEFT - 6
        self.page.text(x, y + 3, label, 8.5, GREY)
        y = self.page.lines(x, y + 9.5, name, 12, INK, width=width, step=5.5, bold=True)
        for line in lines:
            y = self.page.lines(x, y, line, 9.5, INK, width=width, step=4.8)
        return y - 2

    def _supply(self, y: float) -> float:
        view, page, labels = self.view, self.page, self.labels
        page.box(LEFT, y, RIGHT, y + 7, SHADE)
        values = (labels["fee"], SAC, "1", self.words.money(self.invoice.tax.taxable))
        for (key, x, align, width), value in zip(COLUMNS, values, strict=True):
            page.text(x, y + 4.8, labels[key], 8.5, GREY, bold=True, width=width, align=align)
            page.text(x, y + 13.5, value, 10.5, INK, bold=True, width=width, align=align)
        _, left, _, width = COLUMNS[0]
        page.text(left, y + 19, view.train, 9, GREY, width=width)
        page.text(left, y + 24, f"{view.way} · {self.words.day(view.journey_date)}", 9, GREY, width=width)
        page.frame(LEFT, y, RIGHT, y + 28, RULE)
        return y + 28

    def _sum(self, y: float) -> float:
        """The taxes, the total, and the total in words."""
        page, labels = self.page, self.labels
        top = y
        for label, amount in self._taxes():
            page.text(MIDDLE + 4, y + 5.2, label, 10, INK, width=52)
            page.text(RIGHT - 4, y + 5.2, self.words.money(amount), 10, INK, align="right", width=30)
            y += 7
            page.line(MIDDLE, y, RIGHT, y, RULE)
        page.box(MIDDLE, y, RIGHT, y + 10, SHADE)
        total = self.words.money(self.invoice.fee)
        page.text(MIDDLE + 4, y + 6.7, labels["total"], 12, NAVY, bold=True, width=46)
        page.text(RIGHT - 4, y + 6.7, total, 13, NAVY, bold=True, align="right", width=36)
        page.frame(MIDDLE, top, RIGHT, y + 10, RULE)
        page.text(LEFT, top + 4, labels["in-words"], 8.5, GREY)
        spelt = in_words(self.invoice.fee, self.words.language)
        self.page.lines(LEFT, top + 10, spelt, 11, INK, width=MIDDLE - LEFT - 6, step=5.6)
        return y + 10

    def _taxes(self) -> list[tuple[str, Decimal]]:
        """The lines above the total: what the tax is on, and the tax."""
        tax, labels = self.invoice.tax, self.labels
        whole, half = _percent(self.invoice.rate), _percent(self.invoice.rate / 2)
        lines = [(labels["taxable"], tax.taxable)]
        if tax.igst:
            return [*lines, (f"IGST {whole}", tax.igst)]
        state = "UTGST" if tax.union else "SGST"
        return [*lines, (f"CGST {half}", tax.cgst), (f"{state} {half}", tax.sgst)]

    def _notes(self, y: float) -> None:
        page = self.page
        page.text(LEFT, y, self.words("notes"), 12, NAVY, bold=True)
        y += 7
        unknown = self.invoice.supplied_to == self.invoice.supplier.state_code
        for number, key in enumerate((*NOTES, "note-place") if unknown else NOTES, 1):
            note = self.labels[key].format(fare=self.words.money(self.view.fare))
            page.text(LEFT, y, f"{number}.", 9, GREY)
            y = page.lines(LEFT + 6, y, note, 9, INK, width=RIGHT - LEFT - 6, step=4.6) + 1.4


def _state(code: str) -> str:
    """As `27 Maharashtra`, in the words of the GST system in either language."""
    return f"{code} {STATES.get(code, '')}".strip()


def _percent(rate: Decimal) -> str:
    """As `9 %`."""
    return f"{(rate * 100).normalize():f} %"
