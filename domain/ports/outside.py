"""Ports to the outside world: the clock, the payment gateway, and the dialogues' sessions."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from domain.ids import ChatId
from domain.payments import GatewayEvent, GatewayPayment, GatewayRefund, LinkState, LinkWish, PaymentLink
from domain.sessions import Session


class Clock(Protocol):
    """Where "now" comes from; the sandbox can move it."""

    def now(self) -> datetime:
        """The instant, in UTC."""
        ...


class PaymentGateway(Protocol):
    """Payment links. Raises GatewayUnavailable (outcome unknown, ask again) or GatewayRefused."""

    def create_link(self, wish: LinkWish) -> PaymentLink:
        """Idempotent by `reference_id`: a link that exists is returned."""
        ...

    def fetch_link(self, link_id: str) -> LinkState: ...

    def cancel_link(self, link_id: str) -> LinkState:
        """A link that is paid or expired already is returned as it stands."""
        ...

    def refund(self, payment_id: str, amount: Decimal, idempotency_key: str) -> GatewayRefund:
        """Send `amount` rupees back; the same key again is the same refund."""
        ...

    def fetch_refund(self, refund_id: str, payment_id: str) -> GatewayRefund:
        """How a refund of the gateway's payment stands now."""
        ...

    def payments_between(self, since: datetime, until: datetime) -> list[GatewayPayment]:
        """All money that the gateway took by payments begun in that time, each with our reference where it tells it;
        what has been refunded since is there too."""
        ...

    def fetch_payment(self, payment_id: str) -> GatewayPayment | None:
        """Money by the gateway's id, whatever became of it; None if the gateway knows of none."""
        ...

    def issued(self, payment_id: str) -> bool:
        """Whether an id looks like one of this gateway's payments, and not like another gateway's."""
        ...

    def parse_webhook(self, body: bytes, signature: str, event_id: str) -> GatewayEvent:
        """The signature is checked on the raw body first. Raises BadSignature or BadPayload."""
        ...

    def came_back(self, params: Mapping[str, str]) -> str | None:
        """The link to ask about when a browser comes back from the pay page with this query; None if the gateway did
        not send it. The answer is never proof of a payment."""
        ...


class Sessions(Protocol):
    """Dialogue state by chat, outside any unit of work."""

    def load(self, chat_id: ChatId) -> Session:
        """A fresh Session for a chat that has none; one silent for too long is fresh too, but keeps its language and
        goes on counting, so that its old buttons stay old."""
        ...

    def commit(self, session: Session, now: datetime) -> Session:
        """Store it as rev + 1 and return it so; Conflict if the stored rev is no longer `session.rev`."""
        ...

    def sent(self, session: Session, panel: int | None) -> None:
        """Forget `unsent` and note the open question's message id if there is a new one, unless a newer turn has been
        committed."""
        ...
