"""What is Stripe's own: its signatures, judged by its official client, its sessions and their limits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
import requests
import stripe

from bot.gateways.stripe import TOLERANCE, StripeGateway
from bot.gateways.stripe_calls import StripeCalls
from bot.sandbox.running import RunningSandbox
from domain.errors import BadPayload, BadSignature, GatewayRefused, LinkUnknown
from domain.payments import LinkStatus, LinkWish
from tests.contract.shops import STRIPE_SECRET, Misbehaving, Shop, razorpay_signature, stripe_at, stripe_signature
from tests.unit.sandbox.merchant import Merchant, WebhookListener

KEY = "sk_test_sandbox"


@pytest.fixture(scope="module")
def shop() -> Iterator[Shop]:
    listener = WebhookListener()
    with RunningSandbox(stripe_webhook_url=listener.url) as sandbox:
        merchant = Merchant(sandbox.settings)
        now = stripe_at(sandbox.url, now=lambda: datetime.fromtimestamp(merchant.now(), UTC))
        long_ago = stripe_at(sandbox.url, now=lambda: datetime(2026, 1, 1, tzinfo=UTC))
        yield Shop(now, merchant, listener, stripe_signature, long_ago)
    listener.close()


@pytest.fixture(scope="module")
def official(shop: Shop) -> stripe.StripeClient:
    """Stripe's own client, with nothing of ours around it."""
    return stripe.StripeClient(KEY, base_addresses={"api": f"{shop.merchant.url}/stripe"}, max_network_retries=0)


def test_webhooks_hold_before_stripes_own_judge(shop: Shop) -> None:
    shop.press(shop.link("judged"), webhook="twice")

    first, second = shop.listener.after(2)

    event: Any = stripe.Webhook.construct_event(first.body, first.signature, STRIPE_SECRET)
    assert (event.type, event.data.object.client_reference_id) == ("checkout.session.completed", "judged")
    assert first.body == second.body
    with pytest.raises(stripe.SignatureVerificationError):
        stripe.Webhook.construct_event(first.body, first.signature, "whsec_of_another_shop")
    with pytest.raises(stripe.SignatureVerificationError):
        stripe.Webhook.construct_event(first.body + b" ", first.signature, STRIPE_SECRET)


def test_a_webhook_that_was_refused_comes_again_signed_anew(shop: Shop) -> None:
    before = len(shop.listener.deliveries)
    shop.listener.answers = [400]
    shop.press(shop.link("refused once"))

    again = shop.listener.after(before + 2)[before:]

    assert len({delivery.body for delivery in again}) == 1
    for delivery in again:
        assert stripe.WebhookSignature.verify_header(delivery.body, delivery.signature, STRIPE_SECRET)


def test_a_signature_is_good_for_five_minutes_of_our_clock() -> None:
    signed_at = datetime(2030, 1, 7, 4, 30, tzinfo=UTC)
    body = b'{"id": "evt_1", "type": "payout.paid", "data": {"object": {}}}'
    signature = stripe_signature(body, at=signed_at)

    def at(moment: datetime) -> StripeGateway:
        calls = StripeCalls(KEY, "http://127.0.0.1:1")
        return StripeGateway(calls=calls, webhook_secret=STRIPE_SECRET, now=lambda: moment)

    assert at(signed_at + TOLERANCE).parse_webhook(body, signature, "").event_id == "evt_1"
    with pytest.raises(BadSignature):
        at(signed_at + TOLERANCE + timedelta(seconds=1)).parse_webhook(body, signature, "")


def test_one_of_several_signatures_is_enough_while_a_secret_is_changed(shop: Shop) -> None:
    body = b'{"id": "evt_1", "type": "payout.paid", "data": {"object": {}}}'
    moment = int(datetime.now(UTC).timestamp())
    old, new = (stripe_signature(body, secret).partition("v1=")[2] for secret in ("whsec_old", STRIPE_SECRET))
    of_now = stripe_signature(body, at=datetime.fromtimestamp(moment, UTC)).partition("v1=")[2]

    assert shop.reader.parse_webhook(body, f"t={moment},v1={old},v1={of_now},v0=7", "").kind == "payout.paid"
    with pytest.raises(BadSignature):
        shop.reader.parse_webhook(body, f"t={moment + 1},v1={old},v0={new}", "")
    with pytest.raises(BadSignature):
        shop.reader.parse_webhook(body, razorpay_signature(body), "")


