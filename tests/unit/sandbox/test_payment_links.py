"""Payment links over real HTTP, with Razorpay's own client as the merchant."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from razorpay.errors import BadRequestError

from bot.sandbox.running import RunningSandbox
from tests.unit.sandbox.merchant import TIMEOUT, Merchant


@pytest.fixture(scope="module")
def merchant() -> Iterator[Merchant]:
    with RunningSandbox() as sandbox:
        yield Merchant(sandbox.settings)


def test_a_link_is_made_as_asked_for(merchant: Merchant) -> None:
    link = merchant.link()

    assert link["id"].startswith("plink_")
    assert link["short_url"] == f"{merchant.url}/pay/{link['id']}"
    assert (link["status"], link["amount"], link["amount_paid"]) == ("created", 167_000, 0)
    assert merchant.fetch(link) == link


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("amount", 99),
        ("amount", 100.5),
        ("amount", "1000"),
        ("amount", True),
        ("amount", None),
        ("currency", "USD"),
        ("reference_id", "x" * 41),
        ("reference_id", 7),
        ("expire_by", 1_700_000_000),
        ("expire_by", 4_000_000_000),
        ("notes", {f"note {number}": "x" for number in range(16)}),
        ("notes", {"note": "x" * 257}),
        ("notes", "a text"),
        ("customer", "Asha"),
        ("callback_method", "post"),
        ("callback_url", "javascript:alert(1)"),
        ("accept_partial", "perhaps"),
    ],
)
def test_what_razorpay_refuses_is_refused(merchant: Merchant, field: str, value: Any) -> None:
    answer = merchant.raw("POST", "/v1/payment_links", json=merchant.wish(**{field: value}))

    assert answer.status_code == 400
    error = answer.json()["error"]
    assert (error["code"], error["field"]) == ("BAD_REQUEST_ERROR", field)
    assert error["description"]


def test_an_expiry_has_to_be_fifteen_minutes_ahead_of_the_sandbox_clock(merchant: Merchant) -> None:
    soon = merchant.now() + 930
    merchant.advance(60)

    with pytest.raises(BadRequestError, match="15 minutes"):
        merchant.link(expire_by=soon)


@pytest.mark.parametrize("body", [b"{", b"[]", b'"text"', b"\xff", b"[" * 50_000, b'{"description": "\\ud800"}'])
def test_a_body_that_is_no_object_is_refused(merchant: Merchant, body: bytes) -> None:
    assert merchant.raw("POST", "/v1/payment_links", data=body).status_code == 400


@pytest.mark.parametrize("auth", [None, ("rzp_test_sandbox", "wrong"), ("", "")])
def test_a_stranger_is_not_let_in(merchant: Merchant, auth: tuple[str, str] | None) -> None:
    answer = merchant.raw("GET", "/v1/payment_links", auth=auth)

    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "BAD_REQUEST_ERROR"


def test_a_reference_is_used_once_and_finds_its_link(merchant: Merchant) -> None:
    first, _ = merchant.link(reference_id="one"), merchant.link(reference_id="two")

    with pytest.raises(BadRequestError, match="already exists"):
        merchant.link(reference_id="one")

    found = merchant.client.payment_link.all({"reference_id": "one"}, timeout=TIMEOUT)["payment_links"]
    assert [link["id"] for link in found] == [first["id"]]
    assert merchant.client.payment_link.all({"reference_id": "three"}, timeout=TIMEOUT) == {"payment_links": []}


def test_a_link_expires_by_the_clock(merchant: Merchant) -> None:
    link = merchant.link()
    merchant.advance(929)
    assert merchant.fetch(link)["status"] == "created"

    merchant.advance(2)

    assert merchant.fetch(link)["status"] == "expired"
    assert merchant.fetch(link)["expired_at"] == link["expire_by"]
    assert "This link has expired" in merchant.press(link)
    assert merchant.attempts(link) == []


def test_its_time_can_be_made_longer(merchant: Merchant) -> None:
    link = merchant.link()
    merchant.client.payment_link.edit(link["id"], {"expire_by": link["expire_by"] + 3600}, timeout=TIMEOUT)

    merchant.advance(1000)

    assert merchant.fetch(link)["status"] == "created"
    with pytest.raises(BadRequestError, match="amount"):
        merchant.client.payment_link.edit(link["id"], {"amount": 100}, timeout=TIMEOUT)


def test_a_cancelled_link_takes_no_money(merchant: Merchant) -> None:
    link = merchant.link()

    assert merchant.client.payment_link.cancel(link["id"], timeout=TIMEOUT)["status"] == "cancelled"
    assert "This link was cancelled" in merchant.press(link)
    assert merchant.fetch(link)["amount_paid"] == 0
    with pytest.raises(BadRequestError, match="cancelled state"):
        merchant.client.payment_link.cancel(link["id"], timeout=TIMEOUT)


def test_a_paid_link_cannot_be_cancelled(merchant: Merchant) -> None:
    link, _ = merchant.paid_link()

    with pytest.raises(BadRequestError, match="paid state"):
        merchant.client.payment_link.cancel(link["id"], timeout=TIMEOUT)


def test_a_reminder_goes_to_an_open_link_only(merchant: Merchant) -> None:
    link = merchant.link()
    assert merchant.client.payment_link.notifyBy(link["id"], "sms", timeout=TIMEOUT) == {"success": True}
    with pytest.raises(BadRequestError, match="sms or email"):
        merchant.client.payment_link.notifyBy(link["id"], "pigeon", timeout=TIMEOUT)

    merchant.press(link)

    with pytest.raises(BadRequestError, match="paid state"):
        merchant.client.payment_link.notifyBy(link["id"], "sms", timeout=TIMEOUT)


def test_ids_that_are_not_there_are_told_so(merchant: Merchant) -> None:
    for path in ("payment_links/plink_x", "payments/pay_x", "refunds/rfnd_x", "payments/pay_x/refunds"):
        answer = merchant.raw("GET", f"/v1/{path}")
        assert (answer.status_code, answer.json()["error"]["description"]) == (400, "The id provided does not exist")


def test_links_and_payments_are_still_there_after_a_restart(tmp_path: Path) -> None:
    with RunningSandbox(data_dir=tmp_path) as sandbox:
        link, payment = Merchant(sandbox.settings).paid_link()

    with RunningSandbox(data_dir=tmp_path) as sandbox:
        merchant = Merchant(sandbox.settings)
        assert merchant.fetch(link)["status"] == "paid"
        assert merchant.client.payment.fetch(payment["id"], {}, timeout=TIMEOUT) == payment


def test_the_clients_of_other_sites_cannot_press_pay(merchant: Merchant) -> None:
    link = merchant.link()

    answer = requests.post(link["short_url"], headers={"Origin": "https://elsewhere.example"}, timeout=5)

    assert answer.status_code == 403
    assert merchant.fetch(link)["status"] == "created"
