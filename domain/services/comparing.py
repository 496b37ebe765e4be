"""Comparing: the gateway's books against ours and ours against the gateway's, a stretch of time after the other."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from domain.adminlog import SYSTEM, entry
from domain.errors import Busy, GatewayRefused, NotFound
from domain.ids import PaymentId
from domain.payments import (
    NOTHING,
    REFUND_MOVES,
    GatewayPayment,
    GatewayRefund,
    Payment,
    RefundStatus,
    SourceRefund,
)
from domain.ports import PaymentGateway, Units
from domain.services.paying import PayingService
from domain.services.refunding import RefundingService
from domain.services.settling import log_once

STRETCH, PART = timedelta(days=5), timedelta(hours=6)  # of which the gateway's ids, and its payments, are in memory
CAME = frozenset({"captured", "refunded"})  # the gateway's words for money that it took, in common


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that the gateway tells otherwise than we do; amounts in rupees, states by their names, "" for what one
    side knows nothing of. `reference` is the gateway's id. `kind` is one of

    unknown: money of the gateway's for no payment of ours; missing: money of ours that the gateway never heard of;
    status: money of ours that did not come, says the gateway; amount: money of another amount; sent-back: more went
    back than we asked for; refund: a refund in another state, or not known; refund-amount: one of another amount.
    """

    kind: str
    reference: str
    payment_id: str
    ours: str
    theirs: str


@dataclass(slots=True)
class Compared:
    """What came of it: money taken in by it, what differs, each once, how many of our payments another gateway took,
    which this one cannot be asked about, and a line for each that could not be compared."""

    finished: list[str] = field(default_factory=list)
    differences: dict[tuple[str, str], Difference] = field(default_factory=dict)
    elsewhere: int = 0
    troubles: list[str] = field(default_factory=list)

    def add(self, found: Iterable[Difference]) -> None:
        """Remembers these."""
        self.differences.update({(each.kind, each.reference): each for each in found})

    @contextmanager
    def going_on(self, about: str) -> Iterator[None]:
        """One payment's trouble keeps no others from being compared. A gateway or a store that is away ends it all."""
        try:
            yield
        except Busy:
            raise
        except Exception as trouble:
            self.troubles.append(f"payment {about} not compared: {type(trouble).__name__}: {trouble}")


@dataclass(slots=True)
class _Stretch:
    """What is in memory while a stretch of time is compared: the ids of the gateway's money that were `listed`, and our
    payments whose refunds were `followed`."""

    told: Compared
    now: datetime
    listed: set[str] = field(default_factory=set)
    followed: set[PaymentId] = field(default_factory=set)


