"""Money that comes twice, late, or both ways at once: one ticket, or all of it in the wallet."""

from datetime import timedelta
from decimal import Decimal

import pytest

from domain.bookings import Booking, BookingStatus
from domain.errors import NotFound
from domain.ids import PaymentId
from domain.payments import GatewayEvent, GatewayPayment, PaymentStatus
from domain.services.booking import HOLD
from handlers.incoming import Kind
from handlers.steps.review import hold_requests
from handlers.talk import Talk
from handlers.texts import say
from tests.dialogues.test_happy_path import at_payment, at_review, credit
from tests.dialogues.transcript import Passenger, World


def booking_of(asha: Passenger) -> Booking:
    with asha.world.units() as work:
        user = work.users.by_chat(asha.chat_id)
        assert user is not None
        return work.bookings.get(work.bookings.of_user(user.user_id)[0].booking_id)


def balance_of(asha: Passenger) -> Decimal:
    """The balance, which stands in the user's row, the wallet's and the ledger alike."""
    with asha.world.units() as work:
        user = work.users.by_chat(asha.chat_id)
        assert user is not None
        rows = work.wallets.ledger(user.wallet_id)
        balance = sum((row.amount if row.type == "credit" else -row.amount for row in rows), Decimal(0))
        assert user.wallet_balance == work.wallets.get(user.wallet_id).balance == balance
    return balance


def change_link(asha: Passenger, link_id: str | None) -> None:
    """As if the gateway had another link for this payment, or none."""
    with asha.world.units() as work:
        payment = work.payments.get(PaymentId(booking_of(asha).payment_id or ""))
        url = payment.link_url if link_id else None
        work.payments.save(payment.but(link_id=link_id, link_url=url))
        work.commit()


def money(booking: Booking, reference: str, amount: Decimal | None = None) -> GatewayPayment:
    return GatewayPayment(reference, amount if amount is not None else booking.fare, "upi", "captured")


def settle(asha: Passenger, reference: str, amount: Decimal | None = None) -> None:
    booking = booking_of(asha)
    assert booking.payment_id
    asha.world.services.paying.settle(booking.payment_id, money(booking, reference, amount), asha.world.clock.now())


def logged_why(asha: Passenger) -> list[str]:
    """What the admin log says of money that bought nothing."""
    with asha.world.units() as work:
        return [row.details["why"] for row in work.logs.about(booking_of(asha).payment_id or "")]


def test_a_part_of_the_price_buys_nothing_and_is_in_the_wallet(world: World) -> None:
    asha = at_payment(world.passenger())
    part = money(booking_of(asha), "pay_part", Decimal("85.40"))
    told = GatewayEvent("evt", "payment_link.partially_paid", None, booking_of(asha).payment_id, part, part.amount)
    for _ in range(2):
        world.services.paying.settle_event(told, world.clock.now())
    assert balance_of(asha) == Decimal("85.40")
    settle(asha, "pay_all")
    assert booking_of(asha).booking_status is BookingStatus.CONFIRMED


def test_money_for_a_payment_that_is_none_of_ours_is_logged_once(world: World) -> None:
    stray = GatewayPayment("pay_stray", Decimal("5.00"), "upi", "captured")
    told = GatewayEvent("evt", "payment_link.paid", "plink_x", "somebody-elses", stray, stray.amount)
    for _ in range(2):
        with pytest.raises(NotFound):
            world.services.paying.settle_event(told, world.clock.now())
    with world.units() as work:
        assert [row.action for row in work.logs.about("pay_stray")] == ["payment-unknown"]


def test_the_same_money_told_many_times_pays_once(world: World) -> None:
    asha = at_payment(world.passenger())
    for _ in range(3):
        settle(asha, "pay_one")
    assert booking_of(asha).booking_status is BookingStatus.CONFIRMED
    assert balance_of(asha) == 0
    assert sum("Tejas Rajdhani" in words for words in asha.is_told()) == 1


def test_paid_twice_pays_once_and_the_rest_is_in_the_wallet(world: World) -> None:
    asha = at_payment(world.passenger())
    settle(asha, "pay_one")
    settle(asha, "pay_two")
    settle(asha, "pay_two")
    assert balance_of(asha) == booking_of(asha).fare
    assert logged_why(asha) == ["paid already"]
    assert any("in your wallet" in words for words in asha.is_told())


