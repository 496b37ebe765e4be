"""What is written through a client, counted: that nothing changed, or that a save costs no more than it has to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from storage.client import Client
from tests.contract.faulty import WRITES


@dataclass
class Written:
    """How many rows have been written, or were to be: a write that is refused counts, too."""

    rows: int = 0


def counted(client: Client) -> tuple[Client, Written]:
    """The same client, and what is written through it from now on."""
    written = Written()
    return cast(Client, _Counted(client, written)), written


class _Counted:
    def __init__(self, client: Client, written: Written) -> None:
        self._client = client
        self._written = written

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._client, name)
        if name not in WRITES:
            return real

        def call(**request: Any) -> Any:
            self._written.rows += _rows(request)
            return real(**request)

        return call


def _rows(request: Mapping[str, Any]) -> int:
    if "RequestItems" in request:
        return sum(map(len, request["RequestItems"].values()))
    return len(request["TransactItems"]) if "TransactItems" in request else 1
