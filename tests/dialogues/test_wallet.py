"""The wallet in the chat: money put in, given, taken out and looked back on; each rupee once, whatever comes twice."""

import itertools
from datetime import date, timedelta
from decimal import Decimal

import pytest

from domain.ids import PaymentId, UserId, WithdrawalId
from domain.payments import GatewayPayment, PaymentStatus
from domain.payouts import WithdrawalStatus
from domain.users import KycStatus, User
from domain.wallets import Wallet
from handlers.incoming import Kind
from handlers.reply import PictureKind
from tests.dialogues.test_happy_path import at_review
from tests.dialogues.test_money import balance_of, booking_of
from tests.dialogues.transcript import Passenger, World

_codes = itertools.count(1)
ANJALI, VIKRAM = "STAFF#1", "STAFF#2"


def at_home(world: World, language: str = "English", name: str = "Asha Verma") -> Passenger:
    """A registered passenger with an empty wallet."""
    asha = world.passenger(name)
    asha.says("/start").taps(language)
    return asha.registers()


def user_of(asha: Passenger) -> User:
    with asha.world.units() as work:
        user = work.users.by_chat(asha.chat_id)
    assert user is not None
    return user


def wallet_of(asha: Passenger) -> Wallet:
    with asha.world.units() as work:
        return work.wallets.get(user_of(asha).wallet_id)


def given(asha: Passenger, rupees: str) -> Passenger:
    """The desk has put money into the wallet."""
    key, now = f"given {asha.chat_id} {rupees} {next(_codes)}", asha.world.clock.now()
    asha.world.services.wallets.adjust(user_of(asha).user_id, Decimal(rupees), "sorry for the delay", ANJALI, now, key)
    return asha


def a_code(world: World, rupees: str = "100", uses: int = 5, days: int = 7) -> str:
    """A promo code that is good from today on."""
    now = world.clock.now()
    code = f"FEST{next(_codes)}"
    first = now.date()
    world.services.promos.make(code, Decimal(rupees), first, first + timedelta(days=days), uses, ANJALI, now)
    return code


def verified(asha: Passenger) -> Passenger:
    """Their identity has been checked."""
    with asha.world.units() as work:
        work.users.save(work.users.get(user_of(asha).user_id).but(kyc_status=KycStatus.VERIFIED))
        work.commit()
    return asha


def asked(asha: Passenger) -> WithdrawalId:
    """The withdrawal that the passenger asked for last."""
    with asha.world.units() as work:
        rows = work.wallets.ledger(user_of(asha).wallet_id)
    return WithdrawalId(next(row.reference_id for row in rows if row.source == "withdrawal"))


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
    world.services.paying.settle(PaymentId(wallet_of(asha).topup or ""), money, world.clock.now())
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
    with world.units() as work:
        first = work.payments.get(PaymentId(wallet_of(asha).topup or ""))
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
    payment = PaymentId(wallet_of(asha).topup or "")
    for _ in range(2):
        world.services.paying.settle(
            payment, GatewayPayment("pay_late", Decimal(500), "upi", "captured"), world.clock.now()
        )
    assert balance_of(asha) == 500


def test_a_top_up_whose_time_is_over_says_so(world: World) -> None:
    asha = at_home(world).says("/topup").says("500")
    with world.units() as work:
        payment = work.payments.get(PaymentId(wallet_of(asha).topup or ""))
    assert payment.link_id
    world.gateway.cancel_link(payment.link_id)
    asha.taps("I have paid").sees("time to pay ₹500 was over", "Top up").taps("Top up").sees("How much?")


def test_a_top_up_is_paid_with_another_phone_by_its_code(world: World) -> None:
    asha, ravi = at_home(world).says("/topup").says("500"), at_home(world, name="Ravi Rao")
    code = asha.button("QR")
    asha.taps("QR").sees("Scan this with another phone: <b>₹500</b>", "₹500 for your wallet")
    (picture,) = [reply.picture for reply in asha.replies if reply.picture]
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


