"""Drawing with Pillow: text in several fonts on one baseline, smooth discs and pills, QR squares. Lengths in pixels."""

from functools import partial
from typing import Literal

from PIL import Image, ImageDraw, ImageFont

from bot.pictures.fitting import fit
from bot.pictures.fonts import Face, Fonts
from bot.pictures.palette import Colour
from bot.pictures.qr import Matrix

Align = Literal["left", "middle", "right"]
SHARE = {"left": 0.0, "middle": 0.5, "right": 1.0}
SMOOTH = 4  # supersampling of curves
FAINT_BOLD = 45  # a bold that no font has is drawn with strokes of size / this


class Canvas:
    """An RGB image to draw on."""

    def __init__(self, width: int, height: int, colour: Colour, fonts: Fonts) -> None:
        self.image = Image.new("RGB", (width, height), colour)
        self._draw = ImageDraw.Draw(self.image)
        self._fonts = fonts
        self._loaded: dict[tuple[Face | None, bool, float], ImageFont.FreeTypeFont | ImageFont.ImageFont] = {}

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
        for run in self._fonts.runs(text):
            font = self._font(run.face, bold, size)
            stroke = size / FAINT_BOLD if bold and _only_regular(run.face) else 0
            self._draw.text((x, y), run.text, fill=colour, font=font, anchor="ls", stroke_width=stroke)
            x += font.getlength(run.text)
        return wide

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Of a line of text."""
        return sum(self._font(run.face, bold, size).getlength(run.text) for run in self._fonts.runs(text))

    def box(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
        """A filled rectangle, right and bottom excluded."""
        self._draw.rectangle((left, top, right - 1, bottom - 1), fill=colour)

    def pill(self, left: int, top: int, right: int, bottom: int, colour: Colour, radius: int = 0) -> None:
        """A rectangle with round corners; by default its short sides are half circles."""
        radius = radius or min(bottom - top, right - left) // 2
        self.image.paste(colour, (left, top), rounded(right - left, bottom - top, radius))

    def disc(self, x: int, y: int, radius: int, colour: Colour) -> None:
        """A filled circle around a point."""
        self.image.paste(colour, (x - radius, y - radius), _disc(radius))

    def dashes(self, left: int, right: int, y: int, colour: Colour) -> None:
        """A dashed line."""
        for x in range(left, right, 22):
            self.box(x, y - 1, min(x + 12, right), y + 2, colour)

    def arrow(self, left: float, right: float, y: float, colour: Colour) -> None:
        """A line with a head at its right."""
        self.box(left, y - 2, right - 16, y + 2, colour)
        wide, high = 24, 26
        head = Image.new("L", (wide * SMOOTH, high * SMOOTH), 0)
        ImageDraw.Draw(head).polygon([(0, 0), (wide * SMOOTH, high * SMOOTH / 2), (0, high * SMOOTH)], fill=255)
        mask = head.resize((wide, high), Image.Resampling.LANCZOS)
        self.image.paste(colour, (round(right) - wide, round(y) - high // 2), mask)

    def squares(self, left: int, top: int, matrix: Matrix, scale: int, colour: Colour) -> None:
        """A QR code of `scale` pixels a square."""
        for row, line in enumerate(matrix):
            for column, dark in enumerate(line):
                if dark:
                    x, y = left + column * scale, top + row * scale
                    self.box(x, y, x + scale, y + scale, colour)

    def _font(self, face: Face | None, bold: bool, size: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
        key = face, bold, size
        if key not in self._loaded:
            self._loaded[key] = _load(face, bold, size, shape=face is not None and face is self._fonts.devanagari)
        return self._loaded[key]


def rounded(width: int, height: int, radius: int) -> Image.Image:
    """A mask with smooth round corners."""
    mask = Image.new("L", (width, height), 0)
    inner = (width - radius, height - radius)
    mask.paste(255, (radius, 0, inner[0], height))
    mask.paste(255, (0, radius, width, max(radius, inner[1])))
    disc = _disc(radius)
    for x in (0, width - 2 * radius):
        for y in (0, height - 2 * radius):
            mask.paste(255, (x, y), disc)
    return mask


def _disc(radius: int) -> Image.Image:
    side = 2 * radius
    large = Image.new("L", (side * SMOOTH, side * SMOOTH), 0)
    ImageDraw.Draw(large).ellipse((0, 0, side * SMOOTH - 1, side * SMOOTH - 1), fill=255)
    return large.resize((side, side), Image.Resampling.LANCZOS)


def _only_regular(face: Face | None) -> bool:
    return face is None or face.bold == face.regular


def _load(face: Face | None, bold: bool, size: float, *, shape: bool) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    if face is None:
        return ImageFont.load_default(size)
    engine = ImageFont.Layout.RAQM if shape else ImageFont.Layout.BASIC
    return ImageFont.truetype(str(face.bold if bold else face.regular), size, layout_engine=engine)
