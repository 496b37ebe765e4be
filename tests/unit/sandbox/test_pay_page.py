"""The pay page as a browser without JavaScript sees it: what it shows, what its choices do, where it leads."""

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import pytest
import requests

from bot.sandbox.running import RunningSandbox
from tests.unit.sandbox.merchant import TIMEOUT, Merchant, way_back


@pytest.fixture(scope="module")
def merchant() -> Iterator[Merchant]:
    with RunningSandbox() as sandbox:
        yield Merchant(sandbox.settings)


def test_it_says_what_is_paid_for(merchant: Merchant) -> None:
    link = merchant.link(amount=12_345_650)

    page = merchant.page(link)

    for words in ("Yatri", "₹1,23,456.50", "12951 Mumbai Rajdhani, 3A", link["reference_id"], "Asha Verma", "15:"):
        assert words in page


def test_its_code_is_a_upi_address(merchant: Merchant) -> None:
    link = merchant.link(amount=1000, description="Tea & cake")

    page = merchant.page(link)

    assert '<svg viewBox="' in page
    assert "upi://pay?pa=yatri%40sandbox&amp;pn=Yatri%20%28sandbox%29" in page
    assert f"tr={link['id']}&amp;tn=Tea%20%26%20cake&amp;am=10.00&amp;cu=INR" in page


def test_what_the_merchant_wrote_is_shown_as_text(merchant: Merchant) -> None:
    page = merchant.page(merchant.link(description="<script>alert(1)</script> $amount", customer={"name": '"><b>'}))

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; $amount" in page
    assert "&quot;&gt;&lt;b&gt;" in page


def test_it_runs_no_foreign_code(merchant: Merchant) -> None:
    answer = requests.get(merchant.link()["short_url"], timeout=5)

    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert " style=" not in answer.text
    assert " onclick=" not in answer.text


@pytest.mark.parametrize("method", ["upi", "card", "netbanking"])
def test_paying_leads_back_to_the_merchant_signed(merchant: Merchant, method: str) -> None:
    link = merchant.link()

    page = merchant.press(link, method=method)

    assert "Payment received" in page
    assert 'http-equiv="refresh"' in page
    query = dict(parse_qsl(urlsplit(way_back(page)).query))
    assert query["from"] == "pay"
    signed = {name.replace("razorpay_payment_link", "payment_link"): value for name, value in query.items()}
    assert merchant.client.utility.verify_payment_link_signature(signed)
    assert query["razorpay_payment_link_status"] == "paid"
    assert merchant.payment_of(link)["method"] == method


def test_a_closed_browser_does_not_go_back(merchant: Merchant) -> None:
    link = merchant.link()

    page = merchant.press(link, callback="closed")

    assert "Payment received" in page
    assert "pay-return" not in page
    assert "refresh" not in page
    assert merchant.fetch(link)["status"] == "paid"


def test_without_a_callback_the_receipt_stays(merchant: Merchant) -> None:
    page = merchant.press(merchant.link(callback_url="", callback_method=""))

    assert "Payment received" in page
    assert "pay-return" not in page


def test_a_failed_payment_can_be_tried_again(merchant: Merchant) -> None:
    link = merchant.link()

    assert "did not go through" in merchant.press(link, outcome="fail")
    assert merchant.fetch(link)["status"] == "created"
    assert merchant.payment_of(link)["status"] == "failed"

    assert "Payment received" in merchant.press(link)
    assert merchant.fetch(link)["amount_paid"] == 167_000


def test_pressing_twice_takes_the_money_once(merchant: Merchant) -> None:
    link = merchant.link()
    merchant.press(link)
    merchant.press(link)

    assert len(merchant.attempts(link)) == 1
    assert merchant.fetch(link)["amount_paid"] == 167_000


def test_choices_that_are_not_on_the_page_are_taken_as_the_usual_ones(merchant: Merchant) -> None:
    link = merchant.link()

    merchant.press(link, method="gold", outcome="?", webhook="100", bank="<b>", amount="-1")

    assert merchant.fetch(link)["payments"][0]["method"] == "upi"


def test_a_part_can_be_paid_where_the_merchant_allows_it(merchant: Merchant) -> None:
    link = merchant.link(accept_partial=True, first_min_partial_amount=50_000)

    for wrong in ("499.99", "1670.01", "-1", "abc", "1.001", "NaN", "Infinity"):
        assert "does not fit" in merchant.press(link, amount=wrong)
    assert "₹1,070.00 is still to be paid" in merchant.press(link, amount="600")
    assert merchant.fetch(link)["status"] == "partially_paid"
    assert "Payment received" in merchant.press(link)
    assert [line["amount"] for line in merchant.fetch(link)["payments"]] == [60_000, 107_000]


def test_the_open_page_learns_of_changes(merchant: Merchant) -> None:
    link = merchant.link()
    before = requests.get(f"{link['short_url']}/state", timeout=5).json()
    assert 900 < before["left"] <= 930
    assert f'data-rev="{before["rev"]}"' in merchant.page(link)

    merchant.client.payment_link.cancel(link["id"], timeout=TIMEOUT)

    assert requests.get(f"{link['short_url']}/state", timeout=5).json()["rev"] != before["rev"]


def test_an_unknown_link_has_a_page_too(merchant: Merchant) -> None:
    answer = requests.get(f"{merchant.url}/pay/plink_nobody", timeout=5)

    assert answer.status_code == 404
    assert "No such payment link" in answer.text
    assert requests.post(f"{merchant.url}/pay/plink_nobody", timeout=5).status_code == 404
