"""Spelling: what sounds alike is written alike, and a wrong spelling still leads to the name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.places.spelling import SpellingIndex, by_sound, roughly

NAMES = SpellingIndex(["lucknow", "kolkata", "bengaluru", "kanpur", "jabalpur", "gaya", "goa", "madgaon"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lucknau", "lucknow"), ("kolkatta", "kolkata"), ("jabalpore", "jabalpur"), ("chhapra", "chapra"),
        ("aligarh", "aligadh"), ("vijaywada", "vijayvada"), ("cuttack", "kuttak"), ("ajmer", "azmer"),
    ],
)  # fmt: skip
def test_usual_spellings_of_one_sound_are_one(one: str, other: str) -> None:
    assert by_sound(one) == by_sound(other)


@pytest.mark.parametrize(("one", "other"), [("gaya", "goa"), ("pune", "puri"), ("salem", "solan")])
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert by_sound(one) != by_sound(other)


def test_what_a_script_cannot_tell_apart_is_roughly_the_same() -> None:
    assert roughly("madurai") == roughly("mathurai")  # Tamil has one letter for t and d
    assert roughly("gaya") == roughly("kaya")
    assert by_sound("madurai") != by_sound("mathurai")


def test_names_that_sound_alike_are_found_at_once() -> None:
    assert NAMES.alike("lakhnau") == []  # another word for it, not another spelling
    assert NAMES.alike("lucknau") == ["lucknow"]
    assert NAMES.alike("luknow") == ["lucknow"]


def test_a_slip_costs_about_one_and_another_spelling_less() -> None:
    assert NAMES.near("kampur", 2)["kanpur"] < 1
    assert 0 < NAMES.near("kanpoor", 2)["kanpur"] < 1
    assert NAMES.near("kanpru", 2)["kanpur"] == 1
    assert 1 < NAMES.near("kanpoort", 3)["kanpur"] < 3


def test_only_so_many_slips_are_forgiven() -> None:
    assert "kanpur" not in NAMES.near("kxnqzr", 1)
    assert NAMES.near("zzzzzz", 2) == {}


def test_a_name_from_another_script_may_lack_its_vowels() -> None:
    assert "kanpur" in NAMES.near_roughly("kanpr", 1, consonants=True)
    assert NAMES.near_roughly("bengalur", 1)["bengaluru"] < NAMES.near_roughly("pengkalur", 2)["bengaluru"]


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=30))
def test_any_word_has_a_sound_and_that_is_settled(word: str) -> None:
    assert set(by_sound(word)) <= set("abcdefghijklmnopqrstuvwxyz")
    assert len(roughly(word)) <= 2 * len(word)
    assert len(NAMES.near(word, 2)) <= 8
