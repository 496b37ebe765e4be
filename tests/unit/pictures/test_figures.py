"""A day's figures: what can be seen of them in the picture, and that they cost nothing until they are asked for."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import groupby

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from bot.pictures.figures import BRICK, CHART, LEFT, TEAL, WIDTH, FiguresView, figures_png, short_rupees
from bot.pictures.fonts import Fonts, find_fonts
from bot.pictures.palette import MARIGOLD, NAVY, Colour
from domain.figures import HOURS, NOTHING, Figures
from domain.trains import TravelClass

FONTS = find_fonts()
sets_of_fonts = pytest.mark.parametrize("fonts", [FONTS, FONTS.without_devanagari, Fonts()], ids=["all", "latin", "no"])
DAY = date(2026, 11, 23)
Mask = npt.NDArray[np.bool_]
FIRST = 270  # below the totals


def at(hour: int, number: int) -> tuple[int, ...]:
    return tuple(number if each == hour else 0 for each in range(HOURS))


def rupees(hour: int, amount: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(amount) if each == hour else NOTHING for each in range(HOURS))


BUSY = Figures(
    DAY,
    tickets=at(10, 40),
    money_in=rupees(10, "84000"),
    money_out=rupees(17, "21000"),
    by_class={TravelClass.SLEEPER: 30, TravelClass.THIRD_AC: 10},
    cancelled=3,
    until_hour=18,
)


def drawn(figures: Figures = BUSY, language: str = "en", fonts: Fonts = FONTS, *, sample: bool = False) -> Image.Image:
    """The picture, having kept to Telegram's limits for photos and to ours."""
    data = figures_png(FiguresView(language, figures, sample), fonts)
    image = Image.open(BytesIO(data))
    assert image.format == "PNG"
    assert len(data) < 300_000
    assert sum(image.size) < 10_000
    return image.convert("RGB")


def near(image: Image.Image, colour: Colour) -> Mask:
    """Rows of the charts, with a truth for each pixel: is it of this colour, or nearly (the file has few colours)?"""
    charts = np.asarray(image.crop((LEFT, FIRST, LEFT + CHART[0], image.height))).astype(int)
    mask: Mask = np.abs(charts - np.array(colour)).max(axis=2) < 10
    return mask


def bars(mask: Mask) -> list[Mask]:
    """From left to right, the pixels of the middle column of each; letters and legends are lower than a bar."""
    columns = [column for column in range(mask.shape[1]) if mask[:, column].sum() > 30]
    runs = [[column for _, column in run] for _, run in groupby(enumerate(columns), key=lambda each: each[1] - each[0])]
    return [mask[:, run[len(run) // 2]] for run in runs]


def heights(mask: Mask) -> list[int]:
    return [int(bar.sum()) for bar in bars(mask)]


def test_money_in_and_out_have_bars_as_high_as_they_are() -> None:
    image = drawn()
    (came,), (went,) = bars(near(image, TEAL)), bars(near(image, BRICK))
    assert came.sum() == pytest.approx(4 * went.sum(), rel=0.08)
    assert came.nonzero()[0].max() <= went.nonzero()[0].min()  # above the line, and below it


def test_a_class_with_three_times_the_tickets_has_a_bar_three_times_as_high() -> None:
    ac, sleeper = heights(near(drawn(), MARIGOLD))
    assert sleeper == pytest.approx(3 * ac, rel=0.06)


def test_the_only_hour_with_tickets_has_the_only_bar() -> None:
    assert len(heights(near(drawn(), NAVY)[40:320])) == 1
    every = bars(near(drawn(Figures(DAY, tickets=tuple(range(20, 20 + HOURS)))), NAVY)[40:320])
    assert len(every) == HOURS
    assert every[0].sum() < every[12].sum() < every[23].sum()


@sets_of_fonts
def test_a_day_with_nothing_yet_is_drawn_too(fonts: Fonts) -> None:
    image = drawn(Figures(DAY), "hi", fonts)
    assert image.size == (WIDTH, 1424)
    assert not bars(near(image, TEAL))


def test_a_sample_has_a_strip_that_says_so() -> None:
    assert drawn(sample=True).height > drawn().height


@pytest.mark.parametrize(
    ("amount", "short"),
    [(0, "₹0"), (-500, "₹500"), (12_000, "₹12k"), (150_000, "₹1.5L"), (20_000_000, "₹2Cr"), (123_456, "₹1.235L")],
)
def test_rupees_on_an_axis_are_short(amount: float, short: str) -> None:
    assert short_rupees(amount) == short


def test_figures_have_all_hours() -> None:
    with pytest.raises(ValueError, match="24 hours"):
        Figures(DAY, tickets=(1, 2, 3))


def test_many_at_once_give_the_same_bytes() -> None:
    with ThreadPoolExecutor(3) as pool:
        drawn = list(pool.map(lambda _: figures_png(FiguresView("en", BUSY), FONTS), range(3)))
    assert len(set(drawn)) == 1


def test_nothing_is_loaded_before_it_is_needed_that_only_few_pictures_need() -> None:
    asked = "import sys, bot.drawing; print([name for name in ('matplotlib', 'icalendar') if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True)
    assert found.stdout.strip() == "[]"
