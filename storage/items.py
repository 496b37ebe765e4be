"""Entities to items and back: exact numbers, times that sort as text, and nothing stored for None."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from domain.errors import Unreadable
from domain.model import Value

Item = dict[str, Any]  # attribute name -> {"S": text} and the like, as the low-level client takes it
M = TypeVar("M", bound=BaseModel)


def stamp(instant: datetime) -> str:
    """UTC ISO 8601 with microseconds and Z: of one width, so that text order is time order."""
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def dump(entity: BaseModel) -> Item:
    """The entity's fields as attributes, by their aliases. None is left out, and so is what goes without saying."""
    unsaid = entity.unsaid if isinstance(entity, Value) else frozenset()
    item: Item = {}
    for name, field in type(entity).model_fields.items():
        value = getattr(entity, name)
        if value is not None and not (name in unsaid and value == field.default):
            item[field.alias or name] = encode(value)
    return item


def load(kind: type[M], item: Mapping[str, Any]) -> M:
    """The entity of an item; keys and what else storage keeps beside the fields are passed over."""
    names = (field.alias or name for name, field in kind.model_fields.items())
    return kind.model_validate({name: decode(item[name]) for name in names if name in item})


def load_row(kind: type[M], table: str, item: Mapping[str, Any]) -> M:
    """The entity of a row of this table. Unreadable if it is none."""
    try:
        return load(kind, item)
    except ValidationError as wrong:
        faults = {f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in wrong.errors(include_input=False)}
        row = " ".join((table, item["PK"]["S"], item["SK"]["S"]))
        raise Unreadable(row, "; ".join(sorted(faults))) from None


def encode(value: object) -> dict[str, Any]:
    """An attribute value. Floats become the decimal number that they print as."""
    match value:
        case bool():
            return {"BOOL": value}
        case StrEnum() | str():
            return {"S": str(value)}
        case int() | float():
            return {"N": repr(value)}
        case Decimal():
            return {"N": format(value, "f")}
        case datetime():
            return {"S": stamp(value)}
        case date():
            return {"S": value.isoformat()}
        case bytes():
            return {"B": value}
        case None:
            return {"NULL": True}
        case BaseModel():
            return {"M": dump(value)}
        case _:
            return _encode_container(value)


def _encode_container(value: object) -> dict[str, Any]:
    if isinstance(value, Mapping):
        return {"M": {str(name): encode(inner) for name, inner in value.items()}}
    if isinstance(value, list | tuple | set | frozenset):
        return {"L": [encode(inner) for inner in value]}
    raise TypeError(f"{type(value).__name__} has no place in an item")


def decode(attribute: Mapping[str, Any]) -> Any:
    """The Python value: whole numbers as int, others as Decimal; text stays text (pydantic knows which is a time)."""
    ((kind, value),) = attribute.items()
    match kind:
        case "N":
            return int(value) if value.lstrip("-").isdigit() else Decimal(value)
        case "NULL":
            return None
        case "B":
            return bytes(value)
        case "L":
            return [decode(inner) for inner in value]
        case "M":
            return {name: decode(inner) for name, inner in value.items()}
        case _:
            return value
