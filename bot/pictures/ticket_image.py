"""The ticket as a picture: a boarding card for the phone, 1080 pixels wide, PNG."""

from datetime import datetime

from PIL import Image

from bot.pictures.canvas import Align, Canvas, rounded
from bot.pictures.fonts import Fonts, can_shape
from bot.pictures.palette import GREY, GROUND, INK, MARIGOLD, NAVY, PALE, PAPER, RULE, of_status
from bot.pictures.png import as_png
from bot.pictures.qr import qr_matrix
from bot.pictures.ticket import TicketView, Traveller
from bot.pictures.words import Words
from domain.stations import Station

WIDTH, MARGIN, RADIUS, NOTCH = 1080, 40, 36, 22
LEFT, RIGHT = 104, 976  # of what is on the card
MIDDLE = WIDTH // 2
TALLEST = 2400


def ticket_png(view: TicketView, fonts: Fonts) -> bytes:
    """The picture as PNG, well under 300 KB; its height grows with the party."""
    if not can_shape():
        fonts = fonts.without_devanagari
    return as_png(_Card(view, fonts).draw())


class _Card:
    """Draws from the top down; every part takes the y it begins at and returns where it ended."""

    def __init__(self, view: TicketView, fonts: Fonts) -> None:
        self.view = view
        self.words = Words(fonts.language(view.language))
        self.canvas = Canvas(WIDTH, TALLEST, PAPER, fonts)

    def draw(self) -> Image.Image:
        y = self._header(MARGIN)
        y = self._tear(self._route(y + 30) + 34)
        y = self._facts(y + 34)
        y = self._people(y + 20)
        y = self._tear(y + 30)
        y = self._footer(y + 40)
        return self._trimmed(y)

    def _header(self, y: int) -> int:
        view, text = self.view, self.canvas.text
        bottom = y + 196
        self.canvas.box(0, 0, WIDTH, bottom, NAVY)
        text(LEFT, y + 88, "Yatri", 62, PAPER, bold=True)
        text(RIGHT, y + 84, self.words("eticket"), 34, PALE, bold=True, align="right")
        code = str(view.travel_class)
        wide = round(self.canvas.width(code, 40, bold=True)) + 44
        self.canvas.pill(RIGHT - wide, y + 116, RIGHT, y + 172, MARIGOLD)
        text(RIGHT - wide / 2, y + 159, code, 40, NAVY, bold=True, align="middle")
        train = f"{view.train_number}  {self.words.train(view)}"
        text(LEFT, y + 158, train, 40, PAPER, bold=True, width=RIGHT - wide - LEFT - 30, least=24)
        return self._sample(bottom)

    def _sample(self, y: int) -> int:
        """The strip that says what this ticket is not."""
        if not self.view.sample:
            self.canvas.box(0, y, WIDTH, y + 8, MARIGOLD)
            return y + 8
        self.canvas.box(0, y, WIDTH, y + 54, MARIGOLD)
        words = self.words("sample-short")
        self.canvas.text(MIDDLE, y + 38, words, 28, NAVY, bold=True, align="middle", width=RIGHT - LEFT)
        return y + 54

    def _route(self, y: int) -> int:
        view = self.view
        self._end(LEFT, y, "left", view.origin, view.departure_at)
        self._end(RIGHT, y, "right", view.destination, view.arrival_at)
        self._way(y)
        return y + 270

    def _end(self, x: int, y: int, align: Align, station: Station, when: datetime) -> None:
        """One end of the journey: code, name, time and day."""
        text, words = self.canvas.text, self.words
        text(x, y + 92, station.code, 92, NAVY, bold=True, align=align)
        text(x, y + 146, words.station(station), 34, INK, align=align, width=(RIGHT - LEFT) / 2 - 30)
        text(x, y + 226, f"{when:%H:%M}", 58, INK, bold=True, align=align)
        text(x, y + 270, words.day(when), 30, GREY, align=align)

    def _way(self, y: int) -> None:
        """The arrow between the codes, with the time it takes above and the distance below."""
        text, view = self.canvas.text, self.view
        left = LEFT + self.canvas.width(view.origin.code, 92, bold=True) + 30
        right = RIGHT - self.canvas.width(view.destination.code, 92, bold=True) - 30
        self.canvas.disc(round(left) + 9, y + 60, 9, MARIGOLD)
        self.canvas.arrow(left + 18, right, y + 60, MARIGOLD)
        middle, room = (left + right) / 2, right - left - 20
        text(middle, y + 42, self.words.duration(view.duration), 28, GREY, align="middle", width=room)
        text(middle, y + 102, f"{view.km} {self.words('km')}", 28, GREY, align="middle", width=room)

    def _facts(self, y: int) -> int:
        view, words = self.view, self.words
        self._fact(LEFT, y, words("pnr"), view.pnr, 430, 64)
        self._fact(560, y, words("class"), words.travel_class(view.travel_class), RIGHT - 560, 46)
        y += 140
        self._fact(LEFT, y, words("journey-date"), words.day(view.journey_date), 300, 32)
        self._fact(430, y, words("quota"), words.quota(view.quota), 200, 32)
        self._fact(660, y, words("boarding"), words.boarding(view), RIGHT - 660, 32)
        return y + 84

    def _fact(self, x: int, y: int, label: str, value: str, width: int, size: int) -> None:
        self.canvas.text(x, y + 24, label, 26, GREY, width=width)
        self.canvas.text(x, y + 36 + size, value, size, INK, bold=True, width=width, least=size * 0.6)

    def _people(self, y: int) -> int:
        for person in self.view.travellers:
            self.canvas.box(LEFT, y, RIGHT, y + 2, RULE)
            self._person(y + 2, person)
            y += 112
        return y

    def _person(self, y: int, person: Traveller) -> None:
        text, words = self.canvas.text, self.words
        text(LEFT, y + 50, person.name, 36, INK, bold=True, width=470)
        text(LEFT, y + 92, f"{person.age} · {words.gender(person.gender)}", 28, GREY, width=470)
        if not person.coach:
            status = f"{person.status} · {words('no-berth')}" if person.without_berth else person.status
            self._status(RIGHT, y, status, 300)
            return
        self._status(730, y, person.status, 130)
        text(RIGHT, y + 54, f"{person.coach} · {person.number}", 44, NAVY, bold=True, align="right", width=220)
        text(RIGHT, y + 92, words.kind(person.kind), 28, GREY, align="right", width=220)

    def _status(self, right: int, y: int, status: str, most: int) -> None:
        ink, ground = of_status(status)
        wide = round(min(self.canvas.width(status, 28, bold=True), most)) + 36
        self.canvas.pill(right - wide, y + 32, right, y + 78, ground)
        self.canvas.text(right - wide / 2, y + 65, status, 28, ink, bold=True, align="middle", width=most)

    def _footer(self, y: int) -> int:
        side = self._qr(y)
        x, words, text = LEFT + side + 44, self.words, self.canvas.text
        room = RIGHT - x
        line = self._charges(x, y)
        text(x, line + 64, words("total"), 30, GREY, width=room / 2)
        text(RIGHT, line + 70, words.money(self.view.fare.total), 58, NAVY, bold=True, align="right", width=room * 0.6)
        text(x, line + 124, f"{words('booked-at')}: {words.moment(self.view.booked_at)}", 26, INK, width=room, least=18)
        text(x, line + 162, self.view.transaction, 24, GREY, width=room, least=18)
        y += max(side, line + 162 - y) + 60
        text(MIDDLE, y, words("note-1"), 26, INK, align="middle", width=RIGHT - LEFT, least=18)
        text(MIDDLE, y + 40, words("note-4"), 24, GREY, align="middle", width=RIGHT - LEFT, least=18)
        return y + 84

    def _charges(self, x: float, y: int) -> int:
        """What the fare is made of, a line each; returns where the last one ends."""
        for label, amount in self.words.charges(self.view):
            self.canvas.text(x, y + 24, label, 26, GREY, width=(RIGHT - x) * 0.65)
            self.canvas.text(RIGHT, y + 24, amount, 26, INK, align="right", width=(RIGHT - x) * 0.33)
            y += 38
        return y

    def _qr(self, y: int) -> int:
        """Draws it without its quiet zone, which the white around it is; returns its side."""
        matrix = qr_matrix(self.view.qr)
        scale = 320 // len(matrix)
        self.canvas.squares(LEFT, y, matrix, scale, INK)
        return scale * len(matrix)

    def _tear(self, y: int) -> int:
        """The perforation, with a notch at either edge."""
        self.canvas.dashes(MARGIN + NOTCH + 14, WIDTH - MARGIN - NOTCH - 10, y, PALE)
        for x in (MARGIN, WIDTH - MARGIN):
            self.canvas.disc(x, y, NOTCH, GROUND)
        return y

    def _trimmed(self, bottom: int) -> Image.Image:
        """The card cut out with round corners, on the ground."""
        size = (WIDTH - 2 * MARGIN, bottom - MARGIN)
        card = self.canvas.image.crop((MARGIN, MARGIN, WIDTH - MARGIN, bottom))
        whole = Image.new("RGB", (WIDTH, bottom + MARGIN), GROUND)
        whole.paste(card, (MARGIN, MARGIN), rounded(*size, RADIUS))
        return whole
