"""A part from the wallet and the rest by link: one attempt after another, and every rupee where it belongs."""

from datetime import timedelta
from decimal import Decimal

from domain.bookings import BookingStatus
from domain.ids import PaymentId
from domain.payments import GatewayEvent, GatewayPayment, Payment, PaymentStatus
from tests.dialogues.test_happy_path import at_payment, at_review, credit
from tests.dialogues.test_holds import with_gateway_away
from tests.dialogues.test_money import balance_of, booking_of
from tests.dialogues.transcript import Passenger, World

FARE, PART = Decimal("3885.40"), Decimal("500.00")
REST = FARE - PART
OVER = timedelta(minutes=40)


def with_part(world: World) -> Passenger:
    """₹500 of the wallet are in the price; ₹3,385.40 are to be paid by link."""
    asha = at_review(world.passenger())
    credit(asha, PART)
    asha.says("/help").taps("₹500 from the wallet, ₹3,385.40 by link")
    return asha.sees("Pay ₹3,385.40 now", "₹500 of the price is paid from your wallet", "minutes are left")


def leaves(asha: Passenger) -> Passenger:
    """Nothing is open any more; the berths stay held."""
    return asha.says("/book").says("/cancel")


def payment_of(asha: Passenger, payment_id: str | None = None) -> Payment:
    with asha.world.units() as work:
        return work.payments.get(PaymentId(payment_id or booking_of(asha).payment_id or ""))


def comes(asha: Passenger, payment: Payment, reference: str, amount: Decimal) -> None:
    """The gateway tells of money for this payment."""
    money = GatewayPayment(reference, amount, "upi", "captured")
    event = GatewayEvent(f"evt {reference}", "payment_link.paid", payment.link_id, payment.payment_id, money, amount)
    asha.world.services.paying.settle_event(event, asha.world.clock.now())


def expire(asha: Passenger) -> None:
    asha.world.services.expiring.end(booking_of(asha).booking_id, BookingStatus.EXPIRED, asha.world.clock.now() + OVER)


def test_a_part_from_the_wallet_at_the_review_and_the_rest_by_link(world: World) -> None:
    asha = with_part(world)
    assert balance_of(asha) == 0
    asha.sees_not("from the wallet,").pays().taps("I have paid").sees("Booked and paid: ₹3,885.40")
    paid = payment_of(asha)
    assert (paid.payment_status, paid.amount, paid.wallet_part) == (PaymentStatus.SUCCESS, FARE, PART)
    assert paid.payment_method == "upi"
    assert paid.gateway_response is not None
    assert paid.gateway_response["payment_id"] == paid.transaction_reference


def test_a_part_on_the_pay_panel_closes_the_former_link(world: World) -> None:
    asha = at_payment(world.passenger())
    former = payment_of(asha)
    credit(asha, PART)
    asha.says("/wallet").taps("₹500 from the wallet").sees("Pay ₹3,385.40 now")
    now = payment_of(asha)
    assert now.payment_id != former.payment_id
    assert payment_of(asha, former.payment_id).payment_status is PaymentStatus.FAILED
    assert world.gateway.fetch_link(former.link_id or "").status == "cancelled"
    asha.pays().taps("I have paid").sees("Booked and paid")


def test_money_that_came_by_the_former_link_meanwhile_pays_and_the_wallet_keeps_its_part(world: World) -> None:
    asha = at_payment(world.passenger())
    credit(asha, PART)
    asha.says("/wallet").pays().taps("₹500 from the wallet").sees("Booked and paid: ₹3,885.40")
    assert balance_of(asha) == PART


def test_the_same_tap_twice_takes_the_part_once(world: World) -> None:
    asha = at_payment(world.passenger())
    credit(asha, PART)
    for _ in range(2):
        booking = world.services.paying.part_from_wallet(booking_of(asha), PART, world.clock.now())
        assert booking.booking_status is BookingStatus.HELD
    assert balance_of(asha) == 0
    assert payment_of(asha).link_amount == REST


