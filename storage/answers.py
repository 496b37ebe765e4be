"""Answers: what DynamoDB has read, turned into items in one go and not attribute by attribute as botocore would."""

import json
from base64 import b64decode
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from botocore.client import BaseClient

READS = ("GetItem", "BatchGetItem", "Query", "Scan")
_SHORT = 64  # characters: the legs of a berth
_short = lru_cache(4096)(b64decode)  # a train's berths are mostly sold for the same few journeys


def read_fast(client: BaseClient) -> None:
    """From now on this client's answers to reads are turned into items here. Botocore looks up the shape of every
    attribute, which for the berths of a train takes longer than all else about a read."""
    for call in READS:
        client.meta.events.register(f"before-parse.dynamodb.{call}", _read, unique_id=f"read-fast-{call}")


def _read(response_dict: dict[str, Any], customized_response_dict: dict[str, Any], **_: object) -> None:
    """An answer's items, for botocore to add to what is left of it. Errors, and what is no JSON, are left to it."""
    if response_dict["status_code"] != 200:
        return
    body = response_dict["body"]
    try:
        answer = json.loads(body)
    except ValueError:
        return
    if b'"B"' in body:
        for row in _rows(answer):
            _read_bytes(row.values())
    customized_response_dict.update(answer)
    response_dict["body"] = b"{}"


def _rows(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Of a get, a query or scan, and a batch."""
    if "Item" in answer:
        yield answer["Item"]
    yield from answer.get("Items", ())
    for rows in answer.get("Responses", {}).values():
        yield from rows


def _read_bytes(attributes: Iterable[dict[str, Any]]) -> None:
    """Bytes travel as text; here they become bytes again, wherever they are within these attributes."""
    for attribute in attributes:
        if "B" in attribute:
            text = attribute["B"]
            attribute["B"] = _short(text) if len(text) <= _SHORT else b64decode(text)
        elif "M" in attribute:
            _read_bytes(attribute["M"].values())
        elif "L" in attribute:
            _read_bytes(attribute["L"])
