"""The storm: thousands of seeded payments against a hostile gateway, with crashes, and the books at the end.

Run as `python -m tests.simulation.payments.storm --payments 10000 --seed 7`. What people do, what befalls them and what
the gateway does to them is by the seed; who is faster is the machine's.
"""

import argparse
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from bot.logs import configure
from storage.embedded import EmbeddedEngine
from tests.engines import Storage, prepared
from tests.simulation.payments.books import Books
from tests.simulation.payments.people import Person
from tests.simulation.payments.place import Place
from tests.simulation.reading import Reading, Wire

HOSTILE = {
    "webhook_lost": 0.12, "webhook_doubled": 0.15, "webhook_delayed": 0.3, "longest_delay": 3600,
    "error_before": 0.03, "error_after": 0.03, "silent_after": 0.002, "silence": 2.5,
    "payment_fails": 0.15, "payment_late": 0.04, "payment_in_part": 0.03, "payment_other_amount": 0.02,
    "payment_twice": 0.03, "refund_fails": 0.12, "refund_returns": 0.2, "refund_takes": 7200,
}  # fmt: skip
A_PERSON, THREADS = 2, 12  # payments of each, people at a time
ROUNDS, JOB_PERIL = 30, 0.25  # in which they come; that a job dies or loses a call
REFUNDS = ("refund_fails", "refund_returns", "refund_takes")  # of which a gateway has its share on calm days, too
LEAST_CALM, CALM_ROUNDS = 6, 200  # of 50 minutes: webhooks come an hour late, refunds take two, and return after two


@dataclass
class Told:
    """How it went."""

    faults: list[str] = field(default_factory=list)
    met: Counter[str] = field(default_factory=Counter)
    taken: int = 0
    seconds: float = 0.0


def storm(storage: Storage, data_dir: Path, payments: int, seed: int) -> Told:
    """All of it; `faults` is empty if every rupee, berth and passenger is where it should be."""
    told, begun = Told(), time.perf_counter()
    with Place(storage, data_dir, seed) as place:
        place.clock.advance(_until_morning(place.clock.now()))
        since = place.clock.now()
        place.become(seed=seed, **HOSTILE)
        _rages(place, payments, seed, told)
        hostility = place.hostility()
        place.become(seed=seed, **{name: HOSTILE[name] for name in REFUNDS})
        _rests(place, told)
        told.met.update({f"gateway: {name}": count for name, count in hostility["counts"].items()})
        told.met.update({f"gateway: {name}": count for name, count in place.hostility()["counts"].items()})
        place.become(seed=seed)
        _rests(place, told)
        _settles(place, since, told)
        told.met.update({f"peril: {name}": count for name, count in place.perils.struck.items()})
        told.met.update({f"job: {name}": count for name, count in place.troubles.items()})
        told.faults += place.faults
        books = _read(place, since)
        told.taken = len(books.taken)
        told.met.update(books.outcomes())
        told.faults += books.faults(place.clock.now())
        told.faults += place.audit()
    told.seconds = time.perf_counter() - begun
    return told


def _rages(place: Place, payments: int, seed: int, told: Told) -> None:
    """Round after round, until everybody has done what they came for."""
    dice = Random(f"{seed} rounds")
    coming = (Person(place, seed, number, A_PERSON) for number in range(1, payments // A_PERSON + 1))
    people: list[tuple[Person, Iterator[None]]] = []
    begun = 0
    come = max(30, payments // A_PERSON // ROUNDS)
    with ThreadPoolExecutor(THREADS) as pool:
        while True:
            people += [(person, person.life()) for person, _ in zip(coming, range(come), strict=False)]
            if not people:
                return
            begun = max(begun, *(person.number for person, _ in people))
            sys.stderr.write(f"\r{begun * A_PERSON} of {payments} payments begun")
            jobs = pool.submit(place.run_jobs, 2, JOB_PERIL)
            go_on = list(pool.map(partial(_steps, told), people))
            jobs.result()
            for (person, _), on in zip(people, go_on, strict=True):
                if not on:
                    told.met.update(person.met)
            people = [one for one, on in zip(people, go_on, strict=True) if on]
            place.clock.advance(timedelta(minutes=dice.choice((1, 3, 5, 8))))
            if dice.random() < 0.1:
                place.compare(place.clock.now() - timedelta(minutes=45))


def _steps(told: Told, one: tuple[Person, Iterator[None]]) -> bool:
    """Whether they have more to do. Whatever is raised here should never be."""
    try:
        next(one[1])
    except StopIteration:
        return False
    except Exception:
        told.faults.append(traceback.format_exc())
        return False
    return True


def _rests(place: Place, told: Told) -> None:
    """Time passes, all jobs run undisturbed, and the gateway says what it has still to say."""
    for number in range(CALM_ROUNDS):
        place.clock.advance(timedelta(minutes=50))
        place.run_jobs(1, peril=0)
        if number >= LEAST_CALM and not place.hostility()["webhooks_waiting"] and not place.is_due():
            return
    told.faults.append("it does not come to rest")


def _settles(place: Place, since: datetime, told: Told) -> None:
    """The long look finds what nobody told of; and what was put off for hours is done."""
    while (report := place.compare(since)) is None:
        continue
    told.faults += [f"reconciler: {difference}" for difference in report.differences]
    for _ in range(3):
        place.clock.advance(timedelta(hours=8))
        place.run_jobs(1, peril=0)


def _read(place: Place, since: datetime) -> Books:
    reading = Reading(Wire(place.storage.settings), place.storage.settings)
    taken = place.gateway.payments_between(since - timedelta(hours=1), place.clock.now() + timedelta(hours=1))
    return Books(reading.railway(), reading.money(), taken, place.refunds_at_gateway())


def _until_morning(now: datetime) -> timedelta:
    """To ten o'clock in India, when everything is open."""
    morning = now.replace(hour=4, minute=30, second=0, microsecond=0)
    return (morning if morning > now else morning + timedelta(days=1)) - now


def main() -> int:
    """Prints the figures, and every fault; 1 if there is any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--payments", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    configure("ERROR")
    with EmbeddedEngine(ephemeral=True) as engine, tempfile.TemporaryDirectory(prefix="storm-") as data_dir:
        told = storm(prepared(engine.settings("storm")), Path(data_dir), asked.payments, asked.seed)
    for name, count in sorted(told.met.items()):
        print(f"{count:8}  {name}")
    for fault in told.faults:
        print(f"WRONG: {fault}")
    print(f"{asked.payments} payments, seed {asked.seed}: {told.taken} were taken by the gateway, {told.seconds:.0f} s")
    print(f"every rupee in one place, everybody with ticket or money: {'no' if told.faults else 'yes'}")
    return 1 if told.faults else 0


if __name__ == "__main__":
    sys.exit(main())
