"""What commands about the timetable share: the timetable that answers, and reading places, days and runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.speaking import WrongArgument, note

if TYPE_CHECKING:
    from domain.catalogue import Catalogue
    from domain.ids import StationCode
    from domain.journeys import Journey

FeedPath = Annotated[
    Path | None,
    typer.Option(
        "--catalog", metavar="PATH", exists=True, help="Answer from this feed (GTFS or CSV), not the database."
    ),
]


@contextmanager
def opened(feed: Path | None) -> "Iterator[Catalogue]":
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


def day_meant(text: str, argument: str) -> date:
    """The day that an argument tells; seen from today in India. Raises WrongArgument."""
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


def stations_meant(timetable: "Catalogue", text: str, argument: str) -> "list[StationCode]":
    """The stations meant: all that matter of a city, else the likeliest. Raises WrongArgument."""
    found = timetable.stations.find(text, limit=20)
    if not found:
        raise WrongArgument(f"{argument}: no station like {text!r}")
    first = found[0]
    if first.whole_city and first.station.code.casefold() != text.casefold():
        return [match.station.code for match in found if match.whole_city]
    if not first.sure:
        note(f"{argument}: taking {first.station.code} {first.station.name} for {text!r}")
    return [first.station.code]


def some_run(
    timetable: "Catalogue", train: str, starts: "list[StationCode]", ends: "list[StationCode]", on: date
) -> "Journey":
    """The journey on the first date from `on` on which the train runs: its fare does not depend on that date.
    Raises WrongArgument."""
    if timetable.train(train) is None:
        raise WrongArgument(f"TRAIN: there is no train {train!r} in the timetable")
    days = [on + timedelta(days=ahead) for ahead in range(7)]
    for start, end, day in ((s, e, d) for s in starts for e in ends for d in days):
        journey = timetable.timetable.journey(train, start, end, day)
        if journey:
            return journey
    raise WrongArgument(f"TRAIN: {train} does not go from {'/'.join(starts)} to {'/'.join(ends)}")
