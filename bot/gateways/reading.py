"""Reading a gateway's answers: one that is not as documented leaves the outcome unknown, and crashes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar

from domain.errors import GatewayUnavailable

_T = TypeVar("_T")
Json = dict[str, Any]
_MOST = 10**15
UNREADABLE = (KeyError, TypeError, ValueError, AttributeError, ArithmeticError)


def understood(read: Callable[[], _T]) -> _T:
    """What `read` makes of an answer. GatewayUnavailable if it is not as documented: the outcome is unknown then."""
    try:
        return read()
    except UNREADABLE as problem:
        raise GatewayUnavailable(f"an answer that cannot be read: {type(problem).__name__}") from problem


def parsed(body: bytes) -> Any:
    """A webhook's JSON, of which all can be stored: no half characters, no numbers beyond measure. Raises one of
    UNREADABLE, or RecursionError."""
    told = json.loads(body, parse_float=Decimal, parse_int=_whole, parse_constant=_whole)
    json.dumps(told, ensure_ascii=False, default=str).encode()
    return told


def _whole(digits: str) -> int:
    number = int(digits)
    if abs(number) > _MOST:
        raise ValueError("a number beyond measure")
    return number


def text(value: object) -> str:
    """The value. TypeError if it is no text."""
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value
