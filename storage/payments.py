"""Payments, one row an attempt to pay."""

from domain.ids import PaymentId
from domain.payments import Payment
from storage.entities import Entities
from storage.schema import payment_key
from storage.transaction import Transaction


class Payments:
    """See domain.ports.Payments."""

    def __init__(self, transaction: Transaction) -> None:
        self._payments = Entities(transaction, "payments", Payment, lambda payment: payment_key(payment.payment_id))

    def get(self, payment_id: PaymentId) -> Payment:
        return self._payments.get(payment_key(payment_id))

    def add(self, payment: Payment) -> None:
        self._payments.add(payment)

    def save(self, payment: Payment) -> None:
        self._payments.save(payment)
