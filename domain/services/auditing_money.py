"""The rules about payments and tickets: what was paid, by gateway and wallet, and what came back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from domain.audits import Difference, Rule
from domain.bookings import PAID, Booking, BookingStatus
from domain.payments import Payment, PaymentPurpose, PaymentStatus, RefundStatus, refund_status
from domain.ports import Books, Units
from domain.users import User
from domain.wallets import TxnSource, TxnType, WalletTransaction

NOTHING = Decimal(0)
HOLD_OVER = timedelta(hours=1)
CAME = frozenset({PaymentStatus.SUCCESS, PaymentStatus.REFUNDED})
Found = Iterator[tuple[str, Difference]]


@dataclass(frozen=True, slots=True)
class _Moved:
    """What a wallet's ledger says of one payment or booking, in rupees."""

    taken: Decimal = NOTHING
    given: Decimal = NOTHING
    topped_up: Decimal = NOTHING


class Money:
    """Each check is given some rows of a kind and tells by whose id what is wrong."""

    def __init__(self, units: Units, books: Books, now: datetime) -> None:
        self._units = units
        self._books = books
        self._now = now

    def payments(self, payments: list[Payment]) -> Found:
        """Money that came has its ticket or is in the wallet; what a payment took of the wallet has left it."""
        bookings = self._tied(self._books.found(Booking, [p.booking_id for p in payments if p.booking_id]).values())
        ledgers = self._ledgers([payment.user_id for payment in payments])
        for payment in payments:
            moved = ledgers[payment.user_id].get(payment.payment_id, _Moved())
            own = self._books.key_of(payment)
            if payment.purpose is PaymentPurpose.TOPUP:
                yield from self._top_up(payment, moved, own)
                continue
            yield from self._wallet_part(payment, moved, own)
            booking = bookings.get(payment.booking_id or "")
            if payment.payment_status in CAME and (booking is None or not _pays_for(payment, booking)):
                named = self._books.name(Booking, payment.booking_id or "")
                stands = booking.booking_status.value if booking else "missing"
                words = f"{payment.amount} came, but the booking is {stands}, and nothing went back"
                yield payment.payment_id, Difference(Rule.PAYMENT, (own, named), words)

    def _top_up(self, payment: Payment, moved: _Moved, own: str) -> Found:
        came = payment.amount if payment.payment_status in CAME else NOTHING
        came += sum(payment.extra_amounts.values(), NOTHING)
        if moved.topped_up != came:
            words = f"{payment.payment_status.value}: {came} came, {moved.topped_up} is in the wallet"
            yield payment.payment_id, Difference(Rule.PAYMENT, (own,), words)

    def _wallet_part(self, payment: Payment, moved: _Moved, own: str) -> Found:
        """What left the wallet for it, less what was put back, is its part: nothing of a payment that failed."""
        if len(payment.extra_references) != len(payment.extra_amounts):
            return  # of a time when amounts were not kept
        failed = (refund.amount for refund in payment.refunds if refund.status is RefundStatus.FAILED)
        extra = sum(payment.extra_amounts.values(), NOTHING) + sum(failed, NOTHING)
        part = payment.amount if payment.payment_method == "wallet" and not payment.wallet_part else payment.wallet_part
        due = NOTHING if payment.payment_status is PaymentStatus.FAILED else part
        if moved.given < extra:
            words = f"{extra} more came than it asked for, or could not go back; only {moved.given} is in the wallet"
            yield payment.payment_id, Difference(Rule.PAYMENT, (own,), words)
        elif moved.taken - (moved.given - extra) != due:
            words = (
                f"{payment.payment_status.value}: {due} is the wallet's part, {moved.taken} left, {moved.given} back"
            )
            yield payment.payment_id, Difference(Rule.WALLET_PART, (own,), words)

    def bookings(self, bookings: list[Booking]) -> Found:
        """A ticket is paid for with what it costs; what came back is what it says; a hold ends in time."""
        known = self._tied(bookings)
        payments = self._books.found(Payment, [one.payment_id for one in known.values() if one.payment_id])
        ledgers = self._ledgers([one.user_id for one in bookings])
        for booking in bookings:
            if booking.booking_status is BookingStatus.HELD and booking.hold_until < self._now - HOLD_OVER:
                words = f"still held, although its time ended at {booking.hold_until.isoformat()}"
                yield booking.booking_id, Difference(Rule.HOLD, (self._books.key_of(booking),), words)
            if not _was_paid(booking):
                continue
            tied = [one for one in known.values() if _lead(one) == _lead(booking)]
            payment = payments.get(_payment_id(booking, known) or "")
            yield from self._paid(booking, tied, payment)
            back = ledgers[booking.user_id].get(booking.booking_id, _Moved()).given
            yield from self._refunded(booking, payment, back)

    def _paid(self, booking: Booking, tied: list[Booking], payment: Payment | None) -> Found:
        cost = sum((one.fare for one in tied), NOTHING)
        if payment and payment.payment_status in CAME and payment.amount == cost:
            return
        named = self._books.name(Payment, booking.payment_id or "")
        paid = f"{payment.payment_status.value} of {payment.amount}" if payment else "missing"
        words = f"{booking.booking_status.value}, costs {cost}, but its payment is {paid}"
        yield booking.booking_id, Difference(Rule.PAID_BOOKING, (self._books.key_of(booking), named), words)

    def _refunded(self, booking: Booking, payment: Payment | None, to_wallet: Decimal) -> Found:
        said = Decimal((booking.cancellation_details or {}).get("refund", 0))
        refunds = payment.of_booking(booking.booking_id) if payment else ()
        back = to_wallet + sum((refund.amount for refund in refunds), NOTHING)
        if back != said or said > booking.fare:
            words = f"paid {booking.fare}, refund {said}, of which {back} went back"
            yield booking.booking_id, Difference(Rule.REFUND, (self._books.key_of(booking),), words)
        word, stands = refund_status(refunds, said), booking.refund_status or "none"
        if booking.cancellation_details and stands != word:
            named = self._books.name(Payment, payment.payment_id) if payment else ""
            rows = tuple(filter(None, (self._books.key_of(booking), named)))
            yield booking.booking_id, Difference(Rule.REFUND, rows, f"its refund is {word}, but it says {stands}")

    def _tied(self, bookings: Iterable[Booking]) -> dict[str, Booking]:
        """These, and those that are paid together with them."""
        known: dict[str, Booking] = {booking.booking_id: booking for booking in bookings}
        others = {other for one in known.values() for other in (one.lead, one.onward) if other} - known.keys()
        return {**known, **self._books.found(Booking, others)}

    def _ledgers(self, users: Iterable[str]) -> dict[str, Mapping[str, _Moved]]:
        """By user and reference."""
        found = self._books.found(User, set(users))
        ledgers: defaultdict[str, Mapping[str, _Moved]] = defaultdict(dict)
        for user in found.values():
            with self._units() as work:
                ledgers[user.user_id] = _moves(work.wallets.rows(user.wallet_id))
        return ledgers


