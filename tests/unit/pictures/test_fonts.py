"""Fonts: found where there are some, done without where there are none, and never a box for a letter."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from bot.pictures.fonts import Fonts, find_fonts

HERE = find_fonts()
NONE = Fonts()
both = pytest.mark.skipif(not (HERE.latin and HERE.devanagari), reason="this machine has no Latin or Devanagari font")


def pillows_own_font(path: Path) -> None:
    """Writes the font that Pillow carries: real, but without a rupee sign."""
    font = ImageFont.load_default(12)
    assert isinstance(font, ImageFont.FreeTypeFont)
    path.write_bytes(font.font_bytes)


def test_a_machine_without_fonts_has_none(tmp_path: Path) -> None:
    assert find_fonts([tmp_path, tmp_path / "absent"]) == NONE


def test_broken_files_and_fonts_without_the_rupee_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "NotoSans-Regular.ttf").write_bytes(b"not a font at all")
    (tmp_path / "NotoSansDevanagari-Regular.ttf").touch()
    pillows_own_font(tmp_path / "DejaVuSans.ttf")
    assert find_fonts([tmp_path]) == NONE


@both
def test_fonts_are_found_below_the_directories_named(tmp_path: Path) -> None:
    assert HERE.latin
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "DejaVuSans.ttf").write_bytes(HERE.latin.regular.read_bytes())
    found = find_fonts([tmp_path])
    assert found.latin
    assert found.latin.regular == found.latin.bold == tmp_path / "deep" / "DejaVuSans.ttf"
    assert found.devanagari is None


def test_without_devanagari_the_ticket_speaks_english() -> None:
    assert NONE.language("hi") == "en"
    assert HERE.without_devanagari.language("hi") == "en"
    assert NONE.language("en") == "en"


def test_without_fonts_a_name_is_spelt_in_ascii() -> None:
    assert [run.text for run in NONE.runs("राम  Müller ₹5")] == ["Ram Muller Rs 5"]


@both
def test_each_script_is_set_in_its_own_font() -> None:
    runs = HERE.runs("12951 राजधानी Exp")
    assert [run.face for run in runs] == [HERE.latin, HERE.devanagari, HERE.latin]
    assert "".join(run.text for run in runs) == "12951 राजधानी Exp"


@pytest.mark.parametrize("fonts", [HERE, HERE.without_devanagari, NONE], ids=["both", "latin", "none"])
@given(text=st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"])))
def test_no_character_is_drawn_without_a_letter_for_it(fonts: Fonts, text: str) -> None:
    for run in fonts.runs(text):
        assert run.face.covers(run.text) if run.face else run.text.isascii()
