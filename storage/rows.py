"""Reading one table: consistent where DynamoDB can be, page after page, its errors already ours."""

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from typing import Any

from storage.client import Client
from storage.faults import persist
from storage.items import Item, encode
from storage.schema import Key
from storage.settings import StorageSettings
from storage.writes import as_key

SCANNED = 5000  # rows of a page: the embedded engine would send a whole table at once, and take longer than we wait
MOST_KEYS = 100  # of one BatchGetItem
LONGEST = (2048, 1024)  # bytes of a partition key and of a sort key (DynamoDB's limits); what people type may be longer


Place = tuple[str, Key]  # a table's name without prefix, and a row's key


class Rows:
    """The rows of one table. `ahead` are rows that were read before they are asked for."""

    def __init__(
        self,
        client: Client,
        settings: StorageSettings,
        table: str,
        ahead: MutableMapping[Place, Item | None] | None = None,
    ) -> None:
        self._client = client
        self._settings = settings
        self._ahead = {} if ahead is None else ahead
        self.table = table

    def get(self, key: Key) -> Item | None:
        """The row as last written, or None."""
        if any(len(part.encode()) > most for part, most in zip(key, LONGEST, strict=True)):
            return None
        if (self.table, key) in self._ahead:
            return self._ahead[self.table, key]
        request: dict[str, Any] = {
            "TableName": self._settings.table(self.table),
            "Key": as_key(key),
            "ConsistentRead": True,
        }
        return persist(self._settings.backoff, lambda: self._client.get_item(**request)).get("Item")

    def get_many(self, keys: Sequence[Key]) -> list[Item]:
        """The rows of these keys as last written, in their order; those that are not there are left out."""
        found = read_together(self._client, self._settings, [(self.table, key) for key in keys])
        return [row for key in keys if (row := found[self.table, key])]

    def query(
        self,
        condition: str,
        values: Mapping[str, Any],
        *,
        index: str | None = None,
        newest_first: bool = False,
        limit: int | None = None,
    ) -> Iterator[Item]:
        """Rows by key condition, at most `limit`. Consistent, except from an index, which may be a moment late."""
        request = self._request(condition, values) | {"ScanIndexForward": not newest_first}
        request |= {"IndexName": index} if index else {"ConsistentRead": True}
        left = limit
        while left is None or left > 0:
            page = self._page(request | ({} if left is None else {"Limit": left}))
            items: list[Item] = page["Items"][:left]
            yield from items
            if (resume := page.get("LastEvaluatedKey")) is None:
                return
            left = None if left is None else left - len(items)
            request["ExclusiveStartKey"] = resume

    def count(self, condition: str, values: Mapping[str, Any]) -> int:
        """How many rows have such keys, as last written; the rows themselves stay where they are."""
        request = self._request(condition, values) | {"ConsistentRead": True, "Select": "COUNT"}
        counted = 0
        while True:
            page = self._page(request)
            counted += int(page["Count"])
            if (resume := page.get("LastEvaluatedKey")) is None:
                return counted
            request["ExclusiveStartKey"] = resume

    def _request(self, condition: str, values: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "TableName": self._settings.table(self.table),
            "KeyConditionExpression": condition,
            "ExpressionAttributeValues": {f":{name}": encode(value) for name, value in values.items()},
        }

    def scan(self, condition: str, values: Mapping[str, Any], *, index: str | None = None) -> Iterator[Item]:
        """All rows of the table that fit, in no order: all of it is read, so nothing for a passenger's turn. An index
        may have fewer bytes to read, and be a moment late."""
        request: dict[str, Any] = {
            "TableName": self._settings.table(self.table),
            "Limit": SCANNED,
            "FilterExpression": condition,
            "ExpressionAttributeValues": {f":{name}": encode(value) for name, value in values.items()},
        }
        request |= {"IndexName": index} if index else {}
        while True:
            page = self._scanned(request)
            yield from page["Items"]
            if (resume := page.get("LastEvaluatedKey")) is None:
                return
            request["ExclusiveStartKey"] = resume

    def _scanned(self, request: dict[str, Any]) -> dict[str, Any]:
        return dict(persist(self._settings.backoff, lambda: self._client.scan(**request)))

    def _page(self, request: dict[str, Any]) -> dict[str, Any]:
        page = persist(self._settings.backoff, lambda: self._client.query(**request))
        return dict(page)


def read_together(client: Client, settings: StorageSettings, places: Sequence[Place]) -> dict[Place, Item | None]:
    """These rows of any tables as last written, None for those that are not there: a hundred at a call."""
    found: dict[Place, Item | None] = dict.fromkeys(places)
    named = {settings.table(table): table for table, _ in places}
    for start in range(0, len(found), MOST_KEYS):
        wanted: dict[str, Any] = {}
        for table, key in [*found][start : start + MOST_KEYS]:
            wanted.setdefault(settings.table(table), {"Keys": [], "ConsistentRead": True})["Keys"].append(as_key(key))
        while wanted:
            page = _batch(client, settings, wanted)
            for name, rows in page["Responses"].items():
                found |= {(named[name], (row["PK"]["S"], row["SK"]["S"])): row for row in rows}
            wanted = page.get("UnprocessedKeys", {})
    return found


def _batch(client: Client, settings: StorageSettings, wanted: dict[str, Any]) -> dict[str, Any]:
    return dict(persist(settings.backoff, lambda: client.batch_get_item(RequestItems=wanted)))
