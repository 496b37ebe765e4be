"""Links: what the gateway shows to whoever pays, made once for a payment and kept with it."""

from collections.abc import Mapping
from datetime import datetime

from domain.ids import PaymentId
from domain.payments import LinkWish, Payment, PaymentLink
from domain.ports import PaymentGateway, Units
from domain.services.retrying import until_settled
from domain.users import User


class Links:
    """`callback_url` is where the page sends the payer afterwards."""

    def __init__(self, units: Units, gateway: PaymentGateway, callback_url: str | None) -> None:
        self._units = units
        self._gateway = gateway
        self._callback_url = callback_url

    def make(self, payment: Payment, user: User, description: str, notes: Mapping[str, str], now: datetime) -> Payment:
        """The payment with its link, as it is stored now, whatever became of it meanwhile: to be asked."""
        link = self._gateway.create_link(
            LinkWish(
                reference_id=payment.payment_id,
                amount=payment.link_amount,
                description=description,
                expires_at=payment.expires_at,
                customer_name=user.full_name,
                customer_phone=user.phone,
                callback_url=self._callback_url,
                notes=notes,
            )
        )
        return until_settled(lambda _: self._keep(payment.payment_id, link, now))

    def _keep(self, payment_id: PaymentId, link: PaymentLink, now: datetime) -> Payment:
        with self._units() as work:
            stored = work.payments.get(payment_id)
            work.payments.save(stored.but(link_id=link.link_id, link_url=link.url, updated_at=now))
            work.commit()
            return work.payments.get(payment_id)
