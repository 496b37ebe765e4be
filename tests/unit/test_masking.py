"""What is kept of a gateway's answer: enough to find the money, nothing by which somebody could be known or charged."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain.masking import masked

SAID: dict[str, Any] = {
    "id": "pay_29QQoUBi66xm2f",
    "amount": 171_500,
    "method": "upi",
    "status": "captured",
    "captured": True,
    "vpa": "asha.verma@okhdfc",
    "email": "asha.verma@example.com",
    "contact": "+919812343210",
    "card": {"last4": "1111", "network": "Visa", "name": "ASHA VERMA", "iin": "411111"},
    "acquirer_data": {"rrn": "332412345678", "payer_name": "Asha Verma"},
    "notes": {"name": "Asha"},
    "error_description": "asha.verma@okhdfc said no",
}


def test_addresses_cards_and_phones_are_masked_and_references_kept() -> None:
    kept = masked(SAID)
    assert kept["vpa"] == "a***@okhdfc"
    assert kept["card"] == {"last4": "**** 1111", "network": "Visa"}
    assert kept["contact"] == "**** 3210"
    assert (kept["id"], kept["acquirer_data"]) == ("pay_29QQoUBi66xm2f", {"rrn": "332412345678"})


def test_nobody_can_be_known_by_it() -> None:
    kept = str(masked(SAID)).casefold()
    assert not [word for word in ("verma", "asha", "98123", "411111") if word in kept]


@given(st.dictionaries(st.sampled_from([*SAID, "x"]), st.none() | st.text() | st.integers() | st.lists(st.text())))
def test_whatever_a_gateway_says_is_taken(said: dict[str, Any]) -> None:
    assert not {"notes", "error_description", "captured", "x"} & masked(said).keys()
