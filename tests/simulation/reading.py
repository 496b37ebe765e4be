"""Reading everything back: raw rows to the model's terms, past all repositories."""

import json
from base64 import b64decode
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from http.client import HTTPConnection
from typing import Any, TypeVar
from urllib.parse import urlsplit

from domain.bookings import Booking
from domain.ids import BookingId, TrainId
from domain.inventory import Berth, Coach, Place, RunKey
from domain.model import Entity
from domain.payments import Payment
from domain.quotas import Quota
from domain.trains import TravelClass
from domain.users import User
from domain.wallets import Wallet, WalletTransaction
from storage.items import Item, load
from storage.settings import StorageSettings
from tests.simulation.model import Legs, Railway, Train, riders_of

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True)
class Money:
    """All that is stored of money at one moment."""

    users: list[User]
    wallets: list[Wallet]
    ledger: list[WalletTransaction]
    payments: list[Payment]


class Wire:
    """The engine's own JSON: what is read back so often need not go through boto3. Bytes stay base64."""

    def __init__(self, settings: StorageSettings) -> None:
        where = urlsplit(settings.endpoint or "")
        self._connection = HTTPConnection(where.hostname or "", where.port)
        name = f"Credential={settings.access_key}/20260101/{settings.region}/dynamodb/aws4_request"
        self._headers = {
            "Content-Type": "application/x-amz-json-1.0",
            "X-Amz-Target": "DynamoDB_20120810.Scan",
            "Authorization": f"AWS4-HMAC-SHA256 {name}, SignedHeaders=host, Signature=0",
        }

    def scan(self, request: dict[str, Any]) -> dict[str, Any]:
        """One page of a table."""
        self._connection.request("POST", "/", json.dumps(request), self._headers)
        answer = self._connection.getresponse()
        body = answer.read()
        assert answer.status == 200, body
        page: dict[str, Any] = json.loads(body)
        return page


@dataclass
class Reading:
    """Reads whole tables. Entities that have not changed since are not parsed again."""

    wire: Wire
    settings: StorageSettings
    _known: dict[tuple[str, str], Any] = field(default_factory=dict)

    def railway(self) -> Railway:
        """The berths and tickets as they stand."""
        rows = list(self._rows("bookings"))
        found = [self._entity(Booking, row) for row in rows if row["SK"]["S"] == "METADATA"]
        bookings = {booking.booking_id: booking for booking in sorted(found, key=lambda one: one.booking_id)}
        asked = [row for row in rows if row["SK"]["S"] == "UNIQUE" and "request" in row]
        requests = {row["request"]["S"]: BookingId(row["booking_id"]["S"]) for row in asked}
        assert len(requests) == len(asked), "a key booked twice"
        runs: defaultdict[str, list[Item]] = defaultdict(list)
        for row in self._rows("inventory"):
            runs[row["PK"]["S"]].append(row)
        trains = [_train(rows, bookings) for name, rows in sorted(runs.items()) if name.startswith("RUN#")]
        listed = [row for name, rows in runs.items() if name.startswith(("DUE#PROMOTE#", "DUE#CHART#")) for row in rows]
        marks = tuple(_run(row) for row in listed if row["PK"]["S"].startswith("DUE#PROMOTE"))
        charts = {_run(row): _time(row) for row in listed if row["PK"]["S"].startswith("DUE#CHART")}
        back = frozenset(_run(row) for name, rows in runs.items() if name.startswith("DUE#CANCELLED#") for row in rows)
        return Railway({train.key: train for train in trains}, bookings, requests, marks, charts, back)

    def money(self) -> Money:
        """The wallets and payments as they stand."""
        return Money(
            [self._entity(User, row) for row in self._rows("users") if row["SK"]["S"] == "PROFILE"],
            [self._entity(Wallet, row) for row in self._rows("wallets") if row["PK"]["S"].startswith("WALLET#")],
            [self._entity(WalletTransaction, row) for row in self._rows("wallet-transactions")],
            [self._entity(Payment, row) for row in self._rows("payments")],
        )

    def _entity(self, kind: type[E], row: Item) -> E:
        name = row["PK"]["S"] + row["SK"]["S"], row["rev"]["N"]
        if name not in self._known:
            self._known[name] = load(kind, row)
        found: E = self._known[name]
        return found

    def _rows(self, table: str) -> Iterator[Item]:
        request: dict[str, Any] = {"TableName": self.settings.table(table), "ConsistentRead": True}
        while True:
            page = self.wire.scan(request)
            yield from page["Items"]
            if "LastEvaluatedKey" not in page:
                return
            request["ExclusiveStartKey"] = page["LastEvaluatedKey"]


def _bytes(value: dict[str, str]) -> bytes:
    return b64decode(value["B"])


def _train(rows: list[Item], bookings: dict[BookingId, Booking]) -> Train:
    named = {row["SK"]["S"]: row for row in rows}
    _, train_id, run_date = rows[0]["PK"]["S"].split("#")
    key = RunKey(TrainId(train_id), date.fromisoformat(run_date))
    meta = named["META"]
    coaches = tuple(_coach(row["M"]) for row in meta["coaches"]["L"])
    marked: dict[Berth, Legs] = {}
    for coach in coaches:
        marked |= _marks(coach, named.get(f"COACH#{coach.name}", {}))
    chart = int(meta["chart"]["N"]) if "chart" in meta else 0
    places = sorted(name for name in named if name.startswith("QUEUE#"))
    queue = tuple(_place(named[name]) for name in places)
    return Train(key, coaches, chart, marked, queue, riders_of(bookings, key), "cancelled" in meta)


def _run(row: Item) -> RunKey:
    return RunKey(TrainId(row["train_id"]["S"]), date.fromisoformat(row["run_date"]["S"]))


def _time(row: Item) -> datetime:
    """When it is due, as its key says."""
    return datetime.fromisoformat(row["SK"]["S"].partition("#")[0])


def _coach(row: Item) -> Coach:
    quotas = row["quotas"]["M"] if "quotas" in row else {}
    return Coach(
        name=row["name"]["S"],
        travel_class=TravelClass(row["class"]["S"]),
        size=int(row["size"]["N"]),
        quotas=tuple((Quota(quota), tuple(_bytes(numbers))) for quota, numbers in quotas.items()),
        rac=tuple(_bytes(row["rac"])) if "rac" in row else (),
        queues="queues" not in row,
    )


def _marks(coach: Coach, row: Item) -> dict[Berth, Legs]:
    """`b7` is berth 7 or the first seat of a shared one, `c7` its second seat."""
    found: dict[Berth, Legs] = {}
    for name, value in row.items():
        if name[1:].isdigit() and "B" in value:
            number, mask = int(name[1:]), int.from_bytes(_bytes(value), "big")
            half = 0 if number not in coach.rac else 1 if name[0] == "b" else 2
            if mask:
                found[Berth(coach.name, number, half)] = frozenset(n for n in range(mask.bit_length()) if mask >> n & 1)
    return found


def _place(row: Item) -> Place:
    return Place(
        turn=int(row["turn"]["N"]),
        waiting_list=row["waiting_list"]["S"],
        number=int(row["number"]["N"]),
        booking_id=BookingId(row["booking_id"]["S"]),
        passenger=int(row["passenger"]["N"]),
        travel_class=TravelClass(row["travel_class"]["S"]),
        quota=Quota(row["quota"]["S"]),
        legs=int.from_bytes(_bytes(row["legs"]), "big"),
        berth=Berth.parse(row["berth"]["S"]) if "berth" in row else None,
    )
