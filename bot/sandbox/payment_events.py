"""Events of the payment service: worded as Razorpay words them, signed, and noted for delivery."""

from __future__ import annotations

import hashlib
import hmac
import json

from bot.sandbox.payment_links import LinkRecord, new_id
from bot.sandbox.store import Json

_TIMES = {"once": 1, "twice": 2, "never": 0}


def sign(secret: str, message: bytes) -> str:
    """HMAC-SHA256 in hex, as Razorpay signs webhooks and callbacks."""
    return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()


def add_webhooks(
    record: LinkRecord, event: str, parts: dict[str, Json], at: int, real_now: float, after: list[int]
) -> None:
    """Note an event for delivery, as often as the person at the pay page chose; a copy keeps its event id. `after` has
    the sandbox's time, in unix seconds, from which on each copy goes out."""
    body = {
        "entity": "event",
        "account_id": "acc_YatriSandbox01",
        "event": event,
        "contains": list(parts),
        "payload": {name: {"entity": entity} for name, entity in parts.items()},
        "created_at": at,
    }
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    note_for_delivery(record, new_id("evt"), text, real_now, after)


def note_for_delivery(record: LinkRecord, event_id: str, text: str, real_now: float, after: list[int]) -> None:
    """Put an event's body into the link's outbox."""
    item = {"event_id": event_id, "body": text, "next": real_now, "tries": 0, "since": real_now}
    record.outbox += [{**item, "after": start} for start in after * _TIMES[record.webhook]]
