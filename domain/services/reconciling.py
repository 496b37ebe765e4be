"""Reconciling: what we and the gateway know of the same money, brought together; no difference is hidden."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.errors import GatewayRefused, GatewayUnavailable, LinkUnknown, YatriError
from domain.ids import PaymentId
from domain.payments import Payment, PaymentStatus
from domain.ports import PaymentGateway, Units
from domain.services.comparing import Compared, Comparing, Difference
from domain.services.paying import PayingService
from domain.services.retrying import until_settled
from domain.services.settling import said

__all__ = ["Difference", "ReconcilingService", "Report", "day_in_turn", "ours_in_turn"]

SOONEST, LATEST = timedelta(minutes=1), timedelta(hours=1)  # until a payment that could not be finished is looked at
TURN = timedelta(minutes=15)  # from round to round of comparing
OURS_EVERY = 24  # rounds, which is four times within the day that is looked back
COMPARED = timedelta(days=1)  # looked back in each round: money that nobody told of waits no longer
# A gateway can still change what happened so long ago. Razorpay asks the banks about a payment that hangs for 3 days
# and pays back within 5 what was authorised too late; a refund takes 5 to 10 working days (razorpay.com/docs/payments:
# late-authorisation, refunds/normal). Stripe's refund may come back from the bank, failed after all, for 30 days
# (docs.stripe.com/refunds, failed refunds), which is the longest.
CHANGEABLE = timedelta(days=30)
UNDER_WAY = timedelta(minutes=5)  # a payment so young has a webhook still to come
FAR = timedelta(days=3650)


@dataclass(frozen=True, slots=True)
class Report:
    """What one look found: payments of ours that are still open, those that came to an end by it, what differs, what
    went wrong, a line each, and how many payments another gateway took, so that they were not compared."""

    still_open: tuple[str, ...] = ()
    finished: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    troubles: tuple[str, ...] = ()
    elsewhere: int = 0


class ReconcilingService:
    """Every call may be repeated and may race with any other: what it finishes, it finishes as a webhook would."""

    def __init__(self, units: Units, gateway: PaymentGateway, paying: PayingService, comparing: Comparing) -> None:
        self._units = units
        self._gateway = gateway
        self._paying = paying
        self._comparing = comparing

    def run(self, now: datetime) -> Report:
        """Finishes every payment that is open past its time: its link is closed, and what has come is taken in. Of one
        whose money came without a word of how, that is asked, once. A gateway that does not answer ends the round."""
        with self._units() as work:
            due = work.payments.open_due(now)
        finished, troubles = [], list[str]()
        for payment_id in due:
            try:
                if self._finish(payment_id, now):
                    finished.append(str(payment_id))
            except Exception as trouble:  # one payment's trouble, whatever it is, must not keep others from ending
                troubles.append(f"payment {payment_id} put off: {type(trouble).__name__}: {trouble}")
                with suppress(YatriError):
                    self._put_off(payment_id, now)
                if isinstance(trouble, GatewayUnavailable):
                    break
        return Report(finished=tuple(finished), troubles=tuple(troubles))

    def compare(self, since: datetime, now: datetime, until: datetime | None = None) -> Report:
        """Everything that the gateway took since then, or in that time, against our rows, and our rows against it, with
        the refunds asked for. Money for a payment of ours that nobody told us of is taken in, which the admin log
        knows; whatever else differs is only told, in the admin log once. GatewayUnavailable."""
        return _told(self._compared(since, now, until))

    def compare_in_turn(self, now: datetime) -> Report:
        """A round of comparing by itself: the last day, and by turns one of the days before it on which the gateway can
        still have changed something. Each comes up every 7 hours or so. What we have and the gateway lacks is looked
        for in some rounds only, for all payments there are are read past, and in the last day only: money that was
        there then can leave the gateway as a refund only. GatewayUnavailable."""
        since, until = day_in_turn(now)
        older = self._compared(since, now, until, ours=False)
        return _told(self._compared(now - COMPARED, now, ours=ours_in_turn(now)), older)

    def report(self, since: datetime, now: datetime, until: datetime | None = None) -> Report:
        """Payments past their time finished, that time compared, and which payments stay open. GatewayUnavailable."""
        ended, compared = self.run(now), self._compared(since, now, until)
        with self._units() as work:
            still_open = tuple(work.payments.open_due(now + FAR, limit=1000))
        differences, finished = tuple(compared.differences.values()), (*ended.finished, *compared.finished)
        troubles = (*ended.troubles, *compared.troubles)
        return Report(still_open, finished, differences, troubles, compared.elsewhere)

    def _compared(
        self, since: datetime, now: datetime, until: datetime | None = None, *, ours: bool = True
    ) -> Compared:
        settled = now - UNDER_WAY
        return self._comparing.run(since, min(until or settled, settled), now, ours=ours)

    def _finish(self, payment_id: PaymentId, now: datetime) -> bool:
        """False if it had ended before, and only its method was to be asked for."""
        payment = self._get(payment_id)
        if payment.is_untold:
            self._keep_method(payment, now)
            return False
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
        return True

    def _keep_method(self, payment: Payment, now: datetime) -> None:
        """What a webhook did not tell: by which method the money came, and what else may be kept of it. A gateway that
        will not tell either (these are the keys of another one now) is not asked again."""
        money = None
        with suppress(GatewayRefused):
            money = self._gateway.fetch_payment(payment.transaction_reference or "")
        told = {"payment_method": money.method, "gateway_response": said(money)} if money else {}

        def keep(_: int) -> None:
            with self._units() as work:
                stored = work.payments.get(payment.payment_id)
                if stored.check_at is not None:
                    work.payments.save(stored.but(**told, check_at=None, updated_at=now))
                    work.commit()

        until_settled(keep)

    def _put_off(self, payment_id: PaymentId, now: datetime) -> None:
        """Later, the longer it has been over."""

        def later(_: int) -> None:
            with self._units() as work:
                payment = work.payments.get(payment_id)
                wait = min(LATEST, max(SOONEST, now - (payment.completed_at or payment.expires_at)))
                work.payments.save(payment.but(check_at=now + wait, updated_at=now))
                work.commit()

        until_settled(later)

    def _get(self, payment_id: str) -> Payment:
        with self._units() as work:
            return work.payments.get(PaymentId(payment_id))


def day_in_turn(now: datetime) -> tuple[datetime, datetime]:
    """The day before the last one that is compared in the round of this instant, from when to when."""
    until = now - COMPARED * (1 + _turn(now) % (CHANGEABLE // COMPARED - 1))
    return until - COMPARED, until


def ours_in_turn(now: datetime) -> bool:
    """Whether the round of this instant also looks for what we have and the gateway lacks."""
    return _turn(now) % OURS_EVERY == 0


def _turn(now: datetime) -> int:
    return int(now.timestamp() // TURN.total_seconds())


def _told(*found: Compared) -> Report:
    differences = {which: each for one in found for which, each in one.differences.items()}
    finished = tuple(reference for one in found for reference in one.finished)
    return Report(
        finished=finished,
        differences=tuple(differences.values()),
        troubles=tuple(line for one in found for line in one.troubles),
        elsewhere=sum(one.elsewhere for one in found),
    )
