"""Webhooks of the payment service: signed, delivered at least once, tried for 24 hours until somebody says 2xx."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from bot.sandbox.outgoing import caller
from bot.sandbox.payment_links import DAY, LinkRecord
from bot.sandbox.payments import PaymentService
from bot.sandbox.store import Json

if TYPE_CHECKING:
    import httpx

_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 300.0
_AT_ONCE = 8
_LOOK_AGAIN = 0.2
_PATIENCE = 5.0  # seconds for an answer
_log = logging.getLogger(__name__)


async def run_webhooks(service: PaymentService) -> None:
    """Deliver what is due, for ever; the pauses are real time, what happened is the sandbox's."""
    client = None
    try:
        while True:
            service.settle()
            due = list(islice(_due(service), _AT_ONCE))
            if due:
                client = client or caller(_PATIENCE)
                await asyncio.gather(*(_deliver(client, service, *pair) for pair in due))
            else:
                await asyncio.sleep(_LOOK_AGAIN)
    finally:
        if client is not None:
            await client.aclose()


def _due(service: PaymentService) -> Iterator[tuple[LinkRecord, Json]]:
    real, theirs = time.time(), service.now()
    return (pair for pair in service.undelivered() if pair[1]["next"] <= real and pair[1].get("after", 0) <= theirs)


async def _deliver(client: httpx.AsyncClient, service: PaymentService, record: LinkRecord, item: Json) -> None:
    if await _taken(client, service, item):
        service.delivered(record, item)
    elif time.time() > item["since"] + DAY:
        _log.warning("webhook %s given up after 24 hours", item["event_id"])
        service.delivered(record, item)
    else:
        item["tries"] += 1
        item["next"] = time.time() + min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** min(item["tries"] - 1, 12))


async def _taken(client: httpx.AsyncClient, service: PaymentService, item: Json) -> bool:
    body = str(item["body"]).encode()
    url, headers = service.sealed(body, str(item["event_id"]))
    import httpx

    try:
        answer = await client.post(url, content=body, headers={"Content-Type": "application/json", **headers})
    except (httpx.HTTPError, httpx.InvalidURL):
        return False
    return answer.is_success
