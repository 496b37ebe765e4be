"""One coach drawn from above: its shell with windows and entrances, every berth by its number, the party's own by name.

What is the passenger's own is marigold, striped if it is shared; everybody else's berths have the pale colour of their
kind.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from PIL import Image, ImageDraw

from bot.pictures.canvas import Canvas, rounded
from bot.pictures.coach import Own, Panel
from bot.pictures.coach_plan import Box, Plan, Spot
from bot.pictures.coach_words import WORDS
from bot.pictures.fonts import Fonts
from bot.pictures.palette import GREY, INK, MARIGOLD, NAVY, Colour
from bot.pictures.words import Words
from domain.coaches import bay_of
from domain.inventory import BerthKind

K = BerthKind

SHELL, END, LABEL = 14, 74, 92  # the outer wall, a coach's end with its doors, its name above it
SILL = 10  # below the last bay
EDGE = 4  # the outline of one's own berth
LARGEST = 34  # letters on a berth
LINE = 1.18  # from one line to the next, of the letters' size

FLOOR: Colour = (255, 253, 248)
PATH: Colour = (243, 235, 221)
BODY: Colour = (92, 104, 126)
GLASS: Colour = (172, 208, 236)
PARTITION: Colour = (196, 187, 171)
TOILET: Colour = (232, 228, 220)
SUN: Colour = (255, 236, 196)  # behind a bay in which somebody of the party is; the light stripes of a shared seat
_GREEN, _ROSE, _BLUE = (204, 231, 209), (250, 218, 216), (204, 222, 246)
_GREEN_BACK, _ROSE_BACK, _BLUE_BACK = (160, 204, 168), (232, 176, 173), (156, 188, 230)
_TEAL, _LILAC = (196, 229, 229), (225, 214, 244)
KINDS: Mapping[BerthKind, Colour] = {
    K.LOWER: _GREEN, K.MIDDLE: _ROSE, K.UPPER: _BLUE, K.SIDE_LOWER: _TEAL, K.SIDE_UPPER: _LILAC,
    K.WINDOW: _BLUE, K.MIDDLE_SEAT: _ROSE, K.AISLE: _GREEN,
}  # fmt: skip
BACKS: Mapping[BerthKind, Colour] = {K.LOWER: _GREEN_BACK, K.MIDDLE: _ROSE_BACK, K.UPPER: _BLUE_BACK}


def fill(canvas: Canvas, box: Box, colour: Colour, radius: int) -> None:
    """A box with round corners."""
    canvas.image.paste(colour, (box.left, box.top), _mask(box.width, box.height, radius))


def stripe(canvas: Canvas, box: Box, radius: int) -> None:
    """Light stripes over what is filled: only half of it is one's own."""
    stripes = Image.new("L", (box.width, box.height), 0)
    draw = ImageDraw.Draw(stripes)
    for x in range(-box.height, box.width, 24):
        draw.line((x, box.height, x + box.height, 0), fill=255, width=9)
    mask = Image.composite(stripes, Image.new("L", stripes.size, 0), _mask(box.width, box.height, radius))
    canvas.image.paste(SUN, (box.left, box.top), mask)


_mask = lru_cache(maxsize=64)(rounded)  # most berths of a coach have the same size


