"""A promo to 100,000 users, and ordinary news beside it: `python -m tests.benchmarks.push`.

At Telegram's pace a promo to so many takes more than an hour; `--rate 27` keeps it, with the sandbox as judge. By
default the workers may send faster, and the sandbox does not judge: what is measured is how much memory the workers
need, whether anybody is left out, and how late ordinary news are before and while the promo goes out.
"""

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from domain.broadcasts import Audience, AudienceKind, Progress
from domain.catalogue import Catalogue
from domain.ids import BroadcastId
from domain.notifications import NotifType
from domain.services.audiences import Audiences
from domain.services.broadcasting import Broadcasting
from tests.e2e.workers import EMBEDDED, ENGINES, Crew, Tally

TELEGRAM = 30.0
ORDINARY = 4.0  # a second
ROUND = 40  # seconds of ordinary news in one measurement
GROWTH, LATER = 60.0, 1.0  # bars: megabytes more than after a tenth, and seconds later than without a promo


def main() -> int:
    """1 if a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--users", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rate", type=float, default=1000.0, help="messages a second, by all workers")
    parser.add_argument("--engine", choices=ENGINES, default=EMBEDDED)
    asked = parser.parse_args()
    flood = asked.rate <= TELEGRAM
    with (
        tempfile.TemporaryDirectory(prefix="yatri-") as folder,
        Crew(
            Path(folder),
            asked.workers,
            asked.users,
            flood=flood,
            engine=asked.engine,
            sends_a_second=f"{asked.rate:g}",
        ) as crew,
    ):
        return 0 if promo(crew) else 1


def promo(crew: Crew) -> bool:
    """Ordinary news alone, then beside the promo."""
    alone = ordinary(crew, lambda: False)
    print(f"{alone.expected} ordinary news without a promo; late by: {alone.lateness()}", flush=True)
    service = Broadcasting(crew.storage.units, Audiences(lambda: Catalogue("", [], [])))
    now, memory = datetime.now(UTC), [rss(crew)]
    begun = service.begin({"en": "New trains from Monday!"}, Audience(kind=AudienceKind.ALL), "system", now)
    started = time.monotonic()

    def watch() -> bool:
        memory.append(rss(crew))
        return False

    beside = ordinary(crew, watch)
    while (progress := so_far(service, begun.broadcast_id)).sent < len(crew.users):
        if watch() or time.monotonic() - started > len(crew.users):
            break
        time.sleep(2)
    took = time.monotonic() - started
    settled = memory[len(memory) // 10 or 1]
    print(f"{beside.expected} ordinary news beside it; late by: {beside.lateness()}")
    print(f"promo: {progress.sent} of {len(crew.users)} sent in {took:.0f} s, {progress.sent / took:.0f} a second")
    print(
        f"largest worker: {memory[0]:.0f} MB before, {settled:.0f} MB after a tenth, {max(memory):.0f} MB at the most"
    )
    told = alone.lost + beside.lost + alone.doubles + beside.doubles == 0
    in_time = beside.late_at(99) < alone.late_at(99) + LATER
    return told and in_time and progress.sent == len(crew.users) and max(memory) - settled < GROWTH


def so_far(service: Broadcasting, broadcast_id: BroadcastId) -> Progress:
    """How far the promo is."""
    return service.progress(broadcast_id)[1]


def ordinary(crew: Crew, watch: Callable[[], bool]) -> Tally:
    """Payments that come due one after the other, for a while."""
    count = min(int(ORDINARY * ROUND), len(crew.users))
    users = crew.users[-count:]
    first = datetime.now(UTC) + timedelta(seconds=3)
    due = [first + timedelta(seconds=place / ORDINARY) for place in range(count)]
    words = crew.tell(users, due, NotifType.PAYMENT)
    while datetime.now(UTC) < due[-1] + timedelta(seconds=10):
        watch()
        time.sleep(1)
    return crew.tally(users, words)


def rss(crew: Crew) -> float:
    """Megabytes of memory that the largest worker holds."""
    status = [Path(f"/proc/{worker.pid}/status").read_text() for worker in crew.workers]
    return max(int(found[1]) for text in status if (found := re.search(r"VmRSS:\s+(\d+)", text))) / 1024


if __name__ == "__main__":
    sys.exit(main())
