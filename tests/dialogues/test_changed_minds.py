"""Back, /cancel, a changed mind, old buttons, other commands in between."""

from tests.dialogues.test_happy_path import at_payment, at_review
from tests.dialogues.transcript import World


def test_back_reopens_the_question_before(world: World) -> None:
    asha = world.passenger()
    asha.says("/start").taps("English").taps("Look around").says("/book").says("new delhi").says("mumbai central")
    asha.sees("When?").taps("Back").sees("Where do you want to go?").taps("Back").sees("Where do you start?")
    asha.says("howrah").says("back").sees("Where do you start?")


def test_cancel_ends_the_dialogue_and_books_nothing(world: World) -> None:
    asha = at_review(world.passenger()).says("/cancel").sees("This journey is not booked")
    asha.says("/cancel").sees("nothing to cancel").says("/trips").sees("No trips yet")


def test_cancel_while_paying_gives_the_berths_back(world: World) -> None:
    asha = at_payment(world.passenger()).says("/cancel").sees("berths are given back. Nothing was charged")
    asha.says("/trips").sees("No trips yet")


def test_no_from_somewhere_else_keeps_the_rest(world: World) -> None:
    asha = world.passenger()
    asha.says("/start").taps("English").taps("Look around").says("/book").says("new delhi").says("howrah")
    asha.sees("New Delhi → Howrah Jn", "When?").says("no, from kanpur central")
    asha.sees("Kanpur Central → Howrah Jn", "When?")
    asha.says("tomorrow").sees("Kanpur Central → Howrah Jn · Tue 8 Jan")
    asha.says("no, from new delhi").sees("New Delhi → Howrah Jn · Tue 8 Jan", "12302")


def test_another_class_in_words(world: World) -> None:
    asha = world.passenger()
    asha.says("/start").taps("English").taps("Look around")
    asha.says("new delhi to mumbai central tomorrow").taps("12952 · 3A").sees("full name")
    asha.registers().sees("Who travels?").says("no, make it 2a").sees("12952 · 2A").sees_not("12952 · 3A")


def test_an_old_button_edits_its_answer_and_reopens_what_rests_on_it(world: World) -> None:
    asha = world.passenger()
    asha.says("/start").taps("English").taps("Look around").says("/book").says("new delhi").says("mumbai central")
    tomorrow, next_day = asha.button("Tomorrow"), asha.button("Wed 9 Jan")
    asha.taps("Tomorrow").sees("Tue 8 Jan", "12952")
    train = asha.button("12952 · 3A")
    asha.taps_old(next_day).sees("Wed 9 Jan", "12952")
    asha.taps_old(train).sees("That button is from earlier", "Wed 9 Jan")
    asha.taps_old(tomorrow).sees("Tue 8 Jan")


def test_a_button_of_an_earlier_conversation_changes_nothing(world: World) -> None:
    asha = world.passenger()
    asha.says("/start").taps("English").taps("Look around").says("/book")
    old = asha.button("New Delhi")
    asha.says("/cancel").taps_old(old).sees("belongs to an earlier conversation")
    asha.says("/book").says("howrah").taps_old(old).sees("belongs to an earlier conversation")


def test_once_berths_are_held_the_journey_stands(world: World) -> None:
    asha = world.passenger()
    asha.says("/start").taps("English").taps("Look around").says("new delhi to mumbai central tomorrow")
    train = asha.button("12952 · 2A")
    asha.taps("12952 · 3A").registers().says("Asha 34 F").taps("Done").taps("Pay ₹").sees("held until")
    asha.taps_old(train).sees("That button is from earlier", "held until")
    asha.says("no, from kanpur central").sees("Please pay for these berths first, or give them up")
    asha.taps("Give the berths up").sees("given back. Nothing was charged")


def test_help_and_language_in_between_ask_the_open_question_again(world: World) -> None:
    asha = world.passenger()
    asha.says("/start").taps("English").taps("Look around").says("/book").says("new delhi")
    asha.says("/help").sees("How Yatri works", "Where do you want to go?")
    asha.says("/language").taps("हिन्दी").sees("अब हम हिन्दी में", "कहाँ जाना है?").says("मुंबई सेंट्रल").sees("कब?")


def test_the_journey_turned_round(world: World) -> None:
    asha = world.passenger()
    asha.says("/start").taps("English").taps("Look around").says("new delhi to howrah tomorrow").sees("12302")
    asha.says("howrah to new delhi").sees("Howrah Jn → New Delhi · Tue 8 Jan", "12301")
    asha.says("howrah to howrah").sees("You start at Howrah Jn already")


def test_a_journey_is_no_name(world: World) -> None:
    asha = world.passenger()
    asha.says("/start").taps("English").sees("full name").says("new delhi to howrah tomorrow").sees("12302")


