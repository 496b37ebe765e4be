"""A button's data: read exactly, and never trusted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dialogue import Tap


def test_a_buttons_data_is_taken_apart() -> None:
    assert Tap.parse("s12.345.choice=12951|3A") == Tap(12, 345, "choice", "12951|3A")
    assert Tap.parse("s1.2.party=add:3=4") == Tap(1, 2, "party", "add:3=4")


@pytest.mark.parametrize("data", ["", "s", "s1.2.x", "1.2.x=1", "s-1.2.x=1", "s١.2.x=1", "s1.2.3.x=1", "g.book"])
def test_anything_else_is_no_button_of_a_dialogue(data: str) -> None:
    assert Tap.parse(data) is None


@given(st.text(max_size=64))
def test_no_text_breaks_it(data: str) -> None:
    Tap.parse(data)
