"""Names in Latin letters, for machines without a font of their script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.latin import latin


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("आशा शर्मा", "Asha Sharma"),
        ("प्रिया मिश्र", "Priya Mishra"),
        ("ज़ाकिर हुसैन", "Zakir Husain"),
        ("श्रीमती लक्ष्मी देवी", "Shrimati Lakshmi Devi"),
        ("ज्ञान चंद", "Gyan Chand"),
        ("रूम ३४", "Rum 34"),
        ("முத்து குமார்", "Muttu Kumar"),
        ("রবীন্দ্রনাথ", "Rabindranath"),
        ("ಮಂಜುನಾಥ", "Manjunath"),
        ("José Müller", "Jose Muller"),
        ("Asha Sharma", "Asha Sharma"),
        ("₹1,234.50", "Rs 1,234.50"),
        ("王", "?"),
    ],
)
def test_a_name_is_spelt_as_people_spell_it(name: str, spelt: str) -> None:
    assert latin(name) == spelt


@given(st.text())
def test_whatever_is_typed_comes_out_in_ascii(text: str) -> None:
    assert latin(text).isascii()