def test_a_double_tap_removes_one_person_only(world: World) -> None:
    asha = world.passenger()
    asha.says("/start").taps("English").taps("Look around").says("new delhi to mumbai central tomorrow")
    asha.taps("12952 · 3A").registers().says("Asha 34 F\nRavi 40 M")
    drop = asha.button("✖ Asha")
    asha.taps_old(drop).sees("1. Ravi, 40, male").taps_old(drop).sees(
        "That button is from earlier", "1. Ravi, 40, male"
    )


def test_a_day_or_class_typed_at_the_list_of_trains(world: World) -> None:
    asha = world.passenger()
    asha.says("/start").taps("English").taps("Look around").says("new delhi to howrah tomorrow").sees("12302")
    asha.says("10 jan").sees("Thu 10 Jan").says("3a").sees("· 3A ·", "All trains and classes").sees_not("· 2A ·")
    asha.taps("All trains and classes").sees("· 2A ·").says("12302 SL").sees("12302 does not have that class")


def test_a_class_that_no_train_has_is_said_so(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around")
    asha.says("new delhi to mumbai central tomorrow sleeper").sees("No train fits SL on that day", "12952 · 3A")


def test_a_bad_day_in_a_sentence_does_not_lose_its_places(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around")
    asha.says("new delhi to mumbai central on 6 jan 2030").sees(
        "That day is over", "New Delhi → Mumbai Central", "When?"
    )
    asha.says("tomorrow").sees("12952")


def test_how_many_travel_is_remembered_until_they_are_named(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around")
    asha.says("2 tickets new delhi to mumbai central tomorrow").taps("12952 · 3A").registers().sees(
        "name all 2 who travel"
    )
    asha.says("Asha 34 F").sees("1. Asha", "1 of 2 named").says("Ravi 40 M").sees("Please check")
    other = world.passenger().says("/start").taps("English").taps("Look around")
    other.says("7 tickets new delhi to mumbai central tomorrow").sees("At most 6 passengers")


def test_an_age_alone_completes_the_person_before_it(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around")
    asha.says("new delhi to mumbai central tomorrow").taps("12952 · 3A").registers()
    asha.says("Ravi M").sees("How old is “Ravi M”?").says("40").sees("1. Ravi, 40, male").says("done").sees(
        "Please check"
    )


def test_back_goes_to_the_question_before_also_after_a_changed_mind(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around").says("/book")
    asha.says("new delhi").says("howrah").says("tomorrow").says("no, from kanpur central").sees("Kanpur Central →")
    asha.taps("Back").sees("When?", "Kanpur Central → Howrah Jn").taps("Back").sees("Where do you want to go?")


def test_a_new_journey_does_not_forget_the_berths_that_are_held(world: World) -> None:
    asha = at_payment(world.passenger()).says("/book").sees("other berths stay held", "Where do you start?")
    asha.says("/cancel").sees("This journey is not booked").says("/trips").taps("⏳").sees("held until", "I have paid")
    asha.pays().taps("I have paid").sees("Booked and paid")


def test_plain_words_do_what_the_commands_do(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around")
    asha.says("hi").sees("Book a train").says("My trips").sees("No trips yet").says("help").sees("How Yatri works")
    asha.shares_location(28.6428, 77.2197).sees("Which one do you mean?", "New Delhi (NDLS)")
    asha.taps("New Delhi").says("patna").taps("Back").taps("Back").sees("Where do you start?")


def test_the_place_that_is_known_stands_and_the_other_is_asked(world: World) -> None:
    asha = world.passenger().says("/start").taps("English").taps("Look around")
    asha.says("new delhi to atlantis tomorrow").sees("station called “atlantis”", "New Delhi → …", "want to go?")
    asha.says("howrah").sees("New Delhi → Howrah Jn · Tue 8 Jan", "12302")
    asha.says("/cancel").says("mujhe patna jana hai").sees("Where do you start?")
    asha.says("new delhi").sees("New Delhi → Patna", "When?")


def test_cities_in_hindi(world: World) -> None:
    asha = world.passenger().says("/start").taps("हिन्दी").taps("पहले देख लूँ").says("दिल्ली से कानपुर कल")
    asha.sees("दिल्ली → कानपुर").sees_not("Delhi →", "Kanpur")


def test_the_same_answer_again_makes_no_button_old(world: World) -> None:
    asha = world.passenger()
    asha.says("/start").taps("English").taps("Look around").says("/book").says("new delhi").says("mumbai central")
    tomorrow = asha.button("Tomorrow")
    train = asha.taps("Tomorrow").button("12952 · 3A")
    asha.taps_old(tomorrow).taps_old(train).sees("full name")
