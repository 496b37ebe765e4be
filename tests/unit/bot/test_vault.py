"""Sealed text: unreadable without the key, and not lost when keys are changed."""

from pathlib import Path

import pytest

from bot.vault import Vault, keys_of, new_key
from domain.errors import SettingError


def test_what_is_sealed_shows_nothing_and_is_never_twice_the_same() -> None:
    vault = Vault([new_key()])
    one, other = vault.seal("ABCPK1234F"), vault.seal("ABCPK1234F")
    assert "ABCPK" not in one
    assert one != other
    assert vault.open(one) == vault.open(other) == "ABCPK1234F"


def test_a_new_key_seals_and_the_old_one_still_opens_until_all_is_renewed() -> None:
    old, new = new_key(), new_key()
    sealed = Vault([old]).seal("J8369854")
    renewed = Vault([new, old]).renewed(sealed)
    assert Vault([new, old]).open(sealed) == Vault([new]).open(renewed) == "J8369854"
    with pytest.raises(SettingError, match="YATRI_SECRET_KEYS"):
        Vault([new]).open(sealed)


def test_what_was_tampered_with_does_not_open() -> None:
    vault = Vault([new_key()])
    sealed = vault.seal("J8369854")
    with pytest.raises(SettingError):
        vault.open(sealed[:-4] + "AAAA")


def test_a_setting_that_is_no_key_is_named() -> None:
    with pytest.raises(SettingError, match="YATRI_SECRET_KEYS"):
        Vault(["too short"])
    with pytest.raises(SettingError, match="YATRI_SECRET_KEYS"):
        keys_of(None, Path("nowhere"), local=False)


def test_on_this_machine_a_key_is_made_once_and_for_us_alone(tmp_path: Path) -> None:
    keys = keys_of(None, tmp_path / "data", local=True)
    assert keys_of(None, tmp_path / "data", local=True) == keys
    assert (tmp_path / "data" / "secret.key").stat().st_mode & 0o077 == 0
    assert keys_of("a, b", tmp_path, local=True) == ["a", "b"]
