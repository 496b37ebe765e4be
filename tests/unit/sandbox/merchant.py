"""The two people around a payment link: a merchant with Razorpay's own client, and whoever opens the link."""

import itertools
import re
import threading
import time
from collections.abc import Callable
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

import razorpay
import requests

from bot.sandbox.settings import SandboxSettings

TIMEOUT = (3, 10)
Json = dict[str, Any]


class Delivery(NamedTuple):
    """One webhook as it came over the wire."""

    body: bytes
    signature: str
    event_id: str


class WebhookListener:
    """A merchant's web server: keeps what comes and answers `answers` in turn, then 200."""

    def __init__(self, answers: list[int] | None = None) -> None:
        self.deliveries: list[Delivery] = []
        self.answers = list(answers or [])
        listener = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                signature = self.headers["X-Razorpay-Signature"] or self.headers["Stripe-Signature"]
                listener.deliveries.append(Delivery(body, signature, self.headers["x-razorpay-event-id"] or ""))
                self.send_response(listener.answers.pop(0) if listener.answers else 200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Keep quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/webhook"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def after(self, count: int) -> list[Delivery]:
        """What came, once there are `count`."""
        until(lambda: len(self.deliveries) >= count)
        return list(self.deliveries)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class Merchant:
    """Makes links with the official client, and plays the browser at them."""

    def __init__(self, settings: SandboxSettings) -> None:
        self.url = settings.public_url
        self.auth = (settings.razorpay_key_id, settings.razorpay_key_secret)
        self.webhook_secret = settings.razorpay_webhook_secret
        self.client: Any = razorpay.Client(auth=self.auth, base_url=self.url)
        self._numbers = itertools.count(1)

    def now(self) -> int:
        """The sandbox's time in unix seconds."""
        return int(time.time() + requests.get(f"{self.url}/clock", timeout=5).json()["offset"])

    def wish(self, **changes: Any) -> Json:
        """The body that asks for a link of 1,670 rupees for a ticket, but for `changes`."""
        reference = f"booking-{next(self._numbers)}"
        return {
            "amount": 167_000,
            "currency": "INR",
            "reference_id": reference,
            "description": "12951 Mumbai Rajdhani, 3A",
            "customer": {"name": "Asha Verma", "contact": "+919876500001"},
            "expire_by": self.now() + 930,
            "callback_url": f"{self.url}/healthz?from=pay",
            "callback_method": "get",
            "notes": {"reference_id": reference},
            **changes,
        }

    def link(self, **changes: Any) -> Json:
        return dict(self.client.payment_link.create(self.wish(**changes), timeout=TIMEOUT))

    def fetch(self, link: Json) -> Json:
        return dict(self.client.payment_link.fetch(link["id"], {}, timeout=TIMEOUT))

    def press(self, link: Json, **choices: str) -> str:
        """Press Pay with these choices on the page; the page that the browser ends on."""
        return self.page_after(requests.post(link["short_url"], data=choices, timeout=5))

    def page(self, link: Json) -> str:
        return self.page_after(requests.get(link["short_url"], timeout=5))

    def page_after(self, answer: requests.Response) -> str:
        assert answer.ok, answer.text
        return answer.text

    def paid_link(self, **choices: str) -> tuple[Json, Json]:
        """A link that was paid, and its payment."""
        link = self.link()
        self.press(link, **choices)
        return link, self.payment_of(link)

    def payment_of(self, link: Json) -> Json:
        """The newest attempt to pay the link."""
        return self.attempts(link)[0]

    def attempts(self, link: Json) -> list[Json]:
        """Every attempt to pay the link, newest first."""
        items = self.client.payment.all({"count": 100}, timeout=TIMEOUT)["items"]
        return [payment for payment in items if payment["description"] == f"#{link['id'].removeprefix('plink_')}"]

    def advance(self, seconds: float) -> None:
        """Move the sandbox's clock."""
        requests.post(f"{self.url}/clock", json={"advance": seconds}, timeout=5).raise_for_status()

    def raw(self, method: str, path: str, **options: Any) -> requests.Response:
        return requests.request(method, f"{self.url}{path}", **{"auth": self.auth, "timeout": 5, **options})


def way_back(page: str) -> str:
    """Where the page sends the browser."""
    found = re.search(r'href="([^"]*)"[^>]*data-testid="pay-return"', page)
    assert found, page
    return unescape(found[1])


def until(happens: Callable[[], bool], seconds: float = 8) -> None:
    """Wait for it; a failure of the test if it does not come."""
    deadline = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)
