"""Statements: which movements are in one, and the balances between them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Problem
from domain.statements import Period, period_of, statement
from domain.wallets import WalletTransaction
from tests.unit.pictures.ledgers import row

TODAY = date(2026, 11, 23)
START = datetime(2026, 8, 1, tzinfo=UTC)

movements = st.lists(
    st.tuples(st.integers(1, 50_000), st.integers(0, 24 * 150), st.booleans()),
    max_size=30,
    unique_by=lambda each: each[1],
)


def ledger(moves: list[tuple[int, int, bool]]) -> list[WalletTransaction]:
    """Paise, hours after the start, and whether it is a debit."""
    signed = [(-paise if debit else paise, hours) for paise, hours, debit in moves]
    return [row(str(Decimal(paise) / 100), START + timedelta(hours=hours)) for paise, hours in signed]


@given(movements, st.dates(date(2026, 8, 1), date(2026, 12, 31)), st.integers(0, 120))
def test_the_balances_run_on_from_the_opening_to_the_closing(
    moves: list[tuple[int, int, bool]], first: date, days: int
) -> None:
    rows = ledger(moves)
    told = statement(rows, Period(first, first + timedelta(days=days)))
    assert told.opening + told.credits - told.debits == told.closing
    balances = [told.opening, *(line.balance for line in told.lines)]
    steps = [after - before for before, after in pairwise(balances)]
    assert steps == [line.credit - line.debit for line in told.lines]
    assert [line.row.created_at for line in told.lines] == sorted(line.row.created_at for line in told.lines)


@given(movements)
def test_statements_of_following_months_follow_each_other(moves: list[tuple[int, int, bool]]) -> None:
    rows = ledger(moves)
    months = [statement(rows, period_of(f"2026-{month:02}", TODAY)) for month in range(8, 13)]
    assert all(before.closing == after.opening for before, after in pairwise(months))
    assert months[0].opening == 0
    assert months[-1].closing == sum((each.signed for each in rows), Decimal(0))
    assert sum(len(month.lines) for month in months) == len(rows)


def test_the_day_of_a_movement_is_indias() -> None:
    rows = [row("10", datetime(2026, 10, 31, 18, 29, tzinfo=UTC)), row("5", datetime(2026, 10, 31, 18, 30, tzinfo=UTC))]
    told = statement(rows, period_of("2026-11", TODAY))
    assert told.opening == 10
    assert [line.credit for line in told.lines] == [5]


def test_without_a_month_it_is_the_last_ninety_days() -> None:
    assert period_of("", TODAY) == Period(date(2026, 8, 26), TODAY)


def test_a_month_is_all_of_it() -> None:
    assert period_of("2028-02", TODAY) == Period(date(2028, 2, 1), date(2028, 2, 29))


@pytest.mark.parametrize("month", ["2026-13", "2026", "november", "2026-11-05", "2026-11\n", "../../x"])
def test_what_is_no_month_is_said_to_be_none(month: str) -> None:
    with pytest.raises(Problem, match="bad-month"):
        period_of(month, TODAY)