@pytest.mark.parametrize("amount", [Decimal("1.00"), Decimal("99999.00")])
def test_a_wrong_amount_pays_for_nothing_and_is_not_lost(world: World, amount: Decimal) -> None:
    asha = at_payment(world.passenger())
    settle(asha, "pay_wrong", amount)
    assert booking_of(asha).booking_status is BookingStatus.HELD
    assert balance_of(asha) == amount
    assert logged_why(asha) == ["another amount"]


def test_the_wallet_after_the_link_was_paid_takes_nothing(world: World) -> None:
    asha = at_review(world.passenger())
    credit(asha, Decimal("9000.00"))
    asha.taps("Pay ₹").pays().taps("Pay from wallet").sees("Booked and paid")
    assert balance_of(asha) == Decimal("9000.00")


def test_a_link_is_dead_once_the_wallet_has_paid(world: World) -> None:
    asha = at_review(world.passenger())
    credit(asha, Decimal("9000.00"))
    asha.taps("Pay ₹").sees("held until")
    link = world.services.paying.link(booking_of(asha), world.clock.now())
    asha.taps("Pay from wallet").sees("Booked and paid")
    assert link.link_id
    assert world.gateway.fetch_link(link.link_id).status == "cancelled"
    assert balance_of(asha) == Decimal("9000.00") - booking_of(asha).fare


def test_an_expired_hold_gives_its_berths_back_and_says_so(world: World) -> None:
    asha = at_payment(world.passenger())
    now = world.clock.now()
    world.services.agenda.run(now + timedelta(minutes=15, seconds=29))
    assert booking_of(asha).booking_status is BookingStatus.HELD
    world.services.agenda.run(now + timedelta(minutes=17))
    booking = booking_of(asha)
    assert booking.booking_status is BookingStatus.EXPIRED
    with world.units() as work:
        assert booking.payment_id
        assert work.payments.get(booking.payment_id).payment_status is PaymentStatus.FAILED
        run = work.runs.load(booking.run_key)
        assert run is not None
        assert not any(run.mask(person.berth) & booking.legs for person in booking.passengers if person.berth)
    assert any("berths were given back" in words for words in asha.is_told(timedelta(minutes=18)))


def test_money_that_was_there_before_the_hold_ended_books_although_no_webhook_came(world: World) -> None:
    asha = at_payment(world.passenger()).pays()
    world.services.agenda.run(world.clock.now() + timedelta(minutes=17))
    assert booking_of(asha).booking_status is BookingStatus.CONFIRMED


def test_money_after_the_hold_ended_gets_berths_again(world: World) -> None:
    asha = at_payment(world.passenger())
    world.services.agenda.run(world.clock.now() + timedelta(minutes=17))
    settle(asha, "pay_late")
    booking = booking_of(asha)
    assert booking.booking_status is BookingStatus.CONFIRMED
    assert all(person.berth for person in booking.passengers)
    with world.units() as work:
        (told,) = work.logs.about(booking.payment_id or "")
    assert (told.action, told.details) == ("payment-booked-again", {"money": "pay_late", "amount": str(booking.fare)})


def test_money_for_berths_given_up_goes_to_the_wallet(world: World) -> None:
    asha = at_payment(world.passenger()).taps("Give the berths up")
    settle(asha, "pay_late")
    assert booking_of(asha).booking_status is BookingStatus.CANCELLED
    assert balance_of(asha) == booking_of(asha).fare
    assert logged_why(asha) == ["too late"]


def test_a_gateway_that_was_away_gets_the_passenger_more_time_not_less(world: World) -> None:
    asha = at_review(world.passenger())
    now = world.clock.now()
    update = asha.incoming(Kind.TEXT)
    (request,) = hold_requests(Talk(world.sessions.load(asha.chat_id), update, world.services, say("en")))
    held = world.services.booking.hold(request, f"away {asha.chat_id}", now - timedelta(minutes=4))
    payment = world.services.paying.link(held, now)
    assert payment.link_url
    assert payment.expires_at == now + HOLD
    with world.units() as work:
        assert work.bookings.get(held.booking_id).hold_until == now + HOLD
    assert world.services.paying.link(held, now + timedelta(minutes=5)).expires_at == now + HOLD
