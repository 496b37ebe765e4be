"""A day's figures, read back from what tickets, payments, withdrawals and support rows say."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from domain.bookings import BookingStatus
from domain.payments import PaymentPurpose, PaymentStatus, RefundStatus
from domain.railtime import INDIA
from domain.services.day_figures import report
from domain.support import Category, Response, Ticket
from domain.trains import TravelClass
from tests.contract.samples import a_booking, a_payment

DAY = date(2026, 11, 23)


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=INDIA)


def test_a_day_without_anything_is_empty() -> None:
    found = report(DAY, at(12), [], [], [], [])
    assert (found.figures.ticket_count, found.figures.total_in, found.figures.until_hour) == (0, Decimal(0), 12)
    assert (found.support.first_answer, found.support.solved) == (None, None)
    assert report(DAY, at(0, 1, DAY + timedelta(days=1)), [], [], [], []).figures.until_hour is None


def test_tickets_count_at_the_hour_in_which_they_were_paid() -> None:
    payments, bookings = [], []
    for paid_at in (
        at(0),
        at(9, 30),
        at(23, 59),
        at(0, 0, DAY + timedelta(days=1)),
        at(23, 59, DAY - timedelta(days=1)),
    ):
        booking = a_booking(booking_status=BookingStatus.CONFIRMED)
        payment = a_payment(booking).but(payment_status=PaymentStatus.SUCCESS, completed_at=paid_at)
        payments.append(payment)
        bookings.append(booking.but(payment_id=payment.payment_id))
    unpaid = a_booking()
    found = report(DAY, at(23, 59), [*payments, a_payment(unpaid)], [*bookings, unpaid], [], [])
    assert [hour for hour, count in enumerate(found.figures.tickets) if count] == [0, 9, 23]
    assert found.figures.total_in == 3 * payments[0].amount
    assert found.figures.by_class == {TravelClass.THIRD_AC: 3}


def test_two_tickets_of_one_payment_are_two() -> None:
    lead = a_booking(booking_status=BookingStatus.CONFIRMED)
    payment = a_payment(lead).but(payment_status=PaymentStatus.SUCCESS, completed_at=at(9))
    onward = a_booking(booking_status=BookingStatus.CONFIRMED, lead=lead.booking_id)
    lead = lead.but(payment_id=payment.payment_id, onward=onward.booking_id)
    found = report(DAY, at(12), [payment], [onward, lead], [], [])
    assert found.figures.tickets[9] == 2
    assert found.figures.total_in == payment.amount


def test_money_goes_out_when_the_gateway_sent_it_and_top_ups_are_told_apart() -> None:
    booking = a_booking(booking_status=BookingStatus.REFUNDED)
    booking = booking.but(cancellation_details={"cancelled_at": at(8).isoformat(), "refund": "300.50"})
    payment = a_payment(booking).but(payment_status=PaymentStatus.SUCCESS, completed_at=at(7))
    payment = payment.sent_back(booking.booking_id, Decimal("300.50"), at(8))
    gone = payment.refunds[0].but(status=RefundStatus.PROCESSED, ended_at=at(10), due_at=None)
    payment = payment.with_refund(gone)
    topup = payment.but(
        payment_id="topup", booking_id=None, purpose=PaymentPurpose.TOPUP, amount=Decimal(500), refunds=()
    )
    found = report(DAY, at(12), [payment, topup], [booking.but(payment_id=payment.payment_id)], [], [])
    assert found.figures.money_out[10] == found.refunded == Decimal("300.50")
    assert (found.refunds, found.figures.cancelled, found.topped_up) == (1, 1, Decimal(500))


def test_the_middle_ticket_tells_how_long_passengers_wait() -> None:
    def a_ticket(minutes: int | None, hours: int | None) -> Ticket:
        opened = at(9)
        said = Response(
            number=0, responder="STAFF#1", message="hello", timestamp=opened + timedelta(minutes=minutes or 0)
        )
        return Ticket(
            ticket_id="t", user_id="u", subject="s", description="d", category=Category.OTHER, opened_at=opened,
            responses=() if minutes is None else (said,), created_at=opened, updated_at=opened,
            closed_at=None if hours is None else opened + timedelta(hours=hours),
        )  # fmt: skip

    tickets = [a_ticket(5, 1), a_ticket(10, 2), a_ticket(60, None), a_ticket(None, None)]
    found = report(DAY, at(20), [], [], [], tickets).support
    assert (found.opened, found.closed, found.first_answer, found.solved) == (4, 2, 10.0, 1.5)
