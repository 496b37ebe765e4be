"""Reading one table: consistent where DynamoDB can be, page after page, its errors already ours."""

from collections.abc import Iterator, Mapping
from typing import Any

from storage.client import Client
from storage.faults import persist
from storage.items import Item, encode
from storage.schema import Key
from storage.settings import StorageSettings
from storage.writes import as_key


class Rows:
    """The rows of one table."""

    def __init__(self, client: Client, settings: StorageSettings, table: str) -> None:
        self._client = client
        self._settings = settings
        self.table = table

    def get(self, key: Key) -> Item | None:
        """The row as last written, or None."""
        request: dict[str, Any] = {
            "TableName": self._settings.table(self.table),
            "Key": as_key(key),
            "ConsistentRead": True,
        }
        return persist(self._settings.backoff, lambda: self._client.get_item(**request)).get("Item")

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

    def _page(self, request: dict[str, Any]) -> dict[str, Any]:
        page = persist(self._settings.backoff, lambda: self._client.query(**request))
        return dict(page)
