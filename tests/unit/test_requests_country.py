"""Sentences of the whole country: our own, and made ones. Skipped where the country's timetable is not."""

import pytest

from domain.catalogue import Catalogue
from domain.requests import read_request
from tests.accuracy_journeys import OWN, TODAY, Case, cases_of, wrong_fields
from tests.country import IN_COUNTRY, the_country
from tests.made_journeys import made

pytestmark = IN_COUNTRY


@pytest.fixture(scope="module")
def country() -> Catalogue:
    return the_country()


def share_right(cases: list[Case], country: Catalogue) -> tuple[float, list[str]]:
    """How many are wholly right, and those that are not."""
    wrong = [case.query for case in cases if wrong_fields(case, read_request(case.query, TODAY, country))]
    return 1 - len(wrong) / len(cases), wrong


def test_our_own_sentences_are_understood(country: Catalogue) -> None:
    cases = list(cases_of(OWN))
    assert len(cases) >= 250
    share, wrong = share_right(cases, country)
    assert share >= 0.98, wrong


def test_made_sentences_are_understood(country: Catalogue) -> None:
    cases = [Case(query, values) for query, values, _ in made()]
    share, wrong = share_right(cases, country)
    assert share >= 0.98, wrong


def test_a_plain_sentence_leaves_nothing_to_ask(country: Catalogue) -> None:
    plain = [query for query, _, is_plain in made() if is_plain]
    asked = [query for query in plain if read_request(query, TODAY, country).unclear]
    assert len(asked) <= len(plain) / 100, asked
