"""Phone numbers and e-mail addresses as they are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.contacts import masked_email, masked_phone


@pytest.mark.parametrize(
    ("phone", "shown"), [("+919812340001", "+91 98•••• 0001"), ("+12025550123", "+1 20•••• 0123"), ("", "")]
)
def test_a_number_keeps_its_country_two_digits_and_the_last_four(phone: str, shown: str) -> None:
    assert masked_phone(phone) == shown


@pytest.mark.parametrize(
    ("email", "shown"),
    [("asha@example.com", "a•••@example.com"), ("आशा@example.in", "आ•••@example.in"), ("", "•••")],
)
def test_an_address_keeps_its_first_letter_and_its_host(email: str, shown: str) -> None:
    assert masked_email(email) == shown


@given(st.text("0123456789", min_size=7, max_size=15))
def test_four_digits_at_least_are_hidden(digits: str) -> None:
    assert sum(sign.isdigit() for sign in masked_phone(f"+{digits}")) <= max(0, len(digits) - 4)
