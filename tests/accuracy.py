"""How well stations are found: accuracy by kind over three sets of queries.

The development queries, those of tests/data/stations_own.tsv (ours, written from knowledge of the country before the
finder was tried on them), and typos made by rule. Run as `python -m tests.accuracy`; it needs the country's timetable
and the queries beside this repository.
"""

import argparse
import random
import string
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.feeds.feed import read_feed
from domain.catalogue import Catalogue, importance
from domain.ids import StationCode
from domain.stations import StationFinder
from domain.words import plain

SHARED = Path(__file__).parents[1].parent / "shared" / "data"
OWN = Path(__file__).parent / "data" / "stations_own.tsv"
BUSIEST, TYPOS, SEED = 300, 2000, 1853
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
Case = tuple[str, set[str], str]


def development(kind: str = "", path: Path = SHARED / "queries" / "stations.tsv") -> Iterator[Case]:
    """Query, codes that may come first, kind; of all kinds or one."""
    with path.open(encoding="utf-8") as file:
        for line in list(file)[1:]:
            query, codes, its_kind, _ = line.rstrip("\n").split("\t")
            if kind in ("", its_kind):
                yield query, set(codes.split("|")) - {""}, its_kind


def slip(name: str, dice: random.Random) -> str:
    """One slip of the finger: letters swapped, dropped, doubled, or a key beside the right one."""
    at = dice.randrange(len(name) - 1)
    kind = dice.choice(("swap", "drop", "double", "key"))
    if kind == "swap":
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    if kind == "drop":
        return name[:at] + name[at + 1 :]
    if kind == "double":
        return name[: at + 1] + name[at:]
    row = next((row for row in _ROWS if name[at] in row), string.ascii_lowercase)
    beside = row.find(name[at]) + dice.choice((-1, 1))
    return name[:at] + row[beside % len(row)] + name[at + 1 :]


def made(country: Catalogue, calls: dict[StationCode, int], seed: int = SEED) -> Iterator[Case]:
    """One slip or two in names of the busiest stations, where no other place's name is as near."""
    dice = random.Random(seed)
    named: dict[str, set[str]] = defaultdict(set)
    for station in country.stations:
        for name in (station.name, station.city):
            if words := [word for word in plain(name).split() if word not in ("jn", "halt")]:
                named[" ".join(words)].add(station.code)
    busiest = sorted(country.stations, key=lambda station: -calls.get(station.code, 0))[:BUSIEST]
    for _ in range(TYPOS):
        station = dice.choice(busiest)
        name = plain(station.name).removesuffix(" jn")
        slips = dice.choice((1, 1, 2)) if len(name) > 5 else 1
        typed = name
        for _ in range(slips):
            typed = slip(typed, dice)
        own = OSA.distance(typed, name)
        near = process.extract(typed, list(named), scorer=OSA.distance, score_cutoff=own, limit=20)
        if len(typed) > 3 and own and all(named[other] & named[name] for other, _, _ in near):
            yield typed, named[name] | {station.code}, f"made {slips}"


def table(title: str, cases: Iterable[Case], finder: StationFinder, *, wrong: bool) -> None:
    """Print how many of each kind are right at the top and within three, and with `wrong` those that are not."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    missed = []
    for query, expected, kind in cases:
        found = [match.station.code for match in finder.find(query)]
        top = found[0] in expected if found else not expected
        three = bool(expected & set(found[:3])) if expected else not found
        for row in (kind, "all"):
            counts[row] = [old + new for old, new in zip(counts[row], (1, top, three), strict=True)]
        if not top:
            mark = "" if three else "not of 3"
            missed.append(
                f"{kind}\t{query}\texpected {'|'.join(sorted(expected)[:9])}\tfound {' '.join(found)}\t{mark}"
            )
    print(f"{title:20}{'queries':>8}{'top':>8}{'of 3':>8}")
    for kind in sorted(counts, key=lambda kind: (kind == "all", kind)):
        total, top_count, three_count = counts[kind]
        print(f"  {kind:18}{total:8}{top_count / total:8.1%}{three_count / total:8.1%}")
    if wrong:
        print(*missed, sep="\n")


def main() -> None:
    """Print the tables."""
    asked = argparse.ArgumentParser(description="How well stations are found.")
    asked.add_argument("--gtfs", action="store_true", help="over the GTFS feed, which has no cities, states or Hindi")
    asked.add_argument("--wrong", action="store_true", help="list what was not right at the top")
    asked.add_argument("--seed", type=int, nargs="*", default=[SEED], help="of the typos made by rule")
    options = asked.parse_args()
    feed = read_feed(SHARED / "india" / "gtfs.zip" if options.gtfs else SHARED / "india")
    country = Catalogue("country", feed.stations, feed.trains)
    table("development queries", development(), country.stations, wrong=options.wrong)
    table("own queries", development(path=OWN), country.stations, wrong=options.wrong)
    for seed in options.seed:
        typos = made(country, importance(feed.trains), seed)
        table(f"typos, seed {seed}", typos, country.stations, wrong=options.wrong)


if __name__ == "__main__":
    main()