def test_history_turns_its_pages_in_place_with_the_balance_after_each_row(world: World) -> None:
    asha = at_home(world)
    for rupees in range(1, 20):
        given(asha, str(rupees))
    asha.says("/wallet").taps("History").sees("page 1", "+ ₹19 · correction → ₹190", "sorry for the delay", "Older")
    asha.sees_not("Newer").taps("Older").sees("page 2", "+ ₹11 · correction → ₹66", "+ ₹4 · correction → ₹10")
    assert asha.replies[0].edit
    asha.taps("Older").sees("page 3", "+ ₹1 · correction → ₹1").sees_not("Older").taps("Newer").sees("page 2")
    asha.says("/ledger 99999").sees("page 1")


def test_a_statement_is_a_file_of_the_own_wallet(world: World) -> None:
    asha = given(at_home(world), "700").says("/wallet").taps("Statement").sees("Last 90 days · PDF", "12/2029 · CSV")
    asha.taps("Last 90 days · PDF")
    (picture,) = [reply.picture for reply in asha.replies if reply.picture]
    assert (picture.kind, picture.wallet_id) == (PictureKind.STATEMENT_PDF, user_of(asha).wallet_id)
    asha.says("/statement").taps("12/2029 · CSV")
    (picture,) = [reply.picture for reply in asha.replies if reply.picture]
    assert (picture.kind, picture.month) == (PictureKind.STATEMENT_CSV, "2029-12")
    assert world.passenger().says("/start").taps("English").says("/statement").sees("register first")


def test_a_promo_code_gives_once_and_cannot_be_withdrawn(world: World) -> None:
    asha, code = at_home(world), a_code(world)
    asha.says("/wallet").taps("Promo code").sees("type the promo code").says(code.lower()).sees(
        f"₹100 from {code}", "Balance: ₹100"
    )
    asha.says("/wallet").sees("+ ₹100 · gift").taps("Promo code").says(code).sees(
        "had the money", "type the promo code"
    )
    assert balance_of(asha) == 100
    asha.says("/cancel").says("/withdraw").sees("nothing that can be withdrawn")
    given(asha, "50").says("/withdraw").sees("₹50 can be withdrawn; ₹100 of promo credit")


def test_a_promo_code_ends_with_its_uses_and_its_days(world: World) -> None:
    code = a_code(world, uses=1)
    at_home(world).says(f"/promo {code}").sees("₹100 from")
    at_home(world).says(f"/promo {code}").sees("as many people as it was made for")
    now = world.clock.now()
    over = world.services.promos.close(a_code(world), ANJALI, now)
    later = f"LATER{next(_codes)}"
    world.services.promos.make(later, Decimal(5), date(2031, 1, 1), date(2031, 2, 1), 9, ANJALI, now)
    at_home(world).says(f"/promo {over.code}").sees("is over").says(later).sees("cannot be used yet")


def test_guessing_codes_ends_after_five(world: World) -> None:
    asha = at_home(world).says("/promo")
    for wrong in ("WRONG1", "WRONG2", "WRONG3", "WRONG3", "WRONG4", "WRONG5"):
        asha.says(wrong).sees("do not know the code")
    asha.says(a_code(world)).sees("a few wrong codes", "60 minutes")
    asha.says("!").sees("does not look like a promo code")
    assert balance_of(asha) == 0


def test_the_same_turn_again_uses_a_code_once(world: World) -> None:
    asha, code = at_home(world).says("/promo"), a_code(world)
    update = asha.incoming(Kind.TEXT, text=code)
    session = world.sessions.load(asha.chat_id)
    user = user_of(asha)
    for _ in range(2):
        world.services.promos.redeem(user.user_id, code, f"{asha.chat_id}:{session.serial}", update.now)
    asha.receives(world.turns.run(update))
    asha.sees("₹100 from", "Balance: ₹100")
    assert balance_of(asha) == 100


