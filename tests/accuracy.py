"""How well stations are found: accuracy by kind over the development queries, and over typos made by rule.

Run as `python -m tests.accuracy`; it needs the country's timetable and the queries beside this repository.
"""

import random
import string
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.feeds.feed import read_feed
from domain.catalogue import Catalogue, importance
from domain.ids import StationCode
from domain.words import plain

SHARED = Path(__file__).parents[1].parent / "shared" / "data"
BUSIEST, TYPOS, SEED = 300, 2000, 1853
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
Case = tuple[str, set[str], str]


def development(kind: str = "") -> Iterator[Case]:
    """Query, codes that may come first, kind; of all kinds or one."""
    with (SHARED / "queries" / "stations.tsv").open(encoding="utf-8") as file:
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


def made(country: Catalogue, calls: dict[StationCode, int]) -> Iterator[Case]:
    """One slip or two in names of the busiest stations, where no other place's name is as near."""
    dice = random.Random(SEED)
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


def main() -> None:
    """Print the table, and with --wrong what was not right at the top."""
    feed = read_feed(SHARED / "india")
    country = Catalogue("country", feed.stations, feed.trains)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    wrong = []
    for query, expected, kind in [*development(), *made(country, importance(feed.trains))]:
        found = [match.station.code for match in country.stations.find(query)]
        top = found[0] in expected if found else not expected
        three = bool(expected & set(found[:3])) if expected else not found
        for row in (kind, "all made" if kind.startswith("made") else "all development"):
            counts[row] = [old + new for old, new in zip(counts[row], (1, top, three), strict=True)]
        if not top:
            wrong.append(f"{kind}\t{query}\texpected {'|'.join(sorted(expected))}\tfound {' '.join(found)}")
    print(f"{'kind':16}{'queries':>8}{'top':>8}{'of 3':>8}")
    for row, (total, top_count, three_count) in counts.items():
        print(f"{row:16}{total:8}{top_count / total:8.1%}{three_count / total:8.1%}")
    if "--wrong" in sys.argv:
        print(*wrong, sep="\n")


if __name__ == "__main__":
    main()
