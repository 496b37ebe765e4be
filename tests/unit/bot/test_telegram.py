"""Updates of every kind, as the sandbox sends them, and what the conversations are told."""

from datetime import UTC, datetime

from telegram import Bot, Update

from bot.sandbox.chats import SUPPORT_CHAT_ID
from bot.telegram import chat_of, incoming
from domain.ids import ChatId
from handlers.incoming import Incoming, Kind
from tests.unit.bot.chatters import Chatters, Json

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


def test_in_the_staff_group_it_is_known_who_said_what_where_and_to_which_message(chat: Chatters) -> None:
    staff = chat.http.get("/page/state").json()
    neha = next(user for user in staff["users"] if user["first_name"] == "Neha")

    async def open_topics(bot: Bot) -> list[int]:
        return [(await bot.create_forum_topic(SUPPORT_CHAT_ID, name)).message_thread_id for name in ("one", "two")]

    def says(topic: int, text: str, **fields: object) -> tuple[Update, Json]:
        body = {"user_id": neha["id"], "topic_id": topic, "text": text, **fields}
        message = chat.http.post(f"/page/chats/{SUPPORT_CHAT_ID}/send", json=body).json()
        return chat.updates()[-1], message

    one, two = chat.with_bot(open_topics)
    first, message = says(one, "first & foremost")
    reply, _ = says(one, "and", reply_to=message["message_id"])
    other, _ = says(two, "elsewhere")
    group = ChatId(SUPPORT_CHAT_ID)
    said, answer = incoming(first, NOW, group), incoming(reply, NOW, group)
    assert said is not None
    assert answer is not None
    assert (said.in_group, said.sender, said.thread_id, said.answers) == (True, neha["id"], one, None)
    assert (said.html, said.message_id) == ("first &amp; foremost", message["message_id"])
    assert (answer.answers, answer.answers_sender) == (message["message_id"], (neha["id"], "Neha"))
    assert incoming(first, NOW, ChatId(SUPPORT_CHAT_ID - 1)) is None
    assert chat_of(first) == chat_of(reply) != chat_of(other)


def test_a_file_comes_with_its_caption(chat: Chatters) -> None:
    person = chat.someone()
    person.does(voice={"duration": 3})
    said = heard(chat)
    assert said is not None
    assert said.attachment is not None
    assert said.attachment.kind == "voice"
    assert said.attachment.file_id
