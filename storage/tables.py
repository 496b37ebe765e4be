"""Making the tables of schema.py, and showing what is there."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from domain.errors import Busy
from storage.client import Client
from storage.faults import AWS_ERRORS, StorageFault, code_of, persist
from storage.schema import NUMBERS, TABLES, Index, Table
from storage.settings import StorageSettings

_UNKNOWN = {"UnknownOperationException", "InvalidAction", "NotImplemented"}
_EXISTS = "ResourceInUseException"
WAIT_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class TableReport:
    """A table as it stands; `lacking` names what this engine does not offer (fine for trying, not for production)."""

    name: str
    created: bool
    status: str
    items: int
    size: int
    indexes: tuple[str, ...]
    lacking: tuple[str, ...]


def create_tables(
    client: Client, settings: StorageSettings, tables: Iterable[Table] = TABLES
) -> tuple[TableReport, ...]:
    """Makes what is missing of tables and indexes and waits until all are active; running it again changes nothing."""
    wanted = tuple(tables)
    created = {table.name: _create(client, settings, table) for table in wanted}
    for table in wanted:
        _add_indexes(client, settings, table)
    lacking = {table.name: _switch_on(client, settings, table) for table in wanted}
    return tuple(_report(client, settings, table, created[table.name], lacking[table.name]) for table in wanted)


def show_tables(client: Client, settings: StorageSettings) -> tuple[TableReport, ...]:
    """The tables as they are; one that is not there has the status MISSING."""
    return tuple(_report(client, settings, table, created=False, lacking=()) for table in TABLES)


def _create(client: Client, settings: StorageSettings, table: Table) -> bool:
    names = ("PK", "SK", *(key for index in table.indexes for key in (index.hash, index.range)))
    indexes = [_index(index) for index in table.indexes]
    request: dict[str, Any] = {
        "TableName": settings.table(table.name),
        "KeySchema": _keys("PK", "SK"),
        "AttributeDefinitions": _attributes(names),
        "BillingMode": "PAY_PER_REQUEST",
    } | ({"GlobalSecondaryIndexes": indexes} if indexes else {})
    return _unless(_EXISTS, lambda: client.create_table(**request), settings)


def _add_indexes(client: Client, settings: StorageSettings, table: Table) -> None:
    """Indexes that a later version brought: DynamoDB takes one at a time."""
    there = _active(client, settings, table)
    for index in table.indexes:
        if index.name in there:
            continue
        request: dict[str, Any] = {
            "TableName": settings.table(table.name),
            "AttributeDefinitions": _attributes(("PK", "SK", index.hash, index.range)),
            "GlobalSecondaryIndexUpdates": [{"Create": _index(index)}],
        }
        _unless(_EXISTS, partial(client.update_table, **request), settings)
        _active(client, settings, table)


def _active(client: Client, settings: StorageSettings, table: Table) -> set[str]:
    """Waits until the table and its indexes are active; the indexes' names. Busy after two minutes."""
    ends = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < ends:
        found = _describe(client, settings, table) or {}
        indexes = found.get("GlobalSecondaryIndexes", [])
        if {found.get("TableStatus"), *(index.get("IndexStatus", "ACTIVE") for index in indexes)} == {"ACTIVE"}:
            return {index["IndexName"] for index in indexes}
        time.sleep(0.5)
    raise Busy(f"table {settings.table(table.name)} is still not active")


def _switch_on(client: Client, settings: StorageSettings, table: Table) -> tuple[str, ...]:
    """Time to live and point-in-time recovery; returns what the engine lacks."""
    name = settings.table(table.name)
    lacking = []
    if table.ttl and not _offered(lambda: _enable_ttl(client, name), settings):
        lacking.append("time to live")
    if not _offered(lambda: _enable_recovery(client, name), settings):
        lacking.append("point-in-time recovery")
    return tuple(lacking)


def _enable_ttl(client: Client, name: str) -> None:
    state = client.describe_time_to_live(TableName=name)["TimeToLiveDescription"]
    if state.get("TimeToLiveStatus", "DISABLED") not in {"ENABLED", "ENABLING"}:
        client.update_time_to_live(TableName=name, TimeToLiveSpecification={"Enabled": True, "AttributeName": "ttl"})


def _enable_recovery(client: Client, name: str) -> None:
    state = client.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
    if state.get("PointInTimeRecoveryDescription", {}).get("PointInTimeRecoveryStatus") != "ENABLED":
        client.update_continuous_backups(
            TableName=name, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True}
        )


def _report(
    client: Client, settings: StorageSettings, table: Table, created: bool, lacking: tuple[str, ...]
) -> TableReport:
    found = _describe(client, settings, table) or {"TableStatus": "MISSING"}
    indexes = tuple(sorted(index["IndexName"] for index in found.get("GlobalSecondaryIndexes", [])))
    return TableReport(
        name=settings.table(table.name),
        created=created,
        status=str(found["TableStatus"]),
        items=int(found.get("ItemCount", 0)),
        size=int(found.get("TableSizeBytes", 0)),
        indexes=indexes,
        lacking=lacking,
    )


def _describe(client: Client, settings: StorageSettings, table: Table) -> dict[str, Any] | None:
    found: dict[str, Any] = {}
    name = settings.table(table.name)
    there = _unless(
        "ResourceNotFoundException", lambda: found.update(client.describe_table(TableName=name)["Table"]), settings
    )
    return found if there else None


def _unless(code: str, call: Callable[[], object], settings: StorageSettings) -> bool:
    """Whether the call went through; False if AWS answered with this code."""

    def attempt() -> bool:
        try:
            call()
        except AWS_ERRORS as error:
            if code_of(error) == code:
                return False
            raise
        return True

    return persist(settings.backoff, attempt)


def _offered(call: Callable[[], None], settings: StorageSettings) -> bool:
    try:
        persist(settings.backoff, call)
    except StorageFault as fault:
        if code_of(fault.__cause__ or fault) not in _UNKNOWN:
            raise
        return False
    return True


def _keys(partition: str, sort: str) -> list[dict[str, str]]:
    return [{"AttributeName": partition, "KeyType": "HASH"}, {"AttributeName": sort, "KeyType": "RANGE"}]


def _attributes(names: Iterable[str]) -> list[dict[str, str]]:
    return [{"AttributeName": name, "AttributeType": "N" if name in NUMBERS else "S"} for name in dict.fromkeys(names)]


def _index(index: Index) -> dict[str, Any]:
    keys = _keys(index.hash, index.range)
    projection = "KEYS_ONLY" if index.keys_only else "ALL"
    return {"IndexName": index.name, "KeySchema": keys, "Projection": {"ProjectionType": projection}}
