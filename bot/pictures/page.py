"""Drawing on A4 pages with fpdf2: text in several fonts on one baseline, boxes, QR squares. Lengths in millimetres,
sizes of letters in points."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import Literal

from bot.pictures.fitting import fit, wrapped
from bot.pictures.fonts import Face, Fonts
from bot.pictures.palette import Colour
from bot.pictures.qr import Matrix

Align = Literal["left", "middle", "right"]
SHARE = {"left": 0.0, "middle": 0.5, "right": 1.0}
WIDTH, HEIGHT = 210, 297
CELL_BASELINE = 0.3  # of the letters' height: how far below its middle fpdf2 puts a cell's baseline


class Page:
    """A page to draw on, and after `turn_over` the next one."""

    def __init__(self, title: str, language: str, made: datetime, fonts: Fonts) -> None:
        from fpdf import FPDF  # takes long to import, and most who run Yatri's commands print no paper

        self._pdf = FPDF(format="A4")
        self._fonts = fonts
        self._pdf.set_auto_page_break(False)
        self._pdf.set_margin(0)
        self._pdf.c_margin = 0
        self._pdf.set_title(title)
        self._pdf.set_creator("Yatri")
        self._pdf.set_lang(f"{language}-IN")
        self._pdf.set_creation_date(made)
        for name, face in (("latin", fonts.latin), ("devanagari", fonts.devanagari)):
            if face:
                self._pdf.add_font(name, "", face.regular)
                self._pdf.add_font(name, "B", face.bold)
        self._pdf.add_page()

    def turn_over(self) -> None:
        """All that is drawn from now on is on a new page."""
        self._pdf.add_page()

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: Colour,
        *,
        bold: bool = False,
        align: Align = "left",
        width: float = 0,
        least: float = 0,
    ) -> float:
        """One line whose baseline is at y; made to fit `width` if given, not smaller than `least` (by default 70 %).
        Returns how wide it came out."""
        if width:
            text, size = fit(text, width, size, least or size * 0.7, partial(self.width, bold=bold))
        wide = self.width(text, size, bold=bold)
        x -= wide * SHARE[align]
        self._pdf.set_text_color(*colour)
        for run in self._fonts.runs(text):
            self._set(run.face, bold, size)
            if self._shaped(run.face):
                self._pdf.set_xy(x, y - CELL_BASELINE * self._pdf.font_size)
                self._pdf.cell(0, 0, run.text)
            else:
                self._pdf.text(x, y, run.text)
            x += self._pdf.get_string_width(run.text)
        return wide

    def lines(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: Colour,
        *,
        width: float,
        step: float,
        bold: bool = False,
    ) -> float:
        """As many lines as it takes, the first one's baseline at y, `step` apart; returns where the next would be."""
        for line in wrapped(text, width, size, partial(self.width, bold=bold)):
            self.text(x, y, line, size, colour, width=width, bold=bold)
            y += step
        return y

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Of a line of text."""
        wide = 0.0
        for run in self._fonts.runs(text):
            self._set(run.face, bold, size)
            wide += self._pdf.get_string_width(run.text)
        return wide

    def box(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
        """A filled rectangle."""
        self._pdf.set_fill_color(*colour)
        self._pdf.rect(left, top, right - left, bottom - top, style="F")

    def frame(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
        """A thin outline."""
        self._pdf.set_draw_color(*colour)
        self._pdf.set_line_width(0.25)
        self._pdf.rect(left, top, right - left, bottom - top, style="D")

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: Colour, width: float = 0.25) -> None:
        """A straight line."""
        self._pdf.set_draw_color(*colour)
        self._pdf.set_line_width(width)
        self._pdf.line(x1, y1, x2, y2)

    def arrow(self, left: float, right: float, y: float, colour: Colour) -> None:
        """A line with a head at its right and a dot at its left."""
        self.line(left, y, right - 2, y, colour, 0.7)
        self._pdf.set_fill_color(*colour)
        self._pdf.circle(left, y, 1.1, style="F")
        self._pdf.polygon([(right - 3, y - 1.7), (right, y), (right - 3, y + 1.7)], style="F")

    def squares(self, left: float, top: float, matrix: Matrix, side: float, colour: Colour) -> None:
        """A QR code so many millimetres wide."""
        scale = side / len(matrix)
        self._pdf.set_fill_color(*colour)
        for row, line in enumerate(matrix):
            for start, end in _stretches(line):
                # A row's neighbours are one rectangle, or viewers show hairlines between them.
                self._pdf.rect(left + start * scale, top + row * scale, (end - start) * scale, scale, style="F")

    @contextmanager
    def turned(self, degrees: float, x: float, y: float) -> Iterator[None]:
        """What is drawn inside is turned around this point."""
        with self._pdf.rotation(degrees, x, y):
            yield

    def bytes(self) -> bytes:
        """The finished document."""
        return bytes(self._pdf.output())

    def _shaped(self, face: Face | None) -> bool:
        return face is not None and face is self._fonts.devanagari

    def _set(self, face: Face | None, bold: bool, size: float) -> None:
        family = "helvetica" if face is None else "devanagari" if self._shaped(face) else "latin"
        self._pdf.set_font(family, "B" if bold else "", size)
        self._pdf.set_text_shaping(self._shaped(face))


def _stretches(line: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    """Beginning and end of each stretch of dark squares."""
    start: int | None = None
    for index, dark in enumerate((*line, False)):
        if dark and start is None:
            start = index
        elif not dark and start is not None:
            yield start, index
            start = None
