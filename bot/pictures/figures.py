"""A day's figures as a picture for the desk: the totals, and three charts by matplotlib, PNG.

matplotlib draws bars, axes and numbers; words are the canvas's, which can shape Devanagari. It takes long to import, so
that is done with the first chart. Nothing of it is global: a Figure is made with a canvas of its own, without pyplot;
but it is not made for threads, so one chart is drawn at a time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from PIL import Image

from bot.pictures.canvas import Canvas
from bot.pictures.figures_words import WORDS
from bot.pictures.fonts import Fonts, can_shape
from bot.pictures.palette import GREY, INK, MARIGOLD, NAVY, PALE, PAPER, RULE, SHADE, Colour
from bot.pictures.png import as_png
from bot.pictures.words import Words
from domain.figures import HOURS, Figures
from domain.trains import TravelClass

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.font_manager import FontProperties

WIDTH, LEFT, RIGHT = 1080, 56, 1024
CHART = (RIGHT - LEFT, 300)  # pixels
DPI = 100
TEAL, BRICK = (22, 120, 110), (186, 74, 52)
_one_at_a_time = Lock()
Plot = Callable[["Axes", "FontProperties"], None]


@dataclass(frozen=True, slots=True)
class FiguresView:
    """`sample`: the sandbox's, with no real money in them."""

    language: str
    figures: Figures
    sample: bool = False


def figures_png(view: FiguresView, fonts: Fonts) -> bytes:
    """The picture as PNG, well under 300 KB."""
    if not can_shape():
        fonts = fonts.without_devanagari
    return as_png(_Sheet(view, fonts).draw())


