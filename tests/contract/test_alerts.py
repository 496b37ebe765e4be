"""Alerts: found under their user, by their time or by their run; each told by one worker."""

from datetime import date, timedelta

import pytest

from domain.adminlog import LogEntry, entry
from domain.alerts import Alert, AlertKind
from domain.errors import Conflict
from domain.ids import AlertId, StationCode, TrainId, UserId, new_id
from domain.inventory import RunKey
from domain.trains import TravelClass
from tests.contract.samples import NOW, a_run
from tests.engines import Storage

SOON = NOW + timedelta(minutes=5)


def an_alert(**changes: object) -> Alert:
    """Of an opening in five minutes."""
    return Alert(
        alert_id=AlertId(new_id(NOW)),
        user_id=UserId(new_id(NOW)),
        kind=AlertKind.OPENING,
        origin=StationCode("NDLS"),
        destination=StationCode("PNBE"),
        journey_date=date(2026, 12, 1),
        at=SOON,
        due_at=SOON,
        ends_at=NOW + timedelta(days=1),
        created_at=NOW,
        updated_at=NOW,
    ).but(**changes)


def a_watch(train_id: TrainId, minute: int, travel_class: TravelClass = TravelClass.THIRD_AC) -> Alert:
    """Of a berth on this train, asked for in that minute."""
    berth = {"kind": AlertKind.BERTH, "train_id": train_id, "run_date": date(2026, 11, 30), "at": None, "due_at": None}
    return an_alert(**berth, travel_class=travel_class, created_at=NOW + timedelta(minutes=minute))


def added(storage: Storage, *alerts: Alert) -> None:
    for alert in alerts:
        with storage.units() as unit:
            unit.alerts.add(alert)
            unit.commit()


def due(storage: Storage) -> list[AlertId]:
    with storage.units() as unit:
        return [alert.alert_id for alert in unit.alerts.due(SOON, 1000)]


def test_an_alert_is_found_under_its_user_and_by_its_time(storage: Storage) -> None:
    alert = an_alert()
    added(storage, alert)
    with storage.units() as unit:
        assert unit.alerts.get(alert.user_id, alert.alert_id) == alert.but(rev=1)
        assert unit.alerts.of_user(alert.user_id) == [alert.but(rev=1)]
        assert unit.alerts.get(UserId("another"), alert.alert_id) is None
        assert alert.alert_id not in [one.alert_id for one in unit.alerts.due(SOON - timedelta(seconds=1), 1000)]
    assert alert.alert_id in due(storage)


def test_the_same_is_kept_once_and_two_users_may_want_it(storage: Storage) -> None:
    alert = an_alert()
    added(storage, alert, alert.but(user_id=UserId(new_id(NOW))))
    with storage.units() as unit:
        unit.alerts.add(alert)
        with pytest.raises(Conflict):
            unit.commit()
    assert due(storage).count(alert.alert_id) == 2


def test_of_two_who_tell_one_takes_it_away(storage: Storage) -> None:
    alert = an_alert()
    added(storage, alert)
    with storage.units() as one, storage.units() as other:
        for unit in (one, other):
            unit.alerts.told(alert)
            unit.logs.add(an_entry(alert))
        one.commit()
        with pytest.raises(Conflict):
            other.commit()
    assert alert.alert_id not in due(storage)


def test_taking_away_what_is_gone_is_no_trouble(storage: Storage) -> None:
    alert = an_alert()
    added(storage, alert)
    for _ in range(2):
        with storage.units() as unit:
            unit.alerts.remove(alert)
            unit.commit()
    assert alert.alert_id not in due(storage)


def test_watchers_of_a_run_come_in_the_order_in_which_they_asked(storage: Storage) -> None:
    train_id = a_run().key.train_id
    watches = [a_watch(train_id, minute) for minute in (3, 1, 2)]
    sleeper = a_watch(train_id, 9, TravelClass.SLEEPER)
    added(storage, *watches, a_watch(a_run().key.train_id, 0), sleeper)
    key = RunKey(train_id, date(2026, 11, 30))
    with storage.units() as unit:
        assert unit.alerts.watched_classes(key) == [TravelClass.THIRD_AC, TravelClass.SLEEPER]
        found = unit.alerts.watchers(key, TravelClass.THIRD_AC, 2)
        assert [alert.alert_id for alert in found] == [watches[n].alert_id for n in (1, 2)]
        assert unit.alerts.watchers(key, TravelClass.SLEEPER, 2) == [sleeper.but(rev=1)]  # however many wait for 3A
        assert unit.alerts.watched_classes(a_run().key) == []


def test_a_run_is_looked_at_again_until_it_was(storage: Storage) -> None:
    key = a_run().key

    def listed() -> bool:
        with storage.units() as unit:
            return (key, SOON) in unit.alerts.to_watch(SOON, 1000)

    for act, there in (("watch_again", True), ("watched", False)):
        with storage.units() as unit:
            getattr(unit.alerts, act)(key, SOON)
            unit.commit()
        assert listed() is there


def an_entry(alert: Alert) -> LogEntry:
    """Written beside it, as its news are."""
    return entry("told", "system", alert.alert_id, NOW)
