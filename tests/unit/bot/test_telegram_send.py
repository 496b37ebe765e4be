"""Replies in a real chat: new, edited in place, with pictures, too long, and to people who have left."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Bot

from bot.telegram_calls import ChatGone
from bot.telegram_send import Sender
from handlers.incoming import Incoming, Kind
from handlers.reply import Button, Keyboard, Picture, PictureKind, Reply
from tests.unit.bot.chatters import Chatters, Someone, dot

NOW = datetime(2026, 11, 23, tzinfo=UTC)
YES = ((Button(text="Yes", data="s1.1.ok=1"),),)
IMAGE = Picture(kind=PictureKind.TICKET_IMAGE, booking_id="b", language="en")
PDF = IMAGE.but(kind=PictureKind.TICKET_PDF)


def send(chat: Chatters, person: Someone, *replies: Reply, tap: tuple[int, str] | None = None) -> Any:
    """Send to the person; `tap` is the message and query being answered. The open question's id."""
    answering = None
    if tap:
        answering = Incoming(1, person.chat_id, NOW, Kind.TAP, message_id=tap[0], callback_id=tap[1])
    return deliver(chat, person, replies, answering)


def deliver(chat: Chatters, person: Someone, replies: Sequence[Reply], answering: Incoming | None) -> Any:
    async def use(bot: Bot) -> int | None:
        return (await Sender(bot, dot).send(person.chat_id, replies, answering)).panel

    return chat.with_bot(use)


def tapped(chat: Chatters, person: Someone, *before: Reply) -> tuple[int, str]:
    """Send something with a button and tap it: the message and the query."""
    send(chat, person, *before)
    message_id = person.sees()[-1]["message_id"]
    return message_id, person.taps(message_id, "s1.1.ok=1")


def test_a_text_arrives_formatted_with_its_buttons(chat: Chatters) -> None:
    person = chat.someone()
    buttons = ((Button(text="Yes", data="s1.1.ok=1"), Button(text="Page", url="https://example.org/")),)
    panel = send(chat, person, Reply(text="first"), Reply(text="<b>Sure?</b>", buttons=buttons, panel=True))
    first, question = person.sees()
    assert first["text"] == "first"
    assert (question["text"], question["entities"][0]["type"]) == ("Sure?", "bold")
    assert [b["text"] for b in question["reply_markup"]["inline_keyboard"][0]] == ["Yes", "Page"]
    assert panel == question["message_id"]


def test_a_phone_is_asked_for_with_a_contact_button(chat: Chatters) -> None:
    person = chat.someone()
    send(chat, person, Reply(text="Phone?", keyboard=Keyboard.CONTACT, keyboard_text="Share"))
    (key,) = person.sees()[-1]["reply_markup"]["keyboard"][0]
    assert key["request_contact"] is True
    send(chat, person, Reply(text="Thanks", keyboard=Keyboard.REMOVE))
    assert person.sees()[-1]["text"] == "Thanks"


def test_a_tap_changes_the_message_that_was_tapped(chat: Chatters) -> None:
    person = chat.someone()
    tap = tapped(chat, person, Reply(text="Sure?", buttons=YES))
    panel = send(chat, person, Reply(text="Done", edit=True, panel=True, toast="Saved"), tap=tap)
    (message,) = person.sees()
    assert (message["text"], message["message_id"]) == ("Done", panel)
    assert "reply_markup" not in message


def test_the_same_again_is_no_trouble(chat: Chatters) -> None:
    person = chat.someone()
    tap = tapped(chat, person, Reply(text="Sure?", buttons=YES))
    for _ in range(2):
        send(chat, person, Reply(text="Sure?", buttons=YES, edit=True), tap=tap)
    assert len(person.sees()) == 1


def test_a_message_can_be_changed_by_its_id_and_if_it_is_gone_is_sent_anew(chat: Chatters) -> None:
    person = chat.someone()
    message_id = send(chat, person, Reply(text="Paying ...", panel=True))
    assert send(chat, person, Reply(text="Paid", edits=message_id, panel=True)) == message_id
    assert send(chat, person, Reply(text="Paid too", edits=99_999, panel=True)) > message_id
    assert [message["text"] for message in person.sees()] == ["Paid", "Paid too"]


def test_an_old_tap_is_answered_quietly(chat: Chatters) -> None:
    person = chat.someone()
    send(chat, person, Reply(toast="Too late", alert=True), Reply(text="Still here"), tap=(1, "4711"))
    assert person.sees()[-1]["text"] == "Still here"


def test_a_picture_and_a_document_come_with_their_captions(chat: Chatters) -> None:
    person = chat.someone()
    send(chat, person, Reply(text="Your <b>ticket</b>", picture=IMAGE, buttons=YES), Reply(picture=PDF, protect=True))
    image, document = person.sees()
    assert image["photo"]
    assert image["caption"] == "Your ticket"
    assert document["document"]["file_name"] == "ticket.pdf"
    assert document["has_protected_content"] is True


def test_a_text_becomes_a_picture_where_it_stands(chat: Chatters) -> None:
    person = chat.someone()
    tap = tapped(chat, person, Reply(text="Ready?", buttons=YES))
    send(chat, person, Reply(text="Here", picture=IMAGE, edit=True), tap=tap)
    (picture,) = person.sees()
    assert picture["caption"] == "Here"
    assert "reply_markup" not in picture


def test_a_picture_for_a_message_that_is_gone_is_sent_anew(chat: Chatters) -> None:
    person = chat.someone()
    send(chat, person, Reply(text="Here", picture=IMAGE, edits=99_999))
    assert person.sees()[-1]["photo"]


def test_a_text_in_place_of_a_picture_is_sent_anew(chat: Chatters) -> None:
    person = chat.someone()
    tap = tapped(chat, person, Reply(text="Ticket", picture=IMAGE, buttons=YES))
    send(chat, person, Reply(text="Trips", edit=True), tap=tap)
    assert [message.get("text", message.get("caption")) for message in person.sees()] == ["Ticket", "Trips"]


def test_what_is_too_long_comes_in_parts_with_the_buttons_last(chat: Chatters) -> None:
    person = chat.someone()
    send(chat, person, Reply(text="<i>" + "word " * 1000 + "</i>", buttons=YES))
    first, last = person.sees()
    assert "reply_markup" not in first
    assert last["reply_markup"]
    send(chat, person, Reply(text="x" * 1500, picture=IMAGE))
    picture, rest = person.sees()[-2:]
    assert (len(picture["caption"]), len(rest["text"])) == (1024, 476)


def test_words_that_are_not_html_still_arrive(chat: Chatters) -> None:
    person = chat.someone()
    send(chat, person, Reply(text="<b>half"))
    assert person.sees()[-1]["text"] == "half"


def test_a_picture_that_cannot_be_drawn_does_not_keep_the_words_back(chat: Chatters) -> None:
    def broken(_: Picture) -> tuple[bytes, str]:
        raise OSError("no fonts")

    async def use(bot: Bot) -> None:
        await Sender(bot, broken).send(person.chat_id, [Reply(text="PNR 42", picture=IMAGE)])

    person = chat.someone()
    chat.with_bot(use)
    assert person.sees()[-1]["text"] == "PNR 42"


def test_who_has_left_is_gone(chat: Chatters) -> None:
    blocked, never = chat.someone(), chat.someone(greets=False)
    blocked.blocks()
    for person in (blocked, never):
        with pytest.raises(ChatGone):
            send(chat, person, Reply(text="Hello?"))
