"""Buying often: the limits look at the user's own row, and at the index when that does not reach back far enough."""

from datetime import datetime, timedelta

import pytest

from domain.bookings import BookingStatus
from domain.errors import Problem
from domain.ids import BookingId, new_id
from domain.services.booking import MAX_HELD, BookingService
from domain.services.promoting import Promoting
from domain.users import RECENT, User
from tests.benchmarks.rush_train import RushTrain, registered
from tests.contract.samples import a_booking, fresh_chat
from tests.engines import Storage

TRAIN = RushTrain()
NOW = TRAIN.opens + timedelta(minutes=5)
MOST = 24  # a month, of who is verified


def bought(storage: Storage, at: datetime, count: int) -> User:
    """A verified user with so many tickets of that time, and the latest of them on their row."""
    user = registered(storage.units, int(fresh_chat()), at)
    made = [BookingId(new_id(at + timedelta(seconds=n))) for n in range(count)]
    for one in made:
        with storage.units() as work:
            work.bookings.add(a_booking(user.user_id, booking_id=one, booking_status=BookingStatus.CONFIRMED))
            work.commit()
    with storage.units() as work:
        kept = work.users.get(user.user_id).but(recent_bookings=tuple(sorted(made, reverse=True)[:RECENT]))
        work.users.save(kept)
        work.commit()
        return work.users.get(user.user_id)


def hold(storage: Storage, user: User, key: str) -> BookingId:
    service = BookingService(lambda: TRAIN.catalogue, storage.units, Promoting(storage.units))
    return service.hold(TRAIN.request(user.user_id, 1), f"{user.user_id}:{key}", NOW).booking_id


def test_who_bought_as_many_as_a_month_allows_is_refused_though_the_row_knows_fewer(steady: Storage) -> None:
    with pytest.raises(Problem, match="monthly-limit-verified"):
        hold(steady, bought(steady, NOW - timedelta(hours=3), MOST), "one more")


def test_what_was_bought_in_another_month_does_not_count(steady: Storage) -> None:
    user = bought(steady, NOW - timedelta(days=40), MOST)
    held = hold(steady, user, "first")
    with steady.units() as work:
        assert work.users.get(user.user_id).recent_bookings == (held, *user.recent_bookings[: RECENT - 1])


def test_holds_count_at_once_and_the_same_request_counts_once(steady: Storage) -> None:
    user = bought(steady, NOW - timedelta(days=40), 0)
    held = [hold(steady, user, str(n)) for n in range(MAX_HELD)]
    assert hold(steady, user, "0") == held[0]
    with pytest.raises(Problem, match="too-many-holds"):
        hold(steady, user, "another")