class Comparing:
    """Changes nothing but what a webhook would have changed."""

    def __init__(
        self, units: Units, gateway: PaymentGateway, paying: PayingService, refunding: RefundingService
    ) -> None:
        self._units = units
        self._gateway = gateway
        self._paying = paying
        self._refunding = refunding

    def run(self, since: datetime, until: datetime, now: datetime, *, ours: bool = True) -> Compared:
        """All money of payments that were begun at the gateway in that time, and all refunds that we asked for in it.
        With `ours` also the other way round, all money of payments that were begun here: there is no list of them by
        day, which every booking would have to pay for, so the keys of all payments are read past, page after page. What
        differs is in the admin log then, once. GatewayUnavailable."""
        told = Compared()
        for begins, ends in _parts(since, until, STRETCH):
            stretch = _Stretch(told, now)
            for start, end in _parts(begins, ends, PART):
                self._theirs(stretch, start, end)
            if ours:
                self._ours(stretch, begins, ends)
        for difference in told.differences.values():
            self._log(difference, now)
        return told

    def _theirs(self, stretch: _Stretch, since: datetime, until: datetime) -> None:
        """All money of that time, and our payments of which some was asked back in it."""
        told = stretch.told
        for money in self._gateway.payments_between(since, until):
            stretch.listed.add(money.payment_id)
            with told.going_on(money.payment_id):
                if payment := self._of_theirs(told, money, stretch.now):
                    self._follow(stretch, payment)
        with self._units() as work:
            for payment in work.payments.refunded_between(since, until):
                with told.going_on(payment.payment_id):
                    self._follow(stretch, payment)

    def _ours(self, stretch: _Stretch, since: datetime, until: datetime) -> None:
        """All payments that were begun here in that time."""
        told = stretch.told
        with self._units() as work:
            for payment in work.payments.begun_between(since, until):
                if any(not self._gateway.issued(reference) for reference in payment.taken):
                    told.elsewhere += 1
                    continue
                with told.going_on(payment.payment_id):
                    told.add(self._of_ours(payment, stretch.listed))
                    self._follow(stretch, payment)

    def _follow(self, stretch: _Stretch, payment: Payment) -> None:
        if payment.refunds and payment.payment_id not in stretch.followed:
            stretch.followed.add(payment.payment_id)
            stretch.told.add(self._refunds(payment, stretch.now))

    def _of_theirs(self, told: Compared, money: GatewayPayment, now: datetime) -> Payment | None:
        """Our payment that this money is for, with the money taken in; None if there is none."""
        try:
            payment = self._get(money.reference_id)
        except NotFound:
            told.add([Difference("unknown", money.payment_id, "", "", _told(money.amount))])
            return None
        if not payment.knows(money.payment_id):
            payment = self._taken_in(money, now)
            told.finished.append(money.payment_id)
        told.add(self._at_odds(payment, money))
        return payment

    def _of_ours(self, payment: Payment, listed: set[str]) -> Iterator[Difference]:
        """What we took in and the gateway did not list in that time: it is asked about each, for it may have been begun
        there a little later than here."""
        for reference, amount in payment.taken.items():
            if reference in listed:
                continue
            money = self._gateway.fetch_payment(reference)
            if money is None:
                yield Difference("missing", reference, payment.payment_id, _told(amount), "")
            elif money.status not in CAME:
                yield Difference("status", reference, payment.payment_id, payment.payment_status.value, money.status)
            else:
                yield from self._at_odds(payment, money)

    def _at_odds(self, payment: Payment, money: GatewayPayment) -> Iterator[Difference]:
        """What differs, by a second look: between the first two a refund may have been asked for, or have ended."""
        if any(_at_odds(payment, money)):
            again = self._gateway.fetch_payment(money.payment_id)
            yield from _at_odds(self._get(payment.payment_id), again or money)

    def _taken_in(self, money: GatewayPayment, now: datetime) -> Payment:
        """The payment of ours, with this money that was new to us settled."""
        self._paying.settle(PaymentId(money.reference_id), money, now)
        found = entry(
            "payment-found", SYSTEM, money.reference_id, now, money=money.payment_id, amount=str(money.amount)
        )
        log_once(self._units, found, money.payment_id)
        return self._get(money.reference_id)

    def _refunds(self, payment: Payment, now: datetime) -> Iterator[Difference]:
        """Those of our refunds that the gateway tells otherwise; one that has ended there ends here, and one that its
        bank sent back comes into the wallet."""
        source = payment.transaction_reference or ""
        for refund in payment.refunds:
            if refund.gateway_id is None or not self._gateway.issued(source):
                continue
            theirs = self._refund_there(refund, source)
            if theirs is None:
                yield Difference("refund", refund.gateway_id, payment.payment_id, refund.status.value, "")
                continue
            if theirs.amount not in (None, refund.amount):
                amounts = _told(refund.amount), _told(theirs.amount or NOTHING)
                yield Difference("refund-amount", refund.gateway_id, payment.payment_id, *amounts)
            if theirs.status in REFUND_MOVES[refund.status] or refund.status is RefundStatus.PENDING:
                self._refunding.take(refund.refund_id, theirs, now)
            elif theirs.status != refund.status:
                yield Difference("refund", refund.gateway_id, payment.payment_id, refund.status.value, theirs.status)

    def _refund_there(self, refund: SourceRefund, source: str) -> GatewayRefund | None:
        """None if the gateway has no such refund of that money."""
        try:
            return self._gateway.fetch_refund(refund.gateway_id or "", source)
        except GatewayRefused:
            return None

    def _log(self, difference: Difference, now: datetime) -> None:
        said = {"kind": difference.kind, "ours": difference.ours, "theirs": difference.theirs}
        about = difference.payment_id or difference.reference
        told = entry("reconcile-difference", SYSTEM, about, now, reference=difference.reference, **said)
        log_once(self._units, told, f"{difference.kind}-{difference.reference}")

    def _get(self, payment_id: str) -> Payment:
        with self._units() as work:
            return work.payments.get(PaymentId(payment_id))


def _at_odds(payment: Payment, money: GatewayPayment) -> Iterator[Difference]:
    """What we took in of this money, if it is another amount than the gateway tells; and what of it went back there, if
    it is more than we ever asked for."""
    ours = payment.taken.get(money.payment_id)
    if ours is not None and ours != money.amount:
        yield Difference("amount", money.payment_id, payment.payment_id, _told(ours), _told(money.amount))
    if not payment.knows(money.payment_id):
        return
    paid = money.payment_id == payment.transaction_reference  # what came beside it went to the wallet, never back
    refunds = [each for each in payment.refunds if paid and each.status is not RefundStatus.FAILED]
    asked = sum((each.amount for each in refunds), NOTHING)
    if money.sent_back > asked:
        yield Difference("sent-back", money.payment_id, payment.payment_id, _told(asked), _told(money.sent_back))


def _parts(since: datetime, until: datetime, length: timedelta) -> Iterator[tuple[datetime, datetime]]:
    """That time in parts which are no longer."""
    while since < until:
        yield since, min(since + length, until)
        since += length


def _told(rupees: Decimal) -> str:
    return f"{rupees:.2f}"
