"""Updates of every kind, as the sandbox sends them, and what the conversations are told."""

from datetime import UTC, datetime

from telegram import Update

from bot.telegram import incoming
from handlers.incoming import Incoming, Kind
from tests.unit.bot.chatters import Chatters

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def heard(chat: Chatters) -> Incoming | None:
    """What the last update means."""
    return incoming(chat.updates()[-1], NOW)


def test_a_text_comes_with_who_and_when(chat: Chatters) -> None:
    person = chat.someone()
    person.does(text="patna to delhi")
    said = heard(chat)
    assert said is not None
    assert (said.kind, said.text, said.chat_id, said.now) == (Kind.TEXT, "patna to delhi", person.id, NOW)
    assert (said.language, said.first_name) == ("hi", "Kiran")


def test_a_contact_is_own_only_if_telegram_says_so(chat: Chatters) -> None:
    person = chat.someone()
    own = {"phone_number": "+919876500009", "first_name": "K"}
    for user_id, expected in ((person.id, True), (person.id + 1, False), (None, False)):
        person.does(contact={**own, "user_id": user_id} if user_id else own)
        said = heard(chat)
        assert said is not None
        assert said.contact is not None
        assert said.contact.own is expected


def test_a_place_comes_as_latitude_and_longitude(chat: Chatters) -> None:
    chat.someone().does(location={"latitude": 25.5, "longitude": 85.25})
    said = heard(chat)
    assert said is not None
    assert said.location == (25.5, 85.25)


def test_what_cannot_be_read_is_named(chat: Chatters) -> None:
    person = chat.someone()
    for what, content in (("sticker", {"emoji": "🙂"}), ("voice", {"duration": 3})):
        person.does(**{what: content})
        said = heard(chat)
        assert said is not None
        assert (said.kind, said.what) == (Kind.OTHER, what)


def test_an_edited_message_is_no_new_answer(chat: Chatters) -> None:
    person = chat.someone()
    message = person.does(text="patna")
    chat.updates()
    person.edits(message["message_id"], "kanpur")
    said = heard(chat)
    assert said is not None
    assert (said.kind, said.what, said.text) == (Kind.OTHER, "edited", "")


def test_groups_and_being_blocked_need_no_answer(chat: Chatters) -> None:
    staff = chat.http.get("/page/state").json()
    group = next(c for c in staff["chats"] if c["type"] == "supergroup")
    neha = next(user for user in staff["users"] if user["first_name"] == "Neha")
    chat.http.post(f"/page/chats/{group['id']}/send", json={"user_id": neha["id"], "text": "/start"})
    assert heard(chat) is None
    chat.someone().blocks()
    assert heard(chat) is None


def test_an_update_that_nobody_knows_needs_no_answer() -> None:
    assert incoming(Update(1), NOW) is None
