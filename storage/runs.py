"""Runs: for every coach one row, in it for every berth sold the bitmap of the legs that are sold."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime, time

from domain.errors import Conflict, NotFound
from domain.ids import StationCode
from domain.inventory import Berth, Coach, Run, RunKey, RunState
from domain.trains import TravelClass
from storage.items import Item, decode, encode
from storage.schema import RUNS_KEPT, Key, run_partition
from storage.transaction import Transaction
from storage.writes import Write, put

_META = "META"
_COACH = "COACH#"


class Runs:
    """See domain.ports.Runs. Attribute `b35` of a coach's row is berth 35: its legs, big-endian, one bit each, in as
    many bytes as the run's legs need. Not there is the same as all zero. Berths are compared one by one, so that two
    people who want different berths of a coach are not in each other's way."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._rows = transaction.rows("inventory")
        self._widths: dict[RunKey, int] = {}

    def load(self, key: RunKey) -> RunState | None:
        run: Run | None = None
        sold: dict[str, dict[int, int]] = {}
        for row in self._rows.query("PK = :run", {"run": run_partition(key.train_id, key.run_date)}):
            name = row["SK"]["S"]
            if name == _META:
                run = self._opened(key, row)
            elif name.startswith(_COACH):
                sold[name.removeprefix(_COACH)] = _berths(row)
        return RunState(run, sold) if run else None

    def open(self, run: Run) -> Run:
        item = {
            "stops": encode(run.stops),
            "coaches": encode([{"name": c.name, "class": c.travel_class, "size": c.size} for c in run.coaches]),
            "ttl": encode(_ttl(run.key)),
        }
        try:
            self._transaction.now(put("inventory", _row(run.key, _META), item, rev=0))
        except Conflict:
            return self._kept(run.key)
        self._widths[run.key] = _width(len(run.stops))
        return run

    def change(self, key: RunKey, changes: Mapping[Berth, tuple[int, int]]) -> None:
        if key not in self._widths:
            self._kept(key)
        coaches: defaultdict[str, dict[int, tuple[int, int]]] = defaultdict(dict)
        for berth, legs in changes.items():
            coaches[berth.coach][berth.number] = legs
        for coach, berths in sorted(coaches.items()):
            self._transaction.add(self._update(key, coach, berths))

    def _update(self, key: RunKey, coach: str, berths: Mapping[int, tuple[int, int]]) -> Write:
        width = self._widths[key]
        conditions = []
        for number, (before, _) in sorted(berths.items()):
            same = f"b{number} = :old{number}"
            conditions.append(same if before else f"(attribute_not_exists(b{number}) OR {same})")
        sets = {f"b{number}": encode(after.to_bytes(width, "big")) for number, (_, after) in berths.items() if after}
        return Write(
            "Update",
            "inventory",
            _row(key, _COACH + coach),
            sets | {"ttl": encode(_ttl(key))},
            tuple(f"b{number}" for number, (_, after) in sorted(berths.items()) if not after),
            " AND ".join(conditions),
            {f"old{number}": before.to_bytes(width, "big") for number, (before, _) in berths.items()},
        )

    def _kept(self, key: RunKey) -> Run:
        """The run as it was opened; NotFound if nobody did."""
        row = self._rows.get(_row(key, _META))
        if row is None:
            raise NotFound(f"run {key.train_id} {key.run_date}")
        return self._opened(key, row)

    def _opened(self, key: RunKey, row: Item) -> Run:
        stops = tuple(StationCode(code) for code in decode(row["stops"]))
        coaches = tuple(Coach(c["name"], TravelClass(c["class"]), c["size"]) for c in decode(row["coaches"]))
        self._widths[key] = _width(len(stops))
        return Run(key, stops, coaches)


def _row(key: RunKey, name: str) -> Key:
    return run_partition(key.train_id, key.run_date), name


def _width(stops: int) -> int:
    """Bytes for the legs between so many stops."""
    return max(1, (stops - 1 + 7) // 8)


def _ttl(key: RunKey) -> int:
    return int((datetime.combine(key.run_date, time(), UTC) + RUNS_KEPT).timestamp())


def _berths(row: Item) -> dict[int, int]:
    """Berth number -> legs sold, of a coach's row."""
    berths = ((name[1:], value["B"]) for name, value in row.items() if name[0] == "b" and "B" in value)
    return {int(number): int.from_bytes(legs, "big") for number, legs in berths if any(legs)}
