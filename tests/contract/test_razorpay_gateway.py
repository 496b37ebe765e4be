"""What is Razorpay's own: its signatures, its events, and its paise. What both gateways can is in test_gateways."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from bot.gateways.paise import to_paise, to_rupees
from bot.gateways.razorpay import RazorpayGateway
from bot.sandbox.running import RunningSandbox
from domain.errors import GatewayRefused
from domain.payments import GatewayRefund, LinkWish, PaymentLink
from domain.ports import PaymentGateway
from tests.unit.sandbox.merchant import Merchant, WebhookListener, until, way_back

SECRET = "sandbox-webhook-secret"


def gateway_at(url: str, key_secret: str = "sandbox-key-secret") -> PaymentGateway:
    return RazorpayGateway(key_id="rzp_test_sandbox", key_secret=key_secret, webhook_secret=SECRET, base_url=url)


@pytest.fixture(scope="module")
def listener() -> Iterator[WebhookListener]:
    listener = WebhookListener()
    yield listener
    listener.close()


@pytest.fixture(scope="module")
def merchant(listener: WebhookListener) -> Iterator[Merchant]:
    with RunningSandbox(razorpay_webhook_url=listener.url) as sandbox:
        yield Merchant(sandbox.settings)


@pytest.fixture(scope="module")
def gateway(merchant: Merchant) -> PaymentGateway:
    return gateway_at(merchant.url)


def ask(gateway: PaymentGateway, merchant: Merchant, reference_id: str, amount: str = "1252.50") -> PaymentLink:
    return gateway.create_link(
        LinkWish(
            reference_id=reference_id,
            amount=Decimal(amount),
            description="12951 Mumbai Rajdhani, 3A",
            expires_at=datetime.fromtimestamp(merchant.now(), UTC) + timedelta(minutes=15, seconds=30),
            customer_name="Asha Verma",
            customer_phone="+919876500001",
            callback_url=f"{merchant.url}/healthz",
            notes={"booking": reference_id},
        )
    )


def browser_at(link: PaymentLink) -> dict[str, Any]:
    return {"short_url": link.url, "id": link.link_id}


def test_every_webhook_is_understood(gateway: PaymentGateway, merchant: Merchant, listener: WebhookListener) -> None:
    link = ask(gateway, merchant, "webhooks")
    merchant.press(browser_at(link), outcome="fail")
    merchant.press(browser_at(link))
    payment = gateway.fetch_link(link.link_id).payment
    assert payment is not None
    refund = gateway.refund(payment.payment_id, Decimal("52.50"), "webhooks-refund")
    merchant.advance(5)
    ours = {
        "payment.failed": None,
        "payment_link.paid": link.link_id,
        "refund.created": None,
        "refund.processed": None,
    }

    def heard_of_it() -> dict[str, Any]:
        events = [gateway.parse_webhook(*delivery) for delivery in listener.deliveries]
        return {event.kind: event for event in events if event.reference_id == "webhooks"}

    until(lambda: set(heard_of_it()) == set(ours))
    heard = heard_of_it()
    assert {kind: event.link_id for kind, event in heard.items()} == ours
    assert heard["payment_link.paid"].amount_paid == Decimal("1252.50")
    assert heard["payment_link.paid"].payment == payment
    assert heard["payment.failed"].payment.status == "failed"
    assert heard["refund.processed"].payment.payment_id == payment.payment_id
    assert heard["refund.created"].refund == refund
    assert heard["refund.processed"].refund == GatewayRefund(refund.refund_id, "processed", "webhooks-refund")
    assert all(event.event_id.startswith("evt_") for event in heard.values())


def test_the_browser_comes_back_with_a_signature_that_holds(gateway: PaymentGateway, merchant: Merchant) -> None:
    link = ask(gateway, merchant, "callback")
    page = merchant.press(browser_at(link))
    params = dict(parse_qsl(urlsplit(way_back(page)).query))

    assert gateway.came_back(params) == link.link_id
    for name in params:
        assert gateway.came_back({key: value for key, value in params.items() if key != name}) is None
        assert gateway.came_back({**params, name: params[name] + "0"}) is None
        assert gateway.came_back({**params, name: ""}) is None
        assert gateway.came_back({**params, name: "é\udc80"}) is None
    assert gateway.came_back({}) is None


def test_parts_cannot_be_moved_across_the_separator_of_a_signature(gateway: PaymentGateway) -> None:
    signature = hmac.new(b"sandbox-key-secret", b"plink_1|a|b|paid|pay_1", hashlib.sha256).hexdigest()
    shifted = {
        "razorpay_payment_link_id": "plink_1",
        "razorpay_payment_link_reference_id": "a|b",
        "razorpay_payment_link_status": "paid",
        "razorpay_payment_id": "pay_1",
        "razorpay_signature": signature,
    }

    assert gateway.came_back(shifted) is None


def sign(body: bytes, secret: str = SECRET) -> str:
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def test_an_event_of_no_link_is_still_an_event(gateway: PaymentGateway) -> None:
    body = json.dumps({"event": "settlement.processed", "payload": {}}).encode()

    event = gateway.parse_webhook(body, sign(body), "evt_1")

    assert (event.kind, event.link_id, event.reference_id, event.payment) == ("settlement.processed", None, None, None)


def test_wrong_keys_are_a_refusal(merchant: Merchant) -> None:
    with pytest.raises(GatewayRefused, match="Authentication"):
        gateway_at(merchant.url, key_secret="wrong").fetch_link("plink_1")


@pytest.mark.parametrize(("rupees", "paise"), [("1", 100), ("1252.50", 125_250), ("0.01", 1), ("1E+3", 100_000)])
def test_rupees_become_paise(rupees: str, paise: int) -> None:
    assert to_paise(Decimal(rupees)) == paise
    assert to_rupees(paise) == to_rupees(str(paise)) == Decimal(rupees)


def test_an_empty_secret_is_no_secret() -> None:
    with pytest.raises(ValueError, match="anybody"):
        RazorpayGateway(key_id="a", key_secret="b", webhook_secret="", base_url="http://127.0.0.1:1")
