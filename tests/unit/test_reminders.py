"""What a booking has coming, and when: its hold, the evening before, four hours and one hour."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.bookings import Booking, BookingStatus
from domain.catalogue import Catalogue
from domain.delivery import Lane, lane_of
from domain.ids import UserId
from domain.notifications import NotifType, news
from domain.railtime import INDIA
from domain.reminders import EVE_SPREAD, Step, coming, due, following
from handlers.news import Wording
from handlers.texts import say
from tests.contract.samples import a_booking


def ticket(leaves: datetime, booked: datetime, **changes: object) -> Booking:
    """Paid, for a train that leaves then."""
    status = BookingStatus.CONFIRMED
    return a_booking(at=booked, booking_status=status, departure_at=leaves, journey_date=leaves.date()).but(**changes)


def times(booking: Booking) -> dict[Step, datetime]:
    return {step.step: step.at for step in coming(booking)}


def is_at_six_or_soon_after(eve: datetime, day: date) -> bool:
    six = datetime(day.year, day.month, day.day, 18, 0, tzinfo=INDIA)
    return six <= eve < six + EVE_SPREAD


NOON = datetime(2026, 11, 23, 12, 0, tzinfo=INDIA)


def test_a_hold_has_its_last_call_and_its_end() -> None:
    held = a_booking(at=NOON)
    end = NOON + timedelta(minutes=16)
    assert times(held) == {Step.LAST_CALL: end - timedelta(minutes=4), Step.HOLD_ENDS: end}


def test_a_ticket_has_the_evening_before_four_hours_one_hour_and_departure() -> None:
    leaves = datetime(2026, 12, 1, 16, 55, tzinfo=INDIA)
    found = times(ticket(leaves, NOON))
    assert is_at_six_or_soon_after(found.pop(Step.EVE), date(2026, 11, 30))
    assert found == {
        Step.HOURS: leaves - timedelta(hours=4),
        Step.HOUR: leaves - timedelta(hours=1),
        Step.GONE: leaves,
    }


def test_what_has_ended_has_nothing_coming() -> None:
    for status in (BookingStatus.EXPIRED, BookingStatus.CANCELLED, BookingStatus.REFUNDED):
        assert coming(ticket(NOON + timedelta(days=3), NOON, booking_status=status)) == ()


def test_who_boards_later_is_told_by_the_time_of_that_station() -> None:
    leaves, boards = datetime(2026, 12, 1, 16, 55, tzinfo=INDIA), datetime(2026, 12, 2, 0, 33, tzinfo=INDIA)
    found = times(ticket(leaves, NOON, boarding_at=boards))
    assert is_at_six_or_soon_after(found[Step.EVE], date(2026, 12, 1))
    assert found[Step.HOUR] == boards - timedelta(hours=1)


def test_a_train_at_five_past_midnight_is_told_of_on_the_evening_that_people_call_its_own() -> None:
    leaves = datetime(2028, 3, 1, 0, 5, tzinfo=INDIA)
    eve = times(ticket(leaves, datetime(2028, 2, 20, 12, 0, tzinfo=INDIA)))[Step.EVE]
    assert is_at_six_or_soon_after(eve, date(2028, 2, 29))  # a leap day


def test_a_train_on_a_leap_day_is_told_of_on_the_28th() -> None:
    leaves = datetime(2028, 2, 29, 9, 0, tzinfo=INDIA)
    eve = times(ticket(leaves, datetime(2028, 2, 20, 12, 0, tzinfo=INDIA)))[Step.EVE]
    assert is_at_six_or_soon_after(eve, date(2028, 2, 28))


def test_those_who_leave_tomorrow_are_told_one_after_the_other_each_at_a_time_of_their_own() -> None:
    """Europe's clocks change in that night, India's do not."""
    leaves = datetime(2027, 3, 28, 16, 55, tzinfo=INDIA).astimezone(ZoneInfo("Europe/Berlin"))
    tickets = [ticket(leaves, NOON) for _ in range(60)]
    eves = [times(each)[Step.EVE] for each in tickets]
    assert all(is_at_six_or_soon_after(eve, date(2027, 3, 27)) for eve in eves)
    assert len(set(eves)) > 30
    assert eves == [times(each)[Step.EVE] for each in tickets]
    told = news(UserId("u"), NotifType.BOOKING, Step.EVE, None, NOON)
    assert [lane_of(told), lane_of(told.but(title=Step.HOURS))] == [Lane.ALERT, Lane.URGENT]


def test_who_books_after_that_evening_is_told_soon_unless_it_is_short_notice() -> None:
    booked = datetime(2026, 11, 23, 20, 0, tzinfo=INDIA)
    soon = booked + timedelta(minutes=12)  # the first look
    assert times(ticket(booked + timedelta(hours=16), booked))[Step.EVE] == soon
    assert Step.EVE not in times(ticket(booked + timedelta(hours=12), booked))


def test_of_several_that_were_missed_only_the_latest_is_told() -> None:
    leaves = datetime(2026, 12, 1, 16, 55, tzinfo=INDIA)
    steps = coming(ticket(leaves, NOON))
    late = due(steps, NOON, leaves - timedelta(minutes=30))
    assert late is not None
    assert late.step is Step.HOUR
    gone = due(steps, NOON, leaves + timedelta(minutes=1))
    assert gone is not None
    assert gone.step is Step.GONE
    assert following(steps, leaves) is None
    assert due(steps, leaves - timedelta(hours=1), leaves - timedelta(minutes=30)) is None


def when(leaves: datetime, now: datetime, language: str = "en") -> str:
    return Wording(say(language), Catalogue("none", [], []), now).when(leaves)


def test_the_day_is_said_as_the_reader_sees_it() -> None:
    leaves = datetime(2026, 12, 1, 16, 55, tzinfo=INDIA)
    assert when(leaves, leaves - timedelta(hours=1)) == "today at 16:55"
    assert when(leaves, leaves - timedelta(hours=17)) == "tomorrow, Tue 1 Dec, at 16:55"
    assert when(leaves, leaves - timedelta(days=3)) == "on Tue 1 Dec at 16:55"


def test_five_past_midnight_is_tonight_until_midnight_and_then_today() -> None:
    leaves = datetime(2026, 12, 1, 0, 5, tzinfo=INDIA)
    assert "tonight at 00:05, in the night to Tue 1 Dec" in when(leaves, leaves - timedelta(hours=6))
    assert when(leaves, leaves - timedelta(minutes=6)).startswith("tonight")
    assert when(leaves, leaves - timedelta(minutes=4)) == "today at 00:05"
    assert "आज रात 00:05" in when(leaves, leaves - timedelta(hours=4), "hi")