class CoachDrawing:
    """Draws a panel, so wide, with its name above it."""

    def __init__(self, canvas: Canvas, fonts: Fonts, words: Words, panel: Panel, plan: Plan, width: int) -> None:
        self.canvas = canvas
        self.fonts = fonts
        self.words = words
        self.said = WORDS[words.language]
        self.panel = panel
        self.plan = plan
        self.width = width

    def draw(self, left: int, y: int) -> int:
        """From this corner; returns where it ended."""
        self._label(left, y)
        top = y + LABEL
        bottom = top + 2 * SHELL + 2 * END + self.plan.height + SILL
        right = left + self.width
        fill(self.canvas, Box(left, top, right, bottom), BODY, 44)
        fill(self.canvas, Box(left + SHELL, top + SHELL, right - SHELL, bottom - SHELL), FLOOR, 32)
        x = left + SHELL
        self._end(x, top + SHELL)
        self._end(x, bottom - SHELL - END)
        self._inside(x, top + SHELL + END)
        return bottom

    def _label(self, left: int, y: int) -> None:
        """The coach's name as it is painted on it, with its class and size."""
        wide = self.canvas.text(left + 8, y + 72, self.panel.name, 58, NAVY, bold=True)
        size = self.said["seats" if self.plan.chairs else "berths"].format(self.panel.size)
        kind = f"{self.words.travel_class(self.panel.travel_class)}  ·  {size}"
        self.canvas.text(left + wide + 30, y + 70, kind, 32, GREY, width=self.width - wide - 40)

    def _end(self, x: int, y: int) -> None:
        """Toilets at both sides, the entrance between them."""
        inside = self.width - 2 * SHELL
        wide = inside // 5
        for left in (x + 10, x + inside - wide - 10):
            fill(self.canvas, Box(left, y + 10, left + wide, y + END - 10), TOILET, 18)
            self.canvas.text(left + wide / 2, y + 46, self.said["toilet"], 26, GREY, align="middle", width=wide - 16)
        word = self.said["entrance"]
        self.canvas.text(x + inside / 2, y + 47, word, 28, INK, bold=True, align="middle", width=inside / 3)

    def _inside(self, x: int, y: int) -> None:
        plan, inside = self.plan, self.width - 2 * SHELL
        self._own_bays(x, y)
        for edge in (y - 4, y + plan.height + SILL - 4):
            self.canvas.box(x, edge, x + inside, edge + 4, PARTITION)
        path = plan.corridor.moved(x, y)
        self.canvas.box(path.left, path.top - 4, path.right, path.bottom + SILL, PATH)
        for bay in plan.bays:
            self._windows(bay.moved(x, y))
        for wall in (wall.moved(x, y) for wall in plan.walls):
            self.canvas.box(wall.left, wall.top, wall.right, wall.bottom, PARTITION)
        own = {one.berth.number for one in self.panel.own}
        for spot in plan.spots:
            self._berth(spot, spot.box.moved(x, y), named=spot.number not in own)
        for one in self.panel.own:
            self._own(one, plan.spots[one.berth.number - 1].box.moved(x, y))
        self._corridor(path)

    def _own_bays(self, x: int, y: int) -> None:
        """Sun behind the bays in which somebody of the party is, on the sides of the corridor where berths are."""
        for at in sorted({bay_of(self.panel.travel_class, own.berth.number) for own in self.panel.own}):
            bay = self.plan.bays[at]
            for left, right in self.plan.sides:
                if any(
                    bay.top <= spot.box.top < bay.bottom and left <= spot.box.left < right for spot in self.plan.spots
                ):
                    self.canvas.box(x + left, y + bay.top - 5, x + right, y + bay.bottom + 5, SUN)

    def _windows(self, bay: Box) -> None:
        high = bay.height * 3 // 5
        top = bay.top + (bay.height - high) // 2
        for left in (bay.left - SHELL + 3, bay.right + 3):
            fill(self.canvas, Box(left, top, left + SHELL - 6, top + high), GLASS, 4)

    def _berth(self, spot: Spot, box: Box, *, named: bool) -> None:
        """Anybody's; with its number unless that is still to come."""
        if spot.back:
            fill(self.canvas, box, BACKS[spot.kind], 12)
            rest = Box(box.left, box.top + 7 * (spot.back < 0), box.right, box.bottom - 7 * (spot.back > 0))
            fill(self.canvas, rest, KINDS[spot.kind], 10)
        else:
            fill(self.canvas, box, KINDS[spot.kind], 12)
        if named:
            size = min(LARGEST, box.width * 0.4)
            x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2 + size * 0.36
            self.canvas.text(x, y, str(spot.number), size, GREY, align="middle")

    def _own(self, own: Own, berth: Box) -> None:
        box = berth.half(own.berth.half)
        inner = Box(box.left + EDGE, box.top + EDGE, box.right - EDGE, box.bottom - EDGE)
        fill(self.canvas, box, NAVY, 14)
        fill(self.canvas, inner, MARIGOLD, 10)
        number, kind = str(own.berth.number), self.words.kind(own.kind)
        if own.berth.half:
            stripe(self.canvas, inner, 10)
            self._tell(inner, ((f"{number} · RAC", 0.85), (own.first_name, 1.0), (self.said["half"], 0.8)))
        elif box.height > box.width:
            self._tell(inner, ((number, 1.2), (own.first_name, 1.0), *((word, 0.75) for word in kind.split())))
        else:
            self._tell(inner, ((f"{number} · {kind}", 0.8), (own.first_name, 1.0)))

    def _tell(self, box: Box, lines: Sequence[tuple[str, float]]) -> None:
        """Lines of text in the middle of a berth, each with its size beside the others'."""
        total = LINE * sum(share for _, share in lines)
        unit = min(LARGEST, box.height * 0.92 / total)
        x, y = (box.left + box.right) / 2, (box.top + box.bottom - unit * total) / 2
        for text, share in lines:
            size = unit * share
            y += size * LINE
            least, room = size * 0.55, box.width - 6
            self.canvas.text(x, y - size * 0.25, text, size, NAVY, bold=True, align="middle", width=room, least=least)

    def _corridor(self, path: Box) -> None:
        """What it is, along it in two places."""
        word = self.said["aisle" if self.plan.chairs else "corridor"]
        for sixth in (1, 5):
            self._turned(word, (path.left + path.right) // 2, path.top + path.height * sixth // 6, 26)

    def _turned(self, text: str, x: int, y: int, size: int) -> None:
        """Text that runs upwards, around a point."""
        strip = Canvas(round(self.canvas.width(text, size)) + 8, size * 2, PATH, self.fonts)
        strip.text(4, size * 1.35, text, size, GREY)
        turned = strip.image.transpose(Image.Transpose.ROTATE_90)
        self.canvas.image.paste(turned, (x - turned.width // 2, y - turned.height // 2))
