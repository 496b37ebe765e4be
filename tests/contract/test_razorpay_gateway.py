"""The payment gateway port on Razorpay's wire: against the running sandbox, and against servers that misbehave."""

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from bot.gateways.razorpay import RazorpayGateway, to_paise, to_rupees
from bot.sandbox.running import RunningSandbox
from domain.errors import BadPayload, BadSignature, Busy, GatewayRefused, GatewayUnavailable
from domain.payments import LinkStatus, PaymentLink
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
        reference_id=reference_id,
        amount=Decimal(amount),
        description="12951 Mumbai Rajdhani, 3A",
        expires_at=datetime.fromtimestamp(merchant.now(), UTC) + timedelta(minutes=15, seconds=30),
        customer_name="Asha Verma",
        customer_phone="+919876500001",
        callback_url=f"{merchant.url}/healthz",
        notes={"booking": reference_id},
    )


def browser_at(link: PaymentLink) -> dict[str, Any]:
    return {"short_url": link.url, "id": link.link_id}


def test_a_link_is_made_once_for_a_reference(gateway: PaymentGateway, merchant: Merchant) -> None:
    first = ask(gateway, merchant, "made-once")

    assert first.status is LinkStatus.CREATED
    assert first.url == f"{merchant.url}/pay/{first.link_id}"
    assert ask(gateway, merchant, "made-once") == first
    with pytest.raises(GatewayRefused, match="already exists"):
        ask(gateway, merchant, "made-once", amount="1252.51")


def test_a_link_tells_its_payment(gateway: PaymentGateway, merchant: Merchant) -> None:
    link = ask(gateway, merchant, "tells")
    before = gateway.fetch_link(link.link_id)
    assert (before.reference_id, before.status, before.payment) == ("tells", LinkStatus.CREATED, None)
    assert before.amount_paid == Decimal("0.00")

    merchant.press(browser_at(link), method="card")

    after = gateway.fetch_link(link.link_id)
    assert after.status is LinkStatus.PAID
    assert after.amount_paid == Decimal("1252.50")
    assert after.payment is not None
    assert (after.payment.amount, after.payment.method) == (Decimal("1252.50"), "card")
    assert after.payment.status == "captured"


def test_cancelling_tells_how_the_link_stands(gateway: PaymentGateway, merchant: Merchant) -> None:
    unpaid, paid = ask(gateway, merchant, "unpaid"), ask(gateway, merchant, "paid")
    merchant.press(browser_at(paid))

    assert gateway.cancel_link(unpaid.link_id).status is LinkStatus.CANCELLED
    assert gateway.cancel_link(unpaid.link_id).status is LinkStatus.CANCELLED
    assert gateway.cancel_link(paid.link_id).status is LinkStatus.PAID
    with pytest.raises(GatewayRefused):
        gateway.cancel_link("plink_nobody")


@pytest.mark.parametrize("key", ["refund-of-booking-1", "chat:session:7", "x"])
def test_a_refund_is_made_once_for_a_key(gateway: PaymentGateway, merchant: Merchant, key: str) -> None:
    link = ask(gateway, merchant, f"refund {key}")
    merchant.press(browser_at(link))
    payment = gateway.fetch_link(link.link_id).payment
    assert payment is not None

    first = gateway.refund(payment.payment_id, Decimal("52.50"), key)

    assert first.refund_id.startswith("rfnd_")
    assert gateway.refund(payment.payment_id, Decimal("52.50"), key).refund_id == first.refund_id
    with pytest.raises(GatewayRefused):
        gateway.refund(payment.payment_id, Decimal("60.00"), key)
    with pytest.raises(GatewayRefused, match="greater"):
        gateway.refund(payment.payment_id, Decimal("1252.50"), f"{key}-the-rest-and-more")


def test_every_webhook_is_understood(gateway: PaymentGateway, merchant: Merchant, listener: WebhookListener) -> None:
    link = ask(gateway, merchant, "webhooks")
    merchant.press(browser_at(link), outcome="fail")
    merchant.press(browser_at(link))
    payment = gateway.fetch_link(link.link_id).payment
    assert payment is not None
    gateway.refund(payment.payment_id, Decimal("52.50"), "webhooks-refund")
    merchant.advance(5)
    ours = {"payment.failed": None, "payment_link.paid": link.link_id, "refund.processed": None}

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
    assert all(event.event_id.startswith("evt_") for event in heard.values())


def test_the_browser_comes_back_with_a_signature_that_holds(gateway: PaymentGateway, merchant: Merchant) -> None:
    link = ask(gateway, merchant, "callback")
    page = merchant.press(browser_at(link))
    params = dict(parse_qsl(urlsplit(way_back(page)).query))

    assert gateway.verify_callback(params)
    for name in params:
        assert not gateway.verify_callback({key: value for key, value in params.items() if key != name})
        assert not gateway.verify_callback({**params, name: params[name] + "0"})
        assert not gateway.verify_callback({**params, name: ""})
        assert not gateway.verify_callback({**params, name: "é\udc80"})
    assert not gateway.verify_callback({})


