"""GTFS calendars: on which weekdays a service runs, and until when."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.feeds.draft import Draft
from bot.feeds.source import Source
from bot.feeds.table import rows

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ADDED, REMOVED = "1", "2"


@dataclass(frozen=True, slots=True)
class Service:
    """The days of a service: seven characters Monday..Sunday, and its last date."""

    days: str
    last: date


def read_services(source: Source, draft: Draft) -> dict[str, Service]:
    """Every service of calendar.txt, and of calendar_dates.txt where that is all there is about it."""
    services = _weekly(source, draft) if "calendar.txt" in source else {}
    dates = _dates(source, draft) if "calendar_dates.txt" in source else {}
    single = sum(len(days) for service, kinds in dates.items() if service in services for days in kinds.values())
    if single:
        draft.note(f"calendar_dates.txt: {single} single dates on which a weekly service differs are not kept")
    for service, days in dates.items():
        if service not in services and days[ADDED]:
            services[service] = Service(_weekdays(days[ADDED]), max(days[ADDED]))
    if not services:
        draft.fault("calendar.txt", 0, "no service: neither calendar.txt nor calendar_dates.txt tells a day of running")
    return services


def still_run(
    services: Mapping[str, Service], draft: Draft, *, days_go_on: bool, today: date | None
) -> dict[str, Service]:
    """The services to keep: all if their days go on, or if every one has ended; else those not ended before `today`."""
    if not services:
        return {}
    latest = max(service.last for service in services.values())
    if days_go_on:
        draft.note(f"The calendars end on {latest}; their weekdays are taken to go on")
        return dict(services)
    if today is None or latest < today:
        draft.note(f"The calendars end on {latest}; say that the days go on, or bring a newer feed")
        return dict(services)
    return {key: service for key, service in services.items() if service.last >= today}


def _weekly(source: Source, draft: Draft) -> dict[str, Service]:
    services: dict[str, Service] = {}
    label = source.label("calendar.txt")
    for line, (key, *flags, _, end) in rows(
        source, "calendar.txt", draft, ("service_id", *WEEKDAYS, "start_date", "end_date")
    ):
        if not set(flags) <= {"0", "1"}:
            draft.fault(label, line, f"the weekdays of service {key} are not 0 or 1")
        elif key in services:
            draft.fault(label, line, f"service {key} is there twice")
        elif last := _date(draft, label, line, end):
            services[key] = Service("".join(flags), last)
    return services


def _dates(source: Source, draft: Draft) -> dict[str, dict[str, list[date]]]:
    """Service -> exception type -> its dates."""
    dates: dict[str, dict[str, list[date]]] = defaultdict(lambda: {ADDED: [], REMOVED: []})
    label = source.label("calendar_dates.txt")
    for line, (key, day, kind) in rows(source, "calendar_dates.txt", draft, ("service_id", "date", "exception_type")):
        if kind not in (ADDED, REMOVED):
            draft.fault(label, line, f"exception_type {kind!r} is neither 1 nor 2")
        elif its_date := _date(draft, label, line, day):
            dates[key][kind].append(its_date)
    return dates


def _date(draft: Draft, label: str, line: int, text: str) -> date | None:
    try:
        return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 - a date alone has no zone
    except ValueError:
        draft.fault(label, line, f"{text!r} is not a date such as 20261231")
        return None


def _weekdays(dates: list[date]) -> str:
    running = {day.weekday() for day in dates}
    return "".join("1" if weekday in running else "0" for weekday in range(7))
