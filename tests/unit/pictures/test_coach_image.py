"""The coach as a picture: what can be seen in its pixels."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from types import SimpleNamespace
from typing import cast

import pytest
from PIL import Image, ImageChops

from bot.drawing import Drawing
from bot.pictures.coach import coach_view
from bot.pictures.coach_image import COACH, INSIDE, MARGIN, coach_png
from bot.pictures.coach_panel import BODY, END, SHELL, SUN
from bot.pictures.coach_plan import Box, Plan, plan_of
from bot.pictures.fonts import Fonts, find_fonts
from bot.pictures.palette import MARIGOLD, Colour
from domain.bookings import Booking
from domain.coaches import ICF_SIZE, LHB_SIZE, PREFIX
from domain.errors import NotFound
from domain.ids import BookingId
from domain.ports import UnitOfWork, Units
from domain.trains import Train, TravelClass
from handlers.reply import Picture, PictureKind
from tests.unit import network
from tests.unit.pictures.coaches import SL, party, seated, train

FONTS = find_fonts()
sets_of_fonts = pytest.mark.parametrize("fonts", [FONTS, FONTS.without_devanagari, Fonts()], ids=["all", "latin", "no"])
MEX = train("MEX", SL)
AROUND = 40  # from a coach's corner on its walls are straight


def drawn(booking: Booking, found: Train | None = MEX, language: str = "en", fonts: Fonts = FONTS) -> Image.Image:
    """The picture, having kept to Telegram's limits for photos and to ours."""
    data = coach_png(coach_view(booking, found, language=language), fonts)
    image = Image.open(BytesIO(data))
    assert image.format == "PNG"
    assert len(data) < 300_000
    assert sum(image.size) <= 10_000
    assert image.width < image.height < 3 * image.width
    return image.convert("RGB")


def colours(image: Image.Image, box: Box) -> list[tuple[int, Colour]]:
    """The colours in the box, each with its number of pixels."""
    counts = image.crop((box.left, box.top, box.right, box.bottom)).getcolors(box.width * box.height)
    return [(count, cast(Colour, shade)) for count, shade in counts or ()]


def share(image: Image.Image, box: Box, colour: Colour) -> float:
    """How much of the box has this colour, or nearly: the file has few colours."""
    alike = [
        count
        for count, shade in colours(image, box)
        if all(abs(a - b) < 16 for a, b in zip(shade, colour, strict=True))
    ]
    return sum(alike) / (box.width * box.height)


def inside(image: Image.Image) -> tuple[int, int]:
    """Where the bays of the only coach begin: below its end, which is below its outer wall."""
    left, right = MARGIN + AROUND + SHELL, image.width - MARGIN - AROUND - SHELL
    wall = next(y for y in range(300, image.height) if share(image, Box(left, y, right, y + 1), BODY) == 1)
    return MARGIN + SHELL, wall + SHELL + END


def marked(image: Image.Image, plan: Plan) -> list[int]:
    """The berths that are mostly marigold."""
    corner = inside(image)
    return [spot.number for spot in plan.spots if share(image, spot.box.moved(*corner), MARIGOLD) > 0.4]


def plan(travel_class: TravelClass, size: int) -> Plan:
    return plan_of(travel_class, size, COACH[0] - 2 * SHELL, INSIDE[0])


@pytest.mark.parametrize("kind", ["MEX", "RAJ"])
@pytest.mark.parametrize("travel_class", TravelClass)
def test_in_every_class_and_both_sizes_the_own_berths_are_marked_and_no_other(
    travel_class: TravelClass, kind: str
) -> None:
    size = (LHB_SIZE if kind == "RAJ" else ICF_SIZE)[travel_class]
    mine = [1, 7, 8, size]
    coach = f"{PREFIX[travel_class]}1"
    image = drawn(seated(travel_class, *(f"{coach}-{number}" for number in mine)), train(kind, travel_class))
    assert marked(image, plan(travel_class, size)) == mine


@sets_of_fonts
@pytest.mark.parametrize("language", ["en", "hi"])
def test_it_can_be_drawn_with_any_fonts_in_both_languages(fonts: Fonts, language: str) -> None:
    image = drawn(seated(SL, "S1-25", "S1-26", "S1-28", "S1-31/1"), language=language, fonts=fonts)
    assert image.width == COACH[0] + 2 * MARGIN
    assert marked(image, plan(SL, 72)) == [25, 26, 28]


