"""`yatri ask`: what a sentence tells of a journey."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.answering import FeedPath, opened
from bot.commands.speaking import AsJson, WrongArgument, tell_json, tell_table, typed_lines

if TYPE_CHECKING:
    from domain.catalogue import Catalogue
    from domain.requests import Request
    from domain.stations import Match

Words = Annotated[
    list[str] | None, typer.Argument(metavar="[TEXT]...", help="A sentence: 2 sleeper patna to delhi kal.")
]
FromStdin = Annotated[bool, typer.Option("--stdin", help="Read sentences from standard input, one a line.")]
Now = Annotated[
    str,
    typer.Option(metavar="ISO", help="The moment to answer at, 2026-11-23T10:00; in India's time if it has no zone."),
]


def ask(
    text: Words = None,
    stdin: FromStdin = False,
    now: Now = "",
    catalog: FeedPath = None,
    as_json: AsJson = False,
) -> None:
    """Tell what a sentence says of a journey, and what of it is unclear."""
    from domain.requests import read_request

    if bool(text) == stdin:
        raise WrongArgument("TEXT: give a sentence, or --stdin and sentences on standard input")
    on = _today(now)
    queries: Iterable[str] = typed_lines() if stdin else [" ".join(text or [])]
    rows = []
    with opened(catalog) as catalogue:
        for query in queries:
            answer = _answer(query, read_request(query, on, catalogue), catalogue)
            if as_json:
                tell_json(answer)
            else:
                rows.append([_cell(value) for value in answer.values()])
    if not as_json:
        columns = ["Sentence", "From", "To", "Date", "Time", "Class", "Quota", "Passengers", "Children", "Unclear"]
        tell_table("", columns, rows, (7, 8))


def _today(now: str) -> date:
    """Raises WrongArgument."""
    from domain.railtime import INDIA, today

    try:
        moment = datetime.fromisoformat(now) if now else datetime.now(UTC)
    except ValueError as error:
        raise WrongArgument(f"--now: {now!r} is not a moment such as 2026-11-23T10:00") from error
    return today(moment if moment.tzinfo else moment.replace(tzinfo=INDIA))


def _answer(query: str, request: "Request", catalogue: "Catalogue") -> dict[str, Any]:
    return {
        "query": query,
        "origin": _codes(request.origin, catalogue),
        "destination": _codes(request.destination, catalogue),
        "date": request.date,
        "time_of_day": request.time_of_day,
        "class": request.travel_class,
        "quota": request.quota,
        "passengers": request.passengers,
        "children": request.children,
        "unclear": list(request.unclear),
    }


def _codes(matches: "list[Match]", catalogue: "Catalogue") -> list[str]:
    """The station that is meant for certain; all that matter of a city that is; else the candidates."""
    if not matches or matches[0].sure:
        return [match.station.code for match in matches[:1]]
    if not matches[0].whole_city:
        return [match.station.code for match in matches]
    named = [match.station.code for match in matches if match.whole_city]
    beside = [station.code for station in catalogue.stations.stations_of_city(named[0])]
    return list(dict.fromkeys((*named, *beside)))


def _cell(value: object) -> str:
    if isinstance(value, list):
        return " ".join(map(str, value))
    return "" if value is None else str(value)
