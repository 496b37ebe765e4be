"""The web server: webhooks in, health out, and the page that a payer comes back to."""

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Thread
from typing import Any

import httpx
import pytest
from telegram import Bot, Update

from bot.conversation import TurnFailed
from bot.lifecycle import WebServer
from bot.measures import Measures
from bot.web import BODY_LIMIT, Doors, build_web
from bot.webhook import TelegramHook
from domain.errors import BadPayload, BadSignature, Busy, CatalogueEmpty, NotFound
from tests.aside import aside

SECRET = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}
MESSAGE = {
    "message_id": 1,
    "date": 1_790_000_000,
    "chat": {"id": 7, "type": "private"},
    "from": {"id": 7, "is_bot": False, "first_name": "Asha"},
    "text": "hi",
}
UPDATE = {"update_id": 5, "message": MESSAGE}


class Visitors:
    """What reached us; `trouble` is raised when something does."""

    def __init__(self) -> None:
        self.events: list[tuple[bytes, str, str]] = []
        self.updates: list[Update] = []
        self.trouble: Exception | None = None

    def event(self, body: bytes, signature: str, event_id: str) -> None:
        self._let_in()
        self.events.append((body, signature, event_id))

    async def update(self, update: Update) -> None:
        self._let_in()
        self.updates.append(update)

    def came_back(self, params: Any) -> bool:
        self._let_in()
        return bool(params.get("razorpay_payment_link_status") == "paid")

    def _let_in(self) -> None:
        if self.trouble:
            raise self.trouble


@pytest.fixture
def visitors() -> Visitors:
    return Visitors()


@pytest.fixture
def doors(visitors: Visitors) -> Doors:
    bot = Bot("123456:" + "A" * 35)
    return Doors(
        gateway_event=visitors.event,
        came_back=visitors.came_back,
        ready=lambda: None,
        chat_url=lambda: "https://t.me/yatri?a=1&b=2",
        measures=Measures(),
        telegram=TelegramHook("/telegram/path", "s3cret", bot, visitors.update),
    )


@contextmanager
def served(doors: Doors) -> Iterator[httpx.Client]:
    """The server as it runs beside the bot, on a free port."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = WebServer(build_web(doors))
    thread = Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    port = listener.getsockname()[1]
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=10, verify=False) as client:
        yield client
    server.should_exit = True
    aside(thread.join)


@pytest.fixture
def web(doors: Doors) -> Iterator[httpx.Client]:
    with served(doors) as client:
        yield client


def test_a_gateways_webhook_arrives_as_raw_bytes(web: httpx.Client, visitors: Visitors) -> None:
    headers = {"X-Razorpay-Signature": "abc", "X-Razorpay-Event-Id": "evt_1"}
    assert web.post("/webhooks/razorpay", content=b'{"a":  1}', headers=headers).status_code == 200
    assert visitors.events == [(b'{"a":  1}', "abc", "evt_1")]


@pytest.mark.parametrize(
    ("trouble", "status"),
    [
        (BadSignature("webhook"), 400),
        (BadPayload("JSONDecodeError"), 400),
        (Busy("the store is away"), 503),
        (NotFound("payment of another shop"), 200),
    ],
)
def test_what_the_gateway_should_do_is_told_by_the_status(
    web: httpx.Client, visitors: Visitors, trouble: Exception, status: int
) -> None:
    visitors.trouble = trouble
    assert web.post("/webhooks/razorpay", content=b"{}").status_code == status


@pytest.mark.parametrize("path", ["/webhooks/razorpay", "/telegram/path"])
def test_what_is_too_large_is_not_read_to_its_end(web: httpx.Client, visitors: Visitors, path: str) -> None:
    assert web.post(path, content=b"x" * (BODY_LIMIT + 1), headers=SECRET).status_code == 413
    assert visitors.events == []


def test_stripes_webhook_has_an_address_and_a_header_of_its_own(doors: Doors, visitors: Visitors) -> None:
    with served(replace(doors, gateway="stripe")) as web:
        assert web.post("/webhooks/stripe", content=b"{}", headers={"Stripe-Signature": "t=1,v1=a"}).status_code == 200
        assert web.post("/webhooks/razorpay", content=b"{}").status_code == 404
        assert 'yatri_webhooks_total{sender="stripe",status="200"} 1.0' in web.get("/metrics").text
    assert visitors.events == [(b"{}", "t=1,v1=a", "")]


def test_telegrams_update_is_taken_with_the_secret(web: httpx.Client, visitors: Visitors) -> None:
    assert web.post("/telegram/path", json=UPDATE, headers=SECRET).status_code == 200
    assert [update.update_id for update in visitors.updates] == [5]


@pytest.mark.parametrize("headers", [{}, {"X-Telegram-Bot-Api-Secret-Token": "guess"}])
def test_without_the_secret_nothing_is_read(web: httpx.Client, visitors: Visitors, headers: dict[str, str]) -> None:
    assert web.post("/telegram/path", json=UPDATE, headers=headers).status_code == 403
    assert visitors.updates == []


@pytest.mark.parametrize("body", ["", "{", "[]", "7", '{"update_id": "5"}', json.dumps({**UPDATE, "message": 3})])
def test_broken_json_is_refused(web: httpx.Client, visitors: Visitors, body: str) -> None:
    assert web.post("/telegram/path", content=body.encode(), headers=SECRET).status_code == 400
    assert visitors.updates == []


def test_an_update_whose_turn_failed_is_to_come_again(web: httpx.Client, visitors: Visitors) -> None:
    visitors.trouble = TurnFailed()
    assert web.post("/telegram/path", json=UPDATE, headers=SECRET).status_code == 503


def test_health_is_always_there_and_readiness_only_when_a_turn_could_run(doors: Doors) -> None:
    def empty() -> None:
        raise CatalogueEmpty("no timetable")

    for ready, status in ((_nothing, 200), (empty, 503)):
        with served(replace(doors, ready=ready)) as web:
            assert web.get("/healthz").status_code == 200
            assert web.get("/readyz").status_code == status


def _nothing() -> None:
    return None


def test_metrics_count_webhooks_by_status(web: httpx.Client) -> None:
    web.post("/webhooks/razorpay", content=b"{}")
    assert 'yatri_webhooks_total{sender="razorpay",status="200"} 1.0' in web.get("/metrics").text


@pytest.mark.parametrize(
    ("query", "trouble", "words"),
    [
        ("?razorpay_payment_link_status=paid", None, "Your ticket is in the chat."),
        ("", None, "As soon as the payment is confirmed"),
        ("?razorpay_payment_link_status=paid", Busy("later"), "As soon as the payment is confirmed"),
    ],
)
def test_a_payer_is_sent_back_to_the_chat(
    web: httpx.Client, visitors: Visitors, query: str, trouble: Exception | None, words: str
) -> None:
    visitors.trouble = trouble
    page = web.get(f"/pay/return{query}")
    assert page.status_code == 200
    assert words in page.text
    assert 'href="https://t.me/yatri?a=1&amp;b=2"' in page.text
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]


@pytest.mark.parametrize("method", ["get", "put"])
def test_webhooks_are_posted_or_nothing(web: httpx.Client, method: str) -> None:
    call: Callable[[str], Any] = getattr(web, method)
    assert call("/webhooks/razorpay").status_code == 405
