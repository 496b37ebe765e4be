"""The audit finds the books right that are, and names every row that somebody broke."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from domain.audits import Rule
from storage.keys import (
    user_key,
    wallet_key,
)
from tests.contract.books import Scene, a_scene
from tests.contract.broken_books import (
    BREAKS,
    a_berth_sold_to_nobody,
    a_berth_that_came_free,
    a_ledger_row_that_cannot_be_read,
    balance_of_the_user,
)
from tests.contract.conftest import ENGINES, Engines
from tests.contract.faulty import faulty
from tests.engines import prepared
from tests.simulation.payments.storm import storm


@pytest.fixture(scope="module")
def whole(engines: Engines) -> Scene:
    """On tables that no other test writes into: the audit reads whole ones."""
    settings = replace(engines.get("roto").settings, prefix=f"audit-{uuid4().hex[:8]}")
    return a_scene(prepared(settings))


@pytest.fixture
def scene(whole: Scene) -> Iterator[Scene]:
    """Put back as it was after each test."""
    rows = whole.rows()
    yield whole
    whole.restore(rows)


def test_books_that_are_right_have_no_difference(scene: Scene) -> None:
    assert scene.audit() == []


@pytest.mark.parametrize("name", ENGINES[1:])
def test_among_the_rows_of_others_only_the_broken_one_of_ours_is_named(engines: Engines, name: str) -> None:
    scene = a_scene(engines.get(name))
    ours = (scene.user.user_id, scene.user.wallet_id, scene.booking.booking_id, scene.run.key.train_id)

    def named() -> list[str]:
        rows = [(one.rule.value, " ".join(one.rows)) for one in scene.audit()]
        return [rule for rule, names in rows if any(own in names for own in ours)]

    assert named() == []
    a_berth_that_came_free(scene)
    balance_of_the_user(scene)
    assert sorted(named()) == ["balance", "berth"]


@pytest.mark.parametrize(("broken", "rule"), BREAKS, ids=[broken.__name__ for broken, _ in BREAKS])
def test_what_is_broken_is_named(scene: Scene, broken: Callable[[Scene], str], rule: Rule) -> None:
    row = broken(scene)
    found = scene.audit()
    assert [one for one in found if one.rule is rule and any(row in named for named in one.rows)], found


def test_a_row_that_cannot_be_read_is_named_once_and_keeps_nothing_else_from_being_seen(scene: Scene) -> None:
    row = a_ledger_row_that_cannot_be_read(scene)
    a_berth_sold_to_nobody(scene)
    found = scene.audit()
    assert [(one.rule, one.rows) for one in found if one.rule is not Rule.BERTH] == [(Rule.ROW, (row,))]
    assert "amount" in found[0].words
    assert "a lot" not in found[0].words
    assert Rule.BERTH in {one.rule for one in found}


def test_what_is_settled_between_two_looks_is_no_difference(scene: Scene) -> None:
    balance_of_the_user(scene)
    assert [one.rule for one in scene.audit()] == [Rule.BALANCE]

    def settled() -> None:
        scene.set("users", user_key(scene.user.user_id), wallet_balance=scene.user.wallet_balance)

    assert scene.audit(settled) == []


def test_books_larger_than_a_page_are_read_whole(scene: Scene) -> None:
    padding = "x" * 200_000  # a page is one megabyte
    for number in range(12):
        strays = {"wallet_id": f"w{number}", "user_id": f"u{number}", "padding": padding}
        scene.copy("wallets", wallet_key(scene.user.wallet_id), (f"WALLET#w{number}", "METADATA"), **strays)
    assert len([one for one in scene.audit() if one.rule is Rule.OWNER]) == 12


@pytest.mark.parametrize("name", ENGINES[1:])
def test_after_a_storm_of_payments_and_the_stores_bad_days_the_books_are_right(
    engines: Engines, name: str, tmp_path: Path
) -> None:
    """The embedded engine has a larger one: tests/simulation/payments."""
    good = prepared(replace(engines.get(name).settings, prefix=f"storm-{uuid4().hex[:8]}"))
    told = storm(replace(good, client=faulty(good.client, name)), tmp_path, payments=20, seed=7)
    assert not told.faults, "\n".join(told.faults)
    assert told.taken > 10
