"""The way of a train over the land: its stations joined by a line, north up, on a plain ground."""

from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageDraw

from bot.pictures.canvas import SMOOTH, Canvas
from bot.pictures.palette import INK, MARIGOLD, NAVY, PALE, PAPER, Colour
from bot.pictures.route import Point, RouteView
from bot.pictures.words import Words

Box = tuple[int, int, int, int]  # left, top, right, bottom in pixels


def draw_land(canvas: Canvas, view: RouteView, words: Words, box: Box, scale: float) -> None:
    """The stations joined, as large as the box allows, with the names of the ends; `scale` of letters and lines."""
    _Land(canvas, box, scale).draw(view, words)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A point of the way and its pixel."""

    point: Point
    x: int
    y: int


class _Land:
    """Draws into a box of a canvas."""

    def __init__(self, canvas: Canvas, box: Box, scale: float) -> None:
        self._canvas = canvas
        self._box = box
        self._scale = scale

    def _px(self, length: float) -> int:
        return round(length * self._scale)

    def draw(self, view: RouteView, words: Words) -> None:
        """The line first, then what lies on it."""
        px = self._px
        left, top, right, bottom = self._box
        places = _placed(view.points, (left + px(60), top + px(74), right - px(60), bottom - px(74)))
        for travelled, colour in ((False, PALE), (True, NAVY)):
            for one, other in pairwise(places):
                if (one.point.travelled and other.point.travelled) == travelled:
                    self._stroke(one, other, px(6), colour)
        major = {call.stop for call in view.calls if call.major}
        for place in places:
            if place.point.stop in major:
                self._canvas.disc(place.x, place.y, px(6), NAVY if place.point.travelled else PALE)
        self._end(places, words.station(view.origin))
        self._end(places[::-1], words.station(view.terminus))
        for place in places:
            if place.point.stop in (view.part or (0, len(view.calls) - 1)):
                self._pin(place, NAVY, MARIGOLD)

    def _stroke(self, one: _Placed, other: _Placed, width: int, colour: Colour) -> None:
        """A smooth line between two points."""
        left, top = min(one.x, other.x) - width, min(one.y, other.y) - width
        size = (abs(one.x - other.x) + 2 * width, abs(one.y - other.y) + 2 * width)
        mask = Image.new("L", (size[0] * SMOOTH, size[1] * SMOOTH), 0)
        draw = ImageDraw.Draw(mask)
        ends = [((place.x - left) * SMOOTH, (place.y - top) * SMOOTH) for place in (one, other)]
        draw.line(ends, fill=255, width=width * SMOOTH)
        radius = width * SMOOTH / 2
        for x, y in ends:
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
        self._canvas.image.paste(colour, (left, top), mask.resize(size, Image.Resampling.LANCZOS))

    def _end(self, places: list[_Placed], name: str) -> None:
        """A ring at the first of the places, and the station's name above or below it, where the line is not."""
        px, place = self._px, places[0]
        self._pin(place, NAVY if place.point.travelled else PALE, PAPER)
        away = (p for p in places if abs(p.x - place.x) + abs(p.y - place.y) > px(60))
        line = next(away, places[-1])
        half = min(self._canvas.width(name, px(27), bold=True), px(280)) / 2 + px(16)
        middle = max(self._box[0] + half, min(place.x, self._box[2] - half))
        y = place.y + (px(48) if (place.y, place.x) > (line.y, line.x) else -px(26))
        self._canvas.text(middle, y, name, px(27), INK, bold=True, align="middle", width=px(280))

    def _pin(self, place: _Placed, colour: Colour, inner: Colour) -> None:
        self._canvas.disc(place.x, place.y, self._px(13), colour)
        self._canvas.disc(place.x, place.y, self._px(7), inner)


def _placed(points: tuple[Point, ...], box: Box) -> list[_Placed]:
    """The points in the box (left, top, right, bottom): north up, true to shape, as large as fits, in the middle."""
    left, top, right, bottom = box
    west, east = min(p.x for p in points), max(p.x for p in points)
    south, north = min(p.y for p in points), max(p.y for p in points)
    scale = min((right - left) / max(east - west, 1e-6), (bottom - top) / max(north - south, 1e-6))
    x0, y0 = (left + right - (west + east) * scale) / 2, (top + bottom + (south + north) * scale) / 2
    return [_Placed(point, round(x0 + point.x * scale), round(y0 - point.y * scale)) for point in points]