def test_an_event_of_no_session_is_still_an_event(shop: Shop) -> None:
    body = json.dumps({"id": "evt_9", "type": "payout.paid", "data": {"object": {}}}).encode()

    event = shop.reader.parse_webhook(body, shop.sign(body), "")

    assert (event.event_id, event.kind) == ("evt_9", "payout.paid")
    assert (event.link_id, event.reference_id, event.payment, event.refund) == (None, None, None, None)


def test_a_session_that_is_complete_but_unpaid_is_no_money_yet(shop: Shop) -> None:
    session = {
        "id": "cs_test_1",
        "status": "complete",
        "payment_status": "unpaid",
        "client_reference_id": "slow",
        "payment_intent": "pi_1",
        "amount_total": 5000,
        "currency": "inr",
    }

    def told(kind: str, **changes: str) -> Any:
        event = {"id": "evt_1", "type": kind, "data": {"object": {**session, **changes}}}
        body = json.dumps(event).encode()
        return shop.reader.parse_webhook(body, shop.sign(body), "")

    assert (told("checkout.session.completed").kind, told("checkout.session.completed").payment) == (
        "checkout.session.completed",
        None,
    )
    came = told("checkout.session.async_payment_succeeded", payment_status="paid")
    assert (came.kind, came.reference_id, came.amount_paid) == ("payment_link.paid", "slow", Decimal("50.00"))
    failed = told("checkout.session.async_payment_failed")
    assert (failed.kind, failed.reference_id) == ("payment.failed", "slow")


def test_a_session_in_another_currency_is_never_taken_for_rupees(shop: Shop) -> None:
    session = {"id": "cs_1", "status": "complete", "payment_status": "paid", "payment_intent": "pi_1"}
    about = {**session, "amount_total": 125_250, "currency": "usd", "client_reference_id": "dollars"}
    body = json.dumps({"id": "evt_1", "type": "checkout.session.completed", "data": {"object": about}}).encode()

    with pytest.raises(BadPayload, match="ValueError"):
        shop.reader.parse_webhook(body, shop.sign(body), "")


def test_a_session_lives_half_an_hour_at_least_and_says_until_when_to_pay(
    official: stripe.StripeClient, shop: Shop
) -> None:
    link = shop.link("half an hour")

    session: Any = official.v1.checkout.sessions.retrieve(link.link_id)

    assert 1800 <= session.expires_at - session.created <= 1900
    assert "Please pay by " in shop.merchant.page({"short_url": link.url})
    assert (session.metadata.to_dict(), session.currency) == (
        {"booking": "half an hour", "reference_id": "half an hour"},
        "inr",
    )
    assert session.success_url.endswith("/healthz?from=pay&session_id={CHECKOUT_SESSION_ID}")


def test_a_slow_payment_completes_the_session_so_that_nobody_pays_twice(
    official: stripe.StripeClient, shop: Shop
) -> None:
    link = shop.link("slow")
    shop.press(link, outcome="late")
    shop.press(link)

    session: Any = official.v1.checkout.sessions.retrieve(link.link_id)
    assert (session.status, session.payment_status) == ("complete", "unpaid")
    assert shop.gateway.cancel_link(link.link_id).status is LinkStatus.CREATED

    shop.merchant.advance(2000)
    intent: Any = official.v1.payment_intents.retrieve(session.payment_intent)
    assert (intent.status, intent.amount_received) == ("succeeded", 125_250)


def test_the_page_closes_with_the_session(shop: Shop) -> None:
    link = shop.link("closes")
    shop.gateway.cancel_link(link.link_id)

    assert "This link has expired" in shop.merchant.page({"short_url": link.url})
    shop.press(link)
    assert shop.gateway.fetch_link(link.link_id).amount_paid == 0


