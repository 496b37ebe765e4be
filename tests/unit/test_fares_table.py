"""Fares against the table they were taken from: every slab of 2020. Skipped where the table is not."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from domain.fares import fare
from domain.rules.tariffs import tariff_on
from domain.trains import AC_CLASSES, TravelClass

TABLE = Path(__file__).parents[2].parent / "shared" / "reference" / "fare_table.tsv"
IN_2020 = date(2023, 10, 1)
SUPPLEMENTS = {"1A": (60, 75), "2A": (50, 45), "3A": (40, 45), "CC": (40, 45), "SL": (20, 30), "2S": (15, 15)}
DEARER_TRAINS = ("2S", 810)  # its two fares belong to a dearer kind of train: they are above those of longer slabs

pytestmark = pytest.mark.skipif(not TABLE.exists(), reason="the fare table is not beside this repository")


@dataclass(frozen=True)
class Slab:
    """A line of the table: basic fares from `lo` to `hi` agree with what was seen."""

    travel_class: TravelClass
    km: int
    lo: int
    hi: int
    july: int
    december: int


def slabs() -> Iterator[Slab]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for row in csv.DictReader(lines, delimiter="\t"):
        if (row["class"], int(row["slab_upto_km"])) != DEARER_TRAINS:
            derived = (int(row["b2025jul_derived"]), int(row["b2025dec_derived"]))
            yield Slab(
                TravelClass(row["class"]),
                int(row["slab_upto_km"]),
                int(row["b2020_lo"]),
                int(row["b2020_hi"]),
                *derived,
            )


def ticket(slab: Slab, base: int, *, superfast: bool) -> int:
    """A fare by the rules, from a basic fare, reckoned here in whole rupees."""
    reservation, supplement = SUPPLEMENTS[slab.travel_class]
    taxed = base + reservation + (supplement if superfast else 0)
    gst = -(-taxed * 5 // 100) if slab.travel_class in AC_CLASSES else 0
    return -(-(taxed + gst) // 5) * 5


def paid(slab: Slab, *, superfast: bool) -> int:
    breakup = fare("", "", "", slab.travel_class, slab.km, 1, IN_2020, superfast=superfast)
    assert breakup is not None
    return int(breakup.ticket)


def test_every_slab_costs_what_its_range_says() -> None:
    """Where the whole range comes to one ticket that is the fare seen; it does for at least one kind of train, ours."""
    wrong, told = [], 0
    for slab in slabs():
        for superfast in (False, True):
            tickets = {ticket(slab, base, superfast=superfast) for base in range(slab.lo, slab.hi + 1)}
            told += len(tickets) == 1
            if paid(slab, superfast=superfast) not in tickets or (
                len(tickets) == 1 and paid(slab, superfast=superfast) != tickets.pop()
            ):
                wrong.append((slab, superfast))
    assert wrong == []
    assert told > 1500


def test_no_range_leaves_the_fare_of_both_mail_and_superfast_trains_open() -> None:
    both_open = [
        slab
        for slab in slabs()
        if all(
            len({ticket(slab, base, superfast=superfast) for base in range(slab.lo, slab.hi + 1)}) > 1
            for superfast in (False, True)
        )
    ]
    assert len(both_open) <= 1


def test_the_likely_fare_lies_in_its_range() -> None:
    tables = tariff_on(IN_2020).slabs
    far = [slab for slab in slabs() if slab.km > 205]  # two slabs before have a range of their own
    assert [slab for slab in far if not slab.lo <= tables[slab.travel_class].likely(slab.km) <= slab.hi] == []


@pytest.mark.parametrize(("on", "column"), [(date(2025, 7, 1), "july"), (date(2025, 12, 26), "december")])
def test_the_rises_of_2025_are_those_of_the_table(on: date, column: str) -> None:
    tables = tariff_on(on).slabs
    off = [slab for slab in slabs() if tables[slab.travel_class].at(slab.km) != getattr(slab, column)]
    assert off == []
