"""Money back to where it was paid from: chosen, followed until it is there, and in the wallet if it cannot be."""

from datetime import timedelta
from decimal import Decimal

from domain.bookings import BookingStatus
from domain.payments import GatewayEvent, GatewayRefund, PaymentStatus, RefundStatus, SourceRefund
from tests.dialogues.test_cancelling import open_ticket
from tests.dialogues.test_happy_path import at_payment
from tests.dialogues.test_holds import with_gateway_away
from tests.dialogues.test_money import balance_of, booking_of
from tests.dialogues.test_part_wallet import PART, REST, payment_of, with_part
from tests.dialogues.transcript import Passenger, World


def booked(asha: Passenger, **at_the_pay_page: str) -> Passenger:
    return asha.pays(**at_the_pay_page).taps("I have paid").sees("Booked and paid")


def at_agreeing(asha: Passenger) -> Passenger:
    """The whole ticket, with what comes back for it shown."""
    asha = open_ticket(asha.says("/trips").taps("NDLS → MMCT")).taps("✖ Cancel").taps("Everybody")
    return asha.sees("comes back to your wallet at once")


def refund_of(asha: Passenger) -> SourceRefund:
    (refund,) = payment_of(asha).refunds
    return refund


def gateway_tells(asha: Passenger, status: str, reference: str | None = None) -> None:
    """A webhook about the refund."""
    refund = refund_of(asha)
    told = GatewayRefund(refund.gateway_id or "rfnd_early", status, reference or refund.refund_id)
    event = GatewayEvent("evt", f"refund.{status}", None, None, None, Decimal(0), told)
    asha.world.services.refunding.settle_event(event, asha.world.clock.now())


def logged(asha: Passenger) -> list[str]:
    """What the admin log has about the payment."""
    with asha.world.units() as work:
        return [row.action for row in work.logs.about(payment_of(asha).payment_id)]


def follow(asha: Passenger, later: timedelta = timedelta()) -> None:
    """The job, for this payment alone: others of this world have theirs."""
    asha.world.services.refunding.follow(payment_of(asha).payment_id, asha.world.clock.now() + later)


def test_a_refund_goes_back_to_the_upi_account_and_is_followed_until_it_is_there(world: World) -> None:
    asha = at_agreeing(booked(at_payment(world.passenger())))
    asha.sees("to my wallet", "Or ₹", "goes back to your UPI account", "5 to 7 working days")
    asha.taps("to your UPI account").sees("The ticket is cancelled", "on its way to your UPI account")
    asha.says("/delete").sees("is on its way back to where you paid from, until Mon 21 Jan")
    booking, refund = booking_of(asha), refund_of(asha)
    assert (booking.booking_status, booking.refund_status) == (BookingStatus.REFUNDED, "pending")
    assert payment_of(asha).payment_status is PaymentStatus.REFUNDED
    assert balance_of(asha) == 0
    asha.says("/trips").taps("✖").sees("on its way to your UPI account since Mon 7 Jan")
    follow(asha)
    assert refund_of(asha).gateway_id
    assert refund_of(asha).status is RefundStatus.PENDING
    world.clock.advance(timedelta(seconds=4))
    follow(asha, timedelta(minutes=2))
    assert refund_of(asha).status is RefundStatus.PROCESSED
    assert booking_of(asha).refund_status == "processed"
    asha.is_told()
    asha.says("/trips").taps("✖").sees("went back to your UPI account on Mon 7 Jan")
    taken = world.gateway.fetch_refund(refund_of(asha).gateway_id or "", payment_of(asha).transaction_reference or "")
    assert (taken.status, refund.amount) == ("processed", Decimal((booking.cancellation_details or {})["refund"]))


def test_a_refund_that_fails_is_in_the_wallet_and_told(world: World) -> None:
    asha = at_agreeing(booked(at_payment(world.passenger()), refund="fail")).taps("to your UPI account")
    follow(asha)
    world.clock.advance(timedelta(seconds=4))
    follow(asha, timedelta(minutes=2))
    refund = refund_of(asha)
    assert refund.status is RefundStatus.FAILED
    assert balance_of(asha) == refund.amount
    assert any("could not be sent back to your UPI account" in words for words in asha.is_told(timedelta(minutes=5)))
    asha.says("/trips").taps("✖").sees("could not be sent to your UPI account", "it is in your wallet")
    assert booking_of(asha).refund_status == "failed"
    follow(asha, timedelta(days=9))
    for _ in range(2):
        gateway_tells(asha, "processed")  # which people have to look at
    assert (refund_of(asha).status, balance_of(asha)) == (RefundStatus.FAILED, refund.amount)
    assert sorted(logged(asha)) == ["refund-contradicted", "refund-to-wallet"]


