"""Names in Indian scripts find their stations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.feed import read_feed
from bot.feeds.starter import starter_path
from domain.catalogue import Catalogue
from domain.places.scripts import is_indian, is_urdu, to_latin

FEED = read_feed(starter_path())
STATIONS = Catalogue("starter", FEED.stations, FEED.trains).stations


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("पटना", "PNBE"),
        ("कानपुर", "CNB"),
        ("மதுரை", "MDU"),
        ("విజయవాడ", "BZA"),
        ("ಮೈಸೂರು", "MYS"),
        ("কলকাতা", "HWH"),
        ("સુરત", "ST"),
        ("ਲੁਧਿਆਣਾ", "LDH"),
    ],
)
def test_a_name_in_its_own_script_finds_its_station(name: str, code: str) -> None:
    assert is_indian(name)
    assert to_latin(name).isascii()
    assert STATIONS.find(name)[0].station.code == code


def test_latin_letters_stay() -> None:
    assert to_latin("Patna Jn") == "Patna Jn"
    assert not is_indian("Patna Jn")


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("कानपुर", "kaanpur"), ("उदयपुर", "udaypur"), ("जमशेदपुर", "jamshedpur"), ("कटक", "katak"), ("पटना", "patnaa"),
        ("লখনউ", "lakhnau"), ("ਜਲੰਧਰ", "jalandhar"), ("నెల్లూరు", "nelluuru"), ("സേലം", "seelam"), ("ಗದಗ", "gadaga"),
    ],
)  # fmt: skip
def test_vowels_that_a_language_does_not_say_are_left_out(word: str, said: str) -> None:
    assert to_latin(word).replace("ee", "e") == said.replace("ee", "e")


def test_urdu_has_only_the_vowels_that_it_writes() -> None:
    assert is_urdu("کانپور")
    assert not is_urdu("कानपुर")
    assert to_latin("کانپور") == "kanpvr"


@given(st.text(max_size=50))
def test_any_text_can_be_put_into_latin_letters(text: str) -> None:
    left = {letter for letter in to_latin(text) if not letter.isascii()}
    assert left <= set(text)
    assert not any(map(is_indian, left))
