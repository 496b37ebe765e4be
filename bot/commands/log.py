"""`yatri log`: the admin log, by day, by who did it or about whom."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.speaking import AsJson, WrongArgument, tell_json, tell_table
from bot.commands.store import open_store

if TYPE_CHECKING:
    from domain.adminlog import LogEntry
    from domain.ports import Units

_COLUMNS = ["When (India)", "Who", "Act", "Whom", "Before, after and why"]


def log(
    day: Annotated[str, typer.Option("--day", metavar="DATE", help="A day in India; today if nothing is named.")] = "",
    actor: Annotated[str, typer.Option(metavar="ID", help="Who did it: STAFF#<id>, a user's id, or system.")] = "",
    target: Annotated[str, typer.Option(metavar="ID", help="Whom or what it was about.")] = "",
    limit: Annotated[int, typer.Option(metavar="COUNT", min=1, help="The newest so many.")] = 100,
    as_json: AsJson = False,
) -> None:
    """Show what was done, by staff and by the bot itself, the newest first. Nothing in it can be changed."""
    if sum(map(bool, (day, actor, target))) > 1:
        raise WrongArgument("choose one of --day, --actor and --target")
    with open_store() as store:
        found = _read(store.units, day, actor, target, limit)
    if as_json:
        tell_json([_json(entry) for entry in found])
        return
    tell_table("" if found else "Nothing was logged.", _COLUMNS, [_row(entry) for entry in found])


def _read(units: "Units", day: str, actor: str, target: str, limit: int) -> "list[LogEntry]":
    from bot.commands.answering import day_meant
    from domain.railtime import today

    with units() as work:
        if actor:
            return work.logs.by_actor(actor, limit)
        if target:
            return work.logs.about(target, limit)
        return work.logs.of_day(day_meant(day, "--day") if day else today(datetime.now(UTC)), limit)


def _row(entry: "LogEntry") -> list[str]:
    from domain.railtime import INDIA

    told = ", ".join(f"{name} {value}" for name, value in entry.details.items() if value not in (None, ""))
    when = entry.created_at.astimezone(INDIA)
    return [f"{when:%d %b %Y %H:%M}", entry.actor_id, entry.action, entry.target_id, told]


def _json(entry: "LogEntry") -> dict[str, object]:
    told = {"id": entry.log_id, "at": entry.created_at, "actor": entry.actor_id, "act": entry.action}
    return told | {"target": entry.target_id, "details": entry.details}
