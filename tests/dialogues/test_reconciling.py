"""The gateway's books and ours: what nobody told us is found, what differs is told, and nothing is hidden."""

from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

import requests

from bot.sandbox.settings import SandboxSettings
from domain.bookings import BookingStatus
from domain.ids import new_id
from domain.payments import LinkWish, Payment, PaymentStatus, RefundStatus, SourceRefund
from domain.services.reconciling import CHANGEABLE, TURN, Difference, Report, day_in_turn, ours_in_turn
from tests.dialogues.test_happy_path import at_payment
from tests.dialogues.test_holds import with_gateway_away
from tests.dialogues.test_money import balance_of, booking_of
from tests.dialogues.test_part_wallet import leaves, payment_of
from tests.dialogues.test_refunds_to_source import at_agreeing, booked, follow, refund_of
from tests.dialogues.transcript import Passenger, World

LATER = timedelta(minutes=10)  # by then no webhook is still under way


def compared(world: World) -> Report:
    now = world.clock.now()
    return world.services.reconciling.compare(now - timedelta(hours=1), now + LATER)


def about(report: Report, reference: str | None) -> list[Difference]:
    return [difference for difference in report.differences if difference.reference == reference]


def tampered(asha: Passenger, **changes: object) -> None:
    with asha.world.units() as work:
        payment = work.payments.get(payment_of(asha).payment_id)
        work.payments.save(payment.but(**changes))
        work.commit()


def logged(world: World, target: str) -> list[str]:
    with world.units() as work:
        return [row.action for row in work.logs.about(target)]


def top_up(asha: Passenger, key: str = "top-up") -> Payment:
    with asha.world.units() as work:
        user = work.users.by_chat(asha.chat_id)
    assert user is not None
    now, topping_up = asha.world.clock.now(), asha.world.services.topping_up
    begun = topping_up.begin(user.user_id, Decimal(500), f"{key} {asha.chat_id}", now)
    return topping_up.link(begun, now)


def test_money_of_which_no_webhook_told_buys_the_ticket(world: World) -> None:
    asha = at_payment(world.passenger()).pays()
    report = compared(world)
    assert booking_of(asha).booking_status is BookingStatus.CONFIRMED
    assert payment_of(asha).transaction_reference in report.finished
    assert "payment-found" in logged(world, payment_of(asha).payment_id)
    assert about(compared(world), payment_of(asha).transaction_reference) == []


def test_a_top_up_that_nobody_paid_ends_with_its_time_and_its_link(world: World) -> None:
    asha = leaves(at_payment(world.passenger()))
    payment = top_up(asha)
    world.services.reconciling.run(world.clock.now())
    assert payment_of(asha, payment.payment_id).payment_status is PaymentStatus.PENDING
    report = world.services.reconciling.run(payment.expires_at)
    assert payment.payment_id in report.finished
    assert payment_of(asha, payment.payment_id).payment_status is PaymentStatus.FAILED
    assert world.gateway.fetch_link(payment.link_id or "").status == "cancelled"


def test_a_top_up_that_was_paid_unseen_is_in_the_wallet(world: World) -> None:
    asha = leaves(at_payment(world.passenger()))
    payment = top_up(asha)
    asha.screen = asha.screen.but(buttons=((asha.screen.buttons[0][0].but(data=None, url=payment.link_url),),))
    asha.pays()
    world.services.reconciling.run(payment.expires_at)
    assert payment_of(asha, payment.payment_id).payment_status is PaymentStatus.SUCCESS
    assert balance_of(asha) == Decimal(500)


def test_a_gateway_that_is_away_puts_an_open_payment_off(world: World) -> None:
    asha = leaves(at_payment(world.passenger()))
    payment = top_up(asha)
    report = with_gateway_away(world).services.reconciling.run(payment.expires_at)
    assert len(report.troubles) == 1
    with world.units() as work:
        assert payment.payment_id not in work.payments.open_due(payment.expires_at)
        assert payment.payment_id in work.payments.open_due(payment.expires_at + timedelta(minutes=2))
    world.services.reconciling.run(payment.expires_at + timedelta(minutes=2))
    assert payment_of(asha, payment.payment_id).payment_status is PaymentStatus.FAILED


