"""Sentences: words and what they mean, however they are spelled."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reading.daywords import DAY_WORDS, MONTHS, WEEKDAYS
from domain.reading.regional import FROM_AFTER, TO_AFTER, without_ending
from domain.reading.sentences import Sentence, meaning, pattern
from domain.reading.travelwords import TRAVEL_WORDS
from tests.accuracy import slip


def nowhere(word: str) -> bool:
    return False


def typed(text: str) -> list[str]:
    return [word.typed for word in Sentence(text).words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("NDLS->BCT", ["ndls", "-", "bct"]), ("delhi–mumbai 24/12", ["delhi", "-", "mumbai", "24/12"]),
        ("25dec 3ac", ["25", "dec", "3", "ac"]), ("24 - 12 - 2026", ["24-12-2026"]),
        ("3-tier a/c", ["3", "tier", "ac"]),
        ("2nd, 5th!", ["2nd", "", "5th", ""]), ("2day", ["today"]), ("सितम्बर", ["सितम्बर"]),
        ("மதுரைக்கு", ["மதுரை", "tak"]), ("દિલ્હીથી", ["દિલ્હી", "se"]), ("பெங்களூரு", ["பெங்களூரு"]),
    ],
)  # fmt: skip
def test_a_text_is_parted_into_words(text: str, words: list[str]) -> None:
    assert typed(text) == words


def test_every_word_of_the_vocabulary_means_what_its_list_says() -> None:
    for word, meant in (TRAVEL_WORDS | DAY_WORDS).items():
        if word.isascii() and word.isalpha():
            assert meaning(word, nowhere) == meant


@pytest.mark.parametrize("word", [word for word in (*WEEKDAYS, *MONTHS, "tomorrow", "passenger") if len(word) > 7])
def test_two_slips_in_a_long_word_are_seen_through(word: str) -> None:
    assert meaning(word[:3] + word[4:6] + word[7:], nowhere) == meaning(word, nowhere)


def test_a_place_is_no_slip_of_a_word() -> None:
    assert meaning("mondey", nowhere) == "monday"
    assert meaning("mondey", {"mondey"}.__contains__) == "mondey"


@pytest.mark.parametrize(
    ("word", "name", "marker"),
    [
        ("சென்னையிலிருந்து", "சென்னை", FROM_AFTER), ("మైసూరుకు", "మైసూరు", TO_AFTER), ("ಮೈಸೂರಿಗೆ", "ಮೈಸೂರು", TO_AFTER),
        ("મુંબઈથી", "મુંબઈ", FROM_AFTER), ("पुण्याहून", "पुण्ये", FROM_AFTER), ("delhi", "delhi", ""), ("থেকে", "থেকে", ""),
    ],
)  # fmt: skip
def test_endings_that_say_from_and_to(word: str, name: str, marker: str) -> None:
    assert without_ending(word) == (name, marker)


def test_what_is_taken_is_read_only_once() -> None:
    sentence = Sentence("delhi kal kal")
    found = sentence.first(pattern("tomorrow"))
    assert found
    sentence.take(found, "day")
    assert sentence.text == "delhi <day> tomorrow"
    assert [word.at for word in sentence.words] == [0, 1, 2]


@given(st.text(max_size=120))
def test_any_text_makes_a_sentence(text: str) -> None:
    sentence = Sentence(text)
    assert len(sentence.text.split(" ")) >= len(sentence.words)


@given(st.sampled_from(["wednesday", "saturday", "december", "november", "tomorrow"]), st.integers(0, 10_000))
def test_one_slip_in_a_long_word_is_seen_through(word: str, seed: int) -> None:
    wrong = slip(word, random.Random(seed))
    assert wrong[0] != word[0] or meaning(wrong, nowhere) == word


def test_a_slip_as_near_to_one_word_as_to_another_is_neither() -> None:
    assert meaning("siater", nowhere) == "siater"
