"""Stations, whatever is typed: properties that hold over the starter network and, where it is there, the country."""

from functools import lru_cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.feeds.feed import read_feed
from bot.feeds.starter import starter_path
from domain.catalogue import Catalogue, importance
from domain.places.foreign_places import is_abroad
from domain.places.place_names import TODAY
from domain.places.place_words import UNTELLING, sounds_everyday
from domain.places.spelling import by_sound
from domain.stations import Station, StationFinder
from domain.words import plain
from tests.country import IN_COUNTRY, country_feed

FEEDS = [
    "starter",
    pytest.param("country", marks=IN_COUNTRY),
]
BUSIEST, OFFERED, SHORTEST = 300, 6, 4
VOWELS = frozenset("aeiouy")
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
SLIPS = ("swap", "drop", "double", "key", "substituted", "inserted")


@lru_cache
def network(name: str) -> tuple[StationFinder, list[Station], dict[str, set[str]], dict[str, list[str]]]:
    """The finder, the busiest stations, the codes that bear each name of a station or a city, and names by sound."""
    feed = country_feed() if name == "country" else read_feed(starter_path())
    calls = importance(feed.trains)
    named: dict[str, set[str]] = {}
    for station in feed.stations:
        for own in (station.name, station.city):
            named.setdefault(_telling(own), set()).add(station.code)
    busiest = sorted(feed.stations, key=lambda station: -calls[station.code])[:BUSIEST]
    for other in TODAY:
        named.setdefault(other, {f"also called {other}"})
    sounding: dict[str, list[str]] = {}
    for own in named:
        sounding.setdefault(by_sound(own.replace(" ", "")), []).append(own)
    return Catalogue(name, feed.stations, feed.trains).stations, busiest, named, sounding


def _telling(name: str) -> str:
    return " ".join(word for word in plain(name).split() if word not in UNTELLING)


def slipped(name: str, kind: str, at: int, letter: str) -> str:
    """The name with one slip of the finger at a letter."""
    before, here, after = name[:at], name[at], name[at + 1 :]
    if kind == "swap":
        return before + after[:1] + here + after[1:]
    if kind == "drop":
        return before + after
    if kind == "double":
        return before + 2 * here + after
    if kind == "inserted":
        return before + letter + here + after
    row = next((row for row in KEYS if here in row), "")
    return before + (row[row.index(here) - 1] if kind == "key" and row else letter) + after


def is_as_near(typed: str, name: str, named: dict[str, set[str]], sounding: dict[str, list[str]]) -> bool:
    """Whether another place's name is as few slips away as this one, sounds like what was typed or begins so."""
    slips = OSA.distance(typed, name)
    near = [
        found
        for written in {typed, typed.replace(" ", "")}
        for found in process.extract(written, list(named), scorer=OSA.distance, score_cutoff=slips, limit=50)
    ]
    alike = sounding.get(by_sound(typed.replace(" ", "")), [])
    others = [*(other for other, _, _ in near), *alike, *(other for other in named if other.startswith(typed))]
    return any(not named[other] & named[name] for other in others)


@pytest.mark.parametrize("feed", FEEDS)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_one_slip_in_a_busy_stations_name_still_finds_or_offers_it(feed: str, data: st.DataObject) -> None:
    """Not where another place's name is as near, begins so or is just that (a code, an old name), nor where no vowel is
    left, nor where the slip made an everyday word or a place
    abroad ("gaay", a cow; "milan"): guessing there would be answering people who named no place."""
    finder, busiest, named, sounding = network(feed)
    station = data.draw(st.sampled_from(busiest))
    name = _telling(station.name)
    at = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    typed = slipped(name, data.draw(st.sampled_from(SLIPS)), at, letter)
    assume(len(typed) >= SHORTEST and _telling(typed) == typed != name)
    assume(not sounds_everyday(typed.split()) and not is_abroad(typed.split()))
    assume(not finder.find(typed, exactly=True) and not VOWELS.isdisjoint(typed))
    assume(not is_as_near(typed, name, named, sounding))
    found = {match.station.code for match in finder.find(typed, OFFERED)}
    assert found & named[name]


@pytest.mark.parametrize("feed", FEEDS)
@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=60) | st.text("abdehiklnrstu आगरामदुरैবাংமதுரై", max_size=20))
def test_any_text_gets_an_ordered_answer_without_duplicates(feed: str, text: str) -> None:
    finder, _, _, _ = network(feed)
    matches = finder.find(text)
    scores = [match.score for match in matches]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 100 for score in scores)
    assert len({match.station.code for match in matches}) == len(matches) <= OFFERED
    assert finder.find(text) == matches
    assert finder.find(text, 1) == matches[:1]


@pytest.mark.parametrize("feed", FEEDS)
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_pieces_of_names_in_any_order_are_taken(feed: str, data: st.DataObject) -> None:
    finder, busiest, _, _ = network(feed)
    names = st.sampled_from(busiest).flatmap(
        lambda station: st.sampled_from((station.name, station.name_hi, station.code))
    )
    pieces = data.draw(st.lists(names | st.text(max_size=4), min_size=1, max_size=6))
    text = data.draw(st.sampled_from((" ", "", "-", " / "))).join(pieces)
    scores = [match.score for match in finder.find(text)]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("feed", FEEDS)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_code_in_capitals_and_a_whole_name_are_always_found(feed: str, data: st.DataObject) -> None:
    finder, busiest, _, _ = network(feed)
    station = data.draw(st.sampled_from(busiest))
    assert finder.find(station.code)[0].station == station
    assert station.code in {match.station.code for match in finder.find(station.name, 20)}
    assert finder.find(station.name, exactly=True)