def _moves(rows: Iterable[WalletTransaction]) -> dict[str, _Moved]:
    moves: defaultdict[str, _Moved] = defaultdict(_Moved)
    for row in rows:
        so_far, amount = moves[row.reference_id], row.amount
        if row.source is TxnSource.BOOKING and row.type is TxnType.DEBIT:
            moved = _Moved(so_far.taken + amount, so_far.given, so_far.topped_up)
        elif row.source is TxnSource.REFUND and row.type is TxnType.CREDIT:
            moved = _Moved(so_far.taken, so_far.given + amount, so_far.topped_up)
        elif row.source is TxnSource.TOPUP:
            moved = _Moved(so_far.taken, so_far.given, so_far.topped_up + row.signed)
        else:
            continue
        moves[row.reference_id] = moved
    return dict(moves)


def _was_paid(booking: Booking) -> bool:
    """A ticket that is good, or was given up after it was paid for: a hold given up has nothing to tell of it."""
    over = booking.booking_status in (BookingStatus.CANCELLED, BookingStatus.REFUNDED)
    return booking.booking_status in PAID or (over and bool(booking.cancellation_details))


def _pays_for(payment: Payment, booking: Booking) -> bool:
    return _was_paid(booking) and booking.payment_id == payment.payment_id


def _lead(booking: Booking) -> str:
    return booking.lead or booking.booking_id


def _payment_id(booking: Booking, known: Mapping[str, Booking]) -> str | None:
    """Its own, or that of the ticket with which it was paid."""
    lead = known.get(booking.lead) if booking.lead else None
    return booking.payment_id or (lead.payment_id if lead else None)
