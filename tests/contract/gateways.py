"""Each gateway by its name: the shops of both in one sandbox, and a gateway at any other address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.sandbox.running import RunningSandbox
from domain.ports import PaymentGateway
from tests.contract.shops import Shop, razorpay_at, razorpay_signature, stripe_at, stripe_signature
from tests.unit.sandbox.merchant import Merchant, WebhookListener

GATEWAYS: dict[str, Callable[[str], PaymentGateway]] = {"razorpay": razorpay_at, "stripe": stripe_at}


@pytest.fixture(scope="module")
def shops() -> Iterator[dict[str, Shop]]:
    """One sandbox for both."""
    listeners = WebhookListener(), WebhookListener()
    hooks: dict[str, Any] = {"razorpay_webhook_url": listeners[0].url, "stripe_webhook_url": listeners[1].url}
    with RunningSandbox(**hooks) as sandbox:
        merchant = Merchant(sandbox.settings)

        def now() -> datetime:
            return datetime.fromtimestamp(merchant.now(), UTC)

        def signed_now(body: bytes) -> str:
            return stripe_signature(body, at=now())

        theirs, ours = razorpay_at(sandbox.url), stripe_at(sandbox.url, now=now)
        long_ago = stripe_at(sandbox.url, now=lambda: datetime(2026, 1, 1, tzinfo=UTC))
        yield {
            "razorpay": Shop(theirs, merchant, listeners[0], razorpay_signature, theirs),
            "stripe": Shop(ours, merchant, listeners[1], signed_now, long_ago),
        }
    for listener in listeners:
        listener.close()


@pytest.fixture(params=list(GATEWAYS))
def shop(request: pytest.FixtureRequest, shops: dict[str, Shop]) -> Shop:
    return shops[request.param]


@pytest.fixture(params=list(GATEWAYS))
def gateway_at(request: pytest.FixtureRequest) -> Callable[[str], PaymentGateway]:
    return GATEWAYS[request.param]
