"""A train's route as a picture: what can be seen in its pixels."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from bot.pictures.fonts import Fonts, find_fonts
from bot.pictures.route import RouteView, route_view
from bot.pictures.route_image import MARGIN, layout_of, route_png
from domain.ids import StationCode
from domain.stations import Station
from domain.trains import Stop, Train, TravelClass
from tests.unit import network

FONTS = find_fonts()
sets_of_fonts = pytest.mark.parametrize("fonts", [FONTS, FONTS.without_devanagari, Fonts()], ids=["all", "latin", "no"])
CATALOGUE = network.catalogue()
LONG = "Puratchi Thalaivar Dr. Marudur Gopalan Ramachandran Central Railway Station"


def named(code: StationCode) -> Station:
    return CATALOGUE.station(code) or Station(code, code)


def known(part: tuple[int, int] | None = None, language: str = "en") -> RouteView:
    found = CATALOGUE.train("12394")
    assert found is not None
    return route_view(found, named, language=language, part=part)


def long_one(stops: int, name: str = "Some Halt") -> RouteView:
    """A train that stops every ten minutes, all over a zigzag."""
    ends = (0, stops - 1)
    calls = tuple(
        Stop(
            StationCode(f"S{at}"),
            None if at == ends[0] else 300 + 10 * at,
            None if at == ends[1] else 301 + 10 * at,
            7 * at,
        )
        for at in range(stops)
    )
    train = Train("54321", f"{name} Passenger", "PAS", "NR", "1111100", tuple(TravelClass), calls, name_hi="सवारी गाड़ी")
    places = {
        stop.station: Station(
            stop.station, f"{name} {at}", "कोई हॉल्ट", latitude=20 + at / 40, longitude=78 + at % 3 / 50
        )
        for at, stop in enumerate(calls)
    }
    return route_view(train, places.__getitem__)


def drawn(view: RouteView, fonts: Fonts = FONTS) -> Image.Image:
    data = route_png(view, fonts)
    image = Image.open(BytesIO(data))
    assert image.format == "PNG"
    assert len(data) < 2_000_000  # Telegram takes ten
    return image.convert("RGB")


@sets_of_fonts
@pytest.mark.parametrize("language", ["en", "hi"])
def test_it_is_a_portrait_with_something_everywhere(fonts: Fonts, language: str) -> None:
    image = drawn(known(language=language), fonts).convert("L")
    assert image.width == 1080 < image.height < 2400
    for top in range(0, image.height - 150, 150):
        low, high = image.crop((0, top, image.width, top + 150)).getextrema()
        assert isinstance(low, int)
        assert isinstance(high, int)
        assert high - low > 60


@pytest.mark.parametrize("stops", [2, 20, 60, 100, 119, 400])
def test_it_stays_within_what_telegram_takes_as_a_photo(stops: int) -> None:
    image = drawn(long_one(stops))
    assert image.width + image.height <= 10_000
    assert max(image.size) <= 20 * min(image.size)


def test_a_hundred_stops_are_all_there_with_room_for_each() -> None:
    view = long_one(100)
    layout = layout_of(len(view.lines))
    assert len(view.calls) == 100
    assert layout.columns * layout.rows >= len(view.lines)
    assert (layout.columns, layout.row >= 60) == (2, True)
    image = drawn(view).convert("L")
    bottom = image.height - 100  # of the timetable
    for row in range(layout.rows):
        line = image.crop((MARGIN, bottom - (row + 1) * layout.row, MARGIN + layout.column, bottom - row * layout.row))
        darkest, _ = line.getextrema()
        assert isinstance(darkest, int)
        assert darkest < 100


@pytest.mark.parametrize(("lines", "columns"), [(2, 1), (32, 1), (33, 2), (128, 2), (129, 3), (5000, 4)])
def test_columns_come_with_length(lines: int, columns: int) -> None:
    layout = layout_of(lines)
    assert layout.columns == columns
    assert (layout.columns - 1) * layout.rows < lines <= layout.columns * layout.rows


@sets_of_fonts
@pytest.mark.parametrize("stops", [5, 80])
def test_the_longest_names_stay_inside_the_margins(fonts: Fonts, stops: int) -> None:
    image = drawn(long_one(stops, LONG), fonts).convert("L")
    below = round(350 * layout_of(stops).scale)  # the heading
    for left, right in ((0, MARGIN - 2), (image.width - MARGIN + 2, image.width)):
        darkest, _ = image.crop((left, below, right, image.height)).getextrema()
        assert isinstance(darkest, int)
        assert darkest > 128


def test_a_passengers_part_is_highlighted_and_nothing_else_moves() -> None:
    whole, part = drawn(known()), drawn(known((1, 2)))
    assert whole.size == part.size
    assert ImageChops.difference(whole, part).getbbox() is not None
    heading = (0, 0, 1080, 340)
    changed = ImageChops.difference(whole.crop(heading), part.crop(heading)).convert("L")
    assert sum(changed.histogram()[24:]) == 0  # the colours are rounded to a few, and these to others
    assert _sand(part) > 50_000 > _sand(whole)


def _sand(image: Image.Image) -> int:
    """Pixels that are as light as paper but lack blue."""
    red, _, blue = image.split()
    return sum(ImageChops.subtract(red, blue).point(lambda less: 255 * (18 < less < 60)).histogram()[255:])


def test_days_without_a_run_are_dimmed() -> None:
    view = known()
    daily = replace(view, days=(True,) * 7)
    assert ImageChops.difference(drawn(view), drawn(daily)).getbbox() is not None


def test_without_places_it_is_shorter_and_still_whole() -> None:
    bare = replace(known(), points=())
    assert drawn(bare).height < drawn(known()).height


def test_the_same_route_gives_the_same_bytes() -> None:
    assert route_png(known(), FONTS) == route_png(known(), FONTS)


def test_times_of_a_train_that_runs_for_days_wrap_at_midnight() -> None:
    calls = long_one(400).calls
    assert calls[399].arrival == "23:30"  # 4,290 minutes after the midnight before it left
    assert {call.departure < "24:00" for call in calls} == {True}
