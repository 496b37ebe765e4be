"""The web server's doors: what they tell, what they take, and how long they wait."""

import asyncio
import socket
from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest
from starlette.requests import Request

import bot.web
from bot.guarding import HEADERS
from tests.unit.bot.test_web import SECRET, UPDATE, Visitors, doors, served, visitors

__all__ = ["doors", "visitors"]


@pytest.fixture
def web(doors: bot.web.Doors) -> Iterator[httpx.Client]:
    with served(doors) as client:
        yield client


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/healthz", 200),
        ("GET", "/readyz", 200),
        ("GET", "/metrics", 200),
        ("GET", "/pay/return", 200),
        ("POST", "/webhooks/razorpay", 200),
        ("POST", "/telegram/path", 403),
        ("GET", "/webhooks/razorpay", 405),
        ("GET", "/nothing/../../etc/passwd", 404),
    ],
)
def test_every_answer_carries_what_keeps_browsers_from_harm(
    web: httpx.Client, method: str, path: str, status: int
) -> None:
    answer = web.request(method, path)
    assert answer.status_code == status
    for name, value in HEADERS.items():
        if name != "Content-Security-Policy":
            assert answer.headers[name] == value
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert "server" not in answer.headers


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/webhooks/razorpay"), ("POST", "/telegram/path"), ("GET", "/pay/return?a=1")]
)
def test_a_failure_of_ours_tells_nothing(web: httpx.Client, visitors: Visitors, method: str, path: str) -> None:
    visitors.trouble = RuntimeError("the token is 123456:AAAA and asha@example.org has paid")
    answer = web.request(method, path, headers=SECRET, json=UPDATE if method == "POST" else None)
    assert answer.status_code == 500
    assert answer.content == b""
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_what_is_sent_to_the_pay_page_is_not_sent_back(web: httpx.Client) -> None:
    page = web.get("/pay/return", params={"razorpay_payment_link_id": "<script>alert(1)</script>", "x": "evil.example"})
    assert "script" not in page.text
    assert "evil.example" not in page.text


def test_a_wrong_secret_is_refused_before_the_body_has_come(web: httpx.Client, visitors: Visitors) -> None:
    """Only the head is sent: whoever has not the secret is answered without the rest being read."""
    host, port = web.base_url.host, web.base_url.port
    assert port
    with socket.create_connection((host, port), timeout=5) as line:
        line.sendall(b"POST /telegram/path HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n")
        assert b" 403 " in line.recv(100)
    assert visitors.updates == []


@pytest.mark.parametrize("shown", ["", "s3cre", "s3cret ", "S3CRET", "s3cret\u00e9"])
def test_nearly_the_secret_is_not_the_secret(doors: bot.web.Doors, shown: str) -> None:
    assert doors.telegram
    assert not doors.telegram.allows(shown)
    assert doors.telegram.allows("s3cret")


def test_a_body_that_never_ends_is_not_waited_for() -> None:
    async def drops() -> dict[str, object]:
        await asyncio.sleep(0.01)
        return {"type": "http.request", "body": b"x", "more_body": True}

    request = Request({"type": "http", "method": "POST", "headers": []}, receive=drops)
    with pytest.raises(bot.web.TooSlow):
        asyncio.run(bot.web._body(request, seconds=0.05))


def test_a_slow_body_is_told_so(doors: bot.web.Doors, visitors: Visitors) -> None:
    visitors.trouble = bot.web.TooSlow()
    with served(replace(doors)) as web:
        assert web.post("/webhooks/razorpay", content=b"{}").status_code == 408
