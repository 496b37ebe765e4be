"""The ticket as a PDF: one A4 page, laid out as passengers know their reservation slips, in Yatri's own dress."""

from datetime import datetime

from bot.pictures.fonts import Fonts
from bot.pictures.letterhead import LEFT, RIGHT, Letterhead
from bot.pictures.page import Align, Page
from bot.pictures.palette import GREY, INK, MARIGOLD, NAVY, RULE, SHADE, of_status
from bot.pictures.qr import qr_matrix
from bot.pictures.ticket import TicketView, Traveller
from bot.pictures.words import Words
from domain.stations import Station

QR = 36.0  # side
ROW = 8.4  # of the passenger table
WAITING = 42.0  # width of a status that has the coach and berth columns to itself
NOTES = ("note-1", "note-2", "note-3", "note-4")

# The passenger table: label, left edge, width.
COLUMNS: tuple[tuple[str, float, float], ...] = (
    ("name", 23, 62),
    ("age", 88, 10),
    ("gender", 101, 23),
    ("status", 127, 18),
    ("coach", 147, 11),
    ("berth", 160, 10),
    ("seat-words", 173, 21),
)


def ticket_pdf(view: TicketView, fonts: Fonts) -> bytes:
    """The document; the same view and fonts give the same bytes."""
    return _Slip(view, fonts).draw()


