"""The books at the end: the gateway's own rows beside ours, rupee by rupee."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from domain.bookings import PAID, Booking, BookingStatus
from domain.ids import PaymentId, UserId
from domain.payments import GatewayPayment, Payment, PaymentStatus
from domain.wallets import TxnType
from tests.simulation.model import Railway
from tests.simulation.money import NOTHING, refund_of
from tests.simulation.payments.place import rupees
from tests.simulation.reading import Money

_OURS_PAID = (PaymentStatus.SUCCESS, PaymentStatus.REFUNDED)


@dataclass(frozen=True)
class Books:
    """All that is stored, and all that the gateway took and sent back."""

    railway: Railway
    money: Money
    taken: list[GatewayPayment]
    refunds: list[dict[str, Any]]

    def outcomes(self) -> Counter[str]:
        """How it ended, counted: a storm that nobody came through proves nothing."""
        told = Counter(f"booking: {booking.booking_status}" for booking in self.railway.bookings.values())
        for payment in self.money.payments:
            told[f"payment: {payment.purpose} {payment.payment_status}"] += 1
            told["payment: of which a part from the wallet"] += bool(payment.wallet_part)
            told["money that paid for nothing, to the wallet"] += len(payment.extra_references)
            told.update(f"refund to source: {refund.status}" for refund in payment.refunds)
        return told

    def faults(self, now: datetime) -> Iterator[str]:
        """A line for each rupee, passenger or berth that is not where it should be."""
        try:
            self.railway.check(now)
        except AssertionError as wrong:
            yield f"berths: {wrong}"
        yield from self._holds()
        yield from self._arrivals()
        yield from self._tickets()
        yield from self._wallets()
        yield from self._refunds()
        yield from self._rupees()

    def _holds(self) -> Iterator[str]:
        for booking in self.railway.bookings.values():
            if booking.booking_status is BookingStatus.HELD:
                yield f"berths held by nobody: {booking.booking_id} since {booking.hold_until}"

    def _arrivals(self) -> Iterator[str]:
        """Every payment at the gateway is known to one of ours, once, as what it is."""
        known: defaultdict[str, list[Payment]] = defaultdict(list)
        for payment in self.money.payments:
            for name in (payment.transaction_reference, *payment.extra_references):
                if name:
                    known[name].append(payment)
        for money in self.taken:
            found = known.pop(money.payment_id, [])
            if len(found) != 1:
                yield f"{money.payment_id} of {money.amount} for {money.reference_id} is in {len(found)} places"
                continue
            (payment,) = found
            as_extra = payment.extra_amounts.get(money.payment_id)
            counted = payment.link_amount if money.payment_id == payment.transaction_reference else as_extra
            if counted != money.amount or payment.payment_id != money.reference_id:
                yield f"{money.payment_id} of {money.amount} counts as {counted} of {payment.payment_id}"
        invented = [name for name in known if not name.startswith("wallet-")]
        yield from (f"{name} counts, but the gateway never took it" for name in invented)

    def _tickets(self) -> Iterator[str]:
        """Whoever has a ticket paid for it, and whoever paid has a ticket or had one."""
        paid_for: defaultdict[PaymentId, list[Booking]] = defaultdict(list)
        for booking in self.railway.bookings.values():
            paid_for[PaymentId(booking.payment_id or "")].append(booking)
        payments = {payment.payment_id: payment for payment in self.money.payments}
        for payment_id, bookings in paid_for.items():
            payment = payments.get(payment_id)  # nobody began to pay for some
            paid = payment is not None and payment.payment_status in _OURS_PAID
            for booking in bookings:
                had = booking.booking_status in PAID or bool(booking.cancellation_details)
                if had != paid:
                    yield f"{booking.booking_id} is {booking.booking_status}, its payment paid: {paid}"
            if payment and sum(booking.fare for booking in bookings) != payment.amount:
                yield f"{payment_id} is not what its tickets cost"
        for payment in self.money.payments:
            if payment.booking_id and payment.payment_status in _OURS_PAID and payment.payment_id not in paid_for:
                yield f"{payment.payment_id} is paid, but has no ticket"
            if payment.payment_status is PaymentStatus.PENDING:
                yield f"{payment.payment_id} still pending, {payment.purpose}, until {payment.expires_at}"

    def _wallets(self) -> Iterator[str]:
        sums: defaultdict[str, Decimal] = defaultdict(lambda: NOTHING)
        for row in self.money.ledger:
            if row.status == "success":
                sums[row.wallet_id] += row.amount if row.type is TxnType.CREDIT else -row.amount
        balances = {wallet.wallet_id: wallet.balance for wallet in self.money.wallets}
        for user in self.money.users:
            stand = balances[user.wallet_id], user.wallet_balance, sums[user.wallet_id]
            if len(set(stand)) > 1 or stand[0] < 0:
                yield f"wallet of {user.user_id}: {stand}"

    def _refunds(self) -> Iterator[str]:
        """What we say is on its way back is so at the gateway, once."""
        theirs = {refund["receipt"]: refund for refund in self.refunds if refund["receipt"]}
        asked = Counter(refund["receipt"] for refund in self.refunds if refund["receipt"])
        yield from (f"sent back {count} times: {name}" for name, count in asked.items() if count > 1)
        for payment in self.money.payments:
            for refund in payment.refunds:
                known = theirs.pop(refund.refund_id, None)
                if known is None:
                    if refund.status != "failed":
                        yield f"{refund.refund_id} is {refund.status}, but the gateway was never asked"
                elif (told := (known["status"], rupees(known["amount"]))) != (refund.status, refund.amount):
                    yield f"{refund.refund_id}: {refund.status} {refund.amount}, but the gateway says {told}"
        yield from (f"the gateway sent {name} back unasked" for name in theirs)

    def _rupees(self) -> Iterator[str]:
        """Of every passenger: what the gateway took and did not send back is in their wallet or their tickets."""
        owners = {payment.payment_id: payment.user_id for payment in self.money.payments}
        at_gateway = {money.payment_id: owners.get(PaymentId(money.reference_id)) for money in self.taken}
        stand: defaultdict[UserId | None, Decimal] = defaultdict(lambda: NOTHING)
        for money in self.taken:
            stand[at_gateway[money.payment_id]] += money.amount
        for refund in self.refunds:
            if refund["status"] != "failed" and refund["payment_id"] in at_gateway:
                stand[at_gateway[refund["payment_id"]]] -= rupees(refund["amount"])
        for payment in self.money.payments:
            if payment.booking_id and payment.payment_status in _OURS_PAID:
                stand[payment.user_id] -= payment.amount
        for booking in self.railway.bookings.values():
            stand[booking.user_id] += refund_of(booking)
        for user in self.money.users:
            stand[user.user_id] -= user.wallet_balance
        yield from (f"of {user} {left} rupees are nowhere" for user, left in stand.items() if left)