def test_berths_given_up_put_the_part_back(world: World) -> None:
    asha = with_part(world).taps("Give the berths up").sees("given back")
    assert balance_of(asha) == PART
    assert any("₹500 that your wallet had paid" in words for words in asha.is_told())


def test_a_hold_that_ends_unpaid_puts_the_part_back_and_late_money_takes_it_again(world: World) -> None:
    asha = with_part(world)
    expire(asha)
    assert balance_of(asha) == PART
    comes(asha, payment_of(asha), "pay_late", REST)
    assert booking_of(asha).booking_status is BookingStatus.CONFIRMED
    assert balance_of(asha) == 0


def test_late_money_is_in_the_wallet_if_the_part_has_been_spent_meanwhile(world: World) -> None:
    asha = with_part(world)
    expire(asha)
    spend(asha, Decimal("100.00"))
    comes(asha, payment_of(asha), "pay_late", REST)
    assert booking_of(asha).booking_status is BookingStatus.EXPIRED
    assert balance_of(asha) == Decimal("400.00") + REST
    assert any("All of it is in your wallet" in words for words in asha.is_told(OVER))


def spend(asha: Passenger, amount: Decimal) -> None:
    """For something else."""
    with asha.world.units() as work:
        user = work.users.by_chat(asha.chat_id)
        assert user is not None
        services = asha.world.services
    services.wallets.adjust(user.user_id, -amount, "spent", "a test", asha.world.clock.now(), f"spent {asha.chat_id}")


def test_money_by_the_former_attempt_pays_after_all_and_the_open_one_is_closed(world: World) -> None:
    asha = at_payment(world.passenger())
    former = payment_of(asha)
    credit(asha, PART)
    asha.says("/wallet").taps("₹500 from the wallet").sees("Pay ₹3,385.40 now")
    second = payment_of(asha)
    comes(asha, former, "pay_former", FARE)
    assert booking_of(asha).booking_status is BookingStatus.CONFIRMED
    assert booking_of(asha).payment_id == former.payment_id
    assert balance_of(asha) == PART
    assert payment_of(asha, second.payment_id).payment_status is PaymentStatus.FAILED
    world.services.reconciling.run(world.clock.now())
    assert world.gateway.fetch_link(second.link_id or "").status == "cancelled"
    comes(asha, second, "pay_second", REST)
    assert balance_of(asha) == PART + REST


def test_the_rest_can_come_from_the_wallet_too(world: World) -> None:
    asha = with_part(world)
    credit(asha, Decimal("4000.00"))
    asha.says("/help").taps("Pay from wallet").sees("Booked and paid: ₹3,885.40")
    assert balance_of(asha) == Decimal("4000.00") - REST
    assert payment_of(asha).refundable == 0


def test_a_wallet_that_turns_out_short_leaves_berths_with_a_link_that_lives(world: World) -> None:
    asha = at_payment(world.passenger())
    credit(asha, PART)
    tap = asha.says("/wallet").button("₹500 from the wallet")
    spend(asha, PART)
    asha.taps_old(tap).sees("holds too little")
    leaves(asha).says("/trips").taps("⏳").sees("Pay ₹3,885.40 now")
    former = payment_of(asha)
    world.gateway.cancel_link(former.link_id or "")
    asha.taps("all ways").taps("I have paid").sees("Pay ₹3,885.40 now")
    assert payment_of(asha).payment_id != former.payment_id
    asha.pays().taps("I have paid").sees("Booked and paid")


