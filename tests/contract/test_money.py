"""Payments and wallets: a wallet and its ledger change together or not at all."""

from datetime import timedelta
from decimal import Decimal

import pytest

from domain.errors import Conflict, NotFound
from domain.ids import BookingId, PaymentId, WalletId, made_at
from domain.payments import PaymentStatus, RefundStatus
from tests.contract.samples import NOW, a_booking, a_credit, a_payment, a_wallet
from tests.engines import Storage

DAY = timedelta(days=1)


def test_a_payment_is_kept_with_what_the_gateway_said(storage: Storage) -> None:
    payment = a_payment(a_booking())
    with storage.units() as unit:
        unit.payments.add(payment)
        unit.commit()
    said = {"id": "pay_1", "fee": Decimal("2.36"), "notes": [], "vpa": None, "captured": True, "acquirer": {"rrn": "1"}}
    with storage.units() as unit:
        pending = unit.payments.get(payment.payment_id)
        unit.payments.save(pending.moved(PaymentStatus.SUCCESS, completed_at=NOW, gateway_response=said))
        unit.commit()
    with storage.units() as unit:
        paid = unit.payments.get(payment.payment_id)
        begun, moment = made_at(payment.payment_id), timedelta(milliseconds=1)
        assert paid in list(unit.payments.begun_between(begun, begun + moment))
        assert paid not in [*unit.payments.begun_between(begun + moment, begun + DAY)]
        assert paid not in [*unit.payments.begun_between(begun - DAY, begun)]
    assert paid == payment.but(payment_status="success", completed_at=NOW, gateway_response=said, rev=2)


def test_a_refund_is_listed_while_it_is_on_its_way(storage: Storage) -> None:
    payment = a_payment(a_booking())
    with storage.units() as unit:
        unit.payments.add(payment)
        unit.commit()
    with storage.units() as unit:
        paid = unit.payments.get(payment.payment_id).moved(PaymentStatus.SUCCESS)
        unit.payments.save(paid.sent_back(BookingId("any"), Decimal("100.00"), NOW))
        unit.commit()
    with storage.units() as unit:
        assert payment.payment_id not in unit.payments.refunds_due(NOW - timedelta(seconds=1), limit=1000)
        assert payment.payment_id in unit.payments.refunds_due(NOW, limit=1000)
        kept = unit.payments.get(payment.payment_id)
        unit.payments.save(kept.with_refund(kept.refunds[0].but(due_at=NOW + timedelta(hours=1), gateway_id="rfnd_1")))
        unit.commit()
    with storage.units() as unit:
        assert payment.payment_id not in unit.payments.refunds_due(NOW, limit=1000)
        kept = unit.payments.get(payment.payment_id)
        assert payment.payment_id in unit.payments.refunds_due(NOW + timedelta(hours=1), limit=1000)
        unit.payments.save(kept.with_refund(kept.refunds[0].but(status=RefundStatus.PROCESSED, due_at=None)))
        unit.commit()
    with storage.units() as unit:
        assert payment.payment_id not in unit.payments.refunds_due(NOW + timedelta(days=9), limit=1000)
        asked_back = list(unit.payments.refunded_between(NOW - DAY, NOW))
        assert unit.payments.get(payment.payment_id) in asked_back
        later = unit.payments.refunded_between(NOW + timedelta(seconds=1), NOW + DAY)
        assert payment.payment_id not in [each.payment_id for each in later]


def test_an_open_top_up_is_listed_until_it_ends_and_a_bookings_payment_is_not(storage: Storage) -> None:
    for_ticket, top_up = a_payment(a_booking()), a_payment(a_booking()).but(booking_id=None, purpose="topup")
    with storage.units() as unit:
        unit.payments.add(for_ticket)
        unit.payments.add(top_up)
        unit.commit()
    with storage.units() as unit:
        due = unit.payments.open_due(top_up.expires_at, limit=1000)
        assert (top_up.payment_id in due, for_ticket.payment_id in due) == (True, False)
        unit.payments.save(unit.payments.get(top_up.payment_id).moved(PaymentStatus.FAILED))
        unit.payments.save(unit.payments.get(for_ticket.payment_id).but(check_at=NOW))
        unit.commit()
    with storage.units() as unit:
        due = unit.payments.open_due(top_up.expires_at, limit=1000)
        assert (top_up.payment_id in due, for_ticket.payment_id in due) == (False, True)


def test_unknown_money_is_not_found(storage: Storage) -> None:
    with storage.units() as unit:
        with pytest.raises(NotFound):
            unit.payments.get(PaymentId("none"))
        with pytest.raises(NotFound):
            unit.wallets.get(WalletId("none"))


def test_the_balance_is_the_sum_of_the_ledger_newest_first(storage: Storage) -> None:
    wallet = a_wallet()
    with storage.units() as unit:
        unit.wallets.open(wallet)
        unit.commit()
    for minute, amount in enumerate(("100.10", "0.05", "899.85")):
        with storage.units() as unit:
            txn = a_credit(wallet, amount, NOW + timedelta(minutes=minute))
            unit.wallets.move(unit.wallets.get(wallet.wallet_id).moved(txn), txn)
            unit.commit()
    with storage.units() as unit:
        ledger = unit.wallets.ledger(wallet.wallet_id)
        assert unit.wallets.get(wallet.wallet_id).balance == Decimal("1000.00") == sum(txn.amount for txn in ledger)
        assert [txn.amount for txn in ledger] == [Decimal("899.85"), Decimal("0.05"), Decimal("100.10")]
        assert unit.wallets.ledger(wallet.wallet_id, 2) == ledger[:2]


def test_two_moves_from_one_balance_are_not_both_made(storage: Storage) -> None:
    wallet = a_wallet()
    with storage.units() as unit:
        unit.wallets.open(wallet)
        unit.commit()
    with storage.units() as one, storage.units() as other:
        for unit, amount in ((one, "5"), (other, "7")):
            txn = a_credit(wallet, amount)
            unit.wallets.move(unit.wallets.get(wallet.wallet_id).moved(txn), txn)
        one.commit()
        with pytest.raises(Conflict):
            other.commit()
    with storage.units() as unit:
        assert unit.wallets.get(wallet.wallet_id).balance == Decimal(5)
        assert len(unit.wallets.ledger(wallet.wallet_id)) == 1


def test_a_ledger_row_is_written_once(storage: Storage) -> None:
    wallet = a_wallet()
    txn = a_credit(wallet, "5")
    with storage.units() as unit:
        unit.wallets.open(wallet)
        unit.commit()
    for turn in range(2):
        with storage.units() as unit:
            unit.wallets.move(unit.wallets.get(wallet.wallet_id).moved(txn), txn)
            if turn == 0:
                unit.commit()
            else:
                with pytest.raises(Conflict):
                    unit.commit()
    with storage.units() as unit:
        assert unit.wallets.get(wallet.wallet_id).balance == Decimal(5)
