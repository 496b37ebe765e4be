"""The payment gateway port: the same stories with each gateway, over HTTP against the sandbox's own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from urllib.parse import parse_qsl, urlsplit

import pytest

from domain.errors import GatewayRefused
from domain.payments import GatewayEvent, GatewayRefund, LinkStatus, LinkWish
from tests.contract.gateways import shop, shops
from tests.contract.shops import Shop
from tests.unit.sandbox.merchant import until, way_back

__all__ = ["shop", "shops"]

CLOSED = {LinkStatus.CANCELLED, LinkStatus.EXPIRED}


def test_a_link_is_made_once_for_a_reference(shop: Shop) -> None:
    first = shop.link("made-once")

    assert first.status is LinkStatus.CREATED
    assert first.url == f"{shop.merchant.url}/pay/{first.link_id}"
    assert shop.link("made-once") == first
    with pytest.raises(GatewayRefused):
        shop.link("made-once", amount="1252.51")


def test_a_link_whose_hold_was_prolonged_is_still_the_same(shop: Shop) -> None:
    first = shop.link("prolonged")

    assert shop.link("prolonged", minutes=31).link_id == first.link_id


@pytest.mark.parametrize("minutes", [15.5, 240, 3 * 24 * 60])
def test_a_link_may_live_as_long_as_a_hold_or_a_top_up(shop: Shop, minutes: float) -> None:
    assert shop.link(f"lives {minutes}", minutes=minutes).status is LinkStatus.CREATED


def test_a_link_tells_its_payment(shop: Shop) -> None:
    link = shop.link("tells")
    before = shop.gateway.fetch_link(link.link_id)
    assert (before.reference_id, before.status, before.payment) == ("tells", LinkStatus.CREATED, None)
    assert before.amount_paid == Decimal("0.00")

    shop.press(link, method="card")

    after = shop.gateway.fetch_link(link.link_id)
    assert (after.status, after.amount_paid) == (LinkStatus.PAID, Decimal("1252.50"))
    assert after.payment is not None
    assert (after.payment.amount, after.payment.method) == (Decimal("1252.50"), "card")
    assert (after.payment.status, after.payment.reference_id) == ("captured", "tells")
    assert shop.gateway.fetch_payment(after.payment.payment_id) == after.payment
    stranger = f"{after.payment.payment_id}Nobody"
    assert shop.gateway.issued(stranger)
    assert shop.gateway.fetch_payment(stranger) is None
    assert not shop.gateway.issued("../payments/pay_1")
    assert shop.gateway.fetch_payment("../payments/pay_1") is None


def test_a_payment_that_fails_leaves_the_link_open_for_the_next(shop: Shop) -> None:
    link = shop.link("fails first")
    shop.press(link, outcome="fail")
    assert shop.gateway.fetch_link(link.link_id).payment is None

    shop.press(link)

    assert shop.gateway.fetch_link(link.link_id).status is LinkStatus.PAID


def test_money_that_a_slow_bank_sends_is_found_when_it_is_there(shop: Shop) -> None:
    link = shop.link("late")
    shop.press(link, outcome="late", method="upi")
    waiting = shop.gateway.fetch_link(link.link_id)
    assert (waiting.payment, waiting.amount_paid) == (None, Decimal("0.00"))

    shop.merchant.advance(2000)

    paid = shop.gateway.fetch_link(link.link_id)
    assert (paid.status, paid.amount_paid) == (LinkStatus.PAID, Decimal("1252.50"))
    until(lambda: any(e.kind == "payment_link.paid" and e.reference_id == "late" for e in shop.heard()))


def test_cancelling_tells_how_the_link_stands(shop: Shop) -> None:
    unpaid, paid = shop.link("unpaid"), shop.link("paid")
    shop.press(paid)

    assert shop.gateway.cancel_link(unpaid.link_id).status in CLOSED
    assert shop.gateway.cancel_link(unpaid.link_id).status in CLOSED
    assert "Pay ₹" not in shop.press(unpaid)
    standing = shop.gateway.cancel_link(paid.link_id)
    assert standing.status is LinkStatus.PAID
    assert standing.payment is not None


@pytest.mark.parametrize("key", ["refund-of-booking-1", "chat:session:7", "x", "long " * 60])
def test_a_refund_is_made_once_for_a_key(shop: Shop, key: str) -> None:
    payment = shop.paid(f"refund {key}"[:40])

    first = shop.gateway.refund(payment.payment_id, Decimal("52.50"), key)

    assert shop.gateway.refund(payment.payment_id, Decimal("52.50"), key).refund_id == first.refund_id
    with pytest.raises(GatewayRefused):
        shop.gateway.refund(payment.payment_id, Decimal("60.00"), key)
    with pytest.raises(GatewayRefused, match="greater"):
        shop.gateway.refund(payment.payment_id, Decimal("1252.50"), f"the rest and more {key}")


def test_a_refund_is_made_once_though_days_lie_between_two_tries(shop: Shop) -> None:
    payment = shop.paid("days between")
    first = shop.gateway.refund(payment.payment_id, Decimal("52.50"), "days-between-refund")
    shop.merchant.advance(49 * 3600)

    again = shop.gateway.refund(payment.payment_id, Decimal("52.50"), "days-between-refund")

    assert again.refund_id == first.refund_id
    assert shop.gateway.refund(payment.payment_id, Decimal("1200.00"), "the-rest-of-it").refund_id != first.refund_id


def test_a_refund_can_be_followed_to_its_end(shop: Shop) -> None:
    good, bad = shop.paid("followed well"), shop.paid("followed badly", refund="fail")
    begun = shop.gateway.refund(good.payment_id, Decimal("9.50"), "key-of-the-good")
    failing = shop.gateway.refund(bad.payment_id, Decimal("9.50"), "key-of-the-bad")
    assert begun == shop.gateway.fetch_refund(begun.refund_id, good.payment_id)
    assert (begun.status, begun.reference_id, begun.amount) == ("pending", "key-of-the-good", Decimal("9.50"))
    known = shop.gateway.fetch_payment(good.payment_id)
    assert known is not None
    assert (known.status, known.sent_back) == ("captured", Decimal("9.50"))

    shop.merchant.advance(5)

    assert shop.gateway.fetch_refund(begun.refund_id, good.payment_id).status == "processed"
    assert shop.gateway.fetch_refund(failing.refund_id, bad.payment_id).status == "failed"
    with pytest.raises(GatewayRefused):
        shop.gateway.fetch_refund(begun.refund_id, bad.payment_id)


def test_every_webhook_is_understood(shop: Shop) -> None:
    link = shop.link("webhooks")
    shop.press(link, outcome="fail")
    shop.press(link)
    payment = shop.gateway.fetch_link(link.link_id).payment
    assert payment is not None
    refund = shop.gateway.refund(payment.payment_id, Decimal("52.50"), "webhooks-refund")
    shop.merchant.advance(5)

    sent_back = GatewayRefund(refund.refund_id, "processed", "webhooks-refund")

    def ours() -> dict[str, GatewayEvent]:
        return {e.kind: e for e in shop.heard() if e.reference_id == "webhooks" or e.refund in (refund, sent_back)}

    until(lambda: {"payment.failed", "payment_link.paid", "refund.created", "refund.processed"} <= set(ours()))
    events = ours()
    assert (events["refund.created"].refund, events["refund.processed"].refund) == (refund, sent_back)
    paid, failed = events["payment_link.paid"], events["payment.failed"]
    assert (paid.link_id, paid.amount_paid) == (link.link_id, Decimal("1252.50"))
    assert paid.payment is not None
    assert (paid.payment.payment_id, paid.payment.amount) == (payment.payment_id, payment.amount)
    assert failed.payment is not None
    assert failed.payment.status == "failed"
    assert all(event.event_id.startswith("evt_") for event in shop.heard())


def test_all_money_of_a_time_is_listed_with_our_references(shop: Shop) -> None:
    shop.merchant.advance(3600)
    since = shop.now
    for number in range(103):
        link = shop.link(f"listed {number}", amount=f"{100 + number}")
        shop.press(link, outcome="fail" if number == 7 else "success")
    shop.merchant.advance(100)
    end = shop.now - timedelta(seconds=50)
    late = shop.paid("begun later")

    listed = shop.gateway.payments_between(since, end)

    assert len(listed) == 102
    assert {payment.reference_id: payment.amount for payment in listed} == {
        f"listed {number}": Decimal(100 + number) for number in range(103) if number != 7
    }
    assert late in shop.gateway.payments_between(since, end + timedelta(seconds=100))
    shop.gateway.refund(late.payment_id, late.amount, "the whole of it back")
    again = shop.gateway.payments_between(end, end + timedelta(seconds=100))
    assert [(one.payment_id, one.status, one.amount) for one in again] == [
        (late.payment_id, "refunded", Decimal("1252.50"))
    ]


def test_the_browser_comes_back_naming_its_link(shop: Shop) -> None:
    link = shop.link("comes back")
    back = urlsplit(way_back(shop.press(link)))

    params = dict(parse_qsl(back.query))

    assert (back.path, params.pop("from")) == ("/healthz", "pay")
    assert shop.gateway.came_back(params) == link.link_id
    for name in params:
        assert shop.gateway.came_back({key: value for key, value in params.items() if key != name}) is None
        for forged in ("", "é\udc80", "../payments", "x" * 300):
            assert shop.gateway.came_back({**params, name: forged}) is None
    assert shop.gateway.came_back({}) is None


def test_threads_share_a_gateway(shop: Shop) -> None:
    wish = LinkWish(
        reference_id="shared",
        amount=Decimal("70"),
        description="",
        expires_at=shop.now + timedelta(minutes=16),
        customer_name="Asha",
        customer_phone=None,
        callback_url=None,
        notes={},
    )

    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(shop.gateway.create_link, [wish] * 16))) == 1
