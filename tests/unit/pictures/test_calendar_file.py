"""The calendar file, read back by icalendar's own parser."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from bot.pictures.calendar_file import calendar_file, calendar_view
from domain.bookings import CAN, Booking, BookingStatus
from domain.ids import StationCode
from domain.railtime import INDIA
from domain.stations import Station
from tests.unit.pictures.samples import DELHI, LEAVES, MUMBAI, TRAIN_HI, booking

SURAT = Station(StationCode("ST"), "Surat", "सूरत", latitude=21.2, longitude=72.8)


def parsed(about: Booking, boarding: Station = MUMBAI, language: str = "en") -> Any:
    """The event in the file, which is as RFC 5545 wants it; icalendar has many types for its properties."""
    view = calendar_view(about, boarding, DELHI, "12951", language=language, train_name_hi=TRAIN_HI)
    content = calendar_file(view)
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    calendar = Calendar.from_ical(content)
    (event,) = calendar.events
    assert not calendar.errors
    assert not event.errors
    return event


def alarms(event: Any) -> list[timedelta]:
    return [alarm["trigger"].dt for alarm in event.walk("VALARM")]


def test_the_event_is_the_departure_with_train_berths_and_pnr() -> None:
    event = parsed(booking(2))
    assert "12951 Mumbai Central New Delhi Tejas Rajdhani Express" in event["summary"]
    assert event["location"] == "Mumbai Central (MMCT)"
    for fact in ("8512345678", "B2-35", "B2-36", "New Delhi (NDLS)"):
        assert fact in event["description"]
    assert "Asha" not in event.to_ical().decode()  # calendars are shared


def test_it_leaves_when_the_train_does_in_indias_time_zone() -> None:
    event = parsed(booking())
    assert event["dtstart"].params["TZID"] == "Asia/Kolkata"
    assert event.DTSTART == LEAVES
    assert event.DTSTART.strftime("%H:%M") == "17:00"
    assert LEAVES + timedelta(hours=15, minutes=32) == event.DTEND


def test_the_file_brings_the_time_zone_along() -> None:
    (zone,) = Calendar.from_ical(calendar_file(calendar_view(booking(), MUMBAI, DELHI, "12951"))).timezones
    assert zone.tz_name == "Asia/Kolkata"
    assert zone.to_tz().utcoffset(datetime(2026, 12, 26, 17)) == timedelta(hours=5, minutes=30)  # noqa: DTZ001


def test_alarms_ring_a_day_four_hours_and_an_hour_before() -> None:
    assert alarms(parsed(booking())) == [timedelta(days=-1), timedelta(hours=-4), timedelta(hours=-1)]


def test_who_gets_in_later_is_reminded_of_that_station_and_time() -> None:
    later = LEAVES + timedelta(hours=3, minutes=12)
    event = parsed(booking().but(boarding_station_code=SURAT.code, boarding_at=later), SURAT)
    assert later == event.DTSTART
    assert event["location"] == "Surat (ST)"
    assert (event["geo"].latitude, event["geo"].longitude) == (21.2, 72.8)


def test_a_changed_booking_takes_the_place_of_the_event_it_was() -> None:
    before = booking()
    after = before.but(rev=before.rev + 3, updated_at=datetime(2026, 11, 25, 3, 0, tzinfo=UTC))
    first, second = parsed(before), parsed(after)
    assert first["uid"] == second["uid"]
    assert second["sequence"] == first["sequence"] + 3
    assert second["dtstamp"].dt == datetime(2026, 11, 25, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize("status", [BookingStatus.CANCELLED, BookingStatus.REFUNDED])
def test_a_cancelled_trip_is_cancelled_in_the_calendar_and_rings_no_more(status: BookingStatus) -> None:
    event = parsed(booking().but(booking_status=status))
    assert event["status"] == "CANCELLED"
    assert event["summary"].startswith("Cancelled: ")
    assert alarms(event) == []
    assert parsed(booking())["status"] == "CONFIRMED"


def test_who_left_the_ticket_has_no_berth_in_it() -> None:
    about = booking(2)
    gone = about.passengers[1].but(status=CAN)
    assert "B2-36" not in parsed(about.but(passengers=(about.passengers[0], gone)))["description"]


def test_in_hindi_it_is_written_in_hindi() -> None:
    event = parsed(booking(), language="hi")
    assert "मुंबई सेंट्रल से ट्रेन 12951" in event["summary"]
    assert event.DTSTART.astimezone(INDIA).hour == 17


def test_the_same_booking_gives_the_same_bytes() -> None:
    files = [calendar_file(calendar_view(booking(), MUMBAI, DELHI, "12951")) for _ in range(2)]
    assert files[0] == files[1]
