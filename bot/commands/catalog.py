"""`yatri catalog`: import a timetable, or see which one is in use."""

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.speaking import AsJson, note, tell_help, tell_json, tell_table
from bot.commands.store import open_store

if TYPE_CHECKING:
    from bot.feeds.feed import Feed
    from bot.settings import Settings
    from storage.catalogue import EditionInfo

app = typer.Typer(help="The timetable: import one, see which is in use.", rich_markup_mode=None)
app.callback(invoke_without_command=True)(tell_help)
_NOTES_SHOWN = 5
_STAGES = {"edition": "Storing the edition", "rows": "Writing the tables' rows"}
Step = Callable[[str, int, int], None]  # what is done: its name, how far, of how much


@app.command("import")
def import_feed(
    path: Annotated[
        Path, typer.Argument(metavar="PATH", exists=True, help="A GTFS feed (zip or folder) or the CSV trio.")
    ],
    days_go_on: Annotated[
        bool, typer.Option("--days-go-on", help="Take a GTFS calendar's weekdays to hold after its last day too.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Import a timetable, whole or not at all; a running bot takes it up by itself."""
    from bot.settings import read_settings

    settings, now = read_settings(), datetime.now(UTC)
    with _progress() as step:
        feed = _read(path, now, step, days_go_on=days_go_on)
        edition = _publish(feed, settings, now, step)
    _tell_skipped(feed.skipped)
    if as_json:
        tell_json({**dataclasses.asdict(edition), "skipped": list(feed.skipped)})
    else:
        tell_table("Imported", ["Source", "Stations", "Trains"], [_row(edition.source, feed.stations, feed.trains)])


@app.command()
def show(as_json: AsJson = False) -> None:
    """Show the timetable that the bot answers from."""
    from storage.catalogue import CatalogueStore

    with open_store(create=False) as store:
        info = CatalogueStore(store.client, store.storage).current()
    if as_json:
        tell_json({"edition": dataclasses.asdict(info) if info else None})
        return
    rows = [[field, str(value)] for field, value in dataclasses.asdict(info).items()] if info else []
    tell_table("" if rows else "No timetable has been imported yet", ["Timetable", ""], rows)


def _read(path: Path, now: datetime, step: Step, *, days_go_on: bool) -> "Feed":
    """The feed at a path. Raises FeedError."""
    from bot.feeds.feed import read_feed
    from domain.railtime import today

    return read_feed(path, progress=step, days_go_on=days_go_on, today=today(now))


def _publish(feed: "Feed", settings: "Settings", now: datetime, step: Step) -> "EditionInfo":
    """Into the tables, which are made if they are missing."""
    from storage.catalogue import CatalogueStore

    with open_store(settings) as store:
        catalogues = CatalogueStore(store.client, store.storage)
        return catalogues.publish(feed.stations, feed.trains, feed.source, now, step)


def _row(source: str, stations: tuple[object, ...], trains: tuple[object, ...]) -> list[str]:
    return [source, f"{len(stations):,}", f"{len(trains):,}"]


def _tell_skipped(skipped: tuple[str, ...]) -> None:
    for line in skipped[:_NOTES_SHOWN]:
        note(line)
    if len(skipped) > _NOTES_SHOWN:
        note(f"... and {len(skipped) - _NOTES_SHOWN} more such notes (all with --json)")


@contextmanager
def _progress() -> Iterator[Step]:
    """A bar for each file that is read and each stage after that, on stderr; nothing where nobody watches."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal) as progress:
        bars: dict[str, int] = {}

        def step(stage: str, done: int, total: int) -> None:
            if stage not in bars:
                bars[stage] = progress.add_task(_STAGES.get(stage, f"Reading {stage}"), total=total)
            progress.update(progress.tasks[bars[stage]].id, completed=done, total=total)

        yield step
