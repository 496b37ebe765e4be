"""Ways out, where no train goes or none has berths: other days, the cities' other stations, a change on the way."""

from domain.ids import StationCode
from handlers.reply import Button
from handlers.steps.places import read_day
from handlers.steps.week import wish
from handlers.talk import Talk

Rows = tuple[tuple[Button, ...], ...]
WIDEN = "wide"  # the tap that takes all stations of both cities


def other_days(talk: Talk) -> Rows:
    """The nearest days on which the party finds berths; where no day near has any, the next on which a train goes."""
    on, wanted = read_day(talk.draft["date"]), wish(talk)
    days = talk.services.calendar.nearest(wanted, on, talk.now)
    if not days:
        timetable = talk.services.catalogue().timetable
        days = timetable.next_dates(wanted.origins, wanted.destinations, on, limit=3, bookable_only=True)
    return tuple((talk.button(talk.say.day(day), "date", day.isoformat()),) for day in days)


def other_ways(talk: Talk) -> Rows:
    """All stations of the two cities, if that means more; and journeys with a change, if there are any."""
    rows = []
    on = read_day(talk.draft["date"])
    wide = widened(talk)
    if wide:
        timetable = talk.services.catalogue().timetable
        count = len(timetable.direct(wide["origin"], wide["destination"], on, bookable_only=True))
        if count > len(timetable.direct(talk.codes("origin"), talk.codes("destination"), on, bookable_only=True)):
            trip = " → ".join(talk.place(",".join(wide[slot])) for slot in ("origin", "destination"))
            words = talk.say.label("button-wide", trip=trip, count=count)
            rows.append((talk.button(words, "choice", WIDEN),))
    if talk.services.connecting.changes(talk.codes("origin"), talk.codes("destination"), on, talk.now):
        rows.append((talk.button(talk.say.label("button-changes"), "choice", "view:change"),))
    return tuple(rows)


def widened(talk: Talk) -> dict[str, list[StationCode]]:
    """Both ends with all stations of their cities that matter; empty if they are so already."""
    stations = talk.services.catalogue().stations
    now = {slot: talk.codes(slot) for slot in ("origin", "destination")}
    wide = {
        slot: [station.code for station in stations.stations_of_city(codes[0])] or codes if len(codes) == 1 else codes
        for slot, codes in now.items()
    }
    return wide if wide != now else {}
