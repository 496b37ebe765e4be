"""Webhooks of the payment service: signed, delivered at least once, tried for 24 hours until somebody says 2xx."""

from __future__ import annotations

import asyncio
import logging
import time

import httpx

from bot.sandbox.payment_events import sign
from bot.sandbox.payment_links import DAY, LinkRecord
from bot.sandbox.payments import PaymentService
from bot.sandbox.store import Json

_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 300.0
_AT_ONCE = 8
_LOOK_AGAIN = 0.2
_log = logging.getLogger(__name__)


async def run_webhooks(service: PaymentService) -> None:
    """Deliver what is due, for ever; the pauses are real time, what happened is the sandbox's."""
    async with httpx.AsyncClient(timeout=5, trust_env=False, follow_redirects=False) as client:
        while True:
            service.settle()
            now = time.time()
            due = [pair for pair in service.undelivered() if pair[1]["next"] <= now]
            await asyncio.gather(*(_deliver(client, service, *pair) for pair in due[:_AT_ONCE]))
            if not due:
                await asyncio.sleep(_LOOK_AGAIN)


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
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Razorpay-Webhook/v1",
        "X-Razorpay-Signature": sign(service.settings.razorpay_webhook_secret, body),
        "x-razorpay-event-id": str(item["event_id"]),
    }
    try:
        answer = await client.post(service.settings.razorpay_webhook_url or "", content=body, headers=headers)
    except (httpx.HTTPError, httpx.InvalidURL):
        return False
    return answer.is_success
