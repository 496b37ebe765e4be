"""Payments and wallets: a wallet and its ledger change together or not at all."""

from datetime import timedelta
from decimal import Decimal

import pytest

from domain.errors import Conflict, NotFound
from domain.ids import PaymentId, WalletId
from domain.payments import PaymentStatus
from tests.contract.samples import NOW, a_booking, a_credit, a_payment, a_wallet
from tests.engines import Storage


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
    assert paid == payment.but(payment_status="success", completed_at=NOW, gateway_response=said, rev=2)


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
