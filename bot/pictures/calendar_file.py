"""The departure, or when booking opens, as an iCalendar file (RFC 5545) for a passenger's calendar, with alarms."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard

from bot.pictures.calendar_words import WORDS
from bot.pictures.words import Words
from domain.alerts import Alert
from domain.bookings import CAN, PAID, Booking, Passenger
from domain.railtime import INDIA
from domain.stations import Station

ALARMS = (timedelta(days=1), timedelta(hours=4), timedelta(hours=1))  # before the train leaves
OPENING_ALARMS = (timedelta(minutes=15), timedelta(minutes=5))  # before booking opens
OPENING_LASTS = timedelta(minutes=15)  # in the calendar
ZONE = "Asia/Kolkata"
OFFSET = timedelta(hours=5, minutes=30)  # all the year since 1945


@dataclass(frozen=True, slots=True)
class CalendarView:
    """A booking as an event, times in Asia/Kolkata: it begins when the train leaves the boarding station. `sequence`
    rises with every change of the booking, so that a file that is opened again changes the event."""

    language: str
    uid: str
    sequence: int
    changed_at: datetime
    cancelled: bool
    pnr: str
    train: str
    boarding: Station
    destination: Station
    starts: datetime
    ends: datetime
    places: tuple[str, ...]
    sample: bool = False


def calendar_view(
    booking: Booking,
    boarding: Station,
    destination: Station,
    train_number: str,
    *,
    language: str = "en",
    train_name_hi: str = "",
    sample: bool = False,
) -> CalendarView:
    """`boarding`: where the party gets in."""
    name = (train_name_hi if language == "hi" else "") or booking.train_name
    return CalendarView(
        language=language,
        uid=f"{booking.booking_id}@yatri",
        sequence=booking.rev,
        changed_at=booking.updated_at,
        cancelled=booking.booking_status not in PAID,
        pnr=booking.pnr,
        train=f"{train_number} {name}",
        boarding=boarding,
        destination=destination,
        starts=(booking.boarding_at or booking.departure_at).astimezone(INDIA),
        ends=booking.arrival_at.astimezone(INDIA),
        places=tuple(_place(person) for person in booking.passengers if person.status != CAN),
        sample=sample,
    )


def calendar_file(view: CalendarView) -> bytes:
    """The file; the same view gives the same bytes."""
    return _file(_event(view))


@dataclass(frozen=True, slots=True)
class OpeningView:
    """What opens, in the words of the view's language, and when (in Asia/Kolkata)."""

    uid: str
    changed_at: datetime
    title: str
    description: str
    opens: datetime


def opening_view(
    alert: Alert, opens: datetime, origin: Station, destination: Station, *, what: str, day: str, language: str = "en"
) -> OpeningView:
    """`what` opens for a journey on that `day`: booking or a quota, both in words."""
    labels, words = WORDS[language], Words(language)
    trip = f"{words.station(origin)} – {words.station(destination)}"
    train = f"{alert.train_id or labels['any-train']} {alert.travel_class or ''}".strip()
    return OpeningView(
        uid=f"{alert.alert_id}.{alert.user_id}@yatri",
        changed_at=alert.updated_at,
        title=labels["opens"].format(what=what, trip=f"{train}, {trip}"),
        description=f"{train}\n{trip}\n{day}\n{labels['be-there']}",
        opens=opens.astimezone(INDIA),
    )


def opening_file(view: OpeningView) -> bytes:
    """The file; the same view gives the same bytes."""
    event = Event()
    event.add("uid", view.uid)
    event.add("dtstamp", view.changed_at)
    event.add("dtstart", view.opens)
    event.add("dtend", view.opens + OPENING_LASTS)
    event.add("summary", view.title)
    event.add("description", view.description)
    event.add("transp", "TRANSPARENT")
    for before in OPENING_ALARMS:
        event.add_component(_alarm(view.title, before))
    return _file(event)


def _file(event: Event) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Yatri//Train journeys//EN")
    calendar.add("version", "2.0")
    calendar.add_component(_zone())
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(view: CalendarView) -> Event:
    labels, words = WORDS[view.language], Words(view.language)
    title = labels["title"].format(train=view.train, boarding=words.station(view.boarding))
    event = Event()
    event.add("uid", view.uid)
    event.add("dtstamp", view.changed_at)
    event.add("last-modified", view.changed_at)
    event.add("sequence", view.sequence)
    event.add("status", "CANCELLED" if view.cancelled else "CONFIRMED")
    event.add("dtstart", view.starts)
    event.add("dtend", view.ends)
    event.add("summary", f"{labels['cancelled']}: {title}" if view.cancelled else title)
    event.add("location", f"{words.station(view.boarding)} ({view.boarding.code})")
    if view.boarding.latitude is not None and view.boarding.longitude is not None:
        event.add("geo", (view.boarding.latitude, view.boarding.longitude))
    event.add("description", _description(view, labels, words))
    event.add("transp", "TRANSPARENT" if view.cancelled else "OPAQUE")
    for before in () if view.cancelled else ALARMS:
        event.add_component(_alarm(title, before))
    return event


def _description(view: CalendarView, labels: Mapping[str, str], words: Words) -> str:
    ends = f"{words.station(view.boarding)} – {words.station(view.destination)} ({view.destination.code})"
    lines = [
        labels["sample"] if view.sample else "",
        f"{words('pnr')} {view.pnr}",
        ends,
        f"{words('berth')}: {', '.join(view.places)}" if view.places else "",
        labels["check"],
    ]
    return "\n".join(filter(None, lines))


def _alarm(title: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -before)
    return alarm


def _zone() -> Timezone:
    """India's time as the file's own, for calendars that know no zones by name."""
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 - a zone's own clock
    standard.add("tzoffsetfrom", OFFSET)
    standard.add("tzoffsetto", OFFSET)
    standard.add("tzname", "IST")
    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(standard)
    return zone


def _place(person: Passenger) -> str:
    """B2-35, or WL: no names, as a calendar is often shared."""
    return person.seat or person.status
