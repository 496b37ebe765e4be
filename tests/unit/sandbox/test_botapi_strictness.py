"""Where Telegram refuses, the sandbox refuses, in Telegram's words."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.sandbox.clients import ASHA, MEERA, SUPPORT, Stage

NO_TEXT = "Bad Request: message text is empty"
ENTITIES = "Bad Request: can't parse entities: "
BUTTON = "Bad Request: can't parse inline keyboard button: "
KEY_URL = "Bad Request: inline keyboard button URL "


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "b", **button}]]}


def html(text: str) -> dict[str, Any]:
    return {"text": text, "parse_mode": "HTML"}


def marked(text: str) -> dict[str, Any]:
    return {"text": text, "parse_mode": "MarkdownV2"}


def entity(**of: Any) -> dict[str, Any]:
    return {"text": "hello", "entities": [{"offset": 0, "length": 1, "type": "bold", **of}]}


TEXTS: list[tuple[dict[str, Any], str]] = [
    ({"text": ""}, NO_TEXT),
    ({}, NO_TEXT),
    ({"text": "   "}, "Bad Request: text must be non-empty"),
    (html("<b></b>"), "Bad Request: text must be non-empty"),
    ({"text": "x" * 4097}, "Bad Request: message is too long"),
    ({"text": "😀" * 2049}, "Bad Request: message is too long"),
    ({"text": "x", "parse_mode": "BBCode"}, "Bad Request: unsupported parse_mode"),
    (html("<script>x</script>"), ENTITIES + 'Unsupported start tag "script" at byte offset 0'),
    (html("ab<br>"), ENTITIES + 'Unsupported start tag "br" at byte offset 2'),
    (html("दि<x>"), ENTITIES + 'Unsupported start tag "x" at byte offset 6'),
    (html("1 < 2"), ENTITIES + "Unclosed start tag at byte offset 2"),
    (html("<b>open"), ENTITIES + 'Can\'t find end tag corresponding to start tag "b"'),
    (
        html("<b><i>test</b></i>"),
        ENTITIES + 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"',
    ),
    (html("x</b>"), ENTITIES + "Unexpected end tag at byte offset 1"),
    (html("<span>x</span>"), ENTITIES + 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    (marked("*unclosed"), ENTITIES + "Can't find end of Bold entity at byte offset 0"),
    (marked("hello."), ENTITIES + "Character '.' is reserved and must be escaped with the preceding '\\'"),
    (
        {"text": "*unclosed", "parse_mode": "Markdown"},
        ENTITIES + "Can't find end of the entity starting at byte offset 0",
    ),
    (entity(offset=100), "Bad Request: entity begins after the end of the text at UTF-16 offset 100"),
    (
        entity(length=100),
        "Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100",
    ),
    (entity(type="loud"), "Bad Request: can't parse MessageEntity: Unsupported type specified"),
    (entity(type="text_link"), "Bad Request: can't parse MessageEntity: Can't find field \"url\""),
    (entity(type="text_link", url="not-a-url"), "Bad Request: entity URL 'not-a-url' is invalid: Wrong HTTP URL"),
    (entity(offset=-1), "Bad Request: receive an entity with incorrect offset -1"),
    (
        {"text": "x", "link_preview_options": {"is_disabled": "yes"}},
        'Bad Request: field "is_disabled" must be of type Boolean',
    ),
]

MARKUPS: list[tuple[Any, str]] = [
    (keyboard(callback_data="x" * 65), "Bad Request: BUTTON_DATA_INVALID"),
    (keyboard(callback_data="द" * 22), "Bad Request: BUTTON_DATA_INVALID"),
    (keyboard(callback_data=""), BUTTON + "Text buttons are unallowed in the inline keyboard"),
    (keyboard(), BUTTON + "Text buttons are unallowed in the inline keyboard"),
    ({"inline_keyboard": [[{"callback_data": "x"}]]}, BUTTON + 'Can\'t find field "text"'),
    ({"inline_keyboard": "bad"}, 'Bad Request: field "inline_keyboard" must be of type Array'),
    (
        {"inline_keyboard": [[{"text": "b", "callback_data": "x"}]] * 101},
        "Bad Request: reply markup is too long",
    ),
    (keyboard(url="not-a-url"), KEY_URL + "'not-a-url' is invalid: Wrong HTTP URL"),
    (keyboard(url="ftp://example.com"), KEY_URL + "'ftp://example.com' is invalid: Unsupported URL protocol"),
    (keyboard(copy_text={"text": "x" * 257}), "Bad Request: BUTTON_COPY_TEXT_INVALID"),
    (keyboard(pay=True), "Bad Request: BUTTON_TYPE_INVALID"),
    (
        keyboard(web_app={"url": "http://example.com"}),
        "Bad Request: inline keyboard button Web App URL 'http://example.com' is invalid: Only HTTPS links are allowed",
    ),
    ({"force_reply": "yes"}, 'Bad Request: field "force_reply" must be of type Boolean'),
    ({"keyboard": "bad"}, 'Bad Request: field "keyboard" must be of type Array'),
    ("nonsense", "Bad Request: can't parse reply markup JSON object"),
]

CALLS: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"text": "x"}, "Bad Request: chat_id is empty"),
    ("sendMessage", {"text": "x", "chat_id": 12345}, "Bad Request: chat not found"),
    ("sendMessage", {"text": "x", "chat_id": "@nobody"}, "Bad Request: chat not found"),
    (
        "sendMessage",
        {"text": "x", "chat_id": MEERA},
        "Forbidden: bot can't initiate conversation with a user",
    ),
    (
        "sendMessage",
        {"text": "x", "chat_id": ASHA, "message_thread_id": 9},
        "Bad Request: message thread not found",
    ),
    (
        "sendMessage",
        {"text": "x", "chat_id": SUPPORT, "message_thread_id": 99999},
        "Bad Request: message thread not found",
    ),
    (
        "sendMessage",
        {"text": "x", "chat_id": ASHA, "reply_parameters": {"message_id": 99999}},
        "Bad Request: message to be replied not found",
    ),
    (
        "sendMessage",
        {"text": "x", "chat_id": ASHA, "reply_parameters": {"quote": "x"}},
        'Bad Request: can\'t find field "message_id"',
    ),
    ("sendPhoto", {"chat_id": ASHA}, "Bad Request: there is no photo in the request"),
    ("sendDocument", {"chat_id": ASHA}, "Bad Request: there is no document in the request"),
    (
        "sendDocument",
        {"chat_id": ASHA, "document": "AAA", "caption": "x" * 1025},
        "Bad Request: message caption is too long",
    ),
    ("editMessageText", {"chat_id": ASHA, "text": "x"}, "Bad Request: message identifier is not specified"),
    (
        "editMessageText",
        {"chat_id": ASHA, "message_id": 99999, "text": "x"},
        "Bad Request: message to edit not found",
    ),
    ("editMessageText", {"chat_id": ASHA, "message_id": 1, "text": "x"}, "Bad Request: message can't be edited"),
    ("deleteMessage", {"chat_id": ASHA, "message_id": 99999}, "Bad Request: message to delete not found"),
    (
        "copyMessage",
        {"chat_id": ASHA, "from_chat_id": ASHA, "message_id": 99999},
        "Bad Request: message to copy not found",
    ),
    (
        "forwardMessage",
        {"chat_id": ASHA, "from_chat_id": ASHA, "message_id": 99999},
        "Bad Request: message to forward not found",
    ),
    (
        "answerCallbackQuery",
        {"callback_query_id": "1"},
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    ),
    ("sendChatAction", {"chat_id": ASHA, "action": "dance"}, "Bad Request: wrong parameter action in request"),
    ("getFile", {"file_id": "AAA"}, "Bad Request: invalid file_id"),
    ("setMyCommands", {"commands": [{"command": "Bad!", "description": "x"}]}, "Bad Request: BOT_COMMAND_INVALID"),
    (
        "setMyCommands",
        {"commands": [{"command": "ok", "description": ""}]},
        "Bad Request: command description must be non-empty",
    ),
    ("setMyName", {"name": "x", "language_code": "english"}, "Bad Request: invalid language code specified"),
    ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": 5}}, "Bad Request: chat not found"),
    (
        "setWebhook",
        {"url": "https://a.example/x", "secret_token": "no spaces"},
        "Bad Request: secret token contains unallowed characters",
    ),
    (
        "setWebhook",
        {"url": "http://a.example/x"},
        "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
    ),
    ("createForumTopic", {"chat_id": ASHA, "name": "x"}, "Bad Request: the chat is not a forum"),
    ("closeForumTopic", {"chat_id": SUPPORT, "message_thread_id": 99999}, "Bad Request: TOPIC_ID_INVALID"),
    ("getChatAdministrators", {"chat_id": ASHA}, "Bad Request: there are no administrators in the private chat"),
    (
        "setMessageReaction",
        {"chat_id": ASHA, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "🚂"}]},
        "Bad Request: REACTION_INVALID",
    ),
    ("sendRocket", {}, "Not Found"),
]


@pytest.mark.parametrize(("params", "words"), TEXTS)
def test_a_text_telegram_refuses(shared_stage: Stage, params: dict[str, Any], words: str) -> None:
    assert shared_stage.bot.refusal("sendMessage", chat_id=ASHA, **params) == words


@pytest.mark.parametrize(("markup", "words"), MARKUPS)
def test_a_keyboard_telegram_refuses(shared_stage: Stage, markup: Any, words: str) -> None:
    assert shared_stage.bot.refusal("sendMessage", chat_id=ASHA, text="x", reply_markup=markup) == words


@pytest.mark.parametrize(("method", "params", "words"), CALLS)
def test_a_call_telegram_refuses(shared_stage: Stage, method: str, params: dict[str, Any], words: str) -> None:
    assert shared_stage.bot.refusal(method, **params) == words


@pytest.mark.parametrize(
    "params",
    [
        {"text": "x" * 4096},
        {"text": "😀" * 2048},
        html("<b>x</b> &lt;1&gt; &amp; <a href='https://a.example'>y</a> <code>z</code>" + "<i></i>" * 900),
        {"text": "x", "reply_markup": keyboard(callback_data="x" * 64)},
        {"text": "x", "reply_markup": keyboard(url="http://127.0.0.1:8080/pay/1")},
        {"text": "x", "reply_markup": keyboard(url="tg://user?id=1")},
        {"text": "x", "reply_markup": keyboard(copy_text={"text": "PNR 1"})},
        {"text": "x", "reply_markup": keyboard(switch_inline_query="")},
        {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "b", "callback_data": "x"}] * 5] * 20}},
        {"text": "x", "reply_markup": {"keyboard": [[{"text": "me", "request_contact": True}, "plain"]]}},
        {"text": "x", "reply_markup": {"remove_keyboard": True}},
        {"text": "x", "reply_markup": {"force_reply": True, "input_field_placeholder": "name"}},
        {"text": "x", "reply_parameters": {"message_id": 99999, "allow_sending_without_reply": True}},
    ],
)
def test_what_telegram_takes_is_taken(shared_stage: Stage, params: dict[str, Any]) -> None:
    assert shared_stage.bot("sendMessage", chat_id=ASHA, **params)["message_id"]


def test_tokens_are_checked(shared_stage: Stage) -> None:
    from tests.unit.sandbox.clients import RawBot

    stranger = RawBot(shared_stage.sandbox.url, "7000000001:" + "x" * 35)
    assert stranger.answer("getMe") == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    nonsense = RawBot(shared_stage.sandbox.url, "nonsense")
    assert nonsense.answer("getMe") == {"ok": False, "error_code": 404, "description": "Not Found"}
