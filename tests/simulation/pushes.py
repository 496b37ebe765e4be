"""Many news, several workers, and kill -9 among them: `python -m tests.simulation.pushes --due 10000 --workers 3`.

The sandbox keeps Telegram's limits by the real clock, so 10,000 take more than six minutes. First all are due at the
same moment (the sandbox's clock is moved) and workers are killed; then as many as `--paced` come due at `--rate` a
second, and the distribution of their lateness is told.
"""

import argparse
import random
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.e2e.workers import EMBEDDED, ENGINES, Crew, Tally

_HOUR = 3600
LATE = 5.0  # seconds, the bar for 99 in 100


def main() -> int:
    """1 if a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--due", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--kills", type=int, default=4)
    parser.add_argument("--paced", type=int, default=1500)
    parser.add_argument("--rate", type=float, default=25.0)
    parser.add_argument("--engine", choices=ENGINES, default=EMBEDDED)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)
    chance = random.Random(asked.seed)
    with (
        tempfile.TemporaryDirectory(prefix="yatri-") as folder,
        Crew(Path(folder), asked.workers, max(asked.due, asked.paced), engine=asked.engine) as crew,
    ):
        right = [paced(crew, asked.paced, asked.rate) if asked.paced else True]
        right.append(all_at_once(crew, asked.due, asked.kills, chance) if asked.due else True)
    return 0 if all(right) else 1


def all_at_once(crew: Crew, due: int, kills: int, chance: random.Random) -> bool:
    """Everything is due in the same moment; so many workers are killed, and others hired for them."""
    users = crew.users[:due]
    words = crew.tell(users, [datetime.now(UTC) + timedelta(hours=2)] * due)
    crew.moves_clock(2 * _HOUR + 1)
    begun, workers = time.monotonic(), len(crew.workers)
    for left in sorted(chance.sample(range(due // 10, due * 9 // 10), kills), reverse=True):
        while (waiting := crew.waiting()) > left:
            time.sleep(min(0.2 + (waiting - left) / 100, 5))
        crew.kill(chance.randrange(workers))
        crew.hire()
    crew.until_sent(due / 5 + 120)
    tally = crew.tally(users, words)
    took = time.monotonic() - begun
    print(f"{due} due at once, {workers} workers, {kills} killed: {took:.0f} s, {due / took:.1f} a second")
    return told(tally) and tally.doubles <= kills


def paced(crew: Crew, count: int, rate: float) -> bool:
    """News that come due one after the other, as a steady load."""
    users = crew.users[:count]
    first = datetime.now(UTC) + timedelta(seconds=_HOUR)
    words = crew.tell(users, [first + timedelta(seconds=place / rate) for place in range(count)])
    crew.moves_clock((first - datetime.now(UTC)).total_seconds() - 5)
    time.sleep(count / rate)
    crew.until_sent(120)
    tally = crew.tally(users, words)
    print(f"{count} due at {rate:g} a second; late by: {tally.lateness()}")
    return told(tally) and tally.doubles == 0 and tally.late_at(99) < LATE


def told(tally: Tally) -> bool:
    """Prints what became of them; False if any was lost."""
    print(f"came: {len(tally.came)} of {tally.expected}; lost {tally.lost}, doubles {tally.doubles}", flush=True)
    return tally.lost == 0


if __name__ == "__main__":
    sys.exit(main())
