"""`yatri trains`: which trains go from here to there on a day."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.answering import FeedPath, day_meant, opened, stations_meant
from bot.commands.speaking import AsJson, note, tell_json, tell_table

if TYPE_CHECKING:
    from domain.journeys import Journey

Day = Annotated[str, typer.Argument(metavar="DATE", help="2026-12-24, tomorrow, 24 Dec ...", show_default=False)]


def trains(
    origin: Annotated[str, typer.Argument(metavar="FROM", help="Station code, name or city.")],
    destination: Annotated[str, typer.Argument(metavar="TO", help="Station code, name or city.")],
    day: Day,
    reserved: Annotated[bool, typer.Option("--reserved", help="Only trains with berths or seats to book.")] = False,
    catalog: FeedPath = None,
    as_json: AsJson = False,
) -> None:
    """List the direct trains of a day (the date is that at FROM)."""
    from domain.railtime import today

    on = day_meant(day, "DATE")
    if on < today(datetime.now(UTC)):
        note(f"{on:%a %d %b %Y} is over: these trains have left.")
    with opened(catalog) as timetable:
        starts, ends = stations_meant(timetable, origin, "FROM"), stations_meant(timetable, destination, "TO")
        found = timetable.timetable.direct(starts, ends, on, bookable_only=reserved)
    if as_json:
        tell_json({"from": starts, "to": ends, "date": on, "trains": [_journey_json(journey) for journey in found]})
        return
    title = f"{origin} to {destination}, {on:%a %d %b %Y}" + ("" if found else ": no direct train")
    columns = ["Number", "Name", "From", "Departs", "To", "Arrives", "Km", "Classes"]
    tell_table(title, columns, [_journey_row(journey) for journey in found], (6,))


def _journey_json(journey: "Journey") -> dict[str, Any]:
    return {
        "number": journey.train.number,
        "name": journey.train.name,
        "type": journey.train.type,
        "from": journey.origin,
        "to": journey.destination,
        "departure": f"{journey.departure_at:%H:%M}",
        "arrival": f"{journey.arrival_at:%H:%M}",
        "departure_day": (journey.date - journey.run_date).days,
        "arrival_day": (journey.arrival_at.date() - journey.run_date).days,
        "day_offset": (journey.arrival_at.date() - journey.date).days,
        "run_date": journey.run_date,
        "departure_at": journey.departure_at.isoformat(),
        "arrival_at": journey.arrival_at.isoformat(),
        "duration_minutes": journey.duration,
        "km": journey.km,
        "classes": list(journey.train.classes),
    }


def _journey_row(journey: "Journey") -> list[str]:
    later = (journey.arrival_at.date() - journey.date).days
    arrives = f"{journey.arrival_at:%H:%M}" + (f" +{later}" if later else "")
    departs = f"{journey.departure_at:%H:%M}"
    ends = [journey.origin, departs, journey.destination, arrives]
    return [journey.train.number, journey.train.name, *ends, str(journey.km), " ".join(journey.train.classes)]
