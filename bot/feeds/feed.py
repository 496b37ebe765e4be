"""A timetable feed, read whole and checked: what `yatri catalog import` takes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.feeds.draft import Draft
from bot.feeds.gtfs import read_gtfs
from bot.feeds.source import Source
from bot.feeds.starter import read_starter
from bot.feeds.trio import read_trio
from domain.errors import FeedError
from domain.stations import Station
from domain.trains import Train


@dataclass(frozen=True, slots=True)
class Feed:
    """Stations and trains of one feed; `skipped` tells, a line each, what was left out or repaired and why."""

    source: str
    stations: tuple[Station, ...]
    trains: tuple[Train, ...]
    skipped: tuple[str, ...]


def read_feed(
    path: Path,
    *,
    progress: Callable[[str, int, int], None] | None = None,
    days_go_on: bool = False,
    today: date | None = None,
) -> Feed:
    """Reads a GTFS feed (zip or folder), the CSV trio or a network in Yatri's own form, told apart by their files.

    `progress(file, done, total)` is called with stored bytes. `days_go_on` takes the weekdays of a GTFS calendar to
    hold after its last day too; without it, services that ended before `today` (where given) are left out.
    Raises FeedError (file, line, reason; up to 20 further faults in the reason): it is all or nothing.
    """
    draft = Draft(progress)
    with Source(path) as source:
        if "stop_times.txt" in source:
            read_gtfs(source, draft, days_go_on=days_go_on, today=today)
        elif "stops.csv" in source:
            read_trio(source, draft)
        elif "trains.txt" in source:
            read_starter(source, draft)
        else:
            raise FeedError(path, 0, "holds no timetable: neither stop_times.txt (GTFS), stops.csv nor trains.txt")
    return _settled(path.name, draft)


def _settled(name: str, draft: Draft) -> Feed:
    draft.settle()
    if not draft.trains:
        raise FeedError(name, 0, "holds no train")
    return Feed(name, tuple(draft.stations.values()), tuple(draft.trains.values()), tuple(draft.notes))
