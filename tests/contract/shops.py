"""Shops for the gateways' tests: one sandbox, and in it a merchant's account with each gateway."""

from __future__ import annotations

import hashlib
import hmac
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import stripe

from bot.gateways.razorpay import RazorpayGateway
from bot.gateways.stripe import StripeGateway
from bot.gateways.stripe_calls import StripeCalls
from bot.sandbox.settings import SandboxSettings
from domain.payments import GatewayEvent, GatewayPayment, LinkWish, PaymentLink
from domain.ports import PaymentGateway
from tests.unit.sandbox.merchant import Merchant, WebhookListener

RAZORPAY_SECRET = SandboxSettings.razorpay_webhook_secret
STRIPE_SECRET = SandboxSettings.stripe_webhook_secret


@dataclass(frozen=True)
class Shop:
    """A merchant with one gateway, who plays the browser too."""

    gateway: PaymentGateway
    merchant: Merchant
    listener: WebhookListener
    sign: Callable[[bytes], str]
    reader: PaymentGateway
    """As `gateway`, but for it no webhook is too old: the tests look at what came before they moved the clock."""

    @property
    def now(self) -> datetime:
        """The sandbox's."""
        return datetime.fromtimestamp(self.merchant.now(), UTC)

    def link(self, reference_id: str, amount: str = "1252.50", minutes: float = 15.5) -> PaymentLink:
        """A link for a ticket."""
        return self.gateway.create_link(
            LinkWish(
                reference_id=reference_id,
                amount=Decimal(amount),
                description="12951 Mumbai Rajdhani, 3A",
                expires_at=self.now + timedelta(minutes=minutes),
                customer_name="Asha Verma",
                customer_phone="+919876500001",
                callback_url=f"{self.merchant.url}/healthz?from=pay",
                notes={"booking": reference_id},
            )
        )

    def press(self, link: PaymentLink, **choices: str) -> str:
        """Pay on the page with these choices; the page that the browser ends on."""
        return self.merchant.press({"short_url": link.url, "id": link.link_id}, **choices)

    def paid(self, reference_id: str, amount: str = "1252.50", **choices: str) -> GatewayPayment:
        """What was paid by a new link."""
        link = self.link(reference_id, amount)
        self.press(link, **choices)
        payment = self.gateway.fetch_link(link.link_id).payment
        assert payment is not None
        return payment

    def heard(self) -> list[GatewayEvent]:
        """Every webhook so far."""
        return [self.reader.parse_webhook(*delivery) for delivery in list(self.listener.deliveries)]


def razorpay_at(url: str, **changes: Any) -> PaymentGateway:
    """The gateway as the sandbox's merchant has it, but for `changes`."""
    keys = {"key_id": "rzp_test_sandbox", "key_secret": "sandbox-key-secret", "webhook_secret": RAZORPAY_SECRET}
    return RazorpayGateway(base_url=url, **{**keys, **changes})


def stripe_at(
    url: str, key: str = SandboxSettings.stripe_secret_key, now: Callable[[], datetime] | None = None
) -> PaymentGateway:
    """The same with Stripe; `url` is the sandbox's own."""
    calls = StripeCalls(key, f"{url}/stripe")
    return StripeGateway(calls=calls, webhook_secret=STRIPE_SECRET, now=now or (lambda: datetime.now(UTC)))


def razorpay_signature(body: bytes, secret: str = RAZORPAY_SECRET) -> str:
    """As Razorpay signs."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def stripe_signature(body: bytes, secret: str = STRIPE_SECRET, at: datetime | None = None) -> str:
    """As Stripe's own client signs for tests."""
    moment = at or datetime.now(UTC)
    return str(stripe.WebhookSignature.generate_signature_header(body.decode(), secret, int(moment.timestamp())))


class Misbehaving:
    """A server that answers everything with the same status and body."""

    def __init__(self, status: int, body: bytes) -> None:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Location", "/elsewhere")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Keep quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def __enter__(self) -> Misbehaving:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
