"""Notifications: due until they are pushed, and pushed by one worker at a time."""

from datetime import datetime, timedelta

from domain.ids import NotifId
from domain.notifications import Notification
from tests.contract.samples import NOW, a_notification, sooner_or_later
from tests.engines import Storage

SOON = NOW + timedelta(minutes=2)


def added(storage: Storage, notification: Notification) -> Notification:
    with storage.units() as unit:
        unit.notifications.add(notification)
        unit.commit()
    return notification.but(rev=1)


def due(storage: Storage, now: datetime) -> dict[NotifId, Notification]:
    with storage.units() as unit:
        return {notification.notif_id: notification for notification in unit.notifications.due(now, 1000)}


def test_what_is_added_is_due_at_its_time_with_all_its_words(storage: Storage) -> None:
    notification = added(storage, a_notification())
    assert sooner_or_later(lambda: due(storage, NOW).get(notification.notif_id) == notification)
    assert notification.notif_id not in due(storage, NOW - timedelta(seconds=1))


def test_only_one_worker_may_push_it(storage: Storage) -> None:
    notification = added(storage, a_notification())
    with storage.units() as one, storage.units() as other:
        assert one.notifications.claim(notification, SOON)
        assert not other.notifications.claim(notification, SOON)


def test_a_worker_that_dies_after_its_claim_leaves_it_due_again_later(storage: Storage) -> None:
    notification = added(storage, a_notification())
    with storage.units() as unit:
        assert unit.notifications.claim(notification, SOON)
    assert sooner_or_later(lambda: notification.notif_id not in due(storage, NOW))
    assert sooner_or_later(lambda: notification.notif_id in due(storage, SOON))
    again = due(storage, SOON)[notification.notif_id]
    assert (again.due_at, again.attempts) == (SOON, 1)
    with storage.units() as unit:
        assert unit.notifications.claim(again, SOON + timedelta(minutes=2))


def test_what_is_put_off_half_sent_says_how_much_is_left(storage: Storage) -> None:
    notification = added(storage, a_notification())
    with storage.units() as unit:
        assert unit.notifications.put_off(notification.but(messages_left=1), SOON, 0)
    assert sooner_or_later(lambda: due(storage, SOON)[notification.notif_id].messages_left == 1)


def test_once_pushed_it_is_due_no_more(storage: Storage) -> None:
    notification = added(storage, a_notification())
    with storage.units() as unit:
        assert unit.notifications.claim(notification, SOON)
        unit.notifications.pushed(notification, "Your ticket is ready")
        unit.notifications.pushed(notification, "Your ticket is ready")
    assert sooner_or_later(lambda: notification.notif_id not in due(storage, SOON + timedelta(days=1)))


def test_a_late_index_pushes_nothing_twice(storage: Storage) -> None:
    notification = added(storage, a_notification())
    with storage.units() as unit:
        assert unit.notifications.claim(notification, SOON)
        unit.notifications.pushed(notification, "Your ticket is ready")
        assert not unit.notifications.claim(notification, SOON)
        assert not unit.notifications.claim(notification.but(due_at=SOON, rev=2), SOON + timedelta(minutes=2))


def test_pushing_what_is_gone_is_no_error(storage: Storage) -> None:
    with storage.units() as unit:
        unit.notifications.pushed(a_notification(), "nobody hears it")
