"""Names, phones and e-mail addresses as people give them."""

import pytest

from domain.errors import Problem
from domain.users import clean_email, clean_name, clean_phone


@pytest.mark.parametrize("name", ["Asha Verma", "आशा वर्मा", "O'Neil", "मीनाक्षी", "S. P. Rao", "José", "மீரா"])
def test_names_of_any_script(name: str) -> None:
    assert clean_name(f"  {name} ") == name


@pytest.mark.parametrize("name", ["", "A", "12345", "😀😀", "x" * 61, "<b>x</b>", "Asha\nVerma <"])
def test_what_is_no_name(name: str) -> None:
    with pytest.raises(Problem, match="bad-name"):
        clean_name(name)


@pytest.mark.parametrize(
    ("given", "kept"),
    [("+919876500001", "+919876500001"), ("98765 00001", "+919876500001"), ("+447911123456", "+447911123456")],
)
def test_phones_are_kept_with_their_country(given: str, kept: str) -> None:
    assert clean_phone(given) == kept


@pytest.mark.parametrize("given", ["", "123", "+91123", "not a number", "+999999999999999999"])
def test_what_is_no_phone(given: str) -> None:
    with pytest.raises(Problem, match="bad-phone"):
        clean_phone(given)


def test_email_addresses_are_compared_without_case() -> None:
    assert clean_email(" Asha@Example.COM ") == "asha@example.com"
    with pytest.raises(Problem, match="bad-email"):
        clean_email("asha at example")


def test_a_long_name_that_is_none_is_refused_at_once() -> None:
    """Sixty Devanagari letters and a digit once took a minute to refuse; should they again, this test hangs."""
    with pytest.raises(Problem, match="bad-name"):
        clean_name("क" * 59 + "1")
