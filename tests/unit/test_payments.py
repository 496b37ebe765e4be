"""Payments: what a link asks, and how much can go back to where it came from."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from domain.errors import InvalidChange
from domain.ids import BookingId, PaymentId, UserId
from domain.payments import Payment, PaymentPurpose, PaymentStatus, RefundStatus, payment_of_refund, refund_status

NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
TICKET, OTHER = BookingId("one"), BookingId("other")


def a_payment(**changes: object) -> Payment:
    """₹1,715, of which the wallet paid ₹500."""
    return Payment(
        payment_id=PaymentId("01936f5e-6f6f-7000-8000-00000000000a"),
        user_id=UserId("asha"),
        booking_id=TICKET,
        amount=Decimal("1715.00"),
        payment_method="link",
        wallet_part=Decimal("500.00"),
        expires_at=NOW + timedelta(minutes=16),
        initiated_at=NOW,
        created_at=NOW,
        updated_at=NOW,
    ).but(**changes)


def paid(**changes: object) -> Payment:
    return a_payment().moved(PaymentStatus.SUCCESS, transaction_reference="pay_1", **changes)


def test_the_link_asks_for_what_the_wallet_did_not_pay() -> None:
    assert a_payment().link_amount == Decimal("1215.00")


def test_only_what_the_gateway_took_can_go_back_there() -> None:
    assert a_payment().refundable == 0
    payment = paid()
    assert payment.refundable == Decimal("1215.00")
    payment = payment.sent_back(TICKET, Decimal("1000.00"), NOW).sent_back(OTHER, Decimal("215.00"), NOW)
    assert payment.refundable == 0
    assert len({refund.refund_id for refund in payment.refunds}) == 2
    with pytest.raises(InvalidChange):
        payment.sent_back(TICKET, Decimal("1.00"), NOW)


def test_what_could_not_be_sent_back_is_not_gone() -> None:
    payment = paid().sent_back(TICKET, Decimal("1215.00"), NOW)
    failed = payment.refunds[0].but(status=RefundStatus.FAILED, due_at=None)
    assert payment.with_refund(failed).refundable == Decimal("1215.00")


def test_a_refund_that_is_there_may_come_back_but_what_came_back_stays() -> None:
    (refund,) = paid().sent_back(TICKET, Decimal("15.00"), NOW).refunds
    failed = refund.moved(RefundStatus.PROCESSED).moved(RefundStatus.FAILED)
    for status in RefundStatus:
        with pytest.raises(InvalidChange):
            failed.moved(status)


def test_a_wallet_that_paid_all_leaves_nothing_for_a_gateway() -> None:
    assert paid(wallet_part=Decimal("1715.00")).refundable == 0


def test_less_than_a_gateway_sends_stays_out_of_its_way() -> None:
    payment = paid().sent_back(TICKET, Decimal("1214.50"), NOW)
    assert payment.refundable == 0


def test_a_refund_id_names_its_payment_and_is_short_enough_for_a_receipt() -> None:
    (refund,) = paid().sent_back(TICKET, Decimal("15.00"), NOW).refunds
    assert payment_of_refund(refund.refund_id) == paid().payment_id
    assert len(refund.refund_id) <= 40


def test_two_tickets_that_were_paid_together_know_their_own_refunds() -> None:
    payment = paid().sent_back(TICKET, Decimal("15.00"), NOW).sent_back(OTHER, Decimal("16.00"), NOW)
    (own,) = payment.of_booking(OTHER)
    assert own.amount == Decimal("16.00")
    assert refund_status(payment.of_booking(OTHER), Decimal(16)) == "pending"
    assert refund_status((), Decimal(16)) == "wallet"
    assert refund_status((), Decimal(0)) == "none"


def test_only_an_open_top_up_is_asked_about_unless_a_time_is_set() -> None:
    top_up = a_payment(purpose=PaymentPurpose.TOPUP, booking_id=None, wallet_part=Decimal(0))
    assert top_up.open_until == top_up.expires_at
    assert top_up.moved(PaymentStatus.FAILED).open_until is None
    assert a_payment().open_until is None
    assert a_payment(check_at=NOW).open_until == NOW
