"""Invoices: the tax within the fee, the number, and whose State gets it."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Problem
from domain.invoices import SAMPLE_SUPPLIER, InvoiceBook, check_sign, financial_year, is_gstin, tax_of

RATE, NOTHING = Decimal("0.18"), Decimal(0)
NOW = datetime(2026, 11, 23, tzinfo=UTC)
fees = st.integers(1, 100_000_00).map(lambda paise: Decimal(paise) / 100)


def book(last: int, year: int = 2026) -> InvoiceBook:
    return InvoiceBook(series="Y", year=year, last=last, created_at=NOW, updated_at=NOW)


def test_a_fee_of_thirty_rupees_has_two_rupees_seventy_for_each() -> None:
    tax = tax_of(Decimal("35.40"), RATE, "27", "27")
    assert (tax.taxable, tax.cgst, tax.sgst, tax.igst) == (Decimal("30.00"), Decimal("2.70"), Decimal("2.70"), NOTHING)
    assert not tax.union


def test_to_another_state_all_of_the_tax_is_integrated() -> None:
    tax = tax_of(Decimal("17.70"), RATE, "27", "29")
    assert (tax.taxable, tax.cgst, tax.sgst, tax.igst) == (Decimal("15.00"), NOTHING, NOTHING, Decimal("2.70"))


def test_a_union_territory_without_a_legislature_has_its_own_tax() -> None:
    assert tax_of(Decimal("35.40"), RATE, "04", "04").union
    assert not tax_of(Decimal("35.40"), RATE, "07", "07").union  # Delhi has one


@given(fees, st.sampled_from([("27", "27"), ("27", "29")]))
def test_the_parts_are_always_the_fee_and_the_tax_its_rate(fee: Decimal, states: tuple[str, str]) -> None:
    tax = tax_of(fee, RATE, *states)
    assert tax.total == fee
    assert tax.cgst == tax.sgst
    assert abs(tax.taxable * RATE - (tax.total - tax.taxable)) <= Decimal("0.02")


def test_numbers_follow_each_other_within_sixteen_signs() -> None:
    assert book(0).next_number() == "Y/26-27/000001"
    assert book(41).next_number() == "Y/26-27/000042"
    assert book(0, 2099).next_number() == "Y/99-00/000001"
    assert len(book(99_999_998).next_number()) == 16
    with pytest.raises(Problem, match="invoice-unavailable"):
        book(99_999_999).next_number()


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 3, 31), 2025), (date(2026, 4, 1), 2026), (date(2027, 1, 1), 2026)]
)
def test_a_financial_year_begins_in_april(day: date, year: int) -> None:
    assert financial_year(day) == year


@pytest.mark.parametrize("gstin", ["27AAPFU0939F1ZV", "29AAGCB7383J1Z4", "24AAACC1206D1ZM"])
def test_gstins_that_are_public_are_taken(gstin: str) -> None:
    assert is_gstin(gstin)


@given(st.integers(0, 14), st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
def test_one_wrong_sign_makes_it_no_gstin(place: int, sign: str) -> None:
    right = "27AAPFU0939F1ZV"
    typed = right[:place] + sign + right[place + 1 :]
    assert is_gstin(typed) == (typed == right)


@pytest.mark.parametrize("text", ["", "27AAPFU0939F1Z", "27aapfu0939f1zv", "27AAPFU0939F1ZV\n", "99" + "AAPFU0939F1ZV"])
def test_other_things_are_no_gstin(text: str) -> None:
    assert not is_gstin(text)


def test_the_samples_gstin_is_nobodys() -> None:
    assert not is_gstin(SAMPLE_SUPPLIER.gstin)
    assert check_sign(SAMPLE_SUPPLIER.gstin[:-1]) != SAMPLE_SUPPLIER.gstin[-1]