def test_a_dead_link_puts_the_part_back_and_it_can_be_paid_again(world: World) -> None:
    asha = with_part(world)
    first = payment_of(asha)
    world.gateway.cancel_link(first.link_id or "")
    asha.taps("I have paid").sees("Pay ₹3,885.40 now", "₹500 from the wallet")
    assert balance_of(asha) == PART
    asha.taps("₹500 from the wallet").sees("Pay ₹3,385.40 now")
    comes(asha, first, "pay_by_the_dead_one", REST)
    assert booking_of(asha).booking_status is BookingStatus.HELD
    assert balance_of(asha) == REST
    asha.says("/wallet").taps("Pay from wallet").sees("Booked and paid")
    assert balance_of(asha) == 0


def test_a_link_that_took_another_amount_makes_room_for_another_link(world: World) -> None:
    asha = at_payment(world.passenger())
    former = payment_of(asha)
    with world.units() as work:
        work.payments.save(work.payments.get(former.payment_id).but(amount=FARE + 1))
        work.commit()
    asha.pays().taps("I have paid").sees("Pay ₹3,886.40 now")
    assert balance_of(asha) == FARE
    assert payment_of(asha).payment_id != former.payment_id


def test_a_gateway_that_is_away_leaves_the_wallet_as_it_is(world: World) -> None:
    asha = at_payment(world.passenger())
    credit(asha, PART)
    away = with_gateway_away(world)
    assert away.services.paying.payment(booking_of(asha)).link_id
    there = Passenger(away, asha.chat_id, asha.name, screen=asha.says("/wallet").screen)
    there.taps("₹500 from the wallet").sees("payment service does not answer")
    assert balance_of(asha) == PART


def test_a_payment_that_failed_is_told_once_and_the_berths_stay(world: World) -> None:
    asha = at_payment(world.passenger())
    payment, now = payment_of(asha), world.clock.now()
    money = GatewayPayment("pay_no", FARE, "card", "failed")
    event = GatewayEvent("evt no", "payment.failed", payment.link_id, payment.payment_id, money, Decimal(0))
    for _ in range(3):
        world.services.paying.settle_event(event, now)
    (words,) = asha.is_told()
    assert "No money was taken" in words
    assert f"until {(booking_of(asha).hold_until + timedelta(hours=5.5)):%H:%M}" in words
    asha.pays().taps("I have paid").sees("Booked and paid")


def test_a_failure_told_after_success_is_no_news(world: World) -> None:
    asha = at_payment(world.passenger())
    payment = payment_of(asha)
    comes(asha, payment, "pay_late_yes", FARE)
    asha.is_told()
    money = GatewayPayment("pay_late_yes", FARE, "upi", "failed")
    event = GatewayEvent("evt no", "payment.failed", None, payment.payment_id, money, Decimal(0))
    world.services.paying.settle_event(event, world.clock.now())
    assert asha.is_told() == []
    assert booking_of(asha).booking_status is BookingStatus.CONFIRMED


def test_going_on_to_pay_from_my_trips(world: World) -> None:
    asha = at_payment(world.passenger())
    credit(asha, PART)
    leaves(asha).says("/trips").taps("⏳").sees("held until", "Pay ₹3,885.40 now", "QR code to pay")
    asha.taps("all ways").sees("₹500 from the wallet").taps("₹500 from the wallet").sees("Pay ₹3,385.40 now")
    asha.pays().taps("I have paid").sees("Booked and paid: ₹3,885.40")


def test_nobody_goes_on_to_pay_for_somebody_elses_berths(world: World) -> None:
    asha, other = at_payment(world.passenger()), at_payment(world.passenger("Ravi Kumar"))
    tap = leaves(asha).says("/trips").taps("⏳").button("all ways")
    other.taps_old(tap).sees("do not find that booking")


def test_in_hindi_too(world: World) -> None:
    asha = at_payment(world.passenger())
    credit(asha, PART)
    leaves(asha).says("/trips").taps("⏳").taps("all ways")
    asha.says("/language").taps("हिन्दी")
    asha.sees("वॉलेट से", "मिनट बाकी").taps("₹500 वॉलेट से").sees("किराए के ₹500")
