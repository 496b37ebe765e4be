"""Money into the wallet by link and out of it to UPI or a bank; each rupee once, whatever comes twice."""

from decimal import Decimal

import pytest

from domain.ids import PaymentId, WithdrawalId
from domain.payments import GatewayPayment, Payment, PaymentStatus
from domain.payouts import WithdrawalStatus
from handlers.reply import PictureKind
from tests.dialogues.accounts import at_home, user_of
from tests.dialogues.test_money import balance_of
from tests.dialogues.transcript import Passenger, World
from tests.dialogues.wallets import ANJALI, VIKRAM, acts_about, given, picture_of, verified, wallet_of


def topup_of(asha: Passenger) -> Payment:
    """The top-up that was begun last."""
    with asha.world.units() as work:
        return work.payments.get(PaymentId(wallet_of(asha).topup or ""))


def asked(asha: Passenger) -> WithdrawalId:
    """The withdrawal that the passenger asked for last."""
    with asha.world.units() as work:
        rows = work.wallets.ledger(user_of(asha).wallet_id)
    return WithdrawalId(next(row.reference_id for row in rows if row.source == "withdrawal"))


def withdrawing(asha: Passenger, rupees: str = "500", to: str = "asha.verma@okaxis") -> Passenger:
    """All is answered but the yes."""
    return asha.says("/withdraw").says(rupees).says(to)


def test_the_wallet_is_topped_up_by_link_and_the_message_becomes_the_receipt(world: World) -> None:
    asha = at_home(world).says("/wallet").sees("Wallet: ₹0", "Top up", "Promo code", "Withdraw", "History", "Statement")
    asha.taps("Top up").sees("How much?", "₹500", "₹1,000", "₹2,000", "₹5,000", "₹100", "₹50,000")
    asha.taps("₹2,000").sees("₹2,000 for your wallet", "20 minutes", "I have paid", "Give it up")
    asha.taps("I have paid").sees("has not arrived yet")
    asha.pays().taps("I have paid").sees("₹2,000 is in your wallet", "Balance: ₹2,000", "Receipt: <code>pay_")
    assert asha.replies[0].edit
    assert balance_of(asha) == 2000
    asha.taps("Wallet").sees("Wallet: ₹2,000", "+ ₹2,000 · top-up")
    assert [words for words in asha.is_told() if "₹2,000 is in your wallet" in words]


def test_when_the_money_comes_by_itself_the_question_becomes_the_receipt(world: World) -> None:
    asha = at_home(world).says("/topup").taps("₹500")
    money = GatewayPayment(f"pay_{asha.chat_id}", Decimal(500), "upi", "captured")
    world.services.paying.settle(topup_of(asha).payment_id, money, world.clock.now())
    (receipt,) = asha.is_told()
    assert "₹500 is in your wallet" in receipt
    assert f"pay_{asha.chat_id}" in receipt
    assert world.sessions.load(asha.chat_id).flow is None


def test_an_amount_is_typed_as_people_write_it(world: World) -> None:
    asha = at_home(world)
    for typed, shown in (("1500", "₹1,500"), ("Rs 750/-", "₹750"), ("2k", "₹2,000"), ("₹1,200", "₹1,200")):
        asha.says("/topup").says(typed).sees(f"{shown} for your wallet")
    asha.says("/topup").says("a lot").sees("could not read that as an amount", "How much?")
    asha.says("99").sees("from ₹100 to ₹50,000").says("50001").sees("from ₹100 to ₹50,000")
    asha.says("100.50").sees("Whole rupees").says("/cancel").sees("No top-up")


def test_without_verification_ten_thousand_a_month_come_in(world: World) -> None:
    asha = at_home(world).says("/topup").says("9000").pays().taps("I have paid").sees("Balance: ₹9,000")
    asha.says("/topup").says("1001").sees("₹10,000 a month", "Reserve Bank", "₹1,000 are left")
    asha.says("1000").sees("₹1,000 for your wallet")
    verified(asha).says("/topup").says("20000").sees("₹20,000 for your wallet")


def test_no_wallet_holds_more_than_two_lakh(world: World) -> None:
    asha = verified(given(at_home(world), "170000"))
    asha.says("/topup").says("30001").sees("₹2,00,000 at most").says("30000").sees("₹30,000 for your wallet")


