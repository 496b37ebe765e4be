"""The gateway's two doors into the program: its webhooks, and payers who come back from the pay page."""

from collections.abc import Mapping

from domain.errors import Problem
from domain.ports import Clock, PaymentGateway
from domain.services.paying import PayingService
from domain.services.refunding import RefundingService


class PaymentDoors:
    """Blocking; what they cannot take they raise."""

    def __init__(
        self, gateway: PaymentGateway, paying: PayingService, refunding: RefundingService, clock: Clock
    ) -> None:
        self._gateway = gateway
        self._paying = paying
        self._refunding = refunding
        self._clock = clock

    def event(self, body: bytes, signature: str, event_id: str) -> None:
        """A webhook's raw body; its work is stored when this returns, and the gateway is asked nothing. Raises
        BadSignature, BadPayload, NotFound (none of ours) or Busy."""
        event = self._gateway.parse_webhook(body, signature, event_id)
        self._refunding.settle_event(event, self._clock.now())
        self._paying.settle_event(event, self._clock.now())

    def came_back(self, params: Mapping[str, str]) -> bool:
        """True if the money is there: the gateway was asked. Anybody can open the address; unsigned, it is nothing."""
        try:
            return self._paying.settle_callback(params, self._clock.now())
        except Problem:
            return False
