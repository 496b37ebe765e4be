"""How well sentences are understood: by field and wholly, over the development set, our own set, and made sentences.

Run as `python -m tests.accuracy_journeys [--wrong]`; it needs the country's timetable and the queries beside this
repository.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.feeds.feed import read_feed
from domain.catalogue import Catalogue
from domain.requests import Request, read_request
from domain.stations import Match
from tests.accuracy import SHARED
from tests.made_journeys import made

TODAY = date(2026, 11, 23)  # a Monday
OWN = Path(__file__).parent / "data" / "journeys_own.tsv"
FIELDS = ("origin", "destination", "date", "time_of_day", "class", "quota", "passengers", "children")


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence; for each of FIELDS the values that are right, none if it says nothing of it; and the fields that are
    to be asked about, None where any will do."""

    query: str
    expected: tuple[frozenset[str], ...]
    unclear: frozenset[str] | None = None


def cases_of(file: Path) -> Iterator[Case]:
    """The sentences of a table, whose columns are the query, FIELDS, and perhaps what is unclear."""
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        query, *values = line.split("\t")
        unclear = frozenset(values[8].split(",")) - {""} if len(values) > 8 and values[8] != "?" else None
        yield Case(query, tuple(frozenset(value.split("|")) - {""} for value in values[:8]), unclear)


def told(request: Request) -> tuple[str, ...]:
    """What was understood, as the table writes it."""
    return (
        _first(request.origin),
        _first(request.destination),
        request.date.isoformat() if request.date else "",
        request.time_of_day or "",
        request.travel_class or "",
        request.quota or "",
        "" if request.passengers is None else str(request.passengers),
        "" if request.children is None else str(request.children),
    )


def _first(matches: list[Match]) -> str:
    return matches[0].station.code if matches else ""


def wrong_fields(case: Case, request: Request) -> list[str]:
    """The fields that are not as expected."""
    found = zip(FIELDS, told(request), case.expected, strict=True)
    return [name for name, value, right in found if (value not in right if right else value)]


def tell(what: str, cases: Iterable[Case], country: Catalogue, *, show: bool) -> None:
    """One table: by field, and wholly right; and of the wrong ones, how many would be asked about."""
    counts = dict.fromkeys((*FIELDS, "wholly"), 0)
    total = asked = unasked_plain = 0
    for case in cases:
        request = read_request(case.query, TODAY, country)
        wrong = wrong_fields(case, request)
        total += 1
        for name in FIELDS:
            counts[name] += name not in wrong
        counts["wholly"] += not wrong
        asked += bool(wrong and request.unclear)
        calm = not wrong and case.unclear is not None and set(request.unclear) != case.unclear
        unasked_plain += calm
        if show and (wrong or calm):
            note = "|".join(told(request))
            print(f"{'WRONG' if wrong else 'doubt'}\t{case.query}\t{','.join(wrong)}\t{note}\t? {request.unclear}")
    print(f"{what}: {total} sentences")
    for name, right in counts.items():
        print(f"  {name:14}{right / total:8.1%}")
    print(f"  wrong but asked about: {asked} of {total - counts['wholly']}; right, with other doubts: {unasked_plain}")


def main() -> None:
    """Print the tables, and with --wrong what was not right."""
    feed = read_feed(SHARED / "india")
    country = Catalogue("country", feed.stations, feed.trains)
    show = "--wrong" in sys.argv
    tell("development", cases_of(SHARED / "queries" / "journeys.tsv"), country, show=show)
    tell("our own", cases_of(OWN), country, show=show)
    sentences = (Case(query, values, frozenset() if plain else None) for query, values, plain in made())
    tell("made by grammar", sentences, country, show=show)


if __name__ == "__main__":
    main()
