"""`yatri keys`: a new key, and everything sealed anew with it."""

from datetime import UTC, datetime
from pathlib import Path

from bot.engine import storage_of
from bot.settings import Settings
from bot.vault import Vault, new_key
from domain.identity import IdKind
from domain.services.identifying import Identifying
from tests.contract.samples import a_user
from tests.engines import prepared
from tests.unit.bot.test_command_line import Terminal, terminal

__all__ = ["terminal"]

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def test_a_key_is_printed_that_seals(terminal: Terminal) -> None:
    key = terminal.yatri("keys", "new").out.strip()
    assert Vault([key]).open(Vault([key]).seal("J8369854")) == "J8369854"
    assert terminal.told("keys", "new")["key"] != key


def test_all_that_is_sealed_moves_to_the_newest_key(terminal: Terminal, tmp_path: Path) -> None:
    old, new, user = new_key(), new_key(), a_user()
    with storage_of(Settings(data_dir=tmp_path), join=False) as settings:
        units = prepared(settings).units
        with units() as work:
            work.users.add(user)
            work.users.add(a_user())
            work.commit()
        before = Identifying(units, Vault([old]))
        before.ask(user.user_id, IdKind.PASSPORT, before.prepare(IdKind.PASSPORT, "J8369854"), "file-1", NOW)
    own = {"YATRI_DATA_DIR": str(tmp_path), "YATRI_SECRET_KEYS": f"{new},{old}"}
    assert terminal.told("keys", "rotate", **own) == {"renewed": 2}
    assert terminal.told("keys", "rotate", **own) == {"renewed": 2}, "once more does no harm"
    with storage_of(Settings(data_dir=tmp_path), join=False) as settings:
        after = Identifying(prepared(settings).units, Vault([new]))
        assert after.look(user.user_id, "STAFF#1", NOW) == ("J8369854", "file-1")
    lost = terminal.yatri("keys", "rotate", **own | {"YATRI_SECRET_KEYS": old})
    assert lost.code == 2
    assert "YATRI_SECRET_KEYS" in lost.err