def test_the_wallets_part_goes_to_the_wallet_and_no_more_to_the_source_than_came_from_it(world: World) -> None:
    asha = at_agreeing(booked(with_part(world)))
    back = payment_of(asha)
    assert back.refundable == REST
    asha.taps("No, keep")
    with world.units() as work:  # nearly all comes back, more than the gateway took
        booking = work.bookings.get(booking_of(asha).booking_id)
        work.bookings.save(booking.but(departure_at=booking.departure_at + timedelta(days=5)))
        work.commit()
    asha = at_agreeing(asha)
    whole = world.services.cancelling.quote(booking_of(asha), [0, 1], world.clock.now()).refund
    source, _ = world.services.cancelling.source_part(booking_of(asha), whole)
    assert source == min(whole, REST)
    asha.taps("to your UPI account")
    assert refund_of(asha).amount == source
    assert balance_of(asha) == whole - source
    assert payment_of(asha).refundable <= PART


def test_webhooks_settle_it_sooner_however_often_they_come_and_a_bank_may_still_send_it_back(world: World) -> None:
    asha = at_agreeing(booked(at_payment(world.passenger()))).taps("to your UPI account")
    for _ in range(3):
        gateway_tells(asha, "processed")
    assert refund_of(asha).status is RefundStatus.PROCESSED
    gateway_tells(asha, "pending")
    assert refund_of(asha).status is RefundStatus.PROCESSED
    assert sum("has gone back" in words for words in asha.is_told()) == 1
    for _ in range(2):
        gateway_tells(asha, "failed")
    assert (balance_of(asha), booking_of(asha).refund_status) == (refund_of(asha).amount, "failed")
    assert sum("came back to us" in words and "your UPI account" in words for words in asha.is_told()) == 1
    asha.says("/trips").taps("✖").sees("could not be sent to your UPI account", "it is in your wallet")
    assert logged(asha) == ["refund-to-wallet"]


def test_refunds_that_are_none_of_ours_are_left_alone(world: World) -> None:
    asha = at_agreeing(booked(at_payment(world.passenger()))).taps("to your UPI account")
    gateway_tells(asha, "failed", "nobody's")
    gateway_tells(asha, "failed", f"{payment_of(asha).payment_id}-r9")
    assert refund_of(asha).status is RefundStatus.PENDING


def test_a_gateway_that_is_away_is_asked_again_and_nothing_is_sent_twice(world: World) -> None:
    asha = at_agreeing(booked(at_payment(world.passenger()))).taps("to your UPI account")
    away, now = with_gateway_away(world), world.clock.now()
    done = away.services.refunding.run(now)
    assert (done.ended, len(done.troubles)) == (0, 1)
    with world.units() as work:
        for payment_id in work.payments.refunds_due(now):
            world.services.refunding.follow(payment_id, now)  # those that other stories of this world have left
    follow(asha, timedelta(hours=1))
    first = refund_of(asha).gateway_id
    assert first
    follow(asha, timedelta(hours=9))
    assert refund_of(asha).gateway_id == first
    reference = payment_of(asha).transaction_reference or ""
    assert world.gateway.refund(reference, refund_of(asha).amount, refund_of(asha).refund_id).refund_id == first


def test_a_gateway_that_goes_on_refusing_sends_it_to_the_wallet(world: World) -> None:
    asha = at_agreeing(booked(at_payment(world.passenger())))
    payment = payment_of(asha)
    world.gateway.refund(payment.transaction_reference or "", payment.amount, "all of it went back already")
    asha.taps("to your UPI account")
    for hour in range(1, 6):
        follow(asha, timedelta(hours=hour))
    assert refund_of(asha).status is RefundStatus.PENDING
    follow(asha, timedelta(hours=9))
    assert refund_of(asha).status is RefundStatus.FAILED
    assert balance_of(asha) == refund_of(asha).amount


def test_the_ticket_of_who_stays_says_where_the_others_money_is(world: World) -> None:
    asha = open_ticket(booked(at_payment(world.passenger())).says("/trips").taps("NDLS → MMCT")).taps("✖ Cancel")
    asha.taps("Ravi").taps("Only this one").taps("to your UPI account").sees("One passenger stays")
    asha.says("/trips").taps("NDLS → MMCT").sees("on its way to your UPI account since")
    assert booking_of(asha).booking_status is BookingStatus.CONFIRMED
    assert payment_of(asha).payment_status is PaymentStatus.SUCCESS


def test_a_forged_part_for_the_source_is_not_taken(world: World) -> None:
    asha = at_agreeing(booked(with_part(world)))
    tap = asha.button("to your UPI account")
    assert tap.data is not None
    head, refund, _ = tap.data.split("|")
    asha.taps_old(tap.but(data=f"{head}|{refund}|5.00")).sees("refund is another one")
    asha.taps_old(tap.but(data=f"{head}|{refund}|-1")).sees("Please tap whether to cancel")
    assert booking_of(asha).booking_status is BookingStatus.CONFIRMED
