"""The gateway's two doors into the program: its webhooks, and payers who come back from the pay page."""

from collections.abc import Mapping

from domain.errors import Problem
from domain.ports import Clock, PaymentGateway
from domain.services.paying import PayingService


class PaymentDoors:
    """Blocking; what they cannot take they raise."""

    def __init__(self, gateway: PaymentGateway, paying: PayingService, clock: Clock) -> None:
        self._gateway = gateway
        self._paying = paying
        self._clock = clock

    def event(self, body: bytes, signature: str, event_id: str) -> None:
        """A webhook's raw body. Raises BadSignature, BadPayload, NotFound (none of ours) or Busy."""
        self._paying.settle_event(self._gateway.parse_webhook(body, signature, event_id), self._clock.now())

    def came_back(self, params: Mapping[str, str]) -> bool:
        """True if the money is there: the gateway was asked. Anybody can open the address; unsigned, it is nothing."""
        try:
            self._paying.settle_callback(params, self._clock.now())
        except Problem:
            return False
        return params.get("razorpay_payment_link_status") == "paid"
