"""Broadcasts: everybody in the audience is listed once, in pages, until the desk stops it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from domain.bookings import BookingStatus
from domain.broadcasts import Audience, AudienceKind, BroadcastStatus
from domain.catalogue import Catalogue
from domain.ids import StationCode, UserId
from domain.notifications import Notification
from domain.quiet import QuietHours
from domain.services.audiences import Audiences
from domain.services.broadcasting import AHEAD, Broadcasting, in_language
from domain.stations import Station
from domain.users import User
from tests.contract.samples import a_booking, a_user
from tests.engines import Storage, prepared

NOON = datetime(2026, 12, 1, 6, 30, tzinfo=UTC)  # in India
NIGHT = NOON + timedelta(hours=12)
TEXTS = {"en": "New trains!", "hi": "नई ट्रेनें!"}
EVERYBODY = Audience(kind=AudienceKind.ALL)
BORIVALI = Station(code=StationCode("BVI"), name="Borivali", city="Mumbai")


def apart(storage: Storage, name: str) -> Storage:
    """Tables of its own: a broadcast is for all users that there are."""
    return prepared(replace(storage.settings, prefix=f"{name}{uuid4().hex[:8]}"))


def broadcasting(storage: Storage) -> Broadcasting:
    catalogue = Catalogue("", [BORIVALI], [])
    return Broadcasting(storage.units, Audiences(lambda: catalogue))


def registered(storage: Storage, count: int, **changes: object) -> list[User]:
    users = [a_user(**changes) for _ in range(count)]
    for start in range(0, count, 10):
        with storage.units() as work:
            for user in users[start : start + 10]:
                work.users.add(user)
            work.commit()
    return users


def listed(storage: Storage) -> list[Notification]:
    with storage.units() as work:
        return work.notifications.due(NIGHT + timedelta(days=2), 10_000)


def test_everybody_is_listed_once_over_many_pages_and_reads_their_language(steady: Storage) -> None:
    storage = apart(steady, "all")
    users = registered(storage, 130)
    service = broadcasting(storage)
    begun = service.begin(TEXTS, EVERYBODY, "STAFF#1", NOON)
    assert service.run(NOON) == 130
    assert service.run(NOON) == 0
    found = listed(storage)
    assert sorted(each.user_id for each in found) == sorted(user.user_id for user in users)
    with storage.units() as work:
        assert [in_language(work, found[0], language) for language in ("en", "hi")] == [
            found[0].but(args={"broadcast": begun.broadcast_id, "text": text}) for text in TEXTS.values()
        ]
        for each in found[:3]:
            work.notifications.pushed(each, "words", NOON)
            work.notifications.pushed(each, "words", NOON)  # noted twice, counted once
    broadcast, progress = service.progress(begun.broadcast_id)
    assert (broadcast.status, progress.sent, progress.left) == (BroadcastStatus.LISTED, 3, 127)


def test_lists_stay_short_and_what_is_stopped_is_listed_no_further(steady: Storage) -> None:
    storage = apart(steady, "stop")
    registered(storage, AHEAD + 150)
    service = broadcasting(storage)
    begun = service.begin(TEXTS, EVERYBODY, "STAFF#1", NOON)
    ahead = service.run(NOON)
    assert AHEAD <= ahead < AHEAD + 50
    service.stop(begun.broadcast_id, "STAFF#1", NOON)
    assert service.run(NOON) == 0
    with storage.units() as work:
        assert in_language(work, begun.to(UserId("asha")), "hi") is None
        actions = sorted(each.action for each in work.logs.about(begun.broadcast_id))
    assert actions == ["broadcast-begun", "broadcast-stopped"]


def test_a_turn_that_is_run_twice_begins_one_broadcast(steady: Storage) -> None:
    storage = apart(steady, "twice")
    service = broadcasting(storage)
    first = service.begin(TEXTS, EVERYBODY, "STAFF#1", NOON)
    again = service.begin(TEXTS, EVERYBODY, "STAFF#1", NOON, first.broadcast_id)
    assert again.broadcast_id == first.broadcast_id
    assert len(service.latest()) == 1


def test_who_wants_no_promos_finds_it_in_the_inbox_and_the_night_is_kept(steady: Storage) -> None:
    storage = apart(steady, "wishes")
    (muted,) = registered(storage, 1)
    (asleep,) = registered(storage, 1)
    registered(storage, 1, blocked_at=NOON)
    with storage.units() as work:
        no_promos = muted.preferences.but(push={"promo": False})
        at_night = asleep.preferences.but(quiet=QuietHours(begins=22 * 60, ends=7 * 60))
        work.users.save(work.users.get(muted.user_id).but(preferences=no_promos))
        work.users.save(work.users.get(asleep.user_id).but(preferences=at_night))
        work.commit()
    service = broadcasting(storage)
    reach = service.reach(TEXTS, EVERYBODY, NIGHT)
    assert (reach.by_language, reach.inbox_only, reach.gone) == ({"hi": 1}, 1, 1)
    begun = service.begin(TEXTS, EVERYBODY, "STAFF#1", NIGHT)
    service.run(NIGHT)
    (waiting,) = listed(storage)
    assert (waiting.user_id, waiting.due_at) == (asleep.user_id, datetime(2026, 12, 2, 1, 30, tzinfo=UTC))
    _, progress = service.progress(begun.broadcast_id)
    assert (progress.listed, progress.kept, progress.gone, progress.left) == (3, 1, 1, 1)


def test_an_audience_may_be_a_run_or_who_travelled_from_a_city(steady: Storage) -> None:
    storage = apart(steady, "some")
    traveller, _ = registered(storage, 2)
    paid = a_booking(traveller.user_id, booking_status=BookingStatus.CONFIRMED, origin_station_code="BVI")
    with storage.units() as work:
        work.bookings.add(paid)
        work.commit()
    service = broadcasting(storage)
    on_run = Audience(kind=AudienceKind.RUN, value=f"{paid.train_id}#{date(2026, 11, 30)}")
    for audience in (on_run, Audience(kind=AudienceKind.CITY, value="Mumbai")):
        assert service.reach(TEXTS, audience, NOON).by_language == {"hi": 1}
    nobody = Audience(kind=AudienceKind.LANGUAGE, value="en")
    assert service.reach(TEXTS, nobody, NOON).by_language == {}
