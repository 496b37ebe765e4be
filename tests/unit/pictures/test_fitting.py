"""Text that is made to fit: as large as possible, and shortened only when it must be."""

from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.fitting import fit, syllables


def monospaced(text: str, size: float) -> float:
    """Every character as wide as the letters are high."""
    return len(text) * size


def test_what_fits_stays_as_it_is() -> None:
    assert fit("Asha", 40, 10, 5, monospaced) == ("Asha", 10)


def test_what_is_a_little_too_long_is_set_smaller() -> None:
    assert fit("Asha", 32, 10, 5, monospaced) == ("Asha", 8)


def test_what_is_far_too_long_is_shortened() -> None:
    assert fit("Asha Sharma Devi", 40, 10, 5, monospaced) == ("Asha...", 5)


@given(st.text(min_size=1), st.floats(20, 500))
def test_nothing_is_wider_than_its_place(text: str, width: float) -> None:
    fitted, size = fit(text, width, 10, 5, monospaced)
    assert monospaced(fitted, size) <= width
    assert 5 <= size <= 10


def test_a_written_syllable_is_never_parted() -> None:
    assert syllables("लक्ष्मी") == ["ल", "क्ष्मी"]
    assert syllables("Zoe\u0308") == ["Z", "o", "e\u0308"]
