"""PNRs: ten digits that begin by the train's zone, and for one request always the same ones."""

from itertools import islice

import pytest

from domain.pnr import CANDIDATES, FIRST_DIGITS, new_pnr, pnrs_for


@pytest.mark.parametrize("zone", [*FIRST_DIGITS, "", "XX"])
def test_a_pnr_is_ten_digits_of_which_the_first_tells_the_zone(zone: str) -> None:
    for pnr in (new_pnr(zone), *islice(pnrs_for("7:1:2.5", zone), 20)):
        assert len(pnr) == 10
        assert pnr.isdecimal()
        assert pnr[0] in FIRST_DIGITS.get(zone, "23")


def test_a_request_asks_for_the_same_pnrs_each_time_and_another_for_others() -> None:
    first, again, other = (
        list(pnrs_for("7:1:2.5", "NR")),
        list(pnrs_for("7:1:2.5", "NR")),
        list(pnrs_for("7:1:2.6", "NR")),
    )
    assert first == again
    assert len({*first, *other}) == 2 * CANDIDATES
