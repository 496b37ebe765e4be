"""Reading one table: consistent where DynamoDB can be, page after page, its errors already ours."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from storage.client import Client
from storage.faults import persist
from storage.items import Item, encode
from storage.schema import Key
from storage.settings import StorageSettings
from storage.writes import as_key

MOST_KEYS = 100  # of one BatchGetItem
LONGEST = (2048, 1024)  # bytes of a partition key and of a sort key (DynamoDB's limits); what people type may be longer


class Rows:
    """The rows of one table."""

    def __init__(self, client: Client, settings: StorageSettings, table: str) -> None:
        self._client = client
        self._settings = settings
        self.table = table

    def get(self, key: Key) -> Item | None:
        """The row as last written, or None."""
        if any(len(part.encode()) > most for part, most in zip(key, LONGEST, strict=True)):
            return None
        request: dict[str, Any] = {
            "TableName": self._settings.table(self.table),
            "Key": as_key(key),
            "ConsistentRead": True,
        }
        return persist(self._settings.backoff, lambda: self._client.get_item(**request)).get("Item")

    def get_many(self, keys: Sequence[Key]) -> list[Item]:
        """The rows of these keys as last written, in their order; those that are not there are left out."""
        found: dict[Key, Item] = {}
        table = self._settings.table(self.table)
        for start in range(0, len(keys), MOST_KEYS):
            wanted: Any = [as_key(key) for key in keys[start : start + MOST_KEYS]]
            while wanted:
                request = {table: {"Keys": wanted, "ConsistentRead": True}}
                page: dict[str, Any] = self._batch(request)
                found |= {(row["PK"]["S"], row["SK"]["S"]): row for row in page["Responses"].get(table, [])}
                wanted = page.get("UnprocessedKeys", {}).get(table, {}).get("Keys", [])
        return [found[key] for key in keys if key in found]

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
        request: dict[str, Any] = {
            "TableName": self._settings.table(self.table),
            "KeyConditionExpression": condition,
            "ExpressionAttributeValues": {f":{name}": encode(value) for name, value in values.items()},
            "ScanIndexForward": not newest_first,
        } | ({"IndexName": index} if index else {"ConsistentRead": True})
        left = limit
        while left is None or left > 0:
            page = self._page(request | ({} if left is None else {"Limit": left}))
            items: list[Item] = page["Items"][:left]
            yield from items
            if (resume := page.get("LastEvaluatedKey")) is None:
                return
            left = None if left is None else left - len(items)
            request["ExclusiveStartKey"] = resume

    def _batch(self, request: dict[str, Any]) -> dict[str, Any]:
        return dict(persist(self._settings.backoff, lambda: self._client.batch_get_item(RequestItems=request)))

    def scan(self, condition: str, values: Mapping[str, Any]) -> Iterator[Item]:
        """All rows of the table that fit, in no order: the whole table is read, so nothing for a passenger's turn."""
        request: dict[str, Any] = {
            "TableName": self._settings.table(self.table),
            "FilterExpression": condition,
            "ExpressionAttributeValues": {f":{name}": encode(value) for name, value in values.items()},
        }
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
