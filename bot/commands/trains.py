"""`yatri trains`: which trains go from here to there on a day, and how one gets there with one change."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.answering import FeedPath, day_meant, opened, stations_meant
from bot.commands.speaking import AsJson, WrongArgument, note, tell_json, tell_table

if TYPE_CHECKING:
    from datetime import date

    from domain.catalogue import Catalogue
    from domain.connections import Connection
    from domain.filters import Filters
    from domain.ids import StationCode
    from domain.journeys import Journey

Day = Annotated[str, typer.Argument(metavar="DATE", help="2026-12-24, tomorrow, 24 Dec ...", show_default=False)]
Changing = Annotated[bool, typer.Option("--connections", help="Also journeys with one change of trains.")]
ClassWanted = Annotated[str, typer.Option("--class", metavar="CLASS", help="Only trains with this class: 3A, SL ...")]
TimeWanted = Annotated[str, typer.Option("--time", metavar="TIME", help="morning, afternoon, evening or night.")]
_COLUMNS = ["Number", "Name", "From", "Departs", "To", "Arrives", "Km", "Classes"]
_CHANGE_COLUMNS = ["First", "From", "Departs", "Change", "Wait", "Second", "To", "Arrives", "Km"]


def trains(
    origin: Annotated[str, typer.Argument(metavar="FROM", help="Station code, name or city.")],
    destination: Annotated[str, typer.Argument(metavar="TO", help="Station code, name or city.")],
    day: Day,
    reserved: Annotated[bool, typer.Option("--reserved", help="Only trains with berths or seats to book.")] = False,
    changing: Changing = False,
    travel_class: ClassWanted = "",
    time_of_day: TimeWanted = "",
    catalog: FeedPath = None,
    as_json: AsJson = False,
) -> None:
    """List the direct trains of a day (the date is that at FROM)."""
    from domain.railtime import today

    on, filters = day_meant(day, "DATE"), _filters(travel_class, time_of_day)
    if on < today(datetime.now(UTC)):
        note(f"{on:%a %d %b %Y} is over: these trains have left.")
    with opened(catalog) as catalogue:
        starts, ends = _stations(catalogue, origin, "FROM"), _stations(catalogue, destination, "TO")
        found = filters.apply(catalogue.timetable.direct(starts, ends, on, bookable_only=reserved))
        changes = _connections(catalogue, starts, ends, on, filters) if changing else None
    if as_json:
        answer = {"from": starts, "to": ends, "date": on, "trains": [_journey_json(journey) for journey in found]}
        asked_for = {} if changes is None else {"connections": [_connection_json(change) for change in changes]}
        tell_json(answer | asked_for)
        return
    title = f"{origin} to {destination}, {on:%a %d %b %Y}" + ("" if found else ": no direct train")
    tell_table(title, _COLUMNS, [_journey_row(journey) for journey in found], (6,))
    if changes is not None:
        title = "With one change" if changes else "No journey with one change"
        tell_table(title, _CHANGE_COLUMNS, [_connection_row(change) for change in changes], (8,))


def _filters(travel_class: str, time_of_day: str) -> "Filters":
    """Raises WrongArgument."""
    from domain.daytimes import TimeOfDay
    from domain.filters import Filters
    from domain.trains import TravelClass

    classes, times = tuple(TravelClass), tuple(TimeOfDay)
    if travel_class and travel_class.upper() not in classes:
        raise WrongArgument(f"--class: {travel_class!r} is none of {' '.join(classes)}")
    if time_of_day and time_of_day.lower() not in times:
        raise WrongArgument(f"--time: {time_of_day!r} is none of {' '.join(times)}")
    return Filters(
        travel_class=TravelClass(travel_class.upper()) if travel_class else None,
        time_of_day=TimeOfDay(time_of_day.lower()) if time_of_day else None,
    )


def _stations(catalogue: "Catalogue", text: str, argument: str) -> "list[StationCode]":
    """The station of a code typed as codes are written, in capitals, by itself; else what the text means, a city with
    all its stations. Raises WrongArgument."""
    from domain.ids import StationCode

    code = StationCode(text.strip())
    return [code] if catalogue.station(code) else stations_meant(catalogue, text, argument)


def _connections(
    catalogue: "Catalogue", starts: "list[StationCode]", ends: "list[StationCode]", on: "date", filters: "Filters"
) -> "list[Connection]":
    """Of reserved trains: a change is bookable as two tickets."""
    from domain.connections import connections

    return connections(catalogue.timetable, starts, ends, on, filters=filters)


def _connection_json(connection: "Connection") -> dict[str, Any]:
    return {
        "change": connection.change,
        "wait_minutes": connection.wait,
        "departure_at": connection.departure_at.isoformat(),
        "arrival_at": connection.arrival_at.isoformat(),
        "day_offset": (connection.arrival_at.date() - connection.departure_at.date()).days,
        "duration_minutes": connection.duration,
        "km": connection.km,
        "trains": [_journey_json(journey) for journey in (connection.first, connection.second)],
    }


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
    ends = [journey.origin, f"{journey.departure_at:%H:%M}", journey.destination, _arrives(journey, journey.date)]
    return [journey.train.number, journey.train.name, *ends, str(journey.km), " ".join(journey.train.classes)]


def _connection_row(connection: "Connection") -> list[str]:
    first, second = connection.first, connection.second
    leaves = [first.train.number, first.origin, f"{first.departure_at:%H:%M}"]
    wait = f"{connection.wait // 60}:{connection.wait % 60:02}"
    comes = [second.train.number, second.destination, _arrives(second, first.date)]
    return [*leaves, connection.change, wait, *comes, str(connection.km)]


def _arrives(journey: "Journey", since: "date") -> str:
    """The clock time, and how many days after a date: 06:35 +1."""
    later = (journey.arrival_at.date() - since).days
    return f"{journey.arrival_at:%H:%M}" + (f" +{later}" if later else "")