class _Slip:
    """Draws from the top down; every part takes the y it begins at and returns where it ended."""

    def __init__(self, view: TicketView, fonts: Fonts) -> None:
        self.view = view
        self.words = Words(fonts.language(view.language))
        self.page = Page(f"Yatri {view.pnr}", self.words.language, view.booked_at, fonts)

    def draw(self) -> bytes:
        y = self._route(self._header() + 7)
        y = self._facts(y + 6)
        y = self._people(y + 9)
        y = self._payment(y + 9)
        self._notes(y + 9)
        return self.page.bytes()

    def _header(self) -> float:
        words, sample = self.words, self.view.sample
        strip, across = (words("sample"), words("watermark")) if sample else ("", "")
        return Letterhead(words("title"), words("happy"), strip, across).draw(self.page)

    def _route(self, y: float) -> float:
        """Where from and where to, with the QR code at the right."""
        view, page, words = self.view, self.page, self.words
        right = RIGHT - QR - 14
        self._end(LEFT, y, "left", words("from"), view.origin, view.departure_at)
        self._end(right, y, "right", words("to"), view.destination, view.arrival_at)
        middle = (LEFT + right) / 2
        page.arrow(middle - 16, middle + 16, y + 9, MARIGOLD)
        page.text(middle, y + 6, words.duration(view.duration), 9, GREY, align="middle", width=32)
        page.text(middle, y + 14.2, f"{view.km} {words('km')}", 9, GREY, align="middle", width=32)
        page.squares(RIGHT - QR, y, qr_matrix(view.qr), QR, INK)
        page.text(RIGHT - QR / 2, y + QR + 4, words("scan"), 7, GREY, align="middle", width=QR + 8)
        return y + QR + 4

    def _end(self, x: float, y: float, align: Align, label: str, station: Station, when: datetime) -> None:
        text, words = self.page.text, self.words
        text(x, y + 3, label, 9, GREY, align=align)
        text(x, y + 14, station.code, 28, NAVY, bold=True, align=align, width=44)
        text(x, y + 20.5, words.station(station), 11, INK, align=align, width=62)
        text(x, y + 30.5, f"{when:%H:%M}", 18, INK, bold=True, align=align)
        text(x, y + 36.5, words.day(when), 10, GREY, align=align, width=62)

    def _facts(self, y: float) -> float:
        """Boxes: PNR, train and class above; quota, distance, date, boarding and booking time below."""
        view, words = self.view, self.words
        upper = (
            (46, words("pnr"), view.pnr),
            (90, words("train"), f"{view.train_number} {words.train(view)}"),
            (46, words("class"), words.travel_class(view.travel_class)),
        )
        lower = (
            (30, words("quota"), words.quota(view.quota)),
            (22, words("distance"), f"{view.km} {words('km')}"),
            (40, words("journey-date"), words.day(view.journey_date)),
            (44, words("boarding"), words.boarding(view)),
            (46, words("booked-at"), words.moment(view.booked_at)),
        )
        self._boxes(y, 17, 15, upper)
        self._boxes(y + 17, 13, 10, lower)
        return y + 30

    def _boxes(self, y: float, height: float, size: float, boxes: tuple[tuple[float, str, str], ...]) -> None:
        x = LEFT
        for width, label, value in boxes:
            self.page.frame(x, y, x + width, y + height, RULE)
            self.page.text(x + 2.5, y + 4.8, label, 8, GREY, width=width - 5)
            bottom = y + height - 3.2
            self.page.text(x + 2.5, bottom, value, size, INK, bold=True, width=width - 5, least=7.5)
            x += width

    def _heading(self, y: float, words: str) -> float:
        self.page.text(LEFT, y, words, 12, NAVY, bold=True)
        return y + 3

    def _people(self, y: float) -> float:
        page = self.page
        top = y = self._heading(y, self.words("passengers"))
        page.box(LEFT, y, RIGHT, y + 7, SHADE)
        for key, left, width in COLUMNS:
            page.text(left, y + 4.8, self.words(key), 8.5, GREY, bold=True, width=width)
        y += 7
        for number, person in enumerate(self.view.travellers, 1):
            page.line(LEFT, y, RIGHT, y, RULE)
            page.text(LEFT + 4, y + 5.7, str(number), 10, GREY)
            self._person(y + 5.7, person)
            y += ROW
        page.frame(LEFT, top, RIGHT, y, RULE)
        return y

    def _person(self, y: float, person: Traveller) -> None:
        words = self.words
        values = (
            person.name,
            str(person.age),
            words.gender(person.gender),
            person.status,
            person.coach,
            person.number,
            words("no-berth") if person.without_berth else words.kind(person.kind),
        )
        for (key, left, width), value in zip(COLUMNS, values, strict=True):
            status = key == "status"
            colour = of_status(person.status)[0] if status else INK
            room = WAITING if status and not person.coach and not person.without_berth else width
            strong = status or key in ("name", "coach", "berth")
            self.page.text(left, y, value, 10.5, colour, bold=strong, width=room, least=7)

    def _payment(self, y: float) -> float:
        """The break-up at the left, the payment's id at the right."""
        view, page, words = self.view, self.page, self.words
        top = y = self._heading(y, words("payment"))
        middle = 112.0
        for label, amount in words.charges(view):
            page.text(LEFT + 4, y + 5.2, label, 10, INK, width=62)
            page.text(middle - 4, y + 5.2, amount, 10, INK, align="right", width=30)
            y += 7
            page.line(LEFT, y, middle, y, RULE)
        page.box(LEFT, y, middle, y + 10, SHADE)
        page.text(LEFT + 4, y + 6.7, words("total"), 12, NAVY, bold=True, width=50)
        page.text(middle - 4, y + 6.7, words.money(view.fare.total), 13, NAVY, bold=True, align="right", width=42)
        page.frame(LEFT, top, middle, y + 10, RULE)
        self._paid(middle + 10, top)
        return y + 10

    def _paid(self, x: float, y: float) -> None:
        page, words = self.page, self.words
        page.text(x, y + 4, words("transaction"), 8, GREY)
        page.text(x, y + 9, self.view.transaction or "-", 10, INK, bold=True, width=RIGHT - x, least=6)
        page.text(x, y + 16, words("inclusive"), 8, GREY, width=RIGHT - x, least=6)

    def _notes(self, y: float) -> None:
        y = self._heading(y, self.words("notes"))
        for number, key in enumerate(NOTES, 1):
            self.page.text(LEFT, y + 4, f"{number}.", 9, GREY)
            self.page.text(LEFT + 6, y + 4, self.words(key), 9, INK, width=RIGHT - LEFT - 6)
            y += 6