def test_what_was_paid_with_promo_credit_comes_back_as_promo_credit(world: World) -> None:
    asha = at_review(world.passenger())
    user = user_of(asha)
    world.services.promos.redeem(user.user_id, a_code(world, "4000"), "k", world.clock.now())
    given(asha, "1000").says("/wallet").taps("Pay from wallet").sees("Booked and paid")
    assert balance_of(asha) == Decimal("1114.60")
    assert world.services.payouts.available(user.user_id) == 1000
    booking = booking_of(asha)
    world.services.cancelling.cancel(booking.booking_id, user.user_id, (0, 1), world.clock.now())
    assert balance_of(asha) > 3000
    assert world.services.payouts.available(user.user_id) == 1000


def withdrawing(asha: Passenger, rupees: str = "500", to: str = "asha.verma@okaxis") -> Passenger:
    """All is answered but the yes."""
    return asha.says("/withdraw").says(rupees).says(to)


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
    with world.units() as work:
        acts = [row.action for row in work.logs.about(wanted)]
    assert sorted(acts) == ["withdrawal-approved", "withdrawal-asked", "withdrawal-sent"]


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


def test_a_suspended_wallet_says_so_and_refuses_while_money_still_comes_in(world: World) -> None:
    asha = given(at_home(world), "800").says("/topup").says("500").pays()
    wallets, user_id, now = world.services.wallets, user_of(asha).user_id, world.clock.now()
    for _ in range(2):
        wallets.suspend(user_id, "the bank asked", ANJALI, now)
    asha.says("paid").sees("₹500 is in your wallet", "Balance: ₹1,300")
    asha.says("/wallet").sees("suspended", "stays yours", "History").sees_not("Withdraw", "Top up", "Promo code")
    asha.says("/withdraw").sees("cannot pay").says("/topup").sees("suspended").says(f"/promo {a_code(world)}")
    asha.sees("suspended").says("/cancel")
    assert [words for words in asha.is_told() if "suspended" in words]
    wallets.reopen(user_id, "all is well", VIKRAM, now)
    asha.says("/withdraw").sees("₹1,300 can be withdrawn")
    with world.units() as work:
        acts = [row.action for row in work.logs.about(user_id)]
    assert sorted(acts) == ["wallet-adjusted", "wallet-reopened", "wallet-suspended"]


def test_an_adjustment_is_made_once_and_told(world: World) -> None:
    asha = at_home(world)
    wallets, user_id, now = world.services.wallets, UserId(user_of(asha).user_id), world.clock.now()
    assert wallets.adjust(user_id, Decimal(70), "late train", ANJALI, now, f"a {asha.chat_id}")
    assert wallets.adjust(user_id, Decimal(70), "late train", ANJALI, now, f"a {asha.chat_id}") is None
    with pytest.raises(Exception, match="wallet-short"):
        wallets.adjust(user_id, Decimal(-71), "a slip", ANJALI, now, f"b {asha.chat_id}")
    assert balance_of(asha) == 70
    assert [words for words in asha.is_told() if "₹70 was put into your wallet" in words and "late train" in words]


def test_the_wallet_in_hindi(world: World) -> None:
    asha = at_home(world, "हिन्दी", "आशा वर्मा").says("/wallet").sees("वॉलेट: ₹0", "पैसे जोड़ें", "निकासी")
    asha.taps("पैसे जोड़ें").sees("कितने?").says("५०० रुपये").sees("आपके वॉलेट के लिए ₹500", "20 मिनट")
    asha.pays().taps("भुगतान कर दिया").sees("₹500 आपके वॉलेट में आ गए", "शेष: ₹500")
    asha.says(f"/promo {a_code(world)}").sees("से ₹100", "शेष: ₹600").says("/withdraw").sees("₹500 निकाले जा सकते हैं")
    asha.says("सब").sees("कहाँ भेजें?").says("asha@oksbi").sees("कृपया जाँच लीजिए").taps("हाँ").sees("शेष: ₹100")
    asha.says("/wallet").taps("लेन-देन").sees("पन्ना 1", "निकासी (जाँच में) → ₹100")
