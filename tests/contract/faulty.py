"""DynamoDB on a bad day: a wrapper at the client's edge that conflicts, throttles, loses answers and lags behind."""

import random
from collections.abc import Callable
from typing import Any, cast

from botocore.exceptions import ClientError, ReadTimeoutError

from storage.client import Client

WRITES = {"put_item", "update_item", "delete_item", "transact_write_items", "batch_write_item"}
READS = {"get_item", "batch_get_item", "query"}
Call = Callable[..., dict[str, Any]]


def faulty(client: Client, seed: str, chance: float = 0.12) -> Client:
    """The same client with, by chance, everything that AWS documents may happen. Seeded by the test's name."""
    return cast(Client, _Faulty(client, random.Random(seed), chance))


def scripted(client: Client, *acts: str | Callable[[], object]) -> Client:
    """The same client, where the first writes go by the script: `lose` the answer, `drop` the request, or first call
    something and then lose the answer. Afterwards all is well."""
    return cast(Client, _Scripted(client, list(acts)))


def never(client: Client) -> Client:
    """Throttles every call."""
    return cast(Client, _Faulty(client, random.Random(0), 1.0))


def lost() -> Exception:
    """No answer came."""
    silence: Exception = ReadTimeoutError(endpoint_url="http://far.away")
    return silence


def refused(code: str, operation: str, **more: Any) -> Exception:
    """AWS said no."""
    answer: Any = {"Error": {"Code": code, "Message": code}, "ResponseMetadata": {"HTTPStatusCode": 400}, **more}
    refusal: Exception = ClientError(answer, operation)
    return refusal


class _Faulty:
    def __init__(self, client: Client, dice: random.Random, chance: float) -> None:
        self._client = client
        self._dice = dice
        self._chance = chance
        self._answers: dict[str, dict[str, Any]] = {}

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._client, name)
        return (lambda **request: self._call(name, real, request)) if name in WRITES | READS else real

    def _call(self, name: str, real: Call, request: dict[str, Any]) -> dict[str, Any]:
        if self._happens():
            raise self._refusal(name, request)
        if name == "query":
            return self._query(real, request)
        if name == "batch_write_item" and self._happens():
            return _half(real, request)
        answer = real(**request)
        if name in WRITES and self._happens():
            raise lost()
        return answer

    def _happens(self) -> bool:
        return self._dice.random() < self._chance

    def _refusal(self, name: str, request: dict[str, Any]) -> Exception:
        if name == "transact_write_items" and self._dice.random() < 0.6:
            reasons = [{"Code": "None"} for _ in request["TransactItems"]]
            reasons[self._dice.randrange(len(reasons))] = {"Code": "TransactionConflict"}
            return refused("TransactionCanceledException", name, CancellationReasons=reasons)
        codes = ("ProvisionedThroughputExceededException", "ThrottlingException", "InternalServerError")
        return refused(self._dice.choice(codes), name)

    def _query(self, real: Call, request: dict[str, Any]) -> dict[str, Any]:
        """Sometimes a short page; from an index sometimes what it answered before."""
        if self._dice.random() < 0.5:
            request = request | {"Limit": min(2, request.get("Limit", 2))}
        asked = repr(sorted(request.items(), key=lambda pair: pair[0]))
        if "IndexName" in request and asked in self._answers and self._happens():
            return self._answers[asked]
        answer = real(**request)
        self._answers[asked] = answer
        return answer


class _Scripted:
    def __init__(self, client: Client, acts: list[str | Callable[[], object]]) -> None:
        self._client = client
        self._acts = acts

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._client, name)
        return (lambda **request: self._call(real, request)) if name in WRITES else real

    def _call(self, real: Call, request: dict[str, Any]) -> dict[str, Any]:
        if not self._acts:
            return real(**request)
        act = self._acts.pop(0)
        if act != "drop":
            real(**request)
        if callable(act):
            act()
        raise lost()


def _half(real: Call, request: dict[str, Any]) -> dict[str, Any]:
    """Only the first half of every table's rows is processed."""
    tables: dict[str, list[Any]] = request["RequestItems"]
    first = {table: rows[: (len(rows) + 1) // 2] for table, rows in tables.items()}
    rest = {table: rows[(len(rows) + 1) // 2 :] for table, rows in tables.items() if len(rows) > 1}
    return real(RequestItems=first) | {"UnprocessedItems": rest}
