"""One write of a transaction: put, update, delete or only a check, and the condition under which it may be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from storage.items import Item, encode
from storage.schema import Key
from storage.settings import StorageSettings

Verb = Literal["Put", "Update", "Delete", "ConditionCheck"]
COMMIT = "commit_id"  # attribute of every written item: which commit wrote it last


@dataclass(frozen=True, slots=True)
class Write:
    """`item` is put whole or set attribute by attribute; `adds` raises numbers of an updated row. `rev` is the revision
    the stored row must have (0: none), which never comes back once passed; None where the condition is another, or
    none."""

    verb: Verb
    table: str
    key: Key
    item: Item = field(default_factory=dict)
    removes: tuple[str, ...] = ()
    condition: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    rev: int | None = None
    adds: Mapping[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        """The row, without what a person could be known by."""
        pk, sk = self.key
        shown = pk.partition("#")[0] + "#..." if sk == "UNIQUE" else pk
        return f"{self.table} {shown} {sk}"

    def request(self, settings: StorageSettings, commit_id: str) -> dict[str, Any]:
        """The parameters, the same for a call of its own and within TransactWriteItems."""
        request: dict[str, Any] = {"TableName": settings.table(self.table)}
        values = {f":{name}": encode(value) for name, value in self.values.items()}
        stamped = {**self.item, COMMIT: {"S": commit_id}}
        if self.verb == "Put":
            request["Item"] = {**stamped, **as_key(self.key)}
        else:
            request["Key"] = as_key(self.key)
        if self.verb == "Update":
            names, sets = _numbered(stamped, "s")
            gone, _ = _numbered(dict.fromkeys(self.removes), "r")
            raised, _ = _numbered(self.adds, "a")
            values |= {f":{place[1:]}": stamped[name] for place, name in names.items()}
            values |= {f":{place[1:]}": encode(self.adds[name]) for place, name in raised.items()}
            removing = f" REMOVE {', '.join(gone)}" if gone else ""
            adding = f" ADD {', '.join(f'{place} :{place[1:]}' for place in raised)}" if raised else ""
            request["UpdateExpression"] = f"SET {sets}{removing}{adding}"
            request["ExpressionAttributeNames"] = names | gone | raised
        if self.condition:
            request["ConditionExpression"] = self.condition
        if values:
            request["ExpressionAttributeValues"] = values
        return request


def put(table: str, key: Key, item: Item, *, rev: int | None = None) -> Write:
    """A whole row, conditional on the revision of what it replaces (0: on nothing being there; None: on nothing)."""
    if rev is None:
        return Write("Put", table, key, item)
    if rev == 0:
        return Write("Put", table, key, item, condition="attribute_not_exists(PK)", rev=0)
    return Write("Put", table, key, item, condition="rev = :rev", values={"rev": rev}, rev=rev)


def delete(table: str, key: Key) -> Write:
    """No longer there, whether it was or not."""
    return Write("Delete", table, key)


def as_key(key: Key) -> Item:
    """The key's two attributes."""
    return {"PK": {"S": key[0]}, "SK": {"S": key[1]}}


def _numbered(attributes: Mapping[str, Any], letter: str) -> tuple[dict[str, str], str]:
    """Placeholders for names (many are reserved words), and the assignments that use them."""
    names = {f"#{letter}{number}": name for number, name in enumerate(attributes)}
    return names, ", ".join(f"{place} = :{place[1:]}" for place in names)
