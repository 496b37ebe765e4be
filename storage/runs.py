"""Runs: for every coach one row with the legs sold of each berth, and one for every passenger who waits."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import uuid4

from domain.errors import Conflict, NotFound
from domain.ids import StationCode, TrainId
from domain.inventory import Berth, Coach, Mark, Place, Run, RunCancelled, RunKey, RunState
from domain.quotas import Quota
from domain.rules.charts import first_chart_at, second_chart_at
from domain.trains import TravelClass
from storage.items import Item, decode, encode, stamp
from storage.keys import due_partition, run_partition, shard_of
from storage.places import QUEUE, place_name, place_of, place_row
from storage.schema import RUNS_KEPT, SHARDS, Key
from storage.transaction import Transaction
from storage.writes import Write, delete, put

_META = "META"
_COACH, _NUMBERS = "COACH#", "NUMBERS#"
_WAITING = "PK = :run AND begins_with(SK, :list)"
_PROMOTE, _CHART, _CANCELLED = "PROMOTE", "CHART", "CANCELLED"  # due lists
_GOES = "attribute_not_exists(cancelled)"  # of META, and of every coach's row
_WHOLE, _SECOND = "b", "c"  # of attributes: a berth (or the first seat of a shared one), and the second seat


class Runs:
    """See domain.ports.Runs. Attribute `b35` of a coach's row is berth 35: its legs, big-endian, one bit each, in as
    many bytes as the run's legs need; `c7` is the second seat of a shared side lower. Not there is the same as all
    zero. Berths are compared one by one, so that two people who want different berths of a coach are not in each
    other's way.

    A run that is cancelled says so in META and in every coach's row, written as one. Whatever is sold either takes legs
    of a berth, which is conditional on its coach's row, or checks such a row (`still_goes`): so nothing is sold after
    the mark, by however old a reading, and buyers do not all contend for META."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._rows = transaction.rows("inventory")
        self._widths: dict[RunKey, int] = {}

    def load(self, key: RunKey) -> RunState | None:
        return self._loaded(key, self._rows.query("PK = :run", {"run": _partition(key)}))

    def load_berths(self, key: RunKey) -> RunState | None:
        values = {"run": _partition(key), "queue": QUEUE}  # whose rows come after all others
        return self._loaded(key, self._rows.query("PK = :run AND SK < :queue", values))

    def who_waits(self, key: RunKey, travel_class: TravelClass) -> tuple[Place, ...]:
        rows = self._rows.query(_WAITING, {"run": _partition(key), "list": f"{QUEUE}{travel_class}#"})
        return tuple(sorted(map(place_of, rows), key=lambda place: place.turn))

    def how_many_wait(self, key: RunKey, travel_class: TravelClass, quota: Quota) -> int:
        return self._rows.count(_WAITING, {"run": _partition(key), "list": f"{QUEUE}{travel_class}#{quota}#"})

    def _loaded(self, key: RunKey, rows: Iterable[Item]) -> RunState | None:
        run: Run | None = None
        chart, cancelled, late, why_late = 0, None, 0, ""
        sold: dict[str, dict[int, int]] = {}
        shared: dict[str, dict[int, int]] = {}
        queue: list[Place] = []
        issued: dict[tuple[TravelClass, str], int] = {}
        for row in rows:
            name = row["SK"]["S"]
            if name == _META:
                run, chart = self._opened(key, row), int(row.get("chart", {"N": "0"})["N"])
                cancelled, late = _cancelled(row), int(row.get("late", {"N": "0"})["N"])
                why_late = row.get("why_late", {"S": ""})["S"]
            elif name.startswith(_COACH):
                coach = name.removeprefix(_COACH)
                sold[coach], shared[coach] = _berths(row)
            elif name.startswith(QUEUE):
                queue.append(place_of(row))
            elif name.startswith(_NUMBERS):
                issued |= _issued(row)
        queue.sort(key=lambda place: place.turn)
        shared = {coach: berths for coach, berths in shared.items() if berths}
        return RunState(run, sold, shared, tuple(queue), issued, chart, cancelled, late, why_late) if run else None

    def open(self, run: Run) -> Run:
        item = {
            "stops": encode(run.stops),
            "coaches": encode([coach_row(coach) for coach in run.coaches]),
            "ttl": encode(_ttl(run.key)),
        }
        writes = [put("inventory", _row(run.key, _META), item, rev=0)]
        if run.departs_at:
            item["departs_at"] = encode(run.departs_at)
            writes.append(put("inventory", _chart_row(run.key, first_chart_at(run.departs_at)), owner(run.key)))
        try:
            self._transaction.now(*writes)
        except Conflict:
            return self._kept(run.key)
        self._widths[run.key] = _width(len(run.stops))
        return run

    def change(self, key: RunKey, changes: Mapping[Berth, tuple[int, int]]) -> None:
        if key not in self._widths:
            self._kept(key)
        coaches: defaultdict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
        for berth, legs in changes.items():
            coaches[berth.coach][f"{_SECOND if berth.half == 2 else _WHOLE}{berth.number}"] = legs
        for coach, berths in sorted(coaches.items()):
            self._transaction.add(self._update(key, coach, berths))

    def numbers(self, key: RunKey, travel_class: TravelClass, waiting_list: str, people: int) -> tuple[int, int]:
        row = _row(key, _NUMBERS + travel_class)
        raised = self._transaction.add_to("inventory", row, {"turn": people, waiting_list: people}, ttl=_ttl(key))
        return raised["turn"] - people + 1, raised[waiting_list] - people + 1

    def queue(self, key: RunKey, place: Place) -> None:
        self._transaction.add(put("inventory", _row(key, place_name(place)), place_row(place, _ttl(key)), rev=0))

    def leave(self, key: RunKey, place: Place) -> None:
        row, same = _row(key, place_name(place)), {"turn": place.turn}
        self._transaction.add(Write("Delete", "inventory", row, condition="turn = :turn", values=same))

    def mark(self, key: RunKey) -> None:
        token = uuid4().hex
        self._transaction.add(put("inventory", _mark_row(key, token), owner(key) | {"mark": encode(token)}))

    def marked(self, limit: int = 100) -> list[Mark]:
        return [Mark(run_key_of(row), row["mark"]["S"]) for row in self._listed(_PROMOTE, "~", limit)]

    def unmark(self, mark: Mark) -> None:
        self._transaction.now(delete("inventory", _mark_row(mark.key, mark.token)))

    def to_chart(self, now: datetime, limit: int = 100) -> list[RunKey]:
        return [run_key_of(row) for row in self._listed(_CHART, stamp(now) + "$", limit)]

    def _listed(self, kind: str, until: str, limit: int) -> list[Item]:
        """Rows of a due list up to this key, the oldest first."""
        found: list[Item] = []
        for shard in range(SHARDS):
            values = {"shard": due_partition(kind, shard), "until": until}
            found.extend(self._rows.query("PK = :shard AND SK <= :until", values, limit=limit))
        return sorted(found, key=lambda row: row["SK"]["S"])[:limit]

    def chart(self, key: RunKey, number: int) -> None:
        before = "chart = :before" if number > 1 else "attribute_exists(PK) AND attribute_not_exists(chart)"
        values = {"before": number - 1} if number > 1 else {}
        row, made = _row(key, _META), {"chart": encode(number)}
        self._transaction.add(Write("Update", "inventory", row, made, condition=before, values=values))

    def chart_next(self, run: Run, due: datetime | None) -> None:
        if run.departs_at is None:
            return
        for listed in (first_chart_at(run.departs_at), second_chart_at(run.departs_at)):
            row = _chart_row(run.key, listed)
            self._transaction.add(put("inventory", row, owner(run.key)) if listed == due else delete("inventory", row))

    def cancel(self, run: Run, cancelled: RunCancelled) -> None:
        told = {"cancelled": encode({"at": stamp(cancelled.at), "reason": cancelled.reason})}
        once, same = f"attribute_exists(PK) AND {_GOES} AND size(coaches) = :coaches", {"coaches": len(run.coaches)}
        self._transaction.add(Write("Update", "inventory", _row(run.key, _META), told, condition=once, values=same))
        closed = {"cancelled": encode(True), "ttl": encode(_ttl(run.key))}
        for coach in run.coaches:
            self._transaction.add(Write("Update", "inventory", _row(run.key, _COACH + coach.name), closed))
        self._transaction.add(put("inventory", _cancelled_row(run.key), owner(run.key)))

    def cancelled(self, key: RunKey) -> RunCancelled | None:
        row = self._rows.get(_row(key, _META))
        return _cancelled(row) if row else None

    def still_goes(self, key: RunKey, coach: str) -> None:
        self._transaction.add(Write("ConditionCheck", "inventory", _row(key, _COACH + coach), condition=_GOES))

    def to_give_back(self, limit: int = 100) -> list[RunKey]:
        return [run_key_of(row) for row in self._listed(_CANCELLED, "~", limit)]

    def given_back(self, key: RunKey) -> None:
        self._transaction.add(delete("inventory", _cancelled_row(key)))

    def _update(self, key: RunKey, coach: str, berths: Mapping[str, tuple[int, int]]) -> Write:
        """`berths` by their attributes."""
        width = self._widths[key]
        conditions = []
        for name, (before, _) in sorted(berths.items()):
            same = f"{name} = :old{name}"
            conditions.append(same if before else f"(attribute_not_exists({name}) OR {same})")
        if any(after & ~before for before, after in berths.values()):
            conditions.append(_GOES)
        sets = {name: encode(after.to_bytes(width, "big")) for name, (_, after) in berths.items() if after}
        return Write(
            "Update",
            "inventory",
            _row(key, _COACH + coach),
            sets | {"ttl": encode(_ttl(key))},
            tuple(name for name, (_, after) in sorted(berths.items()) if not after),
            " AND ".join(conditions),
            {f"old{name}": before.to_bytes(width, "big") for name, (before, _) in berths.items()},
        )

    def _kept(self, key: RunKey) -> Run:
        """The run as it was opened; NotFound if nobody did."""
        row = self._rows.get(_row(key, _META))
        if row is None:
            raise NotFound(f"run {key.train_id} {key.run_date}")
        return self._opened(key, row)

    def _opened(self, key: RunKey, row: Item) -> Run:
        stops = tuple(StationCode(code) for code in decode(row["stops"]))
        coaches = tuple(map(_coach, decode(row["coaches"])))
        self._widths[key] = _width(len(stops))
        departs_at = datetime.fromisoformat(row["departs_at"]["S"]) if "departs_at" in row else None
        return Run(key, stops, coaches, departs_at)


