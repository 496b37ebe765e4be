"""`yatri stations`: which stations a text may mean."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.answering import FeedPath, opened
from bot.commands.speaking import AsJson, tell_json, tell_table

if TYPE_CHECKING:
    from domain.stations import Match


def stations(
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="A name, a code or a city, spelled as you like.")],
    limit: Annotated[int, typer.Option(min=1, max=50, help="How many at most.")] = 6,
    catalog: FeedPath = None,
    as_json: AsJson = False,
) -> None:
    """Find stations by name, code or city."""
    query = " ".join(text)
    with opened(catalog) as timetable:
        matches = timetable.stations.find(query, limit)
    if as_json:
        tell_json({"query": query, "matches": [_match_json(match) for match in matches]})
        return
    rows = [[m.station.code, m.station.name, m.station.city, m.station.state, f"{m.score:.0f}"] for m in matches]
    tell_table("" if rows else f"No station like {query!r}", ["Code", "Name", "City", "State", "Score"], rows, (4,))


def _match_json(match: "Match") -> dict[str, Any]:
    station = match.station
    named = {"code": station.code, "name": station.name, "city": station.city, "state": station.state}
    return {**named, "score": match.score}
