"""A train's route as a picture: a line map with its timetable for the phone, PNG."""

from dataclasses import dataclass
from math import ceil

from PIL import Image

from bot.pictures.canvas import Canvas
from bot.pictures.fonts import Fonts, can_shape
from bot.pictures.palette import GREY, INK, MARIGOLD, NAVY, PALE, PAPER, RULE, SHADE, Colour
from bot.pictures.png import as_png
from bot.pictures.route import Call, NewDay, RouteView
from bot.pictures.route_land import draw_land
from bot.pictures.route_words import LETTERS, WORDS
from bot.pictures.words import Words

MARGIN = 56
WIDE, NARROW, BETWEEN = 968, 864, 64  # a column of the timetable alone, beside others, and the space between
MOST_IN_ONE, MOST_COLUMNS, MOST_IN_COLUMN = 32, 4, 64  # lines
ROW, TALLEST_ROW = 62, 84
LABELS = 56  # over the timetable
LIST = 2000  # the height that the timetable is stretched to at most
LONGEST_SUM = 10_000  # width and height of a photo together, Telegram's limit
MAP = 430  # height
SAND: Colour = (255, 246, 226)
DIM: Colour = (160, 168, 180)
UNLIT: Colour = (38, 62, 102)
RAIL = 282  # where the line runs in a column


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lines are set: in so many columns of so many lines, each so high; `scale` of everything above them."""

    columns: int
    rows: int
    row: int

    @property
    def column(self) -> int:
        """The width of one."""
        return WIDE if self.columns == 1 else NARROW

    @property
    def width(self) -> int:
        """Of the picture."""
        return 2 * MARGIN + self.columns * self.column + (self.columns - 1) * BETWEEN

    @property
    def scale(self) -> float:
        """What is above grows with the picture, though not as much."""
        return 1 + 0.55 * (self.columns - 1)


def layout_of(lines: int) -> Layout:
    """One column as long as a phone shows it well, else two or more of equal length."""
    columns = 1 if lines <= MOST_IN_ONE else min(max(2, ceil(lines / MOST_IN_COLUMN)), MOST_COLUMNS)
    rows = ceil(lines / columns)
    return Layout(columns, rows, max(ROW, min(TALLEST_ROW, LIST // rows)))


def route_png(view: RouteView, fonts: Fonts) -> bytes:
    """The picture as PNG, within Telegram's limits for photos."""
    if not can_shape():
        fonts = fonts.without_devanagari
    image = _Map(view, fonts).draw()
    if (total := sum(image.size)) > LONGEST_SUM:
        image = image.resize((image.width * LONGEST_SUM // total, image.height * LONGEST_SUM // total))
    return as_png(image)


class _Map:
    """Draws from the top down; every part takes the y it begins at and returns where it ended."""

    def __init__(self, view: RouteView, fonts: Fonts) -> None:
        language = fonts.language(view.language)
        self.view = view
        self.words = Words(language)
        self.said = WORDS[language]
        self.letters = LETTERS[language]
        self.layout = layout_of(len(view.lines))
        self.right = self.layout.width - MARGIN
        height = round(900 * self.layout.scale) + LABELS + self.layout.rows * self.layout.row + 200
        self.canvas = Canvas(self.layout.width, height, PAPER, fonts)

    def draw(self) -> Image.Image:
        y = self._header()
        y = self._land(y)
        y = self._timetable(y)
        y = self._note(y)
        return self.canvas.image.crop((0, 0, self.layout.width, y))

    def _px(self, length: float) -> int:
        """A length of what is above the timetable."""
        return round(length * self.layout.scale)

    def _header(self) -> int:
        view, text, px = self.view, self.canvas.text, self._px
        self.canvas.box(0, 0, self.layout.width, px(334), NAVY)
        self.canvas.box(0, px(334), self.layout.width, px(342), MARIGOLD)
        text(MARGIN, px(104), view.number, px(76), PAPER, bold=True)
        text(self.right, px(84), "Yatri", px(40), PALE, bold=True, align="right")
        name = (view.name_hi if self.words.language == "hi" else "") or view.name
        text(MARGIN, px(168), name, px(44), PAPER, bold=True, width=self.right - MARGIN, least=px(28))
        self._ends(px(228))
        self._week(px(288))
        return px(342)

    def _ends(self, y: int) -> None:
        """Where from and where to, with an arrow between."""
        px, room = self._px, (self.right - MARGIN - self._px(110)) / 2
        names = (self.words.station(self.view.origin), self.words.station(self.view.terminus))
        wide = self.canvas.text(MARGIN, y, names[0], px(34), PALE, width=room, least=px(24))
        left = MARGIN + wide + px(20)
        self.canvas.arrow(left, left + px(64), y - px(11), MARIGOLD)
        self.canvas.text(left + px(84), y, names[1], px(34), PALE, width=room, least=px(24))

    def _week(self, y: int) -> None:
        """Seven letters, lit on the days of run; at the right, the classes."""
        px, radius = self._px, self._px(24)
        x = MARGIN + radius
        for letter, runs in zip(self.letters, self.view.days, strict=True):
            self.canvas.disc(x, y - px(4), radius, MARIGOLD if runs else UNLIT)
            ink = NAVY if runs else PALE
            self.canvas.text(x, y + px(5), letter, px(26), ink, bold=runs, align="middle")
            x += 2 * radius + px(10)
        self._classes(y, x)

    def _classes(self, y: int, left: float) -> None:
        px, x = self._px, self.right
        chips = [str(travel_class) for travel_class in self.view.classes] or [self.said["unreserved"]]
        for chip in reversed(chips):
            wide = round(self.canvas.width(chip, px(26), bold=True)) + px(28)
            if x - wide < left:
                return
            self.canvas.pill(x - wide, y - px(28), x, y + px(20), PAPER)
            self.canvas.text(x - wide / 2, y + px(5), chip, px(26), NAVY, bold=True, align="middle")
            x -= wide + px(10)

    def _land(self, y: int) -> int:
        """The facts at the left, the way over the land at the right; facts alone in a row if places are unknown."""
        px, view = self._px, self.view
        whose = "your-" if view.part else ""
        facts = (
            (self.said[f"{whose}distance"], f"{view.km} {self.said['km']}"),
            (self.said[f"{whose}time"], self.words.duration(view.duration)),
            (self.said[f"{whose}stops"], str(view.stops)),
        )
        if not view.points:
            for index, (label, value) in enumerate(facts):
                self._fact(MARGIN + index * (self.right - MARGIN) / 3, y + px(30), label, value)
            return y + px(150)
        for index, (label, value) in enumerate(facts):
            self._fact(MARGIN, y + px(36 + 130 * index), label, value)
        left = MARGIN + px(310)
        box = (left, y + px(32), self.right, y + px(MAP - 8))
        self.canvas.pill(*box, SHADE, px(24))
        draw_land(self.canvas, view, self.words, box, self.layout.scale)
        return y + px(MAP + 16)

    def _fact(self, x: float, y: float, label: str, value: str) -> None:
        px = self._px
        self.canvas.text(x, y + px(26), label, px(26), GREY, width=px(290))
        self.canvas.text(x, y + px(76), value, px(42), INK, bold=True, width=px(290))

    def _timetable(self, y: int) -> int:
        layout, lines = self.layout, self.view.lines
        y += LABELS
        for column in range(layout.columns):
            left = MARGIN + column * (layout.column + BETWEEN)
            self._labels(left, y - 18)
            shown = lines[column * layout.rows : (column + 1) * layout.rows]
            for index, line in enumerate(shown):
                self._line(left, y + index * layout.row, column * layout.rows + index, line)
        return y + layout.rows * layout.row

    def _labels(self, left: int, y: int) -> None:
        for x, key in ((116, "arrival"), (232, "departure"), (self.layout.column - 8, "km")):
            self.canvas.text(left + x, y, self.said[key], 24, GREY, align="right", width=110)
        self.canvas.text(left + RAIL + 44, y, self.said["station"], 24, GREY)

    def _line(self, left: int, top: int, at: int, line: Call | NewDay) -> None:
        bottom, middle = top + self.layout.row, top + self.layout.row // 2
        if self.view.part and line.travelled:
            self.canvas.box(left, top, left + self.layout.column, bottom, SAND)
        self._rail(left + RAIL, top, middle, at - 1)
        self._rail(left + RAIL, middle, bottom, at)
        if isinstance(line, NewDay):
            self._day(left, middle, line)
        else:
            self._call(left, middle, line)

    def _rail(self, x: int, top: int, bottom: int, at: int) -> None:
        """Half of the rail from this line to the next; none before the first and after the last."""
        lines = self.view.lines
        if 0 <= at < len(lines) - 1:
            travelled = lines[at].travelled and lines[at + 1].travelled
            half = 5 if travelled else 3
            self.canvas.box(x - half, top, x + half, bottom, NAVY if travelled else PALE)

    def _day(self, left: int, middle: int, line: NewDay) -> None:
        words = self.said["day"].format(line.day)
        wide = round(self.canvas.width(words, 26, bold=True)) + 44
        self.canvas.dashes(left + 8, left + self.layout.column - 8, middle, RULE)
        self.canvas.pill(left + RAIL - wide // 2, middle - 21, left + RAIL + wide // 2, middle + 21, MARIGOLD)
        self.canvas.text(left + RAIL, middle + 9, words, 26, NAVY, bold=True, align="middle")

    def _call(self, left: int, middle: int, call: Call) -> None:
        text, base = self.canvas.text, middle + 11
        ink, quiet = (INK, GREY) if call.travelled else (DIM, DIM)
        strong = call.major or call.passenger
        last = not call.departure or bool(self.view.part and call.stop == self.view.part[1])
        text(left + 116, base, call.arrival, 32 if last else 30, ink if last else quiet, bold=last, align="right")
        text(left + 232, base, call.departure, 32, quiet if last else ink, bold=strong and not last, align="right")
        text(left + self.layout.column - 8, base, str(call.km), 28, quiet, align="right")
        self._dot(left + RAIL, middle, call)
        name, room = self.words.station(call.station), self.layout.column - RAIL - 44 - 110
        code = self.canvas.width(call.station.code, 26) + 18
        size = 35 if strong else 32
        wide = text(left + RAIL + 44, base, name, size, ink, bold=strong, width=room - code, least=22)
        text(left + RAIL + 44 + wide + 18, base, call.station.code, 26, quiet)

    def _dot(self, x: int, y: int, call: Call) -> None:
        colour = NAVY if call.travelled else PALE
        if call.passenger:
            self.canvas.disc(x, y, 20, NAVY)
            self.canvas.disc(x, y, 12, MARIGOLD)
        elif call.major:
            self.canvas.disc(x, y, 15, colour)
            self.canvas.disc(x, y, 8, PAPER)
        else:
            self.canvas.disc(x, y, 9, colour)
            self.canvas.disc(x, y, 4, PAPER)

    def _note(self, y: int) -> int:
        self.canvas.text(
            self.layout.width / 2, y + 64, self.said["note"], 24, GREY, align="middle", width=self.right - MARGIN
        )
        return y + 100