def _row(key: RunKey, name: str) -> Key:
    return _partition(key), name


def _partition(key: RunKey) -> str:
    return run_partition(key.train_id, key.run_date)


def _width(stops: int) -> int:
    """Bytes for the legs between so many stops."""
    return max(1, (stops - 1 + 7) // 8)


def _ttl(key: RunKey) -> int:
    return int((datetime.combine(key.run_date, time(), UTC) + RUNS_KEPT).timestamp())


def coach_row(coach: Coach) -> dict[str, Any]:
    row: dict[str, Any] = {"name": coach.name, "class": coach.travel_class, "size": coach.size}
    # Numbers as bytes: every booking reads them, and a list of numbers takes long to parse.
    quotas = {quota.value: bytes(numbers) for quota, numbers in coach.quotas}
    row |= {} if coach.queues else {"queues": False}
    return row | ({"quotas": quotas} if quotas else {}) | ({"rac": bytes(coach.rac)} if coach.rac else {})


def _coach(row: Mapping[str, Any]) -> Coach:
    quotas = tuple((Quota(quota), tuple(map(int, numbers))) for quota, numbers in row.get("quotas", {}).items())
    rac = tuple(map(int, row.get("rac", ())))
    return Coach(row["name"], TravelClass(row["class"]), row["size"], quotas, rac, row.get("queues", True))


def _issued(row: Item) -> dict[tuple[TravelClass, str], int]:
    travel_class = TravelClass(row["SK"]["S"].removeprefix(_NUMBERS))
    others = ("PK", "SK", "ttl", "turn")
    return {(travel_class, name): int(value["N"]) for name, value in row.items() if name not in others and "N" in value}


def _mark_row(key: RunKey, token: str) -> Key:
    """A row of its own for every mark: nobody who marks waits for another, nor loses a mark to one who unmarks."""
    return due_partition(_PROMOTE, shard_of(key.train_id)), f"{run_partition(key.train_id, key.run_date)}#{token}"


def _chart_row(key: RunKey, due: datetime) -> Key:
    run = run_partition(key.train_id, key.run_date)
    return due_partition(_CHART, shard_of(key.train_id)), f"{stamp(due)}#{run}"


def _cancelled_row(key: RunKey) -> Key:
    return due_partition(_CANCELLED, shard_of(key.train_id)), run_partition(key.train_id, key.run_date)


def _cancelled(row: Item) -> RunCancelled | None:
    """What META says of it."""
    if "cancelled" not in row:
        return None
    told = decode(row["cancelled"])
    return RunCancelled(datetime.fromisoformat(told["at"]), told["reason"])


def owner(key: RunKey) -> Item:
    return {"train_id": encode(key.train_id), "run_date": encode(key.run_date), "ttl": encode(_ttl(key))}


def run_key_of(row: Item) -> RunKey:
    return RunKey(TrainId(row["train_id"]["S"]), date.fromisoformat(row["run_date"]["S"]))


def _berths(row: Item) -> tuple[dict[int, int], dict[int, int]]:
    """Berth number -> legs sold, of a coach's row: of whole berths, and of second seats."""
    found: dict[str, dict[int, int]] = {_WHOLE: {}, _SECOND: {}}
    for name, value in row.items():
        if "B" in value and (legs := int.from_bytes(value["B"], "big")):
            found[name[0]][int(name[1:])] = legs
    return found[_WHOLE], found[_SECOND]
