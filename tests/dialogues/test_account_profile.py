"""What an account holds: seen and changed, likings and favourites, a document for the desk, and all of it as a file."""

import json
from typing import Any

from bot.drawing import Drawing
from bot.vault import Vault, new_key
from domain.users import KycStatus
from handlers.reply import Keyboard, Picture
from tests.dialogues.accounts import (
    PAN,
    PASSWORD,
    at_home,
    forged,
    shows,
    types,
    types_secret,
    user_of,
    with_password,
)
from tests.dialogues.test_happy_path import at_payment
from tests.dialogues.transcript import World


def test_the_profile_shows_what_we_know_with_phone_and_email_masked(world: World) -> None:
    asha = at_home(world)
    user = user_of(asha)
    asha.says("/profile").sees("Asha Verma", f"{user.phone[3:5]}•••• {user.phone[-4:]}", "a•••@example.com")
    asha.sees("Identity not verified", "no password", "Travellers", "Usual class", "Close account")
    asha.sees_not(user.phone, user.email)
    asha.says("/start").taps("Profile").sees("Asha Verma")
    asha.says("/settings").sees("Asha Verma", "Language", "Notifications")


def test_somebody_without_an_account_is_told_how_to_get_or_open_one(world: World) -> None:
    ravi = world.passenger("Ravi")
    ravi.says("/start").taps("English").taps("Look around first")
    ravi.says("/profile").sees("no Yatri account", "Sign in")
    ravi.says("/password").sees("register first").says("/settings").sees("Which language shall we speak?")


def test_name_email_and_phone_are_changed(world: World) -> None:
    asha, ravi = at_home(world), at_home(world, "Ravi Rao")
    asha.says("/profile").taps("✏️ Name").says("4").sees("2 to 60 letters").says("Asha Rao").sees("Saved", "Asha Rao")
    asha.taps("E-mail").says(user_of(ravi).email).sees("belongs to another account", "/signin")
    asha.says(f"new{asha.chat_id}@example.org").sees("Saved", "n•••@example.org")
    asha.taps("📱 Phone")
    assert asha.asks_contact
    asha.says("+919812345678").sees("use the button")
    asha.shares_contact(user_of(ravi).phone).sees("belongs to another account")
    asha.shares_contact(f"+9197{asha.chat_id % 10**8:08d}", own=False).sees("somebody else")
    asha.shares_contact(f"+9197{asha.chat_id % 10**8:08d}").sees("Saved", "+91 97")
    assert any(reply.keyboard is Keyboard.REMOVE for reply in asha.replies)
    user = user_of(asha)
    assert (user.full_name, user.email) == ("Asha Rao", f"new{asha.chat_id}@example.org")
    assert user.phone == f"+9197{asha.chat_id % 10**8:08d}"


def test_travellers_are_listed_and_taken_off(world: World) -> None:
    asha = at_payment(world.passenger())
    asha.says("/cancel").says("/profile").sees("Saved travellers: 2")
    asha.taps("Travellers").sees("✖ Asha, 34", "✖ Ravi, 40").taps("Ravi").sees("Asha").sees_not("Ravi")
    asha.taps("‹ Profile").sees("Saved travellers: 1")


def test_the_usual_class_comes_first_and_the_usual_berth_is_wished_for(world: World) -> None:
    asha = at_home(world)
    asha.says("/profile").taps("Usual class").taps("AC 2 Tier").sees("Usual class: AC 2 Tier (2A)")
    asha.taps("Usual berth").taps("upper berth").sees("Usual berth: upper berth")
    asha.says("new delhi to mumbai central tomorrow")
    labels = [button.text for row in asha.screen.buttons for button in row if "12952" in button.text]
    assert "2A" in labels[0]
    asha.taps("12952 · 3A").says("Ravi 40 M\nMeera 38 F lower").sees("1. Ravi, 40, male, upper berth")
    asha.sees("2. Meera, 38, female, lower berth").says("/cancel")
    asha.says("/profile").taps("Usual class").sees("✓ AC 2 Tier").taps("No usual one").sees("Usual class: none")


def test_a_journey_is_saved_offered_at_home_and_books_with_one_tap(world: World) -> None:
    asha = at_payment(world.passenger()).pays().taps("I have paid").taps("☆ Save this journey")
    asha.sees("New Delhi → Mumbai Central is among your favourites")
    asha.says("/start").taps("★ New Delhi → Mumbai Central").sees("When?", "New Delhi")
    asha.says("/cancel").says("/profile").taps("Favourites").taps("✖ New Delhi").sees("No favourite journeys")
    asha.says("/start").sees_not("★ New Delhi →")


