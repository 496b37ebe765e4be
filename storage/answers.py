"""Answers: what DynamoDB has read, turned into items in one go and not attribute by attribute as botocore would."""

import json
from base64 import b64decode
from typing import Any

from botocore.client import BaseClient

READS = ("GetItem", "BatchGetItem", "Query", "Scan")


def read_fast(client: BaseClient) -> None:
    """From now on this client's answers to reads are turned into items here. Botocore looks up the shape of every
    attribute, which for the berths of a train takes longer than all else about a read."""
    for call in READS:
        client.meta.events.register(f"before-parse.dynamodb.{call}", _read, unique_id=f"read-fast-{call}")


def _read(response_dict: dict[str, Any], customized_response_dict: dict[str, Any], **_: object) -> None:
    """An answer's items, for botocore to add to what is left of it. Errors, and what is no JSON, are left to it."""
    if response_dict["status_code"] != 200:
        return
    try:
        answer = json.loads(response_dict["body"], object_hook=_attribute)
    except ValueError:
        return
    customized_response_dict.update(answer)
    response_dict["body"] = b"{}"


def _attribute(read: dict[str, Any]) -> dict[str, Any]:
    """Bytes travel as text; a map that happens to have a `B` holds an attribute there."""
    if len(read) == 1 and isinstance(text := read.get("B"), str):
        return {"B": b64decode(text)}
    return read
