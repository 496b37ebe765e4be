"""Tatkal opens: 5,000 buyers, 720 berths, several processes, on the embedded engine with its data on disk.

Run as `python -m tests.benchmarks.rush`. Everything is read back afterwards. Throughput is set beside the engine's own:
the very transactions that sold the train, sent once more to other tables by the same processes and threads with nothing
read and nothing computed around them. Then the write units of one booking are counted on DynamoDB Local.
"""

import argparse
import multiprocessing
import sys
from collections import Counter
from statistics import median, quantiles

from storage.embedded import EmbeddedEngine
from tests.benchmarks import rush_units
from tests.benchmarks.rush_calls import TRANSACTION
from tests.benchmarks.rush_ledger import faults
from tests.benchmarks.rush_train import RushTrain
from tests.benchmarks.rush_worker import Report, Shift, work
from tests.engines import prepared

BUYERS, PROCESSES, THREADS = 5000, 4, 8
RATIO = 0.7


def main() -> int:
    """Print the figures; 1 if anybody was wronged or a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--buyers", type=int, default=BUYERS)
    parser.add_argument("--processes", type=int, default=PROCESSES)
    parser.add_argument("--threads", type=int, default=THREADS, help="of each process")
    parser.add_argument("--parties", action="store_true", help="one to four passengers a buyer instead of one")
    parser.add_argument("--memory", action="store_true", help="an engine that writes nothing to disk")
    asked = parser.parse_args()
    with EmbeddedEngine(ephemeral=asked.memory) as engine:
        right = rush(engine, asked)
    return 0 if rush_units.main() == 0 and right else 1


def rush(engine: EmbeddedEngine, asked: argparse.Namespace) -> bool:
    """Runs it and tells how it went."""
    train = RushTrain()
    storage, bare = prepared(engine.settings("rush")), prepared(engine.settings("bare"))
    with storage.units() as unit:
        unit.runs.open(train.run)
    shares = [range(first, asked.buyers, asked.processes) for first in range(asked.processes)]
    shifts = [Shift(storage.settings, bare.settings, share, asked.threads, asked.parties) for share in shares]
    reports = in_processes(shifts)
    wrong = faults(storage.units, train, [buyer for report in reports for buyer in report.buyers])
    ratio = told(reports)
    for line in wrong:
        print(f"WRONG: {line}")
    print(f"every berth sold once, the list in order, nobody lost: {'no' if wrong else 'yes'}")
    return not wrong and ratio >= RATIO


def in_processes(shifts: list[Shift]) -> list[Report]:
    """One process for each, all beginning at one barrier."""
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(len(shifts))
    started = []
    for shift in shifts:
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=work, args=(shift, barrier, theirs), daemon=True)
        process.start()
        theirs.close()
        started.append((process, ours))
    reports: list[Report] = [answer.recv() for _, answer in started]
    for process, _ in started:
        process.join()
    return reports


def told(reports: list[Report]) -> float:
    """Prints the figures; returns the ratio. What is sold counts until the last ticket is paid, with every lost race
    and everybody who was refused meanwhile; those who come later find the train full, and have a line of their own."""
    begun = min(report.begun for report in reports)
    buyers = [buyer for report in reports for buyer in report.buyers]
    tickets = [buyer for buyer in buyers if buyer.booking_id]
    refused = [buyer for buyer in buyers if buyer.refused]
    last = max(buyer.ended for buyer in tickets)
    late = [buyer for buyer in buyers if buyer.ended > last]
    transactions = sum(report.transactions for report in reports)
    bare_in = max(report.bare_ended for report in reports) - min(report.bare_begun for report in reports)
    puts_in = max(report.puts_ended for report in reports) - min(report.puts_begun for report in reports)
    ours, theirs = transactions / (last - begun), transactions / bare_in
    print(f"{len(buyers)} buyers: {len(tickets)} tickets, {dict(Counter(buyer.refused for buyer in refused))}")
    print(f"until the last ticket  {last - begun:7.2f} s, {len(tickets) / (last - begun):.0f} tickets a second")
    print(f"{len(late):5} came after it  {max(buyer.ended for buyer in buyers) - last:7.2f} s")
    print(f"{'turn of a buyer, ms':24}{'median':>8}{'99 %':>8}")
    for what, some in (("with a ticket", tickets), ("refused", refused)):
        if len(some) > 1:
            took = [buyer.took * 1000 for buyer in some]
            print(f"{what:24}{median(took):8.0f}{quantiles(took, n=100)[98]:8.0f}")
    calls = sum((Counter(report.calls) for report in reports), Counter[str]())
    print("calls: " + ", ".join(f"{count} {name}" for name, count in calls.most_common()))
    cpu, bare_cpu = (sum(getattr(report, name) for report in reports) for name in ("cpu", "bare_cpu"))
    print(f"processor time of the workers: {cpu:.1f} s for all buyers, {bare_cpu:.1f} s for the bare transactions")
    lost = calls[f"{TRANSACTION}, refused"]
    print(f"lost races: {lost} of {transactions + lost} transactions")
    print(
        f"{transactions} transactions: {ours:.0f} a second, bare {theirs:.0f}; ratio {ours / theirs:.2f} (bar {RATIO})"
    )
    print(f"the same with the puts of payments as bare writes too: {(bare_in + puts_in) / (last - begun):.2f}")
    return ours / theirs


if __name__ == "__main__":
    sys.exit(main())