def test_a_strangers_booking_cannot_be_liked(world: World) -> None:
    asha, ravi = at_payment(world.passenger()), at_home(world, "Ravi Rao")
    with world.units() as work:
        (booking,) = work.bookings.of_user(user_of(asha).user_id)
    ravi.taps_old(forged(f"g.like={booking.booking_id}")).sees("do not find that booking")
    ravi.taps_old(forged("g.again=ffffffff")).sees("changed meanwhile")
    ravi.taps_old(forged("g.classes=9Z")).sees("changed meanwhile")
    assert user_of(ravi).preferences.favourites == ()


def test_a_document_is_shown_and_waits_for_the_desk(world: World) -> None:
    asha = at_home(world)
    asha.says("/profile").taps("Identity").sees("Which document").taps("PAN card").sees("number on your PAN card")
    types_secret(asha, "ABCDE 99").sees("not the number of a PAN card")
    types_secret(asha, "abcpe 1234 f").sees("photo or a scan")
    asha.says("here it is").sees("send a photo or a file")
    shows(asha, "photo", "FILE-OF-THE-PAN").sees("PAN card XXXXXX234F · being checked", "Our desk looks at it")
    user = user_of(asha)
    assert user.kyc_status is KycStatus.PENDING
    identifying = world.services.identifying
    assert identifying.look(user.user_id, "STAFF#1", world.clock.now()) == (PAN, "FILE-OF-THE-PAN")
    identifying.decide(user.user_id, "STAFF#1", "The photo is blurred.", world.clock.now())
    assert "The photo is blurred." in asha.is_told()[0]
    asha.says("/profile").sees("not accepted").taps("Identity").taps("PAN card")
    types(asha, PAN)
    half_done = world.sessions.load(asha.chat_id)
    sealed = {**half_done.draft, "number": Vault([new_key()]).seal(PAN)}
    world.sessions.commit(half_done.but(draft=sealed), world.clock.now())  # meanwhile our keys were changed
    shows(asha, "document", "A-BETTER-SCAN").sees("type it once more", "number on your PAN card")
    types_secret(asha, PAN)
    shows(asha, "document", "A-BETTER-SCAN").sees("being checked")
    identifying.decide(user.user_id, "STAFF#1", "", world.clock.now())
    assert "verified" in asha.is_told()[0]
    asha.says("/profile").sees("verified ✓").taps("Identity").sees("verified already")


def test_all_data_comes_as_one_file_without_what_is_secret(world: World) -> None:
    asha = with_password(at_payment(world.passenger()).pays().taps("I have paid"))
    asha.says("/profile").taps("My data").sees("in one file")
    (picture,) = (reply.picture for reply in asha.replies if reply.picture)
    told, name = exported(world, picture)
    assert name == "Yatri-my-data.json"
    assert told["user"]["full_name"] == "Asha Verma"
    assert told["user"]["has_password"] is True
    assert [person["name"] for person in told["bookings"][0]["passengers"]] == ["Asha", "Ravi"]
    assert told["payments"][0]["amount"] == "3885.40"
    assert told["notifications"]
    assert "$argon2" not in json.dumps(told)


def exported(world: World, picture: Picture) -> tuple[dict[str, Any], str]:
    content, name = Drawing(world.units, lambda: world.catalogue, sample=True, now=world.clock.now)(picture)
    return json.loads(content), name


def test_the_account_speaks_hindi(world: World) -> None:
    asha = at_home(world)
    asha.says("/language").taps("हिन्दी").says("/profile").sees("पसंद की श्रेणी", "पहचान की जाँच नहीं हुई")
    asha.taps("पासवर्ड").sees("नया पासवर्ड लिखिए")
    types(asha, "12345678")
    asha.sees("आसानी से बूझा")
    types(asha, PASSWORD)
    asha.sees("पासवर्ड लग गया").taps("खाता बंद करें").taps("विराम दें").sees("विराम पर है")
    asha.says("पटना से दिल्ली").sees("विराम पर है").taps("फिर खोलें").sees("फिर स्वागत है")
    asha.says("/delete").says("मिटाएँ").sees("खाता मिटा दिया गया")
