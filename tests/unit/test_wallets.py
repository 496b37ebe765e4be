"""Wallets by themselves: balances row by row, promo credit, limits, amounts and where money is sent."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidChange, Problem
from domain.ids import TxnId, UserId, WalletId, WithdrawalId
from domain.payouts import Payee, Withdrawal, WithdrawalStatus, read_payee
from domain.promos import clean_code
from domain.reading.rupees import read_rupees
from domain.topups import check_top_up
from domain.wallets import (
    TxnSource,
    TxnType,
    Wallet,
    WalletStatus,
    WalletTransaction,
    promo_left,
    with_balances,
)

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def a_wallet(balance: str, **changes: object) -> Wallet:
    ids = {"wallet_id": WalletId("w"), "user_id": UserId("u")}
    return Wallet(**ids, balance=Decimal(balance), created_at=NOW, updated_at=NOW).but(**changes)


def row(rupees: str | Decimal, source: TxnSource, reference: str = "p", **changes: object) -> WalletTransaction:
    """A credit, or a debit below zero."""
    amount = Decimal(rupees)
    return WalletTransaction(
        txn_id=TxnId("t"),
        wallet_id=WalletId("w"),
        user_id=UserId("u"),
        type=TxnType.CREDIT if amount > 0 else TxnType.DEBIT,
        amount=abs(amount),
        source=source,
        reference_id=reference,
        created_at=NOW,
        updated_at=NOW,
    ).but(**changes)


@given(st.lists(st.integers(-500, 500).filter(bool), max_size=12), st.data())
def test_balances_are_those_that_were_kept_and_counted_where_they_were_not(
    steps: list[int], data: st.DataObject
) -> None:
    balance, rows = Decimal(0), []
    for rupees in steps:
        balance += rupees
        kept = balance if data.draw(st.booleans()) else None
        rows.append(row(str(rupees), TxnSource.BOOKING, balance_after=kept))
    sums = [sum(steps[: n + 1]) for n in range(len(steps))]
    assert [one.balance_after for one in with_balances(reversed(rows), balance)] == sums[::-1]


def test_promo_credit_pays_first_and_comes_back_as_it_was() -> None:
    gift, ticket = row("100", TxnSource.PROMO, "CODE"), row("-150", TxnSource.BOOKING, "pay")
    assert promo_left([row("500", TxnSource.TOPUP), gift], {}) == 100
    assert promo_left([gift, row("500", TxnSource.TOPUP), ticket], {}) == 0
    back = row("130", TxnSource.REFUND, "booking")
    assert promo_left([gift, row("500", TxnSource.TOPUP), ticket, back], {"booking": "pay"}) == 100
    assert promo_left([gift, row("500", TxnSource.TOPUP), ticket, back], {"booking": "another"}) == 0
    assert promo_left([gift, row("500", TxnSource.TOPUP), row("-300", TxnSource.WITHDRAWAL, "w")], {}) == 100


@given(st.lists(st.tuples(st.sampled_from(sorted(TxnSource)), st.integers(-300, 300).filter(bool)), max_size=15))
def test_there_is_never_more_promo_credit_than_was_given(steps: list[tuple[TxnSource, int]]) -> None:
    rows = [row(str(abs(n) if source is TxnSource.PROMO else n), source, "p") for source, n in steps]
    given_in_all = sum((one.amount for one in rows if one.source is TxnSource.PROMO), Decimal(0))
    assert 0 <= promo_left(rows, {}) <= given_in_all


def test_a_suspended_wallet_takes_money_in_and_pays_none_but_to_the_desk() -> None:
    wallet = a_wallet("100", status=WalletStatus.SUSPENDED)
    assert wallet.moved(row("50", TxnSource.REFUND)).balance == 150
    assert wallet.moved(row("-50", TxnSource.ADJUSTMENT)).balance == 50
    for source in (TxnSource.BOOKING, TxnSource.WITHDRAWAL):
        with pytest.raises(Problem, match="wallet-suspended"):
            wallet.moved(row("-50", source))


@pytest.mark.parametrize(
    ("balance", "amount", "this_month", "verified", "problem"),
    [
        ("0", "100", "0", False, ""),
        ("0", "99", "0", True, "topup-amount"),
        ("0", "50001", "0", True, "topup-amount"),
        ("0", "100.50", "0", True, "topup-amount"),
        ("150000", "50000", "900000", True, ""),
        ("150001", "50000", "0", True, "wallet-full"),
        ("0", "10000", "0", False, ""),
        ("0", "1001", "9000", False, "topup-month"),
        ("0", "1000", "9000", False, ""),
    ],
)
def test_how_much_may_be_put_in(balance: str, amount: str, this_month: str, verified: bool, problem: str) -> None:
    def check() -> str:
        try:
            check_top_up(a_wallet(balance), Decimal(amount), Decimal(this_month), verified=verified)
        except Problem as found:
            return found.key
        return ""

    assert check() == problem


@pytest.mark.parametrize(
    ("text", "rupees"),
    [
        ("1500", "1500"),
        ("₹1,500", "1500"),
        ("Rs. 1500", "1500"),
        ("1500 rupees", "1500"),
        ("1500/-", "1500"),
        ("2k", "2000"),
        ("1.5 lakh", "150000"),
        ("२०००", "2000"),
        ("दो", None),
        ("", None),
        ("-5", None),
        ("12 apples", None),
        ("1e9", None),
    ],
)
def test_amounts_as_people_type_them(text: str, rupees: str | None) -> None:
    assert read_rupees(text) == (None if rupees is None else Decimal(rupees))


@given(st.text(max_size=30))
def test_no_text_makes_reading_an_amount_fail(text: str) -> None:
    found = read_rupees(text)
    assert found is None or found >= 0


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("asha.verma@okaxis", "as***@okaxis"),
        ("  98765@ybl ", "98***@ybl"),
        ("123456789012 HDFC0001234", "••••9012 (HDFC0001234)"),
        ("sbin0000300, 1234 5678 9012", "••••9012 (SBIN0000300)"),
        ("Account 123456789012 IFSC HDFC0001234", "••••9012 (HDFC0001234)"),
    ],
)
def test_where_money_goes_is_read_and_shown_masked(text: str, masked: str) -> None:
    assert read_payee(text).masked == masked


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("my bank", "payee-unreadable"),
        ("asha@", "payee-unreadable"),
        ("asha@example.com", "payee-unreadable"),
        ("123456789012", "payee-no-ifsc"),
        ("123456789012 HDFC1001234", "payee-no-ifsc"),
        ("HDFC0001234", "payee-no-account"),
        ("12345678 HDFC0001234", "payee-no-account"),
        ("१२३४५६७८९० HDFC0001234", "payee-no-account"),
    ],
)
def test_what_is_no_account_is_told_apart(text: str, problem: str) -> None:
    with pytest.raises(Problem, match=problem):
        read_payee(text)


@pytest.mark.parametrize(("text", "code"), [("diwali 26", "DIWALI26"), ("A-B-C", "A-B-C")])
def test_codes_are_read_in_any_case(text: str, code: str) -> None:
    assert clean_code(text) == code


@pytest.mark.parametrize("text", ["", "abc", "-abcd", "दिवाली", "a" * 21, "ab#cd", "x/yz1"])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(Problem, match="promo-unreadable"):
        clean_code(text)


def test_a_withdrawal_only_goes_where_it_may() -> None:
    ids = {"withdrawal_id": WithdrawalId("x"), "user_id": UserId("u"), "wallet_id": WalletId("w")}
    drafted = Withdrawal(**ids, amount=Decimal(10), payee=Payee(upi="a1@b"), created_at=NOW, updated_at=NOW)
    for status in set(WithdrawalStatus) - {WithdrawalStatus.ASKED}:
        with pytest.raises(InvalidChange):
            drafted.moved(status)
    asked = drafted.moved(WithdrawalStatus.ASKED)
    assert (asked.approvals_needed, asked.but(amount=Decimal("10000.01")).approvals_needed) == (1, 2)
