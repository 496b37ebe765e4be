"""With each gateway: forged and unreadable webhooks, no ids, no amounts, and answers that settle nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from domain.errors import BadPayload, BadSignature, Busy, GatewayRefused, GatewayUnavailable, LinkUnknown
from domain.ports import PaymentGateway
from tests.contract.gateways import gateway_at, shop, shops
from tests.contract.shops import Misbehaving, Shop, stripe_at

__all__ = ["gateway_at", "shop", "shops"]


def test_a_link_of_nobody_is_told_apart_from_a_gateway_that_is_away(shop: Shop) -> None:
    stranger = shop.link("a stranger").link_id[:-4] + "0000"
    with pytest.raises(LinkUnknown):
        shop.gateway.fetch_link(stranger)
    with pytest.raises(GatewayRefused):
        shop.gateway.cancel_link(stranger)


@pytest.mark.parametrize("signature", ["", "0" * 64, "é", "\udc80", "t=1,v1=0", "t=,v1=", "v1", "t=x,v1=é,v1=\udc80"])
def test_a_forged_webhook_is_refused_before_it_is_read(shop: Shop, signature: str) -> None:
    with pytest.raises(BadSignature):
        shop.gateway.parse_webhook(b"{}", signature, "evt_1")


def test_a_signature_holds_for_its_own_body_alone(shop: Shop) -> None:
    with pytest.raises(BadSignature):
        shop.gateway.parse_webhook(b"{} ", shop.sign(b"{}"), "evt_1")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b"7",
        b"[" * 100_000,
        b'{"event": "payment_link.paid", "payload": 7}',
        b'{"event": 7, "payload": {}}',
        b'{"event": "payment_link.paid", "payload": {"payment_link": {"entity": []}}}',
        b'{"event": "payment.failed", "payload": {"payment": {"entity": {"id": "p", "amount": 1' + b"0" * 60 + b"}}}}",
        b'{"id": "evt_1", "type": "checkout.session.completed", "data": {"object": []}}',
        b'{"id": "evt_1", "type": "checkout.session.completed", "data": {"object": {"payment_status": "paid"}}}',
        b'{"id": "evt_1", "type": "refund.updated", "data": {"object": {"id": "re_1", "status": "melted"}}}',
        b'{"id": 7, "type": "payout.paid", "data": {"object": {}}}',
    ],
)
def test_a_signed_webhook_that_cannot_be_read_is_told_apart(shop: Shop, body: bytes) -> None:
    with pytest.raises(BadPayload):
        shop.gateway.parse_webhook(body, shop.sign(body), "evt_1")


@pytest.mark.parametrize("link_id", ["", "../payments", "plink_1/cancel", "cs_1/expire", "cs_1?x", "pay_1", "cs_é"])
def test_what_is_no_link_id_is_never_sent(gateway_at: Callable[[str], PaymentGateway], link_id: str) -> None:
    with Misbehaving(200, b"{}") as server:
        gateway = gateway_at(server.url)
        for call in (gateway.fetch_link, gateway.cancel_link):
            with pytest.raises(LinkUnknown):
                call(link_id)


@pytest.mark.parametrize("rupees", ["0.001", "10.005", "0", "-1", "NaN", "Infinity"])
def test_what_is_no_amount_is_a_bug(shop: Shop, rupees: str) -> None:
    with pytest.raises(ValueError, match="rupees"):
        shop.link("no amount", amount=rupees)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (502, b"<html>Bad Gateway</html>"),
        (500, b'{"error": {"code": "SERVER_ERROR", "type": "api_error", "description": "sorry"}}'),
        (502, b'{"error": {"code": "GATEWAY_ERROR", "description": "the bank is away"}}'),
        (429, b'{"error": {"code": "BAD_REQUEST_ERROR", "description": "too many requests"}}'),
        (409, b'{"error": {"code": "BAD_REQUEST_ERROR", "type": "idempotency_error", "description": "in progress"}}'),
        (302, b"{}"),
        (404, b"[]"),
        (200, b"null"),
        (200, b""),
        (200, b"[]"),
        (200, b"{}"),
        (200, b'{"id": "plink_1", "status": "melted", "amount_paid": 0}'),
        (200, b'{"id": "plink_1", "status": "paid", "amount_paid": "much"}'),
        (200, b'{"id": "cs_1", "status": "complete", "payment_status": "paid", "amount_total": "much"}'),
        (200, b'{"id": "cs_1", "status": "open", "payment_status": 5, "object": "checkout.session"}'),
    ],
)
def test_an_answer_that_settles_nothing_may_be_asked_again(
    gateway_at: Callable[[str], PaymentGateway], status: int, body: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    with Misbehaving(status, body) as server:
        gateway = gateway_at(server.url)
        with pytest.raises(GatewayUnavailable) as problem:
            gateway.fetch_link("cs_1" if gateway_at is stripe_at else "plink_1")

    assert isinstance(problem.value, Busy)
    assert capsys.readouterr().out == ""


def test_nobody_there_may_be_asked_again(
    gateway_at: Callable[[str], PaymentGateway], capsys: pytest.CaptureFixture[str]
) -> None:
    with Misbehaving(200, b"") as server:
        url = server.url

    with pytest.raises(GatewayUnavailable):
        gateway_at(url).payments_between(datetime.now(UTC), datetime.now(UTC))
    assert capsys.readouterr().out == ""
