"""From /start to a ticket, typed and tapped, paid by link and from the wallet."""

from decimal import Decimal

from domain.ids import TxnId, WalletId, new_id
from domain.wallets import TxnSource, TxnType, WalletTransaction
from handlers.reply import PictureKind
from tests.dialogues.transcript import Passenger, World


def at_review(asha: Passenger, party: str = "Asha 34 F lower\nRavi 40 M") -> Passenger:
    """A new passenger with a whole journey chosen, said in one sentence: only paying is left."""
    asha.says("/start").taps("English").says("new delhi to mumbai central tomorrow").taps("12952 · 3A").registers()
    return asha.says(party).taps("Done")


def at_payment(asha: Passenger, party: str = "Asha 34 F lower\nRavi 40 M") -> Passenger:
    """With the berths held, waiting for the money."""
    return at_review(asha, party).taps("Pay ₹")


def credit(asha: Passenger, rupees: Decimal) -> None:
    """Puts money into the passenger's wallet, as a refund would."""
    now = asha.world.clock.now()
    with asha.world.units() as work:
        user = work.users.by_chat(asha.chat_id)
        assert user is not None
        txn = WalletTransaction(
            txn_id=TxnId(new_id(now)),
            wallet_id=WalletId(user.wallet_id),
            user_id=user.user_id,
            type=TxnType.CREDIT,
            amount=rupees,
            source=TxnSource.REFUND,
            reference_id="a refund",
            created_at=now,
            updated_at=now,
        )
        work.wallets.move(work.wallets.get(user.wallet_id).moved(txn), txn)
        work.users.save(user.but(wallet_balance=user.wallet_balance + rupees))
        work.commit()


def test_a_new_passenger_books_and_pays_by_link(world: World) -> None:
    asha = world.passenger()
    asha.says("/start").sees("Which language", "हिन्दी")
    asha.taps("English").sees("full name", "Look around first")
    asha.says("Asha Verma").sees("phone number")
    assert asha.asks_contact
    asha.shares_contact(f"+9198{asha.chat_id % 10**8:08d}").sees("e-mail")
    asha.says(f"asha{asha.chat_id}@example.com").sees("Hello Asha Verma", "Book a train")
    asha.taps("Book a train").sees("Where do you start?", "New Delhi (NDLS)")
    asha.taps("New Delhi").sees("Where do you want to go?")
    asha.says("mumbai central").sees("When?", "Today", "Tomorrow")
    asha.taps("Tomorrow").sees("12952", "Tejas Rajdhani", "16:55 NDLS → 08:35 +1 MMCT", "free")
    asha.taps("12952 · 3A").sees("Who travels?")
    asha.says("Asha 34 F lower").sees("1. Asha, 34, female, lower berth")
    asha.says("Ravi 40 m").sees("2. Ravi, 40, male", "2 passengers")
    asha.taps("Done").sees("Please check", "NDLS", "MMCT", "Base fare", "GST", "Total ₹3,885.40")
    asha.taps("Pay ₹").sees("held until 10:", "The ticket comes here by itself", "Give the berths up")
    asha.pays().taps("I have paid").sees("Booked and paid: ₹3,885.40", "PNR")
    first, second = asha.is_told()
    assert "PNR" in first
    assert "PDF" in second
    asha.says("/trips").sees("Your trip").taps("NDLS → MMCT")
    pictures = [reply.picture.kind for reply in asha.replies if reply.picture]
    assert pictures == [PictureKind.TICKET_IMAGE, PictureKind.TICKET_PDF]


def test_the_ticket_comes_by_itself_when_only_the_webhook_tells(world: World) -> None:
    asha = at_payment(world.passenger())
    with world.units() as work:
        user = work.users.by_chat(asha.chat_id)
        assert user is not None
        (booking,) = work.bookings.of_user(user.user_id)
    asha.pays()
    world.services.paying.check(booking, world.clock.now())
    question, ticket, pdf = asha.is_told()
    assert "Booked and paid" in question
    assert "Tejas Rajdhani" in ticket
    assert "PDF" in pdf
    asha.says("hello?").sees("Where would you like to go?")


def test_paying_from_the_wallet(world: World) -> None:
    asha = at_review(world.passenger())
    credit(asha, Decimal("5000.00"))
    asha.says("/wallet").sees("Wallet: ₹5,000", "refund", "Please check").taps("Pay from wallet").sees(
        "Booked and paid"
    )
    asha.says("/wallet").sees("Wallet: ₹1,114.60", "− ₹3,885.40 · booking · PNR ")
    assert sum("Tejas Rajdhani" in words for words in asha.is_told()) == 1


def test_one_sentence_leaves_only_the_train_to_choose(world: World) -> None:
    asha = world.passenger()
    asha.says("/start").taps("English").taps("Look around first")
    asha.says("new delhi to mumbai central tomorrow").sees("12952", "New Delhi → Mumbai Central · Tue 8 Jan")


def test_hindi_from_the_first_tap_to_the_ticket(world: World) -> None:
    asha = world.passenger("आशा वर्मा")
    asha.says("/start").taps("हिन्दी").sees("पूरा नाम").says("आशा वर्मा")
    asha.shares_contact(f"+9197{asha.chat_id % 10**8:08d}").says(f"hindi{asha.chat_id}@example.com")
    asha.sees("नमस्ते आशा वर्मा").taps("टिकट बुक करें").says("नई दिल्ली").says("मुंबई सेंट्रल").says("कल")
    asha.sees("मुंबई सेंट्रल").taps("12952 · 3A").says("आशा 34 महिला लोअर").sees("लोअर बर्थ").taps("हो गया")
    asha.sees("कृपया जाँच लीजिए", "एसी 3 टियर").taps("₹").pays().taps("भुगतान कर दिया").sees("बुकिंग हो गई")


def test_saved_passengers_are_one_tap_the_next_time(world: World) -> None:
    asha = at_payment(world.passenger()).pays().taps("I have paid")
    asha.says("/book").says("new delhi").says("mumbai central").says("tomorrow").taps("12952 · 2A")
    asha.sees("➕ Asha, 34", "➕ Ravi, 40").taps("➕ Ravi").sees("1. Ravi, 40, male").taps("Done").sees("Please check")


def test_a_party_sits_together_and_gets_the_berths_it_likes(world: World) -> None:
    asha = at_payment(world.passenger(), "Amma 67 F\nAppa 70 M upper\nAsha 34 F lower\nRavi 40 M").pays()
    asha.taps("I have paid")
    with world.units() as work:
        user = work.users.by_chat(asha.chat_id)
        assert user is not None
        (booking,) = work.bookings.of_user(user.user_id)
    kinds = [str(person.berth_kind) for person in booking.passengers]
    assert (kinds[0], kinds[1], kinds[2]) == ("LB", "UB", "LB")
    berths = [person.berth for person in booking.passengers if person.berth]
    assert len({(berth.coach, (berth.number - 1) // 8) for berth in berths}) == 1


def test_a_city_is_all_of_its_stations_until_a_train_is_chosen(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around first")
    asha.says("delhi to mumbai tomorrow").sees("Delhi → Mumbai · Tue 8 Jan", "NDLS →", "NZM →", "MMCT", "CSMT")
    asha.taps("12952 · 3A").registers().says("Asha 34 F").taps("Done").sees("New Delhi (NDLS) → Mumbai Central (MMCT)")


def test_a_place_taken_back_is_the_end_that_was_said_last(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around first")
    asha.says("/book").says("new delhi").says("no, kanpur central").sees("Kanpur Central → …")
    asha.says("howrah").says("no, patna").sees("Kanpur Central → Patna")
