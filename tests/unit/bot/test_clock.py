"""Clocks: this machine's, and one that is followed and may be moved."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.clock import FollowedClock, SystemClock
from bot.sandbox.running import RunningSandbox
from tests.unit.bot.chatters import Chatters


def until(true: Callable[[], bool], seconds: float) -> bool:
    """Whether it became true within so many seconds."""
    ends = time.monotonic() + seconds
    while not true():
        if time.monotonic() > ends:
            return False
        time.sleep(0.01)
    return True


def ahead(clock: FollowedClock) -> timedelta:
    """How far before real time."""
    return clock.now() - datetime.now(UTC)


def test_this_machines_clock_tells_utc() -> None:
    now = SystemClock().now()
    assert now.tzinfo is UTC
    assert abs(datetime.now(UTC) - now) < timedelta(seconds=5)


def test_a_moved_clock_is_seen_at_once(chat: Chatters) -> None:
    clock = FollowedClock(chat.sandbox.url).start()
    before = ahead(clock)
    chat.http.post("/clock", json={"advance": 3600})
    assert until(lambda: ahead(clock) - before > timedelta(minutes=59), seconds=1)
    clock.close()


def test_a_clock_that_was_moved_before_is_right_from_the_start(chat: Chatters) -> None:
    chat.http.post("/clock", json={"advance": 60})
    clock = FollowedClock(chat.sandbox.url).start()
    assert ahead(clock) > timedelta(seconds=59)
    clock.close()


def test_while_the_other_clock_is_away_time_goes_on() -> None:
    with RunningSandbox() as sandbox:
        clock = FollowedClock(sandbox.url).start()
    assert abs(ahead(clock)) < timedelta(seconds=2)
    clock.close()
    nobody = FollowedClock("http://127.0.0.1:9").start()
    assert abs(ahead(nobody)) < timedelta(seconds=2)
    nobody.close()
