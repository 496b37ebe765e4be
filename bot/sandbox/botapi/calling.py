"""Finds the method of a call and runs it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from bot.sandbox.botapi import (
    answering,
    commanding,
    editing,
    handling,
    looking,
    media,
    naming,
    receiving,
    sending,
    topics,
)
from bot.sandbox.botapi.params import Call
from bot.sandbox.errors import ApiError

_FAMILIES: tuple[Mapping[str, Callable[[Call], Any]], ...] = (
    *(answering.METHODS, commanding.METHODS, editing.METHODS, handling.METHODS, looking.METHODS),
    *(media.METHODS, naming.METHODS, receiving.METHODS, sending.METHODS, topics.METHODS),
)
_METHODS = {name.lower(): method for family in _FAMILIES for name, method in family.items()}


def known_methods() -> list[str]:
    """The names of all methods, in small letters."""
    return sorted(_METHODS)


async def perform(method: str, call: Call) -> Any:
    """The `result` of a method, whose name may be written in any case. Raises ApiError."""
    found = _METHODS.get(method.lower())
    if found is None:
        raise ApiError(404, "Not Found")
    result = found(call)
    return await result if inspect.isawaitable(result) else result
