"""Money: where every rupee of the simple reference is, and what the rules give back."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from domain.bookings import CAN, CNF, NOSB, RAC, WL, Booking, BookingStatus
from domain.ids import BookingId
from domain.payments import Payment, PaymentStatus
from domain.railtime import today
from domain.refunds import Cancellation, Event, Standing, party_refund
from domain.users import User
from domain.wallets import TxnType
from tests.simulation.model import Railway
from tests.simulation.reading import Money

NOTHING = Decimal(0)
UNPAID = {BookingStatus.HELD: PaymentStatus.PENDING, BookingStatus.EXPIRED: PaymentStatus.FAILED}
Bookings = Mapping[BookingId, Booking]


def check_money(money: Money, bookings: Bookings, sent: Mapping[str, Decimal]) -> None:
    """`sent` is what each payment at the gateway was worth. AssertionError unless every rupee that came pays for a
    ticket, went into the wallet, or came back by the rules."""
    arrived = Counter(name for payment in money.payments for name in _references(payment) if name in sent)
    assert all(count == 1 for count in arrived.values()), f"money counted twice: {arrived}"
    for user in money.users:
        _check_wallet(money, user, bookings, sent)
    for payment in money.payments:
        paid_for = [booking for booking in bookings.values() if booking.payment_id == payment.payment_id]
        _check_payment(payment, paid_for, sent)
    for booking in bookings.values():
        _check_details(booking)


def refund_of(booking: Booking) -> Decimal:
    """What has come back for it."""
    return Decimal((booking.cancellation_details or {}).get("refund", 0))


def check_refunds(before: Railway, after: Railway, now: datetime) -> None:
    """Whoever left a paid ticket in this commit gets back what the rules say of where they stood."""
    for booking in after.bookings.values():
        old = before.bookings.get(booking.booking_id)
        if old is None or old.passengers == booking.passengers:
            continue
        both = zip(old.passengers, booking.passengers, strict=False)
        left = [n for n, (was, now_is) in enumerate(both) if was.status != CAN and now_is.status == CAN]
        if left:
            got = [line for line in (booking.cancellation_details or {})["lines"] if line["passenger"] in left]
            assert [line["passenger"] for line in got] == left
            assert [line["refund"] for line in got] == _by_the_rules(old, left, booking, now), f"{got}"
            gone = before.trains[booking.run_key].cancelled
            assert gone <= ((booking.cancellation_details or {})["event"] == Event.TRAIN_CANCELLED.value)


def _by_the_rules(old: Booking, left: list[int], new: Booking, now: datetime) -> list[Decimal]:
    event = (new.cancellation_details or {})["event"]
    given_up = Cancellation(
        travel_class=old.travel_class,
        ahead=old.departure_at - now,
        on=today(now),
        train_type="MEX",
        quota=old.quota,
        event=None if event == "passenger" else Event(event),
    )
    fares = [person.fare if person.fare is not None else NOTHING for person in old.passengers]
    assert sum(fares, NOTHING) == old.fare - old.fare_breakup.convenience, f"fares {fares} of {old.fare}"
    party = [(_standing(old, n), fares[n]) for n in left]
    nobody_left = all(person.status == CAN for person in new.passengers)
    return [line.refund for line in party_refund(party, given_up, all_given_up=nobody_left).lines]


def _standing(booking: Booking, place: int) -> Standing:
    """A child without a berth stands as the best placed of those it travels with."""
    statuses = [person.status for person in booking.passengers]
    own = statuses[place]
    return Standing(own if own != NOSB else min({CNF, RAC, WL} & set(statuses), key=(CNF, RAC, WL).index))


def _references(payment: Payment) -> list[str]:
    own = [payment.transaction_reference] if payment.transaction_reference else []
    return [*own, *payment.extra_references]


def _check_wallet(money: Money, user: User, bookings: Bookings, sent: Mapping[str, Decimal]) -> None:
    wallet = next(wallet for wallet in money.wallets if wallet.wallet_id == user.wallet_id)
    rows = [row for row in money.ledger if row.wallet_id == user.wallet_id and row.status == "success"]
    debits = sum((row.amount for row in rows if row.type is TxnType.DEBIT), NOTHING)
    credits_ = sum((row.amount for row in rows if row.type is TxnType.CREDIT), NOTHING)
    assert wallet.balance == credits_ - debits == user.wallet_balance >= 0, f"{user.wallet_balance} {wallet.balance}"
    payments = [payment for payment in money.payments if payment.user_id == user.user_id]
    late = sum((sent[name] for payment in payments for name in payment.extra_references), NOTHING)
    refunds = sum((refund_of(b) for b in bookings.values() if b.user_id == user.user_id), NOTHING)
    assert credits_ == late + refunds, f"credits {credits_}, late money {late}, refunds {refunds}"
    spent = sum((payment.amount for payment in payments if payment.payment_method == "wallet"), NOTHING)
    assert debits == spent, f"debits {debits}, paid from the wallet {spent}"


def _check_payment(payment: Payment, paid_for: list[Booking], sent: Mapping[str, Decimal]) -> None:
    assert payment.amount == sum(booking.fare for booking in paid_for)
    paid = payment.payment_status in {PaymentStatus.SUCCESS, PaymentStatus.REFUNDED}
    assert paid == (payment.transaction_reference is not None)
    if payment.transaction_reference in sent:
        assert sent[payment.transaction_reference or ""] == payment.amount
    for booking in paid_for:
        if booking.booking_status in UNPAID:
            assert payment.payment_status is UNPAID[booking.booking_status]
        else:
            given_up = booking.booking_status is BookingStatus.CANCELLED and not booking.cancellation_details
            assert paid != given_up, f"{booking.booking_status} but {payment.payment_status}"
    over = all(person.status == CAN for booking in paid_for for person in booking.passengers)
    back = over and any(refund_of(booking) for booking in paid_for)
    assert back == (payment.payment_status is PaymentStatus.REFUNDED), f"{back} {payment.payment_status}"


def _check_details(booking: Booking) -> None:
    """Everybody who left has one line, and the lines add up."""
    lines = (booking.cancellation_details or {}).get("lines", [])
    gone = [n for n, person in enumerate(booking.passengers) if person.status == CAN]
    assert sorted(line["passenger"] for line in lines) == gone
    assert sum((Decimal(line["refund"]) for line in lines), NOTHING) == refund_of(booking)
    over = booking.booking_status in {BookingStatus.CANCELLED, BookingStatus.REFUNDED} and bool(lines)
    assert over == (len(gone) == len(booking.passengers))
    assert (booking.booking_status is BookingStatus.REFUNDED) == (over and refund_of(booking) > 0)
