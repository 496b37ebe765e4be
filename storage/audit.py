"""Reading everything, page after page, for the audit: the only place where tables are scanned."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, cast

from domain.adminlog import LogEntry
from domain.bookings import Booking
from domain.errors import Unreadable
from domain.ids import BookingId, LogId, PaymentId, TrainId, TxnId, UserId, WalletId, WithdrawalId
from domain.inventory import RunKey
from domain.model import Entity
from domain.payments import Payment
from domain.payouts import Withdrawal
from domain.promos import Promo, Redemption
from domain.users import User
from domain.wallets import Wallet, WalletTransaction
from storage.client import Client
from storage.faults import persist
from storage.items import Item, load_row
from storage.keys import (
    booking_key,
    ledger_key,
    log_key,
    payment_key,
    promo_key,
    redemption_key,
    run_partition,
    user_key,
    wallet_key,
    withdrawal_key,
)
from storage.schema import Key
from storage.settings import StorageSettings
from storage.writes import as_key

E = TypeVar("E", bound=Entity)
_PAGE = 5000  # rows: the embedded engine would send a whole table at once, and take longer than we wait
_AT_ONCE = 100  # keys of one BatchGetItem
_META = "META"


@dataclass(frozen=True, slots=True)
class _Kind:
    """Where the entities of a kind are: their table, how an id becomes a key, and an entity its id."""

    table: str
    key: Callable[[str], Key]
    id_of: Callable[[Any], str]


def _pair(make: Callable[[Any, Any], Key]) -> Callable[[str], Key]:
    """Of an id in two parts."""
    return lambda whole: make(*whole.split("/", 1))


_KINDS: dict[type[Entity], _Kind] = {
    User: _Kind("users", lambda i: user_key(UserId(i)), lambda user: user.user_id),
    Wallet: _Kind("wallets", lambda i: wallet_key(WalletId(i)), lambda wallet: wallet.wallet_id),
    WalletTransaction: _Kind(
        "wallet-transactions",
        _pair(lambda wallet, txn: ledger_key(WalletId(wallet), TxnId(txn))),
        lambda row: f"{row.wallet_id}/{row.txn_id}",
    ),
    Payment: _Kind("payments", lambda i: payment_key(PaymentId(i)), lambda payment: payment.payment_id),
    Booking: _Kind("bookings", lambda i: booking_key(BookingId(i)), lambda booking: booking.booking_id),
    Withdrawal: _Kind("wallets", lambda i: withdrawal_key(WithdrawalId(i)), lambda one: one.withdrawal_id),
    Promo: _Kind("wallets", promo_key, lambda promo: promo.code),
    Redemption: _Kind(
        "wallets",
        _pair(lambda code, user: redemption_key(code, UserId(user))),
        lambda used: f"{used.code}/{used.user_id}",
    ),
    LogEntry: _Kind("admin-logs", lambda i: log_key(LogId(i)), lambda entry: entry.log_id),
}


class Books:
    """See domain.ports.Books. Of a table never more than a page is in memory."""

    def __init__(self, client: Client, settings: StorageSettings) -> None:
        self._client = client
        self._settings = settings

    def pages(self, kind: type[E], unread: Callable[[Unreadable], None]) -> Iterator[list[E]]:
        known = _KINDS[kind]
        begins, ends = (part.partition("#") for part in known.key("/"))
        for page in self._scan(known.table):
            found: list[E] = []
            for row in page:
                if _is_of(row, "".join(begins[:2]), "".join(ends[:2])):
                    try:
                        found.append(load_row(kind, known.table, row))
                    except Unreadable as wrong:
                        unread(wrong)
            if found:
                yield found

    def found(self, kind: type[E], ids: Collection[str]) -> dict[str, E]:
        known = _KINDS[kind]
        rows = self._rows(known.table, [known.key(each) for each in set(ids)])
        entities = [load_row(kind, known.table, row) for row in rows]
        return {known.id_of(entity): entity for entity in entities}

    def id_of(self, entity: Entity) -> str:
        return _KINDS[type(entity)].id_of(entity)

    def key_of(self, entity: Entity) -> str:
        known = _KINDS[type(entity)]
        return self.name(type(entity), known.id_of(entity))

    def name(self, kind: type[Entity], row_id: str) -> str:
        known = _KINDS[kind]
        return " ".join((known.table, *known.key(row_id)))

    def name_of_run(self, key: RunKey) -> str:
        return f"inventory {run_partition(key.train_id, key.run_date)}"

    def runs(self) -> Iterator[list[RunKey]]:
        for page in self._scan("inventory"):
            named = [row["PK"]["S"].split("#") for row in page if row["SK"]["S"] == _META]
            if named:
                yield [RunKey(TrainId(train), date.fromisoformat(day)) for _, train, day in named]

    def opened(self, keys: Collection[RunKey]) -> set[RunKey]:
        wanted = {(run_partition(key.train_id, key.run_date), _META): key for key in keys}
        rows = self._rows("inventory", list(wanted))
        return {wanted[row["PK"]["S"], row["SK"]["S"]] for row in rows}

    def _scan(self, table: str) -> Iterator[list[Item]]:
        request: dict[str, Any] = {"TableName": self._settings.table(table), "ConsistentRead": True, "Limit": _PAGE}
        while True:
            page = self._page(request)
            yield cast(list[Item], page["Items"])
            if "LastEvaluatedKey" not in page:
                return
            request["ExclusiveStartKey"] = page["LastEvaluatedKey"]

    def _page(self, request: dict[str, Any]) -> dict[str, Any]:
        return dict(persist(self._settings.backoff, lambda: self._client.scan(**request)))

    def _rows(self, table: str, keys: list[Key]) -> Iterator[Item]:
        """Those that are there; what a busy store left out of an answer is asked for again."""
        name = self._settings.table(table)
        for start in range(0, len(keys), _AT_ONCE):
            left: Any = {name: {"Keys": list(map(as_key, keys[start : start + _AT_ONCE])), "ConsistentRead": True}}
            while left:
                answer = self._batch(left)
                yield from cast(list[Item], answer["Responses"].get(name, []))
                left = answer.get("UnprocessedKeys")

    def _batch(self, left: Any) -> dict[str, Any]:
        return dict(persist(self._settings.backoff, lambda: self._client.batch_get_item(RequestItems=left)))


def _is_of(row: Item, begins: str, ends: str) -> bool:
    """Is it a row of this kind, by both parts of its key?"""
    return bool(row["PK"]["S"].startswith(begins) and row["SK"]["S"].startswith(ends))
