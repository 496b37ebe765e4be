"""Write units of one booking, from hold to ticket, as DynamoDB Local counts them: a table by step and row.

Run as `python -m tests.benchmarks.rush_units`. The client asks with every call for the capacity that it consumed.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from bot.gateways.razorpay import RazorpayGateway
from domain.payments import GatewayPayment, LinkStatus, LinkWish, PaymentLink
from domain.services.booking import BookingService
from domain.services.paying import PayingService
from domain.services.promoting import Promoting
from storage.client import Client
from storage.settings import StorageSettings
from tests.benchmarks.rush_train import RushTrain, registered
from tests.contract import dynamodb_local
from tests.engines import prepared

BAR, PEOPLE = 30, 2
BEFORE = 20  # parties that have berths on the run already, so that its coaches are no empty rows
READS = ("GetItem", "BatchGetItem", "Query")
WRITES = {
    "PutItem": "put_item",
    "UpdateItem": "update_item",
    "DeleteItem": "delete_item",
    "TransactWriteItems": "transact_write_items",
}

Units = dict[tuple[str, str], float]  # (table or table/index, "read" or "write")


class Meter:
    """Counts what every write of a client consumes, by table and index, and what every read does.

    DynamoDB Local adds up a transaction wrongly: of items of one table that cost the same it counts one. So each item
    is written once more, as a transaction of its own, to a second set of tables, which stays as the first one is; what
    is answered then is right, and is what counts. `as_told` is what was answered to the transactions themselves.
    """

    def __init__(self, client: Client, settings: StorageSettings) -> None:
        self._prefix = f"{settings.prefix}-"
        again = replace(settings, prefix=f"{settings.prefix}again")
        self._again = prepared(again).client
        self._units: defaultdict[tuple[str, str], float] = defaultdict(float)
        self.as_told = 0.0
        self._request: dict[str, Any] = {}
        for call in (*READS, *WRITES):
            client.meta.events.register(f"provide-client-params.dynamodb.{call}", self._ask)
            client.meta.events.register(f"after-call.dynamodb.{call}", self._count)

    def taken(self) -> "Step":
        """What was consumed since this was last asked."""
        taken = Step(dict(self._units), self.as_told)
        self._units.clear()
        self.as_told = 0.0
        return taken

    def _ask(self, params: dict[str, Any], **_: object) -> dict[str, Any]:
        self._request = {**params, "ReturnConsumedCapacity": "INDEXES"}
        return self._request

    def _count(self, model: Any, parsed: dict[str, Any], **_: object) -> None:
        answered = _listed(parsed)
        if model.name in READS:
            self._add("read", answered)
            return
        self.as_told += sum(one["CapacityUnits"] for one in answered)
        for call, request in self._one_by_one(model.name):
            self._add("write", _listed(getattr(self._again, call)(**request)))

    def _one_by_one(self, call: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """The writes of the last request, for the other tables."""
        if call != "TransactWriteItems":
            yield WRITES[call], self._moved(self._request)
            return
        for action in self._request["TransactItems"]:
            moved = {verb: self._moved(write) for verb, write in action.items()}
            yield WRITES[call], {"TransactItems": [moved], "ReturnConsumedCapacity": "INDEXES"}

    def _moved(self, write: dict[str, Any]) -> dict[str, Any]:
        table = write["TableName"].removeprefix(self._prefix)
        return {**write, "TableName": f"{self._prefix[:-1]}again-{table}"}

    def _add(self, kind: str, answered: list[dict[str, Any]]) -> None:
        for one in answered:
            table = one["TableName"].partition("-")[2]
            self._units[table, kind] += one["Table"]["CapacityUnits"]
            for name, index in one.get("GlobalSecondaryIndexes", {}).items():
                self._units[f"{table}/{name}", kind] += index["CapacityUnits"]


def _listed(parsed: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The consumed capacity of an answer, table by table; nothing for an answer that failed."""
    consumed = parsed.get("ConsumedCapacity", [])
    return consumed if isinstance(consumed, list) else [consumed]


class OneLink(RazorpayGateway):
    """A gateway that is not asked over the wire: a link as Razorpay's are."""

    def create_link(self, wish: LinkWish) -> PaymentLink:
        return PaymentLink("plink_ExjpAUN3gVHrPJ", "https://rzp.io/i/nxrHnLJ", LinkStatus.CREATED)


ONE_LINK = OneLink(key_id="k", key_secret="s", webhook_secret="w", base_url="http://127.0.0.1:9")


@dataclass(slots=True)
class Step:
    """A step's units, and its write units as the engine told them for whole transactions."""

    units: Units
    as_told: float


def steps(settings: StorageSettings) -> dict[str, Step]:
    """The steps of a two-passenger booking on a run on which others have berths."""
    train, storage = RushTrain(), prepared(settings)
    meter = Meter(storage.client, settings)
    with storage.units() as unit:
        unit.runs.open(train.run)
    booking = BookingService(lambda: train.catalogue, storage.units, Promoting(storage.units))
    paying = PayingService(storage.units, ONE_LINK, "https://yatri.example/paid")
    now = train.opens + timedelta(seconds=1)
    found: dict[str, Step] = {}
    for number in range(BEFORE + 1):
        user = registered(storage.units, number, now - timedelta(days=30))
        meter.taken()
        held = booking.hold(train.request(user.user_id, PEOPLE), f"{number}:1:2.5", now)
        found["hold"] = meter.taken()
        payment = paying.link(held, now)
        found["link"] = meter.taken()
        paying.settle(payment.payment_id, GatewayPayment("pay_29QQoUBi66xm2f", held.fare, "upi", "captured"), now)
        found["pay"] = meter.taken()
    return found


def told(found: Mapping[str, Step]) -> float:
    """Prints the tables; returns the write units of it all."""
    total = 0.0
    for kind in ("write", "read"):
        print(f"{kind + ' units':26}" + "".join(f"{step:>8}" for step in (*found, "all")))
        rows = sorted({where for step in found.values() for where, what in step.units if what == kind})
        for where in rows:
            print(_line(where, [step.units.get((where, kind), 0) for step in found.values()]))
        sums = [sum(n for (_, what), n in step.units.items() if what == kind) for step in found.values()]
        print(_line("all", sums))
        total = sum(sums) if kind == "write" else total
    print(_line("write units as told", [step.as_told for step in found.values()]))
    return total


def _line(what: str, counts: list[float]) -> str:
    return f"{what:26}" + "".join(f"{count:8g}" for count in (*counts, sum(counts)))


def main() -> int:
    """Print the tables; 1 if the bar is missed."""
    if reason := dynamodb_local.missing():
        print(f"write units not counted: {reason}")
        return 0
    with dynamodb_local.running() as settings:
        total = told(steps(settings))
    print(f"write units of a booking of {PEOPLE}, from hold to ticket: {total:g} (bar {BAR})")
    return 0 if total <= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
