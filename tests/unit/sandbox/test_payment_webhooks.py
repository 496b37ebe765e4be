"""What the payment service tells the merchant, and how stubbornly: judged by Razorpay's own verification."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import razorpay

from bot.sandbox.running import RunningSandbox
from bot.sandbox.settings import SandboxSettings
from tests.unit.sandbox.merchant import TIMEOUT, Delivery, Json, Merchant, WebhookListener, until


def read(delivery: Delivery, merchant: Merchant) -> Json:
    """The event, if Razorpay's own client takes the signature."""
    judge = razorpay.Utility()
    assert judge.verify_webhook_signature(delivery.body.decode(), delivery.signature, merchant.webhook_secret)
    return dict(json.loads(delivery.body))


def test_a_paid_link_is_told_signed_and_in_razorpays_shape(merchant: Merchant, listener: WebhookListener) -> None:
    link, payment = merchant.paid_link()

    event = read(listener.after(1)[0], merchant)

    assert (event["entity"], event["event"]) == ("event", "payment_link.paid")
    assert sorted(event["contains"]) == sorted(event["payload"]) == ["order", "payment", "payment_link"]
    told = event["payload"]["payment_link"]["entity"]
    assert (told["id"], told["reference_id"], told["status"]) == (link["id"], link["reference_id"], "paid")
    assert told["amount_paid"] == 167_000
    assert event["payload"]["payment"]["entity"]["id"] == payment["id"]
    assert event["payload"]["payment"]["entity"]["status"] == "captured"


def test_twice_means_the_same_event_again(merchant: Merchant, listener: WebhookListener) -> None:
    merchant.paid_link(webhook="twice")

    first, second = listener.after(2)

    assert first == second


def test_never_means_never(merchant: Merchant, listener: WebhookListener) -> None:
    link, _ = merchant.paid_link(webhook="never")
    merchant.press(merchant.link(reference_id="another"))

    told = read(listener.after(1)[0], merchant)["payload"]["payment_link"]["entity"]

    assert told["reference_id"] == "another"
    assert merchant.fetch(link)["status"] == "paid"


def test_a_merchant_who_says_no_is_asked_again(merchant: Merchant, listener: WebhookListener) -> None:
    listener.answers = [500, 302]
    merchant.paid_link()

    tries = listener.after(3)

    assert len({delivery.event_id for delivery in tries}) == 1


def test_a_webhook_outlives_the_sandbox_and_an_absent_merchant(tmp_path: Path) -> None:
    absent = WebhookListener()
    absent.close()
    with RunningSandbox(data_dir=tmp_path, razorpay_webhook_url=absent.url) as sandbox:
        Merchant(sandbox.settings).paid_link()

    listener = WebhookListener()
    with RunningSandbox(data_dir=tmp_path, razorpay_webhook_url=listener.url) as sandbox:
        assert read(listener.after(1)[0], Merchant(sandbox.settings))["event"] == "payment_link.paid"
    listener.close()


def test_a_webhook_outlives_a_killed_sandbox(tmp_path: Path) -> None:
    listener = WebhookListener(answers=[500] * 2)
    command = [sys.executable, "-m", "bot.sandbox", "--data-dir", str(tmp_path), "--razorpay-webhook-url", listener.url]
    sandbox = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert sandbox.stdout is not None
    url = sandbox.stdout.readline().split()[1]
    merchant = Merchant(SandboxSettings(data_dir=tmp_path, public_url=url))
    link = merchant.link()
    merchant.press(link)
    listener.after(1)
    sandbox.kill()
    sandbox.communicate()

    with RunningSandbox(data_dir=tmp_path, razorpay_webhook_url=listener.url) as again:
        assert Merchant(again.settings).fetch(link)["status"] == "paid"
        first, *_, last = listener.after(3)
    assert first == last
    listener.close()


def test_failed_cancelled_and_expired_are_told(merchant: Merchant, listener: WebhookListener) -> None:
    merchant.press(merchant.link(), outcome="fail")
    cancelled = merchant.link(reference_id="cancelled")
    merchant.client.payment_link.cancel(cancelled["id"], timeout=TIMEOUT)
    merchant.advance(931)

    events = [read(delivery, merchant) for delivery in listener.after(3)]

    assert sorted(event["event"] for event in events) == [
        "payment.failed",
        "payment_link.cancelled",
        "payment_link.expired",
    ]
    failed = next(event for event in events if event["event"] == "payment.failed")["payload"]["payment"]["entity"]
    assert (failed["status"], failed["captured"], failed["notes"]) == ("failed", False, {"reference_id": "booking-1"})
    assert failed["error_reason"] == "payment_failed"


def test_money_may_come_after_the_link_is_gone(merchant: Merchant, listener: WebhookListener) -> None:
    link = merchant.link()
    assert "Your bank has not answered yet" in merchant.press(link, outcome="late")
    assert merchant.payment_of(link)["status"] == "created"

    merchant.advance(601)
    assert merchant.payment_of(link)["status"] == "failed"
    merchant.advance(330)
    assert merchant.fetch(link)["status"] == "expired"
    assert "it will arrive late" in merchant.page(link)
    merchant.advance(61)

    assert merchant.fetch(link)["status"] == "paid"
    assert merchant.payment_of(link)["status"] == "captured"
    kinds = {read(delivery, merchant)["event"] for delivery in listener.after(3)}
    assert kinds == {"payment.failed", "payment_link.expired", "payment_link.paid"}


def test_late_money_for_a_paid_link_goes_back_by_itself(merchant: Merchant, listener: WebhookListener) -> None:
    link = merchant.link()
    merchant.press(link, outcome="late")
    merchant.press(link)

    merchant.advance(2000)

    assert merchant.fetch(link)["amount_paid"] == 167_000
    events = {event["event"]: event for event in (read(delivery, merchant) for delivery in listener.after(4))}
    assert set(events) == {"payment_link.paid", "payment.failed", "refund.created", "refund.processed"}
    sent_back: Any = events["refund.processed"]["payload"]
    assert (sent_back["refund"]["entity"]["amount"], sent_back["payment"]["entity"]["captured"]) == (167_000, False)


def test_a_refund_is_told_when_it_is_through(merchant: Merchant, listener: WebhookListener) -> None:
    _, payment = merchant.paid_link()
    refund = merchant.client.payment.refund(payment["id"], {"amount": 50_000}, timeout=TIMEOUT)
    assert refund["status"] == "pending"

    merchant.advance(5)

    told = next(e for d in listener.after(3) if (e := read(d, merchant))["event"] == "refund.processed")["payload"]
    assert (told["refund"]["entity"]["id"], told["refund"]["entity"]["amount"]) == (refund["id"], 50_000)
    assert told["payment"]["entity"]["amount_refunded"] == 50_000


def test_a_refund_that_fails_leaves_the_money_where_it_was(merchant: Merchant, listener: WebhookListener) -> None:
    _, payment = merchant.paid_link(refund="fail")
    merchant.client.payment.refund(payment["id"], {}, timeout=TIMEOUT)

    merchant.advance(5)

    until(lambda: any(b"refund.failed" in delivery.body for delivery in listener.deliveries))
    now = merchant.client.payment.fetch(payment["id"], {}, timeout=TIMEOUT)
    assert (now["status"], now["amount_refunded"], now["refund_status"]) == ("captured", 0, None)
