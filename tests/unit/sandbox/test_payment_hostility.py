"""The payment service on its worst days: each misfortune on demand, the same for the same seed, none by itself."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
import requests

from bot.sandbox.running import RunningSandbox
from tests.unit.sandbox.merchant import Json, Merchant, WebhookListener, until


def become(merchant: Merchant, **chances: float) -> None:
    requests.post(f"{merchant.url}/hostility", json=chances, timeout=5).raise_for_status()


def told(merchant: Merchant) -> Json:
    return dict(requests.get(f"{merchant.url}/hostility", timeout=5).json())


def pay(merchant: Merchant, reference: str) -> Json:
    """A link with this reference, paid as the service lets it; the link afterwards."""
    link = merchant.link(reference_id=reference, customer={"contact": reference})
    merchant.press(link)
    return merchant.fetch(link)


def kinds(listener: WebhookListener) -> list[str]:
    return [json.loads(delivery.body)["event"] for delivery in listener.deliveries]


def test_nobody_is_hostile_unasked(merchant: Merchant) -> None:
    now = told(merchant)

    assert not any(value for name, value in now["hostility"].items() if name not in ("longest_delay", "silence"))
    assert (now["log"], now["counts"]) == ([], {})


def test_it_outlives_a_restart(tmp_path: Path) -> None:
    with RunningSandbox(data_dir=tmp_path) as sandbox:
        become(Merchant(sandbox.settings), seed=7, webhook_lost=0.25)

    with RunningSandbox(data_dir=tmp_path) as sandbox:
        now = told(Merchant(sandbox.settings))["hostility"]
    assert (now["seed"], now["webhook_lost"], now["payment_late"]) == (7, 0.25, 0.0)


@pytest.mark.parametrize(
    "wish", ['{"webhook_lost": 1.5}', '{"luck": 1}', '{"seed": "x"}', "[]", "{", '{"silence": -1}']
)
def test_a_wish_that_makes_no_sense_is_refused(merchant: Merchant, wish: str) -> None:
    assert requests.post(f"{merchant.url}/hostility", data=wish, timeout=5).status_code == 400


def test_webhooks_are_lost(merchant: Merchant, listener: WebhookListener) -> None:
    become(merchant, webhook_lost=1)
    pay(merchant, "lost")
    become(merchant)
    pay(merchant, "told")

    (only,) = listener.after(1)

    assert json.loads(only.body)["payload"]["payment_link"]["entity"]["reference_id"] == "told"
    until(lambda: told(merchant)["webhooks_waiting"] == 0)
    assert kinds(listener) == ["payment_link.paid"]


def test_webhooks_come_more_than_once(merchant: Merchant, listener: WebhookListener) -> None:
    become(merchant, webhook_doubled=1)
    pay(merchant, "doubled")

    assert len({delivery.event_id for delivery in listener.after(2)}) == 1


def test_webhooks_come_late_and_in_any_order(merchant: Merchant, listener: WebhookListener) -> None:
    become(merchant, seed=3, webhook_delayed=1, longest_delay=3600)
    for number in range(8):
        pay(merchant, f"delayed {number}")
    assert told(merchant)["webhooks_waiting"] == 8
    for _ in range(12):
        merchant.advance(300)
        time.sleep(0.15)  # for what is due by now to go out before what is due later

    bodies = [json.loads(delivery.body) for delivery in listener.after(8)]

    order = [body["payload"]["payment_link"]["entity"]["reference_id"] for body in bodies]
    assert sorted(order) == [f"delayed {number}" for number in range(8)]
    assert order != sorted(order)


@pytest.mark.parametrize(("when", "made"), [("error_before", 0), ("error_after", 1)])
def test_the_server_fails_before_or_after_the_work(merchant: Merchant, when: str, made: int) -> None:
    become(merchant, **{when: 1})
    answer = merchant.raw("POST", "/v1/payment_links", json=merchant.wish(reference_id="failing"))
    become(merchant)

    assert answer.status_code >= 500
    found = merchant.raw("GET", "/v1/payment_links?reference_id=failing").json()["payment_links"]
    assert len(found) == made


def test_the_answer_comes_too_late_though_the_work_is_done(merchant: Merchant) -> None:
    become(merchant, silent_after=1, silence=1)
    with pytest.raises(requests.Timeout):
        merchant.raw("POST", "/v1/payment_links", json=merchant.wish(reference_id="silent"), timeout=0.2)
    become(merchant)

    found = merchant.raw("GET", "/v1/payment_links?reference_id=silent").json()["payment_links"]
    assert len(found) == 1


def test_only_a_part_is_paid(merchant: Merchant, listener: WebhookListener) -> None:
    become(merchant, payment_in_part=1)
    link = pay(merchant, "in part")

    assert link["status"] == "partially_paid"
    assert 0 < link["amount_paid"] < link["amount"]
    listener.after(1)
    assert kinds(listener) == ["payment_link.partially_paid"]


def test_more_is_paid_than_was_asked_for(merchant: Merchant) -> None:
    become(merchant, payment_other_amount=1)
    link = pay(merchant, "too much")

    assert link["status"] == "paid"
    assert link["amount_paid"] == link["payments"][0]["amount"] > link["amount"]


def test_one_link_is_paid_twice(merchant: Merchant, listener: WebhookListener) -> None:
    become(merchant, payment_twice=1)
    link = pay(merchant, "twice")

    assert [payment["amount"] for payment in link["payments"]] == [link["amount"]] * 2
    assert len({delivery.event_id for delivery in listener.after(2)}) == 2
    assert kinds(listener) == ["payment_link.paid"] * 2


def test_a_payment_fails_and_one_comes_late(merchant: Merchant) -> None:
    become(merchant, payment_fails=1)
    failed = pay(merchant, "fails")
    become(merchant, payment_late=1)
    late = pay(merchant, "late")
    merchant.advance(2000)

    assert merchant.fetch(failed)["status"] == "expired"
    assert merchant.fetch(late)["status"] == "paid"


def test_refunds_take_long_and_fail(merchant: Merchant, listener: WebhookListener) -> None:
    become(merchant, seed=1, refund_fails=1, refund_takes=5000)
    payment = pay(merchant, "refund fails")["payments"][0]["payment_id"]
    refund = merchant.raw("POST", f"/v1/payments/{payment}/refund", json={"notes": {"a": "b"}}).json()
    merchant.advance(4)
    assert merchant.raw("GET", f"/v1/refunds/{refund['id']}").json()["status"] == "pending"

    merchant.advance(5000)

    assert merchant.raw("GET", f"/v1/refunds/{refund['id']}").json()["status"] == "failed"
    assert merchant.raw("GET", f"/v1/payments/{payment}").json()["amount_refunded"] == 0
    until(lambda: "refund.failed" in kinds(listener))


def test_a_refund_that_was_processed_is_sent_back_by_the_bank(merchant: Merchant, listener: WebhookListener) -> None:
    become(merchant, refund_returns=1, refund_takes=5000)
    payment = pay(merchant, "refund returns")["payments"][0]["payment_id"]
    refund = merchant.raw("POST", f"/v1/payments/{payment}/refund", json={"notes": {"a": "b"}}).json()
    for _ in range(2):
        merchant.advance(5003)

    assert merchant.raw("GET", f"/v1/refunds/{refund['id']}").json()["status"] == "failed"
    assert merchant.raw("GET", f"/v1/payments/{payment}").json()["amount_refunded"] == 0
    until(lambda: {"refund.processed", "refund.failed"} <= {*kinds(listener)})


def test_the_same_seed_does_the_same_whoever_is_faster(tmp_path: Path) -> None:
    def fates(place: str, seed: int, order: range) -> dict[str, Any]:
        with RunningSandbox(data_dir=tmp_path / place) as sandbox:
            merchant = Merchant(sandbox.settings)
            become(merchant, seed=seed, payment_fails=0.3, payment_in_part=0.3, payment_twice=0.3)
            links = {number: pay(merchant, f"fate {number}") for number in order}
            assert sum(told(merchant)["counts"].values()) == len(told(merchant)["log"]) > 0
        return {str(number): (link["status"], link["amount_paid"]) for number, link in links.items()}

    first = fates("a", 7, range(20))

    assert fates("b", 7, range(19, -1, -1)) == first
    assert fates("c", 8, range(20)) != first
    assert len(set(first.values())) > 3
