"""`yatri train`: the route and timetable of one train."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.answering import FeedPath, opened
from bot.commands.speaking import AsJson, WrongArgument, note, tell_json, tell_table

if TYPE_CHECKING:
    from domain.catalogue import Catalogue
    from domain.ids import StationCode
    from domain.train_finder import TrainMatch
    from domain.trains import Stop, Train

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
Drawn = Annotated[
    Path | None, typer.Option("--picture", metavar="FILE.png", dir_okay=False, help="Draw the route into this file.")
]


def train(
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="A number or a name, spelled as you like.")],
    picture: Drawn = None,
    hindi: Annotated[bool, typer.Option("--hindi", help="Draw it in Hindi.")] = False,
    catalog: FeedPath = None,
    as_json: AsJson = False,
) -> None:
    """Show a train by its number or name: its days, classes, and where it calls when."""
    query = " ".join(text)
    with opened(catalog) as timetable:
        found = timetable.trains_by_name.find(query)
    if not found:
        raise WrongArgument(f"TEXT: no train like {query!r}")
    chosen, others = found[0].train, found[1:]
    if picture:
        _draw(timetable, chosen, picture, "hi" if hindi else "en")
    if as_json:
        tell_json(_train_json(timetable, chosen) | {"query": query, "others": [_other_json(match) for match in others]})
        return
    if not found[0].sure and others:
        note(f"{query!r} may also be {', '.join(f'{m.train.number} {m.train.name}' for m in others)}")
    columns = ["Code", "Station", "Arrives", "Departs", "Day", "Km"]
    tell_table(_title(chosen), columns, [_row(timetable, stop, chosen) for stop in chosen.stops], (4, 5))


def _title(train: "Train") -> str:
    return f"{train.number} {train.name}, {_days(train)}, {' '.join(train.classes) or 'unreserved'}"


def _days(train: "Train") -> str:
    if not train.days:
        return "days unknown"
    return "daily" if "0" not in train.days else " ".join(_named_days(train))


def _named_days(train: "Train") -> list[str]:
    return [day for day, runs in zip(_DAYS, train.days, strict=False) if runs == "1"]


def _row(timetable: "Catalogue", stop: "Stop", train: "Train") -> list[str]:
    times = [_clock(stop.arrival), _clock(stop.departure)]
    return [stop.station, _name(timetable, stop), *times, str(stop.day), str(stop.km - train.origin.km)]


def _name(timetable: "Catalogue", stop: "Stop") -> str:
    station = timetable.station(stop.station)
    return station.name if station else stop.station


def _clock(minutes: int | None) -> str:
    return "" if minutes is None else f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _train_json(timetable: "Catalogue", train: "Train") -> dict[str, Any]:
    stops = [
        {
            "code": stop.station,
            "name": _name(timetable, stop),
            "arrival": _clock(stop.arrival) or None,
            "departure": _clock(stop.departure) or None,
            "day": stop.day,
            "km": stop.km - train.origin.km,
        }
        for stop in train.stops
    ]
    return {
        "number": train.number,
        "name": train.name,
        "type": train.type,
        "days": train.days,
        "classes": list(train.classes),
        "stops": stops,
    }


def _other_json(match: "TrainMatch") -> dict[str, Any]:
    return {"number": match.train.number, "name": match.train.name, "score": match.score}


def _draw(timetable: "Catalogue", train: "Train", picture: Path, language: str) -> None:
    from bot.pictures.fonts import find_fonts
    from bot.pictures.route import route_view
    from bot.pictures.route_image import route_png
    from domain.stations import Station

    def station(code: "StationCode") -> Station:
        return timetable.station(code) or Station(code, code)

    try:
        picture.write_bytes(route_png(route_view(train, station, language=language), find_fonts()))
    except OSError as error:
        raise WrongArgument(f"--picture: cannot write {picture} ({error.strerror})") from error
    note(f"The route is drawn in {picture}")
