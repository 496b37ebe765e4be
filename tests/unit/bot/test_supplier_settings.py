"""Who issues invoices: set as a whole, with a GSTIN that can be right, or not at all."""

import pytest

from bot.settings import read_settings
from domain.errors import SettingError
from domain.invoices import Supplier

GIVEN = {
    "YATRI_SUPPLIER_NAME": "Yatri Services LLP",
    "YATRI_SUPPLIER_GSTIN": "27AAPFU0939F1ZV",
    "YATRI_SUPPLIER_ADDRESS": "4 Station Road, Pune 411001",
}


def test_without_settings_nobody_issues_invoices() -> None:
    assert read_settings().supplier is None


def test_a_supplier_is_read_from_its_three_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in GIVEN.items():
        monkeypatch.setenv(name, value)
    address = GIVEN["YATRI_SUPPLIER_ADDRESS"]
    assert read_settings().supplier == Supplier(name="Yatri Services LLP", gstin="27AAPFU0939F1ZV", address=address)


@pytest.mark.parametrize(
    ("changes", "at_fault"),
    [
        ({"YATRI_SUPPLIER_ADDRESS": ""}, "YATRI_SUPPLIER_ADDRESS"),
        ({"YATRI_SUPPLIER_NAME": ""}, "YATRI_SUPPLIER_NAME"),
        ({"YATRI_SUPPLIER_GSTIN": "27AAPFU0939F1ZW"}, "YATRI_SUPPLIER_GSTIN"),
    ],
)
def test_a_supplier_that_cannot_be_one_is_named(
    monkeypatch: pytest.MonkeyPatch, changes: dict[str, str], at_fault: str
) -> None:
    for name, value in (GIVEN | changes).items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingError) as raised:
        read_settings()
    assert raised.value.name == at_fault