def test_parts_cannot_be_moved_across_the_separator_of_a_signature(gateway: PaymentGateway) -> None:
    signature = hmac.new(b"sandbox-key-secret", b"plink_1|a|b|paid|pay_1", hashlib.sha256).hexdigest()
    shifted = {
        "razorpay_payment_link_id": "plink_1",
        "razorpay_payment_link_reference_id": "a|b",
        "razorpay_payment_link_status": "paid",
        "razorpay_payment_id": "pay_1",
        "razorpay_signature": signature,
    }

    assert not gateway.verify_callback(shifted)


def sign(body: bytes, secret: str = SECRET) -> str:
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


@pytest.mark.parametrize("signature", ["", "0" * 64, "é", "\udc80", sign(b"{}", "another secret"), sign(b"{} ")])
def test_a_forged_webhook_is_refused_before_it_is_read(gateway: PaymentGateway, signature: str) -> None:
    with pytest.raises(BadSignature):
        gateway.parse_webhook(b"{}", signature, "evt_1")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"event": "payment_link.paid", "payload": 7}',
        b'{"event": 7, "payload": {}}',
        b'{"event": "payment_link.paid", "payload": {"payment_link": {"entity": []}}}',
        b'{"event": "payment_link.paid", "payload": {"payment_link": {"entity": {"id": 5, "amount_paid": 1}}}}',
        b'{"event": "payment_link.paid", "payload": {"payment_link": {"entity": {"id": "p", "amount_paid": 1.5}}}}',
        b'{"event": "payment.failed", "payload": {"payment": {"entity": {"id": "p", "amount": "much"}}}}',
        b'{"event": "payment.failed", "payload": {"payment": {"entity": {"id": "p", "amount": 1' + b"0" * 60 + b"}}}}",
    ],
)
def test_a_signed_webhook_that_cannot_be_read_is_told_apart(gateway: PaymentGateway, body: bytes) -> None:
    with pytest.raises(BadPayload):
        gateway.parse_webhook(body, sign(body), "evt_1")


def test_an_event_of_no_link_is_still_an_event(gateway: PaymentGateway) -> None:
    body = json.dumps({"event": "settlement.processed", "payload": {}}).encode()

    event = gateway.parse_webhook(body, sign(body), "evt_1")

    assert (event.kind, event.link_id, event.reference_id, event.payment) == ("settlement.processed", None, None, None)


def test_wrong_keys_are_a_refusal(merchant: Merchant) -> None:
    with pytest.raises(GatewayRefused, match="Authentication"):
        gateway_at(merchant.url, key_secret="wrong").fetch_link("plink_1")


@pytest.mark.parametrize("link_id", ["", "../payments", "plink_1/cancel", "plink_1?x", "pay_1"])
def test_what_is_no_link_id_is_never_sent(gateway: PaymentGateway, link_id: str) -> None:
    with pytest.raises(ValueError, match="payment link"):
        gateway.fetch_link(link_id)


def test_threads_share_a_gateway(gateway: PaymentGateway, merchant: Merchant) -> None:
    with ThreadPoolExecutor(8) as threads:
        links = set(threads.map(lambda _: ask(gateway, merchant, "shared"), range(16)))

    assert len(links) == 1


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

    def __enter__(self) -> "Misbehaving":
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (502, b"<html>Bad Gateway</html>"),
        (500, b'{"error": {"code": "SERVER_ERROR", "description": "sorry"}}'),
        (502, b'{"error": {"code": "GATEWAY_ERROR", "description": "the bank is away"}}'),
        (429, b'{"error": {"code": "BAD_REQUEST_ERROR", "description": "too many requests"}}'),
        (409, b'{"error": {"code": "BAD_REQUEST_ERROR", "description": "in progress"}}'),
        (302, b"{}"),
        (404, b"[]"),
        (200, b"null"),
        (200, b""),
        (200, b"{}"),
        (200, b'{"id": "plink_1", "status": "melted", "amount_paid": 0}'),
        (200, b'{"id": "plink_1", "status": "paid", "amount_paid": "much"}'),
    ],
)
def test_an_answer_that_settles_nothing_may_be_asked_again(
    status: int, body: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    with Misbehaving(status, body) as server, pytest.raises(GatewayUnavailable) as problem:
        gateway_at(server.url).fetch_link("plink_1")

    assert isinstance(problem.value, Busy)
    assert capsys.readouterr().out == ""


def test_nobody_there_may_be_asked_again(capsys: pytest.CaptureFixture[str]) -> None:
    with Misbehaving(200, b"") as server:
        url = server.url

    with pytest.raises(GatewayUnavailable):
        gateway_at(url).fetch_link("plink_1")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(("rupees", "paise"), [("1", 100), ("1252.50", 125_250), ("0.01", 1), ("1E+3", 100_000)])
def test_rupees_become_paise(rupees: str, paise: int) -> None:
    assert to_paise(Decimal(rupees)) == paise
    assert to_rupees(paise) == to_rupees(str(paise)) == Decimal(rupees)


@pytest.mark.parametrize("rupees", ["0.001", "10.005", "0", "-1", "NaN", "Infinity"])
def test_what_is_no_amount_is_a_bug(gateway: PaymentGateway, merchant: Merchant, rupees: str) -> None:
    with pytest.raises(ValueError, match="rupees"):
        ask(gateway, merchant, "no amount", amount=rupees)


def test_an_empty_secret_is_no_secret() -> None:
    with pytest.raises(ValueError, match="anybody"):
        RazorpayGateway(key_id="a", key_secret="b", webhook_secret="", base_url="http://127.0.0.1:1")
