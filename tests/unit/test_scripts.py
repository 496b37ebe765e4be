"""Names in Indian scripts find their stations."""

import pytest

from bot.feeds.feed import read_feed
from bot.feeds.starter import starter_path
from domain.catalogue import Catalogue
from domain.scripts import is_indian, to_latin

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
