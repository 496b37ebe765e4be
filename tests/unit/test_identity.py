"""Numbers of identity documents: what is one, and how little of it is shown."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Problem
from domain.identity import IdKind, read_id


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (IdKind.AADHAAR, "2363 4567 8901", None),  # the check digit is another
        (IdKind.AADHAAR, "9999 9999 0019", "999999990019"),  # UIDAI's published test number
        (IdKind.AADHAAR, "1999 9999 0019", None),
        (IdKind.PAN, "abcpk1234f", "ABCPK1234F"),
        (IdKind.PAN, "ABCXK1234F", None),  # no holder is of type X
        (IdKind.PASSPORT, "J 8369854", "J8369854"),
        (IdKind.PASSPORT, "J8369850", None),
        (IdKind.VOTER, "abc1234567", "ABC1234567"),
        (IdKind.DRIVING, "MH-14 2011 0062821", "MH1420110062821"),
        (IdKind.DRIVING, "MH-14 1711 0062821", None),
    ],
)
def test_only_what_has_the_documents_form_is_taken(kind: IdKind, typed: str, kept: str | None) -> None:
    if kept is None:
        with pytest.raises(Problem, match="bad-id-number"):
            read_id(kind, typed)
    else:
        assert read_id(kind, typed).number == kept


def test_four_characters_are_shown_and_no_more() -> None:
    assert read_id(IdKind.AADHAAR, "999999990019").masked == "XXXXXXXX0019"
    assert read_id(IdKind.PAN, "ABCPK1234F").masked == "XXXXXX234F"


@given(st.integers(min_value=0, max_value=11), st.integers(min_value=1, max_value=9))
def test_one_wrong_digit_of_an_aadhaar_is_always_seen(place: int, off: int) -> None:
    digits = list("999999990019")
    digits[place] = str((int(digits[place]) + off) % 10)
    with pytest.raises(Problem, match="bad-id-number"):
        read_id(IdKind.AADHAAR, "".join(digits))


@given(st.sampled_from(IdKind), st.text(max_size=70))
def test_any_text_is_a_number_or_a_problem(kind: IdKind, text: str) -> None:
    with suppress(Problem):
        read = read_id(kind, text)
        assert read.masked.startswith("X")
        assert read.masked.endswith(read.number[-4:])