class _Sheet:
    """Draws from the top down; every part takes the y it begins at and returns where it ended."""

    def __init__(self, view: FiguresView, fonts: Fonts) -> None:
        self.view = view
        self.figures = view.figures
        self.fonts = fonts
        language = fonts.language(view.language)
        self.words = Words(language)
        self.labels = WORDS[language]
        self.canvas = Canvas(WIDTH, 2000, PAPER, fonts)

    def draw(self) -> Image.Image:
        y = self._totals(self._header() + 28)
        y = self._chart(y + 40, "by-hour", self._tickets)
        y = self._chart(y + 24, "money", self._money)
        self._legend(y - CHART[1] - 22)
        y = self._chart(y + 24, "by-class", self._classes)
        return self.canvas.image.crop((0, 0, WIDTH, y + 20))

    def _header(self) -> int:
        text, bottom = self.canvas.text, 132
        self.canvas.box(0, 0, WIDTH, bottom, NAVY)
        text(LEFT, bottom - 44, "Yatri", 62, PAPER, bold=True)
        text(RIGHT, bottom - 74, self.labels["title"], 34, PALE, bold=True, align="right", width=560)
        day = self.words.day(self.figures.day)
        so_far = "" if self.figures.until_hour is None else f" · {self.labels['so-far']}"
        text(RIGHT, bottom - 28, f"{day}{so_far}", 30, PAPER, align="right", width=560)
        if not self.view.sample:
            self.canvas.box(0, bottom, WIDTH, bottom + 8, MARIGOLD)
            return bottom + 8
        self.canvas.box(0, bottom, WIDTH, bottom + 50, MARIGOLD)
        text(WIDTH // 2, bottom + 35, self.labels["sample"], 26, NAVY, bold=True, align="middle", width=RIGHT - LEFT)
        return bottom + 50

    def _totals(self, y: int) -> int:
        figures = self.figures
        facts = (
            ("tickets", str(figures.ticket_count), INK),
            ("cancelled", str(figures.cancelled), INK),
            ("in", self.words.money(figures.total_in), TEAL),
            ("out", self.words.money(figures.total_out), BRICK),
        )
        x = LEFT
        for (key, value, colour), width in zip(facts, (172, 172, 318, 318), strict=True):
            self.canvas.box(x, y, x + width - 12, y + 116, SHADE)
            self.canvas.text(x + 18, y + 40, self.labels[key], 26, GREY, width=width - 48)
            self.canvas.text(x + 18, y + 94, value, 44, colour, bold=True, width=width - 48, least=22)
            x += width
        return y + 116

    def _chart(self, y: int, key: str, plot: Plot) -> int:
        self.canvas.text(LEFT, y + 28, self.labels[key], 30, NAVY, bold=True)
        y += 44
        with _one_at_a_time:
            self.canvas.image.paste(_plotted(plot, self.fonts), (LEFT, y))
        return y + CHART[1]

    def _legend(self, y: int) -> None:
        """What the two colours of the money are, at the right above its chart."""
        x = float(RIGHT)
        for key, colour in (("out", BRICK), ("in", TEAL)):
            x -= self.canvas.text(x, y, self.labels[key], 24, GREY, align="right") + 30
            self.canvas.box(x, y - 19, x + 20, y + 1, colour)
            x -= 24

    def _tickets(self, axes: "Axes", font: "FontProperties") -> None:
        axes.bar(range(HOURS), self.figures.tickets, width=0.72, color=_shade(NAVY))
        _hours(axes)
        _from_nothing(axes, max(self.figures.tickets))

    def _money(self, axes: "Axes", font: "FontProperties") -> None:
        came, went = ([float(rupees) for rupees in hours] for hours in (self.figures.money_in, self.figures.money_out))
        axes.bar(range(HOURS), came, width=0.72, color=_shade(TEAL))
        axes.bar(range(HOURS), [-rupees for rupees in went], width=0.72, color=_shade(BRICK))
        axes.axhline(0, color=_shade(GREY), linewidth=1)
        _hours(axes)
        if not any((*came, *went)):
            axes.set_ylim(-1, 1)
            axes.set_yticks([0])
        axes.yaxis.set_major_formatter(lambda value, _: short_rupees(value))

    def _classes(self, axes: "Axes", font: "FontProperties") -> None:
        counts = [(str(one), self.figures.by_class.get(one, 0)) for one in TravelClass]
        bars = axes.bar([name for name, _ in counts], [count for _, count in counts], width=0.6, color=_shade(MARIGOLD))
        labels = [str(count) if count else "" for _, count in counts]
        axes.bar_label(bars, labels=labels, padding=3, fontproperties=font, color=_shade(INK))
        _from_nothing(axes, max(count for _, count in counts))


def short_rupees(rupees: float) -> str:
    """For an axis: ₹500, ₹12k, ₹1.5L (lakh), ₹2Cr (crore); without a sign, since the colour tells in from out."""
    amount = abs(rupees)
    for size, letter in ((10_000_000, "Cr"), (100_000, "L"), (1_000, "k")):
        if amount >= size:
            return f"₹{amount / size:.4g}{letter}"
    return f"₹{amount:.4g}"


def _plotted(plot: Plot, fonts: Fonts) -> Image.Image:
    """What `plot` draws on axes of a figure of its own."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

    font = FontProperties(fname=str(fonts.latin.regular)) if fonts.latin else FontProperties()
    font.set_size(14)
    figure = Figure(figsize=(CHART[0] / DPI, CHART[1] / DPI), dpi=DPI)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0.075, 0.12, 0.92, 0.82))
    plot(axes, font)
    _dress(axes, font)
    out = BytesIO()
    canvas.print_figure(out, format="png")
    return Image.open(out).convert("RGB")


def _dress(axes: "Axes", font: "FontProperties") -> None:
    """Quiet axes: a line below, faint lines across."""
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(_shade(RULE))
    axes.grid(axis="y", color=_shade(RULE), linewidth=0.8)
    axes.set_axisbelow(True)
    axes.tick_params(length=0, labelcolor=_shade(GREY))
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(font)


def _hours(axes: "Axes") -> None:
    axes.set_xlim(-0.7, HOURS - 0.3)
    axes.set_xticks(range(0, HOURS, 2))


def _from_nothing(axes: "Axes", most: int) -> None:
    """From nothing up with room above, in whole steps."""
    from matplotlib.ticker import MaxNLocator

    axes.set_ylim(0, max(most, 1) * 1.18)
    axes.yaxis.set_major_locator(MaxNLocator("auto", integer=True))


def _shade(colour: Colour) -> tuple[float, float, float]:
    """As matplotlib has colours."""
    red, green, blue = colour
    return red / 255, green / 255, blue / 255
