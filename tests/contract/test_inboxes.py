"""A user's own news: newest first, read or not, and told under one id once."""

from datetime import timedelta

import pytest

from domain.errors import Conflict
from domain.ids import NotifId, UserId, new_id
from domain.notifications import READ, UNREAD, NotifType, news, told_once
from tests.contract.samples import NOW
from tests.engines import Storage


def test_the_newest_come_first_and_one_is_found_under_its_user_only(storage: Storage) -> None:
    user_id = UserId(new_id(NOW))
    told = [news(user_id, NotifType.ALERT, "told", None, NOW + timedelta(minutes=n)) for n in range(4)]
    with storage.units() as unit:
        for one in told:
            unit.notifications.add(one)
        unit.commit()
    with storage.units() as unit:
        assert [one.notif_id for one in unit.notifications.newest(user_id, 3)] == [told[n].notif_id for n in (3, 2, 1)]
        assert unit.notifications.of_id(user_id, told[0].notif_id) == told[0].but(rev=1)
        assert unit.notifications.of_id(UserId("another"), told[0].notif_id) is None
        assert unit.notifications.of_id(user_id, NotifId("none")) is None


def test_reading_disturbs_no_worker_that_is_about_to_push(storage: Storage) -> None:
    one = news(UserId(new_id(NOW)), NotifType.ALERT, "told", None, NOW)
    with storage.units() as unit:
        unit.notifications.add(one)
        unit.commit()
    with storage.units() as unit:
        (seen,) = unit.notifications.newest(one.user_id, 10)
        assert seen.status == UNREAD
        unit.notifications.mark_read(seen)
        assert unit.notifications.claim(seen, NOW + timedelta(minutes=1))
        unit.notifications.pushed(seen, "words")
    with storage.units() as unit:
        (read,) = unit.notifications.newest(one.user_id, 10)
    assert (read.status, read.message, read.due_at) == (READ, "words", None)


def test_what_is_told_once_has_one_id_by_what_it_is_about(storage: Storage) -> None:
    user_id = UserId(new_id(NOW))
    first, again = (
        told_once(news(user_id, NotifType.BOOKING, "told-leaves-hour", None, NOW + late), NOW, "a booking")
        for late in (timedelta(), timedelta(seconds=5))
    )
    with storage.units() as unit:
        unit.notifications.add(first)
        unit.commit()
    with storage.units() as unit:
        unit.notifications.add(again)
        with pytest.raises(Conflict):
            unit.commit()
    assert first.notif_id != told_once(again, NOW, "another booking").notif_id
    assert first.notif_id != told_once(again, NOW + timedelta(hours=1), "a booking").notif_id