def test_a_second_top_up_closes_the_first_so_that_limits_hold(world: World) -> None:
    asha = at_home(world).says("/topup").says("8000")
    first = topup_of(asha)
    asha.says("/topup").says("9000").sees("₹9,000 for your wallet")
    assert first.link_id
    assert world.gateway.fetch_link(first.link_id).status == "cancelled"
    with world.units() as work:
        assert work.payments.get(first.payment_id).payment_status is PaymentStatus.FAILED


def test_a_second_top_up_finds_the_money_of_the_first(world: World) -> None:
    asha = at_home(world).says("/topup").says("8000").pays()
    asha.says("/topup").says("3000").sees("₹2,000 are left this month")
    assert balance_of(asha) == 8000


def test_a_top_up_that_is_tapped_twice_is_one(world: World) -> None:
    asha = at_home(world).says("/topup")
    again = asha.button("₹500")
    asha.taps("₹500").sees("₹500 for your wallet")
    waits = wallet_of(asha).topup
    asha.taps_old(again).sees("from earlier")
    assert wallet_of(asha).topup == waits
    services, user, now = world.services, user_of(asha), world.clock.now()
    key = f"topup:{asha.chat_id}:{world.sessions.load(asha.chat_id).serial}:500"
    assert services.topping_up.begin(user.user_id, Decimal(500), key, now).payment_id == waits


def test_money_that_comes_after_a_top_up_was_given_up_is_not_lost(world: World) -> None:
    asha = at_home(world).says("/topup").says("500").taps("Give it up").sees("given up", "Nothing was charged")
    payment = topup_of(asha).payment_id
    for _ in range(2):
        world.services.paying.settle(
            payment, GatewayPayment("pay_late", Decimal(500), "upi", "captured"), world.clock.now()
        )
    assert balance_of(asha) == 500


def test_a_top_up_whose_time_is_over_says_so(world: World) -> None:
    asha = at_home(world).says("/topup").says("500")
    payment = topup_of(asha)
    assert payment.link_id
    world.gateway.cancel_link(payment.link_id)
    asha.taps("I have paid").sees("time to pay ₹500 was over", "Top up").taps("Top up").sees("How much?")


def test_a_top_up_is_paid_with_another_phone_by_its_code(world: World) -> None:
    asha, ravi = at_home(world).says("/topup").says("500"), at_home(world, name="Ravi Rao")
    code = asha.button("QR")
    asha.taps("QR").sees("Scan this with another phone's camera: <b>₹500</b>", "₹500 for your wallet")
    picture = picture_of(asha)
    assert (picture.kind, picture.payment_id) == (PictureKind.PAY_QR, wallet_of(asha).topup)
    ravi.taps_old(code).sees("time to pay was over")
    assert not any(reply.picture for reply in ravi.replies)
    asha.pays().taps("I have paid").sees("Balance: ₹500").taps_old(code).sees("time to pay was over")


def test_nobody_sees_the_top_up_of_another(world: World) -> None:
    asha, ravi = at_home(world).says("/topup").says("500"), at_home(world, name="Ravi Rao").says("/topup").says("700")
    session = world.sessions.load(ravi.chat_id)
    theirs = {**session.draft, "topup": wallet_of(asha).topup}
    world.sessions.commit(session.but(draft=theirs), world.clock.now())
    ravi.says("paid").sees_not("₹500")


