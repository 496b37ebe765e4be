"""Masking: what is kept of a gateway's answer, with nothing by which somebody could be known or charged."""

import re
from collections.abc import Mapping
from typing import Any

_KEPT = (
    "id", "order_id", "method", "status", "amount", "currency", "fee", "tax", "bank", "wallet", "created_at",
    "error_code", "error_source", "error_step", "error_reason",
)  # fmt: skip
_REFERENCES = ("rrn", "arn", "auth_code", "bank_transaction_id", "upi_transaction_id")  # the banks' own
_ADDRESSES = ("vpa", "email")
_NUMBER = re.compile(r"\d")


def masked(said: Mapping[str, Any]) -> dict[str, Any]:
    """What the gateway said of a payment, by its own names. Only what is listed here is kept; an address at a bank or
    by mail as `a***@okhdfc`, a card as `**** 1111`, a phone as `**** 3210`."""
    kept = {name: said[name] for name in _KEPT if _is_plain(said.get(name))}
    kept |= {name: _address(str(said[name])) for name in _ADDRESSES if said.get(name)}
    if said.get("contact"):
        kept["contact"] = _tail(str(said["contact"]))
    if isinstance(card := said.get("card"), Mapping) and card.get("last4"):
        kept["card"] = {"last4": _tail(str(card["last4"]))} | _networks(card)
    if isinstance(bank := said.get("acquirer_data"), Mapping):
        kept["acquirer_data"] = {name: bank[name] for name in _REFERENCES if _is_plain(bank.get(name))}
    return kept


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool) and value != ""


def _address(text: str) -> str:
    """a***@okhdfc."""
    name, at, host = text.partition("@")
    return f"{name[:1]}***{at}{host}"


def _tail(number: str) -> str:
    """**** and the last four digits."""
    digits = "".join(_NUMBER.findall(number))
    return f"**** {digits[-4:]}" if len(digits) >= 4 else "****"


def _networks(card: Mapping[str, Any]) -> dict[str, Any]:
    return {name: card[name] for name in ("network", "type", "issuer") if _is_plain(card.get(name))}
