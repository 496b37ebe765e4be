"""`yatri stations`: which stations a text may mean."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.answering import FeedPath, opened
from bot.commands.speaking import AsJson, WrongArgument, tell_json, tell_table, typed_lines

if TYPE_CHECKING:
    from domain.stations import Match


Words = Annotated[
    list[str] | None, typer.Argument(metavar="[TEXT]...", help="A name, a code or a city, spelled as you like.")
]
FromStdin = Annotated[bool, typer.Option("--stdin", help="Read queries from standard input, one a line.")]


def stations(
    text: Words = None,
    stdin: FromStdin = False,
    limit: Annotated[int, typer.Option(min=1, max=50, help="How many at most.")] = 6,
    catalog: FeedPath = None,
    as_json: AsJson = False,
) -> None:
    """Find stations by name, code or city."""
    if bool(text) == stdin:
        raise WrongArgument("TEXT: give a name, a code or a city, or --stdin and queries on standard input")
    queries: Iterable[str] = typed_lines() if stdin else [" ".join(text or [])]
    with opened(catalog) as timetable:
        for query in queries:
            matches = timetable.stations.find(query, limit)
            if as_json:
                tell_json({"query": query, "matches": [_match_json(match) for match in matches]})
            else:
                _tell_matches(query, matches)


def _tell_matches(query: str, matches: "list[Match]") -> None:
    rows = [[m.station.code, m.station.name, m.station.city, m.station.state, f"{m.score:.0f}"] for m in matches]
    tell_table("" if rows else f"No station like {query!r}", ["Code", "Name", "City", "State", "Score"], rows, (4,))


def _match_json(match: "Match") -> dict[str, Any]:
    station = match.station
    named = {"code": station.code, "name": station.name, "city": station.city, "state": station.state}
    return {**named, "score": match.score}
