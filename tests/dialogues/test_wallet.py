"""The wallet in the chat: looked back on, given to by code and by the desk, and suspended; each gift once."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from domain.ids import UserId
from domain.notifications import is_pressing
from domain.statements import period_of, statement
from handlers.incoming import Kind
from handlers.reply import PictureKind
from tests.dialogues.accounts import at_home, latest_news, user_of
from tests.dialogues.test_happy_path import at_review
from tests.dialogues.test_money import balance_of, booking_of
from tests.dialogues.transcript import World
from tests.dialogues.wallets import ANJALI, VIKRAM, a_code, acts_about, given, picture_of


def test_history_turns_its_pages_in_place_with_the_balance_after_each_row(world: World) -> None:
    asha = at_home(world)
    for rupees in range(1, 20):
        given(asha, str(rupees))
    asha.says("/wallet").taps("History").sees("page 1", "+ ₹19 · correction → ₹190", "sorry for the delay", "Older")
    asha.sees_not("Newer").taps("Older").sees("page 2", "+ ₹11 · correction → ₹66", "+ ₹4 · correction → ₹10")
    assert asha.replies[0].edit
    asha.taps("Older").sees("page 3", "+ ₹1 · correction → ₹1").sees_not("Older").taps("Newer").sees("page 2")
    asha.says("/ledger 99999").sees("page 1")


def test_of_two_turns_the_one_that_began_first_and_was_written_last_stands_last(world: World) -> None:
    asha = given(at_home(world), "500")
    user, earlier = user_of(asha), world.clock.now() - timedelta(seconds=3)
    world.services.wallets.adjust(user.user_id, Decimal(-400), "a slip", ANJALI, earlier, f"slow {asha.chat_id}")
    asha.says("/ledger").sees("₹400 · correction → ₹100", "+ ₹500 · correction → ₹500")
    with world.units() as work:
        rows = list(work.wallets.rows(user.wallet_id))
    assert [line.balance for line in statement(rows, period_of("", world.clock.now().date())).lines] == [500, 100]


def test_a_statement_is_a_file_of_the_own_wallet(world: World) -> None:
    asha = given(at_home(world), "700").says("/wallet").taps("Statement")
    asha.sees("Last 90 days · PDF", "December 2029 · CSV").taps("Last 90 days · PDF")
    picture = picture_of(asha)
    assert (picture.kind, picture.wallet_id) == (PictureKind.STATEMENT_PDF, user_of(asha).wallet_id)
    asha.says("/statement").taps("December 2029 · CSV")
    picture = picture_of(asha)
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
    later = "LATER2031"
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


def test_a_suspended_wallet_says_so_and_refuses_while_money_still_comes_in(world: World) -> None:
    asha = given(at_home(world), "800").says("/topup").says("500").pays()
    wallets, user_id, now = world.services.wallets, user_of(asha).user_id, world.clock.now()
    for _ in range(2):
        wallets.suspend(user_id, "the bank asked", ANJALI, now)
    assert is_pressing(latest_news(asha))
    asha.says("paid").sees("₹500 is in your wallet", "Balance: ₹1,300")
    asha.says("/wallet").sees("suspended", "stays yours", "History").sees_not("Withdraw", "Top up", "Promo code")
    asha.says("/withdraw").sees("cannot pay").says("/topup").sees("suspended").says(f"/promo {a_code(world)}")
    asha.sees("suspended").says("/cancel")
    assert [words for words in asha.is_told() if "suspended" in words]
    wallets.reopen(user_id, "all is well", VIKRAM, now)
    asha.says("/withdraw").sees("₹1,300 can be withdrawn")
    assert acts_about(world, user_id) == ["wallet-adjusted", "wallet-reopened", "wallet-suspended"]


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
    asha = at_home(world, "आशा वर्मा", "हिन्दी").says("/wallet").sees("वॉलेट: ₹0", "पैसे जोड़ें", "निकासी")
    asha.taps("पैसे जोड़ें").sees("कितने?").says("५०० रुपये").sees("आपके वॉलेट के लिए ₹500", "20 मिनट")
    asha.pays().taps("भुगतान कर दिया").sees("₹500 आपके वॉलेट में आ गए", "शेष: ₹500")
    asha.says(f"/promo {a_code(world)}").sees("से ₹100", "शेष: ₹600").says("/withdraw").sees("₹500 निकाले जा सकते हैं")
    asha.says("सब").sees("कहाँ भेजें?").says("asha@oksbi").sees("कृपया जाँच लीजिए").taps("हाँ").sees("शेष: ₹100")
    asha.says("/wallet").taps("लेन-देन").sees("पन्ना 1", "निकासी (जाँच में) → ₹100")
