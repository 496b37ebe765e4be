"""Passwords: what is stored tells nothing, and what could be guessed is refused."""

import pytest

from bot.passwords import Passwords
from domain.errors import Problem

PASSWORDS = Passwords()


def test_a_password_is_known_again_and_no_other_is() -> None:
    hashed = PASSWORDS.hash("tarkash nadi 42 pul")
    assert hashed.startswith("$argon2id$")
    assert PASSWORDS.hash("tarkash nadi 42 pul") != hashed
    assert PASSWORDS.is_right(hashed, "tarkash nadi 42 pul")
    assert not PASSWORDS.is_right(hashed, "tarkash nadi 42 pull")
    assert not PASSWORDS.is_right("", "")


@pytest.mark.parametrize(
    ("password", "key"),
    [
        ("kurz", "password-short"),
        ("p" * 73, "password-long"),
        ("password1", "password-weak"),
        ("qwertyuiop", "password-weak"),
        ("Asha1987", "password-weak"),
        ("+919876500001", "password-weak"),
    ],
)
def test_what_could_be_guessed_is_refused(password: str, key: str) -> None:
    with pytest.raises(Problem, match=key):
        PASSWORDS.check(password, ("Asha Rao", "+919876500001", "asha@example.in"))


def test_an_unguessable_one_is_taken() -> None:
    PASSWORDS.check("tarkash nadi 42 pul", ("Asha Rao",))
