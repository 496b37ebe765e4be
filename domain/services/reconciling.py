"""Reconciling: what we and the gateway know of the same money, brought together; no difference is hidden."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.adminlog import SYSTEM, entry
from domain.errors import GatewayRefused, GatewayUnavailable, LinkUnknown, NotFound, YatriError
from domain.ids import PaymentId
from domain.payments import GatewayPayment, GatewayRefund, Payment, PaymentStatus, RefundStatus, SourceRefund
from domain.ports import PaymentGateway, Units
from domain.services.paying import PayingService
from domain.services.refunding import RefundingService
from domain.services.retrying import until_settled
from domain.services.settling import log_once

SOONEST, LATEST = timedelta(minutes=1), timedelta(hours=1)  # until a payment that could not be finished is looked at
COMPARED = timedelta(days=1)  # looked back in each round
UNDER_WAY = timedelta(minutes=5)  # a payment so young has a webhook still to come
FAR = timedelta(days=3650)


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that the gateway tells otherwise than we do. `kind` is unknown, amount or refund; `reference` the
    gateway's id; amounts in rupees, states by their names."""

    kind: str
    reference: str
    payment_id: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Report:
    """What one look found: payments of ours that are still open, those that came to an end by it, what differs, and
    what went wrong, a line each."""

    still_open: tuple[str, ...] = ()
    finished: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    troubles: tuple[str, ...] = ()


class ReconcilingService:
    """Every call may be repeated and may race with any other: what it finishes, it finishes as a webhook would."""

    def __init__(
        self, units: Units, gateway: PaymentGateway, paying: PayingService, refunding: RefundingService
    ) -> None:
        self._units = units
        self._gateway = gateway
        self._paying = paying
        self._refunding = refunding

    def run(self, now: datetime) -> Report:
        """Finishes every payment that is open past its time: its link is closed, and what has come is taken in. A
        gateway that does not answer ends the round."""
        with self._units() as work:
            due = work.payments.open_due(now)
        finished, troubles = [], list[str]()
        for payment_id in due:
            try:
                self._finish(payment_id, now)
                finished.append(str(payment_id))
            except Exception as trouble:  # one payment's trouble, whatever it is, must not keep others from ending
                troubles.append(f"payment {payment_id} put off: {type(trouble).__name__}: {trouble}")
                with suppress(YatriError):
                    self._put_off(payment_id, now)
                if isinstance(trouble, GatewayUnavailable):
                    break
        return Report(finished=tuple(finished), troubles=tuple(troubles))

    def compare(self, since: datetime, now: datetime) -> Report:
        """Everything that the gateway took since then against our rows. Money for a payment of ours that nobody told us
        of is taken in, which the admin log knows; whatever else differs is only told, in the admin log once.
        GatewayUnavailable."""
        finished, differences, seen = list[str](), list[Difference](), set[str]()
        for money in self._gateway.payments_between(since, now - UNDER_WAY):
            try:
                payment = self._get(money.reference_id)
            except NotFound:
                differences.append(Difference("unknown", money.payment_id, "", "", str(money.amount)))
                continue
            if not payment.knows(money.payment_id):
                payment = self._taken_in(money, now)
                finished.append(money.payment_id)
            differences += _amounts(payment, money)
            if payment.payment_id not in seen:
                seen.add(payment.payment_id)
                differences += self._refunds(payment, now)
        for difference in differences:
            self._log(difference, now)
        return Report(finished=tuple(finished), differences=tuple(differences))

    def report(self, since: datetime, now: datetime) -> Report:
        """Both, and which payments stay open. GatewayUnavailable."""
        ended, compared = self.run(now), self.compare(since, now)
        with self._units() as work:
            still_open = tuple(work.payments.open_due(now + FAR, limit=1000))
        finished = (*ended.finished, *compared.finished)
        return Report(still_open, finished, compared.differences, ended.troubles)

    def _finish(self, payment_id: PaymentId, now: datetime) -> None:
        payment = self._get(payment_id)
        if payment.link_id:
            with suppress(LinkUnknown):
                self._paying.settle_link(self._gateway.cancel_link(payment.link_id), now)

        def end(_: int) -> None:
            with self._units() as work:
                stored = work.payments.get(payment_id)
                if stored.open_until is None:
                    return
                ended = stored.but(check_at=None, updated_at=now)
                if stored.payment_status is PaymentStatus.PENDING:
                    ended = ended.moved(PaymentStatus.FAILED, completed_at=now)
                work.payments.save(ended)
                work.commit()

        until_settled(end)

    def _put_off(self, payment_id: PaymentId, now: datetime) -> None:
        """Later, the longer it has been over."""

        def later(_: int) -> None:
            with self._units() as work:
                payment = work.payments.get(payment_id)
                wait = min(LATEST, max(SOONEST, now - (payment.completed_at or payment.expires_at)))
                work.payments.save(payment.but(check_at=now + wait, updated_at=now))
                work.commit()

        until_settled(later)

    def _taken_in(self, money: GatewayPayment, now: datetime) -> Payment:
        """The payment of ours, with this money that was new to us settled."""
        self._paying.settle(PaymentId(money.reference_id), money, now)
        found = entry(
            "payment-found", SYSTEM, money.reference_id, now, money=money.payment_id, amount=str(money.amount)
        )
        log_once(self._units, found, money.payment_id)
        return self._get(money.reference_id)

    def _refunds(self, payment: Payment, now: datetime) -> Iterator[Difference]:
        """Those of our refunds that the gateway tells otherwise; one that has ended there ends here."""
        for refund in payment.refunds:
            if refund.gateway_id is None or payment.transaction_reference is None:
                continue
            theirs = self._theirs(refund, payment.transaction_reference)
            if refund.status is RefundStatus.PENDING:
                self._refunding.take(refund.refund_id, theirs, now)
            elif theirs.status != refund.status:
                yield Difference("refund", refund.gateway_id, payment.payment_id, refund.status.value, theirs.status)

    def _theirs(self, refund: SourceRefund, source: str) -> GatewayRefund:
        known = refund.gateway_id or ""
        try:
            return self._gateway.fetch_refund(known, source)
        except GatewayRefused:
            return GatewayRefund(known, "unknown", refund.refund_id)

    def _log(self, difference: Difference, now: datetime) -> None:
        said = {"kind": difference.kind, "ours": difference.ours, "theirs": difference.theirs}
        about = difference.payment_id or difference.reference
        told = entry("reconcile-difference", SYSTEM, about, now, reference=difference.reference, **said)
        log_once(self._units, told, f"{difference.kind}-{difference.reference}")

    def _get(self, payment_id: str) -> Payment:
        with self._units() as work:
            return work.payments.get(PaymentId(payment_id))


def _amounts(payment: Payment, money: GatewayPayment) -> list[Difference]:
    """What we took in of this money, if it is another amount than the gateway tells."""
    paid = payment.link_amount if money.payment_id == payment.transaction_reference else None
    ours = paid if paid is not None else payment.extra_amounts.get(money.payment_id)
    if ours is None or ours == money.amount:
        return []
    return [Difference("amount", money.payment_id, payment.payment_id, str(ours), str(money.amount))]
