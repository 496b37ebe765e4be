"""`yatri stations`, `trains` and `fare`: what the timetable says."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.speaking import AsJson, WrongArgument, note, tell_json, tell_table

if TYPE_CHECKING:
    from domain.catalogue import Catalogue
    from domain.fares import FareBreakup
    from domain.ids import StationCode
    from domain.journeys import Journey
    from domain.stations import Match

FeedPath = Annotated[
    Path | None,
    typer.Option(
        "--catalog", metavar="PATH", exists=True, help="Answer from this feed (GTFS or CSV), not the database."
    ),
]
Day = Annotated[str, typer.Argument(metavar="DATE", help="2026-12-24, tomorrow, 24 Dec ...", show_default=False)]


def stations(
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="A name, a code or a city, spelled as you like.")],
    limit: Annotated[int, typer.Option(min=1, max=50, help="How many at most.")] = 6,
    catalog: FeedPath = None,
    as_json: AsJson = False,
) -> None:
    """Find stations by name, code or city."""
    query = " ".join(text)
    with _catalogue(catalog) as timetable:
        matches = timetable.stations.find(query, limit)
    if as_json:
        tell_json({"query": query, "matches": [_match_json(match) for match in matches]})
        return
    rows = [[m.station.code, m.station.name, m.station.city, m.station.state, f"{m.score:.0f}"] for m in matches]
    tell_table("" if rows else f"No station like {query!r}", ["Code", "Name", "City", "State", "Score"], rows, (4,))


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

    on = _date(day, "DATE")
    if on < today(datetime.now(UTC)):
        note(f"{on:%a %d %b %Y} is over: these trains have left.")
    with _catalogue(catalog) as timetable:
        starts, ends = _meant(timetable, origin, "FROM"), _meant(timetable, destination, "TO")
        found = timetable.timetable.direct(starts, ends, on, bookable_only=reserved)
    if as_json:
        tell_json({"from": starts, "to": ends, "date": on, "trains": [_journey_json(journey) for journey in found]})
        return
    title = f"{origin} to {destination}, {on:%a %d %b %Y}" + ("" if found else ": no direct train")
    columns = ["Number", "Name", "From", "Departs", "To", "Arrives", "Km", "Classes"]
    tell_table(title, columns, [_journey_row(journey) for journey in found], (6,))


def fare(
    train: Annotated[str, typer.Argument(metavar="TRAIN", help="The train's number.")],
    origin: Annotated[str, typer.Argument(metavar="FROM", help="Station code, name or city.")],
    destination: Annotated[str, typer.Argument(metavar="TO", help="Station code, name or city.")],
    travel_class: Annotated[str, typer.Argument(metavar="CLASS", help="1A 2A 3A 3E EC EV CC SL 2S")],
    day: Annotated[str, typer.Option("--date", metavar="DATE", help="Day of booking: tariffs change.")] = "today",
    passengers: Annotated[int, typer.Option(min=1, max=6, help="How many travel.")] = 1,
    catalog: FeedPath = None,
    as_json: AsJson = False,
) -> None:
    """Tell a fare and what it is made of."""
    on = _date(day, "--date")
    with _catalogue(catalog) as timetable:
        starts, ends = _meant(timetable, origin, "FROM"), _meant(timetable, destination, "TO")
        journey = _some_run(timetable, train, starts, ends, on)
    price = _price(journey, travel_class.upper(), passengers, on)
    if as_json:
        tell_json(_fare_json(journey, travel_class.upper(), price, on))
        return
    parts = ["base", "reservation", "superfast", "gst", "rounding", "convenience", "total"]
    title = f"{train} {journey.train.name}, {journey.origin} to {journey.destination}, {journey.km} km, {travel_class}"
    tell_table(title, ["Part", "Rupees"], [[part, str(getattr(price, part))] for part in parts], (1,))


@contextmanager
def _catalogue(feed: Path | None) -> "Iterator[Catalogue]":
    """From a feed with no database, or the edition that the bot uses; before any import, the starter network."""
    from bot.catalogue import catalogue_of_feed, stored_catalogue
    from bot.engine import storage_of
    from bot.feeds.starter import starter_path
    from bot.settings import read_settings
    from domain.errors import CatalogueEmpty

    if feed is not None:
        yield catalogue_of_feed(feed)
        return
    settings = read_settings()
    if not settings.embedded or (settings.data_dir / "engine").exists():
        try:
            with storage_of(settings, join=True) as storage:
                yield stored_catalogue(storage, settings.data_dir)
                return
        except CatalogueEmpty:
            pass
    note("No timetable has been imported yet: answering from the starter network.")
    yield catalogue_of_feed(starter_path())


def _date(text: str, argument: str) -> date:
    from domain.dates import read_date
    from domain.railtime import today

    now = today(datetime.now(UTC))
    try:
        return date.fromisoformat(text)
    except ValueError:
        meant = read_date(text, now)
    if meant is None:
        raise WrongArgument(f"{argument}: {text!r} is not a date such as {now + timedelta(days=1)}")
    return meant


def _meant(timetable: "Catalogue", text: str, argument: str) -> "list[StationCode]":
    """The stations meant: all that matter of a city, else the likeliest."""
    found = timetable.stations.find(text, limit=20)
    if not found:
        raise WrongArgument(f"{argument}: no station like {text!r}")
    first = found[0]
    if first.whole_city and first.station.code.casefold() != text.casefold():
        return [match.station.code for match in found if match.whole_city]
    if not first.sure:
        note(f"{argument}: taking {first.station.code} {first.station.name} for {text!r}")
    return [first.station.code]


def _some_run(
    timetable: "Catalogue", train: str, starts: "list[StationCode]", ends: "list[StationCode]", on: date
) -> "Journey":
    """The journey on the first date from `on` on which the train runs: its fare does not depend on that date."""
    if timetable.train(train) is None:
        raise WrongArgument(f"TRAIN: there is no train {train!r} in the timetable")
    days = [on + timedelta(days=ahead) for ahead in range(7)]
    for start, end, day in ((s, e, d) for s in starts for e in ends for d in days):
        journey = timetable.timetable.journey(train, start, end, day)
        if journey:
            return journey
    raise WrongArgument(f"TRAIN: {train} does not go from {'/'.join(starts)} to {'/'.join(ends)}")


def _price(journey: "Journey", travel_class: str, passengers: int, on: date) -> "FareBreakup":
    from domain.services.searching import fare_of
    from domain.trains import CLASSES, TravelClass

    if travel_class not in CLASSES:
        raise WrongArgument(f"CLASS: {travel_class!r} is none of {' '.join(CLASSES)}")
    if travel_class not in journey.train.classes:
        raise WrongArgument(f"CLASS: {journey.train.number} has no {travel_class}")
    price = fare_of(journey, TravelClass(travel_class), passengers, on)
    if price is None:
        raise WrongArgument(f"CLASS: train {journey.train.number} has no published fare in {travel_class}")
    return price


def _match_json(match: "Match") -> dict[str, Any]:
    station = match.station
    named = {"code": station.code, "name": station.name, "city": station.city, "state": station.state}
    return {**named, "score": match.score}


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


def _fare_json(journey: "Journey", travel_class: str, price: "FareBreakup", on: date) -> dict[str, Any]:
    parts = price.model_dump()
    return {
        "train": journey.train.number,
        "from": journey.origin,
        "to": journey.destination,
        "class": travel_class,
        "km": journey.km,
        "date": on,
        "fare": price.ticket,
        **parts,
    }