def test_the_link_of_another_gateway_is_unknown_here(shop: Shop) -> None:
    with pytest.raises(LinkUnknown):
        shop.gateway.cancel_link("plink_ABCDEFGHIJKLMN")


def test_a_payer_without_a_way_back_is_sent_home(official: stripe.StripeClient, shop: Shop) -> None:
    link = shop.gateway.create_link(
        LinkWish(
            reference_id="no way back",
            amount=Decimal("70"),
            description="x" * 3000,
            expires_at=shop.now + timedelta(minutes=16),
        )
    )

    session: Any = official.v1.checkout.sessions.retrieve(link.link_id)

    assert session.success_url == "https://t.me/"


def test_wrong_keys_are_a_refusal(shop: Shop) -> None:
    with pytest.raises(GatewayRefused, match="Invalid API Key"):
        stripe_at(shop.merchant.url, key="sk_test_wrong").fetch_link("cs_test_1")


@pytest.mark.parametrize("status", [402, 403])
def test_what_stripe_forbids_is_a_refusal(status: int) -> None:
    body = json.dumps({"error": {"type": "card_error", "message": "no"}}).encode()
    with Misbehaving(status, body) as server, pytest.raises(GatewayRefused):
        stripe_at(server.url).fetch_link("cs_test_1")


def test_an_empty_secret_is_no_secret() -> None:
    with pytest.raises(ValueError, match="key"):
        StripeCalls("", "http://127.0.0.1:1")
    with pytest.raises(ValueError, match="anybody"):
        StripeGateway(calls=StripeCalls("a", "http://127.0.0.1:1"), webhook_secret=" ", now=lambda: datetime.now(UTC))


@pytest.mark.parametrize(
    ("changes", "param"),
    [
        ({"mode": "subscription"}, "mode"),
        ({"mode": ""}, "mode"),
        ({"success_url": "nowhere"}, "success_url"),
        ({"success_url": ""}, "success_url"),
        ({"expires_at": "60"}, "expires_at"),
        ({"expires_at": "soon"}, "expires_at"),
        ({"expires_at": "99999999999"}, "expires_at"),
        ({"line_items[0][quantity]": "much"}, "quantity"),
        ({"line_items[0][price_data][currency]": "usd"}, "line_items[0][price_data][currency]"),
        ({"line_items": "none"}, "line_items[0][quantity]"),
        ({"metadata[" + "x" * 41 + "]": "1"}, "metadata"),
        ({"a[b][c][d][e][f][g]": "1"}, "a[b][c][d][e][f][g]"),
        ({"[]": "1"}, "[]"),
    ],
)
def test_the_sandbox_refuses_what_stripe_refuses(shop: Shop, changes: dict[str, str], param: str) -> None:
    good = {
        "mode": "payment",
        "success_url": "https://example.org/back",
        "line_items[0][quantity]": "1",
        "line_items[0][price_data][currency]": "inr",
        "line_items[0][price_data][unit_amount]": "16700",
        "line_items[0][price_data][product_data][name]": "A ticket",
    }
    url, key = f"{shop.merchant.url}/stripe/v1/checkout/sessions", {"Authorization": f"Bearer {KEY}"}
    assert requests.post(url, data=good, headers=key, timeout=5).status_code == 200

    answer = requests.post(
        url, data={**changes, **good} if "line_items" in changes else {**good, **changes}, headers=key, timeout=5
    )

    assert answer.status_code == 400
    assert (answer.json()["error"]["type"], answer.json()["error"]["param"]) == ("invalid_request_error", param)


def test_the_same_key_with_another_wish_is_refused_as_stripe_does(official: stripe.StripeClient, shop: Shop) -> None:
    payment = shop.paid("key twice")
    wish: Any = {"payment_intent": payment.payment_id, "amount": 5000}
    more: Any = {**wish, "amount": 5100}
    options: Any = {"idempotency_key": "one key"}
    first = official.v1.refunds.create(wish, options)

    assert official.v1.refunds.create(wish, options).id == first.id
    with pytest.raises(stripe.IdempotencyError):
        official.v1.refunds.create(more, options)
    shop.merchant.advance(25 * 3600)
    assert official.v1.refunds.create(wish, options).id != first.id
