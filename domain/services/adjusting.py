"""Adjusting: the desk gives and takes money beyond the rules, alone within its limits, above them by two people."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from domain.adminlog import entry
from domain.approvals import (
    EXPIRES,
    MOST,
    Approval,
    ApprovalStatus,
    Call,
    CallKind,
    MoneyAct,
    may_alone,
    may_confirm,
)
from domain.bookings import PAID, Booking, BookingStatus
from domain.errors import Problem
from domain.ids import BookingId, UserId, same_id
from domain.notifications import NotifType, news
from domain.payments import LEAST, Payment, PaymentStatus, refund_status
from domain.ports import UnitOfWork, Units
from domain.reasons import given_reason
from domain.services.retrying import until_settled
from domain.services.staffing import AlreadyDone, Hand, Staffing
from domain.services.wallets import adjust, credit
from domain.staff import Right, Staff, actor_of
from domain.users import User
from domain.wallets import TxnSource

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Wish:
    """What one of the desk wants to do with money; see domain.approvals.Approval."""

    act: MoneyAct
    target: str
    amount: Decimal
    reason: str
    to_source: bool = False


@dataclass(frozen=True, slots=True)
class Owed:
    """Of a booking: paid, given back so far, what can still be given back, and how much of that to its source (the
    method by which it was paid)."""

    paid: Decimal
    back: Decimal
    left: Decimal
    to_source: Decimal
    method: str


class Adjusting:
    """Rights are checked anew in the transaction of each act, which also has its row of the admin log."""

    def __init__(self, units: Units, staffing: Staffing) -> None:
        self._units = units
        self._staffing = staffing

    def owed(self, hand: Hand, booking: Booking) -> Owed:
        """What can be given back beyond the rules. Problem `own-account`, `refund-still-good`, `refund-not-paid`, and
        as Staffing.allow."""
        staff = self._staffing.allow(hand, Right.MONEY, booking.booking_id)
        with self._units() as work:
            _check_not_own(work.users.get(booking.user_id), staff)
            return _owed(work, booking, hand)

    def check(self, hand: Hand, wish: Wish) -> None:
        """Whether it can be done as things stand, before a reason is asked for. Problem as `ask`, but for
        `reason-needed`."""
        _check_amount(wish)
        staff = self._staffing.allow(hand, Right.MONEY, wish.target)
        with self._units() as work:
            _check(work, wish, staff, hand)

    def ask(self, hand: Hand, wish: Wish, *, seen: bool = False) -> Approval | None:
        """Does it (None), or, above the limit of who asks, keeps it for a second person to confirm, for whom the staff
        group is called, unless it has `seen` that somebody asks. Problem `reason-needed`, `adjust-amount`,
        `refund-too-much`, `refund-still-good`, `wallet-short`, `own-account`, and as Staffing.allow."""
        wish = replace(wish, reason=given_reason(wish.reason))
        _check_amount(wish)
        return until_settled(lambda _: self._ask_once(hand, wish, seen))

    def _ask_once(self, hand: Hand, wish: Wish, seen: bool) -> Approval | None:
        with self._units() as work:
            staff = self._staffing.allow(hand, Right.MONEY, wish.target)
            _check(work, wish, staff, hand)
            if may_alone(staff.role, wish.amount):
                if work.roster.was_done(hand.update_id):
                    raise AlreadyDone
                work.roster.done(hand.update_id, hand.now)
                _carry_out(work, wish, staff.actor_id, "", hand)
                work.commit()
                return None
            asked = _approval(hand, staff, wish)
            if known := work.approvals.find(asked.approval_id):
                return known
            told = {"amount": str(wish.amount), "reason": wish.reason, "what": wish.act.value}
            self._staffing.begin(work, hand, Right.MONEY, "approval-asked", wish.target, **told)
            work.approvals.add(asked)
            if not seen:
                work.approvals.call(Call(kind=CallKind.MONEY, about=asked.approval_id), hand.now)
            work.commit()
            return asked

    def pending(self, hand: Hand) -> list[Approval]:
        """What waits for a second person. Problem as Staffing.allow."""
        self._staffing.allow(hand, Right.MONEY, "approvals")
        with self._units() as work:
            return [each for each in work.approvals.pending() if each.expires_at > hand.now]

    def confirm(self, hand: Hand, approval_id: str) -> Approval:
        """A second person says yes: it is done. Problem `approval-gone`, `approval-over`, `approval-own`,
        `approval-higher`, and those of the act."""

        def change(work: UnitOfWork, approval: Approval, staff: Staff) -> None:
            if approval.asked_by == staff.actor_id:
                raise self._refused(hand, approval, "approval-own")
            if not may_confirm(staff.role, approval.amount):
                raise self._refused(hand, approval, "approval-higher")
            wish = Wish(approval.act, approval.target, approval.amount, approval.reason, approval.to_source)
            _check(work, wish, staff, hand)
            work.roster.done(hand.update_id, hand.now)
            _carry_out(work, wish, staff.actor_id, approval.asked_by, hand)

        return self._decide(hand, approval_id, ApprovalStatus.CONFIRMED, change)

    def decline(self, hand: Hand, approval_id: str) -> Approval:
        """It will not be done; whoever asked may take it back so, too. Problem `approval-gone` or `approval-over`."""

        def change(work: UnitOfWork, approval: Approval, staff: Staff) -> None:
            told = {"before": "pending", "after": "declined", "amount": str(approval.amount)}
            self._staffing.begin(work, hand, Right.MONEY, "approval-declined", approval.target, **told)

        return self._decide(hand, approval_id, ApprovalStatus.DECLINED, change)

    def _refused(self, hand: Hand, approval: Approval, key: str) -> Problem:
        """The problem, once it is in the admin log that somebody tried."""
        with self._units() as work:
            told = {"right": Right.MONEY.value, "why": key, "amount": str(approval.amount)}
            work.logs.add(entry("refused", actor_of(hand.telegram_id), approval.target, hand.now, **told))
            work.commit()
        return Problem(key)

    def _decide(
        self,
        hand: Hand,
        approval_id: str,
        status: ApprovalStatus,
        change: Callable[[UnitOfWork, Approval, Staff], None],
    ) -> Approval:
        def attempt(_: int) -> Approval:
            with self._units() as work:
                staff = self._staffing.allow(hand, Right.MONEY, approval_id)
                if work.roster.was_done(hand.update_id):
                    raise AlreadyDone
                approval = work.approvals.find(approval_id)
                if approval is None or approval.status is not ApprovalStatus.PENDING:
                    raise Problem("approval-gone")
                if approval.expires_at <= hand.now:
                    raise Problem("approval-over")
                change(work, approval, staff)
                decided = approval.but(status=status, decided_by=staff.actor_id, updated_at=hand.now)
                work.approvals.save(decided)
                work.commit()
                return decided

        return until_settled(attempt)


def _approval(hand: Hand, staff: Staff, wish: Wish) -> Approval:
    return Approval(
        approval_id=same_id(hand.now.replace(microsecond=0), str(hand.update_id)),
        act=wish.act,
        target=wish.target,
        amount=wish.amount,
        to_source=wish.to_source,
        reason=wish.reason,
        asked_by=staff.actor_id,
        asked_name=hand.name,
        expires_at=hand.now + EXPIRES,
        created_at=hand.now,
        updated_at=hand.now,
    )


def _check_amount(wish: Wish) -> None:
    if not 0 < abs(wish.amount) <= MOST or wish.amount != round(wish.amount, 2):
        raise Problem("adjust-amount")


def _check_not_own(user: User, staff: Staff) -> None:
    if user.chat_id == staff.telegram_id:
        raise Problem("own-account")


def _check(work: UnitOfWork, wish: Wish, staff: Staff, hand: Hand) -> None:
    """Whether it can be done as things stand."""
    user = _whose(work, wish)
    _check_not_own(user, staff)
    if wish.act is MoneyAct.ADJUST:
        if user.wallet_balance + wish.amount < 0:
            raise Problem("wallet-short", balance=user.wallet_balance, amount=abs(wish.amount))
        return
    owed = _owed(work, work.bookings.get(BookingId(wish.target)), hand)
    most = owed.to_source if wish.to_source else owed.left
    if not 0 < wish.amount <= most:
        raise Problem("refund-too-much", left=most)


def _carry_out(work: UnitOfWork, wish: Wish, actor_id: str, asked_by: str, hand: Hand) -> None:
    """The writes of the act, with its row of the admin log."""
    user = _whose(work, wish)
    told = {"reason": wish.reason} | ({"asked_by": asked_by} if asked_by else {})
    if wish.act is MoneyAct.ADJUST:
        balances = {"before": str(user.wallet_balance), "after": str(user.wallet_balance + wish.amount)}
        said = entry("wallet-adjusted", actor_id, user.user_id, hand.now, **balances, **told)
        adjust(work, user, wish.amount, wish.reason, said)
        return
    booking = work.bookings.get(BookingId(wish.target))
    owed = _owed(work, booking, hand)
    told |= {"before": str(owed.back), "after": str(owed.back + wish.amount), "pnr": booking.pnr}
    told |= {"to": owed.method if wish.to_source else "wallet"}
    work.logs.add(entry("booking-refunded", actor_id, booking.booking_id, hand.now, **told))
    _give_back(work, user, booking, wish, hand)
    title = "told-desk-refund-source" if wish.to_source else "told-desk-refund"
    words = {"amount": str(wish.amount), "reason": wish.reason, "pnr": booking.pnr}
    work.notifications.add(news(user.user_id, NotifType.PAYMENT, title, booking.booking_id, hand.now, **words))


def _give_back(work: UnitOfWork, user: User, booking: Booking, wish: Wish, hand: Hand) -> None:
    """The money on its way, and the booking's word of it."""
    payment = _payment(work, booking)
    if wish.to_source:
        payment = payment.sent_back(booking.booking_id, wish.amount, hand.now)
    else:
        credit(work, user, TxnSource.REFUND, wish.amount, booking.booking_id, hand.now)
    over = booking.booking_status in (BookingStatus.CANCELLED, BookingStatus.REFUNDED)
    if over and not booking.onward and not booking.lead and payment.payment_status is PaymentStatus.SUCCESS:
        payment = payment.moved(PaymentStatus.REFUNDED)
    work.payments.save(payment.but(updated_at=hand.now))
    details = dict(booking.cancellation_details or {})
    back = Decimal(details.get("refund", 0)) + wish.amount
    beyond = Decimal(details.get("beyond_rules", 0)) + wish.amount
    changed = booking.but(cancellation_details={**details, "refund": back, "beyond_rules": beyond})
    changed = changed.but(
        refund_status=refund_status(payment.of_booking(booking.booking_id), back), updated_at=hand.now
    )
    if booking.booking_status is BookingStatus.CANCELLED:
        changed = changed.moved(BookingStatus.REFUNDED)
    work.bookings.save(changed)


