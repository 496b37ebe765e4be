"""Amounts in words, as invoices spell them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.amounts import in_words
from domain.rules.amount_words import ENGLISH, HINDI

paise = st.integers(0, 10**12)


@pytest.mark.parametrize(
    ("rupees", "english", "hindi"),
    [
        ("0", "Rupees zero only", "शून्य रुपये मात्र"),
        ("1", "Rupee one only", "एक रुपया मात्र"),
        ("35.40", "Rupees thirty-five and forty paise only", "पैंतीस रुपये चालीस पैसे मात्र"),
        ("17.01", "Rupees seventeen and one paisa only", "सत्रह रुपये एक पैसा मात्र"),
        ("100", "Rupees one hundred only", "एक सौ रुपये मात्र"),
        (
            "123456",
            "Rupees one lakh twenty-three thousand four hundred fifty-six only",
            "एक लाख तेईस हज़ार चार सौ छप्पन रुपये मात्र",
        ),
        ("10000000", "Rupees one crore only", "एक करोड़ रुपये मात्र"),
        (
            "12340000007.05",
            "Rupees one thousand two hundred thirty-four crore seven and five paise only",
            "एक हज़ार दो सौ चौंतीस करोड़ सात रुपये पाँच पैसे मात्र",
        ),
    ],
)
def test_amounts_are_spelt_with_lakhs_and_crores(rupees: str, english: str, hindi: str) -> None:
    assert in_words(Decimal(rupees)) == english
    assert in_words(Decimal(rupees), "hi") == hindi


@given(paise, paise, st.sampled_from(["en", "hi"]))
def test_two_amounts_never_have_the_same_words(one: int, other: int, language: str) -> None:
    words = [in_words(Decimal(amount) / 100, language) for amount in (one, other)]
    assert (words[0] == words[1]) == (one == other)


@pytest.mark.parametrize("spelling", [ENGLISH, HINDI])
def test_every_number_below_a_hundred_has_a_word_of_its_own(spelling: object) -> None:
    words = (ENGLISH if spelling is ENGLISH else HINDI).below_hundred
    assert len(words) == len(set(words)) == 100


def test_there_are_no_words_for_a_debt() -> None:
    with pytest.raises(ValueError, match="below zero"):
        in_words(Decimal("-1"))
