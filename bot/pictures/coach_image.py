"""The coach picture: whose berth is which, what the colours mean, and the coaches side by side, for the phone, PNG."""

from io import BytesIO

from PIL import Image

from bot.pictures.canvas import Canvas
from bot.pictures.coach import CoachView, Own
from bot.pictures.coach_panel import KINDS, SHELL, CoachDrawing, fill, stripe
from bot.pictures.coach_plan import Box, plan_of
from bot.pictures.coach_words import WORDS
from bot.pictures.fonts import Fonts, can_shape
from bot.pictures.palette import GREY, INK, MARIGOLD, NAVY, PALE, PAPER, Colour
from bot.pictures.words import Words

MARGIN, BETWEEN = 40, 48
COACH = (1000, 840, 760)  # the width of one alone, of each of two, of each of three
INSIDE = (1560, 1880, 2200)  # the height that it is made to have inside, if its berths then look like berths
CARD = 96  # a line of the list of berths
AROUND = 1200  # at least the height of everything but the coaches and the list
CREAM: Colour = (251, 247, 239)


def coach_png(view: CoachView, fonts: Fonts) -> bytes:
    """The picture as PNG, within Telegram's limits for photos and well under 300 KB."""
    if not can_shape():
        fonts = fonts.without_devanagari
    out = BytesIO()
    image = _Sheet(view, fonts).draw()
    image.quantize(96, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()


class _Sheet:
    """Draws from the top down; every part takes the y it begins at and returns where it ended."""

    def __init__(self, view: CoachView, fonts: Fonts) -> None:
        self.view = view
        self.words = Words(fonts.language(view.language))
        self.said = WORDS[self.words.language]
        self.fonts = fonts
        count = len(view.panels)
        self.coach = COACH[count - 1]
        self.right = MARGIN + count * self.coach + (count - 1) * BETWEEN
        self.scale = 1 + 0.3 * (count - 1)
        inside = self.coach - 2 * SHELL, INSIDE[count - 1]
        self.plans = [plan_of(panel.travel_class, panel.size, *inside) for panel in view.panels]
        height = self._px(AROUND + CARD * len(view.own)) + max(plan.height for plan in self.plans)
        self.canvas = Canvas(self.right + MARGIN, height, CREAM, fonts)

    def draw(self) -> Image.Image:
        y = self._header()
        y = self._list(y + self._px(28))
        y = self._legend(y + self._px(8))
        y = self._coaches(y)
        y = self._notes(y + self._px(14))
        return self.canvas.image.crop((0, 0, self.right + MARGIN, y))

    def _px(self, length: float) -> int:
        """A length of what is around the coaches: it grows with their number."""
        return round(length * self.scale)

    def _header(self) -> int:
        view, text, px, room = self.view, self.canvas.text, self._px, self.right - MARGIN
        self.canvas.box(0, 0, self.right + MARGIN, px(216), NAVY)
        self.canvas.box(0, px(216), self.right + MARGIN, px(224), MARIGOLD)
        text(MARGIN, px(66), self.said["title"], px(34), PALE, bold=True, width=room - px(160))
        text(self.right, px(68), "Yatri", px(40), PALE, bold=True, align="right")
        name = (view.train_name_hi if self.words.language == "hi" else "") or view.train_name
        text(MARGIN, px(130), f"{view.train_number}  {name}", px(46), PAPER, bold=True, width=room, least=px(28))
        day = f"{self.words.day(view.journey_date)}  ·  {self.words('pnr')} {view.pnr}"
        text(MARGIN, px(184), day, px(34), PALE, width=room)
        return px(224)

    def _list(self, y: int) -> int:
        """Whose berth is which, two in a line."""
        wide, high = (self.right - MARGIN) // 2, self._px(CARD)
        for at, own in enumerate(self.view.own):
            row, column = divmod(at, 2)
            self._card(MARGIN + column * wide, y + row * high, wide, own)
        return y + (len(self.view.own) + 1) // 2 * high

    def _card(self, x: int, y: int, wide: int, own: Own) -> None:
        px, text = self._px, self.canvas.text
        pill = Box(x, y, x + px(156), y + px(68))
        fill(self.canvas, pill, MARIGOLD, px(18))
        if own.berth.half:
            stripe(self.canvas, pill, px(18))
        seat = f"{own.berth.coach}-{own.berth.number}"
        text(x + px(78), y + px(46), seat, px(36), NAVY, bold=True, align="middle", width=px(140))
        left, room = x + px(176), wide - px(190)
        text(left, y + px(31), own.name, px(34), INK, bold=True, width=room, least=px(26))
        kind = self.words.kind(own.kind) + (f" · {self.said['shared']}" if own.berth.half else "")
        text(left, y + px(66), kind, px(28), GREY, width=room, least=px(18))

    def _legend(self, y: int) -> int:
        """Every colour in a word, in one line."""
        shown = dict.fromkeys(spot.kind for plan in self.plans for spot in plan.spots)
        chips = [(KINDS[kind], self.words.kind(kind)) for kind in shown] + [(MARIGOLD, self.said["yours"])]
        size, side, gap, near = (self._px(length) for length in (26, 30, 28, 10))
        room = self.right - MARGIN - len(chips) * (side + near) - (len(chips) - 1) * gap
        wanted = sum(self.canvas.width(word, size) for _, word in chips)
        size = min(size, int(size * room / wanted))
        x = MARGIN
        for colour, word in chips:
            fill(self.canvas, Box(x, y + self._px(4), x + side, y + self._px(4) + side), colour, self._px(8))
            x += side + near
            x += round(self.canvas.text(x, y + self._px(28), word, size, INK)) + gap
        return y + self._px(52)

    def _coaches(self, y: int) -> int:
        bottoms = []
        for at, (panel, plan) in enumerate(zip(self.view.panels, self.plans, strict=True)):
            drawing = CoachDrawing(self.canvas, self.fonts, self.words, panel, plan, self.coach)
            bottoms.append(drawing.draw(MARGIN + at * (self.coach + BETWEEN), y))
        return max(bottoms)

    def _notes(self, y: int) -> int:
        px, middle, room = self._px, (self.right + MARGIN) / 2, self.right - MARGIN
        if self.view.left_out:
            y += px(38)
            also = self.said["also"].format(", ".join(self.view.left_out))
            self.canvas.text(middle, y, also, px(30), INK, bold=True, align="middle", width=room)
        y += px(34)
        self.canvas.text(middle, y, self.said["note"], px(24), GREY, align="middle", width=room, least=px(16))
        return y + px(28)