def _whose(work: UnitOfWork, wish: Wish) -> User:
    if wish.act is MoneyAct.ADJUST:
        return work.users.get(UserId(wish.target))
    return work.users.get(work.bookings.get(BookingId(wish.target)).user_id)


def _payment(work: UnitOfWork, booking: Booking) -> Payment:
    """Of two tickets that were paid as one the first has it. Problem `refund-not-paid`."""
    payment_id = booking.payment_id or (work.bookings.get(booking.lead).payment_id if booking.lead else None)
    ended = booking.booking_status in (BookingStatus.HELD, BookingStatus.EXPIRED)
    if payment_id is None or ended:
        raise Problem("refund-not-paid")
    payment = work.payments.get(payment_id)
    if payment.payment_status not in (PaymentStatus.SUCCESS, PaymentStatus.REFUNDED):
        raise Problem("refund-not-paid")
    return payment


def _owed(work: UnitOfWork, booking: Booking, hand: Hand) -> Owed:
    """Problem `refund-still-good`: given up later, it would be paid back by the rules once more; `refund-not-paid`."""
    if booking.booking_status in PAID and booking.departure_at > hand.now:
        raise Problem("refund-still-good", pnr=booking.pnr)
    payment = _payment(work, booking)
    back = Decimal((booking.cancellation_details or {}).get("refund", 0))
    left = booking.fare - back
    part = min(left, payment.refundable)
    return Owed(booking.fare, back, left, part if part >= LEAST else NOTHING, payment.payment_method)
