"""What people send by mistake or mischief: a clear answer, and nothing changed."""

import pytest

from tests.dialogues.test_happy_path import at_review
from tests.dialogues.transcript import Passenger, World


@pytest.fixture
def asha(world: World) -> Passenger:
    return world.passenger().says("/start").taps("English").taps("Look around first")


def test_unknown_stations(asha: Passenger) -> None:
    asha.says("/book").says("qqxxzz wwvv").sees("I do not know a station called “qqxxzz wwvv”", "Where do you start?")


def test_the_same_station_twice(asha: Passenger) -> None:
    asha.says("/book").says("new delhi").says("NDLS").sees("You start at New Delhi already", "Where do you want to go?")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("6 Jan 2030", "That day is over"),
        ("2030-06-01", "Booking opens 60 days ahead"),
        ("someday", "I did not understand “someday” as a day"),
        ("31 Feb", "as a day"),
    ],
)
def test_days_that_cannot_be_booked(asha: Passenger, typed: str, answer: str) -> None:
    asha.says("/book").says("new delhi").says("mumbai central").says(typed).sees(answer, "When?")


def test_a_train_that_does_not_run_that_day(asha: Passenger) -> None:
    asha.says("new delhi to howrah tomorrow").says("12952 3A").sees("does not serve this journey on that day")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("0", "at least one passenger"),
        ("7", "At most 6 passengers"),
        ("3", "Please type who travels"),
        ("Asha -1 F", "-1 is not an age"),
        ("Asha 300 F", "300 is not an age"),
        ("Asha 34", "Please add M, F or T"),
        ("\n".join(f"{name} 30 M" for name in ("Aa", "Bb", "Cc", "Dd", "Ee", "Ff", "Gg")), "At most 6 passengers"),
        ("Asha 34 F\nasha 34 F", "is on the list already"),
        ("😀😀😀", "I could not read"),
        ("x" * 10_000, "That is a lot of text"),
    ],
)
def test_parties_that_cannot_travel(asha: Passenger, typed: str, answer: str) -> None:
    asha.says("new delhi to mumbai central tomorrow").taps("12952 · 3A").registers()
    asha.says(typed).sees(answer, "Who travels?").sees_not("1. ")


@pytest.mark.parametrize("what", ["sticker", "voice", "photo"])
def test_stickers_voices_and_photos(asha: Passenger, what: str) -> None:
    asha.sends(what).sees("I can read only text and buttons")
    asha.says("/book").sends(what).sees("I can read only text and buttons", "Where do you start?")


def test_emoji_and_endless_text_with_nothing_open(asha: Passenger) -> None:
    asha.says("😀🚆😀").sees("I did not find a journey in that", "Book a train")
    asha.says("lorem ipsum " * 900).sees("Book a train")


def test_somebody_elses_contact_is_not_taken(asha: Passenger) -> None:
    asha.says("new delhi to mumbai central tomorrow").taps("12952 · 3A").says("Asha Verma")
    asha.shares_contact("+919812345678", own=False).sees("somebody else’s contact")
    asha.says("+919812345678").sees("Please use the button")


def test_a_phone_and_an_email_belong_to_one_account(world: World, asha: Passenger) -> None:
    asha.says("new delhi to mumbai central tomorrow").taps("12952 · 3A").registers().sees("Who travels?")
    ravi = world.passenger("Ravi Kumar").says("/start").taps("English").says("Ravi Kumar")
    ravi.shares_contact(f"+9198{asha.chat_id % 10**8:08d}").sees("already belongs to another account")
    ravi.shares_contact(f"+9198{ravi.chat_id % 10**8:08d}").says("not an e-mail").sees("does not look like an e-mail")
    for _ in range(10):
        ravi.says(f"ASHA{asha.chat_id}@example.com").sees("already belongs to another account")
    ravi.says("ravi@example.org").sees("tried too often today", "/signin")


def test_names_with_markup_do_no_harm(asha: Passenger) -> None:
    asha.says("/book").says("<b>&").sees("I do not know a station called “&lt;b&gt;&amp;”")


@pytest.mark.parametrize("data", ["", "g.", "g.nonsense", "s", "s1.2", "s1.x.date=1", "s9.9.date=2030-01-08", "=" * 64])
def test_forged_buttons(asha: Passenger, data: str) -> None:
    from handlers.reply import Button

    asha.says("/book").taps_old(Button(text="forged", data=data)).sees("That button")
    asha.says("new delhi").sees("Where do you want to go?")


def test_somebody_elses_trip_is_not_shown(world: World, asha: Passenger) -> None:
    at_review(victim := world.passenger("Victim Person")).taps("Pay ₹").pays().taps("I have paid").says("/trips")
    button = victim.button("NDLS → MMCT")
    asha.says("new delhi to mumbai central tomorrow").taps("12952 · 3A").registers()
    asha.taps_old(button).sees("I do not find that booking among yours").sees_not("PNR")


def test_what_is_not_taken_is_logged_once_and_without_its_words(
    asha: Passenger, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", logger="handlers"):
        asha.says("/book").says("qqxxzz wwvv")
    lines = [record.getMessage() for record in caplog.records]
    assert [line for line in lines if "no-such-station" in line] == lines
    assert len(lines) == 1
    assert "qqxxzz" not in lines[0]
