"""Comparing: the gateway's books against ours and ours against the gateway's, a stretch of time after the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from domain.adminlog import SYSTEM, entry
from domain.errors import GatewayRefused, NotFound
from domain.ids import PaymentId
from domain.payments import NOTHING, GatewayPayment, GatewayRefund, Payment, RefundStatus, SourceRefund
from domain.ports import PaymentGateway, Units
from domain.services.paying import PayingService
from domain.services.refunding import RefundingService
from domain.services.settling import log_once

STRETCH, PART = timedelta(days=5), timedelta(hours=6)  # of which the gateway's ids, and its payments, are in memory
USERS = 500  # on a page
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
    """What came of it: money taken in by it, what differs, each once, and how many of our payments another gateway
    took, which this one cannot be asked about."""

    finished: list[str] = field(default_factory=list)
    differences: dict[tuple[str, str], Difference] = field(default_factory=dict)
    elsewhere: int = 0

    def add(self, found: Iterable[Difference]) -> None:
        """Remembers these."""
        self.differences.update({(each.kind, each.reference): each for each in found})


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
        day, which every booking would have to pay for, so the payments of each user are looked up. What differs is in
        the admin log then, once. GatewayUnavailable."""
        told = Compared()
        for begins, ends in _parts(since, until, STRETCH):
            listed, followed = set[str](), set[PaymentId]()
            for start, end in _parts(begins, ends, PART):
                for payment in self._theirs(told, listed, start, end, now):
                    self._follow(told, payment, followed, now)
            for payment in self._ours(begins, ends) if ours else ():
                if any(not self._gateway.issued(reference) for reference in payment.taken):
                    told.elsewhere += 1
                    continue
                told.add(self._of_ours(payment, listed))
                self._follow(told, payment, followed, now)
        for difference in told.differences.values():
            self._log(difference, now)
        return told

    def _theirs(
        self, told: Compared, listed: set[str], since: datetime, until: datetime, now: datetime
    ) -> Iterator[Payment]:
        """Those of our payments that money of that time is for, and those of which some was asked back in it."""
        for money in self._gateway.payments_between(since, until):
            listed.add(money.payment_id)
            if payment := self._of_theirs(told, money, now):
                yield payment
        with self._units() as work:
            yield from work.payments.refunded_between(since, until)

    def _ours(self, since: datetime, until: datetime) -> Iterator[Payment]:
        cursor: str | None = ""
        while cursor is not None:
            with self._units() as work:
                page, cursor = work.users.page(cursor, USERS)
                for user_id in page:
                    yield from work.payments.of_user_between(user_id, since, until)

    def _follow(self, told: Compared, payment: Payment, followed: set[PaymentId], now: datetime) -> None:
        if payment.refunds and payment.payment_id not in followed:
            followed.add(payment.payment_id)
            told.add(self._refunds(payment, now))

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
        told.add(_at_odds(payment, money))
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
                yield from _at_odds(payment, money)

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
            if refund.status is RefundStatus.PENDING:
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
    if money.payment_id == payment.transaction_reference:
        asked = sum((each.amount for each in payment.refunds if each.status is not RefundStatus.FAILED), NOTHING)
        if money.sent_back > asked:
            yield Difference("sent-back", money.payment_id, payment.payment_id, _told(asked), _told(money.sent_back))


def _parts(since: datetime, until: datetime, length: timedelta) -> Iterator[tuple[datetime, datetime]]:
    """That time in parts which are no longer."""
    while since < until:
        yield since, min(since + length, until)
        since += length


def _told(rupees: Decimal) -> str:
    return f"{rupees:.2f}"
