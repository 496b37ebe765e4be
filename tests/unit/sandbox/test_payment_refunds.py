"""Refunds: never more than was paid, never twice for one key."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from razorpay.errors import BadRequestError

from bot.sandbox.running import RunningSandbox
from tests.unit.sandbox.merchant import TIMEOUT, Json, Merchant

KEY = {"X-Refund-Idempotency": "cancel-booking-1"}


@pytest.fixture(scope="module")
def merchant() -> Iterator[Merchant]:
    with RunningSandbox() as sandbox:
        yield Merchant(sandbox.settings)


@pytest.fixture
def payment(merchant: Merchant) -> Json:
    return merchant.paid_link()[1]


def test_a_part_then_the_rest_then_no_more(merchant: Merchant, payment: Json) -> None:
    part = merchant.client.payment.refund(payment["id"], {"amount": 67_000}, timeout=TIMEOUT)
    with pytest.raises(BadRequestError, match="greater than"):
        merchant.client.payment.refund(payment["id"], {"amount": 100_001}, timeout=TIMEOUT)
    rest = merchant.client.payment.refund(payment["id"], {}, timeout=TIMEOUT)
    with pytest.raises(BadRequestError, match="fully refunded"):
        merchant.client.payment.refund(payment["id"], {}, timeout=TIMEOUT)

    now = merchant.client.payment.fetch(payment["id"], {}, timeout=TIMEOUT)
    assert (now["status"], now["amount_refunded"], now["refund_status"]) == ("refunded", 167_000, "full")
    listed = merchant.client.payment.fetch_multiple_refund(payment["id"], {}, timeout=TIMEOUT)["items"]
    assert {refund["id"] for refund in listed} == {part["id"], rest["id"]}
    assert merchant.client.refund.fetch(rest["id"], {}, timeout=TIMEOUT)["amount"] == 100_000


def test_money_that_never_came_cannot_go_back(merchant: Merchant) -> None:
    link = merchant.link()
    merchant.press(link, outcome="fail")

    with pytest.raises(BadRequestError, match="should be captured"):
        merchant.client.payment.refund(merchant.payment_of(link)["id"], {}, timeout=TIMEOUT)


def test_the_same_key_is_the_same_refund_even_after_a_restart(tmp_path: Path) -> None:
    with RunningSandbox(data_dir=tmp_path) as sandbox:
        merchant = Merchant(sandbox.settings)
        _, payment = merchant.paid_link()
        first = merchant.client.payment.refund(payment["id"], {"amount": 500}, headers={**KEY}, timeout=TIMEOUT)

    with RunningSandbox(data_dir=tmp_path) as sandbox:
        merchant = Merchant(sandbox.settings)
        again = merchant.client.payment.refund(payment["id"], {"amount": 500}, headers={**KEY}, timeout=TIMEOUT)
        assert again["id"] == first["id"]
        with pytest.raises(BadRequestError, match="Different request"):
            merchant.client.payment.refund(payment["id"], {"amount": 600}, headers={**KEY}, timeout=TIMEOUT)
        assert merchant.client.payment.fetch(payment["id"], {}, timeout=TIMEOUT)["amount_refunded"] == 500


def test_the_same_key_at_the_same_moment_is_a_conflict(merchant: Merchant, payment: Json) -> None:
    def ask(_: int) -> int:
        path = f"/v1/payments/{payment['id']}/refund"
        return merchant.raw("POST", path, json={"amount": 500}, headers=KEY).status_code

    with ThreadPoolExecutor(6) as threads:
        statuses = list(threads.map(ask, range(6)))

    assert set(statuses) == {200, 409}
    assert merchant.client.payment.fetch(payment["id"], {}, timeout=TIMEOUT)["amount_refunded"] == 500


@pytest.mark.parametrize("key", ["short", "with spaces in it", "book:ing:1:refund"])
def test_a_key_that_razorpay_would_not_take_is_refused(merchant: Merchant, payment: Json, key: str) -> None:
    answer = merchant.raw(
        "POST", f"/v1/payments/{payment['id']}/refund", json={}, headers={"X-Refund-Idempotency": key}
    )

    assert answer.status_code == 400


@pytest.mark.parametrize("amount", [0, 99, -500, 10.5, "500", True])
def test_a_wrong_amount_is_refused(merchant: Merchant, payment: Json, amount: object) -> None:
    answer = merchant.raw("POST", f"/v1/payments/{payment['id']}/refund", json={"amount": amount})

    assert (answer.status_code, answer.json()["error"]["field"]) == (400, "amount")
