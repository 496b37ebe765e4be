"""Quiet hours: read as people write them, on past midnight, and news that wait for their end."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.errors import Problem
from domain.notifications import Notification, NotifType, when_to_push
from domain.quiet import QuietHours, read_quiet_hours
from domain.railtime import INDIA
from domain.users import Preferences
from tests.contract.samples import a_notification

NIGHT = read_quiet_hours("22:00-07:00")
TEN_PM = datetime(2026, 11, 23, 22, 0, tzinfo=INDIA)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("22:00-07:00", "22:00–07:00"),
        ("10 pm to 6 am", "22:00–06:00"),
        ("10 to 7", "22:00–07:00"),
        ("from 9:30pm till 6.30am", "21:30–06:30"),
        ("रात 10 से सुबह 6", "22:00–06:00"),
        ("raat 11 se subah 5 tak", "23:00–05:00"),
        ("रात १० से ६ तक", "22:00–06:00"),
        ("midnight to 7", "00:00–07:00"),
        ("13:00–15:00", "13:00–15:00"),
        ("10 am to 1 pm", "10:00–13:00"),
    ],
)
def test_hours_are_read_as_people_write_them(typed: str, meant: str) -> None:
    assert read_quiet_hours(typed).text == meant


@pytest.mark.parametrize("typed", ["", "at night", "22:00", "25-3", "10:70 to 6", "10 pm to 10 pm", "1-2-3", "9" * 500])
def test_what_is_no_two_times_is_refused(typed: str) -> None:
    with pytest.raises(Problem, match="quiet-unclear"):
        read_quiet_hours(typed)


def test_a_night_is_over_in_the_morning_after() -> None:
    morning = datetime(2026, 11, 24, 7, 0, tzinfo=INDIA)
    assert NIGHT.over_at(TEN_PM) == morning
    assert NIGHT.over_at(TEN_PM + timedelta(hours=2)) == morning
    assert NIGHT.over_at(morning - timedelta(seconds=1)) == morning
    assert NIGHT.over_at(morning) is None
    assert NIGHT.over_at(TEN_PM - timedelta(seconds=1)) is None


def test_a_siesta_is_over_on_the_same_day() -> None:
    hours = QuietHours(begins=13 * 60, ends=15 * 60)
    assert hours.over_at(TEN_PM.replace(hour=14)) == TEN_PM.replace(hour=15)
    assert hours.over_at(TEN_PM) is None


def test_the_night_to_a_leap_day_is_as_any_other() -> None:
    assert NIGHT.over_at(datetime(2028, 2, 28, 23, 0, tzinfo=INDIA)) == datetime(2028, 2, 29, 7, 0, tzinfo=INDIA)
    assert NIGHT.over_at(datetime(2028, 2, 29, 23, 0, tzinfo=INDIA)) == datetime(2028, 3, 1, 7, 0, tzinfo=INDIA)


def test_all_clock_times_are_indias_which_never_change_for_summer() -> None:
    """Whatever zone an instant comes in, and on the day on which Europe's clocks change: 18:00 UTC is 23:30."""
    for instant in (datetime(2026, 3, 29, 18, 0, tzinfo=UTC), datetime(2026, 10, 25, 18, 0, tzinfo=UTC)):
        over = NIGHT.over_at(instant)
        assert over is not None
        assert over - instant == timedelta(hours=7, minutes=30)


def told(title: str, kind: NotifType) -> Notification:
    return a_notification().but(title=title, type=kind)


def test_what_can_wait_waits_for_the_morning_and_what_presses_does_not() -> None:
    wants = Preferences(quiet=NIGHT)
    for title in ("told-leaves-hour", "told-hold-ending", "told-ticket", "told-train-cancelled", "told-opening"):
        assert when_to_push(told(title, NotifType.BOOKING), wants, TEN_PM) == TEN_PM
    assert when_to_push(told("told-refund-processed", NotifType.PAYMENT), wants, TEN_PM) == TEN_PM
    for kind, title in ((NotifType.BOOKING, "told-rac"), (NotifType.ALERT, "told-berth-free"), (NotifType.PROMO, "x")):
        assert when_to_push(told(title, kind), wants, TEN_PM) == TEN_PM + timedelta(hours=9)
        assert when_to_push(told(title, kind), Preferences(), TEN_PM) == TEN_PM


def test_a_type_that_is_off_stays_in_the_inbox_except_for_money_and_departures() -> None:
    wants = Preferences(push=dict.fromkeys((kind.value for kind in NotifType), False))
    for kind, title in ((NotifType.BOOKING, "told-rac"), (NotifType.ALERT, "told-berth-free"), (NotifType.PROMO, "x")):
        assert when_to_push(told(title, kind), wants, TEN_PM) is None
    assert when_to_push(told("told-leaves-eve", NotifType.BOOKING), wants, TEN_PM) == TEN_PM
    assert when_to_push(told("told-money-to-wallet", NotifType.PAYMENT), wants, TEN_PM) == TEN_PM