def test_money_for_nobody_is_told_and_logged_once(world: World) -> None:
    asha = at_payment(world.passenger())
    now = world.clock.now()
    link = world.gateway.create_link(LinkWish(
        reference_id=new_id(now), amount=Decimal(77), description="another program",
        expires_at=now + timedelta(minutes=20), customer_name="Ravi",
    ))  # fmt: skip
    asha.screen = asha.screen.but(buttons=((asha.screen.buttons[0][0].but(url=link.url),),))
    asha.pays()
    came = world.gateway.fetch_link(link.link_id).payment
    assert came is not None
    for _ in range(2):
        assert [difference.kind for difference in about(compared(world), came.payment_id)] == ["unknown"]
    assert logged(world, came.payment_id) == ["reconcile-difference"]


def test_an_amount_that_is_another_is_told_and_stays_as_it_is(world: World) -> None:
    asha = booked(at_payment(world.passenger()))
    tampered(asha, amount=Decimal("4000.00"))
    (difference,) = about(compared(world), payment_of(asha).transaction_reference)
    assert (difference.kind, difference.ours, difference.theirs) == ("amount", "4000.00", "3885.40")
    assert payment_of(asha).amount == Decimal("4000.00")
    assert logged(world, payment_of(asha).payment_id) == ["reconcile-difference"]


def test_a_refund_that_the_gateway_tells_otherwise_is_a_difference(world: World) -> None:
    asha = at_agreeing(booked(at_payment(world.passenger()))).taps("to your UPI account")
    follow(asha)
    world.clock.advance(timedelta(seconds=4))
    assert about(compared(world), refund_of(asha).gateway_id) == []
    assert refund_of(asha).status is RefundStatus.PROCESSED
    tampered(asha, refunds=(refund_of(asha).but(status=RefundStatus.FAILED),))
    (difference,) = about(compared(world), refund_of(asha).gateway_id)
    assert (difference.kind, difference.ours, difference.theirs) == ("refund", "failed", "processed")


def test_a_refund_that_its_bank_sent_back_unseen_is_in_the_wallet(world: World) -> None:
    asha = at_agreeing(booked(at_payment(world.passenger()), refund="fail")).taps("to your UPI account")
    follow(asha)
    tampered(asha, refunds=(refund_of(asha).moved(RefundStatus.PROCESSED, due_at=None),))
    world.clock.advance(timedelta(seconds=4))
    assert about(compared(world), refund_of(asha).gateway_id) == []
    assert (refund_of(asha).status, balance_of(asha)) == (RefundStatus.FAILED, refund_of(asha).amount)


def took(asha: Passenger, reference: str, topped_up: Payment | None = None, **changes: object) -> Payment:
    """A top-up that we believe to be paid by this money of the gateway's."""
    payment = topped_up or top_up(asha, reference)
    with asha.world.units() as work:
        now = asha.world.clock.now()
        stored = work.payments.get(payment.payment_id)
        paid = stored.moved(PaymentStatus.SUCCESS, transaction_reference=reference, completed_at=now, **changes)
        work.payments.save(paid)
        work.commit()
    return paid


def failed_attempt(payment: Payment) -> str:
    """Somebody's payment at this link, which the bank refused: the gateway's id."""
    url = payment.link_url or ""
    site = url.split("/pay/")[0]
    form = {"method": "upi", "outcome": "fail", "webhook": "never", "callback": "closed"}
    requests.post(url, data=form, timeout=10, headers={"Origin": site}).raise_for_status()
    keys = SandboxSettings.razorpay_key_id, SandboxSettings.razorpay_key_secret
    listed = requests.get(f"{site}/v1/payments", auth=keys, timeout=10).json()["items"]
    return next(str(one["id"]) for one in listed if one["notes"]["reference_id"] == payment.payment_id)


def test_money_of_ours_that_the_gateway_lacks_is_told_and_stays_as_it_is(world: World) -> None:
    asha = leaves(at_payment(world.passenger()))
    never, topped_up = took(asha, "pay_NeverHeardOfIt"), top_up(asha)
    refused = took(asha, failed_attempt(topped_up), topped_up)
    took(asha, "pi_OfAnotherGateway")
    report = compared(world)
    (missing,) = about(report, "pay_NeverHeardOfIt")
    assert missing == Difference("missing", "pay_NeverHeardOfIt", never.payment_id, "500.00", "")
    (failed,) = about(report, refused.transaction_reference)
    assert (failed.kind, failed.payment_id, failed.ours, failed.theirs) == (
        "status", refused.payment_id, "success", "failed",
    )  # fmt: skip
    assert (report.elsewhere, about(report, "pi_OfAnotherGateway")) == (1, [])
    assert logged(world, never.payment_id) == ["reconcile-difference"]
    assert compared(world) == report