def test_a_withdrawal_leaves_the_wallet_when_it_is_asked_for_and_is_told_when_it_is_sent(world: World) -> None:
    asha = given(at_home(world), "800")
    asha.says("/wallet").taps("Withdraw").sees("₹800 can be withdrawn", "All of it: ₹800")
    asha.says("900").sees("from ₹1 to ₹800").says("500").sees("Where shall ₹500 go?", "UPI ID")
    asha.says("asha.verma@okaxis").sees("₹500 to as***@okaxis", "Asha Verma", "Yes, withdraw ₹500")
    asha.sees_not("asha.verma@okaxis")
    assert "verma@okaxis" not in world.sessions.load(asha.chat_id).model_dump_json()
    assert balance_of(asha) == 800
    asha.taps("Yes, withdraw").sees("₹500 is on its way to as***@okaxis", "Balance: ₹300")
    assert balance_of(asha) == 300
    asha.says("/wallet").sees("− ₹500 · withdrawal (being checked)")
    payouts, wanted, now = world.services.payouts, asked(asha), world.clock.now()
    assert [waits.payee.upi for waits in payouts.waiting() if waits.withdrawal_id == wanted] == ["asha.verma@okaxis"]
    assert payouts.approve(wanted, ANJALI, now).status is WithdrawalStatus.APPROVED
    for _ in range(2):
        payouts.sent(wanted, "UTR4711", ANJALI, now)
    assert wanted not in [waits.withdrawal_id for waits in payouts.waiting()]
    assert [words for words in asha.is_told() if "₹500 has been sent to as***@okaxis" in words and "UTR4711" in words]
    assert acts_about(world, wanted) == ["withdrawal-approved", "withdrawal-asked", "withdrawal-sent"]
    mine = world.services.exporting.of_user(user_of(asha).user_id, now)
    assert [(each["payee"]["upi"], each["reference"]) for each in mine["withdrawals"]] == [
        ("asha.verma@okaxis", "UTR4711")
    ]
    assert ANJALI not in str(mine)
    assert "withdrawal-asked" in [each["action"] for each in mine["account_history"]]


def test_a_bank_account_needs_its_ifsc(world: World) -> None:
    asha = given(at_home(world), "800").says("/withdraw").taps("All of it").says("1234 5678 9012").sees("add the IFSC")
    asha.says("HDFC0001234").sees("account number, too").says("my bank").sees("could not read")
    asha.says("123456789012, hdfc0001234").sees("₹800 to ••••9012 (HDFC0001234)").taps("Yes, withdraw")
    assert balance_of(asha) == 0


@pytest.mark.parametrize("way", ["fail", "refuse"])
def test_a_withdrawal_that_comes_to_nothing_is_in_the_wallet_again(world: World, way: str) -> None:
    asha = withdrawing(given(at_home(world), "800")).taps("Yes, withdraw")
    payouts, wanted, now = world.services.payouts, asked(asha), world.clock.now()
    if way == "fail":
        payouts.approve(wanted, ANJALI, now)
    for _ in range(2):
        getattr(payouts, way)(wanted, "the name differs", ANJALI, now)
    assert balance_of(asha) == 800
    assert [words for words in asha.is_told() if "the name differs" in words and "in your wallet again" in words]
    words = {"fail": "failed", "refuse": "refused"}[way]
    asha.says("/wallet").sees(f"− ₹500 · withdrawal ({words})", f"+ ₹500 · withdrawal ({words})")


def test_above_ten_thousand_two_people_say_yes_and_nobody_to_their_own(world: World) -> None:
    asha = withdrawing(given(at_home(world), "12000"), "10001").taps("Yes, withdraw")
    payouts, wanted, now = world.services.payouts, asked(asha), world.clock.now()
    for own in (user_of(asha).user_id, f"STAFF#{asha.chat_id}"):
        with pytest.raises(Exception, match="payout-own"):
            payouts.approve(wanted, own, now)
    assert payouts.approve(wanted, ANJALI, now).status is WithdrawalStatus.ASKED
    with pytest.raises(Exception, match="payout-second-person"):
        payouts.approve(wanted, ANJALI, now)
    with pytest.raises(Exception, match="payout-not-now"):
        payouts.sent(wanted, "UTR1", ANJALI, now)
    assert payouts.approve(wanted, VIKRAM, now).approvals == (ANJALI, VIKRAM)
    assert payouts.approve(wanted, VIKRAM, now).status is WithdrawalStatus.APPROVED


def test_a_withdrawal_is_no_more_than_thought_about_until_the_yes(world: World) -> None:
    asha = withdrawing(given(at_home(world), "800")).says("/cancel").sees("Nothing is withdrawn")
    withdrawing(asha).taps("No, keep it").sees("Nothing is withdrawn")
    with world.units() as work:
        assert work.withdrawals.drafted(user_of(asha).wallet_id) is None
    withdrawing(asha)
    given(asha, "-600").taps("Yes, withdraw").sees("from ₹1 to ₹200")
    assert balance_of(asha) == 200
