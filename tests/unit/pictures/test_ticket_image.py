"""The ticket as a picture: what can be seen in its pixels."""

from io import BytesIO

import pytest
from PIL import Image

from bot.pictures.fonts import Fonts, find_fonts
from bot.pictures.qr import qr_matrix
from bot.pictures.ticket import TicketView
from bot.pictures.ticket_image import LEFT, MARGIN, RIGHT, WIDTH, ticket_png
from tests.unit.pictures.samples import view

FONTS = find_fonts()
sets_of_fonts = pytest.mark.parametrize("fonts", [FONTS, FONTS.without_devanagari, Fonts()], ids=["all", "latin", "no"])
DARK = 128


def grey(ticket: TicketView, fonts: Fonts) -> Image.Image:
    """The picture in shades of grey."""
    image = Image.open(BytesIO(ticket_png(ticket, fonts)))
    assert image.format == "PNG"
    return image.convert("L")


def dark(image: Image.Image, x: int, y: int) -> bool:
    """Is this pixel ink?"""
    value = image.getpixel((x, y))
    assert isinstance(value, int)
    return value < DARK


@sets_of_fonts
@pytest.mark.parametrize("people", [1, 6])
@pytest.mark.parametrize("language", ["en", "hi"])
def test_it_is_a_small_portrait_with_something_everywhere(fonts: Fonts, people: int, language: str) -> None:
    data = ticket_png(view(people, language), fonts)
    image = Image.open(BytesIO(data)).convert("L")
    assert len(data) < 300_000
    assert image.width == WIDTH < image.height < 2400
    for top in range(100, image.height - 150, 150):  # every band of the card has ink on it
        low, high = image.crop((LEFT, top, RIGHT, top + 150)).getextrema()
        assert isinstance(low, int)
        assert isinstance(high, int)
        assert high - low > 60


def test_it_grows_with_the_party() -> None:
    heights = [grey(view(people), FONTS).height for people in (1, 2, 6)]
    assert heights[1] - heights[0] == (heights[2] - heights[1]) / 4 > 80


@sets_of_fonts
@pytest.mark.parametrize("language", ["en", "hi"])
def test_the_longest_names_stay_inside_the_margins(fonts: Fonts, language: str) -> None:
    image = grey(view(6, language, long=True), fonts)
    for left, right in ((MARGIN + 40, LEFT - 2), (RIGHT + 2, WIDTH - MARGIN - 40)):
        strip = image.crop((left, 320, right, image.height - MARGIN))
        darkest, _ = strip.getextrema()
        assert isinstance(darkest, int)
        assert darkest > DARK  # the perforations are pale


@pytest.mark.parametrize("people", [1, 6])
def test_the_qr_code_can_be_read_square_by_square(people: int) -> None:
    ticket = view(people)
    image, matrix = grey(ticket, FONTS), qr_matrix(ticket.qr)
    scale = 320 // len(matrix)
    edge = 7 * scale  # the corner mark is the only thing with two unbroken edges of this length
    top = next(
        y
        for y in range(600, image.height - edge)
        if all(dark(image, LEFT + step, y) and dark(image, LEFT, y + step) for step in range(edge))
    )
    for row, line in enumerate(matrix):
        for column, square in enumerate(line):
            x, y = LEFT + column * scale + scale // 2, top + row * scale + scale // 2
            assert dark(image, x, y) == square


def test_a_sample_says_so_and_a_ticket_does_not() -> None:
    sample, real = (Image.open(BytesIO(ticket_png(view(sample=s), FONTS))).convert("RGB") for s in (True, False))
    assert sample.height > real.height
    strip = sample.getpixel((LEFT, 270))
    assert isinstance(strip, tuple)
    assert strip[0] > 220 > strip[1] > 150 > strip[2]  # marigold


def test_the_same_ticket_gives_the_same_bytes() -> None:
    assert ticket_png(view(), FONTS) == ticket_png(view(), FONTS)