def test_what_went_back_otherwise_than_we_know_is_told(world: World) -> None:
    asha = at_agreeing(booked(at_payment(world.passenger()))).taps("to your UPI account")
    follow(asha)
    refund, source = refund_of(asha), payment_of(asha).transaction_reference or ""
    world.gateway.refund(source, Decimal(40), "by-hand-at-the-gateway")
    tampered(asha, refunds=(refund.but(amount=refund.amount + 1),))
    report = compared(world)
    (more,), (other,) = about(report, source), about(report, refund.gateway_id)
    assert (more.kind, more.ours, more.theirs) == ("sent-back", str(refund.amount + 1), str(refund.amount + 40))
    assert (other.kind, other.ours, other.theirs) == ("refund-amount", str(refund.amount + 1), str(refund.amount))
    tampered(asha, refunds=(refund.but(gateway_id="rfnd_NeverHeardOf", status=RefundStatus.PROCESSED, due_at=None),))
    (lost,) = about(compared(world), "rfnd_NeverHeardOf")
    assert (lost.kind, lost.ours, lost.theirs) == ("refund", "processed", "")
    paid = payment_of(asha).link_amount
    tampered(asha, transaction_reference=None, refunds=(), extra_references=(source,), extra_amounts={source: paid})
    (twice,) = about(compared(world), source)  # what came beside the price is in the wallet, so none may go back
    assert (twice.kind, twice.ours, twice.theirs) == ("sent-back", "0.00", str(refund.amount + 40))


def test_a_payment_that_cannot_be_compared_keeps_no_other_from_it(world: World) -> None:
    odd, asha = at_payment(world.passenger()).pays(), at_payment(world.passenger()).pays()
    booking = booking_of(odd)
    payment = payment_of(odd)
    tampered(odd, booking_id=new_id(world.clock.now()))
    report = compared(world)
    assert [trouble.partition(": ")[0].split()[2:] for trouble in report.troubles] == [["not", "compared"]]
    assert payment_of(asha).transaction_reference in report.finished
    with world.units() as work:
        work.payments.save(work.payments.get(payment.payment_id).but(booking_id=booking.booking_id))
        work.commit()
    assert compared(world).troubles == ()
    assert booking_of(odd).booking_status is BookingStatus.CONFIRMED


def test_by_turns_every_day_is_compared_on_which_a_gateway_can_still_change_something(world: World) -> None:
    asha, begun = leaves(at_payment(world.passenger())), world.clock.now()
    lost = SourceRefund(
        refund_id="r", booking_id=booking_of(asha).booking_id, amount=Decimal(9), status=RefundStatus.PROCESSED,
        gateway_id="rfnd_NeverHeardOf2", asked_at=begun,
    )  # fmt: skip
    never = took(asha, "pay_NeverHeardOf2", refunds=(lost,))
    rounds = [begun + TURN * number for number in range(CHANGEABLE // TURN)]
    seen = [at for at in rounds if day_in_turn(at)[0] <= begun < day_in_turn(at)[1]]
    waits = [later - sooner for sooner, later in pairwise([begun + timedelta(days=1), *seen])]
    assert max(waits) < timedelta(hours=8)
    assert seen[-1] > begun + CHANGEABLE - timedelta(hours=8)
    told = world.services.reconciling.compare_in_turn(seen[-1]).differences
    assert [(each.kind, each.reference) for each in told if each.payment_id == never.payment_id] == [
        ("refund", "rfnd_NeverHeardOf2")
    ]
    looks = [at for at in rounds if at < begun + timedelta(days=1) and ours_in_turn(at)]
    assert len(looks) == 4
    (missing,) = about(world.services.reconciling.compare_in_turn(looks[-1]), "pay_NeverHeardOf2")
    assert (missing.kind, missing.payment_id) == ("missing", never.payment_id)
