"""The admin log: written with the act, read by day, actor and target, and never written again."""

from datetime import timedelta

import pytest

from domain.adminlog import entry
from domain.errors import Conflict
from domain.ids import new_id
from tests.contract.samples import NOW
from tests.engines import Storage


def test_what_was_done_is_found_by_its_day_its_actor_and_its_target(storage: Storage) -> None:
    actor, target = f"STAFF#{new_id(NOW)}", new_id(NOW)
    first = entry("wallet-suspended", actor, target, NOW, before="active", after="suspended")
    tomorrow = entry("wallet-opened-again", actor, target, NOW + timedelta(days=1))
    with storage.units() as unit:
        unit.logs.add(first)
        unit.logs.add(tomorrow)
        unit.commit()
    with storage.units() as unit:
        assert [row.action for row in unit.logs.about(target)] == ["wallet-opened-again", "wallet-suspended"]
        assert unit.logs.by_actor(actor, limit=1)[0].log_id == tomorrow.log_id
        assert first.but(rev=1) in unit.logs.of_day(first.day)
        assert first.log_id not in {row.log_id for row in unit.logs.of_day(tomorrow.day)}


def test_a_row_cannot_be_written_over(storage: Storage) -> None:
    row = entry("refund", "system", new_id(NOW), NOW, amount="100")
    with storage.units() as unit:
        unit.logs.add(row)
        unit.commit()
    with storage.units() as unit:
        unit.logs.add(row.but(action="nothing"))
        with pytest.raises(Conflict):
            unit.commit()
    with storage.units() as unit:
        assert [kept.action for kept in unit.logs.about(row.target_id)] == ["refund"]
