"""Fuzzing: texts that nobody would think of, thrown at everything that reads what people type.

Run as `python -m tests.fuzzing --minutes 10 --seed 7`. It stops at the first exception that is no `Problem`, with the
text and the number to begin from again; the same seed throws the same texts. The whole country's timetable and the
development queries are used where they lie beside this repository, else the starter network.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from bot.feeds.feed import read_feed
from bot.feeds.starter import starter_path
from domain.catalogue import Catalogue
from domain.dates import read_date
from domain.errors import Problem
from domain.parties import read_party
from domain.requests import read_request
from tests.accuracy import OWN, SHARED

TODAY = date(2026, 11, 23)
SENTENCES = (
    "2 sleeper tickets from patna to new delhi tomorrow", "delhi se mumbai kal 3a tatkal", "no, make it Kanpur",
    "मुंबई से पुणे कल सुबह", "NDLS-BCT 25 dec", "chennai to madurai this weekend", "Asha 34 F lower\nRam 7 M",
    "return on sunday with 2 adults 1 child", "day after tomorrow", "25/12", "agle somvar", "होली", "15 अगस्त",
)  # fmt: skip
# Blocks that are odd to read: combining marks, joiners and directions, Indian scripts, Arabic, CJK, emoji.
BLOCKS = (
    (0x0000, 0x007F), (0x00A0, 0x024F), (0x0300, 0x036F), (0x0590, 0x06FF), (0x0900, 0x0DFF), (0x0E00, 0x0EFF),
    (0x1100, 0x11FF), (0x1CD0, 0x1CFF), (0x2000, 0x206F), (0x3040, 0x30FF), (0x4E00, 0x4FFF), (0xA8E0, 0xA8FF),
    (0xAC00, 0xACFF), (0xE000, 0xE0FF), (0xFB00, 0xFDFF), (0xFE00, 0xFEFF), (0x11000, 0x114FF), (0x1D400, 0x1D7FF),
    (0x1F1E6, 0x1F6FF), (0x20000, 0x200FF), (0xE0000, 0xE01EF), (0x10FF00, 0x10FFFF),
)  # fmt: skip
LONGEST = 3000  # characters


def letter(dice: random.Random) -> str:
    """Any character but half of a surrogate pair, mostly of the odd blocks."""
    while True:
        code = dice.randint(*dice.choice(BLOCKS)) if dice.random() < 0.9 else dice.randrange(0x110000)
        if not 0xD800 <= code <= 0xDFFF:
            return chr(code)


def mutated(text: str, dice: random.Random) -> str:
    """A text with some letters left out, doubled, swapped with others, or put in."""
    letters = list(text)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(letters) + 1)
        letters[at : at + dice.randint(0, 2)] = dice.choice(
            ([], [letter(dice)], letters[at : at + 3] * 2, letters[:2], [" "], [str(dice.randrange(100))])
        )
    return "".join(letters)


def typed(dice: random.Random, known: Sequence[str]) -> str:
    """One text: noise, a known one mutated, pieces of several, or a very long one."""
    kind = dice.random()
    if kind < 0.25:
        return "".join(letter(dice) for _ in range(dice.randint(0, 40)))
    if kind < 0.6:
        return mutated(dice.choice(known), dice)
    if kind < 0.98:
        parts = (dice.choice(known) if dice.random() < 0.7 else letter(dice) for _ in range(dice.randint(2, 6)))
        return dice.choice((" ", "-", "", ", ", "\n", "\u200d")).join(parts)
    return ((dice.choice(known) + letter(dice)) * dice.randint(10, 60))[:LONGEST]


def queries() -> list[str]:
    """What people type: own and development queries, and sentences."""
    files = (OWN, SHARED / "queries" / "stations.tsv", SHARED / "queries" / "journeys.tsv")
    texts = [path.read_text(encoding="utf-8") for path in files if path.exists()]
    lines = [line.split("\t")[0] for text in texts for line in text.splitlines()[1:]]
    return [*SENTENCES, *lines]


def readers(country: Catalogue) -> dict[str, Callable[[str], object]]:
    """Everything that reads typed text, by its name."""
    return {
        "StationFinder.find": country.stations.find,
        "read_request": lambda text: read_request(text, TODAY, country),
        "read_date": lambda text: read_date(text, TODAY),
        "read_party": read_party,
    }


def main() -> int:
    """Throw texts for so many minutes; 1 if something broke."""
    asked = argparse.ArgumentParser(description="Throws random texts at everything that reads what people type.")
    asked.add_argument("--minutes", type=float, default=1.0)
    asked.add_argument("--seed", type=int, default=1853)
    options = asked.parse_args()
    path: Path = SHARED / "india" if (SHARED / "india").exists() else starter_path()
    feed = read_feed(path)
    reading = readers(Catalogue("fuzzed", feed.stations, feed.trains))
    known, dice = queries(), random.Random(options.seed)
    ends, count = time.monotonic() + 60 * options.minutes, 0
    slowest = dict.fromkeys(reading, (0.0, ""))
    while time.monotonic() < ends:
        text, count = typed(dice, known), count + 1
        for name, read in reading.items():
            begun = time.perf_counter()
            try:
                read(text)
            except Problem:
                pass
            except Exception:
                print(f"{name} broke on text {count} of seed {options.seed}: {text!r}", file=sys.stderr)
                raise
            slowest[name] = max(slowest[name], ((time.perf_counter() - begun) * 1000, text))
    print(f"{count} texts of seed {options.seed}, each to {len(reading)} readers over {path.name}: nothing broke")
    for name, (milliseconds, text) in slowest.items():
        print(f"  slowest of {name}: {milliseconds:.1f} ms for {len(text)} characters, {text[:60]!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