def test_hindi_words_are_drawn_where_there_is_a_font_and_english_ones_else() -> None:
    booking = party(SL, "S1-25 Asha Sharma")
    latin = FONTS.without_devanagari
    assert drawn(booking, language="hi", fonts=latin).tobytes() == drawn(booking, fonts=latin).tobytes()
    if FONTS.devanagari:
        assert drawn(booking, language="hi").tobytes() != drawn(booking).tobytes()


def test_a_half_is_striped_and_only_half_of_the_berth() -> None:
    image = drawn(seated(SL, "S1-15/2"))
    berth = plan(SL, 72).spots[14].box.moved(*inside(image))
    assert 0.2 < share(image, berth.half(2), MARIGOLD) < 0.6
    assert share(image, berth.half(2), SUN) > 0.1
    assert share(image, berth.half(1), MARIGOLD) == 0


def test_the_bay_of_the_party_is_lit_and_no_other() -> None:
    image = drawn(seated(SL, "S1-25"))
    x, y = inside(image)
    bays = plan(SL, 72).bays
    middles = [
        Box(20, (bay.top + bay.bottom) // 2 - 4, 500, (bay.top + bay.bottom) // 2 + 4).moved(x, y) for bay in bays
    ]
    assert [share(image, floor, SUN) == 1 for floor in middles] == [at == 3 for at in range(9)]


def test_the_name_is_on_the_berth() -> None:
    asha, ravi = (drawn(party(SL, f"S1-25 {name}")) for name in ("Asha", "Ravi"))
    berth = plan(SL, 72).spots[24].box.moved(*inside(asha))
    area = (berth.left, berth.top, berth.right, berth.bottom)
    assert ImageChops.difference(asha.crop(area), ravi.crop(area)).getbbox()


def test_coaches_stand_side_by_side_and_of_more_than_three_a_note_tells() -> None:
    one, two, three, more = (
        drawn(seated(SL, *seats))
        for seats in (
            ("S1-1", "S1-2", "S1-3", "S1-4"),
            ("S1-1", "S2-2", "S2-3", "S2-4"),
            ("S1-1", "S2-2", "S3-3", "S3-4"),
            ("S1-1", "S2-2", "S3-3", "S4-4"),
        )
    )
    assert one.width < two.width < three.width == more.width
    assert more.height > three.height


def test_the_longest_names_stay_on_the_picture() -> None:
    name = "Venkatanarasimharajuvaripeta Subrahmanyam Chandrasekhara Rao"
    image = drawn(party(SL, *(f"S1-{number} {name}{number}" for number in (1, 7, 8, 72))))
    edge = Box(image.width - MARGIN + 2, 300, image.width - 2, image.height - 2)
    assert len(colours(image, edge)) == 1


def test_a_party_of_six_and_a_coach_of_an_odd_size_are_drawn() -> None:
    booking = seated(SL, "S1-1", "S1-2", "S1-3", "S1-4", "S1-5", "S1-91")
    assert marked(drawn(booking), plan(SL, 91)) == [1, 2, 3, 4, 5, 91]


def storing(booking: Booking) -> Units:
    """A store in which there is this booking and nothing else."""

    def get(booking_id: BookingId) -> Booking:
        if booking_id != booking.booking_id:
            raise NotFound(booking_id)
        return booking

    @contextmanager
    def begin() -> Iterator[UnitOfWork]:
        yield cast(UnitOfWork, SimpleNamespace(bookings=SimpleNamespace(get=get)))

    return begin


def test_a_reply_names_a_coach_picture_by_the_booking() -> None:
    booking = seated(SL, "S1-25", "S1-26")
    draw = Drawing(storing(booking), network.catalogue, sample=True)
    picture = Picture(kind=PictureKind.COACH, booking_id=booking.booking_id, language="en")
    content, name = draw(picture)
    assert name == "Yatri-8512345678-coach.png"
    assert content == coach_png(coach_view(booking, None), FONTS)  # the timetable here has no such train
    with pytest.raises(NotFound):
        draw(picture.but(booking_id="another"))


def test_a_reply_for_a_party_without_a_berth_finds_nothing() -> None:
    booking = party(SL, "WL Ravi Rao")
    draw = Drawing(storing(booking), network.catalogue, sample=True)
    with pytest.raises(NotFound):
        draw(Picture(kind=PictureKind.COACH, booking_id=booking.booking_id, language="hi"))
