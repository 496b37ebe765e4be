"""Forms as Stripe reads them: `a[b][0]=c` is an object with a list in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from bot.sandbox.store import Json
from bot.sandbox.stripe_objects import StripeRefusal

_NAME = re.compile(r"(\w+)((?:\[\w*\])*)", re.ASCII)
_DEEPEST = 6


def read_form(pairs: Iterable[tuple[str, str]]) -> Json:
    """The object that a form's fields describe; every value in it is text. Raises StripeRefusal."""
    form: Json = {}
    for name, value in pairs:
        found = _NAME.fullmatch(name)
        path = [found[1], *re.findall(r"\[(\w*)\]", found[2])] if found else []
        if not path or len(path) > _DEEPEST:
            raise StripeRefusal(f"Received unknown parameter: {name[:80]}", param=name[:80])
        _put(form, path, value, name)
    return {name: _with_lists(value) for name, value in form.items()}


def text(form: Json, name: str, limit: int = 5000) -> str:
    """A field, empty if it is not there. Raises StripeRefusal."""
    value = form.get(name, "")
    if not isinstance(value, str):
        raise StripeRefusal("Invalid string: expected a string", param=name)
    if len(value) > limit:
        raise StripeRefusal(f"Invalid string: must be at most {limit} characters", param=name)
    return value


def whole(form: Json, name: str, default: int) -> int:
    """A field that is a whole number. Raises StripeRefusal."""
    value = text(form, name)
    if not value:
        return default
    if not re.fullmatch(r"\d{1,12}", value, re.ASCII):
        raise StripeRefusal(f"Invalid integer: {value[:80]}", param=name)
    return int(value)


def inner(form: Json, name: str) -> Json:
    """A field that is an object, empty if it is not there. Raises StripeRefusal."""
    value = form.get(name, {})
    if not isinstance(value, dict):
        raise StripeRefusal("Invalid object", param=name)
    return value


def listed(form: Json, name: str) -> list[Any]:
    """A field that is a list, empty if it is not there. Raises StripeRefusal."""
    value = form.get(name, [])
    if not isinstance(value, list):
        raise StripeRefusal("Invalid array", param=name)
    return value


def metadata(form: Json) -> dict[str, str]:
    """At most 50 pairs, names of 40 characters and values of 500. Raises StripeRefusal."""
    pairs = inner(form, "metadata")
    if len(pairs) > 50 or any(len(name) > 40 for name in pairs):
        raise StripeRefusal("Metadata can have up to 50 keys of up to 40 characters", param="metadata")
    return {name: text(pairs, name, 500) for name in pairs}


def _put(form: Json, path: list[str], value: str, name: str) -> None:
    for step in path[:-1]:
        form = form.setdefault(step, {})
        if not isinstance(form, dict):
            raise StripeRefusal("Invalid object", param=name)
    form[path[-1] or str(len(form))] = value


def _with_lists(value: Any) -> Any:
    """Objects whose names are 0, 1, 2 ... are lists."""
    if not isinstance(value, dict):
        return value
    inside = {name: _with_lists(part) for name, part in value.items()}
    return list(inside.values()) if list(inside) == [str(number) for number in range(len(inside))] else inside
